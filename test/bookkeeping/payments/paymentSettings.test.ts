import { checkPayments } from '../../../bookkeeping/settings/paymentAdministrationCheck';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { completeSettings } from '../support';
import { ideal, mollie, paymentSettings } from './support';

function complaints(changes: Partial<SettingsInput>): string[] {
	const result = readSettings({ ...completeSettings, ...changes });
	return result.ok ? [] : result.complaints;
}
const costs = { paymentCostsAccountId: 'costs' };

describe('payment settings by themselves', () => {
	test('J072: a payment method with a clearing account passes; a memorial is the default', () => {
		expect(complaints({ paymentMethods: [ideal] })).toEqual([]);
		expect(paymentSettings().paymentMethods[0]).toMatchObject({
			entryKind: 'memorial',
			alwaysPaid: false,
			bookFees: false,
		});
	});

	test('J073: a fixed debtor and a clearing account exclude each other, and both are named', () => {
		const found = complaints({
			paymentMethods: [ideal],
			fixedDebtors: [{ paymentMethod: ideal.paymentMethod.toUpperCase(), relationId: '1' }],
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(/both in 'Fixed Debtors' and in 'Payment Methods'/);
	});

	test.each<[string, Partial<SettingsInput>, RegExp]>([
		['a method twice', { paymentMethods: [ideal, ideal] }, /names the payment method .* twice/],
		[
			'a memorial without clearing account',
			{ paymentMethods: [{ ...ideal, clearingAccountId: '' }] },
			/'Clearing Account' has to be chosen/,
		],
		[
			'a bank entry with one',
			{ paymentMethods: [{ ...ideal, entryKind: 'bank' }] },
			/leave 'Clearing Account' empty/,
		],
		[
			'fees without an account',
			{ paymentMethods: [{ ...ideal, bookFees: true }] },
			/'Payment Costs Account' has to be chosen/,
		],
		[
			'W049: fees booked twice',
			{
				...costs,
				paymentMethods: [{ ...ideal, bookFees: true }],
				payoutProviders: [mollie],
			},
			/'Book Fees' is on while 'Payout Providers' "mollie" has 'Fees On' costs/,
		],
		['a provider twice', { ...costs, payoutProviders: [mollie, mollie] }, /"mollie" twice/],
		[
			'a memorial payout without transfer account',
			{
				...costs,
				payoutProviders: [{ ...mollie, entryKind: 'memorial', transferAccountId: '' }],
			},
			/'Transfer Account' has to be chosen/,
		],
		[
			'payout fees without an account',
			{ payoutProviders: [mollie] },
			/'Fees On' is costs, so 'Payment Costs Account'/,
		],
		[
			'the same account on both sides',
			{ ...costs, payoutProviders: [{ ...mollie, transferAccountId: 'clearing mollie' }] },
			/are the same ledger account/,
		],
	])('%s is refused', (_, changes, sentence) => {
		const found = complaints(changes);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(sentence);
	});
});

describe('payment settings against the administration (BOE-0024, BOE-0095, BOE-0096)', () => {
	const account = (id: string) => ({ id, number: 1300, name: 'Tussenrekening', inactive: false });
	const facts = {
		accounts: ['clearing mollie', 'costs', 'transfer', 'reserve', 'exchange'].map(account),
		journals: [
			{ id: 'memorial journal', name: 'Memoriaal', kind: 'Memoriaal', inactive: false },
			{ id: 'bank journal', name: 'Bank', kind: 'Bank', inactive: false },
			{ id: 'old journal', name: 'Oud', kind: 'Memoriaal', inactive: true },
		],
	};
	const check = (changes: Partial<SettingsInput> = {}, changed: object = {}) =>
		checkPayments(paymentSettings(changes), { ...facts, ...changed });

	test('complete settings pass', () => expect(check()).toEqual([]));

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
});
