import { z } from 'zod';

import { readRows } from './readRows';

/** A tax rate of the shop: what a tax class means in a country. */
export interface ShopTaxRate {
	/** Two letters; empty for every country. */
	country: string;
	/** `standard`, `reduced-rate` and so on. */
	taxClass: string;
	percentage: number;
}

const rateSchema = z.object({
	country: z.string().transform((country) => country.trim().toUpperCase()),
	rate: z.coerce.number().min(0).max(100),
	class: z.string().transform((name) => name.trim() || 'standard'),
});

/**
 * Reads tax rates as WooCommerce's API sends them. @throws Error that names the row, when it is none
 */
export function readTaxRates(rows: readonly unknown[]): ShopTaxRate[] {
	return readRows(rateSchema, rows, 'a tax rate of WooCommerce').map(
		({ country, rate, class: taxClass }) => ({ country, taxClass, percentage: rate }),
	);
}

/**
 * The percentage of a tax class at home: the rate of the country, or else that of every country.
 *
 * @returns `undefined` when there is none, or several that differ
 */
export function vatOfClass(
	taxClass: string,
	country: string,
	rates: readonly ShopTaxRate[],
): number | undefined {
	const ofClass = rates.filter((rate) => rate.taxClass === taxClass);
	const own = ofClass.filter((rate) => rate.country === country.toUpperCase());
	const found = own.length > 0 ? own : ofClass.filter((rate) => rate.country === '');
	const [percentage, ...others] = new Set(found.map((rate) => rate.percentage));
	return others.length > 0 ? undefined : percentage;
}
