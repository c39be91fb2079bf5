import { columnsOf } from '../../../bookkeeping/orderFile/columns';
import { FileOrder } from '../../../bookkeeping/orderFile/fileOrder';

/** One order of a file with decimal points and the rates 21, 9 and 0. */
export function orderOf(headings: string[], ...rows: unknown[][]): FileOrder {
	const file = {
		headings,
		columns: columnsOf(headings, []),
		mark: '.',
		rates: [2100, 900, 0],
	} as const;
	return new FileOrder(
		{ number: '1', rows: rows.map((cells, index) => ({ row: index + 2, cells })) },
		file,
	);
}

/** What was thrown: the row and the case of the code. */
export function refusalOf(read: () => unknown): unknown {
	try {
		read();
	} catch (error) {
		const { row, why } = error as { row: number; why: { facts: { case: string } } };
		return [row, why.facts.case];
	}
	return undefined;
}
