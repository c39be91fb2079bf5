import type { PaymentDraft } from './paymentDraft';
import type { PayoutDraft } from './payouts/payoutDraft';

/**
 * Whether an entry counts in a VAT return: VAT of fees that is deducted (5b) or shifted (4b and 5b),
 * and VAT of unpaid invoices that is claimed back or due again (1a and 1b). No other payment or payout
 * does.
 */
export function movesVat(draft: PaymentDraft | PayoutDraft): boolean {
	const { ledgerLines, vatLines = [] } = draft;
	if (vatLines.length > 0 || ledgerLines.some(({ role }) => role === 'vat')) return true;
	return (
		draft.document === 'payout' &&
		draft.feesBooked?.on === 'reverseCharge' &&
		ledgerLines.some(({ role }) => role === 'costs')
	);
}
