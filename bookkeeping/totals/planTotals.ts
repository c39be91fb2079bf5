import type { DateTime } from 'luxon';

import { cellNumber, cellText } from '../orderTable/cell';
import { totalKey } from '../orderTable/keys';
import { stateOf, waitsForTotal, type State } from '../orderTable/states';
import type { Settings } from '../settings/settings';
import type { RawObject } from '../trade/fields';
import { closesAt, numberOfPart, partOf, seriesIn } from './series';

/** How many orders one total holds at most: SnelStart takes a cent per line, so it may need many. */
export const MOST_MEMBERS = 1_000;

/** A total that is to be closed, booked or recorded. */
export interface PlannedTotal {
	/**
	 * `close`: its orders or refunds are to be fixed first; `book`: they are, and it is to be booked;
	 * `finish`: it is booked, and its orders are to be told.
	 */
	step: 'close' | 'book' | 'finish';
	orderKey: string;
	client: string;
	shop: string;
	number: string;
	series: string;
	/** Of which kind its rows are, and in which state those that are to be fixed. */
	kind: MemberKind;
	waitsAs: State;
	/** Of the rows that are to be fixed, those with these ids and between them. */
	firstId: number;
	lastId: number;
}

type MemberKind = keyof typeof waitsForTotal;

interface Row {
	id: number;
	kind: MemberKind;
	shop: string;
	/** Of a total or what is fixed in one its number; of what is gathered that of its series. */
	number: string;
	state: ReturnType<typeof stateOf>;
}

/**
 * Which totals are to be made of the rows of a client, and how far each is. The same rows always give
 * the same totals: a number comes from the parts that the rows name already, never from the clock.
 *
 * @param rows the orders and refunds that are gathered or fixed in a total.
 * @param totals the rows of all totals.
 * @param now decides only which days are over.
 */
export function planTotals(
	rows: readonly RawObject[],
	totals: readonly RawObject[],
	now: DateTime,
	settings: Settings,
): PlannedTotal[] {
	const members = rows.map(readRow);
	const gathered = members.filter(({ state, kind }) => state === waitsForTotal[kind]);
	const fixed = members.filter(({ state }) => state === 'inTotal');
	const known = totals.map((row) => ({ ...readRow(row), number: cellText(row, 'orderNumber') }));
	const { client } = settings;
	const planned: PlannedTotal[] = [];
	const plan = (
		step: PlannedTotal['step'],
		{ shop, kind }: Pick<Row, 'shop' | 'kind'>,
		number: string,
		ids: number[],
	): void => {
		const orderKey = totalKey(client, shop, number);
		if (planned.some((one) => one.orderKey === orderKey)) return;
		const series = seriesIn(number);
		const [firstId = 0, lastId = 0] = [ids[0], ids.at(-1)];
		const of = { orderKey, client, shop, number, series };
		planned.push({ step, ...of, kind, waitsAs: waitsForTotal[kind], firstId, lastId });
	};
	for (const one of fixed) {
		const { shop, number } = one;
		const total = known.filter((row) => row.shop === shop && row.number === number);
		plan(total.some(({ state }) => state === 'booked') ? 'finish' : 'book', one, number, []);
	}
	for (const one of distinct(gathered)) {
		const { shop, number: series } = one;
		if (!isOver(series, shop, now, settings)) continue;
		const ids = gathered
			.filter((row) => row.shop === shop && row.number === series)
			.map(({ id }) => id)
			.sort((a, b) => a - b);
		const used = [...known, ...fixed]
			.filter((row) => row.shop === shop)
			.map(({ number }) => partOf(series, number) ?? 0);
		// Two runs at once may have recorded a total twice: one row of it is booked, the other never is.
		const taken = [...known.filter(({ state }) => state === 'booked'), ...fixed];
		const unused = known.find(
			(total) =>
				total.shop === shop &&
				partOf(series, total.number) !== undefined &&
				!taken.some((row) => row.shop === shop && row.number === total.number),
		);
		let part = Math.max(0, ...used);
		for (let from = 0; from < ids.length; from += MOST_MEMBERS) {
			const some = ids.slice(from, from + MOST_MEMBERS);
			if (from === 0 && unused) plan('close', one, unused.number, some);
			else plan('close', one, numberOfPart(series, (part += 1)), some);
		}
	}
	return planned;
}

function readRow(row: RawObject): Row {
	return {
		id: cellNumber(row, 'id') ?? 0,
		kind: row.kind === 'refund' ? 'refund' : 'order',
		shop: cellText(row, 'shop'),
		number: cellText(row, 'originalInvoiceNumber'),
		state: stateOf(row.state),
	};
}

/** One row of each series of a shop. */
const distinct = (rows: readonly Row[]): Row[] => [
	...new Map(rows.map((row) => [`${row.shop}/${row.number}`, row])).values(),
];

/** A shop that books no totals any more still closes those that were begun. */
function isOver(series: string, shop: string, now: DateTime, settings: Settings): boolean {
	const zone = settings.shops.find((one) => one.shop === shop)?.zone ?? 'Europe/Amsterdam';
	const row = settings.dayTotals.find((one) => one.shop === shop);
	const from = closesAt(series, zone, row ?? { cutOffHour: 0, closeAfterHours: 0 });
	return from !== undefined && from <= now;
}
