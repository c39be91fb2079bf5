import { at } from '../shared/at';

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
	'links.next',
	'_links.next.href',
	'_links.next',
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
	return fromHeader ?? firstText(body, key === '' ? NEXT_LINKS : [key]);
}

/** The cursor of the next page, at `key` when given. */
export function nextCursor(body: unknown, key: string): string | undefined {
	return firstText(body, key === '' ? NEXT_CURSORS : [key]);
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
	if (Array.isArray(body)) return undefined;
	return places
		.map((place) => at(body, place))
		.find((value): value is string => typeof value === 'string' && value !== '');
}
