import { because } from '../build/because';
import type { Kind } from '../build/flow';
import { codeName } from '../build/note';
import type { Parameters } from '../build/json';
import { jouwWeb, wooCommerce } from './basics';

/** Moments, as expressions or ISO text. */
interface Period {
	changedAfter?: string;
	createdAfter?: string;
	createdBefore?: string;
}

/** Whether lines get the categories of their products, an expression. */
type Categories = string | undefined;

/** What a shop that can do so tells at once. */
export const realtimeEvents = ['created', 'updated', 'restored', 'refunded'] as const;

/** The webhooks of the shop that this takes: it tells of a refund as a change of the order. */
export const realtimeTopics = realtimeEvents
	.filter((event) => event !== 'refunded')
	.map((event) => `order.${event}`)
	.join(', ');

/** A shop system, as the flows that come once per shop see it. */
export interface Shop {
	/** As people know it, and as it stands in the names of templates. */
	name: 'WooCommerce' | 'JouwWeb';
	/** The name that a shop of this kind gets when nobody chooses another. */
	usualName: string;
	/** What to choose in its nodes besides the credential. */
	alsoToChoose: '' | ' and the website';
	/** Whether it tells of refunds: what JouwWeb takes back is credited by hand. */
	tellsRefunds: boolean;
	/** Whether it can say in which categories a product is. */
	tellsCategories: boolean;
	/** Every order of a period, as the shop gives it. */
	getOrders(period: Period, categories?: Categories): Kind;
	/** Every order that was placed in a period: what it is and when it changed, and nothing else. */
	listOrders(period: Pick<Period, 'createdAfter' | 'createdBefore'>): Kind;
	/** One order, as the shop gives it. */
	getOrder(id: string, categories?: Categories): Kind;
	/** The invoice that the shop itself makes of an order, where it can be fetched. */
	getInvoice?(id: string, address: string): Kind;
	/** Several orders by few calls, where the shop can. */
	getOrdersById?(id: string, categories?: Categories): Kind;
	/** The field of an order that holds when it was placed. */
	placedAt: string;
	/** The moments of the last change of some orders, as an expression that gives a sorted list. */
	changes(orders: string): string;
	/** The code of the answer that an order is not there. */
	goneCode: string;
}

export const wooCommerceShop: Shop = {
	name: 'WooCommerce',
	usualName: 'woocommerce',
	alsoToChoose: '',
	tellsRefunds: true,
	tellsCategories: true,
	getOrders: ({ changedAfter, createdAfter, createdBefore }, categories) =>
		wooCommerce({
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
			...withCategories(categories),
			filters: given({ modifiedAfter: changedAfter, createdAfter, createdBefore }),
			options: {},
		}),
	listOrders: (period) =>
		wooCommerce({
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			filters: given({ ...period }),
			options: {},
		}),
	getOrder: (orderId, categories) =>
		wooCommerce({
			...{ resource: 'order', operation: 'get', orderId, simplify: false },
			...withCategories(categories),
		}),
	getInvoice: (orderId, invoiceAddress) =>
		wooCommerce({ resource: 'order', operation: 'downloadInvoice', orderId, invoiceAddress }),
	getOrdersById: (id, categories) =>
		wooCommerce({
			resource: 'order',
			operation: 'getBatch',
			orderId: { __rl: true, mode: 'id', value: id },
			simplify: false,
			...withCategories(categories),
		}),
	placedAt: 'date_created_gmt',
	changes: (orders) =>
		`={{ ${orders}.map((item) => item.json.date_modified_gmt).filter(Boolean).sort().map((moment) => moment + 'Z') }}`,
	goneCode: 'woocommerce_rest_shop_order_invalid_id',
};

const website = { __rl: true, mode: 'list', value: '' };

export const jouwWebShop: Shop = {
	name: 'JouwWeb',
	usualName: 'jouwweb',
	alsoToChoose: ' and the website',
	tellsRefunds: false,
	tellsCategories: false,
	getOrders: ({ changedAfter, createdAfter, createdBefore }) =>
		jouwWeb({
			resource: 'order',
			operation: 'getMany',
			website,
			returnAll: true,
			simplify: false,
			filters: given({ updatedAfter: changedAfter, createdAfter, createdBefore }),
		}),
	listOrders: (period) =>
		jouwWeb({
			resource: 'order',
			operation: 'getMany',
			website,
			returnAll: true,
			simplify: true,
			filters: given({ ...period }),
		}),
	getOrder: (orderId) =>
		jouwWeb({ resource: 'order', operation: 'get', website, orderId, simplify: false }),
	placedAt: 'createdAt',
	changes: (orders) =>
		because(
			'an order that was never changed has only the moment it was made; each in its own zone',
			`={{ ${orders}.map((item) => item.json.updatedAt ?? item.json.createdAt).filter(Boolean).map((moment) => DateTime.fromISO(moment).toUTC().toISO()).sort() }}`,
		),
	goneCode: codeName('JOUWWEB_NOT_FOUND'),
};

const withCategories = (categories: Categories): Parameters =>
	categories === undefined ? {} : { productCategories: categories };

const given = (filters: Record<string, string | undefined>): Parameters =>
	Object.fromEntries(
		Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
