import { creditKeys, reviewed, whereState, refundKeys } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow, type Node } from '../build/flow';
import { note, noNote, toldInItem, whatItSaid } from '../build/note';
import { text } from '../build/text';
import { everyNight, stop, append, wooCommerce, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import { isFilled, isTrue, equals, whether, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { askFirstDay } from '../fragments/firstDay';
import { onlyFields, asNumber, asArray, asObject } from '../fragments/fields';
import {
	getRows,
	insertRow,
	updateRows,
	deleteRows,
	is,
	isAtLeast,
	isLike,
} from '../fragments/table';
import { joinedBy, readSettings } from '../fragments/settings';
import { letClaimsExpire, recordOrderNotRead } from '../fragments/claims';
import { type Shop } from '../fragments/shops';
import { shopIsSilent } from '../fragments/silence';
import {
	answerCode,
	keepWithRefunds,
	isCredited,
	readRefundsOfOrder,
	readWhatWasBooked,
	whatWasBooked,
} from '../fragments/refunds';
import { countResults, resultCounts } from '../fragments/results';
import { kindIs, ofShop, stateIs } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

const unread = note('WEBHOOKS_NOT_READ');

export function nightlyStatusReview(shop: Shop): Flow {
	// Without refunds the canvas is smaller.
	const [narrower, higher] = shop.tellsRefunds ? [0, 0] : [280, 160];
	const flow = new Flow({
		name: `Nightly status review ${shop.name}`,
		description: `Reads every order of the ${shop.name} shop that is not booked yet again each night, books those whose status is right by now, credits orders that were cancelled after they were booked, and counts the orders${shop.tellsRefunds ? ' and refunds' : ''} of the shop against the order table.`,
	});

	flow.note(
		'Overview',
		[-480, -300],
		[420, shop.tellsRefunds ? 780 : 640],
		text`
			## Nightly status review ${shop.name}

			### How it works
			1. Every night, reads the orders that were retrieved earlier and are not booked yet again, whatever the reason: the status was not right, something needed attention, or a VAT number could not be checked.
			2. Reads orders that were booked in the last weeks again too.
			3. Hands them to *Process orders*: it books what can be booked by now, and notes booked orders that changed in the shop.
			4. Orders that were cancelled after they were booked are credited${shop.tellsRefunds ? ', never deleted: in full, or what earlier refunds left of them' : ' in full, never deleted'}.
			5. Counts the orders of the last weeks against **WebshopOrders**. What the sync passed over is processed too, and told by *Daily digest*${shop.tellsRefunds ? '.\n6. Counts the refunds too; the refund sync reads those that it passed over again.\n7. Notes webhooks that WooCommerce switched off, for *Daily digest*' : ''}.

			### Setup
			1. Set up the order sync of this shop first.
			2. **Your values**: the names of client and shop, the day from which the sync reads orders${shop.tellsRefunds ? ' and that from which the refund sync reads refunds' : ''}, how many days back orders are compared, and the status that means cancelled.
			3. **List orders**, ${shop.tellsRefunds ? '**List refunds**, **Get orders**, **Get refunds of order** and **Check webhooks**' : '**Get order**'}: choose the ${shop.name} credential${shop.alsoToChoose}.
			4. **Read booked entries**: choose the SnelStart credential.
			5. **Process orders** and **Book and record**: choose the workflows with these names.
			6. Publish this workflow.
		`,
	);
	flow.note(
		'Section review',
		[0, -300],
		[1420, 760],
		text`
			### Read again
			What is not booked yet, and what was booked in the last weeks. A run that died two hours ago no longer holds its rows.
		`,
		7,
	);
	flow.note(
		'Section cancel',
		shop.tellsRefunds ? [1460, -540] : [1460, -300],
		shop.tellsRefunds ? [1860, 800] : [1660, 400],
		text`
			### Credit what was cancelled
			${shop.tellsRefunds ? 'What booked refunds left of it: a' : 'A full'} credit note (creditnota), dated today; nothing is deleted.
		`,
		7,
	);
	flow.note(
		'Section process',
		[1460, 300 - higher],
		[1760 - narrower, 280],
		'### Process the others',
		7,
	);
	const everyNightNode = flow.add('Every night', [40, -60], everyNight(2, 17));
	const yourValues = flow.add(
		'Your values',
		[200, -60],
		onlyFields({
			client: 'my-client',
			shop: shop.usualName,
			ordersFrom: '',
			...(shop.tellsRefunds ? { refundsFrom: '' } : {}),
			days: 30,
			cancelledStatus: 'cancelled',
		}),
	);
	const settings = shop.tellsMore
		? flow.add(
				'Look at settings',
				[360, -220],
				readSettings('={{ $json.client }}'),
				'once',
				'evenWhenEmpty',
			)
		: undefined;
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[360, -60],
		letClaimsExpire(is('shop', '={{ $json.shop }}')),
		'once',
		'evenWhenEmpty',
	);
	const findOrdersNotBooked = flow.add(
		'Find orders not booked',
		[540, -160],
		getRows('WebshopOrders', {
			where: [...ofShop(yourValues, 'order'), ...whereState(reviewed)],
		}),
		'once',
		'retried',
	);
	const findBookedOrders = flow.add(
		'Find booked orders',
		[540, 60],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'order'),
				stateIs('booked'),
				isAtLeast(
					'bookedAt',
					"={{ $now.minus({ days: $('Your values').first().json.days }).toISO() }}",
				),
			],
		}),
		'once',
		'retried',
	);
	const ordersToReview = flow.add('Orders to review', [780, -60], append(3));
	const getOrders = flow.add(
		shop.getOrdersById ? 'Get orders' : 'Get order',
		[960, -60],
		(shop.getOrdersById ?? shop.getOrder)('={{ $json.orderId }}', settings && joinedBy(settings)),
		'withErrorOutput',
		'retried',
	);
	const cancelledAfterBooking = flow.add(
		'Cancelled after booking?',
		[1500, -60],
		whether(
			isTrue(
				because(
					'plain conditions, of a row, of its order and of a chosen value',
					shop.tellsRefunds ? CANCELLED_OR_REFUNDED : CANCELLED,
				),
			),
		),
	);
	const loadSettings = flow.add(
		'Load settings',
		[1700, -180],
		readSettings(yourValues.first('client')),
		'once',
	);
	const whatIsBooked = readWhatWasBooked(flow, ordersToReview.item('orderKey'), [
		1880,
		shop.tellsRefunds ? -460 : -240,
	]);
	const attachOrder = flow.add(
		'Attach order',
		[1700, -20],
		onlyFields({
			order: asObject('={{ $json }}'),
			booked: whatWasBooked("$('Orders to review').item.json.orderKey"),
			...(shop.tellsRefunds ? { earlierRefunds: bookedRefunds } : {}),
		}),
	);
	const cancelOrders = flow.add(
		'Cancel orders',
		[2180 - narrower, -100],
		transformer({
			resource: 'order',
			operation: 'cancelOrders',
			shop: yourValues.first('shop'),
			orderField: 'order',
			date: '={{ $today.toISODate() }}',
		}),
	);
	const allOutcomes = flow.add(
		'All outcomes',
		[2480 - narrower, -100],
		append(shop.tellsRefunds ? 5 : 4),
	);
	const bookAndRecord = flow.add(
		'Book and record',
		[2680 - narrower, -100],
		call(contracts.bookAndRecord, {
			kind: 'refund',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const credited = flow.add('Credited?', [2880 - narrower, -100], isCredited());
	const markCreditedOrders = flow.add(
		'Mark credited orders',
		[3080 - narrower, -120],
		updateRows('WebshopOrders', [is('orderKey', '={{ $json.parentKey }}'), kindIs('order')], {
			fingerprint: '',
			...noNote,
			// What a gift card paid goes back to it.
			paidState: '',
		}),
	);
	const processOrders = flow.add(
		'Process orders',
		[1740, 400 - higher],
		call(contracts.processOrders, {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			order: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const summary = flow.add(
		'Summary',
		[2880 - narrower, 400 - higher],
		onlyFields({
			shop: yourValues.first('shop'),
			reviewed: asNumber(
				`={{ $('${getOrders.node}').isExecuted ? $('${getOrders.node}').all().filter((item) => item.json.id).length : 0 }}`,
			),
			...resultCounts(processOrders),
			passedOver: asNumber(
				"={{ $('Find orders passed over').isExecuted ? $('Find orders passed over').all().length : 0 }}",
			),
			credited: countResults(bookAndRecord, ['booked']),
			notRead: asNumber(
				"={{ $('Gone from the shop?').isExecuted ? $('Gone from the shop?').all().length : 0 }}",
			),
		}),
		'once',
	);
	const goneFromTheShop = flow.add(
		'Gone from the shop?',
		[960, 160],
		whether(isTrue(`={{ $json.details?.code === '${shop.goneCode}' }}`)),
	);
	const noteUnreadOrder = flow.add(
		'Note unread order',
		[1180, 100],
		recordOrderNotRead(ordersToReview.item('orderKey')),
		'evenWhenEmpty',
	);
	const noteGoneOrder = flow.add(
		'Note gone order',
		[1180, -180],
		updateRows(
			'WebshopOrders',
			[is('orderKey', ordersToReview.item('orderKey')), kindIs('order'), stateIs('booked')],
			{ ...note('CHANGED_AFTER_BOOKING', { case: 'gone' }) },
		),
	);
	const findCreditsThatWait = flow.add(
		'Find credits that wait',
		[640, 340],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'refund'),
				stateIs('needsAttention'),
				isLike('orderKey', creditKeys),
			],
		}),
		'once',
	);
	const openAgain = flow.add(
		'Open again?',
		[800, 340],
		keepIf(
			isTrue(
				because(
					'it looks an order up in a list',
					`={{ ((order) => order !== undefined && ![$('Your values').first().json.cancelledStatus, 'trash'].includes(order.json.status))($('${getOrders.node}').all().find((item) => String(item.json.id) === $json.orderId)) }}`,
				),
			),
		),
	);
	const withdrawCredit = flow.add(
		'Withdraw credit',
		[960, 340],
		updateRows(
			'WebshopOrders',
			[is('orderKey', '={{ $json.orderKey }}'), stateIs('needsAttention')],
			{
				state: 'nothingToBook',
				...noNote,
			},
		),
	);
	const shopDidNotAnswer = flow.add(
		'Shop did not answer',
		[1380, 340],
		stop(
			"={{ 'The shop did not give ' + $input.all().length + ' of the orders: ' + ($json.error?.message ?? $json.error ?? '') }}",
		),
	);
	const nothingGiven = flow.add(
		'Nothing given?',
		[1180, 260],
		whether(isTrue(`={{ $('${getOrders.node}').all(0).length === 0 }}`)),
	);
	const silent = shopIsSilent(flow, { what: 'orders', values: yourValues, at: [1380, 180] });
	flow.wire(everyNightNode, yourValues, [...(settings ? [settings] : []), letOldClaimsExpire]);
	if (settings) flow.runsFirst(settings, letOldClaimsExpire);
	flow.wire(letOldClaimsExpire, [findOrdersNotBooked, findBookedOrders]);
	flow.wire(findOrdersNotBooked, ordersToReview, getOrders);
	flow.wire(findBookedOrders, ordersToReview.in(1));
	flow.wire(getOrders, [cancelledAfterBooking, processOrders]);
	flow.wire(getOrders.error, goneFromTheShop);
	flow.wire(cancelledAfterBooking.yes, [whatIsBooked, loadSettings, attachOrder]);
	flow.wire(processOrders, summary);
	flow.wire(goneFromTheShop.yes, [noteGoneOrder, noteUnreadOrder]);
	flow.wire(noteUnreadOrder, summary);
	flow.wire(getOrders, findCreditsThatWait, openAgain, withdrawCredit);
	flow.wire(goneFromTheShop.no, nothingGiven);
	flow.wire(nothingGiven.yes, silent);
	flow.wire(nothingGiven.no, shopDidNotAnswer);
	flow.wire(loadSettings, cancelOrders.in(1));
	// What is credited is known last: a node that waits for several inputs runs after all others.
	flow.wire(cancelOrders, allOutcomes, bookAndRecord, [credited, summary]);
	flow.gather(cancelOrders, [1, 2, 3], allOutcomes, 1);
	flow.wire(credited.yes, markCreditedOrders);

	if (shop.tellsRefunds) {
		lookAtRefunds(flow, {
			cancelledAfterBooking,
			ordersToReview,
			attachOrder,
			cancelOrders,
			allOutcomes,
		});
		lookAtWebhooks(flow, yourValues);
		countRefunds(flow, yourValues);
	} else flow.wire(attachOrder, cancelOrders);
	countOrders(flow, shop, yourValues, ordersToReview);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}

const CANCELLED =
	"={{ $('Orders to review').item.json.state === 'booked' && $('Orders to review').item.json.fingerprint !== '' && $json.status === $('Your values').first().json.cancelledStatus }}";

/** A gift card paid all of it: there is no money to give back, so WooCommerce makes no refund. */
const CANCELLED_OR_REFUNDED =
	"={{ $('Orders to review').item.json.state === 'booked' && $('Orders to review').item.json.fingerprint !== '' && ($json.status === $('Your values').first().json.cancelledStatus || $json.status === 'refunded' && Number($json.total) === 0 && ($json.refunds ?? []).length === 0) }}";

/** The refunds of the order that are credited already, and those of nothing. */
const bookedRefunds = asArray(
	because(
		'it joins three lists, and only what it gives is of use to a node',
		"={{ ($json.refunds ?? []).length === 0 ? [] : $('Get refunds of order').all().map((item) => item.json).filter((refund) => refund.parent_id === $json.id && (Number(refund.amount) === 0 || $('Find booked refunds').all().map((item) => item.json.orderKey).includes($('Orders to review').item.json.orderKey + '/refund/' + refund.id))) }}",
	),
);

/** Credits what booked refunds left of an order; not when one of them is gone from the shop. */
function lookAtRefunds(
	flow: Flow,
	nodes: Record<
		'cancelledAfterBooking' | 'ordersToReview' | 'attachOrder' | 'cancelOrders' | 'allOutcomes',
		Node
	>,
): void {
	const { cancelledAfterBooking, ordersToReview, attachOrder, cancelOrders, allOutcomes } = nodes;
	const findBookedRefunds = flow.add(
		'Find booked refunds',
		[1700, -460],
		getRows('WebshopOrders', {
			where: [
				is('parentKey', ordersToReview.item('orderKey')),
				kindIs('refund'),
				stateIs('booked'),
				isLike('orderKey', refundKeys),
			],
		}),
		'evenWhenEmpty',
	);
	const withRefunds = flow.add('With refunds?', [1700, -320], keepWithRefunds());
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		[1880, -320],
		readRefundsOfOrder(),
		'withErrorOutput',
		'retried',
	);
	const noteUnreadRefunds = flow.add(
		'Note unread refunds',
		[2080, -300],
		updateRows('WebshopOrders', [is('orderKey', ordersToReview.item('orderKey'))], {
			...note('REFUND_NOT_READ', { case: 'cancelled', answer: answerCode.slice(1) }),
		}),
	);
	const refundsKnown = flow.add(
		'Refunds known?',
		[1920, -20],
		whether(
			isTrue(
				because(
					'it compares a list of the table with a list of the shop',
					"={{ $('Find booked refunds').all().filter((item) => item.json.parentKey === $('Orders to review').item.json.orderKey).every((item) => $json.earlierRefunds.some((refund) => item.json.orderKey === $('Orders to review').item.json.orderKey + '/refund/' + refund.id)) }}",
				),
			),
		),
	);
	const refundIsGone = flow.add(
		'Refund is gone',
		[2180, 120],
		onlyFields({
			outcome: 'attention',
			orderKey:
				"={{ $('Orders to review').item.json.orderKey + '/credit/' + ($('Orders to review').item.json.version || 1) }}",
			originalOrderKey: ordersToReview.item('orderKey'),
			client: ordersToReview.item('client'),
			shop: ordersToReview.item('shop'),
			orderId: ordersToReview.item('orderId'),
			orderNumber: ordersToReview.item('orderNumber'),
			orderStatus: '={{ $json.order.status }}',
			...note('REFUND_DELETED', {
				case: 'cancelled',
				order: "{{ $('Orders to review').item.json.orderNumber }}",
			}),
		}),
	);

	flow.wire(cancelledAfterBooking.yes, [findBookedRefunds, withRefunds]);
	flow.wire(withRefunds, getRefundsOfOrder);
	// Without them the order is not credited (REFUNDS_INCOMPLETE); the others are.
	flow.wire(getRefundsOfOrder.error, noteUnreadRefunds);
	flow.wire(attachOrder, refundsKnown);
	flow.wire(refundsKnown.yes, cancelOrders);
	flow.wire(refundsKnown.no, refundIsGone, allOutcomes.in(4));
}

/**
 * Finds orders that no run of the sync recorded, although it read further: they are processed with
 * those that are read again, and told. The list holds no more of an order than it takes to find it.
 */
function countOrders(flow: Flow, shop: Shop, yourValues: Node, ordersToReview: Node): void {
	const top = shop.tellsRefunds ? 820 : 480;
	const ofShop = [
		is('client', yourValues.first('client')),
		is('shop', yourValues.first('shop')),
	] as const;
	flow.note(
		'Section count',
		[0, top],
		[1740, 380],
		text`
			### Count the orders
			Orders that the shop lists and **WebshopOrders** does not have, as far as the sync has read. They go to *Orders to review*.
		`,
		7,
	);
	const forgetEarlierCount = flow.add(
		'Forget earlier count',
		[60, top + 140],
		deleteRows('ShopTroubles', [...ofShop, is('subject', 'orders')]),
		'once',
		'evenWhenEmpty',
	);
	const loadCursor = flow.add(
		'Load cursor',
		[230, top + 140],
		getRows('SyncCursors', { where: [...ofShop], limit: 1, highest: 'updatedAt' }),
		'once',
	);
	const listOrders = flow.add(
		'List orders',
		[560, top + 140],
		shop.listOrders({
			createdAfter: countedSince('ordersFrom'),
			createdBefore: '={{ $json.readUntil }}',
		}),
		'withErrorOutput',
		'retried',
	);
	const findTheirRows = flow.add(
		'Find their rows',
		[760, top + 80],
		getRows('WebshopOrders', {
			// Rows of orders that the shop dates later than they came are looked up below.
			where: [...ofShop, kindIs('order'), isAtLeast('createdAt', rowsFrom)],
		}),
		'once',
		'evenWhenEmpty',
	);
	const withoutRow = {
		resource: 'orderTable',
		operation: 'findPassedOver',
		listedOrders: "={{ $('List orders').all().map((item) => item.json) }}",
		readUntil: loadCursor.first('readUntil'),
		client: yourValues.first('client'),
		shopName: yourValues.first('shop'),
	};
	const findOrdersWithoutRow = flow.add(
		'Find orders without row',
		[960, top + 80],
		transformer(withoutRow),
	);
	const findOlderRows = flow.add(
		'Find older rows',
		[1150, top + 80],
		getRows('WebshopOrders', { where: [is('orderKey', '={{ $json.orderKey }}')] }),
		'evenWhenEmpty',
	);
	const findOrdersPassedOver = flow.add(
		'Find orders passed over',
		[1340, top + 80],
		transformer({
			...withoutRow,
			recordedIds: `={{ $('${findTheirRows.node}').all().map((item) => item.json.orderId) }}`,
		}),
	);
	const trouble = {
		client: yourValues.first('client'),
		shop: yourValues.first('shop'),
		subject: 'orders',
	};
	const noteOrdersPassedOver = flow.add(
		'Note orders passed over',
		[1560, top + 80],
		insertRow('ShopTroubles', {
			...trouble,
			...toldInItem,
		}),
	);
	const noteUncountedOrders = flow.add(
		'Note uncounted orders',
		[960, top + 240],
		insertRow('ShopTroubles', { ...trouble, ...note('ORDERS_NOT_COUNTED') }),
		'once',
	);

	flow.wire(yourValues, forgetEarlierCount, loadCursor);
	const start = askFirstDay(flow, loadCursor, {
		...{ value: 'ordersFrom', gate: [400, top + 140], refusal: [400, top + 270] },
	});
	flow.wire(start, listOrders, findTheirRows, findOrdersWithoutRow, findOlderRows);
	flow.wire(findOlderRows, findOrdersPassedOver, ordersToReview.in(2));
	flow.wire(findOrdersPassedOver.out(1), noteOrdersPassedOver);
	flow.wire(listOrders.error, noteUncountedOrders);
}

/**
 * Finds refunds that no run of the refund sync recorded, although it read further: its cursor goes back
 * to before them, so that its next run reads them again, and they are told.
 */
function countRefunds(flow: Flow, yourValues: Node): void {
	const top = 1260;
	const client = is('client', yourValues.first('client'));
	const cursorOf = is('shop', "={{ $('Your values').first().json.shop + ' refunds' }}");
	const trouble = {
		client: yourValues.first('client'),
		shop: yourValues.first('shop'),
		subject: 'refunds',
	};
	flow.note(
		'Section refunds',
		[0, top],
		[1740, 380],
		text`
			### Count the refunds
			Refunds that the shop lists and **WebshopOrders** does not have, as far as the refund sync has read. It reads them again.
		`,
		7,
	);
	const forgetEarlierCount = flow.add(
		'Forget earlier refund count',
		[60, top + 140],
		deleteRows('ShopTroubles', [
			client,
			is('shop', yourValues.first('shop')),
			is('subject', 'refunds'),
		]),
		'once',
		'evenWhenEmpty',
	);
	const loadCursor = flow.add(
		'Load refund cursor',
		[230, top + 140],
		getRows('SyncCursors', { where: [client, cursorOf], limit: 1, highest: 'updatedAt' }),
		'once',
	);
	const firstDayKnown = flow.add(
		'Refunds read from a day?',
		[400, top + 140],
		keepIf(isFilled("={{ $('Your values').first().json.refundsFrom }}")),
	);
	const listRefunds = flow.add(
		'List refunds',
		[580, top + 140],
		wooCommerce({
			resource: 'refund',
			operation: 'getMany',
			scope: 'shop',
			returnAll: true,
			simplify: true,
			filters: { createdAfter: countedSince('refundsFrom') },
		}),
		'withErrorOutput',
		'retried',
	);
	const findTheirRows = flow.add(
		'Find rows of refunds',
		[780, top + 80],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'refund'),
				isLike('orderKey', refundKeys),
				isAtLeast('createdAt', rowsFrom),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findRefundsPassedOver = flow.add(
		'Find refunds passed over',
		[960, top + 80],
		transformer({
			resource: 'orderTable',
			operation: 'findPassedOver',
			counted: 'refunds',
			listedOrders: "={{ $('List refunds').all().map((item) => item.json) }}",
			readUntil: loadCursor.first('readUntil'),
			client: yourValues.first('client'),
			shopName: yourValues.first('shop'),
		}),
	);
	const readAgain = flow.add(
		'Read them again',
		[1200, top + 80],
		// The shop lists what is later than the moment.
		updateRows('SyncCursors', [client, cursorOf], {
			readUntil:
				'={{ DateTime.fromISO($input.all().map((item) => item.json.createdAt).sort()[0]).minus({ hours: 1 }).toUTC().toISO() }}',
		}),
		'once',
	);
	const noteRefundsPassedOver = flow.add(
		'Note refunds passed over',
		[1400, top + 160],
		insertRow('ShopTroubles', { ...trouble, ...toldInItem }),
	);
	const noteUncountedRefunds = flow.add(
		'Note uncounted refunds',
		[960, top + 240],
		insertRow('ShopTroubles', { ...trouble, ...note('REFUNDS_NOT_COUNTED') }),
		'once',
	);

	flow.wire(yourValues, forgetEarlierCount, loadCursor, firstDayKnown, listRefunds);
	flow.wire(listRefunds, findTheirRows, findRefundsPassedOver, readAgain);
	flow.wire(findRefundsPassedOver.out(1), noteRefundsPassedOver);
	flow.wire(listRefunds.error, noteUncountedRefunds);
}

/**
 * The last weeks, but nothing from before the first day that the sync reads. What is no day is asked
 * for as it stands, so that the shop's node refuses it.
 */
const countedSince = (firstDay: 'ordersFrom' | 'refundsFrom'): string =>
	because(
		'the later of two days, or what somebody filled in that is none',
		`={{ ((given) => DateTime.fromISO(given).isValid ? DateTime.max(DateTime.fromISO(given), $now.minus({ days: $('Your values').first().json.days })).toISO() : given)($('Your values').first().json.${firstDay}) }}`,
	);
const rowsFrom = "={{ $now.minus({ days: $('Your values').first().json.days + 1 }).toISO() }}";

/** Tells which webhooks WooCommerce switched off. */
function lookAtWebhooks(flow: Flow, yourValues: Node): void {
	flow.note(
		'Section webhooks',
		[0, 480],
		[1420, 300],
		text`
			### Look at the webhooks
			WooCommerce switches a webhook off after five failures and tells nobody. *Daily digest* does. Orders are not lost: the hourly sync finds them.
		`,
		7,
	);
	const clearEarlierTroubles = flow.add(
		'Clear earlier troubles',
		[360, 610],
		deleteRows('ShopTroubles', [
			is('client', yourValues.first('client')),
			is('shop', yourValues.first('shop')),
			isLike('subject', 'webhook%'),
		]),
		'once',
		'evenWhenEmpty',
	);
	const checkWebhooks = flow.add(
		'Check webhooks',
		[580, 610],
		wooCommerce({ resource: 'webhook', operation: 'checkHealth', reEnable: false }),
		'once',
		'withErrorOutput',
		'retried',
	);
	const disabledWebhooks = flow.add(
		'Disabled webhooks',
		[800, 570],
		keepIf(equals('={{ $json.status }}', 'disabled')),
	);
	const noteDisabledWebhook = flow.add(
		'Note disabled webhook',
		[1020, 570],
		insertRow('ShopTroubles', {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			subject: "={{ 'webhook ' + $json.id }}",
			...note('WEBHOOK_DISABLED', { topic: '{{ $json.topic }}' }),
		}),
	);
	const noteUnreadWebhooks = flow.add(
		'Note unread webhooks',
		[1240, 650],
		insertRow('ShopTroubles', {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			subject: 'webhooks',
			code: unread.code,
			message: whatItSaid(unread.message),
			tip: `={{ $json.details?.tip ?? '${unread.tip}' }}`,
		}),
	);

	flow.wire(yourValues, clearEarlierTroubles, checkWebhooks, disabledWebhooks, noteDisabledWebhook);
	flow.wire(checkWebhooks.error, noteUnreadWebhooks);
}
