/**
 * Judges what a campaign left behind: orders of a shop, rows of the order table, entries in the
 * books. Knows nothing of how they came about, so that it serves the model of the order table, the
 * templates in n8n's engine and fault campaigns on a real n8n alike.
 */
import { ofTotals, stateNames } from '../../bookkeeping';

/** A document that a shop or provider has. */
export interface JudgedOrder {
	orderKey: string;
	/** The number it gets in the books. */
	number: string;
	/** With VAT, in cents. */
	amount: number;
	/** Whether it is to be in the books by now, as the shop says at the end. */
	isToBook: boolean;
}

/** What counts of a row of the order table. */
export interface JudgedRow {
	orderKey: string;
	state?: string | null;
	claimId?: string | null;
	code?: string | null;
	snelStartNumber?: string | null;
	/** The day total that it belongs to. */
	originalInvoiceNumber?: string | null;
	/** In euro, as it stands in the table. */
	total?: number | null;
}

/** A document in the books. */
export interface JudgedEntry {
	number: string;
	/** With VAT, in cents. */
	amount: number;
}

export interface Evidence {
	orders: readonly JudgedOrder[];
	rows: readonly JudgedRow[];
	entries: readonly JudgedEntry[];
	/** Nothing runs any more, and every run that was to follow has run. */
	isQuiet: boolean;
}

const knownStates: readonly string[] = stateNames;
const cents = (euro: number): number => Math.round(euro * 100);

/**
 * @returns what is wrong, a sentence per fault: nothing when everything was booked exactly once and
 * is known. "Twice" and "lost" are the two faults that must never be.
 */
export function judge({ orders, rows, entries, isQuiet }: Evidence): string[] {
	const faults: string[] = [];
	const known = new Set(orders.map(({ orderKey }) => orderKey));
	const numbers = new Set(orders.map(({ number }) => number));

	for (const { number } of entries) {
		if (!numbers.has(number)) faults.push(`Entry ${number} belongs to no order.`);
	}
	for (const row of rows) {
		if (!known.has(row.orderKey)) faults.push(`Row ${row.orderKey} belongs to no order.`);
		if (!knownStates.includes(row.state ?? '')) {
			faults.push(`Row ${row.orderKey} has the state "${row.state}".`);
		}
	}
	for (const order of orders) {
		const own = rows.filter(({ orderKey }) => orderKey === order.orderKey);
		const booked = entries.filter(({ number }) => number === order.number);
		faults.push(...faultsOf(order, own, booked));
		if (isQuiet) faults.push(...leftOf(order, own, booked));
	}
	return faults;
}

/** What must never be, not even while runs are under way. */
function faultsOf(
	{ orderKey, amount }: JudgedOrder,
	rows: readonly JudgedRow[],
	entries: readonly JudgedEntry[],
): string[] {
	const faults: string[] = [];
	if (entries.length > 1)
		faults.push(`${orderKey} is in the books ${entries.length} times: twice.`);
	for (const entry of entries) {
		if (entry.amount !== amount) {
			faults.push(`${orderKey} is in the books for ${entry.amount} instead of ${amount} cents.`);
		}
	}
	const stateIn = (...states: string[]) => rows.some(({ state }) => states.includes(state ?? ''));
	// What was sent and not recorded yet is held by a claim, or is marked as unknown.
	if (entries.length > 0 && !stateIn('booked', 'booking', 'unknown')) {
		faults.push(`${orderKey} is in the books, and no row knows: lost.`);
	}
	for (const { state, claimId, snelStartNumber, total } of rows) {
		const isHeld = state === 'booking' || state === 'booked';
		if (isHeld !== Boolean(claimId)) {
			faults.push(`${orderKey} is ${state || 'empty'} with the claim "${claimId ?? ''}".`);
		}
		if (state !== 'booked') continue;
		if (entries.length === 0) faults.push(`${orderKey} is booked, but not in the books: lost.`);
		if (!snelStartNumber) faults.push(`${orderKey} is booked without a number.`);
		if (typeof total === 'number' && cents(total) !== amount) {
			faults.push(`${orderKey} is recorded with ${total} instead of ${amount} cents.`);
		}
	}
	return faults;
}

/** What must not be any more once everything has run. */
function leftOf(
	{ orderKey, isToBook }: JudgedOrder,
	rows: readonly JudgedRow[],
	entries: readonly JudgedEntry[],
): string[] {
	if (rows.length === 0) return [`${orderKey} has no row: lost.`];
	const held = rows.some(({ state }) => state === 'booking');
	if (held) return [`${orderKey} is held by a run that is gone.`];
	if (!isToBook) return [];
	if (entries.length === 0) return [`${orderKey} is not in the books: lost.`];
	const open = rows.find(({ state }) => state !== 'booked');
	return open ? [`${orderKey} is in the books, but "${open.state || 'empty'}".`] : [];
}

/** How the numbers of day totals begin in campaigns and models. */
const TOTALS = 'WDAG-';

/**
 * Judges books with day totals: each total holds exactly the orders that are fixed in it, each order
 * stands in one of them or by itself, and at rest none is left out.
 */
export function judgeTotals({ orders, rows, entries, isQuiet }: Evidence): string[] {
	const numbers = entries.map(({ number }) => number);
	const totalOf = (row: JudgedRow): string => row.originalInvoiceNumber ?? '';
	const isFixed = (row: JudgedRow): boolean =>
		row.state === 'inTotal' || (row.state === 'booked' && row.snelStartNumber === totalOf(row));
	const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
	return [
		...twice.map((number) => `Entry ${number} is there twice.`),
		...entries
			.filter(({ number }) => number.startsWith(TOTALS))
			.flatMap(({ number, amount }) => {
				const held = orders.filter(({ orderKey }) =>
					rows.some((row) => row.orderKey === orderKey && isFixed(row) && totalOf(row) === number),
				);
				const wanted = held.reduce((all, order) => all + order.amount, 0);
				return wanted === amount ? [] : [`${number} is ${amount}, its orders make ${wanted}.`];
			}),
		...orders.flatMap(({ orderKey, number, isToBook }) => {
			const own = rows.filter((row) => row.orderKey === orderKey);
			const places = new Set([
				...numbers.filter((one) => one === number),
				...own.filter(isFixed).map(totalOf),
			]);
			if (places.size > 1) return [`${number} is in ${[...places].join(' and ')}.`];
			if (!isQuiet) return [];
			const inBooks = [...places].filter((place) => numbers.includes(place));
			const unsettled = own.filter((row) => ofTotals.some((state) => state === row.state));
			return [
				...(isToBook && inBooks.length === 0 ? [`${number} is lost.`] : []),
				...unsettled.map(({ state }) => `${number} stays ${state}.`),
			];
		}),
	];
}

/**
 * Judges the papers of entries that are to have one each: never two, and at rest none is left out.
 *
 * @param papers numbers of the entries that the papers in the books hang on
 */
export function judgePapers(
	entries: ReadonlyArray<Pick<JudgedEntry, 'number'>>,
	papers: readonly string[],
	isQuiet: boolean,
): string[] {
	return entries.flatMap(({ number }) => {
		const count = papers.filter((one) => one === number).length;
		if (count > 1) return [`Entry ${number} has ${count} papers: twice.`];
		return isQuiet && count === 0 ? [`Entry ${number} has no paper: lost.`] : [];
	});
}

/**
 * Judges the payments of documents that are to be paid once each: never two, never another amount, and
 * at rest none is left out.
 *
 * @param settled what the money entries in the books settle, by the number of the document
 */
export function judgePayments(
	paid: readonly JudgedEntry[],
	settled: readonly JudgedEntry[],
	isQuiet: boolean,
): string[] {
	const known = new Set(paid.map(({ number }) => number));
	return [
		...settled
			.filter(({ number }) => !known.has(number))
			.map(({ number }) => `${number} is settled, and nobody paid it.`),
		...paid.flatMap(({ number, amount }) => {
			const own = settled.filter((one) => one.number === number);
			if (own.length > 1) return [`${number} is settled ${own.length} times: paid twice.`];
			const wrong = own.filter((one) => one.amount !== amount);
			if (wrong.length > 0) {
				return [`${number} is settled with ${wrong[0]!.amount} instead of ${amount} cents.`];
			}
			return isQuiet && own.length === 0 ? [`The payment of ${number} is lost.`] : [];
		}),
	];
}
