import { itemsFrom } from '../cli/executionData';
import type { Execution, ItemJson } from '../cli/executionData';
import type { DataTableRow } from './n8nClient';

const COUNTS = ['read', 'booked', 'waiting', 'nothingToBook', 'needsAttention'] as const;

/** What one hourly run did for one shop, in numbers of orders and refunds. */
export type ShopCounts = { shop: string } & Record<(typeof COUNTS)[number], number>;

/** One run over all shops; amounts as text with two decimals, in euros. */
export interface RunSummary {
	shops: ShopCounts[];
	/** Sum of all invoices in SnelStart's books after the run. */
	gross: string;
	/** Percentage → VAT in SnelStart's books after the run. */
	vat: Record<string, string>;
	/** Calls to SnelStart during this run, by kind; sign-ins left out. */
	calls: Record<string, number>;
}

/** The item as counts, if it is that. */
function asCounts({ shop, ...item }: ItemJson): ShopCounts[] {
	const numbers = COUNTS.map((name) => [name, item[name]] as const);
	if (typeof shop !== 'string' || numbers.some(([, value]) => typeof value !== 'number')) return [];
	return [{ shop, ...(Object.fromEntries(numbers) as Omit<ShopCounts, 'shop'>) }];
}

/**
 * The counts an hourly sync reports: the only item of the last node that gave one. It need not be the
 * node that ran last: whether the client is paused may be asked after it.
 * @throws Error when it did not report them
 */
export function shopCounts(workflow: string, execution: Execution): ShopCounts {
	const reports = Object.keys(execution.outputs)
		.map((node) => itemsFrom(execution, node))
		.filter(({ length }) => length === 1)
		.flatMap(([item]) => asCounts(item!));
	const counts = reports.at(-1);
	if (counts) return counts;
	throw new Error(
		`"${workflow}" must end with one item that counts ${COUNTS.join(', ')} for its shop, but none of ${Object.keys(execution.outputs).join(', ')} gave it.`,
	);
}

/** Orders booked by a run, over all shops. */
export function bookedIn(run: Pick<RunSummary, 'shops'>): number {
	return run.shops.reduce((sum, shop) => sum + shop.booked, 0);
}

const text = (value: DataTableRow[string] | undefined): string =>
	value === null || value === undefined ? '' : String(value);

/** Amounts with two decimals, anything else as it is. */
function money(value: DataTableRow[string] | undefined): string {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && !Number.isNaN(number) ? number.toFixed(2) : text(value);
}

/** Of rows for the same order only the newest: n8n's tables know no unique key. */
export function newestRows(rows: DataTableRow[]): DataTableRow[] {
	const byOrder = new Map<string, DataTableRow>();
	for (const row of rows) {
		const key = JSON.stringify([row.client, row.shop, row.orderKey]);
		const known = byOrder.get(key);
		if (!known || Number(row.id) > Number(known.id)) byOrder.set(key, row);
	}
	return [...byOrder.values()];
}

/** How a column is called and what stands in it. */
const COLUMNS: Array<{
	heading: string;
	right?: boolean;
	cell: (row: DataTableRow) => string;
}> = [
	{ heading: 'Shop', cell: (row) => text(row.shop) },
	{ heading: 'Order', cell: (row) => text(row.orderNumber) || text(row.orderKey) },
	{ heading: 'Regime', cell: (row) => text(row.regime) },
	{ heading: 'Total', right: true, cell: (row) => money(row.total) },
	{ heading: 'VAT', right: true, cell: (row) => money(row.vat) },
	{ heading: 'State', cell: (row) => text(row.state) },
	{ heading: 'SnelStart', cell: (row) => text(row.snelStartNumber) },
	{
		heading: 'What to do',
		cell: ({ code, message, tip }) => {
			const advice = [message, tip].map(text).filter((part) => part !== '');
			return text(code) === '' ? '' : [`${text(code)}:`, ...advice].join(' ');
		},
	},
];

/**
 * The order table as lines for a terminal, sorted by shop and order: orders, refunds and payouts, not
 * each payment and line of a payout.
 */
export function orderTable(rows: DataTableRow[]): string {
	const lines = newestRows(rows)
		.filter(({ kind }) => !['payment', 'payoutEntry'].includes(text(kind)))
		.map((row) => COLUMNS.map((column) => column.cell(row)))
		.sort((a, b) =>
			a.slice(0, 2).join(' ').localeCompare(b.slice(0, 2).join(' '), 'en', { numeric: true }),
		);
	// The last column is the longest by far; nothing stands to the right of it to line up with.
	const widths = COLUMNS.map(({ heading }, index) =>
		index === COLUMNS.length - 1
			? heading.length
			: Math.max(heading.length, ...lines.map((line) => line[index]?.length ?? 0)),
	);
	const show = (cells: string[]): string =>
		cells
			.map((cell, index) =>
				COLUMNS[index]?.right ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
			)
			.join('  ')
			.trimEnd();
	const headings = COLUMNS.map(({ heading }) => heading);
	return [show(headings), show(widths.map((width) => '─'.repeat(width))), ...lines.map(show)].join(
		'\n',
	);
}

/** What the reconciliation says of one document. */
const isDifference = ({ kind }: DataTableRow): boolean =>
	!['box', 'icp', 'oss', 'clearing', 'summary', 'notBookable'].includes(text(kind));

/**
 * What happened beside the orders, and what there is to find, in words.
 * @param rows of the order table
 * @param checks of the table of period checks
 */
export function weekInWords(rows: DataTableRow[], checks: DataTableRow[]): string {
	const booked = newestRows(rows).filter(({ state }) => state === 'booked');
	const ofKind = (wanted: string) => booked.filter(({ kind }) => kind === wanted);
	const lines = [
		...ofKind('refund').map(
			({ snelStartNumber, total }) =>
				`Refund credited as ${text(snelStartNumber)}: € ${money(total)}`,
		),
		...ofKind('payout').map(
			({ shop, orderNumber, total }) =>
				`Payout of ${text(shop)} ${text(orderNumber)} booked: € ${money(total)}`,
		),
		...checks
			.filter(isDifference)
			.map(({ orderNumber, found }) => `To find: order ${text(orderNumber)}. ${text(found)}`),
	];
	return [...lines, 'Look at the tab Reconciliation of the dashboard.'].join('\n');
}
