import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { mapInFlight } from '../shared/inFlight';
import { read } from '../shared/read';
import type { Answer } from '../shared/read';
import { shopError } from './failures';

const ORDERS = '/wp-json/wc/v3/orders';
const PAGES_IN_FLIGHT = 4;
const READINGS = 3;

export interface ListOptions {
	/** Orders per request, 1 to 100. */
	pageSize: number;
	/** At most this many orders; all when left out. */
	limit?: number;
}

/** Reads one order as WooCommerce sends it. */
export async function readOrder(
	this: IExecuteFunctions,
	id: string,
	query: IDataObject = {},
): Promise<IDataObject> {
	const { body } = await ask.call(this, `${ORDERS}/${id}`, query);
	return body as IDataObject;
}

/**
 * Reads orders page by page. The number of pages comes from page 1 only, because a page past the
 * end says 0 (WooCommerce reference 3). When orders move between pages while they are read, one
 * could be passed over: fewer different orders than the shop announced means reading again.
 *
 * @throws NodeApiError when the shop refuses; NodeOperationError when the list never holds still
 */
export async function listOrders(
	this: IExecuteFunctions,
	query: IDataObject,
	options: ListOptions,
): Promise<IDataObject[]> {
	for (let reading = 1; reading <= READINGS; reading++) {
		const { orders, announced } = await readAllPages.call(this, query, options);
		const unique = withoutDoubles(orders);
		if (unique.length >= Math.min(announced, options.limit ?? announced)) {
			return unique.slice(0, options.limit);
		}
	}
	throw new NodeOperationError(
		this.getNode(),
		'The orders of the shop kept changing while they were read',
		{ description: "Run it again, or narrow the period under 'Filters'" },
	);
}

async function readAllPages(
	this: IExecuteFunctions,
	query: IDataObject,
	{ pageSize, limit }: ListOptions,
): Promise<{ orders: IDataObject[]; announced: number }> {
	const perPage = Math.min(pageSize, limit ?? pageSize);
	const readPage = async (page: number): Promise<Answer> =>
		await ask.call(this, ORDERS, { ...query, per_page: perPage, page });

	const first = await readPage(1);
	const orders = ordersOf.call(this, first);
	const announced = Number(first.headers['x-wp-total']);
	const pages = Number(first.headers['x-wp-totalpages']);
	if (!Number.isInteger(announced) || !Number.isInteger(pages)) {
		throw new NodeOperationError(
			this.getNode(),
			'The shop does not say how many orders there are',
			{
				description:
					'Something between this server and the shop removes the headers X-WP-Total and X-WP-TotalPages: let the host pass them on',
			},
		);
	}
	const wanted = Math.min(pages, Math.ceil((limit ?? announced) / perPage));
	const later = Array.from({ length: Math.max(0, wanted - 1) }, (_, index) => index + 2);
	const rest = await mapInFlight(later, PAGES_IN_FLIGHT, readPage);
	for (const answer of rest) orders.push(...ordersOf.call(this, answer));
	return { orders, announced };
}

async function ask(this: IExecuteFunctions, url: string, qs: IDataObject): Promise<Answer> {
	const answer = await read.call(this, 'wooCommerceStoreApi', {
		url,
		qs,
		disableFollowRedirect: true,
	});
	const isData =
		!('unreachable' in answer) && answer.status === 200 && typeof answer.body === 'object';
	if (!isData) throw shopError(this.getNode(), answer);
	return answer;
}

function ordersOf(this: IExecuteFunctions, answer: Answer): IDataObject[] {
	if (!Array.isArray(answer.body)) throw shopError(this.getNode(), { ...answer, body: '' });
	return answer.body as IDataObject[];
}

/** One order per id: the one that was changed last. */
export function withoutDoubles(orders: readonly IDataObject[]): IDataObject[] {
	const byId = new Map<unknown, IDataObject>();
	for (const order of orders) {
		const known = byId.get(order.id);
		if (known === undefined || changedAt(order) > changedAt(known)) byId.set(order.id, order);
	}
	return [...byId.values()];
}

/** Comparable as text: always `yyyy-MM-ddTHH:mm:ss` in GMT. */
function changedAt(order: IDataObject): string {
	return String(order.date_modified_gmt ?? '');
}
