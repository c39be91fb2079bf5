import { CLAIMS_PER_RUN, triedAgain, whereState, ORDER_SYNC_MINUTE } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { byTheClock, append, transformer } from '../fragments/basics';
import { call, whenCalled } from '../fragments/call';
import { exists, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { askFirstDay } from '../fragments/firstDay';
import { onlyFields, withFields, asNumber } from '../fragments/fields';
import { joinedBy, readSettings } from '../fragments/settings';
import { getRows, upsertRow, is, isAtLeast, ONE_PAGE } from '../fragments/table';
import { letClaimsExpire, recordOrderNotRead } from '../fragments/claims';
import { type Shop } from '../fragments/shops';
import { shopAnswers, shopIsSilent } from '../fragments/silence';
import { resultCounts } from '../fragments/results';
import { ofShop } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

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
			3. Passes by what stands in **WebshopOrders** already as the shop has it, with nothing left to do.
			4. Hands the others to *Process orders*, which books them in SnelStart or records why not.
			5. Only when every order that was read stands in **WebshopOrders** it remembers how far the shop was read, less an hour, so nothing is lost when a run breaks off.
			6. A shop that cannot be read ends the run; *Daily digest* tells it once, and once more when it is over.

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
		[1560, 760],
		text`
			### Read
			Changed orders above. Below, orders to try again: a run that died two hours ago no longer holds its orders; they are looked up in SnelStart before anything is sent.
		`,
		7,
	);
	flow.note('Section process', [1600, -420], [1200, 760], '### Process and remember', 7);
	const everyHour = flow.add(
		'Every hour',
		[40, -60],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: ORDER_SYNC_MINUTE }),
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
	const settings = flow.add(
		'Load settings',
		[600, -300],
		readSettings('={{ $json.client }}'),
		'once',
		'evenWhenEmpty',
	);
	const joined = shop.tellsMore ? joinedBy(settings) : undefined;
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
		[890, -160],
		shop.getOrders(
			{ changedAfter: "={{ $json.readUntil || $('Your values').first().json.ordersFrom }}" },
			joined,
		),
		'evenWhenEmpty',
		'withErrorOutput',
		'retried',
	);
	const orders = { what: 'orders', values: yourValues } as const;
	const silent = shopIsSilent(flow, { ...orders, at: [1060, -340] });
	const answers = shopAnswers(flow, { ...orders, at: [1060, -200] });
	// A row is written no earlier than the change that it records; clocks may differ by an hour. An
	// order whose row is not among them goes the usual way, and all of them do when n8n cannot read the
	// table: it fails when other runs add rows meanwhile.
	const findKnownRows = flow.add(
		'Find known rows',
		[1060, -40],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'order'),
				isAtLeast(
					'updatedAt',
					"={{ DateTime.fromISO($('Load cursor').first().json.readUntil || $('Your values').first().json.ordersFrom).minus({ hours: 1 }).toISO() }}",
				),
			],
			limit: ONE_PAGE,
			highest: 'updatedAt',
		}),
		'once',
		'evenWhenEmpty',
		'evenWhenFailing',
	);
	const findUnchanged = flow.add(
		'Find unchanged',
		[1260, -120],
		transformer({
			resource: 'orderTable',
			operation: 'findUnchanged',
			shop: yourValues.first('shop'),
			settingsVersion: "={{ $('Load settings').first().json.version ?? 0 }}",
		}),
		'evenWhenEmpty',
	);
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
			where: [...ofShop(yourValues, 'order'), ...whereState(triedAgain)],
			limit: CLAIMS_PER_RUN,
			lowest: 'updatedAt',
		}),
		'once',
		'retried',
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
	const ordersToProcess = flow.add('Orders to process', [1460, -60], append(2));
	const anyOrder = flow.add('Any order?', [1660, -60], whether(exists('={{ $json.id }}')));
	const processOrders = flow.add(
		'Process orders',
		[1860, -160],
		call(contracts.processOrders, {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			order: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const findRecordedOrders = flow.add(
		'Find recorded orders',
		[2060, -160],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'order'),
				isAtLeast(
					'updatedAt',
					"={{ DateTime.fromISO($('Start of run').first().json.startedAt).minus({ hours: 1 }).toISO() }}",
				),
			],
		}),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const decideCursor = flow.add(
		'Decide cursor',
		[2260, -60],
		transformer({
			resource: 'orderTable',
			operation: 'decideCursor',
			cursor: "={{ $('Load cursor').first().json.readUntil ?? '' }}",
			startedAt: startOfRun.first('startedAt'),
			moments: shop.changes("$('Get changed orders').all()"),
			readIds: "={{ $('Get changed orders').all().map((item) => item.json.id).filter(Boolean) }}",
			recordedIds: "={{ $('Find unchanged').all(1).map((item) => item.json.orderId) }}",
			idField: 'orderId',
		}),
	);
	// It is written by every run, also where it stays: by that the office sees that one ended.
	const saveCursor = flow.add(
		'Save cursor',
		[2440, -60],
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
	const summary = flow.add(
		'Summary',
		[2620, -60],
		onlyFields({
			shop: yourValues.first('shop'),
			read: asNumber("={{ $('Get changed orders').all().filter((item) => item.json.id).length }}"),
			unchanged: asNumber("={{ $('Find unchanged').all(1).length }}"),
			...resultCounts(processOrders),
		}),
		'once',
	);

	flow.wire(everyHour, yourValues, startOfRun, [settings, loadCursor, letOldClaimsExpire]);
	flow.wire(settings, findUnchanged.in(1));
	flow.runsFirst(settings, loadCursor, letOldClaimsExpire);
	flow.wire(whenAskedFor, yourValues);
	const start = askFirstDay(flow, loadCursor, {
		...{ value: 'ordersFrom', orElse: '$json.readUntil' },
		...{ gate: [740, -160], refusal: [740, -320] },
	});
	flow.wire(start, getChangedOrders, [answers, findUnchanged, findKnownRows]);
	flow.wire(findKnownRows, findUnchanged.in(2));
	flow.wire(findUnchanged, ordersToProcess, anyOrder);
	flow.wire(getChangedOrders.error, silent);
	flow.runsFirst(silent, answers, findKnownRows);
	// What is to be tried again goes on whatever stands in other rows of the same order.
	flow.wire(letOldClaimsExpire, findOrdersToTryAgain, getOrderAgain);
	flow.wire(getOrderAgain, ordersToProcess.in(1));
	flow.wire(getOrderAgain.error, noteUnreadOrder);
	flow.wire(anyOrder.yes, processOrders, findRecordedOrders, decideCursor, saveCursor, summary);
	flow.wire(anyOrder.no, decideCursor);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
