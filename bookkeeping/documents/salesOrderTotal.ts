import type { SalesOrderDraft } from './draft';
import type { FactsOf } from '../codes/register';
import { sum, roundingTolerance, fromEuro } from '../money/money';

/**
 * What does not hold in the amounts of a sales order draft, `undefined` when all is
 * well. Quantity × unit price is each line's amount exactly (HC-03). Lines with VAT make the
 * total to the cent; lines without VAT and the VAT make it within two cents, or a cent per line
 * (D-J040), since SnelStart works out the VAT of orders itself.
 */
export function brokenSum(draft: SalesOrderDraft): FactsOf<'DRAFT_NOT_BALANCED'> | undefined {
	const { lines, vat, invoiceAmount, vatEntry } = draft;
	const wrong = lines.findIndex(
		({ quantity, unitPrice, amount }) =>
			Math.round(quantity * 100) * fromEuro(unitPrice) !== fromEuro(amount) * 100,
	);
	if (wrong >= 0) return { case: 'line', line: wrong + 1 };
	const isInclusive = vatEntry === 'inclusive';
	const made = sum([...lines, ...(isInclusive ? [] : vat)].map(({ amount }) => fromEuro(amount)));
	const gap = fromEuro(invoiceAmount) - made;
	const tolerance = isInclusive ? 0 : roundingTolerance(lines.length);
	return Math.abs(gap) > tolerance ? { case: 'gap', gap } : undefined;
}
