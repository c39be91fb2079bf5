import { pickedFrom } from '../../../bookkeeping/settings/pickedFrom';
import { settingsWith } from '../support';

const accounts = ['ledgerAccounts', 'optionalLedgerAccounts'] as const;

test('ledger accounts are found wherever settings pick one, each once', () => {
	const settings = settingsWith({
		vatMapping: [
			{
				country: 'NL',
				percentage: 21,
				vatKind: 'high',
				productsAccountId: 'a',
				feesAccountId: 'b',
			},
			{
				country: 'NL',
				percentage: 9,
				vatKind: 'low',
				productsAccountId: 'a',
				shippingAccountId: 'c',
			},
		],
		exempt: { skus: ['COURSE'], productsAccountId: 'd' },
		productAccounts: [{ sku: 'BON-*', accountId: 'e', costCentreId: 'centre' }],
		payoutProviders: [
			{
				provider: 'mollie',
				journalId: 'journal',
				clearingAccountId: 'f',
				exchangeAccountId: 'g',
				feesOn: 'clearing',
			},
		],
		roundingAccountId: 'h',
		icp: { productsAccountId: 'i' },
		international: undefined,
	});
	expect(pickedFrom(settings, accounts).sort().join('')).toBe('abcdefghi');
	expect(pickedFrom(settings, ['costCentres'])).toEqual(['centre']);
	expect(pickedFrom(settings, ['paymentJournals'])).toEqual(['journal']);
});
