import { objects, text, type RawObject } from '../trade/fields';
import { cleanText } from '../trade/text';

/** Where WooCommerce gateways leave the provider's ids (PAY-101). */
const ID_FIELDS = [
	...['_mollie_payment_id', '_mollie_order_id', '_stripe_intent_id', '_stripe_charge_id'],
	...['_charge_id', '_intent_id', '_wcpay_payment_transaction_id', '_ppcp_paypal_order_id'],
	...['_wc_klarna_order_id', '_wc_klarna_capture_id', '_payment_method_transaction'],
	'transactionId',
];

/**
 * The payment provider's ids of an order: what a payout names it by. A row of the order table holds
 * them as one text with spaces between them.
 */
export function paymentIdsOf(raw: RawObject): string[] {
	const listed = Array.isArray(raw.paymentIds) ? raw.paymentIds : [raw.paymentIds];
	const ids = [
		...listed.flatMap((value) => cleanText(value).split(' ')),
		...['paymentId', 'transaction_id', 'transactionId'].map((field) => text(raw, field)),
		...objects(raw, 'payments').map((payment) => text(payment, 'id')),
		...objects(raw, 'meta_data')
			.filter((meta) => ID_FIELDS.includes(text(meta, 'key')))
			.map((meta) => text(meta, 'value')),
	];
	return [...new Set(ids.filter((id) => id !== ''))];
}
