import { readFileSync } from 'node:fs';
import path from 'node:path';

import { completeSettings, settingsWith, transform } from '../bookkeeping/support';
import { caseOf, entryOf, figuresOf, inputs, outcomeOf } from './support';

/** Orders that are booked: total, VAT per rate and lines are those that the shop charged. */
const BOOKED: Record<string, ReturnType<typeof figuresOf>> = {
	j01: {
		total: 104.95,
		vat: { 21: 11.27, 9: 3.3 },
		lines: [
			['product', '9 products', 36.7],
			['product', '21 products', 49.59],
			['shipping', '21 shipping', 4.09],
		],
	},
	j02: { total: 34.95, vat: { 21: 6.07 }, lines: [['product', '21 products', 28.88]] },
	j04: {
		total: 35.45,
		vat: { 21: 6.16 },
		lines: [
			['product', '21 products', 28.88],
			['product', '21 products', 0.41],
		],
	},
	j05: {
		total: 39.9,
		vat: { 21: 6.07 },
		lines: [
			['product', '21 products', 28.88],
			['shipping', '0 shipping', 4.95],
		],
	},
	j06: { total: 34.95, vat: { 21: 6.07 }, lines: [['product', '21 products', 28.88]] },
	r03: { total: 60.5, vat: { 21: 10.5 }, lines: [['product', '21 products', 50]] },
	r04: { total: 8.78, vat: { 21: 1.52 }, lines: [['product', '21 products', 7.26]] },
	r05: {
		total: 46.95,
		vat: { 21: 8.14 },
		lines: [
			['product', '21 products', 35.73],
			['shipping', '21 shipping', 3.07],
			['rounding', 'rounding', 0.01],
		],
	},
	r07: {
		total: 332.78,
		vat: { 21: 57.75 },
		lines: [
			['product', '21 products', 271.73],
			['shipping', '21 shipping', 3.3],
		],
	},
	r11: {
		total: 70.5,
		vat: { 21: 10.5 },
		lines: [
			['product', '21 products', 50],
			['fee', '0 fees', 10],
		],
	},
	r15: { total: 60.5, vat: { 21: 10.5 }, lines: [['product', '21 products', 50]] },
	r16: {
		total: 60.49,
		vat: { 21: 10.5 },
		lines: [
			['product', '21 products', 50],
			['product', '21 products', 8.26],
			['discount', '21 discount', -8.27],
		],
	},
	r18: {
		total: 0,
		vat: {},
		lines: [
			['product', '21 products', 50],
			['fee', '21 fees', -50],
		],
	},
	r20: {
		total: 65.5,
		vat: { 21: 10.5 },
		lines: [
			['product', '21 products', 50],
			['shipping', '0 shipping', 5],
		],
	},
	r21: {
		total: 681.03,
		vat: {},
		lines: [
			['product', 'icp products', 810.75],
			['discount', 'icp discount', -129.72],
		],
	},
	r27: { total: 199, vat: { 21: 34.54 }, lines: [['product', '21 products', 164.46]] },
	r71d: { total: 100, vat: {}, lines: [['product', '0 products', 100]] },
	r74: { total: 60.5, vat: { 21: 10.5 }, lines: [['product', '21 products', 50]] },
	r75: {
		total: 121,
		vat: { 21: 21 },
		lines: [
			['product', '21 products', 50],
			['product', '21 products', 50],
		],
	},
	r76b: { total: 60.5, vat: { 21: 10.5 }, lines: [['product', 'NL21 products', 50]] },
	r88: {
		total: 121,
		vat: { 21: 21 },
		lines: [
			['product', '21 products', 50],
			['product', '21 products', 50],
		],
	},
	r92b: {
		total: 65.45,
		vat: {},
		lines: [
			['product', 'sales without VAT', 60.5],
			['shipping', '0 shipping', 4.95],
		],
	},
	r94: { total: 60.5, vat: { 21: 10.5 }, lines: [['product', '21 products', 50]] },
};

test.each(Object.keys(BOOKED).map((id) => [caseOf(id).title, id] as const))('%s', (_, id) => {
	expect(figuresOf(entryOf(id))).toEqual(BOOKED[id]);
});

/** Orders of which one sentence must be read by the bookkeeper. */
const NOTED: Array<[string, RegExp]> = [
	['j05', /^Shipping of € 4\.95 bears no VAT, while the goods bear 21 %/],
	['r11', /^A fee of € 10\.00 bears no VAT, while the goods bear 21 %/],
	['r20', /^Shipping of € 5\.00 bears no VAT, while the goods bear 21 %/],
	['r71d', /^Products of € 100\.00 bear no VAT, and the customer has a VAT number of BE\./],
];

test.each(NOTED)('%s is booked as it was charged, and a note tells', (id, sentence) => {
	expect(entryOf(id).notes).toContainEqual(expect.stringMatching(sentence));
});

/** Orders that cannot be booked as they are, with the code and the fact that is missing. */
const REFUSED: Array<[string, string, RegExp]> = [
	['r02', 'RATE_CONTRADICTS_AMOUNTS', /21 % has VAT € 5\.00 over € 25\.00/],
	['r25c', 'DATE_UNREADABLE', /no date/],
	['r27b', 'CURRENCY_NOT_EUR', /USD/],
	['r71', 'ICP_VAT_NUMBER_OF_DISPATCH', /one of NL/],
	['r71c', 'UNTAXED_DOMESTIC_LINE', /NL has no VAT rate/],
	['r73', 'VAT_TOTAL_MISMATCH', /states € 10\.50, its lines € 21\.00/],
	['r73b', 'UNTAXED_DOMESTIC_LINE', /no VAT rate/],
	['r78', 'NO_VAT_MAPPING', /25\.5 % delivered in FI/],
	['r81-j', 'UNKNOWN_VAT_RATE', /25\.5 %.*on 2024-03-14/],
	['r82', 'SPLIT_NOT_REPRODUCED', /Shipping of € 17\.50/],
	['r88b', 'VAT_TOTAL_MISMATCH', /states VAT € 10\.50, its lines € 11\.55/],
	['r92d', 'ICP_VAT_NUMBER_MISSING', /no VAT number/],
	['r94b', 'ICP_VAT_NUMBER_MISSING', /no VAT number/],
	['r95', 'RATE_CONTRADICTS_AMOUNTS', /VAT € 10\.50 over € 0\.00/],
	['r96', 'COUNTRY_MISSING', /country/],
	['r96b', 'CUSTOMER_NAME_MISSING', /name/],
];

test.each(REFUSED.map(([id, ...expected]) => [caseOf(id).title, id, ...expected] as const))(
	'%s',
	(_, id, code, message) => {
		const outcome = outcomeOf(id);
		expect([outcome.outcome, outcome.code]).toEqual(['attention', code]);
		expect(outcome.message).toMatch(message);
	},
);

test('fees that PHP wrote as an object are read, once the VAT of the order agrees with them (r88b)', () => {
	expect(figuresOf(entryOf('r88b', { total_tax: '11.55' }))).toEqual({
		...{ total: 66.55, vat: { 21: 11.55 } },
		lines: [
			['product', '21 products', 50],
			['fee', '21 fees', 5],
		],
	});
});

describe('a refusal that a setting mends says which', () => {
	const accounts = (row: string) => ({
		productsAccountId: `${row} products`,
		shippingAccountId: `${row} shipping`,
		discountAccountId: `${row} discount`,
		feesAccountId: `${row} fees`,
	});

	test('a small business (KOR): no VAT on anything, at home and abroad (r92, r92d)', () => {
		expect(outcomeOf('r92').tip).toContain("'Small-Business Scheme'");
		expect(outcomeOf('r92d').tip).toContain("'Small-Business Scheme'");
		const kor = { smallBusiness: accounts('kor') };
		expect(figuresOf(entryOf('r92', {}, kor))).toEqual({
			total: 65.45,
			vat: {},
			lines: [
				['product', 'kor products', 60.5],
				['shipping', 'kor shipping', 4.95],
			],
		});
		expect(entryOf('r92d', {}, { ...kor, productAccounts: [] })).toMatchObject({
			...{ regime: 'smallBusiness', invoiceAmount: 60.5 },
			customer: { kind: 'consumer', vatNumber: '' },
		});
	});

	test('VAT over a part of an amount: that part with its VAT, the rest without (r02, r82)', () => {
		const rest = { vatOffItsRate: 'restWithoutVat' } as const;
		for (const id of ['r02', 'r82']) expect(outcomeOf(id).tip).toContain("'VAT Off Its Rate'");
		// 5.00 is 21 % of 23.81; of 25.00 that leaves 1.19.
		expect(figuresOf(entryOf('r02', {}, rest))).toEqual({
			total: 30,
			vat: { 21: 5 },
			lines: [
				['product', '21 products', 23.81],
				['product', '0 products', 1.19],
			],
		});
		expect(entryOf('r02', {}, rest).notes).toContainEqual(
			expect.stringMatching(/VAT of € 5\.00 over € 25\.00 at 21 %.*€ 23\.81: € 1\.19 is booked/),
		);
		// 3.57 is 21 % of the whole 17 of 17,50.
		expect(figuresOf(entryOf('r82', {}, rest))).toEqual({
			total: 142.07,
			vat: { 21: 24.57 },
			lines: [
				['product', '21 products', 100],
				['shipping', '21 shipping', 17],
				['shipping', '0 shipping', 0.5],
			],
		});
	});

	test('VAT far off its rate, or over nothing, is refused whatever the settings say (r95)', () => {
		const rest = { vatOffItsRate: 'restWithoutVat' } as const;
		expect(outcomeOf('r95', {}, rest).code).toBe('RATE_CONTRADICTS_AMOUNTS');
	});

	test('no name: one debtor for a payment method (r96b)', () => {
		expect(outcomeOf('r96b').tip).toContain("'Fixed Debtors'");
		const fixedDebtors = [{ paymentMethod: 'ideal', relationId: 'counter' }];
		expect(entryOf('r96b', {}, { fixedDebtors })).toMatchObject({
			...{ invoiceAmount: 60.5, customer: { kind: 'fixedDebtor', relationId: 'counter' } },
		});
	});

	test('no address at all: a till of the shop, with one debtor for its sales (r96)', () => {
		expect(outcomeOf('r96').tip).toContain("'No Address Means Home'");
		const { shops = [] } = completeSettings;
		const till = {
			shops: shops.map((shop) => ({ ...shop, noAddressMeansHome: true })),
			fixedDebtors: [{ paymentMethod: 'ideal', relationId: 'counter' }],
		};
		expect(entryOf('r96', {}, till)).toMatchObject({
			...{ invoiceAmount: 139.5, regime: 'domestic', vat: [{ percentage: 21, amount: 24.21 }] },
		});
	});

	test('another currency: an exchange rate of the client', () => {
		expect(outcomeOf('r27b').tip).toContain("'Other Currencies'");
	});
});

test(caseOf('r25').title, () => {
	expect(entryOf('r25').invoiceDate).toBe('2026-12-31');
});

test(caseOf('r26').title, () => {
	expect(outcomeOf('r26')).toMatchObject({ outcome: 'wait', code: 'STATUS_NOT_YET' });
});

describe('the VAT number stands elsewhere: ICP with that number', () => {
	test.each(
		['r22', 'r23-a', 'r23-b', 'r23-e', 'r23-f'].map((id) => [caseOf(id).title, id] as const),
	)('%s', (_, id) => {
		expect(entryOf(id)).toMatchObject({
			...{ regime: 'icp', invoiceAmount: 100, vat: [] },
			customer: { vatNumber: id === 'r22' ? 'DE136695976' : 'BE0403170701' },
		});
	});
});

describe('OSS goes by the rate in force on the day of the order', () => {
	const OSS: Record<string, [number, number]> = {
		...{ 'r81-a': [124, 24], 'r81-b': [115, 15], 'r81-e': [116, 16], 'r81-f': [125.5, 25.5] },
		...{ 'r81-h': [119, 19], 'r81-i': [105, 5] },
	};
	test.each(
		Object.entries(OSS).map(([id, figures]) => [caseOf(id).title, id, ...figures] as const),
	)('%s', (_, id, total, vat) => {
		const draft = entryOf(id);
		expect([draft.regime, draft.invoiceAmount, draft.vat]).toEqual(['oss', total, []]);
		expect(draft.lines).toContainEqual(
			expect.objectContaining({ role: 'vat', ledgerAccountId: 'oss vat', amount: vat }),
		);
	});
});

describe('gift cards and store credit are payments', () => {
	test.each([
		['r13', 25],
		['r14', 60.5],
		['r14b', 20],
		['r14c', 25],
	])('%s: the sale in full, VAT € 10.50, the rest off the liability account', (id, amount) => {
		const draft = entryOf(id);
		expect(figuresOf(draft)).toMatchObject({ total: 60.5, vat: { 21: 10.5 } });
		expect(draft.giftCard).toEqual({ amount, ledgerAccountId: 'gift cards' });
	});

	test(caseOf('r13b').title, () => {
		expect(entryOf('r13b')).toMatchObject({ invoiceAmount: 60.5 });
		expect(entryOf('r13b').giftCard).toBeUndefined();
	});
});

describe(caseOf('r01').title, () => {
	const orders = caseOf<Array<Record<string, unknown>>>('r01').input;
	const outcomes = (marketplaceOrders: 'parents' | 'subOrders' | 'attention') => {
		const { shops = [] } = completeSettings;
		const settings = settingsWith({ shops: shops.map((shop) => ({ ...shop, marketplaceOrders })) });
		return orders.map((order) => {
			const { outcome, code, draft } = transform(order, settings);
			return [outcome, code, draft?.invoiceAmount ?? 0];
		});
	};

	test('without a setting nothing is booked, and each says why', () => {
		expect(outcomes('attention')).toEqual(orders.map(() => ['attention', 'MARKETPLACE_ORDER', 0]));
		expect(transform(orders[1]).message).toBe(
			'This is a sub-order of order 501, as a marketplace plugin makes one for each vendor.',
		);
	});

	test('the sale of 121.00 is booked once: by the parent or by the sub-orders', () => {
		expect(outcomes('parents')).toEqual([
			['book', '', 121],
			['nothingToBook', 'MARKETPLACE_ORDER_SKIPPED', 0],
			['nothingToBook', 'MARKETPLACE_ORDER_SKIPPED', 0],
		]);
		expect(outcomes('subOrders')).toEqual([
			['nothingToBook', 'MARKETPLACE_ORDER_SKIPPED', 0],
			['book', '', 60.5],
			['book', '', 60.5],
		]);
	});

	test('an order that nobody divided is booked whatever the setting', () => {
		const whole = { ...orders[0], meta_data: [{ key: 'has_sub_order', value: '' }] };
		expect(transform(whole).outcome).toBe('book');
	});
});

/** Either a payment of 25.00 by card, or refused: never turnover of -25.00 at 0 %. */
test.each(['r12', 'r12b'].map((id) => [caseOf(id).title, id] as const))('%s', (_, id) => {
	const { outcome, draft } = outcomeOf(id);
	expect(outcome).toBe('book');
	expect(draft).toMatchObject({
		invoiceAmount: 60.5,
		vat: [{ percentage: 21, amount: 10.5 }],
		giftCard: { amount: 25, ledgerAccountId: 'gift cards' },
	});
	// Nothing of the card is turnover.
	expect(draft!.lines.map(({ role, amount }) => [role, amount])).toEqual([['product', 50]]);
	const without = outcomeOf(id, {}, { giftCardAccountId: undefined });
	expect([without.outcome, without.draft]).toEqual(['attention', undefined]);
	expect(without.tip).toContain("'Gift Card Account'");
});

describe('fields that hold numbers but no money (r79 to r87)', () => {
	const ids = inputs
		.filter((name) => /^r(79|80|85|87)-/.test(name))
		.map((name) => /^r\d+(-[a-z](?=-))?/.exec(name)?.[0] ?? '');

	test('are there', () => expect(ids).toHaveLength(15));

	test.each(ids.map((id) => [caseOf(id).title, id] as const))('%s', (_, id) => {
		expect(figuresOf(entryOf(id))).toEqual({
			...{ total: 60.5, vat: { 21: 10.5 } },
			lines: [['product', '21 products', 50]],
		});
	});

	test('a note names the field; an order that does not add up names it as a suspect', () => {
		expect(entryOf('r80-o').notes).toContain(
			'The order adds up without the field "total_weight", which is not looked at.',
		);
		expect(outcomeOf('r80-o', { total: '61.75' })).toMatchObject({
			...{ outcome: 'attention', code: 'UNEXPLAINED_AMOUNT' },
			message: 'The order has an amount in the field "total_weight".',
		});
	});
});

test('every input is named by a test', () => {
	const tests = ['orders', 'payouts', 'refunds', 'vies'].map((name) =>
		readFileSync(path.join(__dirname, `${name}.test.ts`), 'utf8'),
	);
	const unnamed = inputs
		.filter((name) => !/^r(79|80|85|87)-/.test(name))
		.map((name) => /^[jr]\d+([a-z]|-[a-z](?=-))?/.exec(name)?.[0] ?? name)
		.filter((id) => !tests.some((text) => new RegExp(`\\b${id}\\b`).test(text)));
	expect(unnamed).toEqual([]);
});
