import type { Answer } from '../http';
import type { Order } from '../orderStore';
import { inShop } from './clock';
import { invalidParameter } from './errors';
import { usualSwitches, type WooCommerceSwitches } from './switches';

/** What every shop knows; a plugin adds its own. */
export const coreStatuses: readonly string[] = [
	'any',
	'trash',
	'pending',
	'processing',
	'on-hold',
	'completed',
	'cancelled',
	'refunded',
	'failed',
	'checkout-draft',
];
const hiddenFromAny = new Set(['trash', 'checkout-draft', 'auto-draft']);
const sortable = ['date', 'id', 'include', 'title', 'slug', 'modified'];

const datePattern =
	/^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.\d+)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

class Refusal extends Error {
	constructor(readonly answer: Answer) {
		super('refused');
	}
}
const refuse = (name: string, message: string, code: string): never => {
	throw new Refusal(invalidParameter(name, message, code));
};

/** `name=a,b`, `name[]=a&name[]=b` and `name[0]=a` alike. */
function list(query: URLSearchParams, name: string): string[] {
	return [...query]
		.filter(([key]) => key === name || key.replace(/\[\d*\]$/, '') === name)
		.flatMap(([, value]) => value.split(','))
		.map((value) => value.trim())
		.filter((value) => value !== '');
}

function whole(query: URLSearchParams, name: string, usual: number, most?: number): number {
	const text = query.get(name);
	if (text === null) return usual;
	if (!/^-?\d+$/.test(text)) refuse(name, `${name} is not of type integer.`, 'rest_invalid_type');
	const value = Number(text);
	if (most !== undefined && (value < 1 || value > most)) {
		const range = `${name} must be between 1 (inclusive) and ${most} (inclusive)`;
		refuse(name, range, 'rest_out_of_bounds');
	}
	if (value < 1) refuse(name, `${name} must be greater than or equal to 1`, 'rest_out_of_bounds');
	return value;
}

function choice(query: URLSearchParams, name: string, allowed: string[], usual: string): string {
	const value = query.get(name) ?? usual;
	if (!allowed.includes(value)) {
		refuse(name, `${name} is not one of ${allowed.join(', ')}.`, 'rest_not_in_enum');
	}
	return value;
}

function ids(query: URLSearchParams, name: string): Set<number> {
	return new Set(
		list(query, name).map((text, index) => {
			if (!/^\d+$/.test(text)) {
				refuse(name, `${name}[${index}] is not of type integer.`, 'rest_invalid_type');
			}
			return Number(text);
		}),
	);
}

function wantedStatuses(
	query: URLSearchParams,
	statuses: readonly string[],
): (status: string) => boolean {
	const wanted = list(query, 'status');
	for (const [index, status] of wanted.entries()) {
		if (!statuses.includes(status)) {
			refuse(
				'status',
				`status[${index}] is not one of ${statuses.join(', ')}.`,
				'rest_not_in_enum',
			);
		}
	}
	// `any` wins over whatever stands beside it: `any,trash` is `any`, without the trash.
	const any = wanted.length === 0 || wanted.includes('any');
	return (status) => (any ? !hiddenFromAny.has(status) : wanted.includes(status));
}

/**
 * A date filter. A value with a zone is first moved to the shop's wall clock and loses its zone;
 * `dates_are_gmt` then decides as what the result is read. So `Z` together with `dates_are_gmt=true`
 * is off by the shop's offset: the trap of the real thing.
 */
function moment(query: URLSearchParams, name: string): string | undefined {
	const text = query.get(name);
	if (text === null) return undefined;
	const match = datePattern.exec(text);
	const zone = match?.[3];
	const wall = `${match?.[1]}T${match?.[2]}`;
	const time = Date.parse(wall + (zone ?? 'Z').replace(/^([+-]\d{2})$/, '$1:00'));
	if (!match || Number.isNaN(time)) return refuse(name, 'Invalid date.', 'rest_invalid_date');
	return zone === undefined ? wall : inShop(new Date(time));
}

const isTrue = (text: string | null): boolean =>
	text !== null && !['', '0', 'false', 'no'].includes(text.toLowerCase());

/** The date filters, all exclusive and by whole seconds. */
function dateFilter(query: URLSearchParams): (order: Order) => boolean {
	const suffix = isTrue(query.get('dates_are_gmt')) ? '_gmt' : '';
	const filters = (
		[
			['after', 'date_created', 1],
			['before', 'date_created', -1],
			['modified_after', 'date_modified', 1],
			['modified_before', 'date_modified', -1],
		] as const
	).flatMap(([name, field, direction]) => {
		const bound = moment(query, name);
		return bound === undefined ? [] : [{ bound, field: field + suffix, direction }];
	});
	return (order) =>
		filters.every(({ bound, field, direction }) => {
			// A refund is never changed, so the moment it was made counts.
			const value = String(order[field] ?? order[field.replace('modified', 'created')] ?? '');
			return direction > 0 ? value > bound : value < bound;
		});
}

function sorted(orders: Order[], query: URLSearchParams): Order[] {
	const by = choice(query, 'orderby', sortable, 'date');
	const direction = choice(query, 'order', ['asc', 'desc'], 'desc') === 'asc' ? 1 : -1;
	if (by === 'include') {
		const wanted = [...ids(query, 'include')];
		return orders.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
	}
	const fields: Record<string, string> = {
		date: 'date_created_gmt',
		modified: 'date_modified_gmt',
	};
	const field = fields[by];
	return orders.sort((a, b) => {
		const [x, y] = field ? [String(a[field] ?? ''), String(b[field] ?? '')] : ['', ''];
		return direction * (x < y ? -1 : x > y ? 1 : a.id - b.id);
	});
}

/** Leaves only what `_fields` names; `billing.email` names a part. */
export function selectFields(order: Order, query: URLSearchParams): object {
	const wanted = list(query, '_fields');
	if (wanted.length === 0) return order;
	const kept: Record<string, unknown> = {};
	for (const name of wanted) {
		const [top = '', part] = name.split('.');
		const value = order[top];
		if (value === undefined) continue;
		if (part === undefined || typeof value !== 'object' || value === null) kept[top] = value;
		else {
			kept[top] = { ...(kept[top] as object), [part]: (value as Record<string, unknown>)[part] };
		}
	}
	return kept;
}

function pageLink(url: string, query: URLSearchParams, page: number, rel: string): string {
	const next = new URLSearchParams(
		[...query].filter(([name]) => !/^(oauth_|consumer_)/.test(name) && name !== 'page'),
	);
	next.set('page', String(page));
	return `<${url}?${next}>; rel="${rel}"`;
}

/** How a list may differ from what WooCommerce itself gives. */
export type ListQuirks = Pick<WooCommerceSwitches, 'largestPage' | 'saysTotals'>;

/**
 * A list of records with dates: filters, order and paging; `url` is the address of the list itself.
 * An `offset` wins over the page.
 */
export function listOrders(
	orders: readonly Order[],
	query: URLSearchParams,
	url: string,
	statuses = coreStatuses,
	{ largestPage, saysTotals }: ListQuirks = usualSwitches,
): Answer {
	try {
		const perPage = whole(query, 'per_page', 10, 100);
		const page = whole(query, 'page', 1);
		const fitsStatus = wantedStatuses(query, statuses);
		const fitsDates = dateFilter(query);
		const include = ids(query, 'include');
		const exclude = ids(query, 'exclude');
		const found = sorted(
			orders.filter(
				(order) =>
					fitsStatus(String(order.status)) &&
					fitsDates(order) &&
					(include.size === 0 || include.has(order.id)) &&
					!exclude.has(order.id),
			),
			query,
		);
		const given = Number(query.get('offset') ?? Number.NaN);
		const start = Number.isInteger(given) && given >= 0 ? given : (page - 1) * perPage;
		const rows = found.slice(start, start + Math.min(perPage, largestPage));
		// A page past the end reports totals of 0.
		const total = rows.length > 0 ? found.length : 0;
		const pages = Math.ceil(total / perPage);
		const links = [
			...(page > 1 && total > 0 ? [pageLink(url, query, page - 1, 'prev')] : []),
			...(page < pages ? [pageLink(url, query, page + 1, 'next')] : []),
		];
		return {
			status: 200,
			headers: {
				...(saysTotals && { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(pages) }),
				...(links.length > 0 ? { Link: links.join(', ') } : {}),
			},
			json: rows.map((order) => selectFields(order, query)),
		};
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		throw error;
	}
}
