import { inCurrencyOfBooks } from '../../../bookkeeping/refunds/foreignRefund';
import { shopOf } from '../../../bookkeeping/settings/shopOf';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { draftOf, linesOf, settingsWith } from '../support';
import { order, perRate, refund, refundOf, type Json, type Line } from './support';

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

describe('refunds, cancellations and corrections use the rate of the sale (W043, W053)', () => {
	const changed = settingsWith({
		exchangeRates: {
			use: 'fixed',
			rates: [
				{ currency: 'USD', rate: '1.0850' },
				{ currency: 'USD', rate: '1.2500', from: '2026-03-15' },
			],
		},
	});
	/** Half of the line: USD 60.50, on 1 April, when the rate is another one. */
	const half = refund(2001, [{ net: 5_000, rate: 21, of: 0 }]);

	test('a partial refund', () => {
		const { draft } = refundOf({ order: simple, refund: half }, changed);
		// 60.50 / 1.085 = 55.76; VAT 10.50 / 1.085 = 9.68.
		expect(draft).toMatchObject({
			invoiceAmount: -55.76,
			vat: [{ percentage: 21, amount: -9.68 }],
			description: 'Credit 1000 / USD -60.50 at 1.0850',
			foreign: { currency: 'USD', amount: -60.5, rate: '1.0850', quoted: 'perEuro' },
			notes: ['USD -60.50 is € -55.76, at 1 EUR = 1.0850 USD.'],
		});
		expect(linesOf(draft!)).toEqual([['product', '21 products', -46.08]]);
	});

	test('of a draft that was kept, whatever the settings say now', () => {
		const bookedDraft = draftOf(simple, fixed('1.0850'));
		for (const settings of [settingsWith(), fixed('2')]) {
			const { draft } = refundOf({ order: simple, refund: half, bookedDraft }, settings);
			expect(draft?.invoiceAmount).toBe(-55.76);
		}
	});

	test('three thirds make the sale to the cent, with an amount only for the last', () => {
		const raw = {
			...simple,
			refunds: [2001, 2002, 2003].map((id) => ({ id, total: id === 2003 ? '-40.34' : '-40.33' })),
		};
		const thirds = [
			refund(2001, [{ net: 3_333, rate: 21, of: 0 }]),
			refund(2002, [{ net: 3_333, rate: 21, of: 0 }]),
			refund(2003, [], 4_034),
		];
		const drafts = thirds.map(
			(one, index) =>
				refundOf({ order: raw, refund: one, earlierRefunds: thirds.slice(0, index) }, changed)
					.draft!,
		);
		expect(perRate([draftOf(simple, changed), ...drafts])).toEqual({ 21: [0, 0] });
	});

	test('a currency that changed after the booking contradicts it', () => {
		const bookedDraft = draftOf(simple, fixed('1.0850'));
		const euros = order([{ net: 10_000, rate: 21 }]);
		const attempts = [
			refundOf({ order: euros, refund: half, bookedDraft }, changed),
			refundOf({ order: simple, refund: half, bookedDraft: draftOf(euros) }, changed),
			...cancelOrder({ order: euros, bookedDraft, date: '2026-04-01' }, 'woocommerce', changed),
		];
		for (const attempt of attempts) {
			expect(attempt).toMatchObject({ outcome: 'attention', code: 'BOOKED_DRAFT_INVALID' });
		}
	});

	test('a draft whose rate was damaged is not used', () => {
		const kept = draftOf(simple, fixed('1.0850'));
		const bookedDraft = { ...kept, foreign: { ...kept.foreign, rate: '0' } };
		expect(refundOf({ order: simple, refund: half, bookedDraft }).code).toBe(
			'BOOKED_DRAFT_INVALID',
		);
	});

	test('a cancellation mirrors the sale', () => {
		const input = { order: mixed, date: '2026-04-01' };
		const [cancelled] = cancelOrder(input, 'woocommerce', fixed('1.0850'));
		expect(cancelled?.draft).toMatchObject({
			invoiceAmount: -96.77,
			description: 'Credit 1000 / USD -105.00 at 1.0850',
		});
		expect(perRate([draftOf(mixed, fixed('1.0850')), cancelled!.draft!])).toEqual({
			9: [0, 0],
			21: [0, 0],
		});
	});
});

// 0.10 / 1.085 = 0.09, 0.20 / 1.085 = 0.18, 0.30 / 1.085 = 0.28: the third is 0.10.
test('a refund is what it adds to those before it, whatever came after', () => {
	const settings = fixed('1.0850');
	const refunds = [
		{ id: 2004, total: '-0.25' },
		...[2003, 2002, 2001].map((id) => ({ id, total: '-0.10' })),
	];
	const one = { id: '2003', date: '2026-04-01', amount: 10, lines: [], vatPerRate: [] };
	const raw = { ...simple, refunds };
	const shop = shopOf('woocommerce', settings);
	const found = inCurrencyOfBooks(one, raw, draftOf(simple, settings), shop);
	expect(found).toMatchObject({ foreignCents: 10, refund: { amount: 10 } });
	expect(found.refund.converted).toEqual({ isLast: false, tolerance: 3 });
});
