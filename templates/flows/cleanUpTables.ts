import { finished, USUAL_LIMIT_MB } from '../../bookkeeping';
import { Flow, type Node } from '../build/flow';
import { toldInItem } from '../build/note';
import { text } from '../build/text';
import { whenClicked, everyNight, splitOut, transformer } from '../fragments/basics';
import { isTrue, keepIf } from '../fragments/conditions';
import { onlyFields, asNumber, asBoolean, asArray } from '../fragments/fields';
import { recordMerged } from '../fragments/orderRows';
import { listOf } from '../fragments/rowConditions';
import {
	getRows,
	deleteRows,
	insertRow,
	is,
	isAtLeast,
	isBelow,
	ONE_PAGE,
} from '../fragments/table';
import { refuseUnknownClient } from '../fragments/knownClient';

/** Tables whose rows go by their age alone, and what they are called on the canvas. */
const tablesByAge = [
	['PeriodChecks', 'comparisons'],
	['SyncCursors', 'cursors'],
	['BookingRecords', 'booking records'],
] as const;

export function cleanUpTables(): Flow {
	const flow = new Flow({
		name: 'Clean up tables',
		description:
			'Removes the rows of the data tables that are finished and older than the months you keep, every night. Never removes what is still open; with dryRun it only counts. Merges rows of the order table that two runs made for one order. Warns when the data tables of n8n are filling up.',
		keepsRuns: true,
	});

	flow.note(
		'Overview',
		[-480, -300],
		[420, 760],
		text`
			## Clean up tables

			### How it works
			Every night removes what nobody needs any more from the data tables of one client:
			- rows of the order table that are \`booked\` or \`nothingToBook\` and were not touched for *months*;
			- results of comparisons with the books, and booking records, that are as old;
			- how far a shop was read, when that shop was not read for as long.

			What is still open is never removed, however old it is. Saved settings stay: they say how orders were booked. At most a thousand rows of a kind go per night, so that nothing else has to wait.

			Rows of the order table with the same key are merged: two runs may have made one each for the same order. The row that knows most of the booking stays, and *Daily digest* says so. The last month is compared every night; run it by hand to compare all.

			Before that it works out about how full n8n's data tables are. From 70 % of *limitMb* on *Daily digest* says so, and *monthsWhenFull* counts instead of *months*.

			An order that changes in the shop after its row is gone is looked up in SnelStart by its number, and not booked again.

			### Setup
			1. **Your values**: the client, and how many months rows are kept. 84 months is the seven years of the Dutch tax law; take 120 when the client declares OSS.
			2. *limitMb*: 200, or what \`N8N_DATA_TABLES_MAX_SIZE_BYTES\` allows on your n8n.
			3. With *dryRun* on true, run it by hand: **Summary** counts what would go.
			4. Publish this workflow.
		`,
	);
	flow.note(
		'Section find',
		[420, -300],
		[1160, 960],
		text`
			### Finished and old
			Never a row that is waiting, ready, booking, unknown or needs attention.
		`,
		7,
	);
	flow.note(
		'Section remove',
		[1620, -300],
		[500, 960],
		text`
			### Remove
			Only what is still finished and old at that moment.
		`,
		7,
	);
	const isOld = isBelow(
		'updatedAt',
		"={{ $now.minus({ months: $('Measure tables').first().json.months }).toUTC().toISO() }}",
	);
	const everyNightNode = flow.add('Every night', [0, -80], everyNight(4, 17));
	const whenClickedNode = flow.add('When clicked', [0, 100], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[220, 0],
		onlyFields({
			client: 'my-client',
			months: 84,
			monthsWhenFull: 84,
			limitMb: USUAL_LIMIT_MB,
			dryRun: false,
		}),
	);
	const finishedStates = flow.add(
		'Finished states',
		[460, -120],
		onlyFields({ state: asArray(`={{ ${listOf(finished)} }}`) }),
	);
	const eachState = flow.add('Each state', [680, -120], splitOut('state'));
	const findOldOrders = flow.add(
		'Find old orders',
		[900, -120],
		getRows('WebshopOrders', {
			where: [is('client', yourValues.first('client')), is('state', '={{ $json.state }}'), isOld],
			limit: ONE_PAGE,
			lowest: 'updatedAt',
		}),
	);
	const ordersToRemove = flow.add(
		'Orders to remove',
		[1240, -120],
		keepIf(isTrue("={{ $('Your values').first().json.dryRun !== true }}")),
	);
	const removeOrders = flow.add(
		'Remove orders',
		[1720, -120],
		deleteRows('WebshopOrders', [
			is('client', yourValues.first('client')),
			is('id', '={{ $json.id }}'),
			is('state', '={{ $json.state }}'),
			isOld,
		]),
	);
	const others = tablesByAge.map(([table, what], place) => {
		const y = 80 + 200 * place;
		const find = flow.add(
			`Find old ${what}`,
			[900, y],
			getRows(table, {
				where: [is('client', yourValues.first('client')), isOld],
				limit: ONE_PAGE,
				lowest: 'updatedAt',
			}),
		);
		const keep = flow.add(
			`${what.charAt(0).toUpperCase()}${what.slice(1)} to remove`,
			[1240, y],
			keepIf(isTrue("={{ $('Your values').first().json.dryRun !== true }}")),
		);
		const remove = flow.add(
			`Remove ${what}`,
			[1720, y],
			deleteRows(table, [
				is('client', yourValues.first('client')),
				is('id', '={{ $json.id }}'),
				isOld,
			]),
		);
		flow.wire(find, keep, remove);
		return find;
	});
	const summary = flow.add(
		'Summary',
		[460, 720],
		onlyFields({
			dryRun: asBoolean("={{ $('Your values').first().json.dryRun === true }}"),
			orders: asNumber(
				"={{ $('Find old orders').isExecuted ? $('Find old orders').all().filter((item) => item.json.id).length : 0 }}",
			),
			comparisons: asNumber(
				"={{ $('Find old comparisons').isExecuted ? $('Find old comparisons').all().filter((item) => item.json.id).length : 0 }}",
			),
			bookingRecords: asNumber(
				"={{ $('Find old booking records').isExecuted ? $('Find old booking records').all().filter((item) => item.json.id).length : 0 }}",
			),
			tablesPercent: asNumber("={{ $('Measure tables').first().json.percent }}"),
			doubledRows: asNumber(
				"={{ $('Find doubled').isExecuted ? $('Find doubled').all().filter((item) => item.json.keep).length : 0 }}",
			),
			cursors: asNumber(
				"={{ $('Find old cursors').isExecuted ? $('Find old cursors').all().filter((item) => item.json.id).length : 0 }}",
			),
		}),
		'once',
	);

	const measureTables = measure(flow, yourValues);
	flow.wire(everyNightNode, yourValues);
	const doubledRows = mergeDoubled(flow, yourValues);
	flow.wire(measureTables, [...doubledRows, finishedStates, ...others, summary]);
	flow.wire(whenClickedNode, yourValues);
	flow.wire(finishedStates, eachState, findOldOrders, ordersToRemove, removeOrders);
	refuseUnknownClient(flow, yourValues);

	return flow;
}

/**
 * Merges what two runs recorded at one moment; what was read is written only as it was read.
 * @returns what begins it, the first first
 */
function mergeDoubled(flow: Flow, yourValues: Node): [Node, Node] {
	flow.note(
		'Section doubled',
		[420, -900],
		[1900, 580],
		text`
			### Merge doubled rows
			The last hour is left alone, and so is what a run is booking. A row is removed only as it was read.
		`,
		7,
	);
	const isNoDryRun = keepIf(isTrue("={{ $('Your values').first().json.dryRun !== true }}"));
	// A dry run tells nothing of its own, so what was told stays.
	const toForget = flow.add('Doubled rows to forget', [460, -760], isNoDryRun, 'once');
	const forget = flow.add(
		'Forget earlier doubled rows',
		[680, -760],
		deleteRows('ShopTroubles', [
			is('client', yourValues.first('client')),
			is('subject', 'doubled rows'),
		]),
		'once',
		'evenWhenEmpty',
	);
	const find = flow.add(
		'Find rows to compare',
		[680, -620],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				isAtLeast(
					'createdAt',
					"={{ ($('When clicked').isExecuted ? DateTime.fromISO('2000-01-01') : $now.minus({ months: 1 })).toUTC().toISO() }}",
				),
				isBelow('createdAt', '={{ $now.minus({ hours: 1 }).toUTC().toISO() }}'),
			],
			lowest: 'id',
		}),
		'once',
		'retried',
	);
	const doubled = flow.add(
		'Find doubled',
		[900, -620],
		transformer({ resource: 'orderTable', operation: 'findDoubled' }),
	);
	const toMerge = flow.add('Doubled rows to merge', [1240, -700], isNoDryRun);
	const write = flow.add('Write what they know', [1440, -700], recordMerged());
	const others = flow.add(
		'Name the others',
		[1640, -700],
		onlyFields({ row: asArray(doubled.item('remove')) }),
	);
	const eachOther = flow.add('Each of the others', [1840, -700], splitOut('row'));
	const remove = flow.add(
		'Remove doubled rows',
		[2060, -700],
		deleteRows('WebshopOrders', [
			is('id', '={{ $json.id }}'),
			isBelow('updatedAt', '={{ $json.writtenBefore }}'),
		]),
	);
	const toTell = flow.add('Doubled rows to tell', [1240, -500], isNoDryRun);
	const note = flow.add(
		'Note doubled rows',
		[1440, -500],
		insertRow('ShopTroubles', {
			client: yourValues.first('client'),
			shop: 'n8n',
			subject: 'doubled rows',
			...toldInItem,
		}),
	);

	flow.wire(toForget, forget);
	flow.runsFirst(toForget, find);
	flow.wire(find, doubled, toMerge, write, others, eachOther, remove);
	flow.wire(doubled.out(1), toTell, note);
	return [toForget, find];
}

/** Tells about how full the tables are: n8n says it to nobody before it refuses a row. */
function measure(flow: Flow, yourValues: Node): Node {
	flow.note(
		'Section measure',
		[180, 900],
		[1400, 340],
		text`
			### How full are the tables?
			From the numbers of the first and the last row of the two tables that grow with every order, of all clients.
		`,
		7,
	);
	const forget = flow.add(
		'Forget earlier warning',
		[240, 1060],
		deleteRows('ShopTroubles', [is('client', yourValues.first('client')), is('subject', 'tables')]),
		'once',
		'evenWhenEmpty',
	);
	const endOf = (table: 'WebshopOrders' | 'BookingRecords', end: 'lowest' | 'highest') =>
		getRows(table, { where: [isAtLeast('id', '={{ 1 }}')], limit: 1, [end]: 'id' });
	const ends = [
		flow.add(
			'First order row',
			[420, 1060],
			endOf('WebshopOrders', 'lowest'),
			'once',
			'evenWhenEmpty',
		),
		flow.add(
			'Last order row',
			[600, 1060],
			endOf('WebshopOrders', 'highest'),
			'once',
			'evenWhenEmpty',
		),
		flow.add(
			'First record',
			[780, 1060],
			endOf('BookingRecords', 'lowest'),
			'once',
			'evenWhenEmpty',
		),
		flow.add(
			'Last record',
			[960, 1060],
			endOf('BookingRecords', 'highest'),
			'once',
			'evenWhenEmpty',
		),
	] as const;
	const idOf = ({ node }: Node) => `$('${node}').first().json.id`;
	const rowsBetween = (first: Node, last: Node) =>
		`={{ ${idOf(last)} ? ${idOf(last)} - ${idOf(first)} + 1 : 0 }}`;
	const measureTables = flow.add(
		'Measure tables',
		[1140, 1060],
		transformer({
			resource: 'orderTable',
			operation: 'measureTables',
			orders: rowsBetween(ends[0], ends[1]),
			records: rowsBetween(ends[2], ends[3]),
			limitMb: yourValues.first('limitMb'),
			months: yourValues.first('months'),
			monthsWhenFull: yourValues.first('monthsWhenFull'),
		}),
	);
	const noteFillingTables = flow.add(
		'Note filling tables',
		[1360, 1060],
		insertRow('ShopTroubles', {
			client: yourValues.first('client'),
			shop: 'n8n',
			subject: 'tables',
			...toldInItem,
		}),
	);

	flow.wire(yourValues, forget, ...ends, measureTables);
	flow.wire(measureTables.out(1), noteFillingTables);
	return measureTables;
}
