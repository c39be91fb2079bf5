import { compareCodes } from '../../../bookkeeping/stock/compareCodes';
import { article, articles, codesOf, items, product, variation } from './support';

const CODES = { itemCodeKind: 'Alfanumeriek', itemCodeMaxLength: 25 };

const FACTORY = { itemCodeKind: 'Numeriek', itemCodeMaxLength: 10 };

const dummyItems = { deleted: 'DELETED', jouwWeb: 'JOUWWEB' };

const report = (
	products: object[],
	inSnelStart: Array<Record<string, unknown>> = [],
	rules = CODES,
) =>
	compareCodes(
		items(...(products as Array<Record<string, unknown>>)),
		articles(...inSnelStart),
		rules,
		{ dummyItems },
	);

describe('W006, W064: the report on SKUs and article codes', () => {
	test('counts what fits', () => {
		const products = [
			product(1, 'MUG'),
			product(2, '', { type: 'variable' }),
			variation(3, 2, 'SHIRT-L'),
		];
		expect(report(products, [article('MUG', 1), article('SHIRT-L', 1)])).toEqual({
			problems: [],
			sold: 2,
			matched: 2,
			articles: 2,
		});
	});

	test('names every kind of trouble', () => {
		const { problems } = report(
			[
				product(1, 'MUG 21'),
				product(2, null),
				product(3, 'TWICE'),
				product(4, 'TWICE'),
				product(5, 'SHIRT', { type: 'variable' }),
				variation(6, 5, 'SHIRT'),
				product(7, 'A'.repeat(26)),
				product(8, 'OLD'),
				product(9, 'both'),
				product(10, 'DRAFT', { status: 'draft' }),
			],
			[
				article('MUG-21', 1),
				article('OLD', 0, { inactive: true }),
				article('BOTH', 1),
				article('Both', 1),
				article('DRAFT', 1),
				article('Shipping_21', 0),
				article('DELETED-9', 0),
				article('GONE', 0, { inactive: true }),
			],
		);
		expect(codesOf(problems)).toEqual([
			['SKU_MISSING', ''],
			['SKU_OF_PARENT', 'SHIRT'],
			['SKU_DOUBLE', 'TWICE'],
			['SKU_DOUBLE', 'TWICE'],
			['CODE_DOUBLE', 'both'],
			['SKU_UNKNOWN', 'MUG 21'],
			['SKU_TOO_LONG', 'A'.repeat(26)],
			['ARTICLE_INACTIVE', 'OLD'],
			['ARTICLE_NOT_IN_SHOP', ''],
		]);
		const found = problems.map((problem) => problem.found);
		expect(found).toContain(
			'SnelStart has no article "MUG 21". It has "MUG-21", which looks like it.',
		);
		expect(found).toContain('The SKU is also that of product 4.');
		expect(found).toContain('Variation 6 of product 5 has no SKU of its own.');
		expect(problems.at(-1)).toMatchObject({ articleCode: 'MUG-21', productId: null });
	});

	test('J057: the factory setting of ten digits takes no letters', () => {
		const products = [product(1, 'MUG'), product(2, '12345678901'), product(3, '1234567890')];
		expect(codesOf(report(products, [], FACTORY).problems)).toEqual([
			['SKU_NOT_NUMERIC', 'MUG'],
			['SKU_TOO_LONG', '12345678901'],
			['SKU_UNKNOWN', '1234567890'],
		]);
	});

	test('space around a code is no difference, capitals only one to tidy up', () => {
		const { problems, matched } = report(
			[product(1, ' MUG '), product(2, 'cup')],
			[article('MUG ', 1), article('CUP', 1)],
		);
		expect(matched).toBe(2);
		expect(codesOf(problems)).toEqual([['SKU_SPELLED_DIFFERENTLY', 'cup']]);
	});

	test('two SKUs that differ in capitals fit two articles that do', () => {
		const { problems, matched } = report(
			[product(1, 'mug'), product(2, 'MUG')],
			[article('mug', 1), article('MUG', 1)],
		);
		expect([problems, matched]).toEqual([[], 2]);
	});
});
