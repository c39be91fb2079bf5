import type { DateTime } from 'luxon';

import { MOST_LINES } from '../documents/mostLines';
import { cellNumber, cellText } from '../orderTable/cell';
import { totalKey } from '../orderTable/keys';
import { noPayoutNamed, noteIn, type Note } from '../orderTable/notes';
import { stateOf, waitsForTotal, type State } from '../orderTable/states';
import type { Settings } from '../settings/settings';
import type { RawObject } from '../trade/fields';
import { groupBy } from '../trade/groupBy';
import { lengthOfTotal } from './draftTotal';
import { readMember } from './member';
import {
	closesAt,
	dayInstead,
	isWaiting,
	lastDayOf,
	numberOfPart,
	ofItsMonth,
	partOf,
	payoutSeries,
	seriesIn,
} from './series';

/** How many orders one total holds at most, however few lines they make. */
export const MOST_MEMBERS = 1_000;

/** A total that is to be closed, booked or recorded. */
export interface PlannedTotal {
	/**
	 * `close`: its orders or refunds are to be fixed first; `book`: they are, and it is to be booked;
	 * `finish`: it is booked, and its orders are to be told; `giveUp`: no total, but orders that no
	 * payout named in time.
	 */
	step: 'close' | 'book' | 'finish' | 'giveUp';
	orderKey: string;
	client: string;
	shop: string;
	/** Of orders that are given up: the series that they belong to from now on. */
	number: string;
	/** In which its orders are gathered; of those of a payout, which waited by day, with LIKE. */
	series: string;
	/** Of which kind its rows are, and in which state those that are to be fixed. */
	kind: MemberKind;
	waitsAs: State;
	/** The key of the payout whose orders it holds; empty for a day or month. */
	payout: string;
	/** Of the rows that are to be fixed, those with these ids and between them. */
	firstId: number;
	lastId: number;
	/** Of orders that are given up: what stands in their rows. */
	row?: Note & { state: 'gathered' | 'needsAttention' };
}

type MemberKind = keyof typeof waitsForTotal;

interface Row {
	id: number;
	orderKey: string;
	kind: MemberKind;
	shop: string;
	/** Of a total or what is fixed in one its number; of what is gathered that of its series. */
	number: string;
	/** The key of the payout that named the order. */
	payout: string;
	state: ReturnType<typeof stateOf>;
}

/**
 * Which totals are to be made of the rows of a client, and how far each is. The same rows always give
 * the same totals: a number comes from the parts that the rows name already, never from the clock.
 *
 * @param rows the orders and refunds that are gathered or fixed in a total.
 * @param totals the rows of all totals.
 * @param now decides only which days are over.
 * @param records the booking record of each order and refund that is gathered: how many lines they
 * make decides how many come into one total. One without a record makes none; its total is refused.
 */
export function planTotals(
	rows: readonly RawObject[],
	totals: readonly RawObject[],
	now: DateTime,
	settings: Settings,
	records: ReadonlyMap<string, RawObject>,
): PlannedTotal[] {
	const members = rows.map(readRow);
	const gathered = members.filter(({ state, kind }) => state === waitsForTotal[kind]);
	const fixed = members.filter(({ state }) => state === 'inTotal');
	const known = totals.map((row) => ({ ...readRow(row), number: cellText(row, 'orderNumber') }));
	const { client } = settings;
	const planned: PlannedTotal[] = [];
	const plan = (
		step: PlannedTotal['step'],
		{ shop, number, payout, kind }: Pick<Row, 'shop' | 'number' | 'payout' | 'kind'>,
		series = seriesIn(number),
		ids: number[] = [],
	): void => {
		const orderKey = totalKey(client, shop, number);
		if (planned.some((one) => one.orderKey === orderKey)) return;
		const [firstId = 0, lastId = 0] = [ids[0], ids.at(-1)];
		const of = { orderKey, client, shop, number, series, payout };
		planned.push({ step, ...of, kind, waitsAs: waitsForTotal[kind], firstId, lastId });
	};
	for (const one of fixed) {
		const { shop, number } = one;
		const total = known.filter((row) => row.shop === shop && row.number === number);
		plan(total.some(({ state }) => state === 'booked') ? 'finish' : 'book', one);
	}
	// Two payouts may end in the same characters: what is planned of the one is known to the other.
	const parts = new Map<string, number>();
	for (const group of groupBy(gathered, keyOfGroup).values()) {
		const [first] = group as [Row, ...Row[]];
		const { shop, number: series } = first;
		const payout = payoutOf(first);
		if (payout === '' && !isOver(series, shop, now, settings)) continue;
		if (payout === '' && isWaiting(series)) {
			planned.push(givenUp(first, settings));
			continue;
		}
		const target = seriesOfTotal(first);
		const perOrder = settings.dayTotals.find((one) => one.shop === shop)?.lines === 'perOrder';
		const inOrder = group.toSorted((a, b) => a.id - b.id);
		const used = [...known, ...fixed]
			.filter((one) => one.shop === shop)
			.map(({ number }) => partOf(target, number) ?? 0);
		// Two runs at once may have recorded a total twice: one row of it is booked, the other never is.
		const taken = [
			...known.filter(({ state }) => state === 'booked'),
			...[...fixed, ...planned.filter(({ step }) => step === 'close')],
		];
		// A run that died may have recorded several and fixed none: no total is left without orders.
		const unused = known
			.filter(
				(one) =>
					one.shop === shop && !taken.some((row) => row.shop === shop && row.number === one.number),
			)
			.flatMap(({ number }) => partOf(target, number) ?? []);
		const again = [...new Set(unused)].toSorted((a, b) => a - b);
		const key = `${shop}/${target}`;
		let part = Math.max(0, ...used, parts.get(key) ?? 0);
		for (const [index, some] of inParts(inOrder, records, perOrder).entries()) {
			const number = numberOfPart(target, again[index] ?? (part += 1));
			const gatheredIn = payout === '' ? series : ofItsMonth(series);
			const ids = some.map(({ id }) => id);
			plan('close', { ...first, number, payout }, gatheredIn, ids);
		}
		parts.set(key, part);
	}
	return planned;
}

/**
 * The orders or refunds of one total after the other, in the order given: as many as make no more
 * lines than SnelStart's gateway waits for, and at least one.
 */
function inParts(
	rows: readonly Row[],
	records: ReadonlyMap<string, RawObject>,
	perOrder: boolean,
): Row[][] {
	const members = rows.map(({ orderKey }) => readMember(records.get(orderKey) ?? {}));
	const parts: Row[][] = [];
	for (let from = 0; from < rows.length; ) {
		const fits = (until: number): boolean => {
			const some = members.slice(from, until).flatMap((member) => member ?? []);
			return lengthOfTotal(some, perOrder) <= MOST_LINES;
		};
		// Of `until` it is known that it fits, of `beyond` that it does not, or that it is past the end.
		let until = from + 1;
		let beyond = Math.min(from + MOST_MEMBERS, rows.length) + 1;
		let tried = beyond - 1;
		while (beyond - until > 1) {
			if (fits(tried)) until = tried;
			else beyond = tried;
			tried = Math.floor((until + beyond) / 2);
		}
		parts.push(rows.slice(from, until));
		from = until;
	}
	return parts;
}

/** Orders of a day that no payout named in time: for somebody to look at, or booked with their day. */
function givenUp({ shop, number: series }: Row, settings: Settings): PlannedTotal {
	const row = settings.dayTotals.find((one) => one.shop === shop);
	const isTold = row?.period === 'payout' && row.withoutPayout === 'attention';
	const number = isTold ? series : dayInstead(series);
	const { client } = settings;
	return {
		...{ step: 'giveUp', orderKey: totalKey(client, shop, series), client, shop, number, series },
		...{ payout: '', kind: 'order', waitsAs: 'gathered', firstId: 0, lastId: 0 },
		row: isTold
			? { state: 'needsAttention', ...noPayoutNamed(lastDayOf(series) ?? '') }
			: { state: 'gathered', ...noteIn({}) },
	};
}

function readRow(row: RawObject): Row {
	return {
		id: cellNumber(row, 'id') ?? 0,
		orderKey: cellText(row, 'orderKey'),
		kind: row.kind === 'refund' ? 'refund' : 'order',
		shop: cellText(row, 'shop'),
		number: cellText(row, 'originalInvoiceNumber'),
		payout: cellText(row, 'payout'),
		state: stateOf(row.state),
	};
}

/** Only of an order that waits for one. */
const payoutOf = ({ number, payout }: Row): string => (isWaiting(number) ? payout : '');

const seriesOfTotal = (row: Row): string =>
	payoutOf(row) === '' ? row.number : payoutSeries(row.number, row.payout);

const keyOfGroup = (row: Row): string =>
	JSON.stringify([row.shop, row.kind, seriesOfTotal(row), payoutOf(row)]);

/** A shop that books no totals any more still closes those that were begun. */
function isOver(series: string, shop: string, now: DateTime, settings: Settings): boolean {
	const zone = settings.shops.find((one) => one.shop === shop)?.zone ?? 'Europe/Amsterdam';
	const row = settings.dayTotals.find((one) => one.shop === shop);
	const from = closesAt(series, zone, row ?? { cutOffHour: 0, closeAfterHours: 0 });
	return from !== undefined && from <= now;
}
