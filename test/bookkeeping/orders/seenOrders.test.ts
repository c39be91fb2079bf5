import { seenOrders } from '../../../bookkeeping/orders/seenOrders';
import { jouwWebOrder, wooCommerceOrder } from '../support';

const rules = { country: 'NL', zone: 'Europe/Amsterdam', paidStatuses: ['paid'] };
const seen = (...names: string[]) =>
	seenOrders(
		'wooCommerce',
		names.map((name) => wooCommerceOrder(name)),
		rules,
	);

test('an empty shop shows nothing', () => {
	expect(seenOrders('wooCommerce', [], rules)).toMatchObject({ read: 0, from: '', rates: [] });
});

test('each country and rate, and whose VAT the shop says it is', () => {
	const { read, rates } = seen('rest_simple_nl', 'rest_simple_nl', 'rest_oss_de_consumer');
	expect(read).toBe(3);
	expect(rates).toEqual([
		{ country: 'DE', percentage: 19, orders: 1, ownVat: 1 },
		{ country: 'DE', percentage: 7, orders: 1, ownVat: 1 },
		{ country: 'NL', percentage: 21, orders: 2, ownVat: 2 },
	]);
});

test('businesses abroad, the rest of the world, refunds and gift cards', () => {
	expect(
		seen('rest_icp_de_vat_exempt', 'rest_export_us', 'rest_giftcard_sale', 'after_partial_refund'),
	).toMatchObject({ icp: 1, outsideEu: 1, refunds: 1 });
	expect(seen('rest_mixed_coupon_ship_fee')).toMatchObject({ discounts: 1, fees: 1 });
	expect(seen('rest_currency_usd').currencies).toEqual([{ name: 'USD', orders: 1 }]);
});

test('what cannot be read is counted, and its status with it', () => {
	const broken = wooCommerceOrder('rest_simple_nl', { total: 'free' });
	const { read, unread, statuses } = seenOrders('wooCommerce', [broken, 'text'], rules);
	expect({ read, unread }).toEqual({ read: 0, unread: 2 });
	expect(statuses).toEqual([{ name: broken.status, orders: 1 }]);
});

test('a VAT number in a field of a plugin is seen', () => {
	const order = wooCommerceOrder('rest_icp_de_vat_exempt');
	const meta_data = [{ id: 1, key: 'my_plugin_btw', value: 'DE811907980' }];
	const billing = { ...(order.billing as object), vat_number: '', vat_id: '' };
	const { vatNumberFields } = seenOrders('wooCommerce', [{ ...order, meta_data, billing }], rules);
	expect(vatNumberFields).toEqual([{ name: 'my_plugin_btw', orders: 1 }]);
});

test('orders of JouwWeb are read by their own names', () => {
	const { read, statuses, paymentMethods } = seenOrders('jouwWeb', [jouwWebOrder(440001)], rules);
	expect(read).toBe(1);
	expect(statuses).toHaveLength(1);
	expect(paymentMethods).toHaveLength(1);
});
