import { productAccountName } from '../../../bookkeeping/settings/productAccountName';

test('a row is named by its SKU or its category', () => {
	expect(productAccountName({ sku: 'MUG-*' })).toBe("'Product Accounts' MUG-*");
	expect(productAccountName({ sku: '', category: 'Books' })).toBe(
		"'Product Accounts' category Books",
	);
});
