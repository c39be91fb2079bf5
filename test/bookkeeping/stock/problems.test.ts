import { reason, retell } from '../../../bookkeeping/codes/register';
import { nameOf, problemOf } from '../../../bookkeeping/stock/problems';

const item = { sku: 'MUG', productId: 7, variationId: 9 };
const unknown = reason('SKU_UNKNOWN', { case: 'none', sku: 'MUG' });

test('a problem names the product, the article and what was found, and tells what to do', () => {
	const problem = problemOf(unknown, item, 'MUGS');
	expect(problem).toEqual({
		...{ code: 'SKU_UNKNOWN', sku: 'MUG', productId: 7, variationId: 9, articleCode: 'MUGS' },
		found: 'SnelStart has no article "MUG".',
		tip: expect.stringMatching(/^Make the article in SnelStart/) as string,
		facts: { case: 'none', sku: 'MUG' },
	});
	expect(retell(problem.code, problem.facts, 'nl')?.message).toBe(
		'SnelStart heeft geen artikel "MUG".',
	);
});

test('an article that the shop does not have stands by itself', () => {
	expect(
		problemOf(reason('ARTICLE_NOT_IN_SHOP', { code: 'GONE' }), undefined, 'GONE'),
	).toMatchObject({ sku: '', productId: null, variationId: null, articleCode: 'GONE' });
	expect(problemOf(reason('STOCK_NOT_IN_PACKAGE', { articles: 3 })).articleCode).toBe('');
});

test('a product and a variation of it are named by their ids', () => {
	expect(nameOf({ productId: 7, variationId: null })).toBe('product 7');
	expect(nameOf(item)).toBe('variation 9 of product 7');
});
