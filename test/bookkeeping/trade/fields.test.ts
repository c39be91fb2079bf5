import { categories, object, objects, unknownMoney } from '../../../bookkeeping/trade/fields';

describe('fields of any kind', () => {
	test('lists and objects; what is of another kind counts as empty', () => {
		const raw = { list: [{ a: 1 }, null, 'b', [2]], one: { b: 2 }, text: 'x', none: null };
		expect(objects(raw, 'list')).toEqual([{ a: 1 }]);
		expect([objects(raw, 'one'), objects(raw, 'missing')]).toEqual([[], []]);
		expect(object(raw, 'one')).toEqual({ b: 2 });
		expect([object(raw, 'list'), object(raw, 'text'), object(raw, 'none')]).toEqual([{}, {}, {}]);
	});

	test('categories: names or objects with one; none stated is not the same as no category', () => {
		expect(categories({ categories: ['A', { name: 'B' }, { name: '' }, ' ', {}] })).toEqual([
			'A',
			'B',
		]);
		expect(categories({ categories: [] })).toEqual([]);
		expect(categories({ categories: 'A' })).toBeUndefined();
		expect(categories({})).toBeUndefined();
	});

	test.each<[unknown, boolean]>([
		['1.00', true],
		[-1, true],
		[[{}], true],
		['0.00', false],
		[0, false],
		['', false],
		['words', false],
		[null, false],
		[[], false],
		[{ amount: 1 }, true],
		[{ parts: { vat: '0.21' } }, true],
		[{ amount: 0, currency: 'EUR' }, false],
	])('money that nobody reads may not be overlooked: %j, %s', (value, refused) => {
		const found = unknownMoney({ extraFee: value }, new Set(['fee']));
		expect(found).toEqual(refused ? ['extraFee'] : []);
	});

	test('fields that are read, and fields that are not money', () => {
		const raw = { extraFee: '1.00', weight: '2.5', number: 7 };
		expect(unknownMoney(raw, new Set(['extraFee']))).toEqual([]);
	});
});
