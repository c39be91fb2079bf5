import { creditKeys, paidForNow, triedAgain, whereState } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow, type Node } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import {
	everyNight,
	append,
	keepOnce,
	together,
	transformer,
	waitAndHandOn,
} from '../fragments/basics';
import { call, whenCalled } from '../fragments/call';
import { isTrue, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { asObject, onlyFields, withFields, asNumber, asArray } from '../fragments/fields';
import {
	deleteRows,
	getRows,
	updateRows,
	upsertRow,
	is,
	isAmong,
	isAtMost,
	isLike,
	isNot,
	keepIfNoRow,
} from '../fragments/table';
import { readSettings } from '../fragments/settings';
import { refuseUnknownClient } from '../fragments/knownClient';
import { letClaimsExpire } from '../fragments/claims';
import { type Shop } from '../fragments/shops';
import { answerCode, keepWithRefunds, readRefundsOfOrder } from '../fragments/refunds';
import { resultCounts } from '../fragments/results';
import { kindIs, ofShop, stateIs } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';

export function dailyPaymentMatching(shop: Shop): Flow {
	const flow = new Flow({
		name: `Daily payment matching ${shop.name}`,
		description: `Books the payments of the ${shop.name} orders that are in SnelStart every day, each on the open item of its invoice, and looks for an open item that is not there yet on three more days.`,
	});

	flow.note(
		'Overview',
		[-480, -340],
		[420, 900],
		text`
			## Daily payment matching ${shop.name}

			### How it works
			1. Every day, finds all booked orders whose payments are not done yet, however long ago they were booked, and the payments to try again.
			2. Reads those orders from the shop${shop.tellsRefunds ? ', with their refunds' : ''}. **Draft payments** decides by the client's settings, per payment method: a memorial (memoriaal) on the clearing account, or an entry in a bank or cash journal. An order that is not paid yet waits, unless its method always counts as paid.
			3. *Book and record* finds the open item of the invoice and books the payment on it, never twice. An open item that is not there is looked for on three more days; then the row needs attention.
			4. Remembers which orders are done. *Daily digest* tells of orders that the shop does not give.

			The dashboard can start it too.

			One payment with trouble never stops the others.

			### Setup
			1. Set up the order sync of this shop first, and fill in *Payment Methods* in *Client settings*.
			2. **Your values**: the names of client and shop.
			3. **Get order**${shop.tellsRefunds ? ' and **Get refunds of order**' : ''}: choose the ${shop.name} credential${shop.alsoToChoose}.
			4. **Book and record**: choose the workflow *Book and record*.
			5. Publish this workflow.
		`,
	);
	flow.note(
		'Section find',
		[0, -340],
		[1520, 900],
		text`
			### Find and read
			Booked orders whose payments are not done, and payments to try again. The payment of an order that is not booked now waits and says so. A run that died two hours ago no longer holds its rows.
		`,
		7,
	);
	flow.note(
		'Section match',
		[1560, -340],
		[1100, 900],
		text`
			### Match and book
			On the open item of the invoice.
		`,
		7,
	);
	flow.note(
		'Section done',
		[2700, -340],
		[1040, 900],
		text`
			### Remember what is done
			An order is done when all its payments are; until then it is read again every day.
		`,
		7,
	);
	const everyDay = flow.add('Every day', [40, -60], everyNight(5, 37));
	const yourValues = flow.add(
		'Your values',
		[220, -60],
		onlyFields({ client: 'my-client', shop: shop.usualName }),
	);
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[400, -60],
		letClaimsExpire(is('shop', '={{ $json.shop }}')),
		'once',
		'evenWhenEmpty',
	);
	const unreadOfShop = [
		is('client', yourValues.first('client')),
		is('shop', yourValues.first('shop')),
		is('subject', 'payments'),
	] as const;
	const forgetUnread = flow.add(
		'Forget what was not read',
		[400, -220],
		deleteRows('ShopTroubles', [...unreadOfShop]),
		'once',
		'evenWhenEmpty',
	);
	const findBookedOrders = flow.add(
		'Find booked orders',
		[600, -160],
		getRows('WebshopOrders', {
			where: [
				...ofShop(yourValues, 'order'),
				stateIs('booked'),
				...paidForNow.map((paid) => isNot('paidState', paid)),
			],
		}),
		'once',
	);
	const findPaymentsToTryAgain = flow.add(
		'Find payments to try again',
		[600, 60],
		getRows('WebshopOrders', {
			where: [...ofShop(yourValues, 'payment'), ...whereState(triedAgain)],
		}),
		'once',
	);
	const findTheirOrders = flow.add(
		'Find their orders',
		[800, 60],
		getRows('WebshopOrders', {
			where: [is('orderKey', '={{ $json.parentKey }}'), kindIs('order'), stateIs('booked')],
		}),
	);
	const withoutBookedOrder = flow.add(
		'Without booked order',
		[800, 240],
		keepIfNoRow('WebshopOrders', [
			is('orderKey', '={{ $json.parentKey }}'),
			kindIs('order'),
			stateIs('booked'),
		]),
	);
	const sayThatItWaits = flow.add(
		'Say that it waits',
		[1000, 240],
		updateRows(
			'WebshopOrders',
			[is('orderKey', '={{ $json.orderKey }}'), kindIs('payment'), ...whereState(triedAgain)],
			{ ...note('PAYMENT_ORDER_NOT_BOOKED') },
		),
	);
	const findUndone = flow.add(
		'Find undone entries',
		[800, 420],
		getRows('WebshopOrders', {
			where: [
				is('parentKey', '={{ $json.parentKey }}'),
				isLike('orderKey', creditKeys),
				stateIs('booked'),
			],
		}),
	);
	const keepEachOnce = flow.add('Keep each entry once', [1000, 420], keepOnce('orderKey'));
	const settleUndone = flow.add(
		'Settle undone',
		[1760, 420],
		transformer({ resource: 'payment', operation: 'settleUndone' }),
	);
	const setOffsToTryAgain = flow.add(
		'Set-offs to try again',
		[1980, 420],
		keepIf(
			isTrue(
				"={{ $('Find payments to try again').all().some((item) => item.json.orderKey === $json.paymentKey) }}",
			),
		),
	);
	const ordersWithPayments = flow.add('Orders with payments', [1000, -60], append(2));
	const keepEachOrderOnce = flow.add('Keep each order once', [1200, -60], keepOnce('orderId'));
	const getOrder = flow.add(
		'Get order',
		[1360, -60],
		shop.getOrder('={{ $json.orderId }}'),
		'withErrorOutput',
		'retried',
	);
	const ofSomeOrders = getRows('WebshopOrders', { where: isAmong('parentKey'), any: true });
	const ordersTogether = flow.add(
		'Orders together',
		[1600, -60],
		together(keepEachOrderOnce.item('orderKey')),
	);
	const findCreditNotes = flow.add('Find credit notes', [1780, -60], ofSomeOrders);
	const rowsByOrder = flow.add(
		'Rows by order',
		[1980, -220],
		onlyFields({ refunds: asObject(REFUNDS_BY_ORDER) }),
		'once',
	);
	const momentsRead = flow.add(
		'Moments read',
		[1360, -200],
		onlyFields({
			of: asObject(
				'={{ Object.fromEntries($input.all().map(({ json }) => [json.orderKey, json.updatedAt])) }}',
			),
		}),
		'once',
	);
	const unreadOrders = flow.add(
		'Unread orders',
		[1360, 160],
		onlyFields({
			orderId: keepEachOrderOnce.item('orderId'),
			orderNumber: keepEachOrderOnce.item('orderNumber'),
			cause: answerCode,
		}),
	);
	// Nobody sees the summary of a run that n8n does not keep.
	const noteUnread = flow.add(
		'Note unread orders',
		[1360, 320],
		upsertRow('ShopTroubles', [...unreadOfShop], {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			subject: 'payments',
			...note('PAYMENTS_NOT_LOOKED_AT', {
				order: '{{ $json.orderNumber }}',
				cause: '{{ $json.cause }}',
			}),
		}),
		'once',
	);
	const loadSettings = flow.add(
		'Load settings',
		[600, 240],
		readSettings(yourValues.first('client')),
		'once',
	);
	const draftPayments = flow.add(
		'Draft payments',
		[1980, -60],
		transformer({
			resource: 'payment',
			operation: 'draftPayments',
			shop: yourValues.first('shop'),
			orderField: '',
			entryVersion: "={{ $('Keep each order once').item.json.version ?? 1 }}",
			rows: ROWS,
		}),
	);
	const allOutcomes = flow.add('All outcomes', [2200, -60], append(4));
	const paymentsAndSetOffs = flow.add('Payments and set-offs', [2360, -160], append(2));
	const bookAndRecord = flow.add(
		'Book and record',
		[2560, -160],
		call(contracts.bookAndRecord, {
			kind: 'payment',
			settingsVersion: loadSettings.first('version'),
			salesEntryId:
				"={{ $json.draft?.salesLines?.length === 1 ? $('Keep each order once').item.json.salesEntryId : '' }}",
			item: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	// A join runs after everything beside it, so what looks at the result has to wait for it.
	const onceBooked = flow.add('Once booked', [2420, 80], waitAndHandOn(2));
	const nameOrder = flow.add(
		'Name order',
		[2580, 80],
		onlyFields({ orderKey: '={{ $json.orderKey }}' }),
	);
	const lookAtEachOrderOnce = flow.add('Look at each order once', [2740, 80], keepOnce('orderKey'));
	const eachTogether = flow.add('Each together', [2920, 80], together('={{ $json.orderKey }}'));
	const findTheirPayments = flow.add('Find their payments', [3100, 80], ofSomeOrders);
	const sumUpPerOrder = flow.add(
		'Sum up per order',
		[3260, 80],
		transformer({ resource: 'orderTable', operation: 'decidePaidState' }),
	);
	const markOrder = flow.add(
		'Mark order',
		[3420, 80],
		updateRows(
			'WebshopOrders',
			// What another run wrote meanwhile is looked at again: it may have undone or credited the order.
			[
				is('orderKey', '={{ $json.parentKey }}'),
				kindIs('order'),
				stateIs('booked'),
				isAtMost('updatedAt', ROW_READ),
			],
			{ paidState: '={{ $json.row.paidState }}' },
		),
		'evenWhenEmpty',
	);
	const summary = flow.add(
		'Summary',
		[3600, 80],
		onlyFields({
			shop: yourValues.first('shop'),
			...resultCounts(bookAndRecord),
			notRead: asNumber(
				"={{ $('Unread orders').isExecuted ? $('Unread orders').all().filter((item) => item.json.orderId).length : 0 }}",
			),
		}),
		'once',
	);
	const whenAskedFor = flow.add(
		'When asked for',
		[40, 140],
		whenCalled(contracts.dailyPaymentMatching(shop)),
	);

	flow.wire(everyDay, yourValues, letOldClaimsExpire, [
		loadSettings,
		findBookedOrders,
		findPaymentsToTryAgain,
	]);
	flow.wire(yourValues, forgetUnread);
	flow.wire(whenAskedFor, yourValues);
	flow.wire(findBookedOrders, ordersWithPayments, keepEachOrderOnce, getOrder);
	flow.wire(findPaymentsToTryAgain, [findTheirOrders, withoutBookedOrder, findUndone]);
	flow.wire(findTheirOrders, ordersWithPayments.in(1));
	flow.wire(withoutBookedOrder, sayThatItWaits);
	// One order may be undone and another one cancelled: only what was to be settled is tried again.
	flow.wire(findUndone, keepEachOnce, settleUndone, setOffsToTryAgain, paymentsAndSetOffs.in(1));
	flow.wire(keepEachOrderOnce, momentsRead);
	flow.runsFirst(momentsRead, getOrder);
	flow.wire(getOrder, ordersTogether, findCreditNotes, rowsByOrder);
	const drafting = shop.tellsRefunds
		? addRefunds(flow, { getOrder, draftPayments, unreadOrders })
		: draftPayments;
	flow.wire(getOrder, drafting);
	flow.runsFirst(ordersTogether, drafting);
	flow.wire(getOrder.error, unreadOrders, [noteUnread, summary]);
	flow.wire(loadSettings, [draftPayments.in(1), settleUndone.in(1)]);
	flow.wire(draftPayments, allOutcomes, [paymentsAndSetOffs, onceBooked.in(1)]);
	flow.wire(paymentsAndSetOffs, bookAndRecord, onceBooked);
	flow.gather(draftPayments, [1, 2, 3], allOutcomes, 1);
	flow.wire(
		onceBooked,
		nameOrder,
		lookAtEachOrderOnce,
		eachTogether,
		findTheirPayments,
		sumUpPerOrder,
		markOrder,
		summary,
	);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}

/** When the row of the order was written last, as this run read it; databases keep more than milliseconds. */
const ROW_READ =
	"={{ DateTime.fromJSDate(new Date($('Moments read').first().json.of[$json.parentKey])).plus(1).toISO() }}";

/** By the key of the order: looking through all of them for each open order takes minutes with thousands. */
const REFUNDS_BY_ORDER = because(
	'it makes a look-up by key of a list, once',
	"={{ $input.all().filter(({ json }) => json.kind === 'refund').reduce((by, { json }) => Object.assign(by, { [json.parentKey]: [...(by[json.parentKey] ?? []), json] }), {}) }}",
);

/** The rows of the order and of its refunds: those in day totals name the entries to settle. */
const ROWS = because(
	'the row of an order and those of its refunds, of which there may be none',
	"={{ ((row) => [row, ...($('Rows by order').isExecuted ? ($('Rows by order').first().json.refunds[row.orderKey] ?? []) : [])])($('Keep each order once').item.json) }}",
);

/**
 * Puts the refunds of an order beside it: a payment is drafted less what went back.
 * @returns where the order enters to leave with them
 */
function addRefunds(
	flow: Flow,
	{
		getOrder,
		draftPayments,
		unreadOrders,
	}: Record<'getOrder' | 'draftPayments' | 'unreadOrders', Node>,
): Node {
	const withRefunds = flow.add('With refunds?', [1580, -220], keepWithRefunds());
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		[1760, -220],
		readRefundsOfOrder(),
		'withErrorOutput',
		'retried',
	);
	const attachRefunds = flow.add(
		'Attach refunds',
		[1760, 120],
		withFields({
			refunds: asArray(
				because(
					'each refund as it was read, or as the order names it where the shop did not give it',
					"={{ ((read) => [...read, ...($json.refunds ?? []).filter(({ id }) => !read.some((one) => one.id === id))])(($json.refunds ?? []).length === 0 ? [] : $('Get refunds of order').all().map((item) => item.json).filter((refund) => refund.parent_id === $json.id)) }}",
				),
			),
		}),
	);

	flow.wire(getOrder, withRefunds);
	flow.runsFirst(withRefunds, attachRefunds);
	flow.wire(withRefunds, getRefundsOfOrder);
	// Named by the order alone, the payment that went back waits and says so (PAYMENT_REFUND_UNCLEAR).
	flow.wire(getRefundsOfOrder.error, unreadOrders);
	flow.wire(attachRefunds, draftPayments);
	return attachRefunds;
}
