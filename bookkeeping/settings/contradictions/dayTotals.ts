import { comesInPayouts } from '../paymentMethodRow';
import { refundPrefixOf } from '../refundPrefix';
import type { Settings } from '../settings';
import { repeated, repeatedNames } from './repeated';

/** A number may have 25 characters: prefix, day, country and part. */
const LONGEST_WITH_REFUNDS = 7;

/** Each shop has one kind of total with numbers of its own, and each country one card. */
export function dayTotals(settings: Settings): string[] {
	const { dayTotals: rows, dayTotalCountries, document, paymentMethods, shops } = settings;
	const names = shops.map(({ shop }) => shop);
	const hasPayouts = paymentMethods.some(({ clearingAccountId }) =>
		comesInPayouts(clearingAccountId, settings),
	);
	const prefixes = rows.map(({ numberPrefix }) => numberPrefix.toUpperCase());
	const ofRefunds = rows.filter(({ refunds }) => refunds === 'inTotals');
	return [
		...repeated(rows.map(({ shop }) => shop)).map(
			(shop) => `'Day Totals' names the shop "${shop}" twice; keep one.`,
		),
		...rows
			.filter(({ shop }) => !names.includes(shop))
			.map(({ shop }) => `'Day Totals' names the shop "${shop}", which is not in 'Shops'.`),
		...rows
			.filter(({ period }) => period === 'payout' && !hasPayouts)
			.map(
				({ shop }) =>
					`'Day Totals' books the shop "${shop}" per payout, but no row of 'Payment Methods' has the clearing account of a row of 'Payout Providers'; choose the same one in both, or another period.`,
			),
		...repeated(prefixes).map(
			(prefix) =>
				`'Number Prefix' of two shops in 'Day Totals' is "${prefix}"; give each shop another one.`,
		),
		...ofRefunds
			.filter(({ numberPrefix }) => numberPrefix.length > LONGEST_WITH_REFUNDS)
			.map(
				({ numberPrefix }) =>
					`'Number Prefix' "${numberPrefix}" in 'Day Totals' has no room for the C that negative totals have before it; use at most ${LONGEST_WITH_REFUNDS} characters, or book refunds each by itself.`,
			),
		...ofRefunds
			.map((row) => refundPrefixOf(row).toUpperCase())
			.filter((prefix) => prefixes.includes(prefix))
			.map(
				(prefix) =>
					`'Number Prefix' "${prefix}" in 'Day Totals' is that of the negative totals of another shop; give one of them another one.`,
			),
		...repeatedNames(dayTotalCountries.map(({ country }) => country)).map(
			(country) => `'Day Totals Abroad' names the country "${country}" twice; keep one.`,
		),
		...(document === 'salesOrder' && rows.length > 0
			? ["'Day Totals' are sales entries, but 'Document' makes sales orders; use one of them."]
			: []),
	];
}
