import { Finding } from '../trade/findings';
import type { ShopOrder } from '../trade/order';
import type { Settings } from '../settings/settings';
import { isObject, objects, type RawObject } from '../trade/fields';
import { cleanText } from '../trade/text';
import { readRate, type ExchangeRate } from '../money/exchangeRate';

/** Amounts of these have a third decimal, which the order of a shop loses in cents. */
const THREE_DECIMALS = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];

/**
 * The exchange rate of an order that is not in euros, by the settings. Never one to one without
 * somebody having said so: that is what plugins store when they do not know the rate (HC-13).
 *
 * @param raw the order as the shop sends it: it may hold the rate.
 * @throws Finding CURRENCY_NOT_EUR, EXCHANGE_RATE_MISSING.
 */
export function rateOf(
	{ currency, date }: ShopOrder,
	raw: RawObject,
	{ exchangeRates }: Settings,
): ExchangeRate {
	const { use, quoted, rates, orderField = '' } = exchangeRates;
	if (use === 'refuse' || !/^[A-Z]{3}$/.test(currency)) {
		throw new Finding(
			'CURRENCY_NOT_EUR',
			currency ? { case: 'order', currency } : { case: 'orderUnknown' },
		);
	}
	if (THREE_DECIMALS.includes(currency)) {
		throw new Finding('CURRENCY_NOT_EUR', { case: 'threeDecimals', currency });
	}
	if (use === 'fixed') {
		const [row] = rates
			.filter((one) => one.currency === currency && (one.from ?? '') <= date)
			.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
		const rate = row && readRate(row.rate, quoted, currency);
		if (rate) return rate;
		throw new Finding('EXCHANGE_RATE_MISSING', { case: 'fixed', currency, date });
	}
	const stated = valueAt(raw, orderField.replaceAll('{currency}', currency));
	const rate = readRate(stated, quoted, currency);
	if (!rate) {
		throw new Finding('EXCHANGE_RATE_MISSING', { case: 'field', currency, field: orderField });
	}
	if (rate.numerator === rate.denominator) {
		throw new Finding('EXCHANGE_RATE_MISSING', { case: 'oneToOne', currency, field: orderField });
	}
	return rate;
}

/** A value of the metadata or else of the order itself; the path may lead into objects. */
function valueAt(raw: RawObject, path: string): string {
	const [first = '', ...rest] = path.split('.');
	const meta = objects(raw, 'meta_data');
	const whole = meta.find(({ key }) => key === path) ?? meta.find(({ key }) => key === first);
	const start = whole ? whole.value : raw[first];
	if (whole?.key === path) return cleanText(start);
	const value = rest.reduce<unknown>(
		(part, key) => (isObject(part) ? part[key] : undefined),
		start,
	);
	return cleanText(value);
}
