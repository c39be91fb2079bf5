import { besideEntry, besideNumber } from '../../../bookkeeping/documents/beside';
import { previewOf } from '../../../bookkeeping/orders/preview';
import { transformUnchecked } from '../../../bookkeeping/orders/transform';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { reconcile } from '../../../bookkeeping/reconciliation/reconcile';
import type { AccountRole } from '../../../bookkeeping/reconciliation/vatBox';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { booked } from '../refunds/bookedDocument';
import { refund, refundOf, type Line } from '../refunds/support';
import { draftOf, linesOf, transform } from '../support';
import { billing, card, cardBack, settings, sold } from './soldWithCard';

test('a gift card sold with goods by OSS stands in an entry of its own, on a card elsewhere', () => {
	const draft = draftOf(sold(), settings());
	expect(draft).toMatchObject({ invoiceNumber: '1000', invoiceAmount: 60.5, regime: 'oss' });
	expect(linesOf(draft)).toEqual([
		['product', 'oss', 50],
		['vat', 'foreign', 10.5],
	]);
	expect(draft.customer).toMatchObject({ cardCountry: 'BE' });
	expect(draft.notes).toContain(
		'A gift card or store credit of € 25.00 was sold with it. SnelStart takes that in no entry by OSS, so it is booked in one of its own, 1000-G.',
	);
	const beside = besideEntry(draft)!;
	expect(beside).toMatchObject({
		...{
			orderKey: `${draft.orderKey}/beside`,
			invoiceNumber: '1000-G',
			invoiceAmount: 25,
			vat: [],
		},
		...{ regime: 'domestic', invoiceDate: draft.invoiceDate },
		customer: { cardCountry: 'NL', email: 'ada@mail.example' },
	});
	expect(linesOf(beside)).toEqual([['product', 'gift cards', 25]]);
	// What changes in the shop is still noticed by the whole order.
	const { total, fingerprint } = transform(sold(), settings());
	expect(total).toBe(85.5);
	expect(fingerprint).toContain('EUR 85.50');
});

test('at home, or alone, it is booked as before', () => {
	const home = draftOf(sold({ billing: { ...billing, country: 'NL' } }), settings());
	expect(besideEntry(home)).toBeUndefined();
	expect(home.invoiceAmount).toBe(85.5);
	const alone = { total: '25.00', line_items: [card], tax_lines: [] };
	expect(draftOf(sold(alone), settings())).toMatchObject({ invoiceAmount: 25, regime: 'domestic' });
});

test('a product whose account is that of gift cards is one too', () => {
	const row = { sku: 'GIFT', accountId: 'gift cards', regime: 'all' as const };
	const lines = sold().line_items;
	const raw = sold({ line_items: [lines[0], { ...card, sku: 'GIFT', meta_data: [] }] });
	const draft = draftOf(raw, settings({ productAccounts: [row] }));
	expect(linesOf(besideEntry(draft)!)).toEqual([['product', 'gift cards', 25]]);
});

describe('what else bears no VAT beside goods by OSS', () => {
	const how = (changes: Parameters<typeof settings>[0] = {}) =>
		settings({ ossAccountWithoutVatId: 'untaxed', ...changes });
	const stamps = {
		...{ ...card, id: 901, name: 'Stamps', quantity: 2, meta_data: [] },
		...{ subtotal: '12.00', total: '10.00' },
	};
	const post = { id: 902, method_title: 'Post', total: '4.95', total_tax: '0.00', taxes: [] };
	const wrap = { id: 903, name: 'Wrapping', total: '1.05', total_tax: '0.00', taxes: [] };
	const [goods] = sold().line_items as [object];
	const mixed = (changes: object = {}) =>
		sold({
			...{ total: '76.50', line_items: [goods, stamps] },
			...{ shipping_lines: [post], fee_lines: [wrap] },
			...changes,
		});
	const codeOf = (raw: object, by = how()) => transform(raw, by).code;

	test('stands in an entry of its own where the settings name an account', () => {
		const draft = draftOf(mixed(), how());
		expect([draft.invoiceAmount, linesOf(draft)]).toEqual([
			60.5,
			[
				['product', 'oss', 50],
				['vat', 'foreign', 10.5],
			],
		]);
		const beside = besideEntry(draft)!;
		expect(beside).toMatchObject({
			...{ invoiceNumber: '1000-G', invoiceAmount: 16, regime: 'domestic', vat: [] },
			customer: { cardCountry: 'NL' },
		});
		expect(linesOf(beside)).toEqual([
			['product', 'untaxed', 10],
			['shipping', 'untaxed', 4.95],
			['fee', 'untaxed', 1.05],
		]);
		expect(draft.notes).toContain(
			'€ 16.00 of it bears no VAT. SnelStart takes that in no entry by OSS, so it is booked in one of its own, 1000-G.',
		);
		expect(transform(mixed(), how()).total).toBe(76.5);
	});

	test('beside a gift card on the account of its own', () => {
		const raw = sold({ total: '95.50', line_items: [goods, card, stamps] });
		expect(linesOf(besideEntry(draftOf(raw, how()))!)).toEqual([
			['product', 'gift cards', 25],
			['product', 'untaxed', 10],
		]);
	});

	test('holds the VAT of the goods where the settings say so of shipping and fees', () => {
		const draft = draftOf(mixed(), how({ ossChargeWithoutVat: 'gross' }));
		expect(draft.invoiceAmount).toBe(66.5);
		expect(linesOf(besideEntry(draft)!)).toEqual([['product', 'untaxed', 10]]);
	});

	test('has a tip that leads there, and none that leads in a circle', () => {
		const articles = sold({ total: '70.50', line_items: [goods, stamps] });
		const tipOf = (raw: object, by: ReturnType<typeof settings>) => transform(raw, by).tip;
		expect(codeOf(articles, settings())).toBe('OSS_LINE_WITHOUT_VAT');
		expect(tipOf(articles, settings())).toContain("'OSS Account Without VAT'");
		const partly = { ...articles, total: '60.50', gift_cards: [{ amount: '10.00' }] };
		expect(codeOf(partly)).toBe('OSS_LINE_WITHOUT_VAT');
		expect(tipOf(partly, how())).toContain('by hand');
		const charge = sold({ total: '65.45', line_items: [goods], shipping_lines: [post] });
		expect(tipOf(charge, settings())).toContain("'OSS Account Without VAT'");
	});

	test('is never what is below zero', () => {
		const minus = { ...wrap, total: '-1.00' };
		const raw = sold({ total: '59.50', line_items: [goods], fee_lines: [minus] });
		expect(codeOf(raw)).toBe('UNTAXED_NEGATIVE_FEE');
	});

	test('is paid, refunded and cancelled as the entry that it stands in', () => {
		const paid = { date_paid: '2026-03-02T10:00:00', date_paid_gmt: '2026-03-02T09:00:00' };
		const [payment] = transformPayments(mixed(paid), 'woocommerce', how());
		expect(payment!.draft!.salesLines.map((one) => [one.invoiceNumber, one.amount])).toEqual([
			['1000', 60.5],
			['1000-G', 16],
		]);
		const back = {
			...{ id: 995, name: 'Post', total: '-4.95', total_tax: '0.00', taxes: [] },
			meta_data: [{ key: '_refunded_item_id', value: '902' }],
		};
		const given = refund(7, [], 495, { shipping_lines: [back] });
		const inBooks = [booked(draftOf(mixed(), how()))];
		const asked = { order: mixed({ refunds: [given] }), refund: given, booked: inBooks };
		expect(refundOf(asked, how()).draft).toMatchObject({
			...{ ofBeside: true, invoiceAmount: -4.95, originalInvoiceNumber: '1000-G' },
			lines: [{ role: 'shipping', ledgerAccountId: 'untaxed', amount: -4.95 }],
		});
		const cancelled = { order: mixed({ status: 'cancelled' }), date: '2026-04-01' };
		const [all] = cancelOrder({ ...cancelled, booked: inBooks }, 'woocommerce', how());
		expect([all!.total, all!.draft!.invoiceAmount]).toEqual([-76.5, -60.5]);
	});
});

test('what cannot be told apart for certain needs attention', () => {
	const codeOf = (raw: object, how = settings()) => transform(raw, how).code;
	expect(codeOf(sold(), settings({ giftCardAccountId: undefined }))).toBe(
		'GIFT_CARD_ACCOUNT_MISSING',
	);
	const partly = sold({ total: '75.50', gift_cards: [{ amount: '10.00' }] });
	expect(codeOf(partly)).toBe('OSS_LINE_WITHOUT_VAT');
	const back = { ...card, total: '-25.00', subtotal: '-25.00' };
	const lines = sold().line_items;
	expect(codeOf(sold({ total: '35.50', line_items: [lines[0], back] }))).toBe(
		'OSS_LINE_WITHOUT_VAT',
	);
	expect(codeOf(sold({ number: 'A'.repeat(24) }))).toBe('INVOICE_NUMBER_TOO_LONG');
});

describe('payments', () => {
	const paid = (changes: object = {}) =>
		sold({
			date_paid: '2026-03-02T10:00:00',
			date_paid_gmt: '2026-03-02T09:00:00',
			transaction_id: 'tr_1',
			...changes,
		});
	const drafted = (raw: object) => transformPayments(raw, 'woocommerce', settings());

	test('one payment settles both entries to the cent', () => {
		const [{ draft, code }] = drafted(paid()) as [ReturnType<typeof drafted>[0]];
		expect(code).toBe('');
		expect(draft!.amount).toBe(85.5);
		expect(draft!.salesLines.map(({ invoiceNumber, amount }) => [invoiceNumber, amount])).toEqual([
			['1000', 60.5],
			['1000-G', 25],
		]);
	});

	test('also where nobody reads the categories that accounts and orders go by', () => {
		const shops = [
			{ shop: 'woocommerce', kind: 'wooCommerce' as const, categoriesToBook: ['Books'] },
		];
		const productAccounts = [{ category: 'Books', accountId: 'books', regime: 'all' as const }];
		for (const how of [settings({ productAccounts }), settings({ shops })]) {
			const [{ draft }] = transformPayments(paid(), 'woocommerce', how) as [
				ReturnType<typeof drafted>[0],
			];
			expect(draft!.salesLines.map(({ amount }) => amount)).toEqual([60.5, 25]);
		}
	});

	test('of the entry that replaced another', () => {
		const [{ draft }] = transformPayments(paid(), 'woocommerce', settings(), 2) as [
			ReturnType<typeof drafted>[0],
		];
		expect(draft!.salesLines.map(({ invoiceNumber }) => invoiceNumber)).toEqual([
			'1000-2',
			'1000-2-G',
		]);
	});

	test('money that goes back settles the credit note of what was taken back', () => {
		const paidBack = (lines: Line[], amount: number | undefined, changes: object = {}) => {
			const given = refund(7, lines, amount, { refunded_payment: true, ...changes });
			const back = drafted(paid({ refunds: [given] })).find((one) => (one.amount ?? 0) < 0);
			return back?.code || back?.draft?.salesLines.map((one) => [one.invoiceNumber, one.amount]);
		};
		expect(paidBack([{ net: 5000, rate: 21, of: 0 }], undefined)).toEqual([['C7', -60.5]]);
		expect(paidBack([], 8550)).toEqual([
			['C7', -60.5],
			['C7-G', -25],
		]);
		expect(paidBack([], 2500, { line_items: [cardBack()] })).toEqual([['C7', -25]]);
		// No lines say which entry it is of.
		expect(paidBack([], 2500)).toBe('CREDIT_OF_TWO_ENTRIES');
	});
});

describe('reconciliation', () => {
	const draft = draftOf(sold(), settings());
	const entries = [draft, besideEntry(draft)!];
	const mutations = entries.flatMap(
		({ invoiceNumber, invoiceDate: date, lines, invoiceAmount }) => [
			...lines.map(({ ledgerAccountId, amount }) => ({
				...{ date, invoiceNumber, accountId: ledgerAccountId, amount: Math.round(amount * 100) },
			})),
			{ date, invoiceNumber, accountId: 'debtors', amount: -Math.round(invoiceAmount * 100) },
		],
	);
	const documents = [
		{ orderKey: draft.orderKey, orderNumber: '1000', total: 85.5, draft, code: '', message: '' },
	];
	const roles: Record<string, AccountRole> = {
		debtors: { box: 'none', holds: 'receivable' },
		oss: { box: 'oss', holds: 'turnover' },
		foreign: { box: 'oss', holds: 'vat' },
	};
	const roleOf = (id: string): AccountRole => roles[id] ?? { box: 'none', holds: 'other' };
	const found = (booksOf: typeof mutations) =>
		reconcile(
			documents,
			booksOf as never,
			{ from: '2026-03-01', until: '2026-03-31' },
			roleOf,
		).differences.map(({ kind, invoiceNumber }) => [kind, invoiceNumber]);

	test('knows both entries', () => expect(found(mutations)).toEqual([]));
	test('knows the debt to the customer, and what is open on both', () => {
		const [paid] = [{ amount: 85.5, accountId: 'clearing' }];
		const withMoney = (open: number) =>
			reconcile(
				[{ ...documents[0]!, money: { isTold: true, payments: [paid] } }] as never,
				mutations as never,
				{ from: '2026-03-01', until: '2026-03-31' },
				roleOf,
				{
					money: {
						...{ besides: [], nameOf: (id: string) => id, giftCardAccountId: 'gift cards' },
						openItems: new Map([['1000-G', open]]),
					},
				} as never,
			).differences.map(({ kind, difference }) => [kind, difference]);
		expect(withMoney(0)).toEqual([]);
		expect(withMoney(2500)).toEqual([['openItem', 25]]);
	});
	test('names the one that is missing', () => {
		const without = (number: string) => mutations.filter((one) => one.invoiceNumber !== number);
		expect(found(without('1000-G'))).toEqual([['missing', '1000-G']]);
		expect(found(without('1000'))).toEqual([['missing', '1000']]);
	});
});

test('the preview counts both entries', () => {
	const { transformed, order: read } = transformUnchecked(sold(), 'woocommerce', settings());
	expect(previewOf(transformed, read, 'en')).toMatchObject({
		bookedTotal: 85.5,
		totalDifference: 0,
	});
});

test('its number follows from that of the order', () => {
	expect(besideNumber('W28')).toBe('W28-G');
});
