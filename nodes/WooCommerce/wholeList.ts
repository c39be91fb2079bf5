import type { IDataObject } from 'n8n-workflow';

import { mapInFlight } from '../shared/inFlight';

/** What one request for a part of a list gave. */
export interface Part {
	/** How many records of the list came before it. */
	offset: number;
	/** How many records were asked for. */
	size: number;
	rows: IDataObject[];
	/** How many records the list had, as this very answer says; undefined when it does not say. */
	total?: number;
}

export interface ListReading {
	/** Reads at most `size` records from `offset` on. */
	readPart: (offset: number, size: number) => Promise<Part>;
	/** Records asked for per request. */
	pageSize: number;
	/** Requests under way at the same time. */
	inFlight: number;
	/** The error for parts that do not come together, so that nobody can say whether the list is whole. */
	notWhole: () => Error;
}

/** More parts are not foreseen, whatever length a list claims: those of ten million records. */
const MOST_FORESEEN_PARTS = 100_000;

/** Parts that may be read beside those that were foreseen, while the shop keeps changing. */
const MOST_FURTHER_PARTS = 500;

/**
 * Parts in a row that may be the first one once more. As many records as are passed over can have come
 * before it, so a few say nothing; a cache that gives the beginning whatever is asked for never stops.
 */
const MOST_REPEATS = 20;

/**
 * Reads a whole list that is sorted by ID, the lowest first.
 *
 * Each part is to begin with the last record of the part before it. When records left the list in
 * between, it begins later: a gap, which is read again from further back. So whatever was in the
 * list from the first request to the last one is read, however the list changes: its ID lies within
 * a part that was read while it was there. What came or went meanwhile may be there or not.
 *
 * A short part is not the end, because some shops give fewer records than they are asked for. The
 * end is where an answer says so by its total, or where nothing follows the last record.
 *
 * @throws what `notWhole` makes
 */
export async function readWholeList({
	readPart,
	pageSize,
	inFlight,
	notWhole,
}: ListReading): Promise<IDataObject[]> {
	const size = Math.max(2, pageSize);
	const first = await readPart(0, size);
	if (isLastPart(first)) return first.rows;
	const list = new JoinedParts(first, notWhole);
	// A list may be much shorter than it claims: nothing is asked for behind a part without records.
	let end = Infinity;
	const read = await mapInFlight(offsetsAfter(first), inFlight, async (offset) => {
		if (offset >= end) return undefined;
		const part = await readPart(offset, size);
		if (part.rows.length === 0) end = Math.min(end, offset);
		return part;
	});
	const foreseen = read.filter((part) => part !== undefined);

	let back: number | undefined;
	for (let further = 0; further <= MOST_FURTHER_PARTS; further++) {
		for (; foreseen[0] !== undefined && list.hasNoGapBefore(foreseen[0]); foreseen.shift()) {
			list.add(foreseen[0]);
		}
		if (foreseen.length === 0 && list.isAtItsEnd) return list.rows();

		// What is left of the foreseen parts lies behind a gap, so begin a record further back.
		back ??= foreseen.length > 0 ? 1 : 0;
		const offset = Math.max(0, list.end - back);
		const part = await readPart(offset, size);
		if (!list.hasNoGapBefore(part)) {
			back = Math.max(1, back * 2);
			continue;
		}
		if (list.add(part)) continue;
		const { length } = part.rows;
		if (list.isAtItsEnd || (!list.isRepeated && length < list.longest) || length === 1) {
			return list.rows();
		}
		back = 0;
	}
	throw notWhole();
}

/** What was read so far: without a gap from the first record to `last`. */
class JoinedParts {
	/** The ID up to which nothing is missing. */
	private last = 0;
	private readonly byId = new Map<number, IDataObject>();
	/** The part that was added last. */
	newest: Part = { offset: 0, size: 0, rows: [] };
	/** The most records that a part had. */
	longest = 0;
	/** How often in a row the first part was given again. */
	private repeats = 0;

	constructor(
		private readonly first: Part,
		private readonly notWhole: () => Error,
	) {
		this.add(first);
	}

	/** Where in the list the record stood with which the newest part ended. */
	get end(): number {
		return Math.max(0, this.newest.offset + this.newest.rows.length - 1);
	}

	/** Whether the newest part is the first one once more: it says nothing of where the list ends. */
	get isRepeated(): boolean {
		return this.repeats > 0;
	}

	get isAtItsEnd(): boolean {
		return !this.isRepeated && isLastPart(this.newest);
	}

	hasNoGapBefore({ offset, rows }: Part): boolean {
		return offset === 0 || (rows.length > 0 && idOf(rows[0]!) <= this.last);
	}

	/**
	 * Whether the part goes further than what was there.
	 *
	 * @throws what `notWhole` makes when it is not sorted by ID, or is the first part again and again
	 */
	add(part: Part): boolean {
		const { rows } = part;
		this.repeats = part.offset > 0 && isSamePart(part, this.first) ? this.repeats + 1 : 0;
		if (this.repeats > MOST_REPEATS) throw this.notWhole();
		for (const [index, row] of rows.entries()) {
			if (index > 0 && !(idOf(row) > idOf(rows[index - 1]!))) throw this.notWhole();
			const known = this.byId.get(idOf(row));
			if (known === undefined || changedAt(row) > changedAt(known)) this.byId.set(idOf(row), row);
		}
		const before = this.last;
		this.last = Math.max(before, ...rows.slice(-1).map(idOf));
		this.longest = Math.max(this.longest, rows.length);
		this.newest = part;
		return this.last > before;
	}

	rows(): IDataObject[] {
		return [...this.byId].sort(([a], [b]) => a - b).map(([, row]) => row);
	}
}

/** Where the other parts begin, if the list stays as long as it says it is. */
function offsetsAfter({ rows, total = 0 }: Part): number[] {
	const step = rows.length - 1;
	if (step < 1) return [];
	const length = Math.min(Math.ceil((total - 1) / step) - 1, MOST_FORESEEN_PARTS);
	return Array.from({ length }, (_, i) => (i + 1) * step);
}

/**
 * Whether nothing follows. The shop counts after it has read (WC-311), so when a record left in between, a
 * full part may look like the last one: only a part that is not full can be.
 */
function isLastPart({ offset, size, rows, total }: Part): boolean {
	if (rows.length === 0) return offset === 0;
	return rows.length < size && total !== undefined && offset + rows.length >= total;
}

function isSamePart(part: Part, first: Part): boolean {
	const { rows } = part;
	return (
		rows.length > 1 &&
		rows.length === first.rows.length &&
		rows.every((row, index) => idOf(row) === idOf(first.rows[index]!))
	);
}

function idOf(row: IDataObject): number {
	return Number(row.id);
}

/** Comparable as text: always `yyyy-MM-ddTHH:mm:ss` in GMT. */
export function changedAt(row: IDataObject): string {
	return String(row.date_modified_gmt ?? '');
}
