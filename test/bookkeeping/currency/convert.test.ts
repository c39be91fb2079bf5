import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import { previewOf } from '../../../bookkeeping/orders/preview';
import { transformUnchecked } from '../../../bookkeeping/orders/transform';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { order, type Json, type Line } from '../refunds/support';
import {
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from '../support';

const fixed = (rate: string, more: Partial<SettingsInput> = {}) =>
	settingsWith({
		exchangeRates: { use: 'fixed', rates: [{ currency: 'USD', rate }] },
		...more,
	});

const dollars = (lines: Line[], changes: Json = {}) =>
	order(lines, { currency: 'USD', ...changes });

const simple = dollars([{ net: 10_000, rate: 21 }]);

/** 40 with 9 % and 60 with 21 %, 5 shipping with 21 %, all with VAT: USD 105.00. */
const mixed = dollars([
	{ net: 3_670, rate: 9, vat: 330 },
	{ net: 4_959, rate: 21, vat: 1_041 },
	{ role: 'shipping', net: 413, rate: 21, vat: 87 },
]);

const totalOf = ({ lines, vat }: EntryDraft) =>
	[...lines, ...vat].reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);

describe('HC-13: an order in another currency', () => {
	test('without a rate it needs attention, never one to one', () => {
		expect(transform(simple)).toMatchObject({
			outcome: 'attention',
			code: 'CURRENCY_NOT_EUR',
			message: 'The order is in USD. The total is USD 121.00.',
			// A table of euros shows no dollars.
			total: null,
			vat: null,
		});
	});

	test('USD 121.00 at 1.0850 is EUR 111.52 with 19.35 VAT', () => {
		const transformed = transform(simple, fixed('1.0850'));
		const { draft } = transformed;
		expect(transformed).toMatchObject({ outcome: 'book', total: 111.52, vat: 19.35 });
		expect(linesOf(draft as EntryDraft)).toEqual([['product', '21 products', 92.17]]);
		expect(draft).toMatchObject({
			invoiceAmount: 111.52,
			vat: [{ vatKind: 'high', percentage: 21, amount: 19.35 }],
			description: '1000 / iDEAL / USD 121.00 at 1.0850',
			foreign: { currency: 'USD', amount: 121, rate: '1.0850', quoted: 'perEuro' },
			notes: ['USD 121.00 is € 111.52, at 1 EUR = 1.0850 USD.'],
		});
		expect(transformed.fingerprint).toBe(
			'USD 121.00 at 1.0850 | EUR 111.52 | 21% 92.17+19.35 | to NL | no VAT number',
		);
	});

	test('several rates: total and VAT per rate rounded once, the rest split over rates and lines', () => {
		const draft = draftOf(mixed, fixed('1.0850'));
		expect(draft.invoiceAmount).toBe(96.77);
		expect(vatOf(draft)).toEqual({ 21: 10.4, 9: 3.04 });
		expect(linesOf(draft)).toEqual([
			['product', '9 products', 33.82],
			['product', '21 products', 45.7],
			['shipping', '21 shipping', 3.81],
		]);
		expect(totalOf(draft)).toBe(9_677);
	});

	test('a currency without cents', () => {
		const yen = order([{ net: 1_000_000, rate: 21 }], { currency: 'JPY' });
		const settings = settingsWith({
			exchangeRates: { use: 'fixed', rates: [{ currency: 'JPY', rate: '161.30' }] },
		});
		const draft = draftOf(yen, settings);
		expect(draft.invoiceAmount).toBe(75.02);
		expect(vatOf(draft)).toEqual({ 21: 13.02 });
		expect(linesOf(draft)).toEqual([['product', '21 products', 62]]);
	});

	test('a currency with three decimals is not guessed', () => {
		const rates = [{ currency: 'KWD', rate: '0.3330' }];
		const settings = settingsWith({ exchangeRates: { use: 'fixed', rates } });
		expect(transform({ ...simple, currency: 'KWD' }, settings)).toMatchObject({
			code: 'CURRENCY_NOT_EUR',
			message: expect.stringContaining('three decimals') as string,
		});
	});

	test('discount lines, negative fees and gift cards convert alike', () => {
		const raw = dollars(
			[
				{ net: 8_000, discount: 2_000, rate: 21 },
				{ role: 'fee', net: -1_000, rate: 21 },
			],
			{ gift_cards: [{ amount: '20.00' }], total: '64.70' },
		);
		const draft = draftOf(raw, fixed('1.0850', { giftCardAccountId: 'cards' }));
		// 84.70 / 1.085 = 78.06; VAT 14.70 / 1.085 = 13.55; fee -10 / 1.085 = -9.22, discount -18.43.
		expect(draft.invoiceAmount).toBe(78.06);
		expect(draft.giftCard).toEqual({ amount: 18.43, ledgerAccountId: 'cards' });
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 92.16],
			['discount', '21 discount', -18.43],
			['fee', '21 fees', -9.22],
		]);
		expect(totalOf(draft)).toBe(7_806);
	});

	test('a gap that the shop left remains one, and a large one is still refused', () => {
		const cent = draftOf({ ...simple, total: '121.02' }, fixed('1.0850'));
		expect(linesOf(cent)).toEqual([
			['product', '21 products', 92.17],
			['rounding', 'rounding', 0.02],
		]);
		expect(cent.invoiceAmount).toBe(111.54);
		expect(transform({ ...simple, total: '131.00' }, fixed('1.0850'))).toMatchObject({
			code: 'TOTAL_MISMATCH',
		});
	});

	test('VAT of the order that is not that of its lines is still refused', () => {
		const taxLines = [
			{ rate_id: 21, rate_percent: 21, tax_total: '42.00', shipping_tax_total: '0' },
		];
		const raw = { ...simple, tax_lines: taxLines, total: '142.00' };
		expect(transform(raw, fixed('1.0850')).code).toBe('VAT_TOTAL_MISMATCH');
	});

	test('JouwWeb: shipping and discount of the whole order', () => {
		const raw = jouwWebOrder(440003, { currency: 'USD' });
		const draft = draftOf(raw, fixed('1.0850'));
		const inEuro = draftOf(jouwWebOrder(440003));
		expect(draft.invoiceAmount).toBe(Math.round((inEuro.invoiceAmount / 1.085) * 100) / 100);
		expect(totalOf(draft)).toBe(Math.round(draft.invoiceAmount * 100));
		expect(draft.lines.map(({ role }) => role)).toEqual(inEuro.lines.map(({ role }) => role));
	});

	test('a sales order has the amount and rate in its notes and adds up with VAT inside', () => {
		const settings = fixed('1.0850', {
			document: 'salesOrder',
			salesOrders: {
				vatEntry: 'inclusive',
				revenueGroups: [
					{ vatKind: 'high', revenueGroupId: 'h' },
					{ vatKind: 'low', revenueGroupId: 'l' },
					{ vatKind: 'none', revenueGroupId: 'n' },
				],
			},
		});
		const { draft } = transform(mixed, settings);
		expect(draft).toMatchObject({
			document: 'salesOrder',
			invoiceAmount: 96.77,
			notes: ['USD 105.00 is € 96.77, at 1 EUR = 1.0850 USD.'],
		});
		expect(draft!.lines.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)).toBe(9_677);
	});

	test('a pattern of one’s own keeps the original amount', () => {
		const settings = fixed('1.0850', { descriptionPattern: 'Web {orderNumber}' });
		expect(draftOf(simple, settings).description).toBe('Web 1000 / USD 121.00 at 1.0850');
	});

	test('an order in euro is what it was, whatever rates there are, also in small letters', () => {
		const raw = order([{ net: 10_000, rate: 21 }]);
		expect(transform(raw, fixed('1.0850'))).toEqual(transform(raw));
		expect(draftOf({ ...raw, currency: 'eur' })).toEqual(draftOf(raw));
	});

	test('a dry run compares euro with euro', () => {
		const { transformed, order: read } = transformUnchecked(mixed, 'woocommerce', fixed('1.0850'));
		expect(previewOf(transformed, read, 'en')).toMatchObject({
			shopTotal: 96.77,
			bookedTotal: 96.77,
			totalDifference: 0,
			shopVat: '21 %: 10.40, 9 %: 3.04',
			bookedVat: '21 %: 10.40, 9 %: 3.04',
			vatDifference: 0,
			notes: 'USD 105.00 is € 96.77, at 1 EUR = 1.0850 USD.',
		});
	});

	test('the recorded order in dollars', () => {
		const raw = wooCommerceOrder('rest_currency_usd');
		const draft = draftOf(raw, fixed('1.0850'));
		expect(draft.invoiceAmount).toBe(Math.round((Number(raw.total) / 1.085) * 100) / 100);
	});

	test('an order that waits says its amount in its own currency', () => {
		expect(transform({ ...simple, status: 'pending' }, fixed('1.0850'))).toMatchObject({
			outcome: 'wait',
			total: null,
			message: expect.stringMatching(/ The total is USD 121\.00\.$/) as string,
		});
	});
});
