import { reason, type Reason } from '../codes/register';
import { besideNumber } from '../documents/beside';
import type { EntryDraft } from '../documents/draft';
import { toEuro } from '../money/money';
import { cellText, cellVersion } from '../orderTable/cell';
import type { RawObject } from '../trade/fields';
import { entriesOf, type Booking } from './bookings';
import type { BookedInvoice } from './books';
import { textsOf, type Difference } from './differences';
import type { ExpectedInvoice } from './expected';
import type { KnownBookings } from './records';

interface BookedSale {
	document: ExpectedInvoice;
	booking: Booking;
	draft?: EntryDraft | undefined;
}

const cardOf = ({ relationId = '' }: BookedInvoice): string => relationId.toLowerCase();

/** A sale that is too old to be among what was read, as its row in the order table has it. */
export interface EarlierSale {
	orderNumber: string;
	invoiceNumber: string;
	relationId: string;
}

/**
 * The sales of rows of the order table, by their keys. Only what is known for certain: of an order that
 * was booked again the row does not tell which entry stands on which card, of one in a total not on
 * which card that is.
 */
export function earlierSales(rows: readonly RawObject[]): ReadonlyMap<string, EarlierSale> {
	return new Map(
		rows
			.filter((row) => row.kind === 'order' && row.state === 'booked' && cellVersion(row) === 1)
			.filter((row) => cellText(row, 'relationId') !== '')
			.map((row) => [
				cellText(row, 'orderKey'),
				{
					orderNumber: cellText(row, 'orderNumber'),
					invoiceNumber: cellText(row, 'snelStartNumber'),
					relationId: cellText(row, 'relationId').toLowerCase(),
				},
			]),
	);
}

/** Where the sales of credit notes are, and the credit notes that only a booking record tells of. */
export interface SalesAround {
	/** Those that were read. */
	all: readonly BookedSale[];
	/** Those of before, whatever their age. */
	earlier: ReadonlyMap<string, EarlierSale>;
	records: KnownBookings;
	booked: ReadonlyMap<string, BookedInvoice>;
	inPeriod: (date: string) => boolean;
}

/**
 * Credit notes that stand on another customer card than the sale which they take back: what the one
 * owes and the other has due is never settled.
 *
 * @param sales documents to look at.
 */
export function creditsOnOtherCards(
	sales: readonly BookedSale[],
	{ all, earlier, records, booked, inPeriod }: SalesAround,
): Difference[] {
	const byKey = new Map(all.map((sale) => [sale.document.orderKey, sale]));
	const apart = (
		{ cards, invoiceNumber: sale }: Sold,
		orderNumber: string,
		credits: readonly BookedInvoice[],
	): Difference[] =>
		credits
			.filter((entry) => cardOf(entry) !== '' && !cards.has(cardOf(entry)))
			.map((entry) => {
				const why = reason('CREDIT_ON_OTHER_CARD', { invoice: entry.invoiceNumber, sale });
				return onCard('creditOnOtherCard', orderNumber, entry, why);
			});
	const ofDocuments = sales.flatMap(({ document, booking, draft }) => {
		const isCredit = draft?.document === 'creditNote';
		const key = isCredit ? draft.originalOrderKey : document.orderKey;
		const sold = soldOf(byKey.get(key), earlier.get(key));
		const credits = isCredit ? entriesOf(booking) : booking.credits;
		return sold ? apart(sold, document.orderNumber, credits) : [];
	});
	// A credit note of a cancelled order is no document of the shop: its record tells of it.
	const told = new Set(sales.map(({ document }) => document.orderKey));
	const ofRecords = records.all.flatMap(({ document, documentKey, parentKey, number, date }) => {
		const sale = earlier.get(parentKey);
		const entry = booked.get(number);
		const isToJudge = document === 'creditNote' && inPeriod(date) && !told.has(documentKey);
		if (!isToJudge || !sale || !entry || number.endsWith(besideNumber(''))) return [];
		const read = byKey.get(parentKey);
		return read && salesOf(read.booking).length > 0
			? []
			: apart(earlierCard(sale), sale.orderNumber, [entry]);
	});
	return [...ofDocuments, ...ofRecords];
}

/** On which cards a sale stands. */
interface Sold {
	cards: ReadonlySet<string>;
	invoiceNumber: string;
}

const earlierCard = ({ relationId, invoiceNumber }: EarlierSale): Sold => ({
	cards: new Set([relationId]),
	invoiceNumber,
});

/** By what was read of its entries, else by its row; `undefined` where a card is not known. */
function soldOf(sale: BookedSale | undefined, earlier: EarlierSale | undefined): Sold | undefined {
	const sold = sale ? salesOf(sale.booking) : [];
	const [first] = sold;
	if (!first) return earlier && earlierCard(earlier);
	const cards = new Set(sold.map(cardOf));
	// What the mutations do not tell is not known.
	return cards.has('') ? undefined : { cards, invoiceNumber: first.invoiceNumber };
}

/**
 * Sales to one customer on two cards: the later on another than the first. The booking records tell
 * who is the same customer, a business apart from a consumer and each country of distance sales by
 * itself; two VAT numbers are two businesses.
 *
 * @param sales documents to look at. @param all what else was sold around them.
 */
export function doubledCustomers(
	sales: readonly BookedSale[],
	all: readonly BookedSale[],
	records: KnownBookings,
): Difference[] {
	const looked = new Set(sales);
	const firstOf = new Map<string, { card: string; invoiceNumber: string }>();
	return all
		.filter(({ draft }) => draft?.document !== 'creditNote')
		.toSorted((a, b) => a.document.date.localeCompare(b.document.date))
		.flatMap((sale) => {
			const { document, booking, draft } = sale;
			const entry = salesOf(booking).at(-1);
			const known = records.of(document.orderKey);
			if (!entry || cardOf(entry) === '' || !known) return [];
			const keys = [known.buyerKey, known.contactKey]
				.filter((key) => key !== '')
				.map((key) => `${key} ${vatNumberOf(draft)}`);
			const first = keys.map((key) => firstOf.get(key)).find((one) => one !== undefined);
			const { invoiceNumber } = entry;
			const now = first ?? { card: cardOf(entry), invoiceNumber };
			for (const key of keys) if (!firstOf.has(key)) firstOf.set(key, now);
			if (!first || first.card === cardOf(entry) || !looked.has(sale)) return [];
			const why = reason('CUSTOMER_ON_TWO_CARDS', {
				invoice: invoiceNumber,
				other: first.invoiceNumber,
			});
			return [onCard('customerDoubled', document.orderNumber, entry, why)];
		});
}

/** The entries of a sale without the credit notes on it, the newest last. */
const salesOf = ({ base, later }: Booking): BookedInvoice[] => [...(base ? [base] : []), ...later];

function vatNumberOf(draft: EntryDraft | undefined): string {
	if (!draft || draft.customer.kind === 'fixedDebtor') return '';
	return draft.customer.vatNumber;
}

function onCard(
	kind: 'creditOnOtherCard' | 'customerDoubled',
	orderNumber: string,
	{ invoiceNumber, total }: BookedInvoice,
	why: Reason,
): Difference {
	return {
		...{ kind, orderNumber, invoiceNumber, box: '' },
		...{ shopTotal: toEuro(total), booksTotal: toEuro(total), difference: 0 },
		...textsOf(why),
	};
}
