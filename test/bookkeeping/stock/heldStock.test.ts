import { heldByKey, readHeldStock } from '../../../bookkeeping/stock/heldStock';
import { items, product, variation } from './support';

test('what orders hold: the pieces that are noted on their lines', () => {
	const note = (value: unknown, key = '_reduced_stock') => [
		{ key: 'other', value: 9 },
		{ key, value },
	];
	const order = {
		id: 501,
		date_created_gmt: '2026-11-01T10:00:00',
		line_items: [
			{ product_id: 1, variation_id: 0, meta_data: note('3') },
			{ product_id: 1, meta_data: note(2) },
			{ product_id: 2, variation_id: 3, meta_data: note('4') },
			{ product_id: 2, variation_id: 4, meta_data: note('1') },
			{ product_id: 5, meta_data: note('0') },
			{ product_id: 6, meta_data: note('x') },
			{ product_id: 7, meta_data: note('8', '_other') },
			{ product_id: 8, meta_data: null },
			{ product_id: null, meta_data: note('1') },
		],
	};
	const known = items(
		product(2, 'SHIRT', { type: 'variable' }),
		variation(3, 2, 'L', { manage_stock: 'parent' }),
		variation(4, 2, 'M'),
	);
	const [held] = readHeldStock([order], known);
	expect({ ...held, pieces: Object.fromEntries(held!.pieces) }).toEqual({
		orderId: '501',
		createdAt: '2026-11-01T10:00:00',
		pieces: { '1/0': 5, '2/0': 4, '2/4': 1, '0/0': 1 },
	});
	expect(heldByKey([held!, held!]).get('1/0')).toBe(10);
	expect(() => readHeldStock([{ ...order, date_created_gmt: '' }], [])).toThrow(
		'Row 1 is not an order of WooCommerce: check its field "date_created_gmt"',
	);
});
