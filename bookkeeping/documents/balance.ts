import type { EntryDraft } from './draft';
import { fromEuro, type Cents } from '../money/money';

/**
 * What lines and VAT make beyond the invoice amount, in cents; 0 means that SnelStart's exact-sum
 * rule holds (BOE-0039, SS-412).
 */
export function imbalanceOf({ invoiceAmount, lines, vat }: EntryDraft): Cents {
	let balance: Cents = -fromEuro(invoiceAmount);
	for (const { amount } of lines) balance += fromEuro(amount);
	for (const { amount } of vat) balance += fromEuro(amount);
	return balance;
}
