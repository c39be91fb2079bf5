import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { allOf, orFilters, SMALLEST_CUT_PAGE } from './odata';
import { readList } from './transport';
import type { SnelStartContext, SnelStartRequest } from './transport';

/** Most rows per page, as documented (SS-310). */
const PAGE_SIZES: Record<string, number> = { '/artikelen': 25, '/artikelen/prijsafspraken': 25 };
const PAGE_SIZE = 500;
/** Lists whose page size is not documented: only an empty page is surely the last. */
const UNSTATED = new Set(['/inkoopfacturen', '/prijsafspraken', '/btwaangiftes', '/offertes']);
/** 250,000 rows; more means that SnelStart repeats itself. */
const MAX_PAGES = 500;

export interface ListQuery {
	/** An OData v3 filter. */
	filter?: string | undefined;
	/** Stop after so many rows; all rows when left out. */
	limit?: number | undefined;
	/** What else goes into the query. */
	query?: SnelStartRequest['query'];
}

/**
 * Reads a list page by page until one is empty, or too short to be cut (`SMALLEST_CUT_PAGE`). Moves
 * on by the rows received, since SnelStart may cut a page, and leaves out doubles: the order of rows
 * is undefined, so a change meanwhile can repeat one.
 *
 * @throws NodeOperationError when the list does not end
 */
export async function getAll(
	this: SnelStartContext,
	path: string,
	{ filter, limit = Number.POSITIVE_INFINITY, query = {} }: ListQuery = {},
): Promise<IDataObject[]> {
	const pageSize = PAGE_SIZES[path] ?? PAGE_SIZE;
	const surelyLast = UNSTATED.has(path) ? 0 : SMALLEST_CUT_PAGE;
	const seen = new Set<unknown>();
	const rows: IDataObject[] = [];
	let skip = 0;
	for (let page = 0; page < MAX_PAGES; page++) {
		const top = Math.min(pageSize, limit - rows.length);
		const list = await readList.call(this, path, {
			...query,
			...(filter && { $filter: filter }),
			$top: top,
			...(skip > 0 && { $skip: skip }),
		});
		for (const row of list) {
			if (row.id !== undefined && seen.has(row.id)) continue;
			seen.add(row.id);
			rows.push(row);
		}
		skip += list.length;
		const isLast = list.length === 0 || (list.length < top && list.length < surelyLast);
		if (isLast || rows.length >= limit) return rows.slice(0, limit);
	}
	throw new NodeOperationError(
		this.getNode(),
		`SnelStart's list of ${path.slice(1)} does not end`,
		{
			description: "Narrow the list down with 'Filters'",
			itemIndex: 0,
		},
	);
}

/**
 * Reads the records of a list whose property is one of the values, many values per call.
 *
 * @param literals the values, already written as literals
 * @param also a filter that all of them must pass as well
 * @throws NodeApiError when SnelStart refuses
 */
export async function getAllWith(
	this: SnelStartContext,
	path: string,
	property: string,
	literals: readonly string[],
	also?: string,
): Promise<IDataObject[]> {
	const filters = orFilters(property, literals);
	return await getAllOfEach.call(
		this,
		path,
		filters.map((filter) => allOf([filter, also])),
	);
}

/**
 * Reads what each of the filters lets through, one after the other.
 *
 * @throws NodeApiError when SnelStart refuses
 */
export async function getAllOfEach(
	this: SnelStartContext,
	path: string,
	filters: ReadonlyArray<string | undefined>,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for (const filter of filters) rows.push(...(await getAll.call(this, path, { filter })));
	return rows;
}
