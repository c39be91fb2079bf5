import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { inParts } from '../../bookkeeping';
import { inputError, reason } from '../shared/codedError';
import { mapInFlight } from '../shared/inFlight';
import { read, send } from '../shared/read';
import type { Answer, RequestContext, Unreachable } from '../shared/read';
import { shopError, unknownOutcome } from './failures';
import { changedAt, readWholeList, type Part } from './wholeList';

const API = '/wp-json/wc/v3';
const CREDENTIAL = 'wooCommerceStoreApi';

/** The most records WooCommerce gives per page, takes per batch and reads by `include`. */
export const LARGEST_PAGE = 100;
/** Pages asked for at the same time when nothing else is chosen. */
export const PAGES_IN_FLIGHT = 4;

/** A place below the API, and what stands there in one word for messages. */
export interface Place {
	/** For example `/orders/7`. */
	path: string;
	/** For example `order`. */
	what: string;
}

export interface ListOptions {
	/** Records per request, 1 to 100. */
	pageSize?: number;
	/** At most this many records; all when left out. */
	limit?: number;
	/** Pages asked for at the same time. */
	inFlight?: number;
}

/** Reads one record as WooCommerce sends it. */
export async function readPlace(
	this: RequestContext,
	place: Place,
	query: IDataObject = {},
): Promise<IDataObject> {
	return (await ask.call(this, place, query)).body as IDataObject;
}

/** Reads a list that WooCommerce gives whole, without pages: notes, tax classes, gateways. */
export async function readList(
	this: RequestContext,
	place: Place,
	query: IDataObject = {},
): Promise<IDataObject[]> {
	return rowsOf.call(this, await ask.call(this, place, query));
}

/**
 * Reads a list, all of it when there is no limit: then sorted by ID, the lowest first, and nothing
 * that was there all the time is missing, however the shop changes meanwhile. Where to go on never
 * comes from `Link`, which may name another scheme or host.
 *
 * @throws NodeApiError when the shop refuses; NodeOperationError when the parts of the list do not
 * come together, or hold something that is no record with an ID
 */
export async function listAll(
	this: RequestContext,
	place: Place,
	query: IDataObject,
	{ pageSize = LARGEST_PAGE, limit, inFlight = PAGES_IN_FLIGHT }: ListOptions = {},
): Promise<IDataObject[]> {
	const sorted = limit === undefined ? { orderby: 'id', order: 'asc' } : {};
	const notWhole = () =>
		inputError(this.getNode(), reason('SHOP_LIST_NOT_WHOLE', { what: place.what }));
	const readPart = async (offset: number, size: number): Promise<Part> => {
		const part = { ...query, ...sorted, per_page: size, offset };
		const answer = await ask.call(this, place, part);
		const rows = rowsOf.call(this, answer);
		if (!rows.every(hasId)) throw notWhole();
		// Past the end the total is said to be 0 (WC-301).
		const total = Number(answer.headers['x-wp-total'] ?? Number.NaN);
		return { offset, size, rows, ...(Number.isInteger(total) && rows.length > 0 && { total }) };
	};
	if (limit !== undefined) return await readBeginning(readPart, limit, Math.min(pageSize, limit));
	return await readWholeList({ readPart, pageSize, inFlight, notWhole });
}

/** Reads the records with these IDs, a hundred per request; IDs the shop does not have are left out. */
export async function listByIds(
	this: RequestContext,
	place: Place,
	ids: readonly string[],
	query: IDataObject = {},
	options: ListOptions = {},
): Promise<IDataObject[]> {
	const wanted = [...new Set(ids)];
	const parts = inParts(wanted, LARGEST_PAGE);
	const found = await mapInFlight(
		parts,
		options.inFlight ?? PAGES_IN_FLIGHT,
		async (part) =>
			await listAll.call(
				this,
				place,
				{ ...query, include: part.join(',') },
				{ ...options, limit: part.length },
			),
	);
	return withoutDoubles(found.flat());
}

/** Changes or deletes a record. Doing that twice is the same as once, so trouble is tried again. */
export async function change(
	this: RequestContext,
	method: 'DELETE' | 'PUT',
	place: Place,
	body: IDataObject = {},
	query: IDataObject = {},
): Promise<IDataObject> {
	const answer = await write.call(this, method, place, { body, query }, () => true);
	return dataOf.call(this, answer, place) as IDataObject;
}

/**
 * Changes up to a hundred records with one request (`POST …/batch`). Only absolute values may be
 * sent, so that a repeat is harmless.
 */
export async function changeBatch(
	this: RequestContext,
	place: Place,
	update: IDataObject[],
): Promise<IDataObject[]> {
	const batch = { ...place, path: `${place.path}/batch` };
	const answer = await write.call(this, 'POST', batch, { body: { update } }, () => true);
	const body = dataOf.call(this, answer, place) as { update?: unknown };
	return Array.isArray(body.update) ? (body.update as IDataObject[]) : [];
}

/**
 * Makes a record. It is never sent twice: when the answer is lost, `find` may look it up in the
 * shop.
 *
 * @throws NodeApiError `SHOP_WRITE_UNKNOWN` when nobody can say whether it was made
 */
export async function create(
	this: RequestContext,
	place: Place,
	body: IDataObject,
	find: () => Promise<IDataObject | undefined> = async () => undefined,
): Promise<IDataObject> {
	const answer = await write.call(this, 'POST', place, { body }, isNotTaken);
	if (!isLost(answer)) return dataOf.call(this, answer, place) as IDataObject;
	const found = await find();
	if (found === undefined) throw unknownOutcome(this.getNode(), place.what);
	return found;
}

/** Any request below the shop, as it is. Only a GET is tried again. */
export async function callApi(
	this: RequestContext,
	method: IHttpRequestMethods,
	path: string,
	query: IDataObject,
	body: IDataObject | IDataObject[] | undefined,
): Promise<Answer> {
	const place = { path, what: 'record' };
	const url = { url: path, qs: query };
	const answer =
		method === 'GET'
			? await read.call(this, CREDENTIAL, url)
			: await send.call(this, CREDENTIAL, { ...url, method, body }, isNotTaken);
	if (method !== 'GET' && isLost(answer)) throw unknownOutcome(this.getNode(), 'change');
	dataOf.call(this, answer, place, method !== 'GET');
	return answer as Answer;
}

/** The first records of a list, in the order that was asked for. */
async function readBeginning(
	readPart: (offset: number, size: number) => Promise<Part>,
	limit: number,
	size: number,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for (;;) {
		const part = await readPart(rows.length, size);
		rows.push(...part.rows);
		const isEnd = part.rows.length === 0 || rows.length === part.total;
		const unique = withoutDoubles(rows);
		if (isEnd || unique.length >= limit) return unique.slice(0, limit);
	}
}

async function ask(this: RequestContext, place: Place, qs: IDataObject): Promise<Answer> {
	const answer = await read.call(this, CREDENTIAL, {
		url: `${API}${place.path}`,
		qs,
	});
	dataOf.call(this, answer, place, false);
	return answer as Answer;
}

async function write(
	this: RequestContext,
	method: 'DELETE' | 'POST' | 'PUT',
	place: Place,
	{ body, query }: { body: IDataObject; query?: IDataObject },
	mayRepeat: (answer: Answer | Unreachable) => boolean,
): Promise<Answer | Unreachable> {
	const options = {
		url: `${API}${place.path}`,
		method,
		...(query && { qs: query }),
		...(method !== 'DELETE' && { body }),
	};
	return await send.call(this, CREDENTIAL, options, mayRepeat);
}

/** @throws NodeApiError when the answer is not data */
function dataOf(
	this: RequestContext,
	answer: Answer | Unreachable,
	{ what }: Place,
	isWrite = true,
): unknown {
	const isData =
		!('unreachable' in answer) &&
		answer.status >= 200 &&
		answer.status < 300 &&
		typeof answer.body === 'object' &&
		answer.body !== null;
	if (!isData) throw shopError(this.getNode(), answer, { what, write: isWrite });
	return answer.body;
}

/** A request that was turned away before anything was done with it. */
function isNotTaken(answer: Answer | Unreachable): boolean {
	return !('unreachable' in answer) && answer.status === 429;
}

/** Whether the shop may have done the work all the same. WordPress' own errors say that it did not. */
function isLost(answer: Answer | Unreachable): boolean {
	if ('unreachable' in answer) return !['ECONNREFUSED', 'ENOTFOUND'].includes(answer.unreachable);
	const { status, body } = answer;
	// What was done is answered with the record; anything else with such a status says nothing.
	if (status >= 200 && status < 300) return typeof body === 'string' && body !== '';
	const said = (body as { code?: unknown } | null)?.code;
	return status >= 500 && (typeof said !== 'string' || said === 'internal_server_error');
}

function rowsOf(this: RequestContext, answer: Answer): IDataObject[] {
	if (!Array.isArray(answer.body)) throw shopError(this.getNode(), { ...answer, body: '' });
	return answer.body as IDataObject[];
}

/** Whether it is a record of which can be said where in the list it stands: nothing else may pass for one. */
function hasId(row: unknown): boolean {
	const { id } = (row ?? {}) as { id?: unknown };
	return /^(?:number|string)$/.test(typeof id) && /^\d{1,15}$/.test(String(id));
}

/** One record per ID: the one that was changed last. */
export function withoutDoubles(rows: readonly IDataObject[]): IDataObject[] {
	const byId = new Map<unknown, IDataObject>();
	for (const row of rows) {
		const known = byId.get(row.id);
		if (known === undefined || changedAt(row) > changedAt(known)) byId.set(row.id, row);
	}
	return [...byId.values()];
}
