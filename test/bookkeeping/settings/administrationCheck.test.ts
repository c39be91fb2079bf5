import {
	administrationOf,
	checkAgainstAdministration,
	type AdministrationFacts,
	type LedgerAccountFacts,
} from '../../../bookkeeping/settings/administrationCheck';
import { namesJournals } from '../../../bookkeeping/settings/paymentAdministrationCheck';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { ideal, mollie } from '../payments/support';
import { completeSettings, settingsWith } from '../support';

const today = '2026-11-22';

type Kind = LedgerAccountFacts['vatKinds'][number];

const account = (id: string, kind: Kind, more: Partial<LedgerAccountFacts> = {}) => ({
	id,
	number: 8000,
	name: 'Omzet',
	inactive: false,
	vatKinds: [kind],
	function: 'Diversen',
	costCentreRequired: false,
	vatRateCode: '',
	...more,
});

const row = (name: string, kind: Kind, more: Partial<LedgerAccountFacts> = {}) =>
	['products', 'shipping', 'discount', 'fees'].map((role) =>
		account(`${name} ${role}`, kind, more),
	);

const fields = (name: string) => ({
	productsAccountId: `${name} products`,
	shippingAccountId: `${name} shipping`,
	discountAccountId: `${name} discount`,
	feesAccountId: `${name} fees`,
});

const facts: AdministrationFacts = {
	name: 'Test',
	foreignVatAccountId: 'foreign VAT',
	accounts: [
		...row('21', 'high'),
		...row('9', 'low'),
		...row('0', 'none'),
		...row('icp', 'none', { function: 'VerkopenExportBinnenEU' }),
		...row('export', 'none', { function: 'VerkopenExportBuitenEU' }),
		...row('reverse', 'none', { function: 'VerkopenOmzetOnbelastVerlegd' }),
		...row('oss', 'none', { function: 'InstallatieTeleverkoopBinnenEUgeen', vatRateCode: 'SR' }),
		...row('margin', 'none'),
		account('rounding', 'none'),
		account('gift cards', 'none'),
		account('own', 'low'),
		account('clearing mollie', 'none'),
		account('transfer', 'none'),
		account('reserve', 'none'),
		account('exchange', 'none'),
		account('costs', 'none'),
	],
	vatRates: [
		{ vatKind: 'high', percentage: 19, validFrom: '2001-01-01', validTo: '2012-09-30' },
		{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
		{ vatKind: 'low', percentage: 9, validFrom: '2019-01-01T00:00:00', validTo: '2400-12-31' },
	],
	journals: [
		{ id: 'sales', name: 'Debiteuren', kind: 'Verkoop', inactive: false },
		{ id: 'memorial journal', name: 'Memoriaal', kind: 'Memoriaal', inactive: false },
		{ id: 'bank journal', name: 'Bank', kind: 'Bank', inactive: false },
		{ id: 'cash journal', name: 'Kas', kind: 'Kas', inactive: true },
	],
	costCentres: [
		{ id: 'shop', name: 'Winkel', inactive: false },
		{ id: 'old', name: 'Oud', inactive: true },
	],
	salesOrderTemplates: [{ id: 'layout', name: 'Bon' }],
	ossRates: [{ country: 'DE', rateCode: 'SR', percentage: 19, validFrom: '2021-07-01' }],
	relationIds: ['known'],
};

const complete: Partial<SettingsInput> = {
	reverseCharge: fields('reverse'),
	margin: fields('margin'),
	giftCardAccountId: 'gift cards',
	productAccounts: [{ sku: 'GIFT', accountId: 'own' }],
	salesJournalId: 'sales',
	costCentreId: 'shop',
	salesOrderTemplateId: 'layout',
	fixedDebtors: [{ paymentMethod: 'cod', relationId: 'known' }],
	paymentMethods: [ideal],
	payoutProviders: [mollie],
	paymentCostsAccountId: 'costs',
	vatMapping: [
		...completeSettings.vatMapping,
		{ country: 'DE', percentage: 19, vatKind: 'oss', ...fields('oss') },
	],
};

const check = (changes: Partial<SettingsInput> = {}, changed: Partial<AdministrationFacts> = {}) =>
	checkAgainstAdministration(
		settingsWith({ ...complete, ...changes }),
		{ ...facts, ...changed },
		today,
	).map(({ en }) => en);

const changed = (id: string, changes: Partial<LedgerAccountFacts>) => ({
	accounts: facts.accounts.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});

const without = (id: string) => ({ accounts: facts.accounts.filter((one) => one.id !== id) });

const gone = 'this ledger account is not in the administration; choose another one.';

const wrongBox = (place: string, wanted: string) =>
	`${place}: ledger account 8000 would land in the wrong box of the VAT return; choose an account with the function ${wanted}.`;

test('complete settings pass', () => expect(check()).toEqual([]));

describe('every ledger account exists, is active and takes its VAT (BOE-0082)', () => {
	test.each([
		["'VAT Mapping' NL 21 %, Products Account", '21 products'],
		["'VAT Mapping' NL 21 %, Shipping Account", '21 shipping'],
		["'VAT Mapping' NL 9 %, Discount Account", '9 discount'],
		["'VAT Mapping' NL 9 %, Fees Account", '9 fees'],
		["'VAT Mapping' DE 19 %, Products Account", 'oss products'],
		["'ICP', Shipping Account", 'icp shipping'],
		["'International', Fees Account", 'export fees'],
		["'Reverse Charge', Discount Account", 'reverse discount'],
		["'Margin Scheme', Products Account", 'margin products'],
		["'Gift Card Account'", 'gift cards'],
		["'Rounding Account'", 'rounding'],
		["'Payment Costs Account'", 'costs'],
		[`'Payment Methods' "mollie_wc_gateway_ideal", Clearing Account`, 'only the method'],
		[`'Payout Providers' "mollie", Transfer Account`, 'transfer'],
		[`'Payout Providers' "mollie", Reserve Account`, 'reserve'],
		[`'Payout Providers' "mollie", Exchange Account`, 'exchange'],
	])('%s is gone', (place, id) => {
		const other = { paymentMethods: [{ ...ideal, clearingAccountId: 'only the method' }] };
		const ofMethod = id === 'only the method' ? other : {};
		expect(check(ofMethod, without(id))).toEqual([`${place}: ${gone}`]);
		if (id !== 'only the method') {
			const named = `${place}: ledger account 8000 Omzet is inactive; choose another one.`;
			expect(check({}, changed(id, { inactive: true }))).toEqual([named]);
		}
	});

	test('the account of what bears no VAT beside goods by OSS is gone', () => {
		expect(check({ ossAccountWithoutVatId: 'gone' }, facts)).toEqual([
			`'OSS Account Without VAT': ${gone}`,
		]);
	});

	const UNTAXED = 'choose an account of turnover without VAT, such as Omzet nultarief.';
	test.each<[string, Partial<LedgerAccountFacts>, string[]]>([
		['without VAT', {}, []],
		[
			'for distance sales (function 84)',
			{ function: 'InstallatieTeleverkoopBinnenEUgeen', vatRateCode: 'SR' },
			[
				`is for distance sales (OSS), and SnelStart takes no line without VAT beside those; ${UNTAXED}`,
			],
		],
		['with VAT', { vatKinds: ['high'] }, [`takes VAT (high); ${UNTAXED}`]],
		[
			'with VAT or without',
			{ vatKinds: ['none', 'low', 'high'] },
			[`takes VAT (low, high); ${UNTAXED}`],
		],
		['that is inactive', { inactive: true }, ['is inactive; choose another one.']],
	])('the account of what bears no VAT beside goods by OSS: one %s', (_, more, said) => {
		const accounts = [...facts.accounts, account('untaxed', 'none', more)];
		expect(check({ ossAccountWithoutVatId: 'untaxed' }, { accounts })).toEqual(
			said.map((what) => `'OSS Account Without VAT': ledger account 8000 Omzet ${what}`),
		);
	});

	test('the clearing account of method and provider', () => {
		expect(check({}, without('clearing mollie'))).toEqual([
			`'Payment Methods' "mollie_wc_gateway_ideal", Clearing Account: ${gone}`,
			`'Payout Providers' "mollie", Clearing Account: ${gone}`,
		]);
	});

	test('the account of a product: any VAT of its own will do', () => {
		expect(check({}, without('own'))).toEqual([`'Product Accounts' GIFT: ${gone}`]);
		const category = [{ category: 'Books', accountId: 'own' }];
		expect(check({ productAccounts: category }, changed('own', { inactive: true }))).toEqual([
			"'Product Accounts' category Books: ledger account 8000 Omzet is inactive; choose another one.",
		]);
		expect(check({}, changed('own', { vatKinds: [] }))).toEqual([
			"'Product Accounts' GIFT: ledger account 8000 Omzet takes the VAT rates (none at all), not none; choose another account or another 'VAT Rate'.",
		]);
	});

	test('another VAT rate', () => {
		expect(check({}, changed('9 shipping', { vatKinds: ['high', 'none'] }))).toEqual([
			"'VAT Mapping' NL 9 %, Shipping Account: ledger account 8000 Omzet takes the VAT rates high, none, not low; choose another account or another 'VAT Rate'.",
		]);
		expect(check({}, changed('icp fees', { vatKinds: ['high'] }))).toEqual([
			"'ICP', Fees Account: ledger account 8000 Omzet takes the VAT rates high, not none; choose another account or another 'VAT Rate'.",
		]);
		for (const [id, place] of [
			['margin products', "'Margin Scheme', Products Account"],
			['gift cards', "'Gift Card Account'"],
			['rounding', "'Rounding Account'"],
		] as const) {
			expect(check({}, changed(id, { vatKinds: ['high'] }))[0]).toMatch(`${place}: ledger account`);
		}
	});

	test('a cost centre that is demanded', () => {
		const demanding = changed('rounding', { costCentreRequired: true });
		expect(check({}, demanding)).toEqual([]);
		expect(check({ costCentreId: undefined }, demanding)).toEqual([
			"'Rounding Account': ledger account 8000 Omzet demands a cost centre; fill 'Cost Centre' or choose another account.",
		]);
	});

	test('rows may leave accounts empty', () => {
		const [high] = completeSettings.vatMapping;
		const vatMapping = [
			{ ...high!, shippingAccountId: '', discountAccountId: '', feesAccountId: '' },
		];
		const bare = {
			giftCardAccountId: '',
			roundingAccountId: '',
			icp: undefined,
			margin: undefined,
		};
		expect(
			check({ vatMapping, ...bare, international: undefined, reverseCharge: undefined }),
		).toEqual([]);
	});
});

describe('every regime lands in its box of the VAT return (SS-414 to SS-420)', () => {
	test.each([
		[
			"'ICP', Products Account",
			'icp products',
			'VerkopenExportBinnenEU or DienstverleningBinnenEU',
		],
		["'International', Shipping Account", 'export shipping', 'VerkopenExportBuitenEU'],
		["'Reverse Charge', Fees Account", 'reverse fees', 'VerkopenOmzetOnbelastVerlegd'],
		[
			"'VAT Mapping' DE 19 %, Discount Account",
			'oss discount',
			'InstallatieTeleverkoopBinnenEUgeen',
		],
	])('%s', (place, id, wanted) => {
		expect(check({}, changed(id, { function: 'Diversen' }))).toEqual([wrongBox(place, wanted)]);
	});

	test('services to EU businesses are ICP as well', () => {
		expect(check({}, changed('icp products', { function: 'DienstverleningBinnenEU' }))).toEqual([]);
	});

	test('OSS needs its switch and a rate code (SS-420)', () => {
		expect(check({}, { foreignVatAccountId: '' })).toEqual([
			"'VAT Mapping' DE 19 %: 'VAT Rate' is OSS, but OSS (foreign VAT on invoices) is switched off in SnelStart; switch it on there or choose another 'VAT Rate'.",
		]);
		expect(check({}, changed('oss shipping', { vatRateCode: '', number: 8110 }))).toEqual([
			"'VAT Mapping' DE 19 %, Shipping Account: ledger account 8110 has no OSS rate code; choose one that has.",
		]);
		expect(
			check({}, { accounts: facts.accounts.map((one) => ({ ...one, vatRateCode: '' })) }),
		).toHaveLength(4);
	});
});

describe('every rate has the percentage sold today', () => {
	const rate = (vatKind: Kind, percentage: number, validFrom: string, validTo = '2400-12-31') => ({
		vatRates: [...facts.vatRates.slice(0, 2), { vatKind, percentage, validFrom, validTo }],
	});
	const differs = (found: string) => [
		`'VAT Mapping' NL 9 %: 'VAT Rate' low is ${found} in SnelStart today, and 'Percentage' says 9 %; change one of them.`,
	];

	test.each([
		['from today', rate('low', 9, '2026-11-22T00:00:00'), []],
		['until today', rate('low', 9, '2019-01-01', '2026-11-22T00:00:00'), []],
		['from tomorrow', rate('low', 9, '2026-11-23'), differs('not in force')],
		['until yesterday', rate('low', 9, '2019-01-01', '2026-11-21'), differs('not in force')],
		['another percentage', rate('low', 6, '2019-01-01'), differs('6 %')],
		['another kind only', rate('other', 9, '2019-01-01'), differs('not in force')],
	])('%s', (_, rates, sentences) => {
		expect(check({}, rates)).toEqual(sentences);
	});
});

describe('journals, cost centre, template and debtors exist', () => {
	const journal = '\'Payment Methods\' "mollie_wc_gateway_ideal", Journal';

	test.each<[string, Partial<SettingsInput>, string[]]>([
		['none of them', { salesJournalId: '', costCentreId: '', salesOrderTemplateId: '' }, []],
		[
			'a sales journal that is gone',
			{ salesJournalId: 'x' },
			["'Sales Journal': the chosen one is not in the administration; choose another one."],
		],
		[
			'a journal for something else',
			{ salesJournalId: 'bank journal' },
			["'Sales Journal' is a journal of the kind Bank; choose a sales journal (Debiteuren)."],
		],
		[
			'a cost centre that is gone',
			{ costCentreId: 'x' },
			["'Cost Centre': the chosen one is not in the administration; choose another one."],
		],
		[
			'an inactive cost centre',
			{ costCentreId: 'old' },
			["'Cost Centre': the chosen one is inactive; choose another one."],
		],
		[
			'a template that is gone',
			{ salesOrderTemplateId: 'x' },
			["'Sales Order Template': the chosen one is not in the administration; choose another one."],
		],
		[
			'one of two debtors',
			{
				fixedDebtors: [
					{ paymentMethod: 'cod', relationId: 'known' },
					{ paymentMethod: 'bacs', relationId: 'x' },
				],
			},
			[`'Fixed Debtors' "bacs": this relation is not in the administration; choose another one.`],
		],
		[
			'the journal of a payment method',
			{ paymentMethods: [{ ...ideal, journalId: 'x' }] },
			[`${journal}: the chosen one is not in the administration; choose another one.`],
		],
		[
			'a journal of another kind (BOE-0096)',
			{ paymentMethods: [{ ...ideal, journalId: 'bank journal' }] },
			[
				`'Payment Methods' "mollie_wc_gateway_ideal": 'Entry Kind' memorial needs a journal of the kind Memoriaal, and Bank is of the kind Bank; change one of them.`,
			],
		],
		[
			'an inactive cash journal; its kind is right (BOE-0095)',
			{
				paymentMethods: [
					{ ...ideal, entryKind: 'cash', clearingAccountId: '', journalId: 'cash journal' },
				],
			},
			[`${journal}: Kas is inactive; choose another one.`],
		],
		[
			'the journal of a payout (BOE-0024)',
			{ payoutProviders: [{ ...mollie, journalId: 'memorial journal' }] },
			[
				`'Payout Providers' "mollie": 'Entry Kind' bank needs a journal of the kind Bank, and Memoriaal is of the kind Memoriaal; change one of them.`,
			],
		],
	])('%s', (_, changes, sentences) => {
		expect(check(changes)).toEqual(sentences);
	});

	test('journals are read when payments name them', () => {
		const named = (changes: Partial<SettingsInput>) => namesJournals(settingsWith(changes));
		expect(named({})).toBe(false);
		expect(named({ paymentMethods: [ideal] })).toBe(true);
		expect(named({ payoutProviders: [mollie], paymentCostsAccountId: 'costs' })).toBe(true);
	});
});

describe('sales orders (J057, J180)', () => {
	const salesOrders = {
		revenueGroups: (['none', 'low', 'high'] as const).map((vatKind) => ({
			id: `group ${vatKind}`,
			number: 10,
			name: 'Omzet',
			vatKind: vatKind as Kind | undefined,
		})),
		itemCodeKind: 'Alfanumeriek',
		itemCodeMaxLength: 25,
	};
	const kinds = ['none', 'low', 'high', 'other'] as const;
	const settings: Partial<SettingsInput> = {
		document: 'salesOrder',
		salesOrders: {
			revenueGroups: kinds
				.slice(0, 3)
				.map((vatKind) => ({ vatKind, revenueGroupId: `group ${vatKind}` })),
		},
		vatMapping: completeSettings.vatMapping,
	};
	const codes = (now: string) =>
		`'Document' is Sales Order, so article codes (artikelcodes) in SnelStart have to hold 25 letters and digits; they hold ${now} now. Change that in SnelStart.`;

	test.each<[string, object, string[]]>([
		['all is well', {}, []],
		[
			'a revenue group that is gone',
			{ revenueGroups: salesOrders.revenueGroups.slice(1) },
			[
				"'Revenue Groups' none: this revenue group is not in the administration; choose another one.",
			],
		],
		[
			'a revenue group of another rate',
			{
				revenueGroups: salesOrders.revenueGroups.map((group) => ({
					...group,
					vatKind: group.vatKind === 'low' ? 'high' : group.vatKind,
				})),
			},
			["'Revenue Groups' low: revenue group 10 Omzet has the VAT rate high; choose another one."],
		],
		[
			'a revenue group of a rate that is not known',
			{
				revenueGroups: salesOrders.revenueGroups.map((group) => ({
					...group,
					vatKind: group.vatKind === 'high' ? undefined : group.vatKind,
				})),
			},
			[
				"'Revenue Groups' high: revenue group 10 Omzet has the VAT rate (unknown); choose another one.",
			],
		],
		['digits only', { itemCodeKind: 'Numeriek' }, [codes('25 digits')]],
		['too short', { itemCodeMaxLength: 24 }, [codes('24 letters and digits')]],
	])('%s', (_, changes, sentences) => {
		expect(check(settings, { salesOrders: { ...salesOrders, ...changes } })).toEqual(sentences);
	});

	test('sales entries need none of it', () => {
		expect(check({}, { salesOrders: { ...salesOrders, itemCodeMaxLength: 10 } })).toEqual([]);
	});
});

describe('what is saved with the settings', () => {
	const saved = (changes: Partial<SettingsInput>) =>
		administrationOf(settingsWith({ ...complete, ...changes }), {
			...facts,
			accounts: [...facts.accounts, account('unused', 'high')],
		});

	test('every account that orders can reach, and no other', () => {
		const ids = saved({}).accounts.map(({ id }) => id);
		// Eight rows of four accounts, rounding, gift cards, that of a product and five of payments.
		expect(ids).toEqual(facts.accounts.map(({ id }) => id));
		expect(ids).toHaveLength(8 * 4 + 3 + 5);
	});

	test('as far as rows are filled', () => {
		const bare = { icp: undefined, international: undefined, margin: undefined };
		expect(saved({ ...bare, reverseCharge: undefined }).accounts).toHaveLength(4 * 4 + 3 + 5);
	});

	test('number, name and VAT of an account, all rates, and where OSS VAT goes', () => {
		const { accounts, ...rest } = saved({});
		expect(accounts[0]).toEqual({
			id: '21 products',
			number: 8000,
			name: 'Omzet',
			vatKinds: ['high'],
		});
		expect(rest).toEqual({
			name: 'Test',
			named: expect.objectContaining({ sales: 'Debiteuren', shop: 'Winkel' }),
			foreignVatAccountId: 'foreign VAT',
			vatRates: facts.vatRates,
		});
		const off = administrationOf(settingsWith(), { ...facts, foreignVatAccountId: '' });
		expect(off).not.toHaveProperty('foreignVatAccountId');
	});
});

describe('settings against the administration', () => {
	const account = (id: string, vatKind: 'none' | 'low' | 'high', name = 'Diversen') => ({
		id,
		number: 8000,
		name: 'Omzet',
		inactive: false,
		vatKinds: [vatKind],
		function: name,
		costCentreRequired: false,
		vatRateCode: '',
	});
	const row = (name: string, vatKind: 'none' | 'low' | 'high', ledgerFunction?: string) =>
		['products', 'shipping', 'discount', 'fees'].map((kind) =>
			account(`${name} ${kind}`, vatKind, ledgerFunction),
		);
	const facts: AdministrationFacts = {
		name: 'Test',
		foreignVatAccountId: '',
		accounts: [
			...row('21', 'high'),
			...row('9', 'low'),
			...row('0', 'none'),
			...row('icp', 'none', 'VerkopenExportBinnenEU'),
			...row('export', 'none', 'VerkopenExportBuitenEU'),
			account('rounding', 'none'),
		],
		vatRates: [
			{ vatKind: 'high', percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
			{ vatKind: 'low', percentage: 9, validFrom: '2019-01-01', validTo: '2400-12-31' },
		],
		journals: [
			{ id: 'sales', name: 'Debiteuren', kind: 'Verkoop', inactive: false },
			{ id: 'memo', name: 'Memoriaal', kind: 'Memoriaal', inactive: false },
		],
		costCentres: [{ id: 'old', name: 'Oud', inactive: true }],
		salesOrderTemplates: [],
		relationIds: ['known'],
	};
	const check = (
		changes: Partial<SettingsInput> = {},
		changed: Partial<AdministrationFacts> = {},
	) =>
		checkAgainstAdministration(settingsWith(changes), { ...facts, ...changed }, '2026-11-22').map(
			({ en }) => en,
		);
	const withAccount = (id: string, changes: object) => ({
		accounts: facts.accounts.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)),
	});

	test('complete settings pass', () => expect(check()).toEqual([]));

	test.each<[string, string[], RegExp]>([
		[
			'an account that is gone',
			check({}, { accounts: facts.accounts.slice(1) }),
			/'VAT Mapping' NL 21 %, Products Account: this ledger account is not in the administration/,
		],
		[
			'an inactive account',
			check({}, withAccount('9 fees', { inactive: true })),
			/'VAT Mapping' NL 9 %, Fees Account: .* is inactive/,
		],
		[
			'an account of another VAT rate',
			check({}, withAccount('9 shipping', { vatKinds: ['high'] })),
			/takes the VAT rates high, not low/,
		],
		[
			'an account that demands a cost centre',
			check({}, withAccount('rounding', { costCentreRequired: true })),
			/'Rounding Account': .* demands a cost centre/,
		],
		[
			'an ICP account with another function',
			check({}, withAccount('icp products', { function: 'Diversen' })),
			/'ICP', Products Account: .* wrong box/,
		],
		[
			'a rate with another percentage',
			check({}, { vatRates: facts.vatRates.slice(1) }),
			/'VAT Rate' high is not in force/,
		],
		[
			'a journal of another kind',
			check({ salesJournalId: 'memo' }),
			/'Sales Journal' is a journal of the kind Memoriaal/,
		],
		[
			'a journal that is gone',
			check({ salesJournalId: 'x' }),
			/'Sales Journal': the chosen one is not in the administration/,
		],
		[
			'an inactive cost centre',
			check({ costCentreId: 'old' }),
			/'Cost Centre': the chosen one is inactive/,
		],
		['a template that is gone', check({ salesOrderTemplateId: 'x' }), /'Sales Order Template'/],
		[
			'a debtor that is gone',
			check({ fixedDebtors: [{ paymentMethod: 'ideal', relationId: 'x' }] }),
			/'Fixed Debtors' "ideal"/,
		],
		[
			'a shared card that is gone',
			check({ sharedCards: [{ customers: 'consumers', country: 'DE', relationId: 'x' }] }),
			/'Shared Cards' "consumers, DE": this relation is not in the administration/,
		],
	])('%s is refused', (_, found, sentence) => {
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(sentence);
	});

	test('a sales journal and a known debtor pass', () => {
		expect(
			check({
				salesJournalId: 'sales',
				fixedDebtors: [{ paymentMethod: 'ideal', relationId: 'known' }],
			}),
		).toEqual([]);
	});

	test('only what the settings use is saved with them', () => {
		const saved = administrationOf(settingsWith(), {
			...facts,
			accounts: [...facts.accounts, account('unused', 'high')],
		});
		expect(saved.accounts).toHaveLength(21);
		expect(saved.accounts.map(({ id }) => id)).not.toContain('unused');
	});
});
