import type { Settings } from './settings';

/** A row of 'Product Accounts' in words. */
export function productAccountName({
	sku,
	category,
}: Pick<Settings['productAccounts'][number], 'sku' | 'category'>): string {
	return `'Product Accounts' ${category === undefined ? sku : `category ${category}`}`;
}
