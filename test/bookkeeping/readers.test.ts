/** Readers are tolerant where shops vary, and loud where money is unexplained. */
import { order, type Json } from './refunds/support';
import {
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from './support';

describe('whatever is written in the metadata, it never breaks an order', () => {
	const plain = wooCommerceOrder('rest_simple_nl');

	test.each([
		['an object', { vat: 'NL123' }],
		['a list', ['NL123', { a: 1 }]],
		['a number', 7],
		['nothing', null],
	])('a VAT number that is %s', (_, value) => {
		const meta_data = [{ id: 1, key: 'vat_number', value }, { key: null }, 'text', null];
		expect(transform({ ...plain, meta_data })).toMatchObject({ outcome: 'book' });
	});

	test('a gift card total that is not an amount is not overlooked', () => {
		const meta_data = [{ key: '_used_wallet_amount', value: { amount: 5 } }];
		expect(transform({ ...plain, meta_data }).code).toBe('ORDER_UNREADABLE');
	});

	test('an empty value does not hide a later key', () => {
		const meta_data = [
			{ key: '_billing_vat_number', value: '' },
			{ key: 'btw_nummer', value: 'NL810755610B01' },
		];
		expect(draftOf({ ...plain, meta_data }).customer).toMatchObject({
			vatNumber: 'NL810755610B01',
		});
	});
});

describe('any amount that nobody here reads makes the order need attention', () => {
	const plain = order([{ net: 1000, rate: 21 }]);
	const [line] = plain.line_items as Json[];
	const fee = { id: 9, name: 'Fee', total: '0.00', total_tax: '0.00', taxes: [] };
	const cases: Array<[string, Json, string]> = [
		['WooCommerce, the order', { ...plain, surcharge_total: '1.00' }, 'surcharge_total'],
		['WooCommerce, an object', { ...plain, handling_cost: { amount: '1.00' } }, 'handling_cost'],
		['WooCommerce, a list', { ...plain, voucher_lines: [{ id: 1 }] }, 'voucher_lines'],
		[
			'WooCommerce, a product',
			{ ...plain, line_items: [{ ...line, deposit_amount: '2.00' }] },
			'deposit_amount',
		],
		[
			'WooCommerce, shipping',
			{ ...plain, shipping_lines: [{ ...fee, insurance_fee: '1.00' }] },
			'insurance_fee',
		],
		['WooCommerce, a fee', { ...plain, fee_lines: [{ ...fee, tip: 2 }] }, 'tip'],
		['JouwWeb, the order', jouwWebOrder(440001, { paymentCosts: 0.95 }), 'paymentCosts'],
		[
			'JouwWeb, an object',
			jouwWebOrder(440001, { paymentCosts: { net: '0.79', vat: '0.16' } }),
			'paymentCosts',
		],
		[
			'JouwWeb, inside the price',
			jouwWebOrder(440001, { price: { total: 34.95, paymentCosts: 0.95 } }),
			'paymentCosts',
		],
		[
			'JouwWeb, a line',
			jouwWebOrder(440001, {
				orderLines: [
					{
						type: 'article',
						title: 'x',
						quantity: 1,
						totalPrice: 34.95,
						totalTaxAmount: 6.07,
						taxPercentage: 21,
						giftWrapCost: 1,
					},
				],
			}),
			'giftWrapCost',
		],
	];

	/** The customer owes one euro more than the order explains. */
	const withOneMore = (raw: Record<string, unknown>) =>
		'totalPrice' in raw
			? {
					...raw,
					totalPrice: Number(raw.totalPrice) + 1,
					price: { ...(raw.price as object | undefined), total: undefined },
				}
			: { ...raw, total: String(Number(raw.total) + 1) };

	test.each(cases)('%s', (_, raw, field) => {
		const { code, message } = transform(withOneMore(raw as Record<string, unknown>));
		expect([code, message]).toEqual(['UNEXPLAINED_AMOUNT', expect.stringContaining(`"${field}"`)]);
	});

	test('zeros, texts and what the goods cost the shop are not amounts of the sale', () => {
		const more = {
			surcharge_total: '0.00',
			handling_cost: { amount: 0, label: 'none' },
			cost_of_goods_sold: { total_value: '4.20' },
		};
		const lines = [{ ...line, cost_of_goods_sold: { total_value: '4.20' }, price_label: 'from 5' }];
		expect(draftOf({ ...plain, ...more, line_items: lines })).toEqual(draftOf(plain));
	});

	test('what repeats the total inside the price of JouwWeb is no other amount', () => {
		const price = { total: 34.95, totalExcludingTax: 28.88, taxAmount: 6.07, discount: 0 };
		expect(draftOf(jouwWebOrder(440001, { price }))).toEqual(draftOf(jouwWebOrder(440001)));
	});
});

describe('what shops spell in two ways', () => {
	test('J100: the lines of JouwWeb as orderLines or orderlines', () => {
		const { orderLines, ...raw } = jouwWebOrder(440003);
		expect(draftOf({ ...raw, orderlines: orderLines })).toEqual(draftOf(jouwWebOrder(440003)));
	});

	test('J103: the percentage of JouwWeb as percent or fraction', () => {
		const raw = jouwWebOrder(440003);
		expect((raw.orderLines as Json[])[0]?.taxPercentage).toBe(0.09);
		const orderLines = (raw.orderLines as Json[]).map((line) => ({
			...line,
			taxPercentage: Math.round(Number(line.taxPercentage) * 100),
		}));
		expect(draftOf({ ...raw, orderLines })).toEqual(draftOf(raw));
	});

	test('entities, unusual dashes, emoji and control characters reach the books clean (J102)', () => {
		const raw = order([{ net: 1000, rate: 21 }]);
		const [line] = raw.line_items as Json[];
		const name = 'Mok &amp; bord \u2013 \u201cblauw\u201d \u{1F600}\u0007 &#8364; 5';
		const [booked] = draftOf({ ...raw, line_items: [{ ...line, name }] }).lines;
		expect(booked?.description).toBe('Mok & bord - \u201cblauw\u201d \u{1F600} € 5');
	});
});

describe('deposits (statiegeld) and other lines outside VAT', () => {
	const deposit = {
		id: 9,
		name: 'Statiegeld',
		sku: 'STATIEGELD',
		quantity: 6,
		subtotal: '0.90',
		total: '0.90',
		total_tax: '0.00',
		taxes: [],
	};
	const raw = order([{ net: 1000, rate: 21 }], { total: '13.00' });
	const withDeposit = { ...raw, line_items: [...(raw.line_items as Json[]), deposit] };

	test('W048, W051: a deposit has a line and an account of its own, without VAT', () => {
		const settings = settingsWith({
			productAccounts: [{ sku: 'STATIEGELD', accountId: 'deposits' }],
		});
		const draft = draftOf(withDeposit, settings);
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 10],
			['product', 'deposits', 0.9],
		]);
		expect(draft.lines[1]).toMatchObject({ vatKind: 'none', description: '6 x Statiegeld' });
		expect(vatOf(draft)).toEqual({ 21: 2.1 });
	});

	test('W061: without an account it is not taken for zero-rated turnover', () => {
		expect(transform(withDeposit).code).toBe('UNTAXED_DOMESTIC_LINE');
	});
});

describe('every regime says why', () => {
	const accounts = { productsAccountId: 'p', shippingAccountId: 's', feesAccountId: 'f' };
	const to = (country: string, postalCode = '', changes: Json = {}) =>
		jouwWebOrder(440006, { shippingAddress: { country, postalCode }, ...changes });
	const [, jouwWeb] = settingsWith().shops;
	const margin = settingsWith({ shops: [{ ...jouwWeb!, marginScheme: true }], margin: accounts });

	test.each([
		['at home', jouwWebOrder(440001), undefined, /Delivered in NL, the country of the shop/],
		['ICP', to('DE'), undefined, /DE.*without VAT.*VAT number/],
		['Monaco counts as France', to('MC', '98000'), undefined, /FR.*Monaco counts as France/],
		['export', to('US'), undefined, /US, outside the EU VAT area, without VAT: export/],
		['the Canary Islands', to('ES', '35001'), undefined, /35001 in ES lies outside/],
		[
			'Northern Ireland',
			to('GB', 'BT1 5GS', { taxNumber: 'XI123456789' }),
			undefined,
			/postcode is in Northern Ireland/,
		],
		['the margin scheme at home', to('NL'), margin, /margin scheme/i],
		['the margin scheme in the EU', to('DE'), margin, /margin scheme/i],
		[
			'domestic reverse charge',
			to('NL', '', { taxNumber: 'NL810755610B01' }),
			settingsWith({ reverseCharge: accounts }),
			/reverse charge/i,
		],
	])('%s', (_, raw, settings, why) => {
		expect(draftOf(raw, settings).regimeReason).toMatch(why);
	});
});
