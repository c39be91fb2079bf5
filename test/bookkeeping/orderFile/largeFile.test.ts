import type { Cell } from '../../../bookkeeping/orderFile/cells';
import { fileForm } from '../../../bookkeeping/orderFile/fileForm';
import {
	type OrderFile,
	readOrderJson,
	readOrderTable,
} from '../../../bookkeeping/orderFile/readOrderFile';

const ROWS = 20_000;
const HEAD = [
	...['Bestelnummer', 'Besteldatum', 'Naam', 'E-mail', 'Adres', 'Postcode', 'Plaats', 'Land'],
	...['Artikel', 'Aantal', 'Prijs', 'Btw %', 'Totaal', 'Btw'],
];
/** 22 November 2026, as a spreadsheet counts days. */
const DAY = 46_348;

interface Sold {
	number: number;
	/** With VAT at 21 %, of each line. */
	lines: number[];
}

/** Orders of one to four lines, so many rows together. */
function soldOrders(rows: number): Sold[] {
	const orders: Sold[] = [];
	for (let left = rows, number = 100_000; left > 0; number += 1) {
		const lines = Math.min(left, 1 + (number % 4));
		orders.push({
			number,
			lines: Array.from({ length: lines }, (_, line) => 1210 + 121 * ((number + line) % 90)),
		});
		left -= lines;
	}
	return orders;
}

const euro = (cents: number): string => (cents / 100).toFixed(2);
const withComma = (cents: number): string => euro(cents).replace('.', ',');
const grossOf = ({ lines }: Sold): number => lines.reduce((all, one) => all + one, 0);
// Every price is a multiple of 1.21.
const vatOf = (sold: Sold): number => (grossOf(sold) / 121) * 21;

function table<One>(
	orders: readonly Sold[],
	written: {
		amount: (cents: number) => One;
		day: One;
		rate: One;
		one: One;
		text: (t: string) => One;
	},
): One[][] {
	const { amount, day, rate, one, text } = written;
	const who = ['Jo', 'jo@example.com', 'Kade 7', '3012 CA', 'Rotterdam', 'NL'].map(text);
	const nobody = new Array<One>(8).fill(text(''));
	return orders.flatMap((sold) =>
		sold.lines.map((price, line) => [
			...(line === 0 ? [text(String(sold.number)), day, ...who] : nobody),
			...[text('Mok'), one, amount(price), rate],
			...(line === 0 ? [amount(grossOf(sold)), amount(vatOf(sold))] : [text(''), text('')]),
		]),
	);
}

const asText = {
	...{ amount: withComma, day: '22-11-2026', rate: '21', one: '1' },
	text: (value: string) => value,
};

/** What a reader of CSV makes of a file without quotes. */
function cellsOf(file: Uint8Array): string[][] {
	const form = fileForm(file);
	if (form.form !== 'csv') throw new Error(`not CSV but ${form.form}`);
	const text = new TextDecoder(form.encoding).decode(file);
	return text.split('\r\n').map((row) => row.split(form.separator));
}

const fileWith = (separator: string, orders: readonly Sold[]) =>
	[HEAD, ...table(orders, asText)].map((row) => row.join(separator)).join('\r\n');

const orders = soldOrders(ROWS);
const tenth = soldOrders(ROWS / 10);

/** Objects that say what the columns of a row say, under their headings. */
const asObjects = (sold: readonly Sold[]): object[] => {
	const rows = table<Cell>(sold, {
		...{ amount: (cents) => cents / 100, day: '2026-11-22', rate: 21, one: 1 },
		text: (value) => value,
	});
	return rows.map((row) => Object.fromEntries(HEAD.map((name, column) => [name, row[column]])));
};

/** Calls back whenever a row, or a cell of one, is looked at. */
function watched<Row extends object>(rows: readonly Row[], lookedAt: () => void): Row[] {
	const watch = <Seen extends object>(seen: Seen): Seen =>
		new Proxy(seen, {
			get: (all, place) => {
				lookedAt();
				return Reflect.get(all, place) as unknown;
			},
		});
	return watch(rows.map(watch));
}

/** How often something of the rows is looked at while they are read. */
function looksAt<Row extends object>(rows: readonly Row[], read: (rows: Row[]) => void): number {
	let looks = 0;
	read(watched(rows, () => (looks += 1)));
	return looks;
}

type Cells = ReadonlyArray<readonly Cell[]>;
const readTable = (rows: Cells): OrderFile => readOrderTable(rows, [], [0, 9, 21]);
const readJson = (rows: object[]): OrderFile => readOrderJson(rows, [], [0, 9, 21]);

const ofTable = (rowsOf: (sold: readonly Sold[]) => Cells) => ({
	read: (sold: readonly Sold[]) => readTable(rowsOf(sold)),
	looks: (sold: readonly Sold[]) => looksAt(rowsOf(sold), readTable),
});
const ofJson = (rowsOf: (sold: readonly Sold[]) => object[]) => ({
	read: (sold: readonly Sold[]) => readJson(rowsOf(sold)),
	looks: (sold: readonly Sold[]) => looksAt(rowsOf(sold), readJson),
});

it.each<[string, ReturnType<typeof ofTable>]>([
	['CSV with decimal commas', ofTable((sold) => cellsOf(Buffer.from(fileWith(';', sold))))],
	[
		'CSV in UTF-16 with tabs',
		ofTable((sold) => cellsOf(Buffer.from(`\uFEFF${fileWith('\t', sold)}`, 'utf16le'))),
	],
	[
		'a spreadsheet: numbers for days, rates and amounts',
		ofTable((sold) => [
			HEAD,
			...table<Cell>(sold, {
				...{ amount: (cents) => cents / 100, day: DAY, rate: 0.21, one: 1 },
				text: (value) => value,
			}),
		]),
	],
	['JSON', ofJson((sold) => JSON.parse(JSON.stringify(asObjects(sold))) as object[])],
])('20,000 rows of %s, read twice', (_form, { read, looks }) => {
	const heap = process.memoryUsage().heapUsed;
	const file = read(orders);
	const again = read(orders);
	expect(file).toMatchObject({ rows: ROWS, complaints: [] });
	expect(file.trouble).toBeUndefined();
	// As texts: deep comparison of so many takes longer than reading them.
	const found = file.orders.map(({ order }) => [order.number, order.total, order.date].join());
	const sold = orders.map((one) => [one.number, euro(grossOf(one)), '2026-11-22'].join());
	expect(found.join('\n')).toBe(sold.join('\n'));
	expect(file.orders.reduce((all, { rows }) => all + rows.length, 0)).toBe(ROWS);
	expect(JSON.stringify(again.orders)).toBe(JSON.stringify(file.orders));
	// A few times for each of its columns, and not once for each other row.
	expect(looks(tenth)).toBeLessThan((ROWS / 10) * HEAD.length * 5);
	// Bytes for both readings: measured 90 MB.
	expect(process.memoryUsage().heapUsed - heap).toBeLessThan(500_000_000);
});
