import { objectsIn, type RawObject } from '../../trade/fields';
import { cleanText } from '../../trade/text';
import { dateOrNone } from '../shopDate';
import type { OwnPayment, ReadingRules, Shop } from '../shop';
import { statedFee } from './fee';
import { orderedOn, paymentMethodOf, readWooCommerceOrder } from './order';
import { listedRefunds, readWooCommerceRefund } from './refund';
import { testModeMarker } from './testMode';

/** Where gateways leave the provider's ids in the metadata (PAY-101). */
const ID_FIELDS = new Set([
	...['_mollie_payment_id', '_mollie_order_id', '_stripe_intent_id', '_stripe_charge_id'],
	...['_charge_id', '_intent_id', '_wcpay_payment_transaction_id', '_ppcp_paypal_order_id'],
	...['_wc_klarna_order_id', '_wc_klarna_capture_id', '_payment_method_transaction'],
	'transactionId',
]);

/** WooCommerce (REST v3). */
export const wooCommerce: Shop = {
	name: 'WooCommerce',
	// D-STATUSES.
	statuses: {
		book: ['processing', 'completed', 'refunded'],
		skip: ['cancelled', 'failed', 'trash'],
	},
	itemWithoutSku: 'deleted',
	identity: (raw) => ({ number: cleanText(raw.number), status: cleanText(raw.status) }),
	stated: (raw) => ({ total: raw.total, currency: cleanText(raw.currency) }),
	order: readWooCommerceOrder,
	paymentMethod: paymentMethodOf,
	orderedOn,
	payment,
	completedOn: (raw, rules) => momentOf(raw, 'date_completed', rules),
	paymentIds: (raw) => [
		cleanText(raw.transaction_id),
		...objectsIn(raw.meta_data)
			.filter(({ key }) => ID_FIELDS.has(String(key)))
			.map((meta) => cleanText(meta.value)),
	],
	testMarker: testModeMarker,
	refunds: { listed: listedRefunds, read: readWooCommerceRefund },
};

/** Paid is what `date_paid` says; the status says something else (WC-513). */
function payment(raw: RawObject, rules: ReadingRules, feeFields: readonly string[]): OwnPayment {
	const date = momentOf(raw, 'date_paid', rules);
	return {
		id: cleanText(raw.transaction_id),
		state: date === '' ? 'open' : 'paid',
		date,
		fee:
			objectsIn(raw.refunds).length > 0
				? { unknownBecause: 'it changes with the refunds of the order' }
				: statedFee(raw, feeFields),
	};
}

/** The day of a moment of an order; empty when it is not there yet. */
function momentOf(raw: RawObject, field: string, { zone, cutOffHour }: ReadingRules): string {
	return dateOrNone(
		[
			{ value: raw[`${field}_gmt`], zone: 'utc' },
			{ value: raw[field], zone },
		],
		zone,
		cutOffHour,
	);
}
