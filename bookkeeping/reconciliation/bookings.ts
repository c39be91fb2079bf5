import type { Cents } from '../money/money';
import { isCreditKey } from '../orderTable/keys';
import type { BookedInvoice } from './books';
import type { DocumentNumbers } from './numbers';
import type { KnownBookings } from './records';

/** What the books hold of one document of the shop, under all the numbers it ever had. */
export interface Booking {
	/** Its own entry. */
	base: BookedInvoice | undefined;
	/** Entries that replaced it, as a correction makes them. */
	later: readonly BookedInvoice[];
	/** Credit notes that took it back, as a correction or a cancellation makes them. */
	credits: readonly BookedInvoice[];
}

interface Named {
	invoiceNumber: string;
	orderKey: string;
}

/** Looks up what the books hold of a document: by its number, by its record, and by what followed. */
export function bookingOf(
	{ invoiceNumber, orderKey }: Named,
	booked: ReadonlyMap<string, BookedInvoice>,
	records: KnownBookings,
	numbers: DocumentNumbers,
): Booking {
	const recorded = records.of(orderKey)?.number ?? '';
	const base = booked.get(invoiceNumber) ?? booked.get(recorded);
	const credit = numbers.credit(orderKey.slice(orderKey.lastIndexOf('/') + 1));
	const reversals = records
		.creditsOn(orderKey)
		.filter(({ documentKey }) => isCreditKey(documentKey, orderKey))
		.map(({ number }) => number);
	return {
		base,
		later: versions(invoiceNumber, booked).filter((entry) => entry !== base),
		credits: distinct(
			[credit, ...reversals]
				.filter((number) => number !== '' && number !== base?.invoiceNumber)
				.flatMap((number) => [booked.get(number), ...versions(number, booked)])
				.filter((entry) => entry !== undefined),
		),
	};
}

/** `W28-2`, `W28-3`, …: entries that replace an earlier one have a version behind the number. */
function versions(number: string, booked: ReadonlyMap<string, BookedInvoice>): BookedInvoice[] {
	const found: BookedInvoice[] = [];
	for (let version = 2; ; version += 1) {
		const entry = booked.get(`${number}-${version}`);
		if (entry === undefined) return found;
		found.push(entry);
	}
}

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];

export const entriesOf = ({ base, later, credits }: Booking): BookedInvoice[] => [
	...(base ? [base] : []),
	...later,
	...credits,
];

/** The entries of a document as one; its dates are those of its own entry. */
export function together(booking: Booking): BookedInvoice | undefined {
	const entries = entriesOf(booking);
	const [first] = entries;
	if (first === undefined || entries.length === 1) return first;
	const perAccount = new Map<string, Cents>();
	for (const entry of entries) {
		for (const [account, amount] of entry.perAccount) {
			perAccount.set(account, (perAccount.get(account) ?? 0) + amount);
		}
	}
	return {
		...first,
		perAccount: new Map([...perAccount].filter(([, amount]) => amount !== 0)),
		total: entries.reduce((all, { total }) => all + total, 0),
	};
}
