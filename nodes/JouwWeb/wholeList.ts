import type { IDataObject } from 'n8n-workflow';

import { inputError, reason } from '../shared/codedError';
import type { RequestContext } from '../shared/read';
import type { Connection } from './connection';
import { idOf, readList, type List, type Page } from './transport';

/** So often a list is read at most: twice when the shop holds still. */
const MOST_READINGS = 6;

/** What stands behind the last record of a list; no record is told apart by nothing. */
const END = '';

/** The records of one answer, each by what tells it apart, in the order in which they came. */
type Stretch = readonly string[];

/**
 * Reads a whole list, and proves that nothing is missing of what was there all the time.
 *
 * Nothing is known of how JouwWeb sorts its lists, nor whether a page can begin where one likes
 * (JW-501), so the pages cannot overlap as those of WooCommerce do. An order that leaves the list
 * while it is read moves what follows up a page, over the border between two of them. So the list is
 * read again with smaller pages: their borders lie elsewhere, and a page that holds both sides of a
 * border shows what lies between. Where the API gives pages of its own size, two readings must meet
 * at the same border, and nothing that the first of them saw before it may have left. A list in one
 * answer that says it is all of it needs no second reading.
 *
 * @throws NodeOperationError `JOUWWEB_LIST_NOT_WHOLE`; what `readList` throws
 */
export async function readWholeList(
	this: RequestContext,
	connection: Connection,
	list: List,
): Promise<IDataObject[]> {
	const found = new Map<string, IDataObject>();
	const readings: Stretch[][] = [];
	let pageSize = connection.layout.pageSize;
	while (readings.length < MOST_READINGS) {
		const pages = await readPages.call(this, connection, { ...list, pageSize });
		for (const record of pages.flatMap(({ records }) => records)) found.set(idOf(record), record);
		readings.push(stretchesOf(pages));
		if (readings.some((reading) => isWhole(reading, readings))) return [...found.values()];
		const longest = Math.max(...pages.map(({ records }) => records.length));
		pageSize = Math.max(1, Math.min(pageSize, longest) - 1);
	}
	throw inputError(this.getNode(), reason('JOUWWEB_LIST_NOT_WHOLE', { times: MOST_READINGS }));
}

async function readPages(
	this: RequestContext,
	connection: Connection,
	list: List,
): Promise<Page[]> {
	const pages: Page[] = [];
	await readList.call(
		this,
		connection,
		list,
		() => false,
		(page) => pages.push(page),
	);
	return pages;
}

/** A page that is shorter than another one of the same reading is the last: nothing was left for it. */
function stretchesOf(pages: readonly Page[]): Stretch[] {
	const longest = Math.max(...pages.map(({ records }) => records.length));
	return pages
		.map(({ records, isLast }, at) => {
			const isShort = at >= pages.length - 2 && records.length < longest;
			return [...records.map(idOf), ...(isLast || isShort ? [END] : [])];
		})
		.filter((stretch) => stretch.length > 0);
}

/** Whether some page shows every border of a reading, or another reading proves the same border. */
function isWhole(reading: readonly Stretch[], all: ReadonlyArray<readonly Stretch[]>): boolean {
	return reading.every((before, at) => {
		const after = reading[at + 1];
		if (after === undefined) return true;
		const [last, first] = [before.at(-1)!, after[0]!];
		if (last === END) return true;
		const isShown = all.flat().some((stretch) => {
			const place = stretch.indexOf(last);
			return place >= 0 && stretch.indexOf(first, place) >= 0;
		});
		return isShown || provesBorder(reading, last, first, all);
	});
}

/**
 * Whether two readings met at a border with nothing between. A record slips over a border only when
 * one before it left, which a later reading then lacks: readings that only look alike at the border may
 * each have lost another one. Where one came and left again, a record was seen twice; then a third
 * reading has to agree.
 */
function provesBorder(
	reading: readonly Stretch[],
	last: string,
	first: string,
	all: ReadonlyArray<readonly Stretch[]>,
): boolean {
	const own = all.indexOf(reading);
	const agreeing = all.filter((other, at) => {
		if (at === own) return false;
		const [earlier, later] = at < own ? [other, reading] : [reading, other];
		const is = new Set(upToBorder(later, last, first));
		return upToBorder(earlier, last, first)?.every((id) => is.has(id)) ?? false;
	});
	const seen = upToBorder(reading, last, first)!;
	return agreeing.length >= (new Set(seen).size === seen.length ? 1 : 2);
}

/** What a reading saw up to where a page ends with one record and the next begins with the other. */
function upToBorder(
	reading: readonly Stretch[],
	last: string,
	first: string,
): string[] | undefined {
	const at = reading.findIndex(
		(stretch, place) => stretch.at(-1) === last && reading[place + 1]?.[0] === first,
	);
	return at < 0 ? undefined : reading.slice(0, at + 1).flat();
}
