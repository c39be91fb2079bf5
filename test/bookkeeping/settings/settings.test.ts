import {
	administrationOf,
	checkAgainstAdministration,
} from '../../../bookkeeping/settings/administrationCheck';
import type { AdministrationFacts } from '../../../bookkeeping/settings/administrationCheck';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { completeSettings, settingsWith } from '../support';

function complaints(changes: Partial<SettingsInput>): string[] {
	const result = readSettings({ ...completeSettings, ...changes });
	return result.ok ? [] : result.complaints;
}

describe('settings by themselves', () => {
	test('defaults come from the manuals: 14 days (J142), Amsterdam time', () => {
		const settings = settingsWith();
		expect(settings.paymentTermDays).toBe(14);
		expect(settings.shops[0]).toMatchObject({ country: 'NL', zone: 'Europe/Amsterdam' });
	});

	test('a WooCommerce shop without statuses gets the usual ones (decision)', () => {
		const shops: SettingsInput['shops'] = [{ shop: 'a', kind: 'wooCommerce' }];
		expect(settingsWith({ shops }).shops[0]).toMatchObject({
			statusesToBook: ['processing', 'completed', 'refunded'],
			statusesToSkip: ['cancelled', 'failed', 'trash'],
		});
	});

	const [shop] = completeSettings.shops;
	const [row] = completeSettings.vatMapping;
	test.each<[string, Partial<SettingsInput>, RegExp]>([
		[
			'a status on both lists',
			{ shops: [{ ...shop!, statusesToSkip: ['processing'] }] },
			/"processing" stands both in 'Statuses to Book' and in 'Statuses to Skip'/,
		],
		[
			'no status to book',
			{ shops: [{ ...shop!, kind: 'jouwWeb', statusesToBook: [] }] },
			/'Statuses to Book' of shop "woocommerce" is empty/,
		],
		['a shop twice', { shops: [shop!, shop!] }, /"woocommerce" twice/],
		[
			'one prefix for two shops that number their orders alike (HC-16)',
			{ shops: [shop!, { ...shop!, shop: 'second' }] },
			/'Invoice Number Prefix' of shop "second" and of shop "woocommerce" can give the same/,
		],
		[
			'a prefix that only adds a digit',
			{
				shops: [
					{ ...shop!, invoiceNumberPrefix: 'W' },
					{ ...shop!, shop: 'second', invoiceNumberPrefix: 'W2' },
				],
			},
			/'Invoice Number Prefix' of shop "second"/,
		],
		['a country and percentage twice', { vatMapping: [row!, row!] }, /two rows for NL 21 %/],
		[
			'0 % with a VAT rate',
			{ vatMapping: [{ ...row!, percentage: 0 }] },
			/'Percentage' and 'VAT Rate' contradict/,
		],
		[
			'a payment method twice',
			{
				fixedDebtors: [
					{ paymentMethod: 'a', relationId: '1' },
					{ paymentMethod: 'a', relationId: '2' },
				],
			},
			/"a" twice/,
		],
		['a client name with spaces', { client: 'My client' }, /client: Use small letters/],
		['no shops', { shops: [] }, /shops: Add at least one shop/],
		[
			'VAT settings that were removed to start over',
			{ vatMapping: [] },
			/vatMapping: Add at least one row/,
		],
		['a term of 1000 days', { paymentTermDays: 1000 }, /paymentTermDays/],
	])('%s is refused in a sentence', (_, changes, sentence) => {
		expect(complaints(changes).join('\n')).toMatch(sentence);
	});

	test('every complaint is given at once', () => {
		const twice = { shop: shop!.shop, invoiceNumberPrefix: 'B' };
		const shops = [shop!, { ...shop!, ...twice }];
		expect(complaints({ shops, vatMapping: [row!, row!] })).toHaveLength(2);
	});

	test.each([[undefined], [null], ['text'], [[]]])('%p is no settings', (input) => {
		expect(readSettings(input).ok).toBe(false);
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
	) => checkAgainstAdministration(settingsWith(changes), { ...facts, ...changed }, '2026-11-22');
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
