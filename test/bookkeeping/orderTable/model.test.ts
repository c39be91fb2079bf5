import { DateTime } from 'luxon';

import {
	claim,
	CLAIM_HOURS,
	claimable,
	decideClaims,
	expiredClaim,
	fixedInTotal,
	isUnchanged,
	ofTotals,
	open,
	partNew,
	readFound,
	resultRow,
	rowGivenBack,
	rowToGoBy,
	states,
	triedAgain,
	whereState,
	type Found,
	type FoundToBook,
	type State,
} from '../../../bookkeeping';
import {
	judge,
	judgeTotals,
	type Evidence,
	type JudgedOrder,
	type JudgedRow,
} from '../../support/judge';
import { versionedNumber } from '../../../bookkeeping/documents/entryVersion';
import { planTotals } from '../../../bookkeeping/totals/planTotals';
import { creditKey } from '../../../bookkeeping/orderTable/keys';
import { MemoryTable, type MemoryRow } from '../../support/memoryTable';
import { fc, runs } from '../../support/property';
import { withTotals } from '../totals/support';

const HOUR = 3_600_000;

type Outcome = 'book' | 'wait' | 'nothingToBook' | 'attention';

interface Order {
	id: string;
	outcome: Outcome;
	cents: number;
	/** The day total that it belongs to. */
	series?: string;
}

const keyOf = ({ id }: Order): string => `my-client/woocommerce/${id}`;
const numberOf = ({ id }: Order): string => `WC-${id}`;

/** What the transformer hands out of an order, as the shop has it at that moment. */
const itemOf = (order: Order) => ({
	outcome: order.outcome,
	orderKey: keyOf(order),
	client: 'my-client',
	shop: 'woocommerce',
	orderId: order.id,
	orderNumber: order.id,
	orderStatus: order.outcome,
	total: order.cents / 100,
	fingerprint: `EUR ${order.cents}`,
	code: order.outcome === 'book' ? '' : 'STATUS_NOT_YET',
	...(order.outcome === 'book' && {
		draft: {
			invoiceNumber: numberOf(order),
			...(order.series && { dayTotal: { series: order.series } }),
		},
	}),
});

/** SnelStart as far as it matters here: it keeps what it is sent, and it can be asked by number. */
class Books {
	readonly entries: Array<{ number: string; amount: number }> = [];

	constructor(private readonly refusesDoubles: boolean) {}

	has(number: string): boolean {
		return this.entries.some((entry) => entry.number === number);
	}

	/** @returns false when it refuses the number. */
	post(number: string, amount: number): boolean {
		if (this.refusesDoubles && this.has(number)) return false;
		this.entries.push({ number, amount });
		return true;
	}
}

/** What goes wrong in a run, apart from dying. */
interface Fate {
	/** The connection breaks after the write: the answer is lost, and so is the look-up after it. */
	losesAnswers: boolean;
	/** SnelStart is not there at all, or goes away after the look-up: nothing is sent. */
	isCutOff: false | 'before' | 'between';
}

type Offered = { found: FoundToBook; amount: number };

/** A document that a run is handed, and its amount in cents. */
interface Handed {
	kind: 'order' | 'refund' | 'total';
	item: object;
	amount: number;
}

const handed = (order: Order): Handed => ({
	kind: 'order',
	item: itemOf(order),
	amount: order.cents,
});

/**
 * One run of "Book and record" over some documents: the steps of the template, in its order, with
 * room for other runs between any two of them.
 */
function* bookAndRecord(
	documents: readonly Handed[],
	runId: string,
	{ table, books, now }: World,
	fate: Fate,
): Generator<void> {
	const found = documents.map(({ kind, item, amount }) => {
		const read = readFound(kind, item, 1);
		if ('refused' in read) throw new Error(read.message);
		return { read, amount };
	});
	const toBook: Offered[] = [];
	const known: MemoryRow[] = [];
	for (const { read, amount } of found) {
		if (read.outcome !== 'book') continue;
		yield;
		known.push(...table.get([isKey(read)]));
		toBook.push({ found: read, amount });
	}
	yield;
	const rows = toBook.map(({ found: one }) => one.seen);
	const { added, there } = partNew(rows, known as Array<{ orderKey?: string }>, runId);
	// One statement for all of them.
	for (const row of added) table.insert(row);
	for (const row of there) {
		yield;
		yield* table.upsert([is('orderKey', row.orderKey)], row);
	}
	for (const { orderKey } of there) {
		yield;
		table.update([is('orderKey', orderKey), ...whereState(claimable)], claim(runId));
	}
	for (const { read } of found) {
		if (read.outcome === 'book') continue;
		yield;
		yield* table.upsert([isKey(read)], read.seen);
		yield;
		table.update([isKey(read), ...whereState(open)], read.reason);
	}
	const read: MemoryRow[] = [];
	for (const { found: one } of toBook) {
		yield;
		read.push(...table.get([isKey(one)]));
	}
	const { mine, toGiveBack } = decideClaims(read.map(asClaimRow), runId);
	const answers: Array<{ offered: Offered; answer: Record<string, unknown> }> = [];
	for (const offered of toBook.filter(({ found: one }) => mine.has(one.seen.orderKey))) {
		const key = offered.found.seen.orderKey;
		const claimed = ownIn(read, key, runId);
		const number = versionedNumber(
			String(offered.found.draft.invoiceNumber),
			typeof claimed?.version === 'number' ? claimed.version : 1,
		);
		const { draft } = offered.found;
		const isGathered =
			draft.dayTotal && !claimed?.mayBeSent && !claimed?.snelStartNumber && !claimed?.version;
		if (isGathered) {
			answers.push({ offered, answer: { state: 'gathered' } });
			continue;
		}
		const answer = yield* offer(number, offered.amount, books, fate);
		answers.push({ offered, answer });
	}
	for (const { offered, answer } of answers) {
		yield;
		const { found: one } = offered;
		const claimed = ownIn(read, one.seen.orderKey, runId);
		const row = resultRow(one, claimed ?? {}, answer, { claimId: runId, now: now() });
		table.update([isKey(one), is('claimId', runId)], row);
	}
	for (const key of toGiveBack) {
		yield;
		const all = read.filter((row) => row.orderKey === key);
		const own = ownIn(read, key, runId);
		table.update(
			[is('orderKey', key), is('claimId', runId), is('state', 'booking')],
			rowGivenBack(own ?? {}, all),
		);
	}
}

/**
 * One run of the hourly sync over what the shop says changed: what stands in the table unchanged is
 * passed by, as far as its rows were written of late.
 */
function* syncChanged(
	documents: readonly Handed[],
	runId: string,
	world: World,
	fate: Fate,
): Generator<void> {
	yield;
	const { table, now } = world;
	const since = now().minus({ hours: CLAIM_HOURS }).toMillis();
	const known = table.get([{ column: 'updatedAt', condition: 'gte' as const, value: since }]);
	const goOn = documents.filter(({ kind, item }) => {
		const found = readFound(kind, item, 1);
		if ('refused' in found) return true;
		const own = known.filter(({ orderKey }) => orderKey === found.seen.orderKey);
		return !isUnchanged(found, own);
	});
	yield;
	yield* bookAndRecord(goOn, runId, world, fate);
}

const is = (column: string, value: unknown) => ({ column, condition: 'eq' as const, value });
const isKey = ({ seen }: Found) => is('orderKey', seen.orderKey);
const ownIn = (read: readonly MemoryRow[], key: unknown, runId: string): MemoryRow | undefined => {
	const [first, ...more] = read.filter((row) => row.orderKey === key && row.claimId === runId);
	return first && rowToGoBy([first, ...more]);
};
const asClaimRow = (row: MemoryRow) => ({
	orderKey: String(row.orderKey),
	claimId: typeof row.claimId === 'string' ? row.claimId : '',
	state: row.state,
});

/** What the SnelStart node does: look the number up, send, look again when that failed. */
function* offer(
	number: string,
	amount: number,
	books: Books,
	{ losesAnswers, isCutOff }: Fate,
): Generator<void, Record<string, unknown>> {
	if (isCutOff === 'before')
		return { error: 'Not reached', details: { code: 'CONNECTION_FAILED' } };
	const booked = { state: 'booked', invoiceNumber: number, salesEntryId: `entry ${number}` };
	if (books.has(number)) return { ...booked, alreadyThere: true };
	if (isCutOff === 'between') return { state: 'ready', code: 'CONNECTION_FAILED' };
	yield;
	const isTaken = books.post(number, amount);
	yield;
	if (losesAnswers) return { state: 'unknown', code: 'OUTCOME_UNKNOWN' };
	// Refused: another run sent it in between. The look-up after the write finds it.
	return { ...booked, alreadyThere: !isTaken };
}

/**
 * One run of "Undo bookings" over some orders: what is booked is noted, credited, and handed back to
 * be booked again once its credit note is recorded.
 */
function* undo(orders: readonly Order[], runId: string, world: World, fate: Fate): Generator<void> {
	const { table } = world;
	const isBooked = (key: string) => [is('orderKey', key), is('state', 'booked')];
	const begun: Array<{ order: Order; salesEntryId: unknown; version: number }> = [];
	for (const order of orders) {
		yield;
		const [row] = table.get(isBooked(keyOf(order)));
		if (!row) continue;
		const version = typeof row.version === 'number' ? row.version : 1;
		begun.push({ order, salesEntryId: row.salesEntryId, version });
	}
	for (const { order, salesEntryId } of begun) {
		yield;
		const same = [...isBooked(keyOf(order)), is('salesEntryId', salesEntryId)];
		table.update(same, { code: 'UNDO_STARTED' });
	}
	const credits = begun.map(({ order, version }): Handed => {
		const item = {
			...itemOf({ ...order, outcome: 'book' }),
			orderKey: creditKey(keyOf(order), version),
			originalOrderKey: keyOf(order),
			draft: { invoiceNumber: versionedNumber(`C${numberOf(order)}`, version) },
		};
		return { kind: 'refund', item, amount: -order.cents };
	});
	yield* bookAndRecord(credits, runId, world, fate);
	for (const { order, salesEntryId, version } of begun) {
		yield;
		if (table.get(isBooked(creditKey(keyOf(order), version))).length === 0) continue;
		yield;
		table.update([...isBooked(keyOf(order)), is('salesEntryId', salesEntryId)], {
			...{ state: 'ready', version: version + 1, claimId: '', code: '' },
			...{ snelStartNumber: '', salesEntryId: '' },
		});
	}
}

/** One run of "Book day totals": closes, books, and tells the orders. */
function* closeDay(runId: string, world: World, fate: Fate): Generator<void> {
	const { table, now } = world;
	const whatIsDue = [is('kind', 'order'), ...whereState(ofTotals)];
	yield;
	const due = new Set(table.get(whatIsDue).map((row) => String(row.originalInvoiceNumber)));
	const totals: MemoryRow[] = [];
	for (const number of due) {
		yield;
		const all = table.get([is('kind', 'total')]);
		totals.push(...all.filter(({ orderNumber }) => String(orderNumber).startsWith(number)));
	}
	if (due.size === 0) return;
	yield;
	const orders = table.get(whatIsDue);
	const settings = { ...withTotals(), client: 'my-client' };
	const planned = planTotals(orders, totals, now(), settings, new Map());
	const closing = planned.filter(({ step }) => step === 'close');
	const isRow = ({ orderKey }: { orderKey: string }) => is('orderKey', orderKey);
	const named = (number: string) => is('originalInvoiceNumber', number);
	for (const one of closing) {
		const { orderKey, client, shop, number: orderNumber } = one;
		yield;
		const row = { orderKey, client, shop, orderNumber, kind: 'total', parentKey: '' };
		yield* table.upsert([isRow(one)], row);
	}
	for (const one of closing) {
		yield;
		table.update([isRow(one), ...whereState(claimable)], claim(`${runId} closes`));
	}
	const read: MemoryRow[] = [];
	for (const one of closing) {
		yield;
		read.push(...table.get([isRow(one)]));
	}
	const { mine } = decideClaims(read.map(asClaimRow), `${runId} closes`);
	const toFix: typeof closing = [];
	for (const one of closing.filter(({ orderKey }) => mine.has(orderKey))) {
		yield;
		const fixed = table.get([named(one.number), ...whereState(fixedInTotal)]);
		if (fixed.length === 0) toFix.push(one);
	}
	for (const { number, series, firstId, lastId } of toFix) {
		yield;
		const between = [
			{ column: 'id', condition: 'gte' as const, value: firstId },
			{ column: 'id', condition: 'lte' as const, value: lastId },
		];
		const gathered = [is('kind', 'order'), is('state', 'gathered'), named(series), ...between];
		table.update(gathered, { state: 'inTotal', originalInvoiceNumber: number });
	}
	for (const one of closing) {
		yield;
		const own = read.find((row) => row.orderKey === one.orderKey);
		table.update([isRow(one), is('claimId', `${runId} closes`), is('state', 'booking')], {
			...{ state: own?.mayBeSent ? 'unknown' : 'ready', claimId: '' },
		});
	}
	const handedOver: Handed[] = [];
	for (const { orderKey, client, shop, number } of planned) {
		yield;
		const members = table.get([named(number), is('kind', 'order'), is('state', 'inTotal')]);
		const amounts = new Map(
			members.map((row) => [row.orderKey, Math.round(Number(row.total) * 100)]),
		);
		const amount = [...amounts.values()].reduce((all, one) => all + one, 0);
		const item = {
			...{ outcome: 'book', orderKey, client, shop, orderNumber: number, total: amount / 100 },
			draft: { invoiceNumber: number },
		};
		if (members.length > 0) handedOver.push({ kind: 'total', item, amount });
	}
	yield* bookAndRecord(handedOver, runId, world, fate);
	for (const one of planned) {
		yield;
		const [total] = table.get([isRow(one), is('state', 'booked')]);
		if (!total) continue;
		yield;
		table.update([named(one.number), is('kind', 'order'), is('state', 'inTotal')], {
			...{ state: 'booked', snelStartNumber: one.number, salesEntryId: total.salesEntryId },
		});
	}
}

interface World {
	table: MemoryTable;
	books: Books;
	now: () => DateTime;
}

type Event =
	| { does: 'start'; orders: number[]; fate: Fate }
	| { does: 'retry'; fate: Fate }
	| { does: 'undo'; orders: number[]; fate: Fate }
	| { does: 'close'; fate: Fate }
	| { does: 'step'; run: number; steps: number }
	| { does: 'die'; run: number }
	| { does: 'wait'; hours: number }
	| { does: 'expire' }
	| { does: 'change'; order: number; outcome: Outcome };

const ORDERS = 3;
const goesWell: Fate = { losesAnswers: false, isCutOff: false };
const anyFate = fc.constantFrom<Fate>(
	goesWell,
	goesWell,
	goesWell,
	{ ...goesWell, losesAnswers: true },
	{ ...goesWell, isCutOff: 'before' },
	{ ...goesWell, isCutOff: 'between' },
);
const someOrders = fc.uniqueArray(fc.nat(ORDERS - 1), { minLength: 1 });
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			does: fc.constant('start' as const),
			orders: someOrders,
			fate: anyFate,
		}),
	},
	{ weight: 2, arbitrary: fc.record({ does: fc.constant('retry' as const), fate: anyFate }) },
	{
		weight: 24,
		arbitrary: fc.record({
			does: fc.constant('step' as const),
			run: fc.nat(5),
			steps: fc.integer({ min: 1, max: 6 }),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ does: fc.constant('die' as const), run: fc.nat(5) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			does: fc.constant('wait' as const),
			hours: fc.constantFrom(1, CLAIM_HOURS, CLAIM_HOURS + 1),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ does: fc.constant('expire' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			does: fc.constant('change' as const),
			order: fc.nat(ORDERS - 1),
			outcome: fc.constantFrom<Outcome>('book', 'book', 'wait', 'nothingToBook', 'attention'),
		}),
	},
);

const anyUndo: fc.Arbitrary<Event> = fc.record({
	does: fc.constant('undo' as const),
	orders: someOrders,
	fate: anyFate,
});

interface Rules {
	refusesDoubles: boolean;
	/** Whether a run may be slower than its claims last. */
	outlivesClaims: boolean;
	/** Whether the shop books its orders in day totals. */
	dayTotals?: boolean;
}

/** Plays the events, then lets everything come to rest; hands over all that the judge needs. */
function play(
	events: readonly Event[],
	{ refusesDoubles, outlivesClaims, dayTotals = false }: Rules,
	judgeAll: (evidence: Evidence) => string[] = judge,
): string[] {
	let clock = Date.parse('2026-01-05T08:00:00Z');
	const faults: string[] = [];
	const orders: Order[] = Array.from({ length: ORDERS }, (_, index) => ({
		id: String(index + 1),
		outcome: 'book',
		cents: 1000 + index,
		...(dayTotals && { series: 'WDAG-2026-01-02' }),
	}));
	const table = new MemoryTable(
		() => clock,
		(before, after) => {
			const from = ((before?.state as State | null | undefined) ?? '') as State;
			const to = ((after.state as State | null | undefined) ?? '') as State;
			if (from !== to && !(to in states[from].to)) {
				faults.push(`A row went from "${from}" to "${to}".`);
			}
		},
	);
	const books = new Books(refusesDoubles);
	const world: World = { table, books, now: () => DateTime.fromMillis(clock, { zone: 'utc' }) };
	const runs: Array<{ steps: Generator<void>; started: number }> = [];
	let lastRun = 0;

	const start = (some: readonly Order[], fateOfRun: Fate): Generator<void> => {
		lastRun += 1;
		const copies = some.map((order) => ({ ...order }));
		return begin(bookAndRecord(copies.map(handed), `run ${lastRun}`, world, fateOfRun));
	};
	const readChanged = (some: readonly Order[], fateOfRun: Fate): Generator<void> => {
		lastRun += 1;
		const copies = some.map((order) => ({ ...order }));
		return begin(syncChanged(copies.map(handed), `run ${lastRun}`, world, fateOfRun));
	};
	const begin = (steps: Generator<void>): Generator<void> => {
		runs.push({ steps, started: clock });
		return steps;
	};
	const takeBack = (some: readonly Order[], fateOfRun: Fate): Generator<void> => {
		lastRun += 1;
		return begin(undo(some, `run ${lastRun}`, world, fateOfRun));
	};
	const close = (fateOfRun: Fate): Generator<void> => {
		lastRun += 1;
		return begin(closeDay(`run ${lastRun}`, world, fateOfRun));
	};
	const drop = (steps: Generator<void>): void => {
		const at = runs.findIndex((run) => run.steps === steps);
		if (at >= 0) runs.splice(at, 1);
	};
	const toRetry = (): Order[] => {
		const keys = new Set(table.get(whereState(triedAgain)).map(({ orderKey }) => orderKey));
		return orders.filter((order) => keys.has(keyOf(order)));
	};
	const expire = (): void => {
		const old = {
			column: 'updatedAt',
			condition: 'lt' as const,
			value: clock - CLAIM_HOURS * HOUR,
		};
		table.update([...whereState(['booking']), old], expiredClaim);
	};
	const evidence = (isQuiet: boolean) => ({
		orders: orders.map(
			(order): JudgedOrder => ({
				orderKey: keyOf(order),
				number: numberOf(order),
				amount: order.cents,
				isToBook: order.outcome === 'book',
			}),
		),
		rows: table.rows as unknown as JudgedRow[],
		entries: books.entries,
		isQuiet,
	});

	for (const event of events) {
		if (event.does === 'start') {
			readChanged(
				event.orders.map((index) => orders[index]!),
				event.fate,
			);
		} else if (event.does === 'retry') {
			start(toRetry(), event.fate);
		} else if (event.does === 'undo') {
			takeBack(
				event.orders.map((index) => orders[index]!),
				event.fate,
			);
		} else if (event.does === 'close') {
			close(event.fate);
		} else if (event.does === 'change') {
			orders[event.order]!.outcome = event.outcome;
		} else if (event.does === 'expire') {
			expire();
		} else if (event.does === 'wait') {
			clock += event.hours * HOUR;
			// A run that does not outlive its claims has ended by then, one way or the other.
			if (!outlivesClaims && event.hours >= CLAIM_HOURS - 1) runs.splice(0);
		} else if (runs.length > 0) {
			const { steps } = runs[event.run % runs.length]!;
			if (event.does === 'die') drop(steps);
			else {
				for (let step = 0; step < event.steps; step += 1) {
					if (steps.next().done) {
						drop(steps);
						break;
					}
				}
			}
		}
		clock += 1000;
		faults.push(...judgeAll(evidence(false)));
		if (faults.length > 0) return faults;
	}

	// The runs that are left end; then claims expire, the shop is read once more, and what is to be
	// tried again is tried, as every hour.
	for (const { steps } of [...runs]) while (!steps.next().done);
	for (let hour = 0; hour < 4; hour += 1) {
		clock += (CLAIM_HOURS + 1) * HOUR;
		expire();
		// What an undo began is ended by another one, as its tip says.
		const begun = new Set(table.get([is('code', 'UNDO_STARTED')]).map((row) => row.orderKey));
		const toEnd = takeBack(
			orders.filter((order) => begun.has(keyOf(order))),
			goesWell,
		);
		while (!toEnd.next().done);
		const steps = hour === 0 ? readChanged(orders, goesWell) : start(toRetry(), goesWell);
		while (!steps.next().done);
		if (!dayTotals) continue;
		const closing = close(goesWell);
		while (!closing.next().done);
	}
	return [...faults, ...judgeAll(evidence(true))];
}

const events = fc.array(anyEvent, { minLength: 1, maxLength: 90 });
const well = (does: 'start'): Event => ({ does, orders: [0, 1], fate: goesWell });
/** Starts with two runs of the same orders, which is where it is hard. */
const crowded = events.map((more): Event[] => [well('start'), well('start'), ...more]);
/** Starts with a run that dies somewhere, and whose claims expire. */
const bereaved = fc
	.tuple(fc.integer({ min: 1, max: 24 }), anyFate, events)
	.map(([steps, fateOfNext, more]): Event[] => [
		well('start'),
		{ does: 'step', run: 0, steps },
		{ does: 'die', run: 0 },
		{ does: 'wait', hours: CLAIM_HOURS + 1 },
		{ does: 'expire' },
		{ does: 'retry', fate: fateOfNext },
		{ does: 'step', run: 0, steps: 24 },
		...more,
	]);
const hard = fc.oneof(crowded, bereaved);

test('property: no sequence of runs, deaths and expired claims books twice or loses a row (HC-17, HC-18)', () => {
	fc.assert(
		fc.property(hard, (sequence) => {
			expect(play(sequence, { refusesDoubles: true, outlivesClaims: true })).toEqual([]);
		}),
		{ numRuns: runs(1_500) },
	);
});

test('property: the claim and the look-up alone keep books that refuse nothing from doubles, as long as no run outlives its claims', () => {
	fc.assert(
		fc.property(hard, (sequence) => {
			expect(play(sequence, { refusesDoubles: false, outlivesClaims: false })).toEqual([]);
		}),
		{ numRuns: runs(1_500) },
	);
});

/**
 * Judges books in which entries were undone: no number twice, no order ever below nothing or above
 * its own amount, and at rest each order that is to be booked once, under the number in its row.
 */
function judgeNet({ orders, rows, entries, isQuiet }: Evidence): string[] {
	const numbers = entries.map(({ number }) => number);
	const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
	return [
		...twice.map((number) => `Entry ${number} is there twice.`),
		...orders.flatMap(({ orderKey, number, amount, isToBook }) => {
			const own = entries.filter((one) => RegExp(`^C?${number}(-\\d+)?$`).test(one.number));
			const net = own.reduce((all, one) => all + one.amount, 0);
			if (net < 0 || net > amount) return [`${number} stands for ${net} in the books.`];
			if (!isQuiet) return [];
			const [row, ...more] = rows.filter((one) => one.orderKey === orderKey && one.state);
			const isBooked = row?.state === 'booked';
			const faults = [
				...(isToBook && net !== amount ? [`${number} is lost: ${net}.`] : []),
				...(isBooked && net !== amount
					? [`${number} is booked by its row, and not in the books.`]
					: []),
				...(isBooked && !numbers.includes(String(row.snelStartNumber))
					? [`The row of ${number} names ${row.snelStartNumber}.`]
					: []),
			];
			return more.length > 0 ? [] : faults;
		}),
	];
}

/** Books, and takes back what was booked while everything else goes on. */
const undoing = fc
	.array(fc.oneof({ weight: 8, arbitrary: anyEvent }, { weight: 2, arbitrary: anyUndo }), {
		maxLength: 90,
	})
	.map((more): Event[] => [
		well('start'),
		{ does: 'step', run: 0, steps: 60 },
		{ does: 'undo', orders: [0, 1], fate: goesWell },
		...more,
	]);

/** One undo is overtaken by another, and by the run that books again. */
const overtaken = fc
	.integer({ min: 1, max: 6 })
	.chain((steps) =>
		undoing.map(([, , , ...more]): Event[] => [
			well('start'),
			{ does: 'step', run: 0, steps: 60 },
			{ does: 'undo', orders: [0, 1], fate: goesWell },
			{ does: 'step', run: 0, steps },
			{ does: 'undo', orders: [1], fate: goesWell },
			{ does: 'step', run: 1, steps: 60 },
			{ does: 'retry', fate: goesWell },
			{ does: 'step', run: 1, steps: 60 },
			{ does: 'step', run: 0, steps: 60 },
			...more,
		]),
	);

/** A run that saw no rows yet adds them after another run has booked and an undo has taken back. */
const behind = fc
	.integer({ min: 1, max: 8 })
	.chain((steps) =>
		undoing.map(([, , , ...more]): Event[] => [
			well('start'),
			{ does: 'step', run: 0, steps },
			well('start'),
			{ does: 'step', run: 1, steps: 60 },
			{ does: 'undo', orders: [0, 1], fate: goesWell },
			{ does: 'step', run: 1, steps: 60 },
			{ does: 'step', run: 0, steps: 60 },
			...more,
		]),
	);
const undone = fc.oneof(undoing, overtaken, behind);

test('property: undone and booked again, each order stands in the books exactly once, whatever dies in between', () => {
	fc.assert(
		fc.property(undone, (sequence) => {
			expect(play(sequence, { refusesDoubles: true, outlivesClaims: true }, judgeNet)).toEqual([]);
		}),
		{ numRuns: runs(600) },
	);
});

test('property: so it is in books that refuse nothing, as long as no run outlives its claims', () => {
	fc.assert(
		fc.property(undone, (sequence) => {
			expect(play(sequence, { refusesDoubles: false, outlivesClaims: false }, judgeNet)).toEqual(
				[],
			);
		}),
		{ numRuns: runs(600) },
	);
});

const anyClose: fc.Arbitrary<Event> = fc.record({
	does: fc.constant('close' as const),
	fate: anyFate,
});

/** Gathers, and closes the day twice at once, while everything else goes on. */
const closed = fc
	.array(fc.oneof({ weight: 8, arbitrary: anyEvent }, { weight: 2, arbitrary: anyClose }), {
		maxLength: 90,
	})
	.map((more): Event[] => [
		well('start'),
		{ does: 'step', run: 0, steps: 60 },
		{ does: 'close', fate: goesWell },
		{ does: 'close', fate: goesWell },
		...more,
	]);

test('property: each order is in one day total or by itself, whatever runs at once or dies in between', () => {
	const rules = { refusesDoubles: true, outlivesClaims: false, dayTotals: true };
	fc.assert(
		fc.property(closed, (sequence) => {
			expect(play(sequence, rules, judgeTotals)).toEqual([]);
		}),
		{ numRuns: runs(600) },
	);
});
