import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

import { inputError, reason } from '../shared/codedError';
import { read, send } from '../shared/read';
import type { Answer, RequestContext } from '../shared/read';
import type { PagingStyle } from '../shared/jouwWeb/apiLayout';
import { isRecord, listIn, nextCursor, nextLink, nextNamed, saysMore } from './answerShape';
import type { Connection } from './connection';
import { jouwWebError } from './failures';

const PAGE_CAP = 1_000;

export interface List {
	path: string;
	query?: IDataObject;
	/**
	 * Whether a page that only repeats means the end. For short lists that an API may well send in
	 * one piece; for orders it could hide that most of them are missing.
	 */
	repeatIsEnd?: boolean;
	/** Records to ask for at a time, where the API can be asked; else what the layout says. */
	pageSize?: number;
}

/** What one answer gave of a list. */
export interface Page {
	records: IDataObject[];
	/** Whether the answer itself says that nothing follows. */
	isLast: boolean;
}

/** Fills `{websiteId}` and the like in a path. */
export function pathTo(template: string, ids: Record<string, string>): string {
	return Object.entries(ids).reduce(
		(path, [name, id]) => path.replaceAll(`{${name}}`, encodeURIComponent(id)),
		`/${template.replace(/^\/+/, '')}`,
	);
}

/** Reads one record; an API that wraps it (`{ data: { id … } }`) is unwrapped. */
export async function readRecord(
	this: RequestContext,
	connection: Connection,
	path: string,
): Promise<IDataObject> {
	const { body } = await ask.call(this, connection, new URL(connection.baseUrl + path));
	const record = body as IDataObject;
	const [inner, ...others] = Object.values(record);
	const isWrapped = others.length === 0 && isRecord(inner) && !('id' in record);
	return isWrapped ? inner : record;
}

export interface ApiCall {
	method: IHttpRequestMethods;
	/** Below the Base URL, or a whole address there. */
	path: string;
	query?: IDataObject;
	body?: IDataObject | IDataObject[];
}

/**
 * Sends any request to the API. A GET is tried again as every reading is, anything else is sent
 * once.
 *
 * @throws NodeOperationError when the path leads to another host; NodeApiError when it is refused
 */
export async function callApi(
	this: RequestContext,
	connection: Connection,
	{ method, path, query = {}, body }: ApiCall,
): Promise<unknown> {
	const url = callAddress.call(this, connection, path);
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
	if (method === 'GET') return (await ask.call(this, connection, url)).body;
	const request = {
		method,
		url: url.href,
		...(body !== undefined && { body }),
		...refusalsAsAnswers,
	};
	const answer = await send.call(this, connection.credentialType, request, () => false);
	const isDone = !('unreachable' in answer) && answer.status >= 200 && answer.status < 300;
	if (!isDone) throw jouwWebError(this.getNode(), answer, url.pathname);
	return answer.body;
}

/** The address of a call: a path below the Base URL, or a whole address of the same host. */
export function callAddress(this: RequestContext, { baseUrl }: Connection, path: string): URL {
	const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(path);
	const entered = isWhole ? path : `${baseUrl}/${path.replace(/^[/\\]+/, '')}`;
	const host = new URL(baseUrl).origin;
	if (URL.canParse(entered) && new URL(entered).origin === host) return new URL(entered);
	throw inputError(this.getNode(), reason('JOUWWEB_OTHER_HOST', { case: 'path' }));
}

/**
 * Reads a list to its end and hands over every page as it comes; the receiver says when it has
 * enough. A record that comes twice is handed over once; `onPage` is told each answer as it came.
 *
 * @throws NodeApiError when JouwWeb refuses; NodeOperationError when the answers hold no list, when
 * a page repeats what was read before, or when there is no end after 1,000 pages: part of a list is
 * never passed off as the whole
 */
export async function readList(
	this: RequestContext,
	connection: Connection,
	{ path, query = {}, repeatIsEnd = false, pageSize = connection.layout.pageSize }: List,
	receive: (records: IDataObject[]) => boolean,
	onPage: (page: Page) => void = () => undefined,
): Promise<void> {
	const { layout } = connection;
	const seen = new Set<string>();
	const pageStarts = new Set<string>();
	const start = callAddress.call(this, connection, path);
	for (const [name, value] of Object.entries(query)) start.searchParams.set(name, String(value));
	if (layout.pageSizeParameter !== '' && layout.paging !== 'none') {
		start.searchParams.set(layout.pageSizeParameter, String(pageSize));
	}

	let url: URL | undefined = start;
	let paging = layout.paging;
	let count = 0;
	let repeats = 0;
	for (let page = 1; url !== undefined; page++) {
		if (page > PAGE_CAP) throw endlessList.call(this);
		const answer: Answer = await ask.call(this, connection, url);
		const records = recordsIn.call(this, answer, layout.listKey);
		const fresh = records.filter((record) => {
			const isKnown = seen.has(idOf(record));
			seen.add(idOf(record));
			return !isKnown;
		});
		// A page may hold only what new orders pushed down, even the whole page before it: twice in a
		// row a page that starts like another repeats it.
		const isRepeat = records.length > 0 && fresh.length === 0 && pageStarts.has(idOf(records[0]!));
		repeats = isRepeat ? repeats + 1 : 0;
		if (isRepeat && repeatIsEnd) return;
		if (repeats > 1) throw repeatedPage.call(this);
		if (records.length > 0) pageStarts.add(idOf(records[0]!));
		if (receive(fresh)) return;
		count += records.length;
		const next: NextPage = nextAddress.call(this, answer, {
			connection: { ...connection, layout: { ...layout, paging } },
			current: url,
			start,
			number: paging === 'offset' ? count : layout.firstPage + page,
		});
		onPage({ records, isLast: next.url === undefined });
		paging = next.paging;
		// An empty page ends a numbered list; with a link or a cursor, that decides.
		const isNumbered = paging === 'page' || paging === 'offset';
		url = records.length === 0 && isNumbered ? undefined : next.url;
	}
}

interface NextPage {
	paging: PagingStyle;
	url?: URL;
}

interface ReadSoFar {
	connection: Connection;
	current: URL;
	start: URL;
	/** The number of the next page, or the offset at which it begins. */
	number: number;
}

/**
 * Where the next page is; no `url` when this one was the last. Once an answer has shown how the
 * list goes on, the rest of the list is read that way.
 */
function nextAddress(
	this: RequestContext,
	{ body, headers }: Answer,
	{ connection: { layout }, current, start, number }: ReadSoFar,
): NextPage {
	const { paging, cursorParameter, pageParameter, nextKey } = layout;
	if (paging === 'auto' || paging === 'link') {
		const link = nextLink(body, headers.link, nextKey);
		if (link !== undefined && (paging === 'link' || isAddress(link))) {
			return { paging: 'link', url: nextOnHost.call(this, link, current, start) };
		}
	}
	if (paging === 'auto' || paging === 'cursor') {
		const cursor = nextCursor(body, nextKey);
		// The number of the next page is no cursor.
		if (cursor === String(number) && paging === 'auto') {
			return { paging, url: withParameter(start, pageParameter, cursor) };
		}
		if (cursor !== undefined) {
			return { paging: 'cursor', url: withParameter(start, cursorParameter, cursor) };
		}
	}
	const named = paging === 'page' || paging === 'offset' ? 'more' : nextNamed(body, nextKey);
	if (named === 'unreadable') throw unreadableNext.call(this);
	const isNumbered =
		paging === 'page' ||
		paging === 'offset' ||
		(paging === 'auto' && (named === 'more' || (named === 'none' && nextKey === '')));
	if (!isNumbered || saysMore(body) === false) return { paging };
	const next = withParameter(start, pageParameter, String(number));
	// An answer that says each time whether there is more goes on saying so.
	if (paging === 'auto' && named === 'more') return { paging, url: next };
	return { paging: paging === 'offset' ? 'offset' : 'page', url: next };
}

/** Whether a text is the address of a page, and not a cursor. */
function isAddress(text: string): boolean {
	return /^([a-z][a-z0-9+.-]*:|[/?.])/i.test(text);
}

function withParameter(start: URL, name: string, value: string): URL {
	const url = new URL(start);
	url.searchParams.set(name, value);
	return url;
}

/** The token goes to JouwWeb only, whatever an answer links to. */
function nextOnHost(this: RequestContext, link: string, current: URL, start: URL): URL {
	const url = URL.canParse(link, current.href) ? new URL(link, current) : undefined;
	if (url?.origin === start.origin) return url;
	throw inputError(this.getNode(), reason('JOUWWEB_OTHER_HOST', { case: 'nextPage' }));
}

/** A thrown 401 is what makes n8n renew an OAuth2 token. */
const refusalsAsAnswers: Partial<IHttpRequestOptions> = {
	ignoreHttpStatusErrors: { ignore: true, except: [401] },
};

async function ask(
	this: RequestContext,
	{ credentialType }: Connection,
	url: URL,
): Promise<Answer> {
	const answer = await read.call(this, credentialType, {
		url: url.href,
		...refusalsAsAnswers,
	});
	const isData =
		!('unreachable' in answer) &&
		answer.status === 200 &&
		typeof answer.body === 'object' &&
		answer.body !== null;
	if (!isData) throw jouwWebError(this.getNode(), answer, url.pathname);
	return answer;
}

function recordsIn(this: RequestContext, { body }: Answer, listKey: string): IDataObject[] {
	const list = listIn(body, listKey);
	if (list !== undefined && list.every(isRecord)) return list;
	const names = isRecord(body) ? Object.keys(body).slice(0, 10).join(', ') : 'none';
	throw inputError(this.getNode(), reason('JOUWWEB_NO_LIST', { fields: names }));
}

function repeatedPage(this: RequestContext): Error {
	return inputError(this.getNode(), reason('JOUWWEB_PAGE_REPEATED'));
}

function unreadableNext(this: RequestContext): Error {
	return inputError(this.getNode(), reason('JOUWWEB_NEXT_UNREADABLE'));
}

function endlessList(this: RequestContext): Error {
	return inputError(this.getNode(), reason('JOUWWEB_ENDLESS_LIST', { pages: PAGE_CAP }));
}

/** What tells a record apart, whether its ID comes as a number or as text. */
export function idOf(record: IDataObject): string {
	const id = record.id ?? record.orderNumber ?? '';
	const isUsable = typeof id === 'number' || (typeof id === 'string' && id !== '');
	return isUsable ? String(id) : JSON.stringify(record);
}
