import type { Cell } from '../../../bookkeeping/orderFile/cells';
import { fileForm } from '../../../bookkeeping/orderFile/fileForm';
import { readOrderTable } from '../../../bookkeeping/orderFile/readOrderFile';

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

/** What reading takes of the processor, in microseconds, and what was read. */
function timed<Read>(read: () => Read): [number, Read] {
	const started = process.cpuUsage().user;
	const result = read();
	return [process.cpuUsage().user - started, result];
}

it.each<[string, (orders: readonly Sold[]) => ReadonlyArray<readonly Cell[]>]>([
	['CSV with decimal commas', (sold) => cellsOf(Buffer.from(fileWith(';', sold)))],
	[
		'CSV in UTF-16 with tabs',
		(sold) => cellsOf(Buffer.from(`\uFEFF${fileWith('\t', sold)}`, 'utf16le')),
	],
	[
		'a spreadsheet: numbers for days, rates and amounts',
		(sold) => [
			HEAD,
			...table<Cell>(sold, {
				...{ amount: (cents) => cents / 100, day: DAY, rate: 0.21, one: 1 },
				text: (value) => value,
			}),
		],
	],
])('20,000 rows of %s, read twice', (_form, rowsOfFile) => {
	const read = (sold: readonly Sold[]) => readOrderTable(rowsOfFile(sold), [], [0, 9, 21]);
	const [short] = timed(() => read(tenth));
	const heap = process.memoryUsage().heapUsed;
	const [long, file] = timed(() => read(orders));
	const again = read(orders);
	expect(file).toMatchObject({ rows: ROWS, complaints: [] });
	expect(file.trouble).toBeUndefined();
	// As texts: deep comparison of so many takes longer than reading them.
	const found = file.orders.map(({ order }) => [order.number, order.total, order.date].join());
	const sold = orders.map((one) => [one.number, euro(grossOf(one)), '2026-11-22'].join());
	expect(found.join('\n')).toBe(sold.join('\n'));
	expect(file.orders.reduce((all, { rows }) => all + rows.length, 0)).toBe(ROWS);
	expect(JSON.stringify(again.orders)).toBe(JSON.stringify(file.orders));
	// Ten times the rows: a hundred times the work if each row looked at all others.
	expect(long / short).toBeLessThan(30);
	// Bytes for both readings: measured 90 MB.
	expect(process.memoryUsage().heapUsed - heap).toBeLessThan(500_000_000);
});
