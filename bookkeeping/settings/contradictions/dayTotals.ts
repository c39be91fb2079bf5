import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { comesInPayouts } from '../paymentMethodRow';
import { refundPrefixOf } from '../refundPrefix';
import type { Settings } from '../settings';
import { repeated, repeatedNames } from './repeated';

/** A number may have 25 characters: prefix, day, country and part. */
const LONGEST_WITH_REFUNDS = 7;

/** Each shop has one kind of total with numbers of its own, and each country one card. */
export function dayTotals(settings: Settings): Spoken[] {
	const { dayTotals: rows, dayTotalCountries, document, paymentMethods, shops } = settings;
	const names = shops.map(({ shop }) => shop);
	const hasPayouts = paymentMethods.some(({ clearingAccountId }) =>
		comesInPayouts(clearingAccountId, settings),
	);
	const prefixes = rows.map(({ numberPrefix }) => numberPrefix.toUpperCase());
	const ofRefunds = rows.filter(({ refunds }) => refunds === 'inTotals');
	return [
		...repeated(rows.map(({ shop }) => shop)).map((shop) => contradiction('totalTwice', { shop })),
		...rows
			.filter(({ shop }) => !names.includes(shop))
			.map(({ shop }) => contradiction('totalOfNone', { shop })),
		...rows
			.filter(({ period }) => period === 'payout' && !hasPayouts)
			.map(({ shop }) => contradiction('totalWithoutPayouts', { shop })),
		...repeated(prefixes).map((prefix) => contradiction('totalPrefixTwice', { prefix })),
		...ofRefunds
			.filter(({ numberPrefix }) => numberPrefix.length > LONGEST_WITH_REFUNDS)
			.map(({ numberPrefix: prefix }) =>
				contradiction('totalPrefixLong', { prefix, most: LONGEST_WITH_REFUNDS }),
			),
		...ofRefunds
			.map((row) => refundPrefixOf(row).toUpperCase())
			.filter((prefix) => prefixes.includes(prefix))
			.map((prefix) => contradiction('totalPrefixOfRefunds', { prefix })),
		...repeatedNames(dayTotalCountries.map(({ country }) => country)).map((country) =>
			contradiction('totalCountryTwice', { country }),
		),
		...(document === 'salesOrder' && rows.length > 0 ? [contradiction('totalsOfOrders')] : []),
	];
}
