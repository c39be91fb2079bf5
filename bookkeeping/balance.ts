import type { EntryDraft } from './draft';
import { fromEuro, sum, type Cents } from './money';

/**
 * What lines and VAT make beyond the invoice amount, in cents; 0 means that SnelStart's exact-sum
 * rule holds (BOE-0039, SnelStart reference 4.2 rule 2).
 */
export function imbalanceOf({ invoiceAmount, lines, vat }: EntryDraft): Cents {
	return sum([...lines, ...vat].map(({ amount }) => fromEuro(amount))) - fromEuro(invoiceAmount);
}
