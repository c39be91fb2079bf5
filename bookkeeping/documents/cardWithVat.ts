import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { vatOnTop } from '../money/money';
import { isPaymentName } from '../shops/paymentName';
import type { RatedOrder } from '../vat/ratedLines';

/**
 * What the bookkeeper must read about lines below zero that have the name of a payment and took VAT
 * off too, as WooCommerce does by itself with every fee below zero. The books follow the shop; but a
 * card that was sold without VAT is a payment, and leaves the VAT of the goods as it was (HC-08).
 */
export function cardWithVatNotes({ lines }: RatedOrder, language: Language): DraftText[] {
	return lines.flatMap(({ title, net, discount, percentage }) => {
		const amount = discount - net;
		if (amount <= 0 || !percentage || !isPaymentName(title)) return [];
		return [draftText(language, 'cardWithVat', { amount, vat: vatOnTop(amount, percentage) })];
	});
}
