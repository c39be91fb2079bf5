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
 * at the same border. A list in one answer that says it is all of it needs no second reading.
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

/** Whether some page shows every border of a reading, or another reading has the same border. */
function isWhole(reading: readonly Stretch[], all: ReadonlyArray<readonly Stretch[]>): boolean {
	return reading.every((before, at) => {
		const after = reading[at + 1];
		if (after === undefined) return true;
		const [last, first] = [before.at(-1)!, after[0]!];
		if (last === END) return true;
		return all.some((other) =>
			other.some((stretch, place) => {
				if (stretch.includes(last) && stretch.includes(first)) return true;
				const isSame = stretch.at(-1) === last && other[place + 1]?.[0] === first;
				return isSame && other !== reading;
			}),
		);
	});
}
