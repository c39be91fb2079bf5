import { testModeMarker } from '../../../../bookkeeping/shops/wooCommerce/testMode';

const meta = (key: string, value: unknown) => ({ key, value });

describe('payments in test mode (PAY-103)', () => {
	const markers = [
		...['_mollie_payment_mode', '_ppcp_paypal_payment_mode', '_wc_klarna_environment'],
		...['_buckaroo_order_in_test_mode', '_multisafepay_order_environment', '_wcpay_mode'],
	];
	const values = ['test', 'Sandbox', 'playground', '1', 1, 'yes', 'TRUE', true];

	test.each(markers)('%s', (key) => {
		for (const value of values) {
			expect(testModeMarker({ meta_data: [meta('a', 'b'), meta(key, value)] })).toBe(key);
		}
		for (const value of ['live', 'no', '0', false, null, '']) {
			expect(testModeMarker({ meta_data: [meta(key, value)] })).toBeUndefined();
		}
	});

	test('other fields may say anything', () => {
		expect(testModeMarker({ meta_data: [meta('_my_mode', 'test')] })).toBeUndefined();
		expect(testModeMarker({})).toBeUndefined();
	});
});
