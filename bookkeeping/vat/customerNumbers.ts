import type { ShopOrder } from '../trade/order';
import { hasVatNumberFormat } from '../trade/vatNumber';
import type { RatedOrder } from './ratedLines';

/** The longest Chamber of Commerce number (KvK) that a card of SnelStart takes (SS-230). */
const KVK_LENGTH = 12;

/**
 * Leaves off what customers wrote in the fields of their numbers and what is none: it decides nothing
 * and would only be refused on the customer's card. A VAT number counts as long as no VAT was
 * charged, because then an order may depend on it (D-VAT-NUMBER).
 *
 * @returns the order without them, and a sentence for each. The sentences do not repeat the number.
 */
export function settleNumbers(
	order: ShopOrder,
	{ vat }: RatedOrder,
): { order: ShopOrder; notes: string[] } {
	const notes: string[] = [];
	let settled = order;
	const isTaxed = vat.some(({ amount }) => amount !== 0);
	if (isTaxed && order.vatNumber !== '' && !hasVatNumberFormat(order.vatNumber)) {
		settled = { ...settled, vatNumber: '' };
		notes.push(
			'What the customer filled in as VAT number does not have the form of one. VAT was charged, so it is left off.',
		);
	}
	if (order.chamberOfCommerceNumber.length > KVK_LENGTH) {
		const bare = order.chamberOfCommerceNumber.replace(/[^0-9A-Za-z]/g, '');
		const chamberOfCommerceNumber = bare.length > KVK_LENGTH ? '' : bare;
		settled = { ...settled, chamberOfCommerceNumber };
		if (bare.length > KVK_LENGTH) {
			notes.push(
				`What the customer filled in as KvK number is longer than the ${KVK_LENGTH} characters that SnelStart takes, and is left off.`,
			);
		}
	}
	return { order: settled, notes };
}
