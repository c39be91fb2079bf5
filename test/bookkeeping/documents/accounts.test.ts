import {
	checkVatRate,
	hasCategory,
	postingsOf,
	type PostedLine,
} from '../../../bookkeeping/documents/accounts';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import type { RegimeDecision } from '../../../bookkeeping/vat/regime';
import type { Json } from '../refunds/support';
import { settingsWith } from '../support';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

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
	const home: RegimeDecision = {
		regime: 'domestic',
		country: 'NL',
		deliveryCountry: 'NL',
		date: '2026-03-01',
		reason: '',
	};
	const product: PostedLine = {
		role: 'product',
		sku: 'GIFT-1',
		categories: ['Books'],
		percentage: 21,
	};
	const post = (line: Partial<PostedLine>, changes: Partial<SettingsInput> = {}, decision = home) =>
		postingsOf(decision, settingsWith(changes))({ ...product, ...line });
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

	test('lines of one role and rate go their own ways where the article decides', () => {
		const postingOf = postingsOf(
			home,
			settingsWith({ ...own({ sku: 'GIFT-1', accountId: 'own' }), giftCardAccountId: 'cards' }),
		);
		const account = (line: Partial<PostedLine>) =>
			postingOf({ ...product, ...line }).ledgerAccountId;
		expect(account({ sku: 'MUG' })).toBe('21 products');
		expect(account({ sku: 'GIFT-1' })).toBe('own');
		expect(account({ sku: 'MUG' })).toBe('21 products');
		expect(account({ sku: 'MUG', percentage: 9 })).toBe('9 products');
		expect(account({ role: 'shipping', sku: '' })).toBe('21 shipping');
		expect(account({ sku: 'MUG', percentage: 0, giftCard: true })).toBe('cards');
	});

	const oss = { country: 'DE', percentage: 19, vatKind: 'oss' as const, productsAccountId: 'oss' };
	const mapped = settingsWith().vatMapping;
	test('OSS: a line without Dutch VAT, by the row of its country', () => {
		const decision = { ...home, regime: 'oss' as const, country: 'DE' };
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

	test('OSS: the account of a product for all sales does not count there (BOE-0061)', () => {
		const productAccounts = [{ sku: 'MUG', accountId: 'mugs', regime: 'all' as const }];
		const changes = { vatMapping: [...mapped, oss], productAccounts };
		const abroad = { ...home, regime: 'oss' as const, country: 'DE' };
		const mug = (percentage: number) => ({ percentage, sku: 'MUG' });
		expect(post(mug(19), changes, abroad).ledgerAccountId).toBe('oss');
		expect(post(mug(21), changes).ledgerAccountId).toBe('mugs');
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
