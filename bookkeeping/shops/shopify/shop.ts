import { objects, text } from '../../trade/fields';
import type { Shop } from '../shop';
import { dateOf, paymentMethodOf, readOrder } from './order';
import { listedRefund, readRefund } from './refund';

const PAID = ['paid', 'partially_refunded', 'refunded'];

/** Shopify, as its Admin REST API gives orders (`orders.json`). */
export const shopify: Shop = {
	name: 'Shopify',
	statuses: { book: PAID, skip: ['voided'] },
	itemWithoutSku: 'deleted',
	identity: (raw) => ({
		number: text(raw, 'order_number'),
		status: text(raw, 'financial_status'),
	}),
	stated: (raw) => ({ total: raw.total_price, currency: text(raw, 'currency') }),
	order: readOrder,
	paymentMethod: paymentMethodOf,
	orderedOn: dateOf,
	payment: (raw, rules) => ({
		id: '',
		state: PAID.includes(text(raw, 'financial_status')) ? 'paid' : 'open',
		date: dateOf(raw, rules),
		fee: { unknownBecause: 'the order does not state it' },
	}),
	paymentIds: (raw) => objects(raw, 'transactions').map((one) => text(one, 'authorization')),
	testMarker: (raw) => (raw.test === true ? 'test' : undefined),
	refunds: {
		listed: (order, rules) => objects(order, 'refunds').map((one) => listedRefund(one, rules)),
		read: readRefund,
	},
};
