import { readPayoutOrder } from '../../../../bookkeeping/payments/payouts/payoutOrders';
import { jouwWebOrder, wooCommerceOrder } from '../../support';
import { paymentSettings } from '../support';

type Json = Record<string, unknown>;

describe('the orders that lines are matched with', () => {
	const settings = paymentSettings();
	const raw: Json = {
		id: 29,
		number: '1029',
		currency: 'EUR',
		total: '12.95',
		date_paid_gmt: '2026-11-21T23:30:00',
		date_created_gmt: '2026-11-20T12:00:00',
		payment_method: 'MOLLIE_WC_GATEWAY_IDEAL',
		transaction_id: 'tr_1',
		meta_data: [
			{ key: '_mollie_order_id', value: 'ord_1' },
			{ key: 'other', value: 'no' },
		],
		payments: [{ id: 'tr_2' }, { id: 'tr_1' }],
	};
	const read = (changes: Json = {}, shop = 'woocommerce', with_ = settings) =>
		readPayoutOrder({ ...raw, ...changes }, shop, with_);
	const expected = {
		orderKey: 'test-client/woocommerce/29',
		orderId: '29',
		orderNumber: '1029',
		invoiceNumber: '1029',
		salesEntryId: '',
		total: 1295,
		date: '2026-11-22',
		paymentIds: ['tr_1', 'ord_1', 'tr_2'],
		clearingAccountId: 'clearing mollie',
		refunds: [],
	};

	test('a raw order', () => expect(read()).toEqual(expected));

	test.each<[string, Json, Json]>([
		[
			'a row of the order table',
			{ id: 7, orderKey: 'key', orderId: '29', salesEntryId: 'entry' },
			{ ...expected, orderKey: 'key', salesEntryId: 'entry' },
		],
		[
			'a row without the id of the order',
			{ id: 7, orderKey: 'key' },
			{ ...expected, orderKey: 'key', orderId: '' },
		],
		[
			'a number of SnelStart',
			{ snelStartNumber: 'W1029' },
			{ ...expected, invoiceNumber: 'W1029' },
		],
		[
			'a number of its own goes first',
			{ invoiceNumber: 'F1', snelStartNumber: 'W1029' },
			{ ...expected, invoiceNumber: 'F1' },
		],
		[
			'an undone order, before it is booked again',
			{ version: 2, snelStartNumber: '' },
			{ ...expected, invoiceNumber: '1029-2' },
		],
		['the version of the shop', { version: '9.3.3' }, expected],
		[
			'an undone order without a number',
			{ version: 2, number: '' },
			{ ...expected, orderNumber: '', invoiceNumber: '' },
		],
		['no number', { number: '' }, { ...expected, orderNumber: '', invoiceNumber: '' }],
		['the number by its other name', { number: 'x', orderNumber: '1029' }, expected],
		['the total by its other name', { total: undefined, totalPrice: 12.95 }, expected],
		['no currency', { currency: '' }, expected],
		['another currency', { currency: 'USD' }, { ...expected, total: undefined, isForeign: true }],
		['no total', { total: 'x' }, { ...expected, total: undefined }],
		['not paid yet', { date_paid_gmt: null }, { ...expected, date: '2026-11-20' }],
		...['paidOn', 'date', 'createdAt', 'date_created', 'bookedAt'].map(
			(field): [string, Json, Json] => [
				field,
				{ date_paid_gmt: null, date_created_gmt: null, [field]: '2026-11-23T00:30:00' },
				{ ...expected, date: '2026-11-23' },
			],
		),
		['no date', { date_paid_gmt: null, date_created_gmt: null }, { ...expected, date: '' }],
		['no method', { payment_method: '' }, { ...expected, clearingAccountId: undefined }],
		[
			'the title of a method',
			{ payment_method: 'x', payment_method_title: 'Mollie_wc_gateway_ideal' },
			expected,
		],
		[
			'the method by its other name',
			{ payment_method: '', paymentMethod: 'mollie_wc_gateway_ideal' },
			expected,
		],
		['a method without account', { payment_method: 'cod' }, { ...expected, clearingAccountId: '' }],
		[
			'ids in a list',
			{ paymentIds: ['a', '', 5, null, undefined] },
			{ ...expected, paymentIds: ['a', '5', 'tr_1', 'ord_1', 'tr_2'] },
		],
		['one id', { paymentIds: 'a' }, { ...expected, paymentIds: ['a', 'tr_1', 'ord_1', 'tr_2'] }],
		[
			'an id by other names',
			{ paymentId: 'b', transactionId: 'c' },
			{ ...expected, paymentIds: ['b', 'c', 'tr_1', 'ord_1', 'tr_2'] },
		],
	])('%s', (_, changes, result) => {
		expect(read(changes)).toEqual(result);
	});

	test.each([
		...['_mollie_payment_id', '_mollie_order_id', '_stripe_intent_id', '_stripe_charge_id'],
		...['_charge_id', '_intent_id', '_wcpay_payment_transaction_id', '_ppcp_paypal_order_id'],
		...['_wc_klarna_order_id', '_wc_klarna_capture_id', '_payment_method_transaction'],
		'transactionId',
	])('a payment id in %s', (key) => {
		const bare = { id: 1, meta_data: [{ key, value: 'x' }] };
		expect(readPayoutOrder(bare, 'woocommerce', settings)!.paymentIds).toEqual(['x']);
	});

	test('a row with the raw order beside it: the row goes first', () => {
		const row = { id: 7, orderKey: 'key', total: 12.9, order: raw };
		expect(readPayoutOrder(row, '', settings)).toMatchObject({
			...{ orderKey: 'key', orderId: '29', total: 1290, orderNumber: '1029' },
			...{ date: '2026-11-22', paymentIds: expected.paymentIds },
		});
	});

	test('the prefix of the shop; none where numbers come from a field', () => {
		const [shop, ...others] = settings.shops;
		const prefixed = { ...settings, shops: [{ ...shop!, invoiceNumberPrefix: 'W' }, ...others] };
		expect(read({}, 'woocommerce', prefixed)!.invoiceNumber).toBe('W1029');
		const ofField = { ...shop!, invoiceNumberPrefix: 'W', invoiceNumberField: '_invoice' };
		expect(read({}, 'woocommerce', { ...settings, shops: [ofField] })!.invoiceNumber).toBe('');
		expect(read({}, 'unknown')).toMatchObject({
			orderKey: 'test-client/unknown/29',
			invoiceNumber: '1029',
			date: '2026-11-22',
		});
	});

	test.each([[null], ['x'], [[]], [{}], [{ number: '1029' }]])('%j is not an order', (item) => {
		expect(readPayoutOrder(item, 'woocommerce', settings)).toBeUndefined();
	});
});

describe('the orders that lines are matched with', () => {
	const settings = paymentSettings();
	test('a raw WooCommerce order', () => {
		const raw = wooCommerceOrder('rest_simple_nl', {
			meta_data: [{ key: '_mollie_order_id', value: 'ord_1' }],
		});
		expect(readPayoutOrder(raw, 'woocommerce', settings)).toMatchObject({
			orderKey: `test-client/woocommerce/${String(raw.id)}`,
			orderNumber: '29',
			invoiceNumber: '29',
			total: 1295,
			date: '2026-11-22',
			paymentIds: ['tr_7UhSN1zuXS', 'ord_1'],
			clearingAccountId: 'clearing mollie',
		});
	});

	test('a raw JouwWeb order whose method has no clearing account', () => {
		expect(readPayoutOrder(jouwWebOrder(440011), 'jouwweb', settings)).toMatchObject({
			orderNumber: '2026011',
			total: 3725,
			date: '2026-10-11',
			clearingAccountId: '',
		});
	});

	test('a row of the order table, alone or with the raw order beside it', () => {
		const row = {
			id: 7,
			orderKey: 'test-client/woocommerce/29',
			orderId: '29',
			orderNumber: '29',
			total: 12.95,
			snelStartNumber: 'W29',
			salesEntryId: 'entry',
		};
		const read = {
			orderKey: row.orderKey,
			orderId: '29',
			invoiceNumber: 'W29',
			salesEntryId: 'entry',
			total: 1295,
		};
		expect(readPayoutOrder(row, '', settings)).toMatchObject({ ...read, paymentIds: [] });
		const beside = { ...row, order: wooCommerceOrder('rest_simple_nl') };
		expect(readPayoutOrder(beside, '', settings)).toMatchObject({
			...read,
			paymentIds: ['tr_7UhSN1zuXS'],
		});
	});

	test('a row holds the payment ids as one text, its day, and the currency in its fingerprint', () => {
		const row = {
			orderKey: 'test-client/woocommerce/29',
			orderDate: '2026-11-22',
			createdAt: '2026-11-25T08:00:00.000Z',
			paymentIds: 'tr_1 ord_1',
			state: 'booked',
			total: 12.95,
		};
		const read = (changes: object) => readPayoutOrder({ ...row, ...changes }, '', settings);
		expect(read({ fingerprint: 'EUR 12.95 | 21% 10.70+2.25' })).toMatchObject({
			date: '2026-11-22',
			paymentIds: ['tr_1', 'ord_1'],
			total: 1295,
		});
		expect(read({ fingerprint: 'USD 10.70' })?.total).toBeUndefined();
		// Of an order that could not be read nobody knows the currency.
		expect(read({ fingerprint: '', state: 'needsAttention' })?.total).toBeUndefined();
		expect(read({ fingerprint: '' })?.total).toBe(1295);
	});

	test.each([[null], ['x'], [{}], [{ total: 5 }]])('%j is not an order', (item) => {
		expect(readPayoutOrder(item, 'woocommerce', settings)).toBeUndefined();
	});

	test('the amount of an order in another currency is not compared', () => {
		const raw = wooCommerceOrder('rest_currency_usd');
		expect(readPayoutOrder(raw, 'woocommerce', settings)?.total).toBeUndefined();
	});
});
