import { DateTime } from 'luxon';

import { heldBack } from '../../../bookkeeping';
import { momentOf } from '../../shared/moment';
import { textOf, type Row } from './read';

export interface DigestFacts {
	client: string;
	/** The day a development key of SnelStart was made (yyyy-MM-dd); empty for a key that stays. */
	keyMadeOn: string;
	/** Rows of the order table that are neither booked nor to be left alone. */
	open: readonly Row[];
	/** Booked rows with a code. */
	noted: readonly Row[];
	/** Rows of the table of shop troubles. */
	troubles: readonly Row[];
	/** In the time zone in which days are counted. */
	now: DateTime<true>;
}

/** SnelStart answers, but does not let us in: nothing of that mends itself. */
const NOT_LET_IN = [
	'CLIENT_KEY_REFUSED',
	'SUBSCRIPTION_KEY_REFUSED',
	'TOKEN_REFUSED',
	'SCOPE_MISSING',
	'QUOTA_USED_UP',
];
const LISTED = 10;
/** A development key of SnelStart lives so many days (SS-101). */
const KEY_DAYS = 90;
const WARN_DAYS = 14;

/** What needs somebody, as the lines of a message; empty text when nothing does. */
export function digest({ client, keyMadeOn, open, noted, troubles, now }: DigestFacts): string {
	const is =
		(column: string, ...values: readonly string[]) =>
		(row: Row) =>
			values.includes(textOf(row, column));
	const notLetIn = open.filter(is('state', 'ready')).filter(is('code', ...NOT_LET_IN));
	const dayAgo = now.minus({ days: 1 });
	const held = open
		.filter(is('state', ...heldBack))
		.filter((row) => !notLetIn.includes(row))
		.filter(({ createdAt }) => (momentOf(createdAt, now.zoneName) ?? now) < dayAgo);
	const lines = [
		...list('Held because SnelStart does not accept the key', notLetIn),
		...list('Need attention', open.filter(is('state', 'needsAttention'))),
		...list('Held for more than a day', held),
		...list('Changed after booking', noted.filter(is('code', 'CHANGED_AFTER_BOOKING'))),
		...list('Refund deleted after booking', noted.filter(is('code', 'REFUND_DELETED'))),
		...troubles.map(
			(row) => `${textOf(row, 'shop')}: ${textOf(row, 'message')} ${textOf(row, 'tip')}`,
		),
		...keyLines(keyMadeOn, now),
	];
	return lines.length === 0 ? '' : [`Webshop orders in SnelStart, ${client}`, ...lines].join('\n');
}

/** How many, and the first of them: shop, number and code, nothing personal. */
function list(heading: string, rows: readonly Row[]): string[] {
	if (rows.length === 0) return [];
	const named = rows.slice(0, LISTED).map((row) => {
		const code = textOf(row, 'code');
		return `- ${textOf(row, 'shop')} ${textOf(row, 'orderNumber')}${code && `: ${code}`}`;
	});
	const more = rows.length > LISTED ? [`- and ${rows.length - LISTED} more`] : [];
	return [`${heading}: ${rows.length}`, ...named, ...more];
}

function keyLines(keyMadeOn: string, now: DateTime<true>): string[] {
	const made = momentOf(keyMadeOn, now.zoneName);
	if (!made) return [];
	const left = Math.floor(made.plus({ days: KEY_DAYS }).diff(now.startOf('day'), 'days').days);
	if (left > WARN_DAYS) return [];
	return [
		`The SnelStart key ends in ${Math.max(left, 0)} days: make a new one in the developer portal`,
	];
}
