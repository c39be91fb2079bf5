import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import {
	fromJson,
	fromEuro,
	textOf,
	reason,
	type DifferenceKind,
	type Language,
} from '../../bookkeeping';
import { text } from './cells';
import type { CheckRow, PeriodCheck } from './periodChecks';

/** A difference by its name: the shop, the number, and cents. */
export type NamedDifference = readonly [shop: string, number: string, cents: number];

/** A month that somebody signed off. */
export interface SignOff {
	/** yyyy-MM */
	month: string;
	by: string;
	/** The moment (ISO). */
	at: string;
	/** In cents: differences up to this were set aside. */
	upTo: number;
	setAside: readonly NamedDifference[];
}

/** A booking of a month, for what came after it was signed off. */
export interface DatedBooking {
	number: string;
	/** yyyy-MM-dd */
	date: string;
	/** The moment (ISO). */
	bookedAt: string;
}

export function readSignOffs(rows: readonly IDataObject[], client: string): SignOff[] {
	return rows
		.filter((row) => row.client === client && text(row.month) !== '')
		.map((row) => ({
			month: text(row.month),
			by: text(row.signedBy),
			at: text(row.signedAt),
			upTo: fromEuro(Number(row.upTo ?? 0)),
			setAside: readNamed(text(row.setAside)),
		}))
		.sort((a, b) => b.month.localeCompare(a.month));
}

/** Differences as a table or a form keeps them; what is none of them is left out. */
export function readNamed(json: string): NamedDifference[] {
	const read = json === '' ? [] : fromJson(json);
	return (Array.isArray(read) ? (read as unknown[]) : []).flatMap((one) => {
		const [shop, number, cents] = Array.isArray(one) ? (one as unknown[]) : [];
		if (typeof shop !== 'string' || typeof number !== 'string') return [];
		return Number.isSafeInteger(cents) ? [[shop, number, cents as number] as const] : [];
	});
}

export const readBookings = (rows: readonly IDataObject[], client: string): DatedBooking[] =>
	rows
		.filter((row) => row.client === client)
		.map((row) => ({
			number: text(row.number),
			date: text(row.documentDate),
			bookedAt: text(row.bookedAt) || text(row.createdAt),
		}));

/** A whole month as its shops were compared with the books. */
export interface ComparedMonth {
	/** yyyy-MM */
	month: string;
	shops: string[];
	/** Those that an amount tells the weight of. */
	differences: NamedDifference[];
	/** Those that it does not: no amount is small enough to set them aside. */
	unmeasured: NamedDifference[];
}

/** What is wrong is where or when it was booked, however little the totals differ. */
const OF_ANOTHER_KIND: readonly DifferenceKind[] = [
	...([
		'wrongRate',
		'wrongAccount',
		'wrongPeriod',
		'wrongCard',
		'creditOnOtherCard',
		'customerDoubled',
		'notRead',
	] as const),
];
const isMeasured = ({ kind, difference }: CheckRow): boolean =>
	difference !== 0 && !OF_ANOTHER_KIND.some((one) => one === kind);

/** The months that were compared as a whole, the latest first. */
export function comparedMonths(checks: readonly PeriodCheck[]): ComparedMonth[] {
	const months = new Map<string, ComparedMonth>();
	for (const { shop, from, until, differences } of checks) {
		const first = DateTime.fromISO(from, { zone: 'utc' });
		if (!first.isValid || first.day !== 1 || first.endOf('month').toISODate() !== until) continue;
		const month = from.slice(0, 7);
		const one = months.get(month) ?? { month, shops: [], differences: [], unmeasured: [] };
		one.shops.push(shop);
		for (const row of differences) {
			(isMeasured(row) ? one.differences : one.unmeasured).push(named(shop, row));
		}
		months.set(month, one);
	}
	return [...months.values()].sort((a, b) => b.month.localeCompare(a.month));
}

const named = (shop: string, row: CheckRow): NamedDifference => [
	shop,
	row.orderNumber || row.invoiceNumber || row.kind,
	fromEuro(row.difference),
];

/** Which differences an amount (cents) sets aside, and which are left. */
export function setAside(
	differences: readonly NamedDifference[],
	upTo: number,
): { aside: NamedDifference[]; left: NamedDifference[] } {
	const isTrifle = ([, , cents]: NamedDifference) => Math.abs(cents) <= upTo;
	return {
		aside: differences.filter(isTrifle),
		left: differences.filter((one) => !isTrifle(one)),
	};
}

/** What came into a month after it was signed off: each booking, and each difference not set aside. */
export function changedSince(
	signOff: SignOff,
	bookings: readonly DatedBooking[],
	compared: ComparedMonth | undefined,
	language: Language,
	dayOf: (moment: string) => string,
): Array<{ message: string; tip: string }> {
	const signed = { by: signOff.by, signed: dayOf(signOff.at) };
	const late = bookings
		.filter(({ date, bookedAt }) => date.startsWith(signOff.month) && isAfter(bookedAt, signOff.at))
		.map(({ number, date, bookedAt }) =>
			reason('CHANGED_AFTER_SIGN_OFF', {
				...{ case: 'booked', number, date, booked: dayOf(bookedAt), ...signed },
			}),
		);
	const known = new Set(signOff.setAside.map((one) => JSON.stringify(one)));
	const { differences = [], unmeasured = [] } = compared ?? {};
	const differing = [...differences, ...unmeasured]
		.filter((one) => !known.has(JSON.stringify(one)))
		.map(([, number, difference]) =>
			reason('CHANGED_AFTER_SIGN_OFF', { case: 'differs', number, difference, ...signed }),
		);
	return [...late, ...differing].map((why) => textOf(why, language));
}

const isAfter = (one: string, other: string): boolean =>
	DateTime.fromISO(one).toMillis() > DateTime.fromISO(other).toMillis();

/** An amount in euro as people type it, in cents; undefined when it is none. */
export function typedAmount(typed: string): number | undefined {
	const [, euro, cents = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(typed.trim()) ?? [];
	return euro === undefined ? undefined : Number(euro) * 100 + Number(cents.padEnd(2, '0'));
}
