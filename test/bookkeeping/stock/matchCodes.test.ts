import { matchCodes, unknownSku } from '../../../bookkeeping/stock/matchCodes';
import { readShopItems, type ShopItem } from '../../../bookkeeping/stock/shopItem';
import { article, articles, items, product, variation } from './support';

const only = (row: object): ShopItem => readShopItems([row])[0]!;

describe('SKUs beside article codes (W064)', () => {
	const mug = (sku: string) => only(product(7, sku));

	const found = (rows: object[], codes: string[]) =>
		matchCodes(
			items(...(rows as never[])),
			articles(...codes.map((code) => article(code, 1))),
		).problems.map((problem) => [problem.code, problem.found]);

	test('what stands in the way, in words', () => {
		expect(found([product(1, 'mug')], ['MUG', 'Mug'])).toEqual([
			['CODE_DOUBLE', 'SnelStart has MUG, Mug.'],
		]);
		expect(found([product(1, 'mug')], ['MUG'])).toEqual([
			['SKU_SPELLED_DIFFERENTLY', 'The shop writes "mug", SnelStart "MUG".'],
		]);
		expect(found([product(1, '')], [])).toEqual([
			['SKU_MISSING', 'The SKU of product 1 is empty.'],
		]);
		expect(found([product(1, '', { type: 'variable' })], [])).toEqual([]);
		expect(found([product(1, 'A'), product(2, 'A'), product(3, 'A')], ['A'])).toEqual([
			['SKU_DOUBLE', 'The SKU is also that of product 2 and product 3.'],
			['SKU_DOUBLE', 'The SKU is also that of product 1 and product 3.'],
			['SKU_DOUBLE', 'The SKU is also that of product 1 and product 2.'],
		]);
		const shirt = product(2, 'SHIRT', { type: 'variable' });
		expect(found([shirt, variation(3, 2, 'SHIRT')], ['SHIRT'])).toEqual([
			['SKU_OF_PARENT', 'Variation 3 of product 2 has no SKU of its own.'],
		]);
		expect(found([variation(3, 2, 'L')], ['L'])).toEqual([]);
	});

	test('a code that nobody has, with one that looks like it', () => {
		const said = (sku: string, ...codes: string[]) =>
			unknownSku(mug(sku), articles(...codes.map((code) => article(code, 1)))).found;
		expect(said('MUG 1', 'CUP', 'mug-1')).toBe(
			'SnelStart has no article "MUG 1". It has "mug-1", which looks like it.',
		);
		expect(said('MUG 1', 'MUG 2')).toBe('SnelStart has no article "MUG 1".');
		expect(said('--', '++')).toBe('SnelStart has no article "--".');
	});
});
