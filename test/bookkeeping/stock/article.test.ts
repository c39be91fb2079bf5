import { readArticles } from '../../../bookkeeping/stock/article';
import { article } from './support';

test('articles: those without a code are left out, what is not stated is nothing', () => {
	const rows = [article(' MUG ', 7), { code: ' ' }, { code: 'CUP', stock: null }];
	expect(readArticles(rows)).toEqual([
		{ code: 'MUG', inactive: false, stockKept: true, stock: 7, freeStock: 7 },
		{ code: 'CUP', inactive: false, stockKept: false, stock: 0, freeStock: 0 },
	]);
	expect(() => readArticles([{}])).toThrow(
		'Row 1 is not a simplified article of SnelStart: check its field "code"',
	);
});
