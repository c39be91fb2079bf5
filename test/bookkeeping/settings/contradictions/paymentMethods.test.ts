import { readSettings } from '../../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../../bookkeeping/settings/settings';
import { ideal, mollie, paymentSettings } from '../../payments/support';
import { completeSettings } from '../../support';

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
		[
			'fees with VAT without an account',
			{ payoutProviders: [{ ...mollie, feesOn: 'costsWithVat' }] },
			/'Fees On' is costsWithVat, so 'Payment Costs Account'/,
		],
		[
			'VAT in a memorial without its account',
			{
				...costs,
				payoutProviders: [{ ...mollie, entryKind: 'memorial', feesOn: 'costsWithVat' }],
			},
			/needs 'VAT Account of Fees'/,
		],
		[
			'services from the EU without an account',
			{ payoutProviders: [{ ...mollie, feesOn: 'reverseCharge' }] },
			/'Account of EU Fees' has to be chosen/,
		],
		[
			'fees booked with the payment and deducted in the payout',
			{
				...costs,
				paymentMethods: [{ ...ideal, bookFees: true }],
				payoutProviders: [{ ...mollie, feesOn: 'costsWithVat' }],
			},
			/'Book Fees' is on while 'Payout Providers' "mollie" has 'Fees On' costsWithVat/,
		],
		[
			'VAT deducted under the small-business scheme',
			{
				...costs,
				smallBusiness: { productsAccountId: 'kor' },
				payoutProviders: [{ ...mollie, feesOn: 'costsWithVat' }],
			},
			/under 'Small-Business Scheme' no VAT is deducted/,
		],
	])('%s is refused', (_, changes, sentence) => {
		const found = complaints(changes);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(sentence);
	});
});
