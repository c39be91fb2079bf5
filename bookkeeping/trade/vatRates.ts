interface RateInForce {
	percentage: number;
	/** First and last day the rate is in force, yyyy-MM-dd; absent: since before 2017, until now. */
	from?: string;
	until?: string;
	/** In force in a part of the country only, such as Corsica or the Azores. */
	regional?: true;
}

/**
 * The VAT rates of the EU per country since 2017: standard, reduced, super-reduced and parking
 * rates, temporary ones and those of regions inside the EU VAT area (Taxes in Europe database of
 * the European Commission, state of November 2026; Corsica and the French overseas departments:
 * art. 278 to 298 sexies CGI). A sanity check only: what the shop charged is never recomputed
 * from it.
 */
const RATES: Record<string, readonly RateInForce[]> = {
	AT: [
		...always(20, 13, 10),
		...regional(19),
		...during('2020-07-01', '2021-12-31', 5),
		...since('2026-07-01', 4.9),
	],
	BE: always(21, 12, 6),
	BG: always(20, 9),
	CY: [...always(19, 9, 5), ...since('2023-07-21', 3)],
	CZ: [...always(21), ...until('2023-12-31', 15, 10), ...since('2024-01-01', 12)],
	DE: [
		...until('2020-06-30', 19, 7),
		...during('2020-07-01', '2020-12-31', 16, 5),
		...since('2021-01-01', 19, 7),
	],
	DK: always(25),
	EE: [
		...always(9),
		...until('2023-12-31', 20),
		...during('2022-08-01', '2024-12-31', 5),
		...during('2024-01-01', '2025-06-30', 22),
		...since('2025-01-01', 13),
		...since('2025-07-01', 24),
	],
	ES: [
		...always(21, 10, 4),
		...during('2022-07-01', '2024-09-30', 5),
		...during('2024-10-01', '2024-12-31', 7.5, 2),
	],
	FI: [
		...always(10),
		...until('2024-08-31', 24),
		...since('2024-09-01', 25.5),
		...until('2025-12-31', 14),
		...since('2026-01-01', 13.5),
	],
	FR: [...always(20, 10, 5.5, 2.1), ...regional(13, 8.5, 1.75, 1.05, 0.9)],
	GR: [...always(24, 13, 6), ...regional(17, 9, 4)],
	HR: always(25, 13, 5),
	HU: always(27, 18, 5),
	IE: [
		...always(13.5, 9, 4.8),
		...until('2020-08-31', 23),
		...during('2020-09-01', '2021-02-28', 21),
		...since('2021-03-01', 23),
	],
	IT: always(22, 10, 5, 4),
	LT: [...always(21, 5), ...until('2025-12-31', 9), ...since('2026-01-01', 12)],
	LU: [
		...until('2022-12-31', 17, 14, 8),
		...always(3),
		...during('2023-01-01', '2023-12-31', 16, 13, 7),
		...since('2024-01-01', 17, 14, 8),
	],
	LV: [...always(21, 12), ...since('2018-01-01', 5)],
	MT: [...always(18, 7, 5), ...since('2024-01-01', 12)],
	NL: [...since('2012-10-01', 21), ...until('2018-12-31', 6), ...since('2019-01-01', 9)],
	PL: always(23, 8, 5),
	PT: [
		...always(23, 13, 6),
		...regional(22, 12, 9, 4),
		{ percentage: 18, until: '2021-06-30', regional: true },
		{ percentage: 16, from: '2021-07-01', regional: true },
		{ percentage: 5, until: '2024-09-30', regional: true },
	],
	RO: [...until('2025-07-31', 19, 9, 5), ...since('2025-08-01', 21, 11)],
	SE: always(25, 12, 6),
	SI: [...always(22, 9.5), ...since('2020-01-01', 5)],
	SK: [...until('2024-12-31', 20, 10), ...since('2023-01-01', 5), ...since('2025-01-01', 23, 19)],
};

/**
 * The VAT percentages above zero that are in force in a country on a day, highest first.
 *
 * @param date yyyy-MM-dd.
 * @param where `everywhere` leaves out the rates of regions, such as those of Corsica.
 */
export function ratesInForce(
	country: string,
	date: string,
	where: 'everywhere' | 'anywhere' = 'anywhere',
): number[] {
	return (RATES[country] ?? [])
		.filter((rate) => where === 'anywhere' || !rate.regional)
		.filter((rate) => isInForce(rate, date))
		.map(({ percentage }) => percentage)
		.sort((a, b) => b - a);
}

/** Whether a percentage is 0 or a rate that one of the countries has in force on the day. */
export function isRateInForce(
	percentage: number,
	countries: readonly string[],
	date: string,
): boolean {
	return (
		percentage === 0 ||
		countries.some((country) =>
			RATES[country]?.some((rate) => rate.percentage === percentage && isInForce(rate, date)),
		)
	);
}

const isInForce = ({ from, until }: RateInForce, date: string): boolean =>
	(!from || from <= date) && (!until || date <= until);

/** Groups amounts by percentage; percentages are compared at four decimals. */
export function sumByRate(
	entries: ReadonlyArray<{ percentage: number; amount: number }>,
): Map<number, number> {
	const groups = new Map<number, number>();
	for (const { percentage, amount } of entries) addAtRate(groups, percentage, amount);
	return groups;
}

/** Adds an amount to the group of its percentage. */
export function addAtRate(groups: Map<number, number>, percentage: number, amount: number): void {
	const key = Math.round(percentage * 10_000) / 10_000;
	groups.set(key, (groups.get(key) ?? 0) + amount);
}

function always(...percentages: number[]): RateInForce[] {
	return percentages.map((percentage) => ({ percentage }));
}

function since(from: string, ...percentages: number[]): RateInForce[] {
	return percentages.map((percentage) => ({ percentage, from }));
}

function until(last: string, ...percentages: number[]): RateInForce[] {
	return percentages.map((percentage) => ({ percentage, until: last }));
}

function during(from: string, last: string, ...percentages: number[]): RateInForce[] {
	return percentages.map((percentage) => ({ percentage, from, until: last }));
}

function regional(...percentages: number[]): RateInForce[] {
	return percentages.map((percentage) => ({ percentage, regional: true }));
}
