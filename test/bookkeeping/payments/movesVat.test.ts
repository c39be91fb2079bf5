import { movesVat } from '../../../bookkeeping/payments/movesVat';
import type { LedgerLine } from '../../../bookkeeping/payments/bookedEntry';
import type { PayoutDraft } from '../../../bookkeeping/payments/payouts/payoutDraft';

const line = (role: LedgerLine['role'], debit: number, credit: number): LedgerLine => ({
	...{ role, description: role, ledgerAccountId: role, debit, credit },
});
const costs = line('costs', 2.21, 0);
const payout = (changes: Partial<PayoutDraft>): PayoutDraft => ({
	...{ document: 'payout', payoutKey: 'k', provider: 'mollie', payoutId: 'p', reference: 'p' },
	...{ net: 118.79, gross: 121, fees: 2.21, kind: 'bank', journalId: 'bank', number: 'p' },
	...{ date: '2026-11-20', description: 'Payout', received: 118.79, spent: 0, salesLines: [] },
	...{ ledgerLines: [line('clearing', 0, 121), costs], notes: [] },
	...changes,
});
const feesOn = (on: 'clearing' | 'costs' | 'costsWithVat' | 'reverseCharge', vat = 0) => ({
	feesBooked: { on, fees: 2.21, vat },
});

test.each<[string, Partial<PayoutDraft>, boolean]>([
	['fees without VAT', feesOn('costs'), false],
	['fees that wait for the invoice', feesOn('clearing'), false],
	['a record of an older version', {}, false],
	['VAT beside the fees', { vatLines: [{ debit: 0.38, credit: 0 }] }, true],
	['VAT on its account, in a memorial', { ledgerLines: [costs, line('vat', 0.38, 0)] }, true],
	['fees by reverse charge', feesOn('reverseCharge'), true],
	['no fees', { ...feesOn('reverseCharge'), ledgerLines: [line('clearing', 0, 121)] }, false],
])('a payout with %s', (_, changes, expected) => {
	expect(movesVat(payout(changes))).toBe(expected);
});
