import type { Settings } from '../settings';
import { repeated } from './repeated';

/** A row is about one SKU or one category, and no other row is. */
export function productAccounts({ productAccounts: rows }: Settings): string[] {
	const categories = rows.flatMap(({ category }) => category?.toLowerCase() ?? []);
	return [
		...repeated(rows.map(({ sku }) => sku).filter(Boolean)).map(
			(sku) => `'Product Accounts' names the SKU "${sku}" twice; keep one.`,
		),
		...repeated(categories).map(
			(category) => `'Product Accounts' names the category "${category}" twice; keep one.`,
		),
		...rows
			.filter(({ sku, category }) => (sku === '') === (category === undefined))
			.map(
				({ sku }) =>
					`'Product Accounts' has a row with ${sku === '' ? "neither 'SKU' nor" : `both 'SKU' "${sku}" and`} 'Category'; fill one of them.`,
			),
	];
}
