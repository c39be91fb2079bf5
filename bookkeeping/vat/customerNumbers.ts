import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
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
	language: Language,
): { order: ShopOrder; notes: DraftText[] } {
	const notes: DraftText[] = [];
	let settled = order;
	const isTaxed = vat.some(({ amount }) => amount !== 0);
	if (isTaxed && order.vatNumber !== '' && !hasVatNumberFormat(order.vatNumber)) {
		settled = { ...settled, vatNumber: '' };
		notes.push(draftText(language, 'vatNumberLeftOff'));
	}
	const written = order.chamberOfCommerceNumber;
	if (written !== '' && !/\d/.test(written)) {
		settled = { ...settled, chamberOfCommerceNumber: '' };
		notes.push(draftText(language, 'kvkWithoutDigits'));
	} else if (isKvkInWords(written)) {
		settled = { ...settled, chamberOfCommerceNumber: written.replace(/\D/g, '') };
	} else if (written.length > KVK_LENGTH) {
		const bare = written.replace(/[^0-9A-Za-z]/g, '');
		const chamberOfCommerceNumber = bare.length > KVK_LENGTH ? '' : bare;
		settled = { ...settled, chamberOfCommerceNumber };
		if (bare.length > KVK_LENGTH) {
			notes.push(draftText(language, 'kvkLeftOff', { most: KVK_LENGTH }));
		}
	}
	return { order: settled, notes };
}

/** Eight digits, with spaces between them or the word for it before: `KvK Utrecht 12345678`. */
function isKvkInWords(written: string): boolean {
	const isNamed = /k\.?v\.?k|kamer|coc\b/i.test(written) || !/\p{L}/u.test(written);
	return isNamed && written.replace(/\D/g, '').length === 8;
}
