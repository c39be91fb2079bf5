import type { Spoken } from '../codes/facts';
import { addedInEuro } from '../currency/convert';
import { numberOfEntry } from '../documents/entryVersion';
import type { ExchangeRate } from '../money/exchangeRate';
import { sum, type Cents } from '../money/money';
import type { PaymentMethodSettings, Settings, ShopSettings } from '../settings/settings';
import { listedRefunds } from '../shops';
import type { PaymentMethod } from '../shops/shop';
import type { RawObject } from '../trade/fields';
import { Finding } from '../trade/findings';
import type { ShopOrder } from '../trade/order';
import { creditNoteNumberOf } from '../refunds/creditNote';
import { changedOn } from './givenUp';
import type { PaymentState, ShopPayment } from './readPayments';

/** What cards pay is a payment method of its own, whatever else paid. */
export const giftCardMethod: PaymentMethod = { code: 'giftCard', title: 'Gift card' };
/** The same, as the dashboard shows it. */
export const giftCardTitle: Spoken = { en: giftCardMethod.title, nl: 'Cadeaubon' };

/** In document numbers: an invoice is paid by a card once, and by something else beside it. */
const REFERENCE = 'giftcard';

/**
 * What gift cards and store credit paid of an order, and what of it went back to them: with a
 * refund, or all of it because the order is cancelled (HC-08).
 *
 * @param order in euro.
 * @param sale whether the order is paid, as the shop says, and which entry of it is in the books.
 * @param rate of an order in another currency.
 */
export function readCardPayments(
	raw: RawObject,
	order: ShopOrder,
	shop: ShopSettings,
	{ state, entryVersion }: { state: PaymentState; entryVersion: number },
	rate?: ExchangeRate,
): ShopPayment[] {
	if (order.paidByGiftCard === 0) return [];
	const isOff = shop.statusesToSkip.includes(order.status) || isRefundedByStatus(raw, order, shop);
	const isSold = isOff || shop.statusesToBook.includes(order.status);
	const paid = cardPayment('giftcard', order.paidByGiftCard, {
		state: isSold ? 'paid' : state,
		date: order.date,
		invoiceNumber: '',
	});
	const back = givenBack(raw, shop, rate);
	const left = order.paidByGiftCard + sum(back.map(({ amount }) => amount));
	if (!isOff || left === 0) return [paid, ...back];
	const cancelled = cardPayment('giftcard-cancelled', -left, {
		state: 'paid',
		date: changedOn(raw, shop) || order.date,
		invoiceNumber: creditNoteNumberOf(numberOfEntry(order.id, entryVersion), shop, raw),
	});
	return [paid, ...back, cancelled];
}

/** Where a card paid all, there is no money to give back, and WooCommerce makes no refund. */
function isRefundedByStatus(raw: RawObject, order: ShopOrder, shop: ShopSettings): boolean {
	return (
		order.status === 'refunded' &&
		order.total === order.paidByGiftCard &&
		listedRefunds(shop.kind, raw, shop).length === 0
	);
}

/** Each refund that filled a card again, on its credit note. */
function givenBack(raw: RawObject, shop: ShopSettings, rate?: ExchangeRate): ShopPayment[] {
	let before: Cents = 0;
	return listedRefunds(shop.kind, raw, shop)
		.filter(({ toCard }) => toCard > 0)
		.sort((a, b) => Number(a.id) - Number(b.id))
		.map(({ id, toCard, date }) => {
			const amount = rate ? addedInEuro(before, toCard, rate) : toCard;
			before += toCard;
			const invoiceNumber = creditNoteNumberOf(id, shop, raw);
			return cardPayment(`giftcard-refund-${id}`, -amount, { state: 'paid', date, invoiceNumber });
		});
}

function cardPayment(
	key: string,
	amount: Cents,
	about: Pick<ShopPayment, 'state' | 'date' | 'invoiceNumber'>,
): ShopPayment {
	const fee = { unknownBecause: 'a gift card has none' } as const;
	return { key, id: '', reference: REFERENCE, amount, fee, ...about };
}

/**
 * How payments by card are booked: a memorial on the account that the cards stand on.
 *
 * @throws Finding GIFT_CARD_ACCOUNT_MISSING, GIFT_CARD_JOURNAL_MISSING.
 */
export function cardRow(
	amount: Cents,
	{ giftCardAccountId, giftCardJournalId }: Settings,
): PaymentMethodSettings {
	if (!giftCardAccountId) throw new Finding('GIFT_CARD_ACCOUNT_MISSING', { case: 'paid', amount });
	if (!giftCardJournalId) throw new Finding('GIFT_CARD_JOURNAL_MISSING', { amount });
	return {
		paymentMethod: giftCardMethod.code,
		entryKind: 'memorial',
		journalId: giftCardJournalId,
		clearingAccountId: giftCardAccountId,
		alwaysPaid: false,
		bookFees: false,
	};
}
