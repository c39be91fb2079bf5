import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';
import { repeated } from './repeated';

/** A row is about one SKU or one category, and no other row is. */
export function productAccounts({ productAccounts: rows }: Settings): Spoken[] {
	const categories = rows.flatMap(({ category }) => category?.toLowerCase() ?? []);
	return [
		...repeated(rows.map(({ sku }) => sku).filter(Boolean)).map((sku) =>
			contradiction('skuTwice', { sku }),
		),
		...repeated(categories).map((category) => contradiction('categoryTwice', { category })),
		...rows
			.filter(({ sku, category }) => (sku === '') === (category === undefined))
			.map(({ sku }) =>
				sku === '' ? contradiction('productOfNothing') : contradiction('productOfBoth', { sku }),
			),
	];
}
