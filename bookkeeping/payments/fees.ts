import { centsOf, type ExchangeRate } from '../money/exchangeRate';
import { Finding } from '../trade/findings';
import { readMicros, roundToCents, type Cents } from '../money/money';
import { isObject, object, objects, text, type RawObject } from '../trade/fields';

/**
 * Where WooCommerce gateways leave the provider's fee in an order's metadata (PAY-102),
 * in the order they are tried.
 */
export const usualFeeFields = [
	...['_stripe_fee', 'Stripe Fee', '_wcpay_transaction_fee', '_ppcp_paypal_fees'],
	...['PayPal Transaction Fee', '_paypal_fee', '_paypal_transaction_fee'],
];
/** The currency of a fee that is given as a bare number, per field. */
const CURRENCY_FIELDS: Record<string, string> = { _stripe_fee: '_stripe_currency' };

/** A fee as far as the order knows it: absent is not zero. */
export type StatedFee = { cents: Cents } | { unknownBecause: string };

/**
 * The provider's fee of an order's payment, from its metadata.
 *
 * @param moreFields names that the settings add; they are tried first.
 * @param rate of an order in another currency: a fee in that currency is turned into euro.
 * @throws Finding PAYMENT_FEE_UNREADABLE when a fee field holds no amount.
 */
export function statedFee(
	raw: RawObject,
	moreFields: readonly string[],
	rate?: ExchangeRate,
): StatedFee {
	const metaData = objects(raw, 'meta_data');
	const valueOf = (key: string) => metaData.find((meta) => meta.key === key)?.value;
	for (const field of [...moreFields, ...usualFeeFields]) {
		const value = valueOf(field);
		if (value === undefined || value === null || value === '') continue;
		return readFee(field, value, cleanCurrency(valueOf(CURRENCY_FIELDS[field] ?? '')), rate);
	}
	return { unknownBecause: 'the order does not state it' };
}

/** PayPal nests amount and currency: `_ppcp_paypal_fees.paypal_fee.value`. */
function readFee(
	field: string,
	value: unknown,
	currencyBeside: string,
	rate: ExchangeRate | undefined,
): StatedFee {
	const nested = isObject(value) ? object(value, 'paypal_fee') : undefined;
	const currency = (nested ? text(nested, 'currency_code') : currencyBeside).toUpperCase();
	if (currency === '' && rate) {
		return { unknownBecause: `the order does not say whether it is in EUR or ${rate.currency}` };
	}
	const isForeign = currency !== '' && currency !== 'EUR';
	if (isForeign && currency !== rate?.currency) {
		return { unknownBecause: `the order states it in ${currency}` };
	}
	const micros = readMicros(nested ? nested.value : value);
	if (micros === undefined || micros < 0) {
		throw new Finding('PAYMENT_FEE_UNREADABLE', `The field "${field}" holds no fee.`);
	}
	return { cents: isForeign && rate ? centsOf(micros, rate) : roundToCents(micros) };
}

function cleanCurrency(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
