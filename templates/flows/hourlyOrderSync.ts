import { CLAIMS_PER_RUN, triedAgain, whereState } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { byTheClock, append, transformer } from '../fragments/basics';
import { call, whenCalled } from '../fragments/call';
import { exists, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { askFirstDay } from '../fragments/firstDay';
import { onlyFields, withFields, asNumber } from '../fragments/fields';
import { joinedBy, readSettings } from '../fragments/settings';
import { getRows, upsertRow, is, isAtLeast } from '../fragments/table';
import { noteTheRun } from '../fragments/noteTheRun';
import { letClaimsExpire, recordOrderNotRead } from '../fragments/claims';
import { type Shop } from '../fragments/shops';
import { shopAnswers, shopIsSilent } from '../fragments/silence';
import { resultCounts } from '../fragments/results';
import { kindIs } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';

export function hourlyOrderSync(shop: Shop): Flow {
	const flow = new Flow({
		name: `Hourly order sync ${shop.name}`,
		description: `Reads the orders of the ${shop.name} shop that are new or changed since the last run, every hour, and books them in SnelStart through the workflow Process orders.`,
	});

	flow.note(
		'Overview',
		[-480, -420],
		[420, 620],
		text`
			## Hourly order sync ${shop.name}

			### How it works
			1. Every hour, reads the orders that were created or changed since the last run.
			2. Adds the orders that an earlier run could not finish, and those whose row you set to \`ready\`.
			3. Hands them to *Process orders*, which books them in SnelStart or records why not.
			4. Only when every order that was read stands in **WebshopOrders** it remembers how far the shop was read, less an hour, so nothing is lost when a run breaks off.
			5. A shop that cannot be read ends the run; *Daily digest* tells it once, and once more when it is over.

			### Setup
			1. Run *Set up tables* and *Client settings* first.
			2. **Your values**: the name of the client and of the shop, as in *Client settings*, and the day from which orders are read. Older orders are left alone.
			3. **Get changed orders** and **Get order again**: choose the ${shop.name} credential${shop.alsoToChoose}.
			4. **Process orders**: choose the workflow *Process orders*.
			5. Publish this workflow.

			**Summary** counts what the run did. What needs attention stands in the data table **WebshopOrders**, with a tip.
		`,
	);
	flow.note(
		'Section read',
		[0, -420],
		[1280, 760],
		text`
			### Read
			Changed orders above. Below, orders to try again: a run that died two hours ago no longer holds its orders; they are looked up in SnelStart before anything is sent.
		`,
		7,
	);
	flow.note('Section process', [1320, -420], [1160, 760], '### Process and remember', 7);
	const everyHour = flow.add(
		'Every hour',
		[40, -60],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: 7 }),
	);
	const whenAskedFor = flow.add(
		'When asked for',
		[40, 140],
		whenCalled(contracts.hourlyOrderSync(shop)),
	);
	const yourValues = flow.add(
		'Your values',
		[220, -60],
		onlyFields({ client: 'my-client', shop: shop.usualName, ordersFrom: '' }),
	);
	const startOfRun = flow.add(
		'Start of run',
		[420, -60],
		withFields({ startedAt: '={{ $now.toUTC().toISO() }}' }),
	);
	const settings = shop.tellsMore
		? flow.add(
				'Load settings',
				[600, -270],
				readSettings('={{ $json.client }}'),
				'once',
				'evenWhenEmpty',
			)
		: undefined;
	const joined = settings && joinedBy(settings);
	const loadCursor = flow.add(
		'Load cursor',
		[600, -160],
		getRows('SyncCursors', {
			where: [is('client', '={{ $json.client }}'), is('shop', '={{ $json.shop }}')],
			limit: 1,
			highest: 'updatedAt',
		}),
		'once',
		'evenWhenEmpty',
	);
	const getChangedOrders = flow.add(
		'Get changed orders',
		[880, -160],
		shop.getOrders(
			{ changedAfter: "={{ $json.readUntil || $('Your values').first().json.ordersFrom }}" },
			joined,
		),
		'evenWhenEmpty',
		'withErrorOutput',
		'retried',
	);
	const orders = { what: 'orders', values: yourValues } as const;
	const silent = shopIsSilent(flow, { ...orders, at: [1020, -320] });
	const answers = shopAnswers(flow, { ...orders, at: [1020, -110] });
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[600, 100],
		letClaimsExpire(is('shop', '={{ $json.shop }}')),
		'once',
		'evenWhenEmpty',
	);
	const findOrdersToTryAgain = flow.add(
		'Find orders to try again',
		[800, 100],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				kindIs('order'),
				...whereState(triedAgain),
			],
			limit: CLAIMS_PER_RUN,
			lowest: 'updatedAt',
		}),
		'once',
	);
	const getOrderAgain = flow.add(
		'Get order again',
		[980, 100],
		(shop.getOrdersById ?? shop.getOrder)('={{ $json.orderId }}', joined),
		'withErrorOutput',
		'retried',
	);
	const noteUnreadOrder = flow.add(
		'Note unread order',
		[1160, 160],
		recordOrderNotRead(findOrdersToTryAgain.item('orderKey')),
	);
	const ordersToProcess = flow.add('Orders to process', [1160, -60], append(2));
	const anyOrder = flow.add('Any order?', [1360, -60], whether(exists('={{ $json.id }}')));
	const processOrders = flow.add(
		'Process orders',
		[1560, -160],
		call(contracts.processOrders, {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			order: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const findRecordedOrders = flow.add(
		'Find recorded orders',
		[1760, -160],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				kindIs('order'),
				isAtLeast(
					'updatedAt',
					"={{ DateTime.fromISO($('Start of run').first().json.startedAt).minus({ hours: 1 }).toISO() }}",
				),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const decideCursor = flow.add(
		'Decide cursor',
		[1940, -160],
		transformer({
			resource: 'orderTable',
			operation: 'decideCursor',
			cursor: "={{ $('Load cursor').first().json.readUntil ?? '' }}",
			startedAt: startOfRun.first('startedAt'),
			moments: shop.changes("$('Get changed orders').all()"),
			readIds: "={{ $('Get changed orders').all().map((item) => item.json.id).filter(Boolean) }}",
			idField: 'orderId',
		}),
	);
	const saveCursor = flow.add(
		'Save cursor',
		[2120, -160],
		upsertRow(
			'SyncCursors',
			[is('client', yourValues.first('client')), is('shop', yourValues.first('shop'))],
			{
				client: yourValues.first('client'),
				shop: yourValues.first('shop'),
				readUntil: '={{ $json.readUntil }}',
			},
		),
		'once',
	);
	// So that the office sees that it ran: a client of whom nothing was read is not a silent one.
	const noteRun = flow.add(
		'Note the run',
		[1560, 100],
		noteTheRun(yourValues.first('client'), yourValues.first('shop')),
		'once',
	);
	const summary = flow.add(
		'Summary',
		[2300, -60],
		onlyFields({
			shop: yourValues.first('shop'),
			read: asNumber("={{ $('Get changed orders').all().filter((item) => item.json.id).length }}"),
			...resultCounts(processOrders),
		}),
		'once',
	);

	flow.wire(everyHour, yourValues, startOfRun, [
		...(settings ? [settings] : []),
		loadCursor,
		letOldClaimsExpire,
	]);
	if (settings) flow.runsFirst(settings, loadCursor, letOldClaimsExpire);
	flow.wire(whenAskedFor, yourValues);
	const start = askFirstDay(flow, loadCursor, {
		...{ value: 'ordersFrom', orElse: '$json.readUntil' },
		...{ gate: [720, -160], refusal: [720, -320] },
	});
	flow.wire(start, getChangedOrders, [answers, ordersToProcess]);
	flow.wire(ordersToProcess, anyOrder);
	flow.wire(getChangedOrders.error, silent);
	flow.runsFirst(silent, answers, ordersToProcess);
	flow.wire(letOldClaimsExpire, findOrdersToTryAgain, getOrderAgain);
	flow.wire(getOrderAgain, ordersToProcess.in(1));
	flow.wire(getOrderAgain.error, noteUnreadOrder);
	flow.wire(anyOrder.yes, processOrders, findRecordedOrders, decideCursor, saveCursor, summary);
	flow.wire(anyOrder.no, noteRun, summary);
	restWhilePaused(flow, yourValues);

	return flow;
}
