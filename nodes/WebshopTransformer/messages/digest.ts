import { DateTime } from 'luxon';

import {
	heldBack,
	isChecked,
	lacksSecond,
	noteIn,
	reason,
	ossThreshold,
	textOf as sayReason,
	told as toldCode,
	type Code,
	type Language,
} from '../../../bookkeeping';
import { retellToReader } from '../../shared/toldToReader';
import { momentOf } from '../../shared/moment';
import { isFileAtWork } from '../../shared/orderFile';
import { FAILING, type Message } from './alert';
import { awaits, notClosed, notCome, statusNotCome } from './overdue';
import { textOf, type Row } from './read';
import { texts } from './texts';

export interface DigestFacts {
	client: string;
	language: Language;
	/** The day a development key of SnelStart was made (yyyy-MM-dd); empty for a key that stays. */
	keyMadeOn: string;
	/** For how many days an order may wait for a status before it is named; 0 for ever. */
	statusDays: number;
	/** Rows of the order table that are neither booked nor to be left alone. */
	open: readonly Row[];
	/** Booked rows with a code. */
	noted: readonly Row[];
	/** Rows of the table of shop troubles. */
	troubles: readonly Row[];
	/** Booking records of what went abroad, of this year and the one before. */
	abroad: readonly Row[];
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
/** SnelStart does not answer, or not in time: such a cause holds back every order. */
const NOT_ANSWERING: readonly Code[] = [
	'CONNECTION_LOST',
	'NO_CONNECTION',
	'RATE_LIMITED',
	'REDIRECTED',
	'REQUEST_BLOCKED',
	'SNELSTART_UNAVAILABLE',
	'TIMED_OUT',
	'UNEXPECTED_ANSWER',
];
/** How the table of shop troubles says that an outage was told, and how SnelStart is named there. */
const OUTAGE = 'outage';
const SNELSTART = 'SnelStart';
/** How a sync says there that it could not read something of its shop. */
const UNREAD = /^unread /;
const AWAITS_APPROVAL: Code = 'AWAITS_APPROVAL';
const LISTED = 10;
/** A development key of SnelStart lives so many days (SS-101). */
const KEY_DAYS = 90;
const WARN_DAYS = 14;

/** One piece of news of an outage, as a message; empty text when there is none. */
export interface OutageNews extends Message {
	outage: '' | 'begun' | 'over';
	/** Who does not answer: a shop, or SnelStart. */
	shop: string;
	/** What the table of shop troubles keeps it by. */
	trouble: string;
	/** The code of an outage that began, and what else the table of shop troubles keeps of it. */
	code?: string;
	message?: string;
	tip?: string;
	facts?: string;
}

/**
 * Which outages began or ended since the last time: orders are held for a cause outside them, or a
 * sync could not read its shop, and the table of shop troubles does not say yet that it was told, or
 * still does. A workflow of which *Alerts* told that it fails is over it after a day.
 *
 * @returns one message per outage; one without text when there is nothing to tell
 */
export function outageNews({
	client,
	language,
	open,
	troubles,
	now: moment,
}: Pick<DigestFacts, 'client' | 'language' | 'open' | 'troubles' | 'now'>): OutageNews[] {
	const words = texts[language];
	const title = `${words.title}, ${client}`;
	const subject = `${title}: ${words.needsAttention}`;
	const held = open.filter(
		(row) =>
			textOf(row, 'state') === 'ready' &&
			[...NOT_ANSWERING, ...NOT_LET_IN].includes(textOf(row, 'code')),
	);
	const unread = troubles.filter(isUnread);
	const known = troubles
		.filter((row) => textOf(row, 'subject') === OUTAGE)
		.map((row) => textOf(row, 'shop'));
	const begun = (shop: string, row: Row, more: string[] = []): OutageNews => {
		const named = shop === SNELSTART ? '' : `${shop}: `;
		const text = [title, `${named}${trouble(row, language)}`, ...more].join('\n');
		return { outage: 'begun', shop, trouble: OUTAGE, ...noteIn(row), subject, text };
	};
	const over = (shop: string): OutageNews => {
		const line = shop === SNELSTART ? words.outageOver : words.shopBack(shop);
		return { outage: 'over', shop, trouble: OUTAGE, subject, text: [title, line].join('\n') };
	};
	const failsNoMore = (row: Row): OutageNews => {
		const failing = textOf(row, 'subject');
		const line = words.failsNoMore(failing.replace(FAILING, ''));
		const text = [title, line].join('\n');
		return { outage: 'over', shop: textOf(row, 'shop'), trouble: failing, subject, text };
	};
	const now = new Map<string, () => OutageNews>(
		unread.map((row) => [textOf(row, 'shop'), () => begun(textOf(row, 'shop'), row)]),
	);
	if (held.length > 0) {
		const why = toldCode(reason('SNELSTART_OUTAGE', { cause: textOf(held[0]!, 'code') }));
		const row = noteIn({ ...why });
		now.set(SNELSTART, () => begun(SNELSTART, row, list(words.lists.outage, held, language)));
	}
	const news = [
		...[...now].filter(([shop]) => !known.includes(shop)).map(([, tell]) => tell()),
		...[...new Set(known)].filter((shop) => !now.has(shop)).map(over),
		...troubles.filter((row) => hasStoppedFailing(row, moment)).map(failsNoMore),
	];
	return news.length > 0 ? news : [{ outage: '', shop: '', trouble: '', subject, text: '' }];
}

/**
 * Whether a workflow that failed did not for a day, and two hours more for one that runs once a day
 * and takes longer today; every failure writes its row again.
 */
function hasStoppedFailing(row: Row, now: DateTime<true>): boolean {
	if (!FAILING.test(textOf(row, 'subject'))) return false;
	const last = momentOf(row.updatedAt, now.zoneName);
	return last !== undefined && last < now.minus({ days: 1, hours: 2 });
}

const isUnread = (row: Row): boolean => UNREAD.test(textOf(row, 'subject'));

/** What follows from a shop that cannot be read is not said beside that. */
function withoutConsequences(troubles: readonly Row[]): Row[] {
	const silent = troubles.filter(isUnread).map((row) => textOf(row, 'shop'));
	return troubles.filter(
		(row) =>
			!isUnread(row) &&
			!(silent.includes(textOf(row, 'shop')) && CONSEQUENCES.includes(textOf(row, 'code'))),
	);
}
const CONSEQUENCES: readonly string[] = [
	'ORDERS_NOT_COUNTED',
	'PAYMENTS_NOT_LOOKED_AT',
	'REFUNDS_NOT_COUNTED',
	'WEBHOOKS_NOT_READ',
] satisfies Code[];

/** What needs somebody, as the lines of a message; empty text when nothing does. */
export function digest(facts: DigestFacts): Message {
	const { client, language, keyMadeOn, statusDays, open, troubles, abroad, now } = facts;
	const noted = facts.noted.filter((row) => !isChecked(row));
	const words = texts[language];
	const is =
		(column: string, ...values: readonly string[]) =>
		(row: Row) =>
			values.includes(textOf(row, column));
	const notLetIn = open.filter(is('state', 'ready')).filter(is('code', ...NOT_LET_IN));
	const dayAgo = now.minus({ days: 1 });
	const held = open
		.filter(is('state', '', ...heldBack))
		.filter((row) => !notLetIn.includes(row) && !awaits(row))
		.filter(({ createdAt }) => (momentOf(createdAt, now.zoneName) ?? now) < dayAgo);
	const lists: Record<Exclude<keyof typeof words.lists, 'outage'>, readonly Row[]> = {
		notLetIn,
		attention: open.filter(
			(row) => is('state', 'needsAttention')(row) && !is('code', AWAITS_APPROVAL)(row),
		),
		toApprove: open.filter(is('code', AWAITS_APPROVAL)),
		held,
		notCome: notCome(open, now),
		statusNotCome: statusNotCome(open, now, statusDays),
		notClosed: notClosed(open, now),
		changed: noted.filter(is('code', 'CHANGED_AFTER_BOOKING')),
		refundDeleted: noted.filter(is('code', 'REFUND_DELETED')),
		undoStarted: noted.filter(is('code', 'UNDO_STARTED')),
		withoutPaper: noted.filter(is('code', 'PAPER_NOT_ATTACHED')),
		besideMissing: noted.filter(lacksSecond),
		shopNotTold: noted.filter(is('code', 'SHOP_NOT_TOLD')),
	};
	const todo: Partial<Record<keyof typeof lists, readonly string[]>> = {
		notCome: tipsOf(lists.notCome, language),
		statusNotCome: [words.giveStatus(statusDays)],
		notClosed: [words.closeTotals],
	};
	const lines = [
		...(Object.keys(lists) as Array<keyof typeof lists>).flatMap((name) =>
			list(words.lists[name], lists[name], language, todo[name]),
		),
		...withoutConsequences(troubles.filter((row) => !isFileAtWork(row, now))).map(
			(row) => `${textOf(row, 'shop')}: ${trouble(row, language)}`,
		),
		...thresholdLines(abroad, now, language),
		...keyLines(keyMadeOn, now, language),
	];
	const title = `${words.title}, ${client}`;
	const text = lines.length === 0 ? '' : [title, ...lines].join('\n');
	return { subject: `${title}: ${words.needsAttention}`, text };
}

/**
 * How many, and the first of them: shop, number and code with its sentence, nothing personal; and
 * what there is to do.
 */
function list(
	heading: string,
	rows: readonly Row[],
	language: Language,
	todo: readonly string[] = [],
): string[] {
	if (rows.length === 0) return [];
	const named = rows.slice(0, LISTED).map((row) => {
		const code = textOf(row, 'code');
		// Never the message that the row keeps: that may quote a shop.
		const said = retellToReader(code, textOf(row, 'facts'), language)?.message;
		const why = [code, said].filter(Boolean).join(' – ');
		return `- ${textOf(row, 'shop')} ${textOf(row, 'orderNumber')}${why && `: ${why}`}`;
	});
	const more = rows.length > LISTED ? [`- ${texts[language].more(rows.length - LISTED)}`] : [];
	return [`${heading}: ${rows.length}`, ...named, ...more, ...todo];
}

/** What the codes of rows say there is to do, each once. */
const tipsOf = (rows: readonly Row[], language: Language): string[] => [
	...new Set(
		rows.flatMap(
			(row) => retellToReader(textOf(row, 'code'), textOf(row, 'facts'), language)?.tip ?? [],
		),
	),
];

/** What is wrong with a shop, and what to do. */
function trouble(row: Row, language: Language): string {
	const told =
		language === 'nl' ? retellToReader(textOf(row, 'code'), textOf(row, 'facts'), 'nl') : undefined;
	return [told?.message ?? textOf(row, 'message'), told?.tip ?? textOf(row, 'tip')].join(' ');
}

function thresholdLines(abroad: readonly Row[], now: DateTime<true>, language: Language): string[] {
	const why = ossThreshold(abroad, now.year);
	if (!why) return [];
	const { message, tip } = sayReason(why, language);
	return [`${message} ${tip}`];
}

function keyLines(keyMadeOn: string, now: DateTime<true>, language: Language): string[] {
	const made = momentOf(keyMadeOn, now.zoneName);
	if (!made) return [];
	const left = Math.floor(made.plus({ days: KEY_DAYS }).diff(now.startOf('day'), 'days').days);
	return left > WARN_DAYS ? [] : [texts[language].keyEnds(Math.max(left, 0))];
}
