import type { EntryDraft } from '../../../bookkeeping/draft';

/** An amount in euro as whole cents, so that sums are exact. */
export function centsOf(amount: number): number {
	return Math.round(amount * 100);
}

/**
 * What lines and VAT make beyond the invoice amount, in cents; 0 means that SnelStart's exact-sum
 * rule holds (BOE-0039, SnelStart reference 4.2 rule 2).
 */
export function imbalanceOf({ invoiceAmount, lines, vat }: EntryDraft): number {
	const total = [...lines, ...vat].reduce((sum, { amount }) => sum + centsOf(amount), 0);
	return total - centsOf(invoiceAmount);
}
