import { reason, told, type Reason, type Told } from '../codes/register';
import { reasonOf } from '../trade/findings';
import { isObject, type RawObject } from '../trade/fields';
import { isMonthFirst, markOf, textOfCell, type Cell } from './cells';
import { columnsOf, type NamedColumn, type OrderFileField } from './columns';
import { Complaint, complaint } from './complaint';
import { FileOrder, headOf, type FileReading } from './fileOrder';
import { orderLines } from './orderLines';
import { rateLines } from './rateLines';
import { hasRowPerLine, rowsByOrder, textIn, type FileRow } from './record';

/** The most rows of one file. */
export const MOST_FILE_ROWS = 50_000;

/** A row that is not understood. */
export interface RowComplaint extends Told {
	/** As a spreadsheet counts rows: the headings are row 1. */
	row: number;
}

export interface OrderFile {
	/** In the form of docs/other-shops.md, each with the rows it was read from. */
	orders: Array<{ order: RawObject; rows: number[] }>;
	/** What the columns hold, in the order of the file. */
	columns: Array<{ heading: string; field: string }>;
	complaints: RowComplaint[];
	/** Rows below the headings that are not empty. */
	rows: number;
	/** Why the file as a whole cannot be read; then there are no orders. */
	trouble?: Reason;
}

/**
 * Reads the orders of a table: the first row has the headings.
 *
 * @param table rows of cells, as n8n's Extract From File gives them.
 * @param named the columns that the settings name.
 * @param percentages the VAT rates that the settings know.
 */
export function readOrderTable(
	table: ReadonlyArray<readonly Cell[]>,
	named: readonly NamedColumn[],
	percentages: readonly number[],
): OrderFile {
	const [head = [], ...below] = table;
	const headings = head.map(textOfCell);
	const rows = below
		.map((cells, index): FileRow => ({ row: index + 2, cells }))
		.filter(({ cells }) => cells.some((cell) => textOfCell(cell) !== ''));
	const columns = columnsOf(headings, named);
	const told = headings.map((heading, place) => ({ heading, field: fieldAt(columns, place) }));
	const nothing = { orders: [], columns: told, complaints: [], rows: rows.length };
	const trouble = troubleOf(headings, columns, rows.length);
	if (trouble) return { ...nothing, trouble };
	const mark = markOf(amountCells(rows, columns));
	if (mark === 'twoDecimalMarks' || mark === 'noDecimalMark') {
		return { ...nothing, trouble: reason('ORDER_FILE_UNREADABLE', { case: mark }) };
	}
	const american = rows
		.map(({ cells }) => textOfCell(cells[columns.fields.date!]))
		.find(isMonthFirst);
	if (american !== undefined) {
		const column = headings[columns.fields.date!]!;
		const facts = { case: 'monthFirst', column, date: american.slice(0, 10).trim() } as const;
		return { ...nothing, trouble: reason('ORDER_FILE_UNREADABLE', facts) };
	}
	const rates = [...new Set(percentages.map((percentage) => Math.round(percentage * 100)))];
	return { ...nothing, ...ordersOf(rows, { headings, columns, mark, rates }) };
}

/**
 * Reads the orders of JSON: a list of objects, each in the form of docs/other-shops.md or flat, as a
 * row of a table. A list may stand in one field of an object; one order may stand alone.
 */
export function readOrderJson(
	json: unknown,
	named: readonly NamedColumn[],
	percentages: readonly number[],
): OrderFile {
	const list = listIn(json);
	const records = list.filter(isObject);
	if (records.length > 0 && records.every(hasLines)) {
		const orders = list.flatMap((order, index) =>
			isObject(order) ? [{ order, rows: [index + 1] }] : [],
		);
		return { orders, columns: [], complaints: noRecords(list, 1), rows: list.length };
	}
	// What is not an order stays an empty row, so that the rows of the others keep their numbers.
	const flat = list.map((record) => (isObject(record) ? flatten(record) : {}));
	const headings = [...new Set(flat.flatMap((record) => Object.keys(record)))];
	const table = flat.map((record) => headings.map((heading) => record[heading] ?? ''));
	const file = readOrderTable([headings, ...table], named, percentages);
	const others = noRecords(list, 2);
	return {
		...file,
		rows: file.rows + others.length,
		complaints: [...file.complaints, ...others].sort((a, b) => a.row - b.row),
	};
}

const hasLines = ({ lines }: RawObject): boolean => Array.isArray(lines);

/** What stands in a list and is not an object, each told with its row. */
function noRecords(list: readonly unknown[], firstRow: number): RowComplaint[] {
	return list.flatMap((record, index) => {
		if (isObject(record)) return [];
		const { row, why } = complaint(index + firstRow, { case: 'noRecord' });
		return [{ row, ...told(why) }];
	});
}

/** The list itself, the list in a field of an object, or one order alone. */
function listIn(json: unknown): unknown[] {
	if (Array.isArray(json)) return json;
	if (!isObject(json)) return [];
	return hasLines(json) ? [json] : (Object.values(json).find(Array.isArray) ?? [json]);
}

function flatten(record: RawObject, path = ''): RawObject {
	return Object.fromEntries(
		Object.entries(record).flatMap(([name, value]): Array<[string, unknown]> => {
			const heading = path === '' ? name : `${path} ${name}`;
			return isObject(value) ? Object.entries(flatten(value, heading)) : [[heading, value]];
		}),
	);
}

function troubleOf(
	headings: readonly string[],
	columns: FileReading['columns'],
	rows: number,
): Reason | undefined {
	const unreadable = (facts: Parameters<typeof reason<'ORDER_FILE_UNREADABLE'>>[1]) =>
		reason('ORDER_FILE_UNREADABLE', facts);
	if (rows === 0) return unreadable({ case: 'empty' });
	if (rows > MOST_FILE_ROWS) return unreadable({ case: 'tooLarge', most: MOST_FILE_ROWS });
	const found = headings.filter((heading) => heading !== '');
	if (columns.missing.length > 0) {
		return unreadable({ case: 'namedColumns', columns: columns.missing, found });
	}
	const { fields } = columns;
	const hasTotal =
		fields.total !== undefined || (fields.totalNet !== undefined && fields.totalVat !== undefined);
	const missing = [
		...(['number', 'date'] as const).filter((field) => fields[field] === undefined),
		...(hasTotal ? [] : ['total']),
	];
	return missing.length > 0 ? unreadable({ case: 'columns', columns: missing, found }) : undefined;
}

const AMOUNTS = new Set<OrderFileField>([
	...(['total', 'totalNet', 'totalVat', 'paidByGiftCard', 'shipping', 'shippingNet'] as const),
	...(['shippingGross', 'shippingVat', 'discount', 'linePrice', 'linePriceGross'] as const),
	...(['linePriceNet', 'lineGross', 'lineNet', 'lineVat'] as const),
]);

function amountCells(rows: readonly FileRow[], { fields, rates }: FileReading['columns']): Cell[] {
	const places = [
		...[...AMOUNTS].flatMap((field) => fields[field] ?? []),
		...rates.map(({ place }) => place),
	];
	return rows.flatMap(({ cells }) => places.map((place) => cells[place]));
}

function fieldAt({ fields, rates }: FileReading['columns'], place: number): string {
	const rate = rates.find((one) => one.place === place);
	if (rate) return `${rate.holds} ${rate.percentage} %`;
	return Object.entries(fields).find(([, at]) => at === place)?.[0] ?? '';
}

const complained = (error: unknown, row: number): Complaint =>
	error instanceof Complaint ? error : new Complaint(row, reasonOf(error));

function ordersOf(
	rows: readonly FileRow[],
	file: FileReading,
): Pick<OrderFile, 'orders' | 'complaints'> {
	const perLine = hasRowPerLine(file.columns);
	const { orders, withoutOrder, twice } = rowsByOrder(rows, file.columns);
	const numberOf = (row: FileRow) => textIn(row, file.columns, 'number');
	const complaints = [
		...withoutOrder.map(({ row }) => complaint(row, { case: 'noNumber' })),
		...twice.map((row) => complaint(row.row, { case: 'twice', number: numberOf(row) })),
	];
	const doubled = new Set(twice.map(numberOf));
	const understood = orders.flatMap((one): OrderFile['orders'] => {
		if (doubled.has(one.number)) return [];
		const order = new FileOrder(one, file);
		try {
			const raw = { ...headOf(order), lines: perLine ? orderLines(order) : rateLines(order) };
			return [{ order: raw, rows: one.rows.map(({ row }) => row) }];
		} catch (error) {
			complaints.push(complained(error, order.first.row));
			return [];
		}
	});
	return {
		orders: understood,
		complaints: complaints
			.map(({ row, why }) => ({ row, ...told(why) }))
			.sort((a, b) => a.row - b.row),
	};
}
