import { draftText } from '../codes/draftTexts';
import { cellText } from '../orderTable/cell';
import { creditKey, isCreditKey, orderKey } from '../orderTable/keys';
import type { EntryDraft, SalesEntryDraft } from '../documents/draft';
import { numberOfEntry } from '../documents/entryVersion';
import { reason, told, type Reason, type Told } from '../codes/register';
import { Finding } from '../trade/findings';
import { fromEuro, readMicros, roundToCents, sum, type Cents } from '../money/money';
import type { Settings, ShopSettings } from '../settings/settings';
import { listedRefunds, readIdentity, shops } from '../shops';
import type { RawObject } from '../trade/fields';
import type { OrderIdentity } from '../shops/shop';
import type { Outcome } from '../orders/transform';
import { whenClosedOf } from '../documents/openDay';
import { readMember } from '../totals/member';
import { lacksBeside, readBookedOrder, type BookedDocument } from './booked';
import { mirror } from './credit';
import { draftCreditNote, type CreditNoteNames } from './creditNote';
import { checkCurrency, refundedBy } from './foreignRefund';
import { openTotal } from './openSale';
import { shopOf } from '../settings/shopOf';
import { saleOf } from './sale';
import {
	bookedSale,
	creditFingerprint,
	inItsTotal,
	openBefore,
	totalOf,
	unbooked,
	vatTotal,
	withoutRecord,
	type RefundInput,
} from './transformRefund';

/** What a booked order is cancelled by. */
export interface ReversalInput extends Omit<RefundInput, 'refund' | 'saleState'> {
	/** When the credit note is booked, yyyy-MM-dd: a day in a period that is still open. */
	date: string;
}

/** The document of a cancellation, or why there is none. */
export interface ReversedOrder extends Told {
	outcome: Outcome;
	orderKey: string;
	originalOrderKey: string;
	client: string;
	shop: string;
	orderId: string;
	orderNumber: string;
	orderStatus: string;
	/** The day that its document is booked on, yyyy-MM-dd; empty when that is no day. */
	orderDate: string;
	/** Euro with VAT; negative for a credit note. */
	total: number | null;
	vat: number | null;
	regime: string;
	fingerprint: string;
	draft?: EntryDraft;
}

/**
 * Cancels an order that was booked: a credit note of everything that is left of it, never a delete
 * (HC-24). The status of the order is not looked at: who asks for it means it. An order that was
 * paid and not refunded is another matter: payment plugins cancel paid orders by mistake, and the
 * money was kept (D-CANCELLED).
 */
export function cancelOrder(
	input: ReversalInput,
	shopName: string,
	settings: Settings,
): ReversedOrder[] {
	return guarded(shopName, settings, (known) => {
		const shop = shopOf(shopName, settings);
		const { raw, ...identity } = readIdentity(shop.kind, input.order);
		known.identity = identity;
		known.version = 1;
		const date = (known.date = readDate(input.date));
		const key = orderKeyOf(known);
		const inBooks = readBookedOrder(withoutUnfinished(input.booked, key), key, identity.number);
		// The credit note of an entry that was undone is in the books: what is said of it is lost.
		known.version = inBooks?.sale.version ?? 1;
		const sale = bookedSale(inBooks, input, key) ?? saleOf(raw, shop, settings);
		if ('notBooked' in sale) {
			return [described(known, 'nothingToBook', sale.notBooked)];
		}
		const booked = sale.draft;
		if (booked.bookedBefore) {
			const facts = { case: 'notTaken', invoice: booked.invoiceNumber } as const;
			throw new Finding('OLD_INVOICE_UNCLEAR', facts);
		}
		checkCurrency(raw, booked, shop);
		const credits = inBooks?.credits ?? [];
		const open = openBefore(undefined, input, { booked, credits, raw, shop, settings });
		if (openTotal(open) <= 0) {
			return [described(known, 'nothingToBook', reason('CREDITED_IN_FULL', { case: 'order' }))];
		}
		const kept = keptPayment(raw, openTotal(open), shop);
		if (kept && settings.paidAndCancelled === 'attention') throw new Finding(kept);
		const refunded = refundedBy(listedRefunds(shop.kind, raw, shop));
		const names = reversalNames(booked, identity.id, date, refunded);
		const { lineLanguage: language } = settings;
		const notes = kept ? [draftText(language, 'found', { why: kept })] : [];
		const credit = withoutRecord(mirror(open, notes), input, inBooks !== undefined, language);
		const own = draftCreditNote(credit, booked, names, shop, language);
		// It is made by hand or by a nightly run, and has no hour of its own.
		const draft = inItsTotal(own, { input, booked, counted: () => date }, shop, settings);
		return [bookedAs(known, draft, creditFingerprint(draft))];
	});
}

/**
 * What was booked of an order, without a credit of all of it that is to be drafted once more, to the
 * same cent: one that waits for its total, since a run that died may have kept its record and gathered
 * nothing (a row that is gathered takes no second draft); and one whose second entry SnelStart refused.
 */
const withoutUnfinished = (
	booked: readonly BookedDocument[] = [],
	key: string,
): readonly BookedDocument[] =>
	booked.filter(
		({ record }) =>
			!isCreditKey(cellText(record, 'documentKey'), key) ||
			(readMember(record)?.entryId !== '' && !lacksBeside(record)),
	);

/** Of an order that was paid and not refunded in full. @param amount what is left of the sale. */
function keptPayment(raw: RawObject, amount: Cents, shop: ShopSettings): Reason | undefined {
	const { state, date } = shops[shop.kind].payment(raw, shop, []);
	if (state !== 'paid') return undefined;
	const paid = roundToCents(readMicros(shops[shop.kind].stated(raw).total) ?? 0);
	const refunds = listedRefunds(shop.kind, raw, shop);
	// What went back to a gift card is none of the money that was paid.
	if (refundedBy(refunds) - sum(refunds.map(({ toCard }) => toCard)) >= paid) return undefined;
	return reason(
		'PAID_AND_CANCELLED',
		date === '' ? { case: 'undated', amount } : { case: 'dated', amount, date },
	);
}

/**
 * How the credit note that takes back the newest entry of an order is called.
 *
 * @param refunded in the currency of the customer, which counts where that is another one.
 */
export function reversalNames(
	{ orderKey: key, version = 1, foreign }: SalesEntryDraft,
	orderId: string,
	date: string,
	refunded: Cents = 0,
): CreditNoteNames {
	return {
		orderKey: creditKey(key, version),
		number: numberOfEntry(orderId, version),
		date,
		...(foreign && { foreignCents: fromEuro(foreign.amount) - refunded }),
	};
}

/** @throws Finding DATE_UNREADABLE. */
function readDate(date: string): string {
	const [day = ''] = /^\d{4}-\d{2}-\d{2}/.exec(date) ?? [];
	if (day !== '' && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return day;
	throw new Finding('DATE_UNREADABLE', { case: 'correction' });
}

interface Known {
	client: string;
	shop: string;
	identity?: OrderIdentity;
	date?: string;
	/** The entry that is taken back, when there is no draft; else the order itself is meant. */
	version?: number;
}

function guarded(
	shop: string,
	settings: Settings,
	reverse: (known: Known) => ReversedOrder[],
): ReversedOrder[] {
	const known: Known = { client: settings.client, shop };
	const closed = whenClosedOf(settings);
	try {
		return reverse(known).map((one) =>
			one.draft ? { ...one, draft: { ...one.draft, ...closed } } : one,
		);
	} catch (error) {
		return [described(known, ...unbooked(error))];
	}
}

function bookedAs(known: Known, draft: EntryDraft, fingerprint: string): ReversedOrder {
	return {
		...described(known, 'book'),
		orderKey: draft.orderKey,
		total: totalOf(draft),
		vat: vatTotal(draft),
		regime: draft.regime,
		fingerprint,
		draft,
	};
}

function described(known: Known, outcome: Outcome, why?: Reason): ReversedOrder {
	const { client, shop, identity, date = '', version } = known;
	const original = orderKeyOf(known);
	return {
		outcome,
		orderKey: version === undefined ? original : creditKey(original, version),
		originalOrderKey: original,
		client,
		shop,
		orderId: identity?.id ?? '',
		orderNumber: identity?.number ?? '',
		orderStatus: identity?.status ?? '',
		orderDate: date,
		total: null,
		vat: null,
		regime: '',
		fingerprint: '',
		...told(why),
	};
}

function orderKeyOf({ client, shop, identity }: Known): string {
	return orderKey(client, shop, identity?.id);
}
