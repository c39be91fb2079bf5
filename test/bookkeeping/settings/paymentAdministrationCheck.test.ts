import {
	checkPayments,
	namesJournals,
} from '../../../bookkeeping/settings/paymentAdministrationCheck';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { ideal, mollie, paymentSettings } from '../payments/support';

describe('payment settings against the administration (BOE-0024, BOE-0095, BOE-0096)', () => {
	const account = (id: string) => ({
		...{ id, number: 1300, name: 'Tussenrekening', inactive: false },
		...{ function: 'TussenrekeningBetalingen', vatKinds: ['none'] as const },
	});
	const facts = {
		accounts: ['clearing mollie', 'costs', 'transfer', 'reserve', 'exchange'].map(account),
		journals: [
			{ id: 'memorial journal', name: 'Memoriaal', kind: 'Memoriaal', inactive: false },
			{ id: 'bank journal', name: 'Bank', kind: 'Bank', inactive: false },
			{ id: 'old journal', name: 'Oud', kind: 'Memoriaal', inactive: true },
		],
	};
	const check = (changes: Partial<SettingsInput> = {}, changed: object = {}) =>
		checkPayments(paymentSettings(changes), { ...facts, ...changed }).map(({ en }) => en);

	test('complete settings pass', () => expect(check()).toEqual([]));

	test('a journal for gift cards passes, and has to be read', () => {
		const giftCards = { giftCardJournalId: 'memorial journal', giftCardAccountId: 'costs' };
		expect(check(giftCards)).toEqual([]);
		const none = { paymentMethods: [], payoutProviders: [] };
		expect(namesJournals(paymentSettings({ ...none, ...giftCards }))).toBe(true);
		expect(namesJournals(paymentSettings(none))).toBe(false);
	});

	test.each<[string, string[], RegExp]>([
		[
			'a journal that is gone',
			check({ paymentMethods: [{ ...ideal, journalId: 'x' }] }),
			/'Payment Methods' "mollie_wc_gateway_ideal", Journal: .* not in the administration/,
		],
		[
			'a journal of another kind',
			check({ paymentMethods: [{ ...ideal, journalId: 'bank journal' }] }),
			/'Entry Kind' memorial needs a journal of the kind Memoriaal, and Bank is of the kind Bank/,
		],
		[
			'a journal for gift cards that is gone',
			check({ giftCardJournalId: 'x', giftCardAccountId: 'costs' }),
			/'Gift Card Journal': it is not in the administration/,
		],
		[
			'a journal for gift cards of another kind',
			check({ giftCardJournalId: 'bank journal', giftCardAccountId: 'costs' }),
			/'Gift Card Journal': it has to be of the kind Memoriaal, and Bank is of the kind Bank/,
		],
		[
			'an inactive journal for gift cards',
			check({ giftCardJournalId: 'old journal', giftCardAccountId: 'costs' }),
			/'Gift Card Journal': Oud is inactive/,
		],
		[
			'an inactive journal',
			check({ paymentMethods: [{ ...ideal, journalId: 'old journal' }] }),
			/Oud is inactive/,
		],
		[
			'a clearing account that is gone',
			check({ paymentMethods: [{ ...ideal, clearingAccountId: 'x' }] }),
			/Clearing Account: this ledger account is not in the administration/,
		],
		[
			'an inactive account',
			check(
				{},
				{
					accounts: facts.accounts.map((entry) => ({ ...entry, inactive: entry.id === 'costs' })),
				},
			),
			/'Payment Costs Account': ledger account 1300 Tussenrekening is inactive/,
		],
	])('%s is refused', (_, found, sentence) => {
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(sentence);
	});

	describe('the VAT in fees lands in its box', () => {
		const vatAccount = { ...account('vat'), function: 'BtwTeVorderenHoog' };
		const euAccount = { ...account('eu'), function: 'InkopenImportBinnenEUhoog' };
		const purchases = {
			...account('costs'),
			...{ function: 'InkopenKostenAlleBtwTarieven', vatKinds: ['none', 'low', 'high'] as const },
		};
		const others = facts.accounts.filter(({ id }) => id !== 'costs');
		const accounts = [...others, vatAccount, euAccount, purchases];
		const found = (row: object, changed: object = { accounts }) =>
			check({ payoutProviders: [{ ...mollie, ...row }] }, changed);
		const memorial = { entryKind: 'memorial', journalId: 'memorial journal' };

		test.each([
			['VAT of a bank entry', { feesOn: 'costsWithVat' }],
			['VAT of a memorial', { ...memorial, feesOn: 'costsWithVat', feesVatAccountId: 'vat' }],
			['reverse charge', { feesOn: 'reverseCharge', euFeesAccountId: 'eu' }],
		])('%s passes', (_, row) => expect(found(row)).toEqual([]));

		test.each<[string, string[], RegExp]>([
			[
				'costs that take no VAT',
				found({ feesOn: 'costsWithVat' }, {}),
				/'Payment Costs Account' takes no purchases at the high rate/,
			],
			[
				'an account of another function',
				found({ ...memorial, feesOn: 'costsWithVat', feesVatAccountId: 'eu' }),
				/VAT Account of Fees: .* where BtwTeVorderenHoog is needed/,
			],
			[
				'an account of another box',
				found({ feesOn: 'reverseCharge', euFeesAccountId: 'costs' }),
				/Account of EU Fees: .* where InkopenImportBinnenEUhoog is needed/,
			],
			[
				'an account that is gone',
				found({ feesOn: 'reverseCharge', euFeesAccountId: 'x' }),
				/Account of EU Fees: this ledger account is not in the administration/,
			],
		])('%s is refused', (_, complaints, sentence) => {
			expect(complaints).toHaveLength(1);
			expect(complaints[0]).toMatch(sentence);
		});
	});
});
