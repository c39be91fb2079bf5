import { claimable, outsideTotals, whereState } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import { append, splitOut, transformer } from '../fragments/basics';
import { call, refuseMissingInputs, whenCalled } from '../fragments/call';
import * as contracts from '../fragments/contracts';
import { onlyFields, asNumber, asBoolean, asArray, asObject } from '../fragments/fields';
import {
	getRows,
	insertRowsAsTheyAre,
	updateRows,
	is,
	isAtLeast,
	isEmpty,
	isLike,
} from '../fragments/table';
import { readSettings } from '../fragments/settings';
import { letClaimsExpire } from '../fragments/claims';
import { stateIs, kindIs } from '../fragments/rowConditions';

export function matchAndBookPayout(): Flow {
	const flow = new Flow({
		name: 'Match and book payout',
		description:
			'Matches payouts of a payment provider with the orders, books each on the clearing account exactly to the cent and never twice, and lists the entries that have no order. Called by the payout workflows with the items client, form and payout.',
	});

	flow.note(
		'Overview',
		[-700, -420],
		[420, 740],
		text`
			## Match and book payout

			### How it works
			The payout workflows hand over payouts as their provider sent them.
			1. **Match payouts** proves that every cent is explained, finds the order of each entry and drafts one entry per payout: what arrived, fees as costs, refunds, chargebacks and reserves on lines of their own, against the clearing account.
			2. *Book and record* claims the payout in the table **WebshopOrders** and books it. A payout is never booked twice, also when two runs meet.
			3. Where a shop books totals per payout, each order is told first which payout named it; *Book day totals* books them within the hour.
			4. Entries without an order stay on the clearing account, and each gets a row with a tip. A payout with unexplained cents is not booked; its row says why.

			### Setup
			1. In *Client settings*, add a row for each provider to *Payout Providers*.
			2. In **Book and record** choose the workflow *Book and record*.
			3. In **Match payouts** choose, if you want: one line per day instead of per order, or that payouts with unmatched entries are held.
			4. Publish this workflow, and choose it in the payout workflows in the node **Match and book payout**.
		`,
	);
	flow.note(
		'Section match',
		[-220, -420],
		[1380, 1060],
		text`
			### Match
			Orders of the last 400 days, by the payment ids and numbers in their rows. Of those in another currency and of those in two entries it counts what was booked. A run that died two hours ago no longer holds its payout.
		`,
		7,
	);
	flow.note(
		'Section book',
		[1200, -420],
		[1060, 1060],
		text`
			### Claim, book and record
			The payouts, and a row for each entry without an order: new ones all at once. An entry that was listed before and has an order now is struck off.
		`,
		7,
	);
	flow.note(
		'Section tell',
		[2300, -420],
		[820, 1060],
		text`
			### Tell what became of them
		`,
		7,
	);
	const whenCalledWithPayouts = flow.add(
		'When called with payouts',
		[-160, -60],
		whenCalled(contracts.matchAndBookPayout),
	);
	const called = refuseMissingInputs(flow, whenCalledWithPayouts, contracts.matchAndBookPayout, {
		gate: [60, -60],
		refusal: [60, 120],
	});
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[280, -240],
		letClaimsExpire(kindIs('payout')),
		'once',
		'evenWhenEmpty',
	);
	const findOrders = flow.add(
		'Find orders',
		[480, -260],
		getRows('WebshopOrders', {
			where: [
				is('client', whenCalledWithPayouts.first('client')),
				kindIs('order'),
				isAtLeast('createdAt', '={{ $now.minus({ days: 400 }).toISO() }}'),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findCreditNotes = flow.add(
		'Find credit notes',
		[480, -110],
		getRows('WebshopOrders', {
			where: [
				is('client', whenCalledWithPayouts.first('client')),
				kindIs('refund'),
				isAtLeast('createdAt', '={{ $now.minus({ days: 400 }).toISO() }}'),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findPayments = flow.add(
		'Find payments',
		[480, 40],
		getRows('WebshopOrders', {
			where: [
				is('client', whenCalledWithPayouts.first('client')),
				kindIs('payment'),
				isAtLeast('createdAt', '={{ $now.minus({ days: 400 }).toISO() }}'),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findSecondEntries = flow.add(
		'Find second entries',
		[480, 190],
		getRows('BookingRecords', {
			where: [
				is('client', whenCalledWithPayouts.first('client')),
				// `beside` of what stands in two entries, `ofBeside` of a credit note of the second alone.
				isLike('notes', '%eside"%'),
				isAtLeast('bookedAt', '={{ $now.minus({ days: 400 }).toISO() }}'),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findOpenLines = flow.add(
		'Find lines without order',
		[670, 190],
		getRows('WebshopOrders', {
			where: [
				is('client', whenCalledWithPayouts.first('client')),
				kindIs('payoutEntry'),
				stateIs('needsAttention'),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const ordersAndCredits = flow.add('Orders and credits', [640, -280], append(5));
	const loadSettings = flow.add(
		'Load settings',
		[280, 340],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const matchPayouts = flow.add(
		'Match payouts',
		[760, -60],
		transformer({
			resource: 'payout',
			operation: 'matchPayout',
			payoutForm: '={{ $json.form }}',
			payoutField: 'payout',
			shop: '',
			lines: 'perOrder',
			settle: 'clearingAccount',
			unmatched: 'book',
			windowDays: 3,
		}),
	);
	// Only of what is gathered: of other rows this moment says something else. Before the payout is named:
	// a run that dies in between names it again.
	const bookWithoutWaiting = flow.add(
		'Book without waiting',
		[840, -340],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.orderKey }}'),
				kindIs('order'),
				stateIs('gathered'),
				isEmpty('payout'),
			],
			{ tryUntil: '={{ $now.toUTC().toISO() }}' },
		),
	);
	const nameInOrders = flow.add(
		'Name payout in orders',
		[1010, -330],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.orderKey }}'),
				kindIs('order'),
				...whereState(outsideTotals),
				isEmpty('payout'),
			],
			{ payout: '={{ $json.payout }}' },
		),
	);
	const payouts = flow.add('Payouts', [980, -160], append(2));
	const findListedEntries = flow.add(
		'Find listed entries',
		[1240, 120],
		getRows('WebshopOrders', {
			where: [is('parentKey', '={{ $json.payoutKey }}'), kindIs('payoutEntry')],
		}),
		'evenWhenEmpty',
	);
	const sortEntries = flow.add(
		'Sort entries',
		[1460, 220],
		transformer({
			resource: 'payout',
			operation: 'sortEntries',
			client: whenCalledWithPayouts.first('client'),
			settingsVersion: loadSettings.first('version'),
		}),
	);
	const listNewEntries = flow.add(
		'List new entries',
		[1680, 100],
		insertRowsAsTheyAre('WebshopOrders'),
	);
	// A payout does not name its client.
	const withClient =
		"={{ { ...$json, client: $('When called with payouts').first().json.client } }}";
	const payoutRows = flow.add(
		'Payout rows',
		[1240, -160],
		onlyFields({ kind: 'payout', item: asObject(withClient) }),
	);
	const entryRows = flow.add(
		'Entry rows',
		[1680, 420],
		onlyFields({ kind: 'payoutEntry', item: asObject('={{ $json }}') }),
	);
	const allRows = flow.add('All rows', [1900, -60], append(2));
	const bookAndRecord = flow.add(
		'Book and record',
		[2100, -60],
		call(contracts.bookAndRecord, {
			kind: '={{ $json.kind }}',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json.item }}',
		}),
		'evenWhenEmpty',
	);
	const listPayouts = flow.add(
		'List payouts',
		[2340, -60],
		onlyFields({ payout: asArray("={{ $('Payouts').all().map((item) => item.json) }}") }),
		'once',
	);
	const splitPayouts = flow.add('Split payouts', [2540, -60], splitOut('payout'));
	const strikeOff = flow.add(
		'Strike off',
		[1680, 260],
		updateRows(
			'WebshopOrders',
			[is('orderKey', '={{ $json.orderKey }}'), ...whereState(claimable)],
			{
				state: 'nothingToBook',
				...note('ENTRY_MATCHED_LATER'),
			},
		),
	);
	const readPayoutRow = flow.add(
		'Read payout row',
		[2740, -60],
		getRows('WebshopOrders', {
			where: [is('orderKey', '={{ $json.payoutKey }}'), kindIs('payout')],
		}),
	);
	const results = flow.add(
		'Results',
		[2940, -60],
		onlyFields({
			payoutKey: '={{ $json.orderKey }}',
			reference: '={{ $json.orderNumber }}',
			net: asNumber('={{ $json.total }}'),
			state: '={{ $json.state }}',
			bookedNow: asBoolean(
				"={{ $('Book and record').all().some((item) => item.json.orderKey === $json.orderKey && item.json.result === 'booked') }}",
			),
			code: "={{ $json.code ?? '' }}",
			message: "={{ $json.message ?? '' }}",
			tip: "={{ $json.tip ?? '' }}",
			facts: "={{ $json.facts ?? '' }}",
			matched: asArray(splitPayouts.item('matched')),
			unmatched: asArray(splitPayouts.item('unmatched')),
		}),
	);

	flow.wire(called, [letOldClaimsExpire, matchPayouts, loadSettings]);
	flow.wire(letOldClaimsExpire, [
		findOrders,
		findCreditNotes,
		findPayments,
		findSecondEntries,
		findOpenLines,
	]);
	flow.wire(findOrders, ordersAndCredits, matchPayouts.in(2));
	flow.wire(findCreditNotes, ordersAndCredits.in(1));
	flow.wire(findPayments, ordersAndCredits.in(2));
	flow.wire(findSecondEntries, ordersAndCredits.in(3));
	flow.wire(findOpenLines, ordersAndCredits.in(4));
	flow.wire(matchPayouts.out(3), [bookWithoutWaiting, nameInOrders]);
	flow.runsFirst(bookWithoutWaiting, nameInOrders);
	// What payouts name is in their totals before they are booked.
	flow.runsFirst(nameInOrders, payouts);
	flow.wire(matchPayouts, payouts, [payoutRows, findListedEntries, sortEntries.in(2)]);
	flow.wire(payoutRows, allRows, bookAndRecord, listPayouts, splitPayouts, readPayoutRow);
	flow.wire(matchPayouts.out(1), sortEntries.in(1));
	flow.wire(findListedEntries, sortEntries, listNewEntries);
	flow.wire(sortEntries.out(1), entryRows, allRows.in(1));
	flow.wire(sortEntries.out(2), strikeOff);
	// What is told of the payouts comes last.
	flow.runsFirst(strikeOff, entryRows);
	flow.wire(matchPayouts.out(2), payouts.in(1));
	flow.wire(loadSettings, matchPayouts.in(1));
	flow.wire(readPayoutRow, results);

	return flow;
}
