import type { FeeReason } from '../codes/facts';
import { centsOf, type ExchangeRate } from '../money/exchangeRate';
import { readMicros, roundToCents, type Cents } from '../money/money';
import type { StatedFee } from '../shops/shop';
import { Finding } from '../trade/findings';

/** A fee in euro, as far as it is known: absent is not zero. */
export type BookableFee = { cents: Cents } | { unknownBecause: FeeReason };

/**
 * The fee of a payment in euro.
 *
 * @param rate of an order in another currency: a fee in that currency is turned into euro.
 * @throws Finding PAYMENT_FEE_UNREADABLE when what is stated is not an amount.
 */
export function feeInEuro(stated: StatedFee, rate?: ExchangeRate): BookableFee {
	if ('unknownBecause' in stated) return stated;
	const { value, currency, field } = stated;
	if (currency === '' && rate) {
		return { unknownBecause: `the order does not say whether it is in EUR or ${rate.currency}` };
	}
	const isForeign = currency !== '' && currency !== 'EUR';
	if (isForeign && currency !== rate?.currency) {
		return { unknownBecause: `the order states it in ${currency}` };
	}
	const micros = readMicros(value);
	if (micros === undefined || micros < 0) {
		throw new Finding('PAYMENT_FEE_UNREADABLE', { case: 'field', field });
	}
	return { cents: isForeign && rate ? centsOf(micros, rate) : roundToCents(micros) };
}
