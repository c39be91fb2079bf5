import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import {
	completeSettings,
	draftOf,
	linesOf,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from '../support';

type Json = Record<string, unknown>;

interface Charged {
	net: string;
	vat: string;
	/** Before the discount; left out when there was none. */
	before?: string;
}

/** A line of an order of WooCommerce. */
function line(id: number, { net, vat, before }: Charged): Json {
	return {
		...{ id, name: `Product ${id}`, product_id: 11, quantity: 1, sku: `ART-${id}` },
		...{ subtotal: before ?? net, subtotal_tax: vat, total: net, total_tax: vat },
		taxes: [{ id: 1, total: vat, subtotal: vat }],
	};
}

/** An order at home in a shop that keeps whole euros. */
function order(lines: Charged[], changes: Json = {}): Json {
	const sum = (amounts: string[]) =>
		(amounts.reduce((all, one) => all + Math.round(Number(one) * 100), 0) / 100).toFixed(2);
	const vat = sum(lines.map((one) => one.vat));
	return wooCommerceOrder('rest_simple_nl', {
		...{ total: sum(lines.flatMap((one) => [one.net, one.vat])), total_tax: vat, refunds: [] },
		...{ shipping_lines: [], fee_lines: [], coupon_lines: [], meta_data: [] },
		line_items: lines.map((one, index) => line(index + 1, one)),
		tax_lines: [{ id: 901, rate_code: 'NL-BTW-1', rate_id: 1, rate_percent: 21, tax_total: vat }],
		...changes,
	});
}

const withRest = (changes: Partial<SettingsInput> = {}) =>
	settingsWith({ vatOffItsRate: 'restWithoutVat', ordersWithRefunds: 'book', ...changes });

test('VAT above its rate: the rest is below zero, and is no payment', () => {
	// 28 of which 23 net and 5 VAT: 5.00 is 21 % of 23.81.
	const draft = draftOf(order([{ net: '23', vat: '5' }]), withRest());
	expect([draft.invoiceAmount, vatOf(draft), linesOf(draft)]).toEqual([
		28,
		{ 21: 5 },
		[
			['product', '21 products', 23.81],
			['product', '0 products', -0.81],
		],
	]);
});

test('a discount stays with the part that bears VAT', () => {
	const draft = draftOf(order([{ net: '25', vat: '5', before: '30' }]), withRest());
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 28.81],
		['product', '0 products', 1.19],
		['discount', '21 discount', -5],
	]);
});

test.each<[string, Charged, Partial<SettingsInput>]>([
	['VAT of another rate of the country', { net: '8.00', vat: '0.72' }, {}],
	['no VAT at all', { net: '4.00', vat: '0.00' }, {}],
	['more than a euro of VAT', { net: '25.00', vat: '4.24' }, {}],
	['a setting that says attention', { net: '25', vat: '5' }, { vatOffItsRate: 'attention' }],
])('%s stays refused', (_, charged, settings) => {
	const outcome = transform(order([charged]), withRest(settings));
	expect([outcome.outcome, outcome.code]).toEqual(['attention', 'RATE_CONTRADICTS_AMOUNTS']);
});

test('exactly a euro of VAT off its rate is booked: 4.25 where 5.25 was due', () => {
	const draft = draftOf(order([{ net: '25.00', vat: '4.25' }]), withRest());
	expect(linesOf(draft)).toEqual([
		['product', '21 products', 20.24],
		['product', '0 products', 4.76],
	]);
});

test('in an order with foreign VAT (OSS) the rest goes where the settings put what bears none', () => {
	const german: Partial<SettingsInput> = {
		vatMapping: [
			...completeSettings.vatMapping,
			{ country: 'DE', percentage: 19, vatKind: 'oss', productsAccountId: 'oss products' },
		],
		administration: {
			...{ name: 'Test', foreignVatAccountId: 'oss vat', accounts: [], vatRates: [] },
		},
	};
	const address = { first_name: 'Eva', last_name: 'Muster', city: 'Berlin', postcode: '10115' };
	const raw = order([{ net: '27', vat: '5' }], {
		billing: { ...address, country: 'DE', email: 'eva@muster.test' },
		shipping: { ...address, country: 'DE' },
		tax_lines: [{ id: 901, rate_code: 'DE-MWST-1', rate_id: 1, rate_percent: 19, tax_total: '5' }],
	});
	expect(transform(raw, withRest(german)).tip).toContain("'OSS Account Without VAT'");
	const draft = draftOf(raw, withRest({ ...german, ossAccountWithoutVatId: 'no oss' }));
	// 5.00 is 19 % of 26.32.
	expect([linesOf(draft), draft.beside && linesOf({ lines: draft.beside.lines })]).toEqual([
		[
			['product', 'oss products', 26.32],
			['vat', 'oss vat', 5],
		],
		[['product', 'no oss', 0.68]],
	]);
});

describe('credit notes of such an order', () => {
	const lines = [
		{ net: '50', vat: '10' },
		{ net: '25', vat: '5' },
	];
	const refund = (changes: Json): Json => ({
		...{ id: 700, date_created: '2026-04-01T10:00:00', reason: '', refunded_by: 1, meta_data: [] },
		...changes,
	});
	const back = (id: number, { net, vat }: Charged) => ({
		...line(id, { net: `-${net}`, vat: `-${vat}` }),
		meta_data: [{ key: '_refunded_item_id', value: String(id) }],
	});
	const credited = (raw: Json, settings = withRest()) => {
		const of = { order: order(lines, { refunds: [{ id: 700, total: '-1' }] }), refund: raw };
		const { draft, code, message } = transformRefund(of, 'woocommerce', settings);
		if (!draft) throw new Error(`${code}: ${message}`);
		return [draft.invoiceAmount, vatOf(draft), linesOf(draft)];
	};

	test('a line goes back whole: the part with VAT and the rest', () => {
		const raw = refund({ amount: '30', line_items: [back(2, { net: '25', vat: '5' })] });
		expect(credited(raw)).toEqual([
			-30,
			{ 21: -5 },
			[
				['product', '21 products', -23.81],
				['product', '0 products', -1.19],
			],
		]);
	});

	test('half of a line', () => {
		// 2.50 is 21 % of 11.90; of 12.50 that leaves 0.60.
		const raw = refund({ amount: '15', line_items: [back(2, { net: '12.50', vat: '2.50' })] });
		expect(credited(raw)).toEqual([
			-15,
			{ 21: -2.5 },
			[
				['product', '21 products', -11.9],
				['product', '0 products', -0.6],
			],
		]);
	});

	test('the whole order is mirrored, and so is a cancelled one', () => {
		const whole = [
			...[-90, { 21: -15 }],
			[
				['product', '21 products', -47.62],
				['product', '21 products', -23.81],
				['product', '0 products', -2.38],
				['product', '0 products', -1.19],
			],
		];
		const raw = refund({ amount: '90', line_items: lines.map((one, at) => back(at + 1, one)) });
		const sorted = ([amount, vat, of]: unknown[]) => [
			...[amount, vat],
			(of as Array<[string, string, number]>).toSorted((a, b) => a[2] - b[2]),
		];
		expect(sorted(credited(raw))).toEqual(whole);
		const input = {
			order: order(lines, { status: 'cancelled', date_paid: null, date_paid_gmt: null }),
			date: '2026-04-02',
		};
		const [cancelled] = cancelOrder(input, 'woocommerce', withRest());
		if (!cancelled?.draft) throw new Error(cancelled?.message);
		const { draft } = cancelled;
		expect(sorted([draft.invoiceAmount, vatOf(draft), linesOf(draft)])).toEqual(whole);
	});
});
