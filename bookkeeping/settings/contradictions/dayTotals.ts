import type { Settings } from '../settings';
import { repeated, repeatedNames } from './repeated';

/** Each shop has one kind of total with numbers of its own, and each country one card. */
export function dayTotals({
	dayTotals: rows,
	dayTotalCountries,
	document,
	shops,
}: Settings): string[] {
	const names = shops.map(({ shop }) => shop);
	const prefixes = rows.map(({ numberPrefix }) => numberPrefix.toUpperCase());
	return [
		...repeated(rows.map(({ shop }) => shop)).map(
			(shop) => `'Day Totals' names the shop "${shop}" twice; keep one.`,
		),
		...rows
			.filter(({ shop }) => !names.includes(shop))
			.map(({ shop }) => `'Day Totals' names the shop "${shop}", which is not in 'Shops'.`),
		...repeated(prefixes).map(
			(prefix) =>
				`'Number Prefix' of two shops in 'Day Totals' is "${prefix}"; give each shop another one.`,
		),
		...repeatedNames(dayTotalCountries.map(({ country }) => country)).map(
			(country) => `'Day Totals Abroad' names the country "${country}" twice; keep one.`,
		),
		...(document === 'salesOrder' && rows.length > 0
			? ["'Day Totals' are sales entries, but 'Document' makes sales orders; use one of them."]
			: []),
	];
}
