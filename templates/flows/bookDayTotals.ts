import { fixedInTotal, ofTotals, totalsOfWaiting, whereState } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { append, byTheClock, keepOnce, together, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import { letClaimsExpire } from '../fragments/claims';
import { equals, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields } from '../fragments/fields';
import { claimRows, noteChange, recordTotal } from '../fragments/orderRows';
import { kindIs, stateIs } from '../fragments/rowConditions';
import { attachPaper, claimPapers, planned, recordPaper } from '../fragments/papers';
import { readSettings } from '../fragments/settings';
import {
	getRows,
	is,
	isAmong,
	isAtLeast,
	isAtMost,
	isEmpty,
	isLike,
	keepIfNoRow,
	updateRows,
	updateRowsAmong,
} from '../fragments/table';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

export function bookDayTotals(): Flow {
	const flow = new Flow({
		name: 'Book day totals',
		description:
			'Every hour, books the orders that were gathered for day totals (dagomzet): one sales entry for all orders of a day that is over, with the list of its orders attached; and one below zero for the refunds of a day, where they are gathered too. What is fixed in a total stays in it, so that a run which breaks off is finished by the next one.',
	});

	flow.note(
		'Overview',
		[-480, -420],
		[420, 800],
		text`
			## Book day totals

			### How it works
			Where *Client settings* say so in *Day Totals*, the order sync does not book an order by itself: it gathers it; the refund sync does so with refunds for negative totals. Every hour this workflow
			1. closes the payouts that *Match and book payout* named in the orders, and the days that are over in the zone of the shop: it claims the total and **writes its number in the row of each order**, before anything is sent. What comes later goes into a second total of that day.
			2. drafts one sales entry (verkoopboeking) of the booking records of those orders, or refunds: a line per ledger account and rate, VAT as the shop charged it.
			3. has *Book and record* book it: looked up first, claimed, never twice.
			4. marks the orders as booked, with the number and id of the total, and attaches the list of orders to the entry.

			A run that breaks off anywhere is finished by the next one: same orders, same number.

			### Setup
			1. Fill in *Day Totals* in *Client settings*.
			2. **Your values**: the name of the client.
			3. **Attach list**: choose the SnelStart credential.
			4. **Book and record**: choose the workflow *Book and record*.
			5. Publish this workflow. When you stop with day totals, leave it on until the last one is booked.
		`,
	);
	flow.note(
		'Section plan',
		[0, -420],
		[1220, 620],
		text`
			### What is over?
			Orders of a day that is over, or that a payout has named, and totals that an earlier run did not finish. What no payout named in time is told, or booked with its day.
		`,
		7,
	);
	flow.note(
		'Section close',
		[1260, -420],
		[1240, 620],
		text`
			### Close
			Only the run with the claim on a total writes its number into orders, and only once.
		`,
		7,
	);
	flow.note(
		'Section book',
		[2540, -420],
		[1080, 620],
		text`
			### Draft and book
			One entry for all orders that name the total.
		`,
		7,
	);
	flow.note(
		'Section record',
		[3660, -420],
		[2020, 900],
		text`
			### Tell each order, attach the list
			The booking record first, then the row. The list of orders is a file at the entry; only the run with the claim on it attaches it, and a total without it is tried again for a week.
		`,
		7,
	);
	const everyHour = flow.add(
		'Every hour',
		[40, -60],
		byTheClock({ field: 'hours', hoursInterval: 1, triggerAtMinute: 47 }),
	);
	const yourValues = flow.add('Your values', [220, -60], onlyFields({ client: 'my-client' }));
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[400, -60],
		letClaimsExpire(kindIs('total')),
		'once',
		'evenWhenEmpty',
	);
	// Of a day that is open no row is read: there may be thousands.
	const whatIsDue = getRows('WebshopOrders', {
		where: [
			is('client', yourValues.first('client')),
			...whereState(ofTotals),
			isAtMost('tryUntil', '={{ $now.toUTC().toISO() }}'),
		],
	});
	const findDue = flow.add('Find what is due', [580, -240], whatIsDue, 'once');
	const eachTotal = flow.add('Each total once', [740, -240], keepOnce('originalInvoiceNumber'));
	// Before the orders are read for good: what another run closes in between is fixed by then. Orders
	// that wait by day are booked in totals of payouts, which have a month.
	const findTotals = flow.add(
		'Find totals',
		[900, -240],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				kindIs('total'),
				isLike(
					'orderNumber',
					`={{ $json.originalInvoiceNumber.replace(${totalsOfWaiting.found}, '${totalsOfWaiting.like}') }}%`,
				),
			],
		}),
		'evenWhenEmpty',
	);
	const findOrders = flow.add('Find gathered orders', [740, 60], whatIsDue, 'once');
	const recordsOfSome = getRows('BookingRecords', { where: isAmong('documentKey'), any: true });
	const gatheredTogether = flow.add(
		'Gathered together',
		[900, 60],
		together('={{ $json.orderKey }}'),
	);
	const readGathered = flow.add(
		'Read gathered records',
		[1080, 60],
		recordsOfSome,
		'evenWhenEmpty',
	);
	const loadSettings = flow.add(
		'Load settings',
		[580, -60],
		readSettings(yourValues.first('client')),
		'once',
	);
	const planTotals = flow.add(
		'Plan totals',
		[1080, -60],
		transformer({ resource: 'orderTable', operation: 'planTotals' }),
	);

	const recordTotals = flow.add('Record total', [1300, -260], recordTotal());
	const claim = flow.add('Claim total', [1480, -260], claimRows());
	const readAllClaims = flow.add(
		'Read all claims',
		[1660, -260],
		getRows('WebshopOrders', { where: [is('orderKey', '={{ $json.orderKey }}')] }),
	);
	const decideClaims = flow.add(
		'Decide claims',
		[1840, -260],
		transformer({
			resource: 'orderTable',
			operation: 'decideClaims',
			claimId: '={{ $execution.id }}',
		}),
	);
	const ofTotal = (number: string) =>
		[
			is('client', '={{ $json.client }}'),
			is('shop', '={{ $json.shop }}'),
			is('originalInvoiceNumber', number),
		] as const;
	// A total that has orders keeps them: it may have been sent.
	const keepIfNotFixed = flow.add(
		'Keep if not fixed',
		[2020, -340],
		keepIfNoRow('WebshopOrders', [
			...ofTotal('={{ $json.orderNumber }}'),
			...whereState(fixedInTotal),
		]),
	);
	const fixOrders = flow.add(
		'Fix orders',
		[2200, -340],
		updateRows(
			'WebshopOrders',
			[
				is('client', '={{ $json.client }}'),
				is('shop', '={{ $json.shop }}'),
				{
					column: 'originalInvoiceNumber',
					condition: "={{ $json.parentKey ? 'like' : 'eq' }}",
					value: planTotals.item('series'),
				},
				{
					column: 'payout',
					condition: "={{ $json.parentKey ? 'eq' : 'neq' }}",
					value: "={{ $json.parentKey || 'none' }}",
				},
				is('kind', planTotals.item('kind')),
				is('state', planTotals.item('waitsAs')),
				isAtLeast('id', planTotals.item('firstId')),
				isAtMost('id', planTotals.item('lastId')),
			],
			{ state: 'inTotal', originalInvoiceNumber: planTotals.item('number') },
		),
		'evenWhenEmpty',
	);
	const giveUpWaiting = flow.add(
		'Give up waiting',
		[1300, 40],
		updateRows(
			'WebshopOrders',
			[...ofTotal('={{ $json.series }}'), kindIs('order'), stateIs('gathered'), isEmpty('payout')],
			{
				state: '={{ $json.row.state }}',
				claimId: '',
				originalInvoiceNumber: '={{ $json.number }}',
				code: '={{ $json.row.code }}',
				message: '={{ $json.row.message }}',
				tip: '={{ $json.row.tip }}',
				facts: '={{ $json.row.facts }}',
			},
		),
	);
	const giveBack = flow.add(
		'Give claim back',
		[2200, -160],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.orderKey }}'),
				is('claimId', '={{ $execution.id }}'),
				stateIs('booking'),
			],
			{ state: "={{ $json.mayBeSent ? 'unknown' : 'ready' }}", claimId: '' },
		),
	);
	const nameTotal = flow.add(
		'Name total',
		[2360, -160],
		onlyFields({
			client: '={{ $json.client }}',
			shop: '={{ $json.shop }}',
			number: '={{ $json.orderNumber }}',
			orderKey: '={{ $json.orderKey }}',
		}),
	);
	const totalsToBook = flow.add('Totals to book', [2600, -160], append(2));
	const readOrders = flow.add(
		'Read its orders',
		[2780, -160],
		getRows('WebshopOrders', {
			where: [...ofTotal('={{ $json.number }}'), stateIs('inTotal')],
		}),
	);
	const ordersTogether = flow.add(
		'Its orders together',
		[2780, 20],
		together('={{ $json.orderKey }}'),
	);
	const readRecords = flow.add('Read their records', [2950, 20], recordsOfSome);
	const draftTotals = flow.add(
		'Draft totals',
		[3120, -160],
		transformer({ resource: 'orderTable', operation: 'draftTotals' }),
	);
	const drafted = flow.add('Drafted or not', [3280, -160], append(2));
	const bookAndRecord = flow.add(
		'Book and record',
		[3440, -160],
		call(contracts.bookAndRecord, {
			kind: 'total',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
	);
	const nameBooked = flow.add(
		'Name booked total',
		[3720, -160],
		onlyFields({ orderKey: '={{ $json.orderKey }}' }),
	);
	const totalsToFinish = flow.add('Totals to finish', [3900, -60], append(2));
	const readBookedTotals = flow.add(
		'Read booked totals',
		[4080, -60],
		getRows('BookingRecords', { where: [is('documentKey', '={{ $json.orderKey }}')] }),
	);
	const findItsOrders = flow.add(
		'Find its orders',
		[4260, -240],
		getRows('WebshopOrders', {
			where: [...ofTotal('={{ $json.number }}'), stateIs('inTotal')],
		}),
	);
	const booked = (field: string) => readBookedTotals.item(field);
	const ofOneTotal = flow.add(
		'Those of a total together',
		[4440, -100],
		together('={{ $json.orderKey }}', "={{ $json.shop + ' ' + $json.originalInvoiceNumber }}"),
	);
	const noteEntry = flow.add(
		'Note entry in records',
		[4620, -80],
		updateRowsAmong('BookingRecords', 'documentKey', {
			number: booked('number'),
			entryId: booked('entryId'),
			relationId: booked('relationId'),
			documentDate: booked('documentDate'),
			bookedAt: booked('bookedAt'),
		}),
	);
	const refundsOfTotal = flow.add(
		'Refunds of it',
		[4440, -380],
		keepIf(equals('={{ $json.kind }}', 'refund')),
	);
	const noteCredits = flow.add(
		'Note credits in records',
		[4620, -380],
		updateRows('BookingRecords', [is('documentKey', '={{ $json.parentKey }}')], {
			creditedAt: booked('bookedAt'),
		}),
	);
	// The money that went back waited for it.
	const lookAtPaymentsAgain = flow.add(
		'Look at payments again',
		[4620, -240],
		updateRows('WebshopOrders', [is('orderKey', '={{ $json.parentKey }}'), kindIs('order')], {
			paidState: '',
		}),
	);
	const markOrders = flow.add(
		'Mark orders',
		[4260, 80],
		updateRows('WebshopOrders', [...ofTotal('={{ $json.number }}'), stateIs('inTotal')], {
			state: 'booked',
			snelStartNumber: '={{ $json.number }}',
			salesEntryId: '={{ $json.entryId }}',
			relationId: '={{ $json.relationId }}',
			bookedAt: '={{ $json.bookedAt }}',
		}),
	);
	const decideChanges = flow.add(
		'Decide changes',
		[4440, 80],
		transformer({ resource: 'orderTable', operation: 'decideChanges' }),
	);
	const noteChanges = flow.add('Note changes', [4620, 80], noteChange());

	const findRecentTotals = flow.add(
		'Find recent totals',
		[4080, 280],
		getRows('BookingRecords', {
			where: [
				is('client', yourValues.first('client')),
				kindIs('total'),
				isAtLeast('bookedAt', '={{ $now.minus({ days: 7 }).toUTC().toISO() }}'),
			],
		}),
		'once',
	);
	const planPapers = flow.add(
		'Plan papers',
		[4260, 280],
		transformer({
			resource: 'orderTable',
			operation: 'planPapers',
			claimId: '={{ $execution.id }}',
		}),
	);
	const { claim: claimPaper, claimed } = claimPapers(flow, [4440, 280]);
	const readTheirRecords = flow.add(
		'Read records of orders',
		[4960, 280],
		getRows('BookingRecords', {
			where: [
				is('client', planned('client')),
				is('shop', planned('shop')),
				is('number', planned('number')),
			],
		}),
	);
	const readTheirPayouts = flow.add(
		'Read records of payouts',
		[4960, 440],
		getRows('BookingRecords', { where: [is('documentKey', planned('payoutKey'))] }),
		'evenWhenEmpty',
	);
	const listMembers = flow.add(
		'List orders',
		[5140, 280],
		transformer({ resource: 'orderTable', operation: 'listMembers' }),
	);
	const attachList = flow.add(
		'Attach list',
		[5320, 280],
		attachPaper('={{ $json.entryId }}', "={{ $json.number + '.csv' }}"),
		'retried',
	);
	const recordList = flow.add('Record list', [5500, 280], recordPaper('total'));

	flow.wire(everyHour, yourValues, letOldClaimsExpire, [findDue, loadSettings]);
	flow.wire(findDue, eachTotal, findTotals, [planTotals.in(2), findOrders]);
	flow.wire(findOrders, [planTotals, gatheredTogether]);
	flow.wire(gatheredTogether, readGathered, planTotals.in(3));
	flow.wire(loadSettings, [planTotals.in(1), draftTotals.in(1), planPapers.in(1)]);
	flow.wire(planTotals, recordTotals, claim, readAllClaims, decideClaims, [
		keepIfNotFixed,
		giveBack,
	]);
	// The claim is given back once everything is fixed.
	flow.runsFirst(keepIfNotFixed, giveBack);
	flow.wire(keepIfNotFixed, fixOrders);
	flow.wire(decideClaims.out(1), giveBack);
	flow.wire(giveBack, nameTotal, totalsToBook, readOrders, [draftTotals, ordersTogether]);
	flow.wire(planTotals.out(1), totalsToBook.in(1));
	flow.wire(ordersTogether, readRecords, draftTotals.in(2));
	flow.gather(draftTotals, [0, 1], drafted, 0);
	flow.wire(drafted, bookAndRecord, nameBooked, totalsToFinish, readBookedTotals, [
		findItsOrders,
		markOrders,
	]);
	// A row that is booked has its record.
	flow.runsFirst(findItsOrders, markOrders);
	flow.wire(planTotals.out(2), totalsToFinish.in(1));
	flow.wire(planTotals.out(3), giveUpWaiting);
	flow.wire(findItsOrders, [refundsOfTotal, ofOneTotal]);
	flow.wire(ofOneTotal, noteEntry);
	flow.wire(refundsOfTotal, [noteCredits, lookAtPaymentsAgain]);
	flow.wire(markOrders, decideChanges, noteChanges);
	flow.wire(letOldClaimsExpire, findRecentTotals);
	flow.wire(findRecentTotals, planPapers, claimPaper);
	flow.wire(claimed, [readTheirRecords, readTheirPayouts]);
	flow.wire(readTheirRecords, listMembers, attachList, recordList);
	flow.wire(readTheirPayouts, listMembers.in(1));
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
