import type { Columns, OrderFileField } from './columns';
import { textOfCell, type Cell } from './cells';

/** One row of a file below its headings. */
export interface FileRow {
	/** As a spreadsheet counts rows: the headings are row 1. */
	row: number;
	cells: readonly Cell[];
}

/** The rows of one order. */
export interface OrderRows {
	number: string;
	rows: FileRow[];
}

export function cellOf({ cells }: FileRow, { fields }: Columns, field: OrderFileField): Cell {
	const place = fields[field];
	return place === undefined ? '' : (cells[place] ?? '');
}

export const textIn = (row: FileRow, columns: Columns, field: OrderFileField): string =>
	textOfCell(cellOf(row, columns, field));

const LINE_FIELDS = [
	...['lineTitle', 'lineSku', 'lineQuantity', 'linePercentage', 'linePriceGross', 'linePriceNet'],
	...['linePrice', 'lineGross', 'lineNet', 'lineVat'],
] as const satisfies readonly OrderFileField[];

/** Whether each row is a line of an order, so that several rows together are one order. */
export function hasRowPerLine({ fields }: Columns): boolean {
	const amounts = ['linePriceGross', 'linePriceNet', 'linePrice', 'lineGross', 'lineNet'] as const;
	return amounts.some((field) => fields[field] !== undefined);
}

/** Whether a row says anything of a line. */
export const hasLine = (row: FileRow, columns: Columns): boolean =>
	LINE_FIELDS.some((field) => textIn(row, columns, field) !== '');

/**
 * The rows by order. In a file with a row per line, rows of one number belong together wherever they
 * stand, and a row without a number belongs to the order above it.
 *
 * @returns `withoutOrder`: rows without a number that belong to no order; `twice`: further rows of a
 * number in a file with a row per order.
 */
export function rowsByOrder(
	rows: readonly FileRow[],
	columns: Columns,
): { orders: OrderRows[]; withoutOrder: FileRow[]; twice: FileRow[] } {
	const perLine = hasRowPerLine(columns);
	const orders = new Map<string, OrderRows>();
	const withoutOrder: FileRow[] = [];
	const twice: FileRow[] = [];
	let above: OrderRows | undefined;
	for (const row of rows) {
		const number = textIn(row, columns, 'number');
		const known: OrderRows | undefined =
			orders.get(number) ?? (number === '' && perLine ? above : undefined);
		if (known) {
			(perLine ? known.rows : twice).push(row);
			above = known;
		} else if (number === '') {
			withoutOrder.push(row);
		} else {
			above = { number, rows: [row] };
			orders.set(number, above);
		}
	}
	return { orders: [...orders.values()], withoutOrder, twice };
}
