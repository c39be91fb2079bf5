import { readSettings } from '../../../bookkeeping/settings/readSettings';
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

const accounts = (row: string) => ({
	productsAccountId: `${row} products`,
	shippingAccountId: `${row} shipping`,
	discountAccountId: `${row} discount`,
	feesAccountId: `${row} fees`,
});

interface Line {
	sku?: string;
	net: string;
	vat?: string;
}

/** An order with the lines given, each at the one rate of the order or at none. */
function order(percentage: number | null, lines: readonly Line[], changes: Json = {}): Json {
	const cents = (text = '0') => Math.round(Number(text) * 100);
	const vat = lines.reduce((sum, line) => sum + cents(line.vat), 0);
	const net = lines.reduce((sum, line) => sum + cents(line.net), 0);
	const money = (amount: number) => (amount / 100).toFixed(2);
	return wooCommerceOrder('rest_simple_nl', {
		total: money(net + vat),
		total_tax: money(vat),
		cart_tax: money(vat),
		shipping_total: '0.00',
		shipping_tax: '0.00',
		discount_total: '0.00',
		discount_tax: '0.00',
		line_items: lines.map((line, index) => ({
			id: index + 1,
			name: 'Thing',
			quantity: 1,
			sku: line.sku ?? 'THING',
			subtotal: line.net,
			subtotal_tax: line.vat ?? '0.00',
			total: line.net,
			total_tax: line.vat ?? '0.00',
			taxes: line.vat ? [{ id: 1, total: line.vat, subtotal: line.vat }] : [],
			meta_data: [],
		})),
		shipping_lines: [],
		fee_lines: [],
		coupon_lines: [],
		refunds: [],
		tax_lines:
			percentage === null
				? []
				: [
						{
							id: 9,
							rate_code: 'VAT-1',
							rate_id: 1,
							label: 'VAT',
							compound: false,
							tax_total: money(vat),
							shipping_tax_total: '0.00',
							rate_percent: percentage,
							meta_data: [],
						},
					],
		...changes,
	});
}

function deliveredTo(country: string, billing: Json = {}): Json {
	const address = {
		first_name: 'Ada',
		last_name: 'Test',
		company: '',
		address_1: 'Street 1',
		address_2: '',
		city: 'City',
		state: '',
		postcode: '1000',
		country,
	};
	return {
		billing: { ...address, email: 'ada@example.com', phone: '', ...billing },
		shipping: address,
	};
}

const complaintsOf = (changes: Partial<SettingsInput>) => {
	const result = readSettings({ ...completeSettings, ...changes });
	return result.ok ? [] : result.complaints;
};

describe('the small-business scheme (KOR, art. 25 Wet OB)', () => {
	const settings = settingsWith({ smallBusiness: { ...accounts('kor'), until: '2026-12-31' } });

	test.each(['NL', 'BE', 'US'])(
		'an order to %s is booked without VAT, on its own account',
		(to) => {
			const draft = draftOf(order(null, [{ net: '65.45' }], deliveredTo(to)), settings);
			expect(draft).toMatchObject({ regime: 'smallBusiness', vat: [], invoiceAmount: 65.45 });
			expect(linesOf(draft)).toEqual([['product', 'kor products', 65.45]]);
		},
	);

	test('VAT on an order contradicts it', () => {
		const refused = transform(order(21, [{ net: '50.00', vat: '10.50' }]), settings);
		expect(refused).toMatchObject({ outcome: 'attention', code: 'SMALL_BUSINESS_WITH_VAT' });
	});

	test('after its last day VAT is charged again', () => {
		const left = settingsWith({ smallBusiness: { ...accounts('kor'), until: '2020-12-31' } });
		const draft = draftOf(order(21, [{ net: '50.00', vat: '10.50' }]), left);
		expect(draft).toMatchObject({ regime: 'domestic', invoiceAmount: 60.5 });
	});

	test('without the setting the tip names it', () => {
		const refused = transform(order(null, [{ net: '65.45' }], deliveredTo('BE')));
		expect(refused.code).toBe('ICP_VAT_NUMBER_MISSING');
		expect(refused.tip).toContain("'Small-Business Scheme'");
	});
});

describe('exempt products', () => {
	const settings = settingsWith({ exempt: { ...accounts('exempt'), skus: ['COURSE-*'] } });

	test.each(['NL', 'DE'])('an order of nothing else to %s needs no VAT number', (to) => {
		const course = order(null, [{ sku: 'COURSE-1', net: '120.00' }], deliveredTo(to));
		const draft = draftOf(course, settings);
		expect(draft).toMatchObject({ regime: 'exempt', vat: [], invoiceAmount: 120 });
		expect(linesOf(draft)).toEqual([['product', 'exempt products', 120]]);
	});

	test('beside taxed goods they keep their own account', () => {
		const lines = [
			{ sku: 'COURSE-1', net: '120.00' },
			{ sku: 'BOOK', net: '100.00', vat: '21.00' },
		];
		const draft = draftOf(order(21, lines), settings);
		expect(draft).toMatchObject({ regime: 'domestic', invoiceAmount: 241 });
		expect(linesOf(draft)).toEqual([
			['product', 'exempt products', 120],
			['product', '21 products', 100],
		]);
		expect(vatOf(draft)).toEqual({ 21: 21 });
	});

	test('another product without VAT is still refused', () => {
		expect(transform(order(null, [{ sku: 'MUG', net: '10.00' }]), settings).code).toBe(
			'UNTAXED_DOMESTIC_LINE',
		);
	});

	test('outside the EU the sale is export all the same', () => {
		const abroad = order(null, [{ sku: 'COURSE-1', net: '120.00' }], deliveredTo('US'));
		expect(draftOf(abroad, settings).regime).toBe('export');
	});
});

describe('a VAT registration of one’s own abroad', () => {
	const row = (country: string, percentage: number) => ({
		country,
		percentage,
		vatKind: 'ownRegistration' as const,
		vatAccountId: `vat ${country}`,
		...accounts(country),
	});
	const settings = settingsWith({
		vatMapping: [...completeSettings.vatMapping, row('DE', 19), row('GB', 20)],
	});

	// 100.00 + 19.00 and 100.00 + 20.00.
	test.each([
		['DE', 19, 119],
		['GB', 20, 120],
	])(
		'%s %d %%: turnover without Dutch VAT, the VAT on the account of that country',
		(to, rate, total) => {
			const sale = order(rate, [{ net: '100.00', vat: `${rate}.00` }], deliveredTo(to));
			const draft = draftOf(sale, settings);
			expect(draft).toMatchObject({ regime: 'ownRegistration', vat: [], invoiceAmount: total });
			expect(linesOf(draft)).toEqual([
				['product', `${to} products`, 100],
				['vat', `vat ${to}`, rate],
			]);
			expect(draft.lines.every(({ vatKind }) => vatKind === 'none')).toBe(true);
		},
	);

	test('a business with a VAT number that was charged VAT there is no contradiction', () => {
		const sale = order(19, [{ net: '100.00', vat: '19.00' }], {
			...deliveredTo('DE', { company: 'Muster GmbH' }),
			meta_data: [{ id: 1, key: '_vat_number', value: 'DE136695976' }],
		});
		expect(draftOf(sale, settings).regime).toBe('ownRegistration');
	});

	test('without it VAT outside the EU is refused, and the tip names it', () => {
		const refused = transform(order(20, [{ net: '100.00', vat: '20.00' }], deliveredTo('GB')));
		expect(refused.code).toBe('EXPORT_WITH_VAT');
		expect(refused.tip).toContain('own registration');
	});

	test('needs an account for the VAT, and is for other countries', () => {
		const without = { ...row('NL', 5), vatAccountId: '' };
		expect(complaintsOf({ vatMapping: [...completeSettings.vatMapping, without] })).toEqual([
			"'VAT Mapping' of NL 5 %: 'VAT Rate' is own registration, but 'VAT Account' is empty; choose the account on which the VAT owed there stands.",
			"'VAT Mapping' of NL 5 %: 'VAT Rate' own registration is for other countries than that of the shop in 'Shops'.",
		]);
		const needless = { ...completeSettings.vatMapping[0]!, vatAccountId: 'x' };
		expect(complaintsOf({ vatMapping: [needless] })).toEqual([
			"'VAT Mapping' of NL 21 %: 'VAT Account' is for 'VAT Rate' own registration only; leave it empty.",
		]);
	});
});

describe('rates with a period', () => {
	const lodging = (period: Json, name: string) => ({
		country: 'NL',
		percentage: 9,
		vatKind: 'low' as const,
		...accounts(name),
		...period,
	});
	const others = completeSettings.vatMapping.filter(({ percentage }) => percentage !== 9);
	const nine = (date: string) =>
		order(9, [{ net: '100.00', vat: '9.00' }], {
			date_created: `${date}T12:00:00`,
			date_created_gmt: `${date}T11:00:00`,
		});

	test('two rows of one rate stand side by side, each in its time', () => {
		const settings = settingsWith({
			vatMapping: [
				...others,
				lodging({ until: '2025-12-31' }, 'old'),
				lodging({ from: '2026-01-01' }, 'new'),
			],
		});
		expect(linesOf(draftOf(nine('2025-12-31'), settings))[0]).toEqual([
			...['product', 'old products'],
			100,
		]);
		expect(linesOf(draftOf(nine('2026-01-01'), settings))[0]).toEqual([
			...['product', 'new products'],
			100,
		]);
	});

	test('a row that has ended is not a row, and the message says for which day', () => {
		const settings = settingsWith({
			vatMapping: [...others, lodging({ until: '2025-12-31' }, 'old')],
		});
		const refused = transform(nine('2026-02-01'), settings);
		expect(refused.code).toBe('NO_VAT_MAPPING');
		expect(refused.message).toContain('for 2026-02-01');
	});

	test('a row with days of its own decides without the list of rates in force', () => {
		const odd = { country: 'NL', percentage: 15, vatKind: 'other' as const, ...accounts('15') };
		const fifteen = order(15, [{ net: '100.00', vat: '15.00' }]);
		const always = settingsWith({ vatMapping: [...others, odd] });
		const refused = transform(fifteen, always);
		expect(refused.code).toBe('UNKNOWN_VAT_RATE');
		expect(refused.message).toMatch(/but 21 % and 9 %\.$/);
		const dated = settingsWith({ vatMapping: [...others, { ...odd, from: '2020-01-01' }] });
		expect(draftOf(fifteen, dated).invoiceAmount).toBe(115);
	});

	test('periods of one rate may not overlap or end before they begin', () => {
		const rows = (one: Json, other: Json) =>
			complaintsOf({ vatMapping: [...others, lodging(one, 'one'), lodging(other, 'other')] });
		expect(rows({ until: '2026-01-01' }, { from: '2026-01-01' })).toEqual([
			"'VAT Mapping' has two rows for NL 9 %; let their 'From' and 'Until' not overlap.",
		]);
		expect(rows({ until: '2025-12-31' }, { from: '2026-01-01' })).toEqual([]);
		expect(rows({ until: '2024-12-31' }, { from: '2026-01-01', until: '2025-01-01' })).toEqual([
			"'VAT Mapping' of NL 9 %: 'Until' is before 'From'; correct one of them.",
		]);
		expect(rows({}, {})).toEqual(["'VAT Mapping' has two rows for NL 9 %; keep one."]);
	});
});

test('no ICP with a VAT number of the country the goods leave from (art. 138(1)(b))', () => {
	const sale = order(null, [{ net: '100.00' }], {
		...deliveredTo('BE', { company: 'Zaak B.V.' }),
		meta_data: [{ id: 1, key: '_vat_number', value: 'NL001234567B01' }],
	});
	expect(transform(sale)).toMatchObject({
		outcome: 'attention',
		code: 'ICP_VAT_NUMBER_OF_DISPATCH',
	});
});

test('Product Accounts for a regime of its own, where the row says so', () => {
	const export_ = settingsWith({
		productAccounts: [{ sku: '*', accountId: 'overseas', regime: 'export' }],
	});
	const abroad = order(null, [{ net: '100.00' }], deliveredTo('US'));
	expect(linesOf(draftOf(abroad, export_))).toEqual([['product', 'overseas', 100]]);
	const home = order(21, [{ net: '50.00', vat: '10.50' }]);
	expect(linesOf(draftOf(home, export_))).toEqual([['product', '21 products', 50]]);
});
