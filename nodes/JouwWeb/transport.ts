import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { read } from '../shared/read';
import type { Answer, RequestContext } from '../shared/read';
import type { ApiLayout, PagingStyle } from './apiLayout';
import { listIn, nextCursor, nextLink, saysMore } from './answerShape';
import { jouwWebError, layoutError } from './failures';

const PAGE_CAP = 1_000;

/** Which credential to use, and how its API is laid out. */
export interface Connection {
	credentialType: string;
	layout: ApiLayout;
}

export interface List {
	path: string;
	query?: IDataObject;
	/**
	 * Whether a page that only repeats means the end. For short lists that an API may well send in
	 * one piece; for orders it could hide that most of them are missing.
	 */
	repeatIsEnd?: boolean;
}

/** The two ways to log in, by the value of the "Authentication" parameter. */
export function credentialTypeOf(authentication: string): string {
	return authentication === 'oAuth2' ? 'jouwWebOAuth2Api' : 'jouwWebTokenApi';
}

/** Fills `{websiteId}` and the like in a path. */
export function pathTo(template: string, ids: Record<string, string>): string {
	return Object.entries(ids).reduce(
		(path, [name, id]) => path.replaceAll(`{${name}}`, encodeURIComponent(id)),
		`/${template.replace(/^\/+/, '')}`,
	);
}

/** Reads one record; an API that wraps it in `data` is unwrapped. */
export async function readRecord(
	this: IExecuteFunctions,
	connection: Connection,
	path: string,
): Promise<IDataObject> {
	const { body } = await ask.call(this, connection, await addressOf.call(this, connection, path));
	const record = body as IDataObject;
	const isWrapped = Object.keys(record).length === 1 && isRecord(record.data);
	return isWrapped ? (record.data as IDataObject) : record;
}

/**
 * Reads a list to its end and hands over every page as it comes; the receiver says when it has
 * enough. A record that comes twice is handed over once.
 *
 * @throws NodeApiError when JouwWeb refuses; NodeOperationError when the answers hold no list, when
 * a page repeats what was read before, or when there is no end after 1,000 pages: part of a list is
 * never passed off as the whole
 */
export async function readList(
	this: RequestContext,
	connection: Connection,
	{ path, query = {}, repeatIsEnd = false }: List,
	receive: (records: IDataObject[]) => boolean,
): Promise<void> {
	const { layout } = connection;
	const seen = new Set<unknown>();
	const pageStarts = new Set<unknown>();
	const start = await addressOf.call(this, connection, path);
	for (const [name, value] of Object.entries(query)) start.searchParams.set(name, String(value));
	if (layout.pageSizeParameter !== '' && layout.paging !== 'none') {
		start.searchParams.set(layout.pageSizeParameter, String(layout.pageSize));
	}

	let url: URL | undefined = start;
	let paging = layout.paging;
	for (let page = 1; url !== undefined; page++) {
		if (page > PAGE_CAP) throw endlessList.call(this);
		const answer: Answer = await ask.call(this, connection, url);
		const records = recordsIn.call(this, answer, layout.listKey);
		const fresh = records.filter((record) => !seen.has(idOf(record)));
		// A page may hold only what a new order pushed down; one that starts like another repeats it.
		if (records.length > 0 && fresh.length === 0 && pageStarts.has(idOf(records[0]!))) {
			if (repeatIsEnd) return;
			throw repeatedPage.call(this);
		}
		if (records.length > 0) pageStarts.add(idOf(records[0]!));
		for (const record of fresh) seen.add(idOf(record));
		if (receive(fresh)) return;
		const next: NextPage = nextAddress.call(this, answer, url, start, page + 1, {
			...layout,
			paging,
		});
		paging = next.paging;
		// An empty page ends a numbered list; with a link or a cursor, that decides.
		url = records.length === 0 && paging === 'page' ? undefined : next.url;
	}
}

interface NextPage {
	paging: PagingStyle;
	url?: URL;
}

/**
 * Where the next page is; no `url` when this one was the last. Once an answer has shown how the
 * list goes on, the rest of the list is read that way.
 */
function nextAddress(
	this: RequestContext,
	{ body, headers }: Answer,
	current: URL,
	start: URL,
	nextPage: number,
	{ paging, cursorParameter, pageParameter }: ApiLayout,
): NextPage {
	if (paging === 'auto' || paging === 'link') {
		const link = nextLink(body, headers.link);
		if (link !== undefined) {
			return { paging: 'link', url: sameHost.call(this, new URL(link, current), start) };
		}
	}
	if (paging === 'auto' || paging === 'cursor') {
		const cursor = nextCursor(body);
		if (cursor !== undefined) {
			return { paging: 'cursor', url: withParameter(start, cursorParameter, cursor) };
		}
	}
	const isNumbered = paging === 'page' || (paging === 'auto' && !endedByLinks(body));
	if (!isNumbered || saysMore(body) === false) return { paging };
	return { paging: 'page', url: withParameter(start, pageParameter, String(nextPage)) };
}

/** An answer with room for links or a cursor, and nothing in it, says that it was the last. */
function endedByLinks(body: unknown): boolean {
	if (!isRecord(body)) return false;
	const links = body.links ?? body._links;
	const namesNext = isRecord(links) && 'next' in links;
	return namesNext || 'next' in body || 'nextCursor' in body || 'next_cursor' in body;
}

function withParameter(start: URL, name: string, value: string): URL {
	const url = new URL(start);
	url.searchParams.set(name, value);
	return url;
}

/** The token goes to JouwWeb only, whatever an answer links to. */
function sameHost(this: RequestContext, url: URL, start: URL): URL {
	if (url.origin === start.origin) return url;
	throw layoutError(
		this.getNode(),
		'JOUWWEB_OTHER_HOST',
		'The next page of the list is at another address than the credential names',
		"Check 'Base URL' in the credential, or choose another 'Paging' under 'API Layout'",
	);
}

async function addressOf(
	this: RequestContext,
	{ credentialType }: Connection,
	path: string,
): Promise<URL> {
	const { baseUrl } = await this.getCredentials<{ baseUrl?: string }>(credentialType);
	const base = (baseUrl ?? '').trim().replace(/\/+$/, '');
	if (/^https?:\/\//i.test(base) && URL.canParse(base + path)) return new URL(base + path);
	throw layoutError(
		this.getNode(),
		'JOUWWEB_BASE_URL',
		"The 'Base URL' of the JouwWeb credential is not a web address",
		"Enter the address of the API as JouwWeb gave it, starting with 'https://'",
	);
}

async function ask(
	this: RequestContext,
	{ credentialType }: Connection,
	url: URL,
): Promise<Answer> {
	const answer = await read.call(this, credentialType, {
		url: url.href,
		// A thrown 401 is what makes n8n renew an OAuth2 token.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		sendCredentialsOnCrossOriginRedirect: false,
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
	throw layoutError(
		this.getNode(),
		'JOUWWEB_NO_LIST',
		`There is no list in the answer of JouwWeb (its fields: ${names})`,
		"Name the field that holds the list as 'List Key' under 'API Layout'",
	);
}

function repeatedPage(this: RequestContext): Error {
	return layoutError(
		this.getNode(),
		'JOUWWEB_PAGE_REPEATED',
		'JouwWeb sent the same records again when asked for the next page',
		"Choose how lists go on as 'Paging' under 'API Layout': 'None' if one answer holds everything, else the right 'Page Parameter' or 'Cursor Parameter'",
	);
}

function endlessList(this: RequestContext): Error {
	return layoutError(
		this.getNode(),
		'JOUWWEB_ENDLESS_LIST',
		`The list of JouwWeb has no end after ${PAGE_CAP} pages`,
		"Set 'Created After', or a larger 'Page Size' under 'API Layout'",
	);
}

function idOf(record: IDataObject): unknown {
	return record.id ?? record.orderNumber ?? JSON.stringify(record);
}

function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
