import { draftText, type DraftText } from '../codes/draftTexts';
import { foreignNote } from '../currency/foreignAmount';
import { Finding } from '../trade/findings';
import { fromEuro, sum, toEuro, type Cents } from '../money/money';
import type { ShopOrder } from '../trade/order';
import { besideNumber } from '../documents/beside';
import { invoiceNumberOf } from '../documents/salesEntry';
import type { CreditParts } from '../refunds/creditParts';
import type { Settings, ShopSettings, PaymentMethodSettings } from '../settings/settings';
import { cutText } from '../trade/text';
import {
	debitLine,
	documentNumber,
	paymentNumber,
	movement,
	notValid,
	proveEntry,
	type BookedEntry,
	type SalesLine,
} from './bookedEntry';
import { paymentDraftSchema, type PaymentDraft } from './paymentDraft';
import type { ShopPayment } from './readPayments';

const DESCRIPTION_LENGTH = 250;

/** What every payment of one order shares. */
export interface PaidOrder {
	order: ShopOrder;
	/** Which entry of the order is in the books, where earlier ones were undone. */
	entryVersion: number;
	shop: ShopSettings;
	settings: Settings;
	row: PaymentMethodSettings;
	/** What is to be paid through the payment method: payments beyond it are reported. */
	due: Cents;
	/** What of that is for the entry beside the order's own (`besideEntry`); left out: nothing. */
	beside?: Cents;
	/** What a credit note of such an order takes back of each. @throws Finding as `creditPartsOf`. */
	creditParts?: (creditNoteNumber: string) => CreditParts;
	/** The credit notes of what was given up before the customer paid: their invoices have less open. */
	setOffWith?: readonly string[];
}

/**
 * The entry of one payment: J168 (head), J169 (clearing line) and J170 (sales line).
 *
 * @param before what was paid of the order before.
 * @throws Finding when the payment cannot be booked exactly as it is.
 */
export function draftPayment(
	paidOrder: PaidOrder,
	payment: ShopPayment,
	{ orderKey, paymentKey }: { orderKey: string; paymentKey: string },
	before: Cents = 0,
): PaymentDraft {
	const { order, entryVersion, row, shop, settings } = paidOrder;
	const { amount } = payment;
	const { lineLanguage: language } = settings;
	const notes = order.foreign ? [foreignNote(order.foreign, order.total, language)] : [];
	const description = cutText(
		[amount < 0 ? 'Refund' : '', order.paymentMethod.title, order.number].filter(Boolean).join(' '),
		DESCRIPTION_LENGTH,
	);
	const fee = feeOf(paidOrder, payment, notes);
	const costs = settings.paymentCostsAccountId ?? '';
	const salesLine: SalesLine = {
		orderKey,
		orderNumber: order.number,
		invoiceNumber: payment.invoiceNumber || invoiceNumberOf(order, shop, entryVersion),
		amount: toEuro(amount),
		description: order.number,
	};
	if (amount < 0 && payment.invoiceNumber === '') {
		notes.push(draftText(language, 'refundOnInvoice'));
	}
	const isMemorial = row.entryKind === 'memorial';
	const clearing = row.clearingAccountId ?? '';
	const feeDescription = cutText(`Fee ${description}`, DESCRIPTION_LENGTH);
	const entry: BookedEntry = {
		kind: row.entryKind,
		journalId: row.journalId,
		date: dateOf(paidOrder, payment, notes),
		number: paymentNumber(payment.reference, salesLine.invoiceNumber),
		description,
		...(isMemorial ? { received: 0, spent: 0 } : movement(amount - fee)),
		ledgerLines: [
			...(isMemorial ? debitLine('clearing', clearing, amount, description) : []),
			...debitLine('costs', costs, fee, feeDescription),
			...(isMemorial ? debitLine('clearing', clearing, -fee, feeDescription) : []),
		],
		salesLines: inTwoEntries(paidOrder, salesLine, before, payment.invoiceNumber),
		notes,
	};
	proveEntry(entry);
	return proven({
		document: 'payment',
		paymentKey,
		orderKey,
		orderNumber: order.number,
		paymentId: payment.id,
		paymentMethod: order.paymentMethod.code,
		amount: toEuro(amount),
		openItem: {
			invoiceNumber: salesLine.invoiceNumber,
			orderNumber: order.number,
			amount: toEuro(amount),
			email: order.email,
		},
		...entry,
		...(payment.id && payment.reference && { earlierNumber: documentNumber(payment.reference) }),
	});
}

/**
 * A payment of an order that is booked in two entries settles the one of the goods first, and then the
 * one beside it; money that goes back does the same with the credit notes of both. Each line names the
 * other entry, for what is not open of its own when it is booked.
 *
 * @param creditNote the number of the credit note that money goes back on; empty where none is known.
 * @throws Finding CREDIT_OF_TWO_ENTRIES for money that goes back on no credit note.
 */
function inTwoEntries(
	{ due, beside = 0, creditParts, setOffWith = [] }: PaidOrder,
	line: SalesLine,
	before: Cents,
	creditNote: string,
): SalesLine[] {
	if (beside === 0) return [line];
	const [invoice, amount] = [line.invoiceNumber, fromEuro(line.amount)];
	const besideInvoice = besideNumber(invoice);
	if (amount < 0 && (creditNote === '' || !creditParts)) {
		throw new Finding('CREDIT_OF_TWO_ENTRIES', { invoice, beside: besideInvoice, cards: beside });
	}
	const both = (own: Cents): SalesLine[] =>
		[
			{ ...line, amount: toEuro(own), other: { invoiceNumber: besideInvoice } },
			{
				...{ ...line, invoiceNumber: besideInvoice, amount: toEuro(amount - own) },
				other: { invoiceNumber: invoice },
			},
		].filter((one) => one.amount !== 0);
	if (amount < 0 && creditParts) {
		const parts = creditParts(creditNote);
		// A credit note on one of the two has no other beside it.
		if (parts.own === 0 || parts.beside === 0) return [line];
		return both(Math.max(amount, -parts.own));
	}
	const givenUp = sum(setOffWith.map((one) => creditParts?.(one).own ?? 0));
	return both(Math.min(amount, Math.max(0, due - beside - givenUp - before)));
}

/** The fee in cents, 0 where it is not booked with the payment; absent is not zero, so it is noted. */
function feeOf({ row, settings }: PaidOrder, payment: ShopPayment, notes: DraftText[]): Cents {
	if (!row.bookFees || payment.amount < 0) return 0;
	if ('unknownBecause' in payment.fee) {
		const { unknownBecause: why } = payment.fee;
		notes.push(draftText(settings.lineLanguage, 'feeNotBooked', { why }));
		return 0;
	}
	const { cents } = payment.fee;
	if (cents < 0 || cents > payment.amount) {
		throw new Finding('PAYMENT_FEE_UNREADABLE', {
			case: 'tooLarge',
			fee: cents,
			amount: payment.amount,
		});
	}
	return cents;
}

/** The payment date (J168); a method that always counts as paid may have none. */
function dateOf({ order, settings }: PaidOrder, payment: ShopPayment, notes: DraftText[]): string {
	if (payment.date !== '') return payment.date;
	notes.push(draftText(settings.lineLanguage, 'noPaymentDate'));
	return order.date;
}

function proven(draft: PaymentDraft): PaymentDraft {
	const checked = paymentDraftSchema.safeParse(draft);
	if (checked.success) return draft;
	throw notValid(checked.error.issues[0]?.path.join('.'));
}
