import { objects, text, type RawObject } from '../../trade/fields';

/** Where gateways say that a payment was not a real one (PAY-103). */
const MARKERS = [
	...['_mollie_payment_mode', '_ppcp_paypal_payment_mode', '_wc_klarna_environment'],
	...['_buckaroo_order_in_test_mode', '_multisafepay_order_environment', '_wcpay_mode'],
];
const TEST_VALUES = ['test', 'sandbox', 'playground', '1', 'yes', 'true'];

/** The metadata field that marks an order as paid in the gateway's test mode, if there is one. */
export function testModeMarker(raw: RawObject): string | undefined {
	const marked = objects(raw, 'meta_data').find(
		(meta) =>
			MARKERS.includes(text(meta, 'key')) &&
			(meta.value === true || TEST_VALUES.includes(text(meta, 'value').toLowerCase())),
	);
	return marked && text(marked, 'key');
}
