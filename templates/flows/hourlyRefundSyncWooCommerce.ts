import { claimable, triedAgain, whereState, refundKeys } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { note, whatItSaid } from '../build/note';
import { text } from '../build/text';
import { byTheClock, stop, append, keepOnce, transformer, wooCommerce } from '../fragments/basics';
import { call, whenCalled } from '../fragments/call';
import { isTrue, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, asNumber, withFields } from '../fragments/fields';
import { askFirstDay } from '../fragments/firstDay';
import { getRows, updateRows, upsertRow, is, isAtLeast, isBelow, isLike } from '../fragments/table';
import { letClaimsExpire } from '../fragments/claims';
import { noteTheRun } from '../fragments/noteTheRun';
import { creditRefunds } from '../fragments/refunds';
import { shopAnswers, shopIsSilent } from '../fragments/silence';
import { resultCounts } from '../fragments/results';
import { lacksSecond, ofShop, stateIs } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

const unread = note('ORDER_NOT_READ', { case: 'refund' });

export function hourlyRefundSyncWooCommerce(): Flow {
	const flow = new Flow({
		name: 'Hourly refund sync WooCommerce',
		description:
			'Reads the refunds that the WooCommerce shop has made since the last run, every hour, and books each as a credit note in SnelStart that names the original invoice.',
	});

	flow.note(
		'Overview',
		[-480, -300],
		[420, 700],
		text`
			## Hourly refund sync WooCommerce

			### How it works
			1. Every hour, or when *Realtime order sync WooCommerce* asks for it, reads the refunds made since the last run, and adds those that an earlier run could not finish. What needs attention, and a credit note whose second entry SnelStart refused, is tried once a day.
			2. Reads the order of each with all its refunds. **Process orders** books an order that is not booked yet, in full.
			3. **Transform refunds** makes a credit note (creditnota) of every refund: in full, per line, or of an amount only. It names the original invoice.
			4. A refund waits until its order is booked. *Book and record* books the others, never twice, or gathers them for *Book day totals*.
			5. A refund that was deleted in the shop within some weeks after it was booked gets a note in its row.
			6. Refunds that the shop does not give are asked for again by every run; the others are booked.

			### Setup
			1. Set up the order sync first. In *Client settings*, set *Orders With Refunds* to book.
			2. **Your values**: the names of client and shop, the day from which refunds are read, and for how many days a booked refund is compared with the shop.
			3. **Get new refunds**, **Get orders**, **Get refunds of order** and **Find deleted refunds**: choose the WooCommerce credential.
			4. **Read booked entries**: choose the SnelStart credential.
			5. **Process orders** and **Book and record**: choose the workflows with these names.
			6. Publish this workflow.
		`,
	);
	flow.note(
		'Section read',
		[0, -300],
		[1900, 720],
		text`
			### Read
			New refunds, and those to try again, with their orders.
		`,
		7,
	);
	flow.note(
		'Section credit',
		[1940, -300],
		[2400, 720],
		text`
			### Credit
			No credit note without a booked sale.
		`,
		7,
	);
	flow.note(
		'Section deleted',
		[0, 460],
		[1120, 300],
		text`
			### Deleted in the shop
			Deleting a refund changes nothing on the order, so only comparing finds it.
		`,
		7,
	);
	const everyHour = flow.add(
		'Every hour',
		[40, -60],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: 37 }),
	);
	const whenAskedFor = flow.add(
		'When asked for',
		[40, 140],
		whenCalled(contracts.hourlyRefundSyncWooCommerce),
	);
	const yourValues = flow.add(
		'Your values',
		[200, -60],
		onlyFields({
			client: 'my-client',
			shop: 'woocommerce',
			refundsFrom: '',
			deletedWithinDays: 30,
		}),
	);
	const startOfRun = flow.add(
		'Start of run',
		[360, -60],
		withFields({ startedAt: '={{ $now.toUTC().toISO() }}' }),
	);
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[360, 100],
		letClaimsExpire(is('shop', '={{ $json.shop }}')),
		'once',
		'evenWhenEmpty',
	);
	const loadCursor = flow.add(
		'Load cursor',
		[560, -200],
		getRows('SyncCursors', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', "={{ $('Your values').first().json.shop + ' refunds' }}"),
			],
			limit: 1,
			highest: 'updatedAt',
		}),
		'once',
		'evenWhenEmpty',
	);
	const getNewRefunds = flow.add(
		'Get new refunds',
		[840, -200],
		wooCommerce({
			resource: 'refund',
			operation: 'getMany',
			scope: 'shop',
			returnAll: true,
			simplify: false,
			filters: {
				createdAfter: "={{ $json.readUntil || $('Your values').first().json.refundsFrom }}",
			},
		}),
		'withErrorOutput',
		'retried',
	);
	const refunds = { what: 'refunds', values: yourValues } as const;
	const silent = shopIsSilent(flow, { ...refunds, at: [1000, -260] });
	const answers = shopAnswers(flow, { ...refunds, at: [560, 310] });
	const noteRun = flow.add(
		'Note the run',
		[780, 380],
		noteTheRun(
			yourValues.first('client'),
			"={{ $('Your values').first().json.shop + ' refunds' }}",
		),
		'once',
	);
	const nameOrder = flow.add(
		'Name order',
		[980, -120],
		onlyFields({ orderId: '={{ $json.parent_id }}' }),
	);
	const findRefundsToTryAgain = flow.add(
		'Find refunds to try again',
		[740, 40],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'refund'),
				...whereState([...triedAgain, 'waiting']),
				isLike('orderKey', refundKeys),
			],
		}),
		'once',
		'retried',
	);
	const ordersWithRefunds = flow.add('Orders with refunds', [1120, -60], append(4));
	const keepEachOrderOnce = flow.add('Keep each order once', [1300, -60], keepOnce('orderId'));
	const getOrders = flow.add(
		'Get orders',
		[1480, -60],
		wooCommerce({
			resource: 'order',
			operation: 'getBatch',
			orderId: { __rl: true, mode: 'id', value: '={{ $json.orderId }}' },
			simplify: false,
		}),
		'withErrorOutput',
		'retried',
	);
	const processOrders = flow.add(
		'Process orders',
		[2020, -240],
		call(contracts.processOrders, {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			order: '={{ $json }}',
		}),
	);
	const bookAndRecord = creditRefunds(flow, {
		values: yourValues,
		orders: getOrders,
		at: [2020, 140],
	});
	const findRecordedRefunds = flow.add(
		'Find recorded refunds',
		[3680, 60],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'refund'),
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
		[3840, 60],
		transformer({
			resource: 'orderTable',
			operation: 'decideCursor',
			cursor: "={{ $('Load cursor').first().json.readUntil ?? '' }}",
			startedAt: startOfRun.first('startedAt'),
			moments:
				"={{ $('Get new refunds').all().map((item) => item.json.date_created_gmt).filter(Boolean).map((moment) => moment + 'Z') }}",
			readIds: because(
				'it picks from a list what belongs to another: a refund of an order that is gone has no row',
				"={{ ((given) => $('Get new refunds').all().filter((item) => given.includes(item.json.parent_id)).map((item) => item.json.id))($('Get orders').all().map((item) => item.json.id)) }}",
			),
			idField: 'orderKey',
		}),
	);
	const saveCursor = flow.add(
		'Save cursor',
		[4000, 60],
		upsertRow(
			'SyncCursors',
			[
				is('client', yourValues.first('client')),
				is('shop', "={{ $('Your values').first().json.shop + ' refunds' }}"),
			],
			{
				client: yourValues.first('client'),
				shop: "={{ $('Your values').first().json.shop + ' refunds' }}",
				readUntil: '={{ $json.readUntil }}',
			},
		),
		'once',
	);
	const summary = flow.add(
		'Summary',
		[4160, 60],
		onlyFields({
			shop: yourValues.first('shop'),
			read: asNumber(
				"={{ $('Get new refunds').isExecuted ? $('Get new refunds').all().filter((item) => item.json.id).length : 0 }}",
			),
			...resultCounts(bookAndRecord),
		}),
		'once',
	);
	const findBookedRefunds = flow.add(
		'Find booked refunds',
		[360, 560],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'refund'),
				stateIs('booked'),
				isLike('orderKey', refundKeys),
				isAtLeast(
					'bookedAt',
					"={{ $now.minus({ days: $('Your values').first().json.deletedWithinDays }).toISO() }}",
				),
			],
		}),
		'once',
	);
	const findDeletedRefunds = flow.add(
		'Find deleted refunds',
		[580, 560],
		wooCommerce({
			resource: 'refund',
			operation: 'findDeleted',
			knownIds:
				"={{ $('Find booked refunds').all().map((item) => item.json.orderKey.split('/').at(-1)).join(', ') }}",
		}),
		'once',
		'retried',
	);
	const noteDeletedRefund = flow.add(
		'Note deleted refund',
		[820, 560],
		updateRows(
			'WebshopOrders',
			[
				...ofShop(yourValues, 'refund'),
				stateIs('booked'),
				isLike('orderKey', "={{ '%/refund/' + $json.id }}"),
			],
			note('REFUND_DELETED', { case: 'refund', refund: '{{ $json.id }}' }),
		),
	);
	const findRefundsToLookAtDaily = flow.add(
		'Find refunds to look at daily',
		[740, 220],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'refund'),
				stateIs('needsAttention'),
				isLike('orderKey', refundKeys),
				isBelow('updatedAt', '={{ $now.minus({ hours: 20 }).toISO() }}'),
			],
		}),
		'once',
		'retried',
	);
	const findWithoutSecond = flow.add(
		'Find refunds without second entry',
		[940, 290],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'refund'),
				stateIs('booked'),
				lacksSecond(),
				isLike('orderKey', refundKeys),
				isBelow('updatedAt', '={{ $now.minus({ hours: 20 }).toISO() }}'),
			],
		}),
		'once',
		'retried',
	);
	const goneFromTheShop = flow.add(
		'Gone from the shop?',
		[1480, 140],
		whether(isTrue("={{ $json.details?.code === 'woocommerce_rest_shop_order_invalid_id' }}")),
	);
	const noteUnreadOrder = flow.add(
		'Note unread order',
		[1700, 100],
		updateRows(
			'WebshopOrders',
			[
				...ofShop(yourValues, 'refund'),
				is('orderId', keepEachOrderOnce.item('orderId')),
				...whereState(claimable),
			],
			{
				...unread,
				message: whatItSaid(unread.message),
			},
		),
	);
	const shopDidNotAnswer = flow.add(
		'Shop did not answer',
		[1700, 260],
		stop(
			"={{ 'The shop did not give ' + $input.all().length + ' of the orders: ' + ($json.error?.message ?? $json.error ?? '') }}",
		),
	);

	flow.wire(everyHour, yourValues, startOfRun, letOldClaimsExpire, [
		loadCursor,
		findRefundsToTryAgain,
		findBookedRefunds,
		findRefundsToLookAtDaily,
		findWithoutSecond,
		answers,
	]);
	// A shop that is silent has ended the run by then.
	flow.runsFirst(loadCursor, answers);
	flow.wire(answers, noteRun);
	flow.wire(whenAskedFor, yourValues);
	const start = askFirstDay(flow, loadCursor, {
		...{ value: 'refundsFrom', orElse: '$json.readUntil' },
		...{ gate: [700, -200], refusal: [700, -60] },
	});
	flow.wire(start, getNewRefunds, nameOrder);
	flow.wire(getNewRefunds.error, silent);
	flow.wire(nameOrder, ordersWithRefunds, keepEachOrderOnce, getOrders);
	flow.wire(findRefundsToTryAgain, ordersWithRefunds.in(1));
	flow.wire(findBookedRefunds, findDeletedRefunds, noteDeletedRefund);
	flow.wire(findRefundsToLookAtDaily, ordersWithRefunds.in(2));
	flow.wire(findWithoutSecond, ordersWithRefunds.in(3));
	flow.wire(getOrders, processOrders);
	flow.wire(getOrders.error, goneFromTheShop);
	flow.wire(goneFromTheShop.yes, noteUnreadOrder);
	flow.wire(goneFromTheShop.no, shopDidNotAnswer);
	flow.wire(bookAndRecord, findRecordedRefunds, decideCursor, saveCursor, summary);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
