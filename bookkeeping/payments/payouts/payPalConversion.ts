import { readMicros, roundToCents, toEuro, type Cents } from '../../money/money';
import { object, text, type RawObject } from '../../trade/fields';

/**
 * Transactions in another currency that PayPal turned into euro at once: each becomes one in euro,
 * at the rate that PayPal used for it, so that its payment is found and its fee is a fee.
 * What was not turned into euro at once stays as it is.
 *
 * PayPal writes three records: what came in or went out, with its fee, in the other currency; the
 * conversion out of that currency; and the conversion into euro. The two refer to the first.
 */
export function convertedToEuro(transactions: readonly RawObject[]): RawObject[] {
	const done = new Set<RawObject>();
	const converted = new Map<RawObject, RawObject>();
	for (const one of transactions) {
		if (isConversion(one) || currencyOf(one) === 'EUR') continue;
		const conversions = transactions.filter(
			(other) =>
				isConversion(other) && text(other, 'paypal_reference_id') === text(one, 'transaction_id'),
		);
		const [from, ...moreFrom] = conversions.filter(
			(other) => currencyOf(other) === currencyOf(one),
		);
		const [into, ...moreInto] = conversions.filter((other) => currencyOf(other) === 'EUR');
		if (!from || !into || moreFrom.length > 0 || moreInto.length > 0) continue;
		const asEuro = inEuro(one, from, into);
		if (!asEuro) continue;
		done.add(from).add(into);
		converted.set(one, asEuro);
	}
	return transactions.filter((one) => !done.has(one)).map((one) => converted.get(one) ?? one);
}

/** Whether a transaction changes one currency into another. */
export const isConversion = (info: RawObject): boolean =>
	text(info, 'transaction_event_code').startsWith('T02');

/** Empty where a transaction states no amount. */
export const currencyOf = (info: RawObject): string =>
	text(object(info, 'transaction_amount'), 'currency_code').toUpperCase();

/** An amount of a transaction; `undefined` where it states none. */
export function centsOf(info: RawObject, field: string): Cents | undefined {
	const micros = readMicros(object(info, field).value);
	return micros === undefined ? undefined : roundToCents(micros);
}

/** `undefined` unless all that was left after the fee was turned into euro. */
function inEuro(one: RawObject, from: RawObject, into: RawObject): RawObject | undefined {
	const gross = centsOf(one, 'transaction_amount');
	const fee = centsOf(one, 'fee_amount') ?? 0;
	const out = centsOf(from, 'transaction_amount');
	const net = centsOf(into, 'transaction_amount');
	if (gross === undefined || out === undefined || net === undefined) return undefined;
	if (out === 0 || gross + fee !== -out) return undefined;
	// The fee at the rate of the conversion; the rest is what was paid.
	const feeInEuro = Math.round((fee * net) / -out) || 0;
	const amount = (cents: Cents) => ({ value: toEuro(cents), currency_code: 'EUR' });
	return {
		...one,
		transaction_amount: amount(net - feeInEuro),
		fee_amount: amount(feeInEuro),
		ending_balance: into.ending_balance,
		transaction_updated_date: into.transaction_updated_date ?? one.transaction_updated_date,
	};
}
