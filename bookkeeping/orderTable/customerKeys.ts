import { object, type RawObject } from '../trade/fields';
import { cellMoment, cellText } from './cell';

/** By what a customer's earlier bookings are found: keyed hashes; empty for what is not known. */
export interface CustomerKeys {
	buyerKey: string;
	contactKey: string;
}

/**
 * The keys of the customer of a draft (J051). A business and a consumer are two customers (W062), and
 * so are two countries of distance sales: SnelStart takes the country from the card.
 *
 * @param hash keyed, so that nobody can tell from a key whose it is.
 * @returns `undefined` for a fixed debtor, and for what is no sale.
 */
export function customerKeysOf(
	draft: RawObject,
	shop: string,
	hash: (text: string) => string,
): CustomerKeys | undefined {
	const customer = object(draft, 'customer');
	const kind = cellText(customer, 'kind');
	if (kind !== 'business' && kind !== 'consumer') return undefined;
	const country = draft.regime === 'oss' ? cellText(draft, 'deliveryCountry') : '';
	const key = (by: string, value: string): string =>
		value === '' ? '' : hash(JSON.stringify([shop, kind, country, by, value]));
	return {
		buyerKey: key('id', cellText(draft, 'customerId')),
		contactKey: key('email', cellText(customer, 'email').trim().toLowerCase()),
	};
}

/**
 * The card of a customer's earlier bookings (J051).
 *
 * @param keys of the customer of a draft; none for a fixed debtor and for what is no sale.
 * @param records booking records, the latest of a customer first.
 * @returns empty when nothing was booked of the customer before.
 */
export function earlierRelation(
	keys: CustomerKeys | undefined,
	records: readonly RawObject[],
): string {
	const isTheirs = (record: RawObject, by: keyof CustomerKeys): boolean =>
		keys !== undefined && keys[by] !== '' && cellText(record, by) === keys[by];
	const record = records.find((one) => isTheirs(one, 'buyerKey') || isTheirs(one, 'contactKey'));
	return record ? cellText(record, 'relationId') : '';
}

/** Booking records of several look-ups, the latest first; of the same moment as they came. */
export function latestFirst<Row extends RawObject>(records: readonly Row[]): Row[] {
	const moment = (record: RawObject): string => cellMoment(record, 'bookedAt') ?? '';
	return records.toSorted((one, other) => {
		if (moment(one) === moment(other)) return 0;
		return moment(one) > moment(other) ? -1 : 1;
	});
}
