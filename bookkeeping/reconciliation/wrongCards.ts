import { reason } from '../codes/register';
import type { EntryDraft } from '../documents/draft';
import { toEuro } from '../money/money';
import { entriesOf, type Booking } from './bookings';
import { textsOf, type Difference } from './differences';
import type { ExpectedInvoice } from './expected';
import type { KnownBookings } from './records';

interface BookedSale {
	document: ExpectedInvoice;
	booking: Booking;
	draft?: EntryDraft | undefined;
}

/**
 * Distance sales on a card of another country: SnelStart takes the country of the OSS return from the
 * card of the customer (SS-420), so the VAT would be declared elsewhere.
 *
 * @param countries of cards, two letters, by their ids; `undefined` when nobody read them.
 */
export function wrongCards(
	sales: readonly BookedSale[],
	records: KnownBookings,
	countries: ReadonlyMap<string, string> | undefined,
): Difference[] {
	if (!countries) return [];
	return sales.flatMap(({ document, booking, draft }) => {
		if (draft?.regime !== 'oss') return [];
		const country = countryOf(draft);
		const recorded = records.of(document.orderKey)?.relationId ?? '';
		return entriesOf(booking).flatMap(({ invoiceNumber, relationId = '', total }) => {
			const stands = countries.get(relationId.toLowerCase());
			const isOther = relationId !== '' && recorded !== '' && !isSame(relationId, recorded);
			if (country === '' || (stands === undefined ? !isOther : stands === country)) return [];
			const why =
				stands === undefined
					? reason('OSS_ENTRY_ON_OTHER_CARD', { case: 'unknown', invoice: invoiceNumber, country })
					: reason('OSS_ENTRY_ON_OTHER_CARD', {
							case: 'country',
							invoice: invoiceNumber,
							country,
							card: stands,
						});
			return [
				{
					...{ kind: 'wrongCard' as const, orderNumber: document.orderNumber, invoiceNumber },
					...{ box: 'oss', shopTotal: toEuro(total), booksTotal: toEuro(total), difference: 0 },
					...textsOf(why),
				},
			];
		});
	});
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function countryOf({ deliveryCountry, customer }: EntryDraft): string {
	if (deliveryCountry) return deliveryCountry;
	return customer.kind === 'fixedDebtor' ? '' : customer.address.country;
}
