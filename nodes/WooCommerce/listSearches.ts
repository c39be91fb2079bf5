import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { orders } from './order/order';
import { refundsOf } from './refund/refund';
import { listAll, readList, type Place } from './transport';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

const SHOWN = 50;

/** A list of the editor: the newest records that match, fifty at most; typing narrows it down. */
function search(
	placeOf: (this: ILoadOptionsFunctions) => Place | undefined,
	fields: string,
	nameOf: (row: IDataObject) => string,
	searchable = true,
): Search {
	return async function (filter) {
		const place = placeOf.call(this);
		if (place === undefined) return { results: [] };
		const query = {
			_fields: `id,${fields}`,
			...(filter && searchable && { search: filter }),
		};
		const rows = await listAll.call(this, place, query, { limit: SHOWN, pageSize: SHOWN });
		const wanted = (filter ?? '').toLowerCase();
		return {
			results: rows
				.map((row) => ({ name: nameOf(row), value: String(row.id) }))
				.filter(({ name }) => searchable || name.toLowerCase().includes(wanted)),
		};
	};
}

/** The ID in another parameter of the node, as far as it is chosen. */
function parameterId(this: ILoadOptionsFunctions, name: string): string | undefined {
	const chosen = this.getCurrentNodeParameter(name, { extractValue: true });
	const id = String(chosen ?? '').trim();
	return /^[1-9]\d*$/.test(id) ? id : undefined;
}

const text = (value: unknown): string => String(value ?? '');

const at = (path: string): Place => ({ path, what: 'record' });

const named = ({ name, sku }: IDataObject): string =>
	text(sku) === '' ? text(name) : `${text(name)} (${text(sku)})`;

/** Search methods by the names that resource locators use. */
export const listSearch: Record<string, Search> = {
	searchOrders: search(
		() => orders,
		'number,status,total,currency',
		({ number, status, total, currency }) =>
			`#${text(number)} · ${text(status)} · ${text(total)} ${text(currency)}`,
	),
	searchRefunds: search(
		function () {
			const orderId = parameterId.call(this, 'orderId');
			return orderId === undefined ? undefined : refundsOf(orderId);
		},
		'amount,date_created',
		({ amount, date_created }) => `${text(amount)} · ${text(date_created).slice(0, 10)}`,
		false,
	),
	searchProducts: search(() => at('/products'), 'name,sku', named),
	searchVariations: search(
		function () {
			const productId = parameterId.call(this, 'productId');
			return productId === undefined ? undefined : at(`/products/${productId}/variations`);
		},
		'name,sku',
		named,
	),
	searchCustomers: search(
		() => at('/customers'),
		'first_name,last_name,email',
		({ first_name, last_name, email }) => `${text(first_name)} ${text(last_name)} (${text(email)})`,
	),
	searchCoupons: search(
		() => at('/coupons'),
		'code',
		({ code }) => text(code),
	),
	searchTaxRates: search(
		() => at('/taxes'),
		'country,rate,name',
		({ country, rate, name }) => `${text(country)} ${Number(rate)}% · ${text(name)}`,
		false,
	),
	searchWebhooks: search(
		() => at('/webhooks'),
		'topic,status,delivery_url',
		({ topic, status, delivery_url }) => `${text(topic)} · ${text(status)} · ${text(delivery_url)}`,
	),
	async searchShippingZones(filter) {
		const zones = await readList.call(this, at('/shipping/zones'));
		const wanted = (filter ?? '').toLowerCase();
		return {
			results: zones
				.map(({ id, name }) => ({ name: text(name), value: String(id) }))
				.filter(({ name }) => name.toLowerCase().includes(wanted)),
		};
	},
};
