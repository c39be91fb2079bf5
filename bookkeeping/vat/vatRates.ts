interface RateInForce {
	percentage: number;
	/** First and last day the rate is in force, yyyy-MM-dd. */
	from?: string;
	until?: string;
}

/**
 * The VAT rates of the EU per country (VAT reference 8, EC TEDB of August 2026; Dutch history from
 * VAT reference 1). A sanity check only: what the shop charged is never recomputed from it.
 */
const RATES: Record<string, readonly RateInForce[]> = {
	AT: always(20, 19, 13, 10, 4.9),
	BE: always(21, 12, 6),
	BG: always(20, 9),
	CY: always(19, 9, 5, 3),
	CZ: always(21, 12),
	DE: always(19, 7),
	DK: always(25),
	EE: [
		...always(13, 9),
		{ percentage: 24, from: '2025-07-01' },
		{ percentage: 22, until: '2025-06-30' },
	],
	ES: always(21, 10, 4),
	FI: [
		...always(25.5, 10),
		{ percentage: 13.5, from: '2026-01-01' },
		{ percentage: 14, until: '2025-12-31' },
	],
	FR: always(20, 10, 5.5, 2.1),
	GR: always(24, 17, 13, 9, 6, 4),
	HR: always(25, 13, 5),
	HU: always(27, 18, 5),
	IE: always(23, 13.5, 9),
	IT: always(22, 10, 5, 4),
	LT: [
		...always(21, 5),
		{ percentage: 12, from: '2026-01-01' },
		{ percentage: 9, until: '2025-12-31' },
	],
	LU: always(17, 14, 8, 3),
	LV: always(21, 12, 5),
	MT: always(18, 12, 7, 5),
	NL: [
		{ percentage: 21, from: '2012-10-01' },
		{ percentage: 9, from: '2019-01-01' },
		{ percentage: 6, until: '2018-12-31' },
	],
	PL: always(23, 8, 5),
	PT: always(23, 22, 16, 13, 12, 9, 6, 5, 4),
	RO: [
		{ percentage: 21, from: '2025-08-01' },
		{ percentage: 11, from: '2025-08-01' },
		{ percentage: 19, until: '2025-07-31' },
		{ percentage: 9, until: '2025-07-31' },
		{ percentage: 5, until: '2025-07-31' },
	],
	SE: always(25, 12, 6),
	SI: always(22, 9.5, 5),
	SK: [
		...always(5),
		{ percentage: 23, from: '2025-01-01' },
		{ percentage: 19, from: '2025-01-01' },
		{ percentage: 20, until: '2024-12-31' },
		{ percentage: 10, until: '2024-12-31' },
	],
};

/**
 * The VAT percentages above zero that are in force in a country on a day.
 *
 * @param date yyyy-MM-dd.
 */
export function ratesInForce(country: string, date: string): number[] {
	return (RATES[country] ?? [])
		.filter(({ from, until }) => (!from || from <= date) && (!until || date <= until))
		.map(({ percentage }) => percentage);
}

/** Whether a percentage is 0 or a rate that one of the countries has in force on the day. */
export function isRateInForce(
	percentage: number,
	countries: readonly string[],
	date: string,
): boolean {
	return (
		percentage === 0 ||
		countries.some((country) => ratesInForce(country, date).includes(percentage))
	);
}

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
