import type { Settings, VatMappingRow } from '../settings/settings';

/** Whether a day (yyyy-MM-dd) lies in a period whose ends are included and may be open. */
export function coversDay(
	{ from, until }: { from?: string; until?: string },
	day: string,
): boolean {
	return (!from || from <= day) && (!until || day <= until);
}

/**
 * The row of the VAT mapping for a country and percentage on a day; a row with a period of its own
 * goes before one without.
 *
 * @param day yyyy-MM-dd.
 */
export function mappingRow(
	country: string,
	percentage: number,
	day: string,
	settings: Settings,
): VatMappingRow | undefined {
	let usual: VatMappingRow | undefined;
	for (const row of settings.vatMapping) {
		if (!isOfRate(row, country, percentage) || !coversDay(row, day)) continue;
		if (hasPeriod(row)) return row;
		usual ??= row;
	}
	return usual;
}

/** The rows of the VAT mapping for a country and percentage, whatever their days. */
export function rowsOfRate(
	country: string,
	percentage: number,
	{ vatMapping }: Settings,
): VatMappingRow[] {
	return vatMapping.filter((row) => isOfRate(row, country, percentage));
}

const isOfRate = (row: VatMappingRow, country: string, percentage: number): boolean =>
	row.country === country && Math.abs(row.percentage - percentage) < 0.0001;

/** Whether a row says itself when its rate is in force. */
export function hasPeriod({ from, until }: VatMappingRow): boolean {
	return Boolean(from ?? until);
}
