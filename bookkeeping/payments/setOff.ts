import type { ExchangeRate } from '../money/exchangeRate';
import { sum, toEuro, type Cents } from '../money/money';
import { numberOfEntry } from '../documents/entryVersion';
import { invoiceNumberOf } from '../documents/salesEntry';
import { CANCELLED_SET_OFF, setOffPart } from '../orderTable/keys';
import { creditNoteNumberOf } from '../refunds/creditNote';
import { creditedInvoices, type CreditParts } from '../refunds/creditParts';
import type { ShopSettings } from '../settings/settings';
import { listedRefunds } from '../shops';
import { cutText } from '../trade/text';
import type { RawObject } from '../trade/fields';
import type { ShopOrder } from '../trade/order';
import { paymentNumber, proveEntry, type BookedEntry } from './bookedEntry';
import type { PaymentDraft } from './paymentDraft';
import { changedOn, isGivenUp, moneyInEuro, type OwnPaid } from './givenUp';

/** A credit note that is settled with its unpaid invoice: no money moves. */
export interface SetOff {
	/** Unique within the order. */
	key: string;
	creditNoteNumber: string;
	/** Above zero. */
	amount: Cents;
	/** yyyy-MM-dd in the shop's zone. */
	date: string;
}

/**
 * The credit notes of an order that no money follows, because what they take back was not paid: those
 * of refunds by hand before the customer paid, and that of a cancelled order that was never paid
 * (D-SET-OFF). What a gift card paid is no part of it.
 *
 * @param own whether and when the customer paid, as the shop says; and which entry of the order is in
 *   the books: the credit note of a cancelled order has the number of that one.
 * @param rate of an order in another currency.
 */
export function readSetOffs(
	raw: RawObject,
	order: ShopOrder,
	shop: ShopSettings,
	{ entryVersion, ...own }: OwnPaid & { entryVersion: number },
	rate?: ExchangeRate,
): SetOff[] {
	const refunds = listedRefunds(shop.kind, raw, shop);
	const setOffs = refunds.filter(isGivenUp(own)).map(
		(refund): SetOff => ({
			key: setOffPart(refund.id),
			creditNoteNumber: creditNoteNumberOf(refund.id, shop, raw),
			amount: moneyInEuro(refund, refunds, rate),
			date: refund.date,
		}),
	);
	if (own.state === 'paid') return setOffs;
	if (!shop.statusesToSkip.includes(order.status)) return setOffs;
	const credited = sum(refunds.map((refund) => moneyInEuro(refund, refunds, rate)));
	// The card paid its part of the invoice, and is filled again by the credit note.
	const left = order.total - order.paidByGiftCard - credited;
	const date = changedOn(raw, shop) || order.date;
	const creditNoteNumber = creditNoteNumberOf(numberOfEntry(order.id, entryVersion), shop, raw);
	return left <= 0
		? setOffs
		: [...setOffs, { key: CANCELLED_SET_OFF, creditNoteNumber, amount: left, date }];
}

/** The order of a set-off, which of its entries is in the books, and where the set-off is booked. */
interface SettledOrder {
	order: ShopOrder;
	shop: ShopSettings;
	entryVersion: number;
	journalId: string;
	/** Of an order in two entries: what a credit note takes back of each. */
	creditParts?: (creditNoteNumber: string) => CreditParts;
}

/** An invoice and the credit note it is settled with. */
export interface Pair {
	orderNumber: string;
	invoiceNumber: string;
	creditNoteNumber: string;
	/** What the invoice has open, and the credit note with the sign turned; of each of two entries. */
	parts: CreditParts;
	/** yyyy-MM-dd. */
	date: string;
	journalId: string;
	/** Of the customer; empty where the numbers are enough. */
	email: string;
}

/**
 * The memorial that settles a credit note with the invoice of its order.
 *
 * @throws Finding when the invoice has no number, and as `creditPartsOf`.
 */
export function draftSetOff(
	{ creditNoteNumber, amount, date }: SetOff,
	{ order, shop, entryVersion, journalId, creditParts }: SettledOrder,
	keys: { orderKey: string; paymentKey: string },
): PaymentDraft {
	const { number: orderNumber, email } = order;
	const invoiceNumber = invoiceNumberOf(order, shop, entryVersion);
	const parts = creditParts?.(creditNoteNumber) ?? { own: amount, beside: 0 };
	const pair = { orderNumber, invoiceNumber, creditNoteNumber, parts, date, journalId, email };
	return draftPair(pair, keys);
}

/** A memorial of two sales lines per entry that is settled, and no money. */
export function draftPair(
	{ orderNumber, invoiceNumber, creditNoteNumber, parts, date, journalId, email }: Pair,
	{ orderKey, paymentKey }: { orderKey: string; paymentKey: string },
): PaymentDraft {
	const line = (number: string, cents: Cents) => ({
		orderKey,
		orderNumber,
		invoiceNumber: number,
		amount: toEuro(cents),
		description: orderNumber,
	});
	const entry: BookedEntry = {
		kind: 'memorial',
		journalId,
		date,
		number: paymentNumber(creditNoteNumber, invoiceNumber),
		description: cutText(`Set-off ${creditNoteNumber} ${invoiceNumber}`, 250),
		received: 0,
		spent: 0,
		ledgerLines: [],
		salesLines: creditedInvoices(invoiceNumber, creditNoteNumber, parts).flatMap((one) => [
			line(one.invoiceNumber, one.amount),
			line(one.creditNoteNumber, -one.amount),
		]),
		notes: [],
	};
	proveEntry(entry);
	return {
		document: 'payment',
		paymentKey,
		orderKey,
		orderNumber,
		paymentId: '',
		paymentMethod: '',
		amount: 0,
		openItem: { invoiceNumber, orderNumber, amount: toEuro(parts.own + parts.beside), email },
		...entry,
	};
}
