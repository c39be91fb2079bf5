import { draftOf, linesOf, settingsWith, transform, vatOf } from '../support';
import { cardOrder, meta } from './support';

type Json = Record<string, unknown>;
const settings = settingsWith({
	giftCardAccountId: 'gift cards',
	reverseCharge: {
		...{ productsAccountId: 'reverse products', shippingAccountId: 'reverse shipping' },
		...{ feesAccountId: 'reverse fees' },
	},
});

const soldLine = (mark: Json[], changes: Json = {}): Json => ({
	...{ id: 5, name: 'Cadeaubon', sku: '', quantity: 1, meta_data: mark },
	...{ subtotal: '25.00', subtotal_tax: '0.00', total: '25.00', total_tax: '0.00', taxes: [] },
	...changes,
});
const marks: Array<[string, Json[]]> = [
	['the official plugin', [meta('wc_gc_giftcard_amount', '25')]],
	['PW Gift Cards', [meta('pw_gift_card_amount', '25')]],
	['YITH', [meta('_ywgc_gift_card_code', ['TEST-1'])]],
	['Account Funds, a top-up', [meta('_top_up_amount', '25')]],
	['WooCommerce Store Credit', [meta('_store_credit_data', { amount: '25' })]],
	['Smart Coupons, a credit', [meta('sc_called_credit', '25')]],
];
const onlyCard = (changes: Json = {}) =>
	cardOrder('25.00', {
		...{ total_tax: '0.00', tax_lines: [], line_items: [soldLine(marks[0]![1])] },
		...changes,
	});

test.each(marks)('a card of %s that is sold is a debt, not turnover', (_, mark) => {
	const [goods] = cardOrder('0').line_items as Json[];
	const draft = draftOf(cardOrder('85.50', { line_items: [goods, soldLine(mark)] }), settings);
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 50],
		['product', 'gift cards', 25],
	]);
	expect(vatOf(draft)).toEqual({ 21: 10.5 });
});

test('a card with VAT (single-purpose) is turnover at its rate', () => {
	const line = soldLine(marks[0]![1], {
		...{ total_tax: '5.25', subtotal_tax: '5.25', taxes: [{ id: 1, total: '5.25' }] },
	});
	const tax_lines = [{ id: 901, rate_id: 1, rate_percent: 21, tax_total: '5.25' }];
	const draft = draftOf(
		cardOrder('30.25', { line_items: [line], tax_lines, total_tax: '5.25' }),
		settings,
	);
	expect(linesOf(draft)).toEqual([['product', '21 products', 25]]);
});

test('without an account for cards the order says which setting is missing', () => {
	expect(transform(onlyCard(), settingsWith())).toMatchObject({
		...{ outcome: 'attention', code: 'GIFT_CARD_ACCOUNT_MISSING' },
		message: 'The order sells a gift card or store credit without VAT.',
	});
});

const abroad = (country: string, changes: Json = {}) => {
	const address = { ...(cardOrder('0').billing as Json), country, postcode: '1000', ...changes };
	return { billing: address, shipping: address };
};

test.each([
	['a consumer in Belgium: no demand of a VAT number', abroad('BE')],
	['a business in Belgium: no ICP', abroad('BE', { company: 'Proef BV', vat_id: 'BE0123456749' })],
	['the United States: no export', abroad('US')],
	[
		'a Dutch business with a VAT number: no reverse charge',
		abroad('NL', { vat_id: 'NL000099998B57' }),
	],
])('a card to %s', (_, changes) => {
	const draft = draftOf(onlyCard(changes), settings);
	expect(draft.regime).toBe('domestic');
	expect(draft.notes).toEqual([]);
	expect(linesOf(draft)).toEqual([['product', 'gift cards', 25]]);
	expect(draft.vat).toEqual([]);
});

test('a card known by its product account is money as well', () => {
	const raw = onlyCard({ line_items: [soldLine([], { sku: 'BON-25' })], ...abroad('BE') });
	const byAccount = settingsWith({
		giftCardAccountId: 'gift cards',
		productAccounts: [{ sku: 'BON-*', accountId: 'gift cards' }],
	});
	expect(draftOf(raw, byAccount).regime).toBe('domestic');
	expect(transform(raw, settings)).toMatchObject({ code: 'ICP_VAT_NUMBER_MISSING' });
});

test('goods beside the card decide as ever', () => {
	const [goods] = cardOrder('0').line_items as Json[];
	const free = { ...goods, total_tax: '0.00', subtotal_tax: '0.00', taxes: [] };
	const raw = onlyCard({
		...{ total: '75.00', line_items: [free, soldLine(marks[0]![1])] },
		...abroad('BE'),
	});
	expect(transform(raw, settings)).toMatchObject({ code: 'ICP_VAT_NUMBER_MISSING' });
});

describe('a top-up of TeraWallet, which marks the order', () => {
	const meta_data = [meta('_wc_wallet_purchase_credited', '1')];
	const topUp = soldLine([], { name: 'Wallet Topup' });

	test('sold to the United States is a debt, no export', () => {
		const order = onlyCard({ ...abroad('US'), line_items: [topUp], meta_data });
		const draft = draftOf(order, settings);
		expect(linesOf(draft)).toEqual([['product', 'gift cards', 25]]);
		expect(draft.regime).toBe('domestic');
	});

	test('beside goods is the line with its name', () => {
		const [goods] = cardOrder('0').line_items as Json[];
		const order = cardOrder('85.50', { line_items: [goods, topUp], meta_data });
		expect(linesOf(draftOf(order, settings))).toEqual([
			['product', '21 products', 50],
			['product', 'gift cards', 25],
		]);
	});

	test('is none as long as nothing marks it', () => {
		expect(transform(onlyCard({ line_items: [topUp] }), settings).code).toBe(
			'UNTAXED_DOMESTIC_LINE',
		);
	});
});
