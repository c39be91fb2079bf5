import { Flow } from '../build/flow';
import { text } from '../build/text';
import { everyNight, stop, append, jouwWeb, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, asNumber, asObject } from '../fragments/fields';
import { getRows, updateRows, is, isNot, isAtLeast } from '../fragments/table';
import { readSettings } from '../fragments/settings';
import { letClaimsExpire, recordOrderNotRead } from '../fragments/claims';

export function nightlyStatusReviewJouwWeb(): Flow {
	const flow = new Flow({
		name: 'Nightly status review JouwWeb',
		description:
			'Reads every order of the JouwWeb shop that is not booked yet again each night, books those whose status is right by now, and credits orders that were cancelled after they were booked.',
	});

	flow.note(
		'Overview',
		[-480, -300],
		[420, 640],
		text`
			## Nightly status review JouwWeb

			### How it works
			1. Every night, reads the orders that were retrieved earlier and are not booked yet again, whatever the reason: the status was not right, something needed attention, or a VAT number could not be checked.
			2. Reads orders that were booked in the last weeks again too.
			3. Hands them to *Process orders*: it books what can be booked by now, and notes booked orders that changed in the shop.
			4. Orders that were cancelled after they were booked are credited in full, never deleted.

			### Setup
			1. Set up the order sync of this shop first.
			2. **Your values**: the names of client and shop, how many days back booked orders are compared, and the status that means cancelled.
			3. **Get order**: choose the JouwWeb credential and the website.
			4. **Process orders** and **Book and record**: choose the workflows with these names.
			5. Publish this workflow.
		`,
	);
	flow.note(
		'Section review',
		[0, -300],
		[1420, 740],
		text`
			### Read again
			What is not booked yet, and what was booked in the last weeks. A run that died two hours ago no longer holds its rows.
		`,
		7,
	);
	flow.note(
		'Section cancel',
		[1460, -300],
		[1660, 400],
		text`
			### Credit what was cancelled
			A full credit note (creditnota), dated today; nothing is deleted.
		`,
		7,
	);
	flow.note('Section process', [1460, 140], [1560, 280], '### Process the others', 7);
	const everyNightNode = flow.add('Every night', [40, -60], everyNight(2, 17));
	const yourValues = flow.add(
		'Your values',
		[200, -60],
		onlyFields({ client: 'my-client', shop: 'jouwweb', days: 30, cancelledStatus: 'cancelled' }),
	);
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
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('kind', 'order'),
				isNot('state', 'booked'),
				isNot('state', 'booking'),
				isNot('state', 'nothingToBook'),
			],
		}),
		'once',
		'retried',
	);
	const findBookedOrders = flow.add(
		'Find booked orders',
		[540, 60],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('kind', 'order'),
				is('state', 'booked'),
				isAtLeast(
					'bookedAt',
					"={{ $now.minus({ days: $('Your values').first().json.days }).toISO() }}",
				),
			],
		}),
		'once',
		'retried',
	);
	const ordersToReview = flow.add('Orders to review', [780, -60], append(2));
	const getOrder = flow.add(
		'Get order',
		[960, -60],
		jouwWeb({
			resource: 'order',
			operation: 'get',
			website: { __rl: true, mode: 'list', value: '' },
			orderId: '={{ $json.orderId }}',
			simplify: false,
		}),
		'withErrorOutput',
		'retried',
	);
	const cancelledAfterBooking = flow.add(
		'Cancelled after booking?',
		[1500, -60],
		whether(
			isTrue(
				"={{ $('Orders to review').item.json.state === 'booked' && $('Orders to review').item.json.fingerprint !== '' && $json.status === $('Your values').first().json.cancelledStatus }}",
			),
		),
	);
	const loadSettings = flow.add(
		'Load settings',
		[1700, -200],
		readSettings(yourValues.first('client')),
		'once',
	);
	const attachOrder = flow.add(
		'Attach order',
		[1700, -40],
		onlyFields({ order: asObject('={{ $json }}') }),
	);
	const cancelOrders = flow.add(
		'Cancel orders',
		[1900, -100],
		transformer({
			resource: 'order',
			operation: 'cancelOrders',
			shop: yourValues.first('shop'),
			orderField: 'order',
			date: '={{ $today.toISODate() }}',
		}),
	);
	const allOutcomes = flow.add('All outcomes', [2220, -100], append(4));
	const bookAndRecord = flow.add(
		'Book and record',
		[2400, -100],
		call(contracts.bookAndRecord, {
			kind: 'refund',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const credited = flow.add(
		'Credited?',
		[2600, -100],
		whether(isTrue("={{ $json.result === 'booked' || $json.code === 'CREDITED_IN_FULL' }}")),
	);
	const markCreditedOrders = flow.add(
		'Mark credited orders',
		[2800, -120],
		updateRows('WebshopOrders', [is('orderKey', '={{ $json.parentKey }}'), is('kind', 'order')], {
			fingerprint: '',
			code: '',
			message: '',
			tip: '',
		}),
	);
	const processOrders = flow.add(
		'Process orders',
		[1740, 240],
		call(contracts.processOrders, {
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			order: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const summary = flow.add(
		'Summary',
		[2040, 240],
		onlyFields({
			shop: yourValues.first('shop'),
			reviewed: asNumber(
				"={{ $('Get order').isExecuted ? $('Get order').all().filter((item) => item.json.id).length : 0 }}",
			),
			booked: asNumber(
				"={{ $('Process orders').isExecuted ? $('Process orders').all().filter((item) => item.json.result === 'booked').length : 0 }}",
			),
			waiting: asNumber(
				"={{ $('Process orders').isExecuted ? $('Process orders').all().filter((item) => ['waiting', 'ready', 'unknown'].includes(item.json.result)).length : 0 }}",
			),
			nothingToBook: asNumber(
				"={{ $('Process orders').isExecuted ? $('Process orders').all().filter((item) => item.json.result === 'nothingToBook').length : 0 }}",
			),
			needsAttention: asNumber(
				"={{ $('Process orders').isExecuted ? $('Process orders').all().filter((item) => item.json.result === 'needsAttention').length : 0 }}",
			),
			credited: asNumber(
				"={{ $('Book and record').isExecuted ? $('Book and record').all().filter((item) => item.json.result === 'booked').length : 0 }}",
			),
			notRead: asNumber(
				"={{ $('Gone from the shop?').isExecuted ? $('Gone from the shop?').all().length : 0 }}",
			),
		}),
		'once',
	);
	const goneFromTheShop = flow.add(
		'Gone from the shop?',
		[960, 160],
		whether(isTrue("={{ $json.details?.code === 'JOUWWEB_NOT_FOUND' }}")),
	);
	const noteUnreadOrder = flow.add(
		'Note unread order',
		[1180, 100],
		recordOrderNotRead(ordersToReview.item('orderKey')),
		'evenWhenEmpty',
	);
	const shopDidNotAnswer = flow.add(
		'Shop did not answer',
		[1180, 260],
		stop(
			"={{ 'The shop did not give ' + $input.all().length + ' of the orders: ' + ($json.error?.message ?? $json.error ?? '') }}",
		),
	);

	flow.wire(everyNightNode, yourValues, letOldClaimsExpire, [
		findOrdersNotBooked,
		findBookedOrders,
	]);
	flow.wire(findOrdersNotBooked, ordersToReview, getOrder);
	flow.wire(findBookedOrders, ordersToReview.in(1));
	flow.wire(getOrder, [cancelledAfterBooking, processOrders]);
	flow.wire(getOrder.error, goneFromTheShop);
	flow.wire(cancelledAfterBooking.yes, [loadSettings, attachOrder]);
	flow.wire(processOrders, summary);
	flow.wire(goneFromTheShop.yes, noteUnreadOrder, summary);
	flow.wire(goneFromTheShop.no, shopDidNotAnswer);
	flow.wire(loadSettings, cancelOrders.in(1));
	flow.wire(attachOrder, cancelOrders);
	flow.wire(cancelOrders, allOutcomes, bookAndRecord, credited);
	flow.gather(cancelOrders, [1, 2, 3], allOutcomes, 1);
	flow.wire(credited.yes, markCreditedOrders);

	return flow;
}
