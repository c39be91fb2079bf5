import { Flow } from '../build/flow';
import { text } from '../build/text';
import { append, snelStart, transformer } from '../fragments/basics';
import { refuseMissingInputs, whenCalled } from '../fragments/call';
import { isTrue, equals, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, withFields, asObject } from '../fragments/fields';
import { getRows, updateRows, upsertRow, is, isNot } from '../fragments/table';

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
			Other workflows hand over what left the Webshop Transformer, with its kind: \`order\`, \`refund\`, \`payment\`, \`payout\`, or \`payoutEntry\` for a line of a payout that has no order.
			1. What is to be booked is recorded in the table **WebshopOrders** and **claimed**. A run goes on only with rows that no other run has claimed, so two runs at once never book the same thing.
			2. Sales entries (verkoopboekingen), credit notes and sales orders are booked; payments are registered on their open items, payouts on the clearing account.
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
		[840, 600],
		text`
			### Name the row
			The key says what the row is about: an order, a refund or payment of it, or a payout.
		`,
		7,
	);
	flow.note(
		'Section claim',
		[660, -640],
		[1560, 560],
		text`
			### Claim, then book
			Write the claim, read all claims of the row, go on only when it is the only one.
		`,
		7,
	);
	flow.note(
		'Section record',
		[660, -40],
		[800, 460],
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
	const nameRows = flow.add(
		'Name rows',
		[260, -140],
		withFields({
			orderKey: '={{ $json.item.paymentKey ?? $json.item.orderKey }}',
			parentKey:
				"={{ $json.kind === 'order' ? '' : $json.item.originalOrderKey ?? $json.item.orderKey }}",
			orderDate: "={{ $json.item.draft?.invoiceDate ?? $json.item.draft?.date ?? '' }}",
		}),
	);
	const toBook = flow.add(
		'To book?',
		[460, -140],
		whether(equals('={{ $json.item.outcome }}', 'book')),
	);
	const recordWhatToBook = flow.add(
		'Record what to book',
		[720, -400],
		upsertRow('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}')], {
			orderKey: '={{ $json.orderKey }}',
			kind: '={{ $json.kind }}',
			parentKey: '={{ $json.parentKey }}',
			client: '={{ $json.item.client }}',
			shop: '={{ $json.item.shop }}',
			orderId: '={{ $json.item.orderId }}',
			orderNumber: '={{ $json.item.orderNumber }}',
			orderStatus: "={{ $json.item.orderStatus ?? '' }}",
			orderDate: '={{ $json.orderDate }}',
			seenFingerprint: "={{ $json.item.fingerprint ?? '' }}",
			paymentIds: "={{ $json.item.paymentIds ?? '' }}",
		}),
	);
	const claimRows = flow.add(
		'Claim rows',
		[900, -400],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.orderKey }}'),
				isNot('state', 'booked'),
				isNot('state', 'booking'),
			],
			{ state: 'booking', claimId: '={{ $execution.id }}' },
		),
	);
	const readAllClaims = flow.add(
		'Read all claims',
		[1060, -400],
		getRows('WebshopOrders', { where: [is('orderKey', '={{ $json.orderKey }}')] }),
	);
	const decideClaims = flow.add(
		'Decide claims',
		[1220, -400],
		transformer({ resource: 'order', operation: 'decideClaims', claimId: '={{ $execution.id }}' }),
	);
	const attachDrafts = flow.add(
		'Attach drafts',
		[1400, -420],
		onlyFields({
			kind: "={{ $('Name rows').item.json.kind }}",
			draft: asObject("={{ $('Name rows').item.json.item.draft }}"),
			salesEntryId: "={{ $('Name rows').item.json.salesEntryId ?? '' }}",
		}),
	);
	const paymentOrPayout = flow.add(
		'Payment or payout?',
		[1560, -420],
		whether(isTrue("={{ ['payment', 'payout'].includes($json.kind) }}")),
	);
	const registerInSnelStart = flow.add(
		'Register in SnelStart',
		[1740, -560],
		snelStart({ resource: 'payment', operation: 'register', draftField: 'draft' }),
		'withErrorOutput',
	);
	const bookInSnelStart = flow.add(
		'Book in SnelStart',
		[1740, -360],
		snelStart({ resource: 'salesEntry', operation: 'book', draftField: 'draft' }),
		'withErrorOutput',
	);
	const recordResults = flow.add(
		'Record results',
		[1980, -520],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', "={{ $('Decide claims').item.json.orderKey }}"),
				is('claimId', '={{ $execution.id }}'),
			],
			{
				state:
					"={{ $json.state !== 'openItemNotFound' ? $json.state : $('Decide claims').item.json.tryUntil && $('Decide claims').item.json.tryUntil < $now.toUTC().toISO() ? 'needsAttention' : 'ready' }}",
				claimId: "={{ $json.state === 'booked' ? $execution.id : '' }}",
				code: "={{ $json.code ?? '' }}",
				message: "={{ $json.message ?? '' }}",
				tip: "={{ $json.state !== 'openItemNotFound' ? $json.tip ?? '' : $('Decide claims').item.json.tryUntil && $('Decide claims').item.json.tryUntil < $now.toUTC().toISO() ? 'Looked for on several days. Book the sale, or look in SnelStart whether it was settled by hand; then set state to ready to try once more, or to nothingToBook.' : 'Nothing to do yet: it is looked for on the next days too.' }}",
				snelStartNumber:
					"={{ $json.state === 'booked' ? $json.invoiceNumber ?? $json.number : '' }}",
				originalInvoiceNumber:
					"={{ $('Name rows').item.json.item.draft?.originalInvoiceNumber ?? $('Name rows').item.json.item.draft?.openItem?.invoiceNumber ?? '' }}",
				salesEntryId: "={{ $json.salesEntryId ?? $json.salesOrderId ?? $json.entryId ?? '' }}",
				relationId: "={{ $json.relationId ?? '' }}",
				total:
					"={{ $('Name rows').item.json.item.total ?? $('Name rows').item.json.item.amount ?? null }}",
				vat: "={{ $('Name rows').item.json.item.vat ?? null }}",
				regime: "={{ $('Name rows').item.json.item.regime ?? '' }}",
				fingerprint: "={{ $('Name rows').item.json.item.fingerprint ?? '' }}",
				attempts: "={{ ($('Decide claims').item.json.attempts ?? 0) + 1 }}",
				tryUntil:
					"={{ $json.state === 'openItemNotFound' ? $('Decide claims').item.json.tryUntil || $now.plus({ days: 3 }).startOf('day').toUTC().toISO() : '' }}",
				settingsVersion: "={{ $('Name rows').item.json.settingsVersion }}",
				alreadyThere: '={{ $json.alreadyThere === true }}',
				bookedAt: "={{ $json.state === 'booked' ? $now.toISO() : null }}",
			},
		),
	);
	const recordForNextRun = flow.add(
		'Record for next run',
		[1980, -340],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', "={{ $('Decide claims').item.json.orderKey }}"),
				is('claimId', '={{ $execution.id }}'),
			],
			{
				state: 'ready',
				claimId: '',
				code: "={{ $json.details?.code ?? $json.code ?? 'SNELSTART_NOT_REACHED' }}",
				message: "={{ $json.error?.message ?? $json.error ?? '' }}",
				tip: "={{ $json.details?.tip ?? $json.tip ?? 'It is tried again by the next run.' }}",
				total:
					"={{ $('Name rows').item.json.item.total ?? $('Name rows').item.json.item.amount ?? null }}",
				vat: "={{ $('Name rows').item.json.item.vat ?? null }}",
				regime: "={{ $('Name rows').item.json.item.regime ?? '' }}",
				fingerprint: "={{ $('Name rows').item.json.item.fingerprint ?? '' }}",
				attempts: "={{ ($('Decide claims').item.json.attempts ?? 0) + 1 }}",
			},
		),
	);
	const giveClaimsBack = flow.add(
		'Give claims back',
		[1400, -240],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.orderKey }}'),
				is('claimId', '={{ $execution.id }}'),
				is('state', 'booking'),
			],
			{ state: 'ready', claimId: '' },
		),
	);
	const recordOtherRows = flow.add(
		'Record other rows',
		[720, 100],
		upsertRow('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}')], {
			orderKey: '={{ $json.orderKey }}',
			kind: '={{ $json.kind }}',
			parentKey: '={{ $json.parentKey }}',
			client: '={{ $json.item.client }}',
			shop: '={{ $json.item.shop }}',
			orderId: '={{ $json.item.orderId }}',
			orderNumber: '={{ $json.item.orderNumber }}',
			orderStatus: "={{ $json.item.orderStatus ?? '' }}",
			seenFingerprint: "={{ $json.item.fingerprint ?? '' }}",
			paymentIds: "={{ $json.item.paymentIds ?? '' }}",
		}),
	);
	const recordWhyNot = flow.add(
		'Record why not',
		[960, 40],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.orderKey }}'),
				isNot('state', 'booked'),
				isNot('state', 'booking'),
				isNot('state', 'unknown'),
			],
			{
				state:
					"={{ $('Name rows').item.json.item.code === 'VAT_NUMBER_NOT_CHECKED' && $('Name rows').item.json.item.outcome === 'wait' ? 'ready' : ({ wait: 'waiting', nothingToBook: 'nothingToBook', attention: 'needsAttention' })[$('Name rows').item.json.item.outcome] }}",
				code: "={{ $('Name rows').item.json.item.code }}",
				message: "={{ $('Name rows').item.json.item.message }}",
				tip: "={{ $('Name rows').item.json.item.tip }}",
				total:
					"={{ $('Name rows').item.json.item.total ?? $('Name rows').item.json.item.amount ?? null }}",
				vat: "={{ $('Name rows').item.json.item.vat ?? null }}",
				regime: "={{ $('Name rows').item.json.item.regime ?? '' }}",
				fingerprint: "={{ $('Name rows').item.json.item.fingerprint ?? '' }}",
				settingsVersion: "={{ $('Name rows').item.json.settingsVersion }}",
			},
		),
	);
	const noteChangesAfterBooking = flow.add(
		'Note changes after booking',
		[960, 240],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.orderKey }}'),
				is('kind', 'order'),
				is('state', 'booked'),
				isNot('fingerprint', '={{ $json.seenFingerprint }}'),
			],
			{
				code: 'CHANGED_AFTER_BOOKING',
				message:
					"={{ 'Booked: ' + ($json.fingerprint || 'nothing is left, it was credited') + '. Now in the shop: status ' + $json.orderStatus + ($json.seenFingerprint ? ', ' + $json.seenFingerprint : '') + '.' }}",
				tip: 'A booked order is never changed by itself. Credit it and book it again by hand, or leave it if the booking is right.',
			},
		),
	);
	const allResults = flow.add('All results', [2260, -260], append(4));
	const results = flow.add(
		'Results',
		[2440, -260],
		onlyFields({
			orderKey: '={{ $json.orderKey }}',
			parentKey: "={{ $json.parentKey ?? '' }}",
			kind: '={{ $json.kind }}',
			result: '={{ $json.state }}',
			code: "={{ $json.code ?? '' }}",
		}),
	);

	flow.wire(called, nameRows, toBook);
	flow.wire(toBook.yes, recordWhatToBook, [claimRows, noteChangesAfterBooking]);
	flow.wire(toBook.no, recordOtherRows, [recordWhyNot, noteChangesAfterBooking]);
	flow.wire(claimRows, readAllClaims, decideClaims);
	flow.wire(recordWhyNot, allResults.in(3));
	flow.wire(allResults, results);
	flow.wire(decideClaims, attachDrafts, paymentOrPayout);
	flow.wire(decideClaims.out(1), giveClaimsBack, allResults.in(2));
	flow.wire(paymentOrPayout.yes, registerInSnelStart);
	flow.wire(paymentOrPayout.no, bookInSnelStart);
	flow.wire(registerInSnelStart, recordResults, allResults);
	flow.wire(registerInSnelStart.error, recordForNextRun, allResults.in(1));
	flow.wire(bookInSnelStart, recordResults);
	flow.wire(bookInSnelStart.error, recordForNextRun);

	return flow;
}
