import type { IDataObject } from 'n8n-workflow';

import { at } from '../shared/at';

export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LIST_KEYS = [
	'data',
	'orders',
	'websites',
	'products',
	'items',
	'results',
	'hydra:member',
	'member',
	'data.orders',
	'data.websites',
	'data.products',
	'data.items',
];
const NEXT_LINKS = [
	'links.next.href',
	'links.next',
	'_links.next.href',
	'_links.next',
	'next.href',
	'next',
	'paging.next',
	'pagination.next',
	'hydra:view.hydra:next',
];
const NEXT_CURSORS = [
	'nextCursor',
	'next_cursor',
	'meta.nextCursor',
	'meta.next_cursor',
	'next',
	'paging.next',
	'pagination.next',
];

/**
 * The list in an answer: at the first of the comma-separated keys that has one when `key` is given,
 * else the answer itself or the first list in one of
 * the usual places.
 *
 * @returns undefined when there is no list
 */
export function listIn(body: unknown, key: string): unknown[] | undefined {
	if (key.trim() !== '') {
		const keys = key.split(',').map((one) => one.trim());
		return keys.map((one) => asList(at(body, one))).find((list) => list !== undefined);
	}
	if (Array.isArray(body)) return body as unknown[];
	for (const place of LIST_KEYS) {
		const list = asList(at(body, place));
		if (list !== undefined) return list;
	}
	const embedded = at(body, '_embedded');
	return Object.values(typeof embedded === 'object' && embedded !== null ? embedded : {})
		.map(asList)
		.find((list) => list !== undefined);
}

/**
 * The address of the next page: from the `Link` header (RFC 8288) or from the answer itself, at
 * `key` when given.
 */
export function nextLink(
	body: unknown,
	linkHeader: string | undefined,
	key: string,
): string | undefined {
	const fromHeader = /<([^>]+)>[^,]*;\s*rel="?next"?/i.exec(linkHeader ?? '')?.[1];
	return fromHeader ?? firstText(body, key === '' ? NEXT_LINKS : [`${key}.href`, key]);
}

/** The cursor of the next page, at `key` when given; a number as text. */
export function nextCursor(body: unknown, key: string): string | undefined {
	return placesOf(body, key === '' ? NEXT_CURSORS : [key])
		.filter((value) => typeof value === 'string' || typeof value === 'number')
		.map(String)[0];
}

/** What an answer makes of the page after it. */
export type NextNamed = 'none' | 'end' | 'more' | 'unreadable';

/**
 * What an answer says of a next page that is neither an address nor a cursor: `none` when it has no
 * room for one, `end` when the room is empty, `more` when it only says that there is one.
 */
export function nextNamed(body: unknown, key: string): NextNamed {
	const values = placesOf(body, key === '' ? [...NEXT_LINKS, ...NEXT_CURSORS] : [key]);
	if (values.length > 0) return values.includes(true) ? 'more' : 'unreadable';
	return hasRoomForNext(body) ? 'end' : 'none';
}

function hasRoomForNext(body: unknown): boolean {
	if (!isRecord(body)) return false;
	const links = body.links ?? body._links ?? body.paging ?? body.pagination;
	const namesNext = isRecord(links) && 'next' in links;
	return namesNext || ['next', 'nextCursor', 'next_cursor'].some((name) => name in body);
}

/** Whether the answer itself says that there are more pages; undefined when it says nothing. */
export function saysMore(body: unknown): boolean | undefined {
	const current = Number(at(body, 'meta.current_page') ?? at(body, 'meta.currentPage'));
	const last = Number(at(body, 'meta.last_page') ?? at(body, 'meta.lastPage'));
	return Number.isInteger(current) && Number.isInteger(last) ? current < last : undefined;
}

function asList(value: unknown): unknown[] | undefined {
	return Array.isArray(value) ? (value as unknown[]) : undefined;
}

function firstText(body: unknown, places: readonly string[]): string | undefined {
	return placesOf(body, places).find((value): value is string => typeof value === 'string');
}

/** What stands at these places, without what says that nothing follows. */
function placesOf(body: unknown, places: readonly string[]): unknown[] {
	if (Array.isArray(body)) return [];
	return places.map((place) => at(body, place)).filter((value) => !saysNothing(value));
}

const saysNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	value === false ||
	(typeof value === 'number' && value <= 0);
