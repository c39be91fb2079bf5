import { because } from '../build/because';
import type { Kind } from '../build/flow';
import { codeName } from '../build/note';
import type { Parameters } from '../build/json';
import { jouwWeb, wooCommerce } from './basics';
import type { Joined } from './settings';

/** Moments, as expressions or ISO text. */
interface Period {
	changedAfter?: string;
	createdAfter?: string;
	createdBefore?: string;
}

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
	/** Whether it can say what else is known of products and customers. */
	tellsMore: boolean;
	/** Every order of a period, as the shop gives it. */
	getOrders(period: Period, joined?: Joined): Kind;
	/** Every order that was placed in a period: what it is and when it changed, and nothing else. */
	listOrders(period: Pick<Period, 'createdAfter' | 'createdBefore'>): Kind;
	/** One order, as the shop gives it. */
	getOrder(id: string, joined?: Joined): Kind;
	/** The invoice that the shop itself makes of an order, where it can be fetched. */
	getInvoice?(id: string, address: string): Kind;
	/** Several orders by few calls, where the shop can. */
	getOrdersById?(id: string, joined?: Joined): Kind;
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
	tellsMore: true,
	getOrders: ({ changedAfter, createdAfter, createdBefore }, joined) =>
		wooCommerce({
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
			...joined,
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
	getOrder: (orderId, joined) =>
		wooCommerce({
			...{ resource: 'order', operation: 'get', orderId, simplify: false },
			...joined,
		}),
	getInvoice: (orderId, invoiceAddress) =>
		wooCommerce({ resource: 'order', operation: 'downloadInvoice', orderId, invoiceAddress }),
	getOrdersById: (id, joined) =>
		wooCommerce({
			resource: 'order',
			operation: 'getBatch',
			orderId: { __rl: true, mode: 'id', value: id },
			simplify: false,
			...joined,
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
	tellsMore: false,
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

const given = (filters: Record<string, string | undefined>): Parameters =>
	Object.fromEntries(
		Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
