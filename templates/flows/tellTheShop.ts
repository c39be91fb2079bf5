import { because } from '../build/because';
import { Flow, type Kind, type Node } from '../build/flow';
import { codeName, note, noNote } from '../build/note';
import { text } from '../build/text';
import { byTheClock, snelStart, wooCommerce } from '../fragments/basics';
import { equals, isTrue, keepIf } from '../fragments/conditions';
import { onlyFields } from '../fragments/fields';
import { kindIs, ofShop, stateIs } from '../fragments/rowConditions';
import { wooCommerceShop as shop } from '../fragments/shops';
import { getRows, is, isAtLeast, keepIfNoRow, updateRows } from '../fragments/table';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

/** The code of what failed. */
const WHY = `{{ $json.details?.code ?? $json.code ?? '${codeName('SHOP_NOT_REACHED')}' }}`;
/** Words of "Your values" with commas between, as a list. */
const listed = (value: string): string =>
	`$('Your values').first().json.${value}.split(',').map((word) => word.trim()).filter(Boolean)`;

/** The way back: what SnelStart knows of an order, shown in the shop. Never part of a booking. */
export function tellTheShop(): Flow {
	const flow = new Flow({
		name: 'Tell the shop WooCommerce',
		description:
			'Every hour, writes the SnelStart number and booking date on the WooCommerce orders that were booked in the last week, once per order; and, when switched on, sets orders to paid in the shop whose invoice was paid in SnelStart, such as bank transfers.',
	});
	flow.note(
		'Overview',
		[-480, -320],
		[420, 760],
		text`
			## Tell the shop WooCommerce

			### How it works
			Two switches at **Your values**, each for itself:
			- *numbers*: orders that were booked in the last week get a note for the shop with their number in SnelStart and the booking date, once. A note leaves the moment of change of the order as it is, so no sync reads it again. *writeAs* can be *meta* for a field instead.
			- *paid*: orders of the payment methods in *methods* that wait for money in the shop (*unpaidStatuses*) get the status *statusWhenPaid* as soon as nothing of their invoice is open in SnelStart. WooCommerce then notes the day of payment, and mails the customer as usual. Looked at once more just before: a cancelled, refunded or credited order is left alone.

			Nothing waits for it: the orders are booked already. What fails stands in the row of the order with a code, and is tried again every hour.

			### Setup
			1. **Your values**: the names of client and shop, and the switches.
			2. **Write number**, **Get unpaid orders**, **Get order** and **Set to paid**: choose the WooCommerce credential. Its key needs Read/Write.
			3. **Find open item**: choose the SnelStart credential.
			4. Publish this workflow.
		`,
	);
	flow.note(
		'Section numbers',
		[420, -320],
		[1360, 360],
		text`
			### The number on the order
			Booked in the last week, and not told of this number yet.
		`,
		7,
	);
	flow.note(
		'Section paid',
		[420, 80],
		[2130, 340],
		text`
			### Paid in SnelStart
			Only while *paid* is *yes*. An invoice of another amount than the order is not its payment.
		`,
		7,
	);
	const everyHour = flow.add(
		'Every hour',
		[40, 0],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: 52 }),
	);
	const yourValues = flow.add(
		'Your values',
		[220, 0],
		onlyFields({
			client: 'my-client',
			shop: shop.usualName,
			language: 'nl',
			numbers: 'yes',
			writeAs: 'note',
			paid: 'no',
			methods: 'bacs',
			unpaidStatuses: 'on-hold',
			statusWhenPaid: 'processing',
		}),
	);
	const noteFailure = flow.add(
		'Note failure',
		[2560, 0],
		updateRows(
			'WebshopOrders',
			[is('orderKey', '={{ $json.orderKey }}'), stateIs('booked'), is('code', '')],
			{ ...note('SHOP_NOT_TOLD', { answer: '{{ $json.code }}' }) },
		),
	);
	flow.wire(everyHour, yourValues);
	writeNumbers(flow, yourValues, noteFailure);
	setToPaid(flow, yourValues, noteFailure);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}

/** Of which order something failed, and the code of it. */
const failureOf = (orderKey: string): Kind => onlyFields({ orderKey, code: `=${WHY}` });

const aWeekAgo = '={{ $now.minus({ days: 7 }).toUTC().toISO() }}';

function writeNumbers(flow: Flow, yourValues: Node, noteFailure: Node): void {
	const wanted = flow.add(
		'Numbers wanted',
		[460, -160],
		keepIf(equals('={{ $json.numbers }}', 'yes')),
	);
	const findRecords = flow.add(
		'Find booking records',
		[660, -160],
		getRows('BookingRecords', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				isAtLeast('bookedAt', aWeekAgo),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const find = flow.add(
		'Find booked orders',
		[840, -160],
		getRows('WebshopOrders', {
			where: [...ofShop(yourValues, 'order'), stateIs('booked'), isAtLeast('bookedAt', aWeekAgo)],
		}),
		'once',
	);
	const notTold = flow.add(
		'Not told yet',
		[1020, -160],
		keepIf(isTrue('={{ !!$json.snelStartNumber && $json.toldNumber !== $json.snelStartNumber }}')),
	);
	const write = flow.add(
		'Write number',
		[1220, -160],
		wooCommerce({
			resource: 'order',
			operation: 'writeBack',
			orderId: { __rl: true, mode: 'id', value: '={{ $json.orderId }}' },
			bookedNumber: '={{ $json.snelStartNumber }}',
			// In a closed period and in a day total an order is booked on another day than its own.
			bookedOn: `={{ $('${findRecords.node}').all().find((record) => record.json.documentKey === $json.orderKey)?.json.documentDate || $json.orderDate }}`,
			writeAs: `={{ ${listed('writeAs')} }}`,
			language: yourValues.first('language'),
		}),
		'retried',
		'withErrorOutput',
	);
	const record = flow.add(
		'Record number',
		[1440, -160],
		updateRows('WebshopOrders', [is('orderKey', notTold.item('orderKey')), kindIs('order')], {
			toldNumber: notTold.item('snelStartNumber'),
		}),
	);
	const takeNoteOff = flow.add(
		'Take note off',
		[1620, -160],
		updateRows(
			'WebshopOrders',
			[is('orderKey', notTold.item('orderKey')), is('code', codeName('SHOP_NOT_TOLD'))],
			noNote,
		),
	);
	flow.wire(yourValues, wanted, findRecords, find, notTold, write, record, takeNoteOff);
	const failed = flow.add('Not written', [1440, 0], failureOf(notTold.item('orderKey')));
	flow.wire(write.error, failed, noteFailure);
}

function setToPaid(flow: Flow, yourValues: Node, noteFailure: Node): void {
	const wanted = flow.add('Paid wanted', [460, 220], keepIf(equals('={{ $json.paid }}', 'yes')));
	const getUnpaid = flow.add(
		'Get unpaid orders',
		[660, 220],
		wooCommerce({
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
			filters: { customStatuses: yourValues.first('unpaidStatuses') },
			options: { fields: 'id,date_paid_gmt,refunds,payment_method' },
		}),
		'once',
	);
	const ofMethods = flow.add(
		'Of chosen methods',
		[860, 220],
		keepIf(
			isTrue(
				because(
					'what was paid or refunded needs no word from us',
					`={{ !$json.date_paid_gmt && ($json.refunds ?? []).length === 0 && ${listed('methods')}.includes($json.payment_method) }}`,
				),
			),
		),
	);
	const findRow = flow.add(
		'Find its row',
		[1060, 220],
		getRows('WebshopOrders', {
			where: [...ofShop(yourValues, 'order'), is('orderId', '={{ $json.id }}'), stateIs('booked')],
		}),
	);
	const notCredited = flow.add(
		'Not credited',
		[1240, 220],
		keepIfNoRow('WebshopOrders', [is('parentKey', '={{ $json.orderKey }}'), kindIs('refund')]),
	);
	const bookedTotal = notCredited.item('total').replace(/^=\{\{ | \}\}$/g, '');
	const findOpen = flow.add(
		'Find open item',
		[1420, 220],
		snelStart({
			resource: 'openItem',
			operation: 'find',
			invoiceNumber: '={{ $json.snelStartNumber }}',
			openOnly: false,
		}),
		'retried',
		'withErrorOutput',
	);
	const paidInFull = flow.add(
		'Paid in full',
		[1620, 220],
		keepIf(isTrue(`={{ $json.openAmount === 0 && $json.invoiceAmount === ${bookedTotal} }}`)),
	);
	const getOrder = flow.add(
		'Get order',
		[1820, 220],
		shop.getOrder(notCredited.item('orderId')),
		'retried',
		'withErrorOutput',
	);
	const stillUnpaid = flow.add(
		'Still unpaid',
		[2020, 220],
		keepIf(
			isTrue(
				because(
					'somebody may have cancelled, refunded or paid it since the list was read, or have made it dearer since it was booked',
					`={{ !$json.date_paid_gmt && ($json.refunds ?? []).length === 0 && ${listed('unpaidStatuses')}.includes($json.status) && ($json.currency !== 'EUR' || Math.round($json.total * 100) <= Math.round(${bookedTotal} * 100)) }}`,
				),
			),
		),
	);
	const setPaid = flow.add(
		'Set to paid',
		[2220, 220],
		wooCommerce({
			resource: 'order',
			operation: 'update',
			orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			updateFields: { customStatus: yourValues.first('statusWhenPaid') },
			simplify: false,
		}),
		'withErrorOutput',
	);
	const takeNoteOff = flow.add(
		'Take payment note off',
		[2420, 220],
		updateRows(
			'WebshopOrders',
			[is('orderKey', notCredited.item('orderKey')), is('code', codeName('SHOP_NOT_TOLD'))],
			noNote,
		),
	);
	const failed = flow.add('Not set to paid', [1820, 400], failureOf(notCredited.item('orderKey')));
	flow.wire(
		yourValues,
		wanted,
		getUnpaid,
		ofMethods,
		findRow,
		notCredited,
		findOpen,
		paidInFull,
		getOrder,
		stillUnpaid,
		setPaid,
		takeNoteOff,
	);
	flow.wire(findOpen.error, failed, noteFailure);
	flow.wire(getOrder.error, failed);
	flow.wire(setPaid.error, failed);
}
