import { problemOf, stockTips, type StockCode } from '../../../bookkeeping/stock/problems';

const item = { sku: 'MUG', productId: 7, variationId: 9 };

test('a problem names the product, the article and what was found, and tells what to do', () => {
	expect(problemOf('SKU_UNKNOWN', 'No article has it.', item, 'MUGS')).toEqual({
		...{ code: 'SKU_UNKNOWN', sku: 'MUG', productId: 7, variationId: 9, articleCode: 'MUGS' },
		...{ found: 'No article has it.', tip: stockTips.SKU_UNKNOWN },
	});
});

test('an article that the shop does not have stands by itself', () => {
	expect(problemOf('ARTICLE_NOT_IN_SHOP', 'Nobody sells it.', undefined, 'GONE')).toMatchObject({
		...{ sku: '', productId: null, variationId: null, articleCode: 'GONE' },
	});
	expect(problemOf('STOCK_NOT_IN_PACKAGE', 'None.').articleCode).toBe('');
});

test.each(Object.entries(stockTips))('%s says what to do in whole sentences', (code, tip) => {
	expect(problemOf(code as StockCode, '', item).tip).toBe(tip);
	expect(tip).toMatch(/^[A-Z].*\.$/);
});
