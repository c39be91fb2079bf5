import { MOST_EARLIER_BOOKINGS, NOBODY } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { append, snelStart, stop, transformer } from '../fragments/basics';
import { refuseMissingInputs, whenCalled } from '../fragments/call';
import * as contracts from '../fragments/contracts';
import { onlyFields } from '../fragments/fields';
import {
	claimRows,
	findRows,
	giveBack,
	keepBookingRecord,
	noteChange,
	openWithoutSecond,
	recordClaimed,
	recordCredit,
	recordReason,
	recordResult,
	recordSeen,
} from '../fragments/orderRows';
import { getRows, is, isAmong } from '../fragments/table';

/** A key of the customer that is looked up; no record has the other text. */
const keyOfCustomer = (name: 'buyerKey' | 'contactKey'): string =>
	`={{ $json.${name} || '${NOBODY}' }}`;

export function bookAndRecord(): Flow {
	const flow = new Flow({
		name: 'Book and record',
		description:
			'Claims, books and records a batch of orders, refunds, payments or payouts that the Webshop Transformer has drafted. Shared by the other workflows, so that the claim that keeps everything from being booked twice exists once.',
	});

	flow.note(
		'Overview',
		[-700, -520],
		[420, 680],
		text`
			## Book and record

			### How it works
			Other workflows hand over what left the Webshop Transformer, with its kind: \`order\`, \`refund\`, \`total\`, \`payment\`, \`payout\`, or \`payoutEntry\` for a line of a payout that has no order.
			1. What is to be booked is recorded in the table **WebshopOrders** and **claimed**. A run goes on only with rows that no other run has claimed, so two runs at once never book the same thing.
			2. What belongs to a day total (dagomzet) is only gathered: *Book day totals* books it. Sales entries (verkoopboekingen), credit notes and sales orders are booked; payments are registered on their open items, payouts on the clearing account.
			3. The result is recorded. What is not booked gets a code, what was found, and a tip.
			4. A payment whose open item is not there yet is tried for three more days.

			One row with trouble never stops the others.

			### Setup
			1. Run *Set up tables* first.
			2. Choose the SnelStart credential in **Book in SnelStart** and **Register in SnelStart**.
			3. In the workflows that call this one, choose it in the node **Book and record**, and publish this one.

			To process a row again, set its column *state* to \`ready\`.

			Each administration needs a copy of this workflow, since the SnelStart credential stands in it.
		`,
	);
	flow.note(
		'Section name',
		[-220, -520],
		[840, 900],
		text`
			### Name the row
			The key says what the row is about: an order, a refund or payment of it, or a payout.
		`,
		7,
	);
	flow.note(
		'Section claim',
		[660, -780],
		[2480, 700],
		text`
			### Claim, then book
			Write the claim, with the row where it is new; read all claims of the row, and go on only when it is the only one.
		`,
		7,
	);
	flow.note(
		'Section record',
		[660, -40],
		[720, 460],
		text`
			### Record why not
			Never touches a row that is booked or being booked; a booked order that changed in the shop only gets a note.
		`,
		7,
	);
	const whenCalledWithDrafts = flow.add(
		'When called with drafts',
		[-160, -140],
		whenCalled(contracts.bookAndRecord),
	);
	const called = refuseMissingInputs(flow, whenCalledWithDrafts, contracts.bookAndRecord, {
		gate: [60, -140],
		refusal: [60, -320],
	});
	const decideRows = flow.add(
		'Decide rows',
		[260, -140],
		transformer({
			resource: 'orderTable',
			operation: 'decideRows',
			kind: '={{ $json.kind }}',
			itemField: 'item',
			settingsVersion: '={{ $json.settingsVersion }}',
		}),
	);
	const noKey = flow.add(
		'Not a row',
		[460, 290],
		stop(
			"={{ $json.code + ': ' + $json.message + ' Correct the workflow that called this one; everything else that it handed over was recorded.' }}",
		),
	);
	const trySecondAgain = flow.add('Try second entry again', [720, -620], openWithoutSecond());
	const rowsThere = flow.add('Find rows', [720, -400], findRows(), 'evenWhenEmpty');
	const claimNew = flow.add(
		'Claim new',
		[900, -400],
		transformer({ resource: 'orderTable', operation: 'claimNew', claimId: '={{ $execution.id }}' }),
	);
	const recordNewRows = flow.add('Record new rows', [1080, -600], recordClaimed());
	const recordWhatToBook = flow.add('Record what to book', [1080, -400], recordSeen());
	const claim = flow.add('Claim rows', [1240, -400], claimRows());
	const readAllClaims = flow.add('Read all claims', [1080, -220], findRows());
	const decideClaims = flow.add(
		'Decide claims',
		[1260, -220],
		transformer({
			resource: 'orderTable',
			operation: 'decideClaims',
			claimId: '={{ $execution.id }}',
		}),
	);
	const attachDrafts = flow.add(
		'Attach drafts',
		[1460, -420],
		transformer({ resource: 'orderTable', operation: 'attachDrafts' }),
	);
	const registerInSnelStart = flow.add(
		'Register in SnelStart',
		[2440, -580],
		snelStart({ resource: 'payment', operation: 'register', draftField: 'draft' }),
		'withErrorOutput',
	);
	const findEarlierBookings = flow.add(
		'Find earlier bookings',
		[1640, -200],
		getRows('BookingRecords', {
			where: isAmong('buyerKey', 'contactKey'),
			any: true,
			limit: MOST_EARLIER_BOOKINGS,
			highest: 'bookedAt',
		}),
		'evenWhenEmpty',
	);
	const decideCustomers = flow.add(
		'Decide customers',
		[1800, -240],
		transformer({ resource: 'orderTable', operation: 'decideCustomers' }),
		'evenWhenEmpty',
	);
	const findBookingsOfOne = flow.add(
		'Find bookings of one',
		[1960, -240],
		getRows('BookingRecords', {
			where: [
				is('buyerKey', keyOfCustomer('buyerKey')),
				is('contactKey', keyOfCustomer('contactKey')),
			],
			any: true,
			limit: 1,
			highest: 'bookedAt',
		}),
		'evenWhenEmpty',
	);
	const earlierBookings = flow.add('Earlier bookings', [2120, -220], append(2));
	const attachCards = flow.add(
		'Attach cards',
		[2280, -320],
		transformer({ resource: 'orderTable', operation: 'attachCards' }),
	);
	const bookInSnelStart = flow.add(
		'Book in SnelStart',
		[2440, -320],
		snelStart({ resource: 'salesEntry', operation: 'book', draftField: 'draft' }),
		'withErrorOutput',
	);
	// One list: what is decided for each road by itself reaches the caller for one of them only.
	const allOffered = flow.add('All offered', [2620, -440], append(5));
	const decideResults = flow.add(
		'Decide results',
		[2780, -440],
		transformer({
			resource: 'orderTable',
			operation: 'decideResults',
			offered: "={{ $('Attach drafts').item.json }}",
			claimId: '={{ $execution.id }}',
		}),
	);
	const keepRecords = flow.add('Keep booking records', [2960, -740], keepBookingRecord());
	const recordCredits = flow.add('Record credits', [2960, -570], recordCredit());
	const recordResults = flow.add('Record results', [2960, -400], recordResult());
	const giveClaimsBack = flow.add('Give claims back', [1460, -160], giveBack());
	const recordOtherRows = flow.add('Record other rows', [720, 100], recordSeen());
	const recordWhyNot = flow.add('Record why not', [720, 280], recordReason());
	const decideChanges = flow.add(
		'Decide changes',
		[960, 240],
		transformer({ resource: 'orderTable', operation: 'decideChanges' }),
	);
	const noteChangesAfterBooking = flow.add('Note changes after booking', [1160, 240], noteChange());
	const allResults = flow.add('All results', [3160, -260], append(3));
	const results = flow.add(
		'Results',
		[3340, -260],
		onlyFields({
			orderKey: '={{ $json.orderKey }}',
			parentKey: "={{ $json.parentKey ?? '' }}",
			kind: '={{ $json.kind }}',
			result: '={{ $json.state }}',
			code: "={{ $json.code ?? '' }}",
		}),
	);

	flow.wire(called, decideRows, claimNew, recordNewRows);
	flow.wire(decideRows.out(6), rowsThere, claimNew.in(1));
	flow.wire(claimNew.out(1), recordWhatToBook, [claim, decideChanges]);
	flow.wire(claimNew.out(2), readAllClaims, decideClaims, attachDrafts);
	// An order that comes twice is new once; and what is claimed is read when all of it is.
	flow.runsFirst(recordNewRows, recordWhatToBook, readAllClaims);
	flow.runsFirst(recordWhatToBook, readAllClaims);
	flow.wire(decideRows.out(1), recordOtherRows, decideChanges);
	flow.wire(decideRows.out(3), attachDrafts.in(1));
	flow.wire(decideRows.out(4), recordWhyNot);
	flow.wire(decideRows.out(5), trySecondAgain);
	flow.wire(decideRows.out(2), noKey);
	flow.runsFirst(trySecondAgain, rowsThere);
	flow.runsFirst(recordOtherRows, recordWhyNot);
	// It ends the run, once everything else is recorded.
	for (const road of [rowsThere, claimNew, attachDrafts, recordWhyNot]) flow.runsFirst(road, noKey);
	flow.wire(decideChanges, noteChangesAfterBooking);
	flow.wire(decideClaims.out(1), giveClaimsBack, allResults.in(1));
	flow.wire(attachDrafts, registerInSnelStart);
	flow.wire(attachDrafts.out(1), allOffered);
	flow.wire(attachDrafts.out(2), [decideCustomers, attachCards]);
	flow.wire(attachDrafts.out(3), findEarlierBookings, [decideCustomers.in(1), earlierBookings]);
	flow.wire(decideCustomers, findBookingsOfOne, earlierBookings.in(1), attachCards.in(1));
	flow.wire(attachCards, bookInSnelStart);
	flow.gather(registerInSnelStart, [0, 1], allOffered, 1);
	flow.gather(bookInSnelStart, [0, 1], allOffered, 3);
	flow.wire(allOffered, decideResults, keepRecords);
	flow.wire(decideResults.out(1), recordCredits);
	flow.wire(decideResults.out(2), recordResults, allResults);
	// A row that is booked has its record.
	for (const kept of [keepRecords, recordCredits]) flow.runsFirst(kept, recordResults);
	flow.wire(recordWhyNot, allResults.in(2));
	flow.wire(allResults, results);

	return flow;
}
