import { rateOfDraft } from '../currency/foreignAmount';
import type { CreditNoteDraft, SalesEntryDraft } from '../documents/draft';
import { inEuro } from '../money/exchangeRate';
import { toEuro, type Cents } from '../money/money';

/**
 * What a credit note gives back to a gift card or store credit that paid the order: below zero, on
 * the account that the sale was paid from.
 *
 * @param toCard in the currency of the customer.
 */
export function backToCard(
	toCard: Cents,
	{ giftCard, foreign }: Pick<SalesEntryDraft, 'giftCard' | 'foreign'>,
): Pick<CreditNoteDraft, 'giftCard'> {
	if (toCard <= 0 || !giftCard) return {};
	const rate = foreign && rateOfDraft(foreign)?.rate;
	const cents = rate ? inEuro(toCard, rate) : toCard;
	return { giftCard: { ...giftCard, amount: toEuro(-cents) } };
}
