import { isObject, object, objects, text, type RawObject } from '../../trade/fields';
import type { StatedFee } from '../shop';

/**
 * Where gateways leave the provider's fee in an order's metadata (PAY-102), in the
 * order they are tried.
 */
const USUAL_FIELDS = [
	...['_stripe_fee', 'Stripe Fee', '_wcpay_transaction_fee', '_ppcp_paypal_fees'],
	...['PayPal Transaction Fee', '_paypal_fee', '_paypal_transaction_fee'],
];
/** The currency of a fee that is given as a bare number, per field. */
const CURRENCY_FIELDS: Record<string, string> = { _stripe_fee: '_stripe_currency' };

/**
 * The provider's fee of an order's payment, from its metadata. PayPal nests amount and currency:
 * `_ppcp_paypal_fees.paypal_fee.value`.
 *
 * @param moreFields names that the settings add; they are tried first.
 */
export function statedFee(raw: RawObject, moreFields: readonly string[]): StatedFee {
	const metaData = objects(raw, 'meta_data');
	const valueOf = (key: string) => metaData.find((meta) => meta.key === key)?.value;
	for (const field of [...moreFields, ...USUAL_FIELDS]) {
		const value = valueOf(field);
		if (value === undefined || value === null || value === '') continue;
		if (isObject(value)) {
			const nested = object(value, 'paypal_fee');
			return { field, value: nested.value, currency: text(nested, 'currency_code').toUpperCase() };
		}
		const beside = valueOf(CURRENCY_FIELDS[field] ?? '');
		const currency = typeof beside === 'string' ? beside.trim().toUpperCase() : '';
		return { field, value, currency };
	}
	return { unknownBecause: 'the order does not state it' };
}
