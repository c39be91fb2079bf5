import { columnsOf } from '../../../bookkeeping/orderFile/columns';
import { hasRowPerLine, rowsByOrder } from '../../../bookkeeping/orderFile/record';

const rows = (...cells: string[][]) => cells.map((row, index) => ({ row: index + 2, cells: row }));
const perLine = columnsOf(['Order', 'Price'], []);
const perOrder = columnsOf(['Order', 'Total'], []);
const numbers = (found: ReturnType<typeof rowsByOrder>) =>
	found.orders.map((one) => [one.number, one.rows.map(({ row }) => row)]);

it('knows a row per line by a column with the amount of one', () => {
	expect([hasRowPerLine(perLine), hasRowPerLine(perOrder)]).toEqual([true, false]);
});

it('joins the lines of an order, wherever they stand', () => {
	const found = rowsByOrder(
		rows(['1', 'a'], ['', 'b'], ['2', 'c'], ['1', 'd'], ['', 'e']),
		perLine,
	);
	expect(numbers(found)).toEqual([
		['1', [2, 3, 5, 6]],
		['2', [4]],
	]);
	expect(found.withoutOrder).toEqual([]);
});

it('tells rows without a number, and numbers that come twice', () => {
	expect(rowsByOrder(rows(['', 'a'], ['1', 'b']), perLine).withoutOrder).toHaveLength(1);
	const found = rowsByOrder(rows(['1', 'a'], ['1', 'b'], ['', 'c']), perOrder);
	expect(found.twice.map(({ row }) => row)).toEqual([3]);
	expect(found.withoutOrder.map(({ row }) => row)).toEqual([4]);
});
