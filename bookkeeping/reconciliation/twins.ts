import type { EntryDraft } from '../documents/draft';
import type { Booking } from './bookings';
import type { BookedInvoice } from './books';
import type { ExpectedInvoice } from './expected';
import type { DocumentNumbers } from './numbers';

/** The same sale once more, under a number that is none of the shop's. */
export interface Twin {
	entry: BookedInvoice;
	/** How it is known: it names the order, or stands on the same customer and day. */
	by: 'number' | 'customer';
}

interface Sale {
	document: ExpectedInvoice;
	booking: Booking;
	draft?: EntryDraft | undefined;
}

/**
 * Finds entries that book a sale once more: those of its amount with the number of the order in their
 * number or text, and those that repeat its entry on the card of the same customer, whatever they are
 * called. Each is the twin of one sale.
 *
 * @param strangers entries that no document of the shop explains.
 * @returns by the invoice number of the sale.
 */
export function twinsOf(
	sales: readonly Sale[],
	strangers: readonly BookedInvoice[],
	{ isSale, isCredit }: Pick<DocumentNumbers, 'isSale' | 'isCredit'>,
): ReadonlyMap<string, Twin> {
	const twins = new Map<string, Twin>();
	const used = new Set<BookedInvoice>();
	const look = (by: Twin['by'], isOne: (sale: Sale, other: BookedInvoice) => boolean) => {
		for (const sale of sales) {
			const { invoiceNumber } = sale.document;
			if (twins.has(invoiceNumber)) continue;
			const entry = strangers.find((other) => !used.has(other) && isOne(sale, other));
			if (!entry) continue;
			used.add(entry);
			twins.set(invoiceNumber, { entry, by });
		}
	};
	look('number', ({ document }, other) => namesOrder(document, other));
	// A number of the shop's own is that of an order which is gone: that tells more.
	look('customer', (sale, other) => {
		const isOwn = isSale(other.invoiceNumber) || isCredit(other.invoiceNumber);
		return !isOwn && repeats(sale, other);
	});
	return twins;
}

function namesOrder({ orderNumber, total }: ExpectedInvoice, other: BookedInvoice): boolean {
	if (other.total !== total || orderNumber === '') return false;
	const words = `${other.invoiceNumber} ${other.description}`.split(/[^\p{L}\p{N}]+/u);
	return words.some((word) => word === orderNumber || word.replace(/^\p{L}+/u, '') === orderNumber);
}

/** On a card that many customers share the same amount says nothing. */
function repeats({ booking: { base }, draft }: Sale, other: BookedInvoice): boolean {
	if (!base?.relationId || !draft || draft.customer.kind === 'fixedDebtor') return false;
	return (
		base.total !== 0 &&
		other.relationId === base.relationId &&
		other.dates.join() === base.dates.join() &&
		other.perAccount.size === base.perAccount.size &&
		[...base.perAccount].every(([account, cents]) => other.perAccount.get(account) === cents)
	);
}
