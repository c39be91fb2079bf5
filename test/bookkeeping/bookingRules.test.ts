import {
	postingOf,
	checkVatRate,
	hasCategory,
	type PostedLine,
} from '../../bookkeeping/documents/accounts';
import { tips } from '../../bookkeeping/trade/findings';
import type { RegimeDecision } from '../../bookkeeping/vat/regime';
import { descriptionOf, invoiceNumberOf } from '../../bookkeeping/documents/salesEntry';
import type { SettingsInput } from '../../bookkeeping/settings/settings';
import { readWooCommerceOrder } from '../../bookkeeping/shops/wooCommerce';
import { transformOrder, transformUnchecked } from '../../bookkeeping/orders/transform';
import { order, type Json, type Line } from './refunds/support';
import { draftOf, jouwWebOrder, linesOf, settingsWith, transform, vatOf } from './support';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });
const codes = (code: string, message: string) => ({
	code,
	message,
	tip: tips[code as keyof typeof tips],
});
const [woo, jouwWeb] = settingsWith().shops;
const shopWith = (changes: Json, more: Partial<SettingsInput> = {}) =>
	settingsWith({ shops: [{ ...woo!, ...changes }, jouwWeb!] as SettingsInput['shops'], ...more });
const administration = (
	...accounts: Array<{ id: string; vatKinds: Array<'none' | 'low' | 'high'> }>
) => ({
	administration: {
		name: 'Test',
		accounts: accounts.map((account) => ({ number: 8000, name: 'Omzet', ...account })),
		vatRates: [
			{
				vatKind: 'high' as const,
				percentage: 19,
				validFrom: '2001-01-01',
				validTo: '2012-09-30T00:00:00',
			},
			{
				vatKind: 'high' as const,
				percentage: 21,
				validFrom: '2012-10-01T00:00:00',
				validTo: '2400-12-31',
			},
		],
	},
});

describe('the account of a line (J062, J066, W007, W051)', () => {
	const home: RegimeDecision = { regime: 'domestic', country: 'NL', reason: '' };
	const product: PostedLine = {
		role: 'product',
		sku: 'GIFT-1',
		categories: ['Books'],
		percentage: 21,
	};
	const post = (line: Partial<PostedLine>, changes: Partial<SettingsInput> = {}, decision = home) =>
		postingOf({ ...product, ...line }, decision, settingsWith(changes));
	const own = (...productAccounts: NonNullable<SettingsInput['productAccounts']>) => ({
		productAccounts,
	});

	test.each<[PostedLine['role'], string, string]>([
		['product', '21 products', 'Products Account'],
		['shipping', '21 shipping', 'Shipping Account'],
		['discount', '21 discount', 'Discount Account'],
		['fee', '21 fees', 'Fees Account'],
	])('%s', (role, ledgerAccountId, name) => {
		expect(post({ role })).toEqual({
			...{ ledgerAccountId, vatKind: 'high', reason: `'VAT Mapping' NL 21 %, ${name}` },
		});
	});

	test.each<[RegimeDecision['regime'], Partial<SettingsInput>, string, string]>([
		['icp', {}, 'icp products', "'ICP', Products Account"],
		['export', {}, 'export products', "'International', Products Account"],
		['margin', { margin: { productsAccountId: 'm' } }, 'm', "'Margin Scheme', Products Account"],
		[
			'reverseCharge',
			{ reverseCharge: { productsAccountId: 'r' } },
			'r',
			"'Reverse Charge', Products Account",
		],
	])('%s has accounts of its own', (regime, changes, ledgerAccountId, reason) => {
		const decision = { ...home, regime };
		expect(post({}, changes, decision)).toEqual({ ledgerAccountId, vatKind: 'none', reason });
		// A product account is for deliveries at home.
		const withOwn = { ...changes, ...own({ sku: 'GIFT-1', accountId: 'own' }) };
		expect(post({}, withOwn, decision).ledgerAccountId).toBe(ledgerAccountId);
	});

	test.each<[RegimeDecision['regime'], Partial<SettingsInput>, string, string]>([
		['icp', { icp: undefined }, 'ICP_NOT_CONFIGURED', "'ICP' is not filled in for this order."],
		[
			'export',
			{ international: undefined },
			'EXPORT_NOT_CONFIGURED',
			"'International' is not filled in for this order.",
		],
		['margin', {}, 'MARGIN_NOT_CONFIGURED', "'Margin Scheme' is not filled in for this order."],
		[
			'reverseCharge',
			{},
			'MAPPING_INCOMPLETE',
			"'Reverse Charge' is not filled in for this order.",
		],
	])('%s without accounts', (regime, changes, code, message) => {
		expect(() => post({}, changes, { ...home, regime })).toThrow(refused(code, message));
	});

	const oss = { country: 'DE', percentage: 19, vatKind: 'oss' as const, productsAccountId: 'oss' };
	const mapped = settingsWith().vatMapping;
	test('OSS: a line without Dutch VAT, by the row of its country', () => {
		const decision = { regime: 'oss' as const, country: 'DE', reason: '' };
		const vatMapping = [...mapped, oss, { ...oss, percentage: 7, vatKind: 'low' as const }];
		expect(post({ percentage: 19 }, { vatMapping }, decision)).toEqual({
			...{ ledgerAccountId: 'oss', vatKind: 'none' },
			reason: "'VAT Mapping' DE 19 %, Products Account",
		});
		expect(() => post({ percentage: 7 }, { vatMapping }, decision)).toThrow(
			refused(
				'NO_VAT_MAPPING',
				"'VAT Mapping' DE 7 % is not an OSS row, but other lines of the order are.",
			),
		);
	});

	test.each<[string, Partial<PostedLine>, Partial<SettingsInput>, Json]>([
		[
			'by its SKU',
			{},
			own({ sku: 'GIFT-1', accountId: 'own' }),
			{ ledgerAccountId: 'own', vatKind: 'high', reason: "'Product Accounts' GIFT-1" },
		],
		[
			'by a beginning',
			{},
			own({ sku: 'GIFT*', accountId: 'own' }),
			{ ledgerAccountId: 'own', vatKind: 'high', reason: "'Product Accounts' GIFT*" },
		],
		[
			'the first row that fits',
			{},
			own({ sku: 'G*', accountId: 'first' }, { sku: 'GIFT-1', accountId: 'own' }),
			{ ledgerAccountId: 'first' },
		],
		[
			'an SKU before a category',
			{},
			own({ category: 'books', accountId: 'books' }, { sku: 'GIFT-1', accountId: 'own' }),
			{ ledgerAccountId: 'own' },
		],
		[
			'by its category, in any capitals',
			{},
			own({ category: 'BOOKS', accountId: 'books' }),
			{ ledgerAccountId: 'books', reason: "'Product Accounts' category BOOKS" },
		],
		['another SKU', {}, own({ sku: 'GIFT', accountId: 'own' }), { ledgerAccountId: '21 products' }],
		[
			'another beginning',
			{},
			own({ sku: 'IFT*', accountId: 'own' }),
			{ ledgerAccountId: '21 products' },
		],
		[
			'another category',
			{},
			own({ category: 'Toys', accountId: 'own' }),
			{ ledgerAccountId: '21 products' },
		],
		[
			'no SKU fits no beginning',
			{ sku: '' },
			own({ sku: '*', accountId: 'own' }),
			{ ledgerAccountId: '21 products' },
		],
		['any SKU fits the star', {}, own({ sku: '*', accountId: 'own' }), { ledgerAccountId: 'own' }],
		[
			'no categories, and rows by SKU only',
			{ categories: undefined },
			own({ sku: 'X', accountId: 'own' }),
			{ ledgerAccountId: '21 products' },
		],
		[
			'a cost centre of its own',
			{},
			own({ sku: 'GIFT-1', accountId: 'own', costCentreId: 'gifts' }),
			{ costCentreId: 'gifts' },
		],
		[
			'without VAT',
			{ percentage: null },
			own({ sku: 'GIFT-1', accountId: 'own' }),
			{ ledgerAccountId: 'own', vatKind: 'none' },
		],
		[
			'shipping has none',
			{ role: 'shipping' },
			own({ sku: 'GIFT-1', accountId: 'own' }),
			{ ledgerAccountId: '21 shipping' },
		],
	])('a product with an account of its own: %s', (_, line, changes, expected) => {
		expect(post(line, changes)).toMatchObject(expected);
	});

	test('no cost centre unless it has one', () => {
		expect(post({}, own({ sku: 'GIFT-1', accountId: 'own' }))).not.toHaveProperty('costCentreId');
	});

	test.each<[string, Partial<PostedLine>, Partial<SettingsInput>, string, string]>([
		[
			'categories decide, and the order states none',
			{ categories: undefined },
			own({ category: 'Books', accountId: 'own' }),
			'CATEGORIES_NOT_STATED',
			"A product of the order states no categories, but 'Product Accounts' has rows by category.",
		],
		[
			'an account that is empty',
			{ role: 'shipping' },
			{ vatMapping: [{ ...mapped[0]!, shippingAccountId: '' }] },
			'MAPPING_INCOMPLETE',
			"The order has a shipping line, but 'Shipping Account' of 'VAT Mapping' NL 21 % is empty.",
		],
		[
			'a product without any rate',
			{ percentage: null },
			{},
			'UNTAXED_DOMESTIC_LINE',
			'A product delivered in NL has no VAT rate.',
		],
		[
			'a rate that is not mapped',
			{ percentage: 6 },
			{},
			'NO_VAT_MAPPING',
			"The order has VAT at 6 % delivered in NL, but 'VAT Mapping' has no such row.",
		],
		[
			'a rate that is near one',
			{ percentage: 21.001 },
			{},
			'NO_VAT_MAPPING',
			"The order has VAT at 21.001 % delivered in NL, but 'VAT Mapping' has no such row.",
		],
		[
			'an account that does not take the VAT (BOE-0082)',
			{},
			administration({ id: '21 products', vatKinds: ['low', 'none'] }),
			'LEDGER_ACCOUNT_REFUSES_VAT',
			"Ledger account 8000 does not take the VAT of 'VAT Mapping' NL 21 %, Products Account.",
		],
	])('%s', (_, line, changes, code, message) => {
		expect(() => post(line, changes)).toThrow(refused(code, message));
	});

	test('a fee without any rate goes by 0 %; the account is named where it is known', () => {
		expect(post({ role: 'fee', percentage: null })).toMatchObject({
			ledgerAccountId: '0 fees',
			vatKind: 'none',
		});
		expect(post({}, administration({ id: '21 products', vatKinds: ['high'] })).reason).toBe(
			"'VAT Mapping' NL 21 %, Products Account → 8000 Omzet",
		);
		expect(post({ percentage: 21.00001 }).ledgerAccountId).toBe('21 products');
	});

	test('another country has rows of its own', () => {
		const belgium = { ...mapped[0]!, country: 'BE', productsAccountId: 'be' };
		const decision = { ...home, country: 'BE' };
		expect(post({}, { vatMapping: [...mapped, belgium] }, decision)).toMatchObject({
			ledgerAccountId: 'be',
			reason: "'VAT Mapping' BE 21 %, Products Account",
		});
	});

	test('categories', () => {
		expect(hasCategory(['Books', 'Toys'], ['TOYS'])).toBe(true);
		expect(hasCategory(['Books'], ['Toys', 'books'])).toBe(true);
		expect([
			hasCategory([], ['Toys']),
			hasCategory(['Toys'], []),
			hasCategory(['Toy'], ['Toys']),
		]).toEqual([...[false, false, false]]);
	});

	test.each<[string, number, string]>([
		['2012-10-01', 21, ''],
		['2012-09-30', 19, ''],
		[
			'2012-09-30',
			21,
			'The shop charged 21 %, but the VAT rate "high" in SnelStart is 19 % on 2012-09-30.',
		],
		[
			'2012-10-01',
			19,
			'The shop charged 19 %, but the VAT rate "high" in SnelStart is 21 % on 2012-10-01.',
		],
		[
			'2000-12-31',
			19,
			'The shop charged 19 %, but the VAT rate "high" in SnelStart is not in force on 2000-12-31.',
		],
	])('the rate of SnelStart on %s: %d %%', (date, percentage, message) => {
		const check = () => checkVatRate('high', percentage, date, settingsWith(administration()));
		if (message === '') expect(check).not.toThrow();
		else expect(check).toThrow(refused('VAT_RATE_DIFFERS', message));
	});

	test('a rate is not judged without an administration, nor where there is no VAT', () => {
		expect(() => checkVatRate('high', 5, '2026-01-01', settingsWith())).not.toThrow();
		expect(() =>
			checkVatRate('none', 0, '2026-01-01', settingsWith(administration())),
		).not.toThrow();
		expect(() => checkVatRate('low', 9, '2026-01-01', settingsWith(administration()))).toThrow(
			/not in force/,
		);
	});
});

describe('how an order is treated for VAT (J091-J093)', () => {
	const taxed: Line[] = [{ net: 1000, rate: 21 }];
	const untaxed: Line[] = [{ net: 1000, rate: 0 }];
	const to = (country: string, lines = taxed, more: Json = {}) => {
		const billing = {
			first_name: 'Ada',
			last_name: 'Test',
			country: 'NL',
			...((more.billing ?? {}) as Json),
		};
		return order(lines, {
			...more,
			billing,
			shipping: { first_name: 'Ada', country, ...((more.shipping ?? {}) as Json) },
		});
	};
	const number = (vat_number: string) => ({ vat_number });
	const decided = (raw: Json, settings = settingsWith()) => {
		const { draft, code, message } = transform(raw, settings);
		return draft ? [draft.regime, draft.regimeReason] : [code, message];
	};
	const rows = settingsWith().vatMapping;
	const with_ = (changes: Partial<SettingsInput>) => settingsWith(changes);
	const belgium = { ...rows[0]!, country: 'BE' };
	const oss = { ...rows[0]!, country: 'DE', percentage: 19, vatKind: 'oss' as const };

	test.each<[string, Json, ReturnType<typeof settingsWith>, string, string]>([
		[
			'at home',
			to('NL'),
			with_({}),
			'domestic',
			'Delivered in NL, the country of the shop: domestic.',
		],
		[
			'at home without VAT',
			to('NL', untaxed),
			with_({}),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		[
			'abroad with VAT',
			to('BE'),
			with_({ vatMapping: [...rows, belgium] }),
			'domestic',
			'Delivered in BE with VAT charged: the row of BE in the VAT mapping applies.',
		],
		[
			'abroad without VAT',
			to('BE', untaxed, number('BE0123456789')),
			with_({}),
			'icp',
			'Delivered to BE without VAT to a business with a VAT number: ICP.',
		],
		[
			'to Monaco',
			to('MC', untaxed, number('FR40303265045')),
			with_({}),
			'icp',
			'Delivered to FR without VAT to a business with a VAT number: ICP (Monaco counts as France).',
		],
		[
			'outside the EU',
			to('US', untaxed),
			with_({}),
			'export',
			'Delivered to US, outside the EU VAT area, without VAT: export.',
		],
		[
			'to a place outside the EU VAT area',
			to('ES', untaxed, { shipping: { postcode: '35001' } }),
			with_({}),
			'export',
			'Delivered to ES, outside the EU VAT area, without VAT: export (postcode 35001 in ES lies outside the EU VAT area).',
		],
		[
			'to Northern Ireland',
			to('GB', untaxed, { ...number('XI123456789'), shipping: { postcode: 'BT1 5GS' } }),
			with_({}),
			'icp',
			'Delivered to XI without VAT to a business with a VAT number: ICP (the postcode is in Northern Ireland).',
		],
		[
			'the margin scheme, never ICP (J092)',
			to('BE', untaxed, number('BE0123456789')),
			shopWith({ marginScheme: true }, { margin: { productsAccountId: 'm' } }),
			'margin',
			'Delivered to BE without VAT by a shop under the margin scheme: margin.',
		],
		[
			'reverse charge',
			to('NL', untaxed, number('NL123456789B01')),
			with_({ reverseCharge: { productsAccountId: 'r' } }),
			'reverseCharge',
			'Delivered in NL without VAT to a business with a VAT number: reverse charge, as the settings say.',
		],
		[
			'reverse charge is for businesses',
			to('NL', untaxed),
			with_({ reverseCharge: { productsAccountId: 'r' } }),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		[
			'reverse charge is for those who have it in the settings',
			to('NL', untaxed, number('NL123456789B01')),
			with_({}),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		[
			'no delivery country: that of the billing address',
			to('', untaxed),
			with_({}),
			'domestic',
			'Delivered in NL, without VAT: domestic.',
		],
		[
			'a shop elsewhere has its home there',
			to('BE', taxed, { billing: { country: 'BE' } }),
			shopWith({ country: 'BE' }, { vatMapping: [belgium] }),
			'domestic',
			'Delivered in BE, the country of the shop: domestic.',
		],
		[
			'no country',
			to('', taxed, { billing: { country: '' } }),
			with_({}),
			'COUNTRY_MISSING',
			'Neither the shipping nor the billing address has a country.',
		],
		[
			'VAT outside the EU (J045)',
			to('US', [...taxed, { net: 500, rate: 9 }]),
			with_({}),
			'EXPORT_WITH_VAT',
			'VAT at 21 % and 9 % on a delivery to US.',
		],
		[
			'VAT to Northern Ireland',
			to('XI', taxed, number('XI123456789')),
			with_({}),
			'TERRITORY_UNCLEAR',
			'Delivered to Northern Ireland (the postcode is in Northern Ireland).',
		],
		[
			'a British number in Northern Ireland',
			to('XI', untaxed, number('GB123456789')),
			with_({}),
			'TERRITORY_UNCLEAR',
			'Delivered to Northern Ireland (the postcode is in Northern Ireland).',
		],
		[
			'a rate of nowhere',
			to('BE', [{ net: 1000, rate: 17 }]),
			with_({}),
			'UNKNOWN_VAT_RATE',
			'VAT at 17 %: no such rate was in force in BE or NL on 2026-03-01.',
		],
		[
			'OSS with a VAT number',
			to('DE', [{ net: 1000, rate: 19 }], { ...number('DE136695976'), billing: { country: 'DE' } }),
			with_({ vatMapping: [...rows, oss] }),
			'OSS_FOR_BUSINESS',
			'VAT of DE was charged to a customer with a VAT number.',
		],
		[
			'OSS for a billing address elsewhere',
			to('DE', [{ net: 1000, rate: 19 }]),
			with_({ vatMapping: [...rows, oss] }),
			'OSS_COUNTRY_DIFFERS',
			'Delivered to DE, but the billing address is in NL.',
		],
		[
			'OSS without a billing country',
			to('DE', [{ net: 1000, rate: 19 }], { billing: { country: '' } }),
			with_({ vatMapping: [...rows, oss] }),
			'OSS_COUNTRY_DIFFERS',
			'Delivered to DE, but the billing address is in no country.',
		],
		[
			'OSS without an account for foreign VAT',
			to('DE', [{ net: 1000, rate: 19 }], { billing: { country: 'DE' } }),
			with_({ vatMapping: [...rows, oss] }),
			'OSS_NOT_AVAILABLE',
			'The order has VAT of DE that is booked by OSS.',
		],
	])('%s', (_, raw, settings, one, other) => {
		expect(decided(raw, settings)).toEqual([one, other]);
	});

	test('OSS: no VAT rows, the foreign VAT is a line of its own (SS-420)', () => {
		const settings = settingsWith({
			vatMapping: [...rows, oss],
			administration: { ...administration().administration, foreignVatAccountId: 'foreign' },
		});
		const draft = draftOf(
			to('DE', [{ net: 1000, rate: 19 }], { billing: { country: 'DE' } }),
			settings,
		);
		expect(draft).toMatchObject({
			...{ regime: 'oss', vat: [], invoiceAmount: 11.9 },
			regimeReason: 'Delivered to a consumer in DE with VAT of that country: OSS.',
		});
		expect(draft.lines[1]).toEqual({
			...{ role: 'vat', description: 'VAT 19 % DE', ledgerAccountId: 'foreign', amount: 1.9 },
			...{ vatKind: 'none', percentage: 19 },
			reason: 'Account for foreign VAT of the administration (OSS)',
		});
	});

	test('reverse charge is marked by a row of nothing', () => {
		const settings = settingsWith({ reverseCharge: { productsAccountId: 'r' } });
		expect(draftOf(to('NL', untaxed, number('NL123456789B01')), settings).vat).toEqual([
			{ vatKind: 'reverseCharge', percentage: 0, amount: 0 },
		]);
	});
});

describe('the sales entry (J140-J147)', () => {
	const sale = order([
		{ net: 900, discount: 100, rate: 21, quantity: 2 },
		{ net: 1800, discount: 200, rate: 9 },
		{ net: 450, discount: 50, rate: 21 },
		{ role: 'fee', net: 100, rate: 21 },
		{ role: 'shipping', net: 500, rate: 21 },
		{ role: 'shipping', net: 0, rate: 21 },
	]);

	test('products, discounts per rate, shipping, fees; what is free is left out (BOE-0028)', () => {
		const draft = draftOf(sale);
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 10],
			['product', '9 products', 20],
			['product', '21 products', 5],
			['discount', '21 discount', -1.5],
			['discount', '9 discount', -2],
			['shipping', '21 shipping', 5],
			['fee', '21 fees', 1],
		]);
		expect(draft.lines.map(({ description }) => description)).toEqual([
			'2 x Line 0',
			'Line 1',
			'Line 2',
			'Discount (with VAT percentage 21 %)',
			'Discount (with VAT percentage 9 %)',
			'Line 4',
			'Line 3',
		]);
		// 19.50 at 21 % and 18.00 at 9 %: 1.89 + 0.945... per line: 1.89, 0.95, 1.05, 0.21 = 4.10 and 1.62.
		expect(vatOf(draft)).toEqual({ 21: 4.1, 9: 1.62 });
		expect(draft).toMatchObject({ paymentTermDays: 14, description: '1000 / iDEAL', notes: [] });
	});

	test('a rate without discount account has its products after discount (W041)', () => {
		const vatMapping = settingsWith().vatMapping.map((row) =>
			row.percentage === 9 ? { ...row, discountAccountId: undefined } : row,
		);
		expect(linesOf(draftOf(sale, { ...settingsWith(), vatMapping })).slice(0, 4)).toEqual([
			['product', '21 products', 10],
			['product', '9 products', 18],
			['product', '21 products', 5],
			['discount', '21 discount', -1.5],
		]);
	});

	test('the cost centre of the settings, unless a product has its own', () => {
		const settings = settingsWith({
			costCentreId: 'shop',
			productAccounts: [{ sku: 'X', accountId: 'own', costCentreId: 'own' }],
		});
		const [first] = sale.line_items as Json[];
		const raw = {
			...sale,
			line_items: [{ ...first, sku: 'X' }, ...(sale.line_items as Json[]).slice(1)],
		};
		const centres = draftOf(raw, settings).lines.map(({ costCentreId }) => costCentreId);
		expect(centres).toEqual(['own', 'shop', 'shop', 'shop', 'shop', 'shop', 'shop']);
		expect(draftOf(sale).lines.every((line) => !('costCentreId' in line))).toBe(true);
	});

	const one = order([{ net: 1000, rate: 21 }]);
	const total = (value: string, more: Json = {}) => ({ ...one, total: value, ...more });

	test.each([
		[
			'12.12',
			0.02,
			'Lines and VAT make 12.10, the total is 12.12; 0.02 is booked as a rounding difference.',
		],
		[
			'12.08',
			-0.02,
			'Lines and VAT make 12.10, the total is 12.08; -0.02 is booked as a rounding difference.',
		],
	])('a total of %s: a rounding line of %d (J040)', (value, amount, note) => {
		const draft = draftOf(total(value), settingsWith({ costCentreId: 'shop' }));
		expect(draft.lines[1]).toEqual({
			...{ role: 'rounding', description: 'Rounding difference', ledgerAccountId: 'rounding' },
			...{
				amount,
				vatKind: 'none',
				percentage: 0,
				costCentreId: 'shop',
				reason: "'Rounding Account'",
			},
		});
		expect(draft.notes).toEqual([note]);
		expect(draftOf(total(value)).lines[1]).not.toHaveProperty('costCentreId');
	});

	test.each<[string, Json, ReturnType<typeof settingsWith>, string, string]>([
		[
			'three cents too many',
			total('12.13'),
			settingsWith(),
			'TOTAL_MISMATCH',
			'Lines and VAT make 12.10, the total is 12.13: a gap of 0.03.',
		],
		[
			'three cents too few',
			total('12.07'),
			settingsWith(),
			'TOTAL_MISMATCH',
			'Lines and VAT make 12.10, the total is 12.07: a gap of -0.03, perhaps paid in part with a gift card or store credit.',
		],
		[
			'a cent without an account for it',
			total('12.11'),
			settingsWith({ roundingAccountId: undefined }),
			'ROUNDING_ACCOUNT_MISSING',
			'Lines and VAT make 12.10, the total is 12.11: a gap of 0.01.',
		],
		[
			'no lines at all',
			total('0.01', { line_items: [], tax_lines: [] }),
			settingsWith({ roundingAccountId: undefined }),
			'ROUNDING_ACCOUNT_MISSING',
			'Lines and VAT make 0.00, the total is 0.01: a gap of 0.01.',
		],
		[
			'a gift card without an account (HC-08)',
			total('7.10', { gift_cards: [{ amount: '5.00' }] }),
			settingsWith(),
			'GIFT_CARD_ACCOUNT_MISSING',
			'A gift card covered 5.00 of the order.',
		],
		[
			'an invoice number from a field that is empty',
			one,
			shopWith({ invoiceNumberField: '_invoice' }),
			'INVOICE_NUMBER_MISSING',
			'The field "_invoice" of the order is empty.',
		],
		[
			'no number',
			{ ...one, number: '' },
			settingsWith(),
			'INVOICE_NUMBER_MISSING',
			'The field "number" of the order is empty.',
		],
		[
			'a number of 26 characters',
			{ ...one, number: '1'.repeat(26) },
			settingsWith(),
			'INVOICE_NUMBER_TOO_LONG',
			'The invoice number "11111111111111111111111111" has 26 characters.',
		],
	])('%s', (_, raw, settings, code, message) => {
		expect(transform(raw, settings)).toMatchObject({
			outcome: 'attention',
			...codes(code, message),
		});
	});

	test('25 characters fit', () => {
		expect(draftOf({ ...one, number: '1'.repeat(25) }).invoiceNumber).toHaveLength(25);
	});

	test('a gift card is a payment (HC-08)', () => {
		const raw = total('7.10', { gift_cards: [{ amount: '5.00' }] });
		expect(draftOf(raw, settingsWith({ giftCardAccountId: 'cards' }))).toMatchObject({
			invoiceAmount: 12.1,
			giftCard: { amount: 5, ledgerAccountId: 'cards' },
			notes: ['A gift card or store credit covered 5.00: a payment, not a discount.'],
		});
	});

	test('the description: numbers and method, or the pattern of the settings (J143)', () => {
		const shop = { ...woo!, invoiceNumberPrefix: 'W' };
		const read = readWooCommerceOrder({ id: '1', number: '1000', status: 'processing' }, one, shop);
		const number = invoiceNumberOf(read, shop);
		const describe_ = (descriptionPattern?: string) =>
			descriptionOf(read, number, shop, settingsWith({ descriptionPattern }));
		expect(describe_()).toBe('1000 / W1000 / iDEAL');
		expect(describe_('{shop}: {orderNumber}, {invoiceNumber} by {paymentMethod} {other}')).toBe(
			'woocommerce: 1000, W1000 by iDEAL {other}',
		);
		expect(describe_('x'.repeat(300))).toHaveLength(250);
	});

	test('VAT where the settings say none', () => {
		const vatMapping = settingsWith().vatMapping.map((row) =>
			row.percentage === 21 ? { ...row, vatKind: 'none' as const } : row,
		);
		expect(transform(one, { ...settingsWith(), vatMapping })).toMatchObject(
			codes('VAT_CHARGED_ON_ZERO_RATE', 'The shop charged 2.10 VAT where the settings say none.'),
		);
	});
});

describe('what is said of an order', () => {
	const one = order([{ net: 1000, rate: 21 }]);
	const known = {
		orderKey: 'test-client/woocommerce/1000',
		client: 'test-client',
		shop: 'woocommerce',
		orderId: '1000',
		orderNumber: '1000',
		orderStatus: 'processing',
		total: 12.1,
		paymentIds: '',
	};
	const fingerprint = 'EUR 12.10 | 21% 10.00+2.10';

	test('that is booked', () => {
		const { draft, ...said } = transform(one);
		expect(said).toEqual({
			...known,
			...{
				outcome: 'book',
				vat: 2.1,
				regime: 'domestic',
				fingerprint,
				code: '',
				message: '',
				tip: '',
			},
		});
		expect(draft!.document).toBe('salesEntry');
	});

	const unread = { vat: null, regime: '', fingerprint: '' };
	const read = { vat: 2.1, regime: '', fingerprint };
	const category = (...names: string[]) => ({
		...one,
		line_items: names.map((name) => ({
			...(one.line_items as Json[])[0],
			...(name === '' ? {} : { categories: [{ name }] }),
		})),
	});
	test.each<[string, string, string, Json, ReturnType<typeof settingsWith>, Json]>([
		[
			'wait',
			'STATUS_NOT_YET',
			'The status is "pending"; booked from processing, completed, refunded, on-hold.',
			{ ...one, status: 'pending' },
			settingsWith(),
			{ ...unread, orderStatus: 'pending' },
		],
		[
			'nothingToBook',
			'STATUS_SKIPPED',
			'The status is "failed", which is not booked.',
			{ ...one, status: 'failed' },
			settingsWith(),
			{ ...unread, orderStatus: 'failed' },
		],
		[
			'nothingToBook',
			'BEFORE_FIRST_DATE',
			'The order is of 2026-03-01; orders are booked from 2026-03-02.',
			one,
			shopWith({ bookFrom: '2026-03-02' }),
			unread,
		],
		[
			'nothingToBook',
			'PAYMENT_METHOD_NOT_LIVE',
			'The payment method is "ideal"; booked are cod, bacs.',
			one,
			shopWith({ paymentMethodsToBook: ['cod', 'bacs'] }),
			unread,
		],
		[
			'nothingToBook',
			'CATEGORY_NOT_LIVE',
			'No product is in a category that is booked; booked are Books, Toys.',
			category('Mugs'),
			shopWith({ categoriesToBook: ['Books', 'Toys'] }),
			unread,
		],
		[
			'attention',
			'CATEGORY_PARTLY_LIVE',
			'1 of 2 products are in a category that is booked; booked are Books.',
			category('Mugs', 'books'),
			shopWith({ categoriesToBook: ['Books'] }),
			unread,
		],
		[
			'attention',
			'CATEGORIES_NOT_STATED',
			"A product of the order states no categories, but 'Categories to Book' is filled.",
			category('books', ''),
			shopWith({ categoriesToBook: ['Books'] }),
			unread,
		],
		[
			'attention',
			'ORDER_HAS_REFUNDS',
			'The order has 2 refund(s).',
			{ ...one, refunds: [{ id: 1 }, { id: 2 }] },
			settingsWith(),
			unread,
		],
		[
			'nothingToBook',
			'FREE_ORDER',
			'The order is free.',
			order([{ net: 0, discount: 1000, rate: 21 }]),
			settingsWith(),
			{ vat: 0, regime: '', fingerprint: 'EUR 0.00 | 21% 0.00+0.00', total: 0 },
		],
		[
			'attention',
			'COUNTRY_MISSING',
			'Neither the shipping nor the billing address has a country.',
			{ ...one, billing: {} },
			settingsWith(),
			read,
		],
	])('%s %s: %s', (outcome, code, message, raw, settings, expected) => {
		expect(transform(raw, settings)).toEqual({
			...known,
			...expected,
			outcome,
			...codes(code, message),
		});
	});

	test.each<[string, Json]>([
		['the first date itself', { bookFrom: '2026-03-01' }],
		['a method by its code', { paymentMethodsToBook: ['IDEAL'] }],
		['a category', { categoriesToBook: ['Mugs'] }],
	])('%s is live (W087)', (_, shop) => {
		expect(transform(category('mugs'), shopWith(shop)).outcome).toBe('book');
	});

	test('a method by its title', () => {
		const raw = { ...one, payment_method: 'x', payment_method_title: 'Cash' };
		expect(transform(raw, shopWith({ paymentMethodsToBook: ['cash'] })).outcome).toBe('book');
	});

	test('an order with refunds is booked when the settings say so', () => {
		const raw = { ...one, refunds: [{ id: 1 }] };
		expect(transform(raw, settingsWith({ ordersWithRefunds: 'book' })).outcome).toBe('book');
	});

	test('nothing free: lines that make up for each other, or a total', () => {
		const even = order([
			{ net: 1000, rate: 21 },
			{ role: 'fee', net: -1000, rate: 21 },
		]);
		expect(transform(even).outcome).toBe('book');
		expect(transform({ ...order([{ net: 0, rate: 21 }]), total: '5.00' }).code).not.toBe(
			'FREE_ORDER',
		);
	});

	test('the VAT total of the shop has to be that of the lines, within two cents (J086)', () => {
		const jouw = jouwWebOrder(440001);
		const stated = Number(jouw.totalTaxAmount);
		expect(transform({ ...jouw, totalTaxAmount: (stated + 0.02).toFixed(2) }).outcome).toBe('book');
		const { code, message } = transform({ ...jouw, totalTaxAmount: (stated + 0.03).toFixed(2) });
		expect(code).toBe('VAT_TOTAL_MISMATCH');
		expect(message).toBe(
			`The order states VAT ${(stated + 0.03).toFixed(2)}, its lines ${stated.toFixed(2)}.`,
		);
	});

	test('an order that is not read in full: the total that the shop states', () => {
		const pending = (changes: Json) => transform({ ...one, status: 'pending', ...changes });
		expect(pending({}).total).toBe(12.1);
		expect(pending({ currency: '' }).total).toBe(12.1);
		expect(pending({ total: undefined, totalPrice: '5.00' }).total).toBe(5);
		expect(pending({ total: 'x' }).total).toBeNull();
		const foreign = pending({ currency: 'usd' });
		expect(foreign.total).toBeNull();
		expect(foreign.message).toMatch(/ The total is USD 12\.10\.$/);
		const odd = pending({ currency: 'dollars' });
		expect([odd.total, odd.message.includes('The total is')]).toEqual([null, false]);
		expect(transform(null).total).toBeNull();
	});

	test('an order that cannot be read at all, of a shop nobody knows, or that breaks', () => {
		expect(transform({})).toMatchObject({
			...{
				orderKey: 'test-client/woocommerce/unreadable',
				orderId: '',
				orderNumber: '',
				orderStatus: '',
			},
			...codes('ORDER_UNREADABLE', 'The item is no order: it has no field "id".'),
		});
		expect(transformOrder(one, 'third', settingsWith())).toMatchObject(
			codes('SHOP_NOT_IN_SETTINGS', 'The settings have no shop "third".'),
		);
		const broken = Object.defineProperty({ ...one }, 'tax_lines', {
			enumerable: true,
			get: () => {
				throw new TypeError('broken');
			},
		});
		expect(transform(broken)).toMatchObject({
			outcome: 'attention',
			...codes('CONTENT_UNREADABLE', 'The order could not be read.'),
		});
	});

	test('the fingerprint: rates from high to low, lines without any rate last (J035)', () => {
		const settings = settingsWith({ productAccounts: [{ sku: 'GIFT', accountId: '0 products' }] });
		const raw = order([
			{ net: 500, rate: 0 },
			{ net: 1000, discount: 100, rate: 21 },
			{ net: 2000, rate: 9 },
		]);
		const gift = {
			id: 5,
			name: 'Gift card',
			sku: 'GIFT',
			quantity: 1,
			subtotal: '25.00',
			total: '25.00',
			taxes: [],
		};
		const all = { ...raw, line_items: [gift, ...(raw.line_items as Json[])], total: '63.90' };
		expect(transform(all, settings).fingerprint).toBe(
			'EUR 63.90 | 21% 10.00+2.10 | 9% 20.00+1.80 | 0% 5.00+0.00 | untaxed 25.00+0.00',
		);
	});

	test('the number that VIES is to be asked about (J044)', () => {
		const vies = settingsWith({ vatNumberCheck: { use: 'vies' } });
		const found = transformUnchecked(jouwWebOrder(440006), 'jouwweb', vies);
		expect(found).toMatchObject({ vatNumber: 'DE136695976', toCheck: ['DE136695976'] });
		expect(found.transformed.code).toBe('VAT_NUMBER_NOT_CHECKED');
		expect(transformUnchecked(one, 'woocommerce', vies)).toMatchObject({
			vatNumber: '',
			toCheck: [],
		});
	});
});
