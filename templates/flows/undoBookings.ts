import { BETWEEN_NUMBERS, creditKeys, formTexts } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow, type Node } from '../build/flow';
import { note, noNote } from '../build/note';
import { text } from '../build/text';
import {
	answerOfForm,
	append,
	coreNode,
	keepOnce,
	snelStart,
	transformer,
} from '../fragments/basics';
import { call } from '../fragments/call';
import { letClaimsExpire } from '../fragments/claims';
import { equals, isTrue, keepIf, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { asArray, asObject, onlyFields, withFields } from '../fragments/fields';
import { readWhatWasBooked, whatWasBooked } from '../fragments/refunds';
import { isWholeIn, kindIs, kindIsNot, stateIs } from '../fragments/rowConditions';
import { readSettings } from '../fragments/settings';
import { isAnswer, spoken } from '../fragments/spoken';
import {
	deleteRows,
	getRows,
	is,
	isAtLeast,
	isAtMost,
	isBelow,
	isLike,
	isNot,
	updateRows,
} from '../fragments/table';
import { refuseUnknownClient } from '../fragments/knownClient';

const { undo: words } = formTexts;

const choice = (label: string, fieldName: string, options: [string, string]) => ({
	fieldLabel: label,
	fieldType: 'dropdown',
	fieldName,
	defaultValue: options[0],
	fieldOptions: { values: options.map((option) => ({ option })) },
	requiredField: true,
});

/** Whether somebody chose to take something in. */
const takesIn = (field: string): string =>
	isAnswer(field, words.takeIn).replace('$json', "$('Your values').first().json");

/** Of a day total: what nodes found that belongs to it. @param belongs a condition on `row` */
const ofTotal = (nodes: Node[], belongs: string) =>
	asArray(
		because(
			'it picks from lists what belongs to one total, if there is any',
			`={{ $json.kind !== 'total' ? [] : [${nodes.map(({ node }) => `...($('${node}').isExecuted ? $('${node}').all() : [])`).join(', ')}].map((item) => item.json).filter((row) => ${belongs}) }}`,
		),
	);

export function undoBookings(): Flow {
	const flow = new Flow({
		name: 'Undo bookings',
		description:
			'A form that takes bookings by wrong settings back: a credit note of each, of a day total as a whole, or the deletion of a sales order that nobody invoiced; after a preview, never of what is paid. The orders are booked again by the settings of today, under the next number.',
	});

	flow.note(
		'Overview',
		[-480, -980],
		[420, 1000],
		text`
			## Undo bookings

			### How it works
			For a day, a period, a run or a version of the settings that was booked wrongly.
			1. Correct the settings first, in *Client settings*.
			2. **Form**: which bookings, and *${words.preview.nl}* (preview). It shows each booking, what would become of it, and which are left as they are and why.
			3. *${words.undo.nl}* (undo) with the number of bookings that the preview says credits each in full, on its own day and its own accounts, and hands its order back: the next order sync books it by the settings of today, under a number that ends in \`-2\`.
			4. A day total (dagomzet) is undone as a whole, whichever of its orders was chosen: its orders come into its next part. A sales order that nobody invoiced is deleted instead.
			5. Where the settings name a *Set-Off Journal*, the old entry and its credit note are settled with each other.
			6. Left as they are: bookings with a payment or a credit note on them, and, unless the form says otherwise, those in a closed VAT period or one that was compared with the shop, and those by the settings of today.

			The same form again credits nothing twice. A run that broke off goes on where it was.

			### Setup
			1. **Your values**: the client, and the language of the pages, \`nl\` or \`en\`. The texts of **Form** are Dutch; the import command writes them in English for a client that reads English.
			2. **Read booked entries**, **Look up in SnelStart** and **Delete sales orders**: choose the SnelStart credential.
			3. **Book and record** and **Settle both**: choose the workflow *Book and record*.
			4. Publish this workflow. The address of the form stands in **Form**; who opens it must be signed in to n8n.
		`,
	);
	flow.note(
		'Section find',
		[0, -980],
		[2360, 1300],
		text`
			### Find the bookings
			With what is in SnelStart of each, and what is still open of it.
		`,
		7,
	);
	flow.note(
		'Section undo',
		[2400, -980],
		[1720, 1620],
		text`
			### Show, or undo
			Undone is an order only when its credit note is recorded.
		`,
		7,
	);
	const form = flow.add(
		'Form',
		[40, 0],
		coreNode('formTrigger', 2.6, {
			authentication: 'n8nUserAuth',
			requireExecuteAccess: true,
			formTitle: words.title.nl,
			formDescription: words.description.nl,
			formFields: {
				values: [
					{ fieldLabel: words.from.nl, fieldType: 'date', fieldName: 'from' },
					{ fieldLabel: words.until.nl, fieldType: 'date', fieldName: 'until' },
					{
						fieldLabel: words.orders.nl,
						placeholder: words.ordersHint.nl,
						fieldName: 'orders',
					},
					{ fieldLabel: words.run.nl, placeholder: words.runHint.nl, fieldName: 'run' },
					{
						fieldLabel: words.settingsVersion.nl,
						fieldType: 'number',
						fieldName: 'settingsVersion',
					},
					choice(words.closed.nl, 'closed', [words.leaveOut.nl, words.takeIn.nl]),
					choice(words.same.nl, 'same', [words.leaveOut.nl, words.takeIn.nl]),
					choice(words.action.nl, 'action', [words.preview.nl, words.undo.nl]),
					{ fieldLabel: words.count.nl, fieldType: 'number', fieldName: 'count' },
				],
			},
			options: { appendAttribution: false, buttonLabel: words.button.nl, path: 'undo-bookings' },
		}),
	);
	const yourValues = flow.add(
		'Your values',
		[200, 0],
		withFields({ client: 'my-client', language: 'nl' }),
	);
	const anythingChosen = flow.add(
		'Anything chosen?',
		[360, 0],
		whether(
			isTrue(
				'={{ Boolean($json.from || $json.until || $json.orders || $json.run || $json.settingsVersion) && (!$json.from || !$json.until || $json.from <= $json.until) }}',
			),
		),
	);
	const sayWhatIsMissing = flow.add(
		'Say what is missing',
		[540, 200],
		answerOfForm({
			title: spoken(words.notYet),
			message: because('one text in two languages', spoken(words.nothingChosen)),
			width: 720,
		}),
	);
	const loadSettings = flow.add(
		'Load settings',
		[540, -160],
		readSettings(yourValues.first('client')),
		'once',
	);
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[540, 20],
		letClaimsExpire(isLike('orderKey', creditKeys)),
		'once',
		'evenWhenEmpty',
	);
	const findComparedPeriods = flow.add(
		'Find compared periods',
		[720, -320],
		getRows('PeriodChecks', {
			where: [is('client', yourValues.first('client')), is('kind', 'summary')],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findBookings = flow.add(
		'Find bookings',
		[720, 20],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				...(['payment', 'payout', 'payoutEntry'] as const).map(kindIsNot),
				stateIs('booked'),
				isAtLeast('orderDate', "={{ $('Your values').first().json.from || '0000-01-01' }}"),
				isAtMost('orderDate', "={{ $('Your values').first().json.until || '9999-12-31' }}"),
			],
		}),
		'once',
	);
	const chosenBookings = flow.add(
		'Chosen bookings',
		[880, 20],
		keepIf(
			isTrue(
				because(
					'three fields of the form that may each be left empty, one of them a list',
					`={{ ((form) => (!form.orders || String(form.orders).split(${String(BETWEEN_NUMBERS)}).includes($json.orderNumber)) && (!form.run || String(form.run).trim() === $json.claimId) && (!form.settingsVersion || Number(form.settingsVersion) === $json.settingsVersion))($('Your values').first().json) }}`,
				),
			),
		),
	);
	const byThemselves = flow.add(
		'By themselves',
		[1220, 20],
		keepIf(
			isTrue(
				because(
					'an order in a total goes with it; by itself where no total is found, so that somebody is told',
					"={{ $json.kind === 'order' && ($json.snelStartNumber !== $json.originalInvoiceNumber || !$('Find totals').all().some((total) => total.json.shop === $json.shop && total.json.snelStartNumber === $json.snelStartNumber)) }}",
				),
			),
		),
	);
	const inTotals = flow.add(
		'In day totals',
		[1060, -520],
		onlyFields({
			orderKey: because(
				'the key of the total that a row is of, or is in; what undid one is none',
				"={{ ((row) => row.kind === 'total' ? (row.orderKey.includes('/credit/') ? '' : row.orderKey) : row.originalInvoiceNumber && row.snelStartNumber === row.originalInvoiceNumber ? [row.client, row.shop, 'total', row.snelStartNumber].join('/') : '')($json) }}",
			),
		}),
	);
	const eachTotalOnce = flow.add('Each total once', [1220, -520], keepOnce('orderKey'));
	const findTotals = flow.add(
		'Find totals',
		[1380, -520],
		getRows('WebshopOrders', {
			where: [is('orderKey', '={{ $json.orderKey }}'), kindIs('total'), stateIs('booked')],
		}),
	);
	const findMembers = flow.add(
		'Find what is in them',
		[1560, -760],
		getRows('WebshopOrders', {
			where: [
				is('client', '={{ $json.client }}'),
				is('shop', '={{ $json.shop }}'),
				is('originalInvoiceNumber', '={{ $json.snelStartNumber }}'),
				is('salesEntryId', '={{ $json.salesEntryId }}'),
				stateIs('booked'),
			],
		}),
	);
	const findCredits = flow.add(
		'Find credit notes since',
		[1560, -600],
		getRows('BookingRecords', {
			where: [
				is('client', yourValues.first('client')),
				is('document', 'creditNote'),
				isAtLeast(
					'documentDate',
					"={{ $input.all().map((item) => item.json.orderDate.slice(0, 7)).sort()[0] + '-01' }}",
				),
			],
		}),
		'once',
	);
	const refundsIn = (state: 'booking' | 'unknown') =>
		getRows('WebshopOrders', {
			where: [is('client', yourValues.first('client')), kindIs('refund'), stateIs(state)],
		});
	const findAtWork = flow.add('Find refunds at work', [1560, -440], refundsIn('booking'), 'once');
	const findSent = flow.add(
		'Find refunds without answer',
		[1560, -280],
		refundsIn('unknown'),
		'once',
	);
	const bookings = flow.add('Bookings', [1740, 20], append(2));
	const whatIsBooked = readWhatWasBooked(flow, '={{ $json.orderKey }}', [1900, -160], {
		withOpenAmount: true,
	});
	const attachWhatWasBooked = flow.add(
		'Attach what was booked',
		[1900, 60],
		onlyFields({
			row: asObject('={{ $json }}'),
			booked: whatWasBooked('$json.orderKey'),
			members: ofTotal(
				[findMembers],
				'row.shop === $json.shop && row.originalInvoiceNumber === $json.snelStartNumber',
			),
			credits: ofTotal([findCredits, findAtWork, findSent], 'row.shop === $json.shop'),
		}),
	);
	const undo = flow.add(
		'Undo bookings',
		[2180, 60],
		transformer({
			resource: 'order',
			operation: 'undoBookings',
			settingsVersion: loadSettings.first('version'),
			closedPeriods: takesIn('closed'),
			sameSettings: takesIn('same'),
		}),
	);
	const lookUp = flow.add(
		'Look up in SnelStart',
		[2440, 0],
		snelStart({ resource: 'salesEntry', operation: 'findBooked', draftField: 'draft' }),
		'retried',
	);
	const possible = flow.add(
		'Possible?',
		[2600, 0],
		whether(isTrue("={{ $json.found.state !== 'needsAttention' }}")),
	);
	const allUndoable = flow.add('All that can be undone', [2600, -160], append(2));
	const undoAskedFor = flow.add(
		'Undo asked for?',
		[2780, -160],
		whether(
			isTrue(
				`={{ ((form) => ['${words.undo.en}', '${words.undo.nl}'].includes(form.action) && Number(form.count || 0) === $input.all().length)($('Your values').first().json) }}`,
			),
		),
	);
	const noteThatItBegan = flow.add(
		'Note that it began',
		[2980, -340],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.originalOrderKey }}'),
				stateIs('booked'),
				is('salesEntryId', '={{ $json.salesEntryId }}'),
			],
			{ ...note('UNDO_STARTED') },
		),
	);
	const toCredit = flow.add(
		'To credit',
		[2860, -20],
		keepIf(isTrue('={{ Boolean($json.draft) }}')),
	);
	const bookAndRecord = flow.add(
		'Book and record',
		[2980, -200],
		call(contracts.bookAndRecord, {
			kind: "={{ $json.members ? 'total' : 'refund' }}",
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const findCreditNotes = flow.add(
		'Find credit notes',
		[2980, -40],
		getRows('WebshopOrders', { where: [is('orderKey', '={{ $json.orderKey }}')] }),
	);
	const credited = flow.add(
		'Credited?',
		[3160, -120],
		keepIf(isTrue(`={{ ${isWholeIn('state', ['booked'])} }}`)),
	);
	const bookAgain = flow.add(
		'Book again',
		[3340, -120],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', undoAskedFor.item('originalOrderKey')),
				kindIs('order'),
				stateIs('booked'),
				is('salesEntryId', undoAskedFor.item('salesEntryId')),
			],
			{
				state: 'ready',
				version: undoAskedFor.item('nextVersion'),
				claimId: '',
				...noNote,
				snelStartNumber: '',
				salesEntryId: '',
				fingerprint: '',
				paidState: '',
				bookedAt: '={{ null }}',
			},
		),
	);
	const ofTotals = flow.add(
		'Of totals',
		[3500, -400],
		keepIf(equals('={{ $json.kind }}', 'total')),
	);
	const undone = (field: string) => undoAskedFor.item(field);
	const inTotal = [is('client', '={{ $json.client }}'), is('shop', '={{ $json.shop }}')] as const;
	const ofUndone = () => [
		...inTotal,
		is('originalInvoiceNumber', undone('invoiceNumber')),
		is('salesEntryId', undone('salesEntryId')),
		stateIs('booked'),
	];
	const findFreed = flow.add(
		'Find its orders',
		[3660, -720],
		getRows('WebshopOrders', { where: ofUndone() }),
	);
	const ofOrders = flow.add(
		'Of orders',
		[3660, -880],
		keepIf(equals('={{ $json.kind }}', 'refund')),
	);
	// Nothing is paid on it: what was booked of its payments was taken off in SnelStart.
	const payAgain = flow.add(
		'Book payments again',
		[3820, -720],
		updateRows(
			'WebshopOrders',
			[
				is('parentKey', "={{ $json.kind === 'order' ? $json.orderKey : $json.parentKey }}"),
				kindIs('payment'),
				stateIs('booked'),
				// No money went with a set-off: what it settled stays settled.
				isNot('total', '={{ 0 }}'),
				// Booked meanwhile by another run, it stays on the entry that it is on, and the set-off says so.
				isBelow('bookedAt', "={{ $('Your values').first().json.submittedAt ?? $now.toISO() }}"),
				isLike(
					'orderKey',
					because(
						'the key of a payment of the order, or of the money that went back with the refund; what undid an entry of an order is of the order',
						"={{ $json.kind === 'order' ? $json.orderKey + '/%' : $json.orderKey.includes('/credit/') ? $json.parentKey + '/%' : $json.orderKey.replace('/refund/', '/refund-') }}",
					),
				),
			],
			{ state: 'ready', claimId: '', mayBeSent: false, bookedAt: '={{ null }}' },
		),
	);
	// First their rows: as long as those are booked, nobody waits for their sale.
	const freeMembers = flow.add(
		'Free its orders',
		[3660, -560],
		updateRows('WebshopOrders', ofUndone(), {
			...{ state: 'ready', claimId: '', mayBeSent: false, tryUntil: '' },
			...noNote,
			...{ snelStartNumber: '', originalInvoiceNumber: '', salesEntryId: '', relationId: '' },
			...{ fingerprint: '', paidState: '' },
			bookedAt: '={{ null }}',
		}),
		'evenWhenEmpty',
	);
	const forgetMembers = flow.add(
		'Forget its orders',
		[3660, -400],
		deleteRows('BookingRecords', [
			...inTotal,
			is('number', undone('invoiceNumber')),
			is('entryId', undone('salesEntryId')),
			kindIsNot('total'),
		]),
		'evenWhenEmpty',
	);
	const totalIsUndone = flow.add(
		'Total is undone',
		[3660, -240],
		updateRows(
			'WebshopOrders',
			[is('orderKey', undone('originalOrderKey')), kindIs('total'), stateIs('booked')],
			noNote,
		),
	);
	const toDelete = flow.add(
		'Sales orders to delete',
		[2980, 160],
		keepIf(isTrue('={{ Boolean($json.deletes) }}')),
	);
	const deleteSalesOrders = flow.add(
		'Delete sales orders',
		[3160, 160],
		snelStart({
			resource: 'salesOrder',
			operation: 'takeBack',
			salesOrderId: '={{ $json.deletes.id }}',
		}),
	);
	const nameDeleted = flow.add(
		'Name sales orders',
		[3320, 200],
		withFields({ orderKey: undoAskedFor.item('orderKey') }),
	);
	const isDeleted = flow.add(
		'Deleted?',
		[3480, 160],
		keepIf(equals('={{ $json.state }}', 'deleted')),
	);
	const isKept = flow.add('Kept?', [3480, 290], keepIf(equals('={{ $json.state }}', 'kept')));
	const forgetSalesOrder = flow.add(
		'Forget sales order',
		[3660, 160],
		deleteRows('BookingRecords', [
			is('documentKey', '={{ $json.orderKey }}'),
			is('entryId', '={{ $json.id }}'),
		]),
	);
	// Nothing was sent of it: a later run may not take it for one that it deleted itself.
	const noteWhyKept = flow.add(
		'Note why it stays',
		[3660, 290],
		updateRows('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}'), stateIs('booked')], {
			code: '={{ $json.code }}',
			message: '={{ $json.message }}',
			tip: '={{ $json.tip }}',
			facts: '={{ JSON.stringify($json.facts) }}',
		}),
	);
	const withSetOff = flow.add(
		'With a set-off?',
		[3340, 20],
		keepIf(isTrue("={{ Boolean($('Undo asked for?').item.json.setOff) }}")),
	);
	const settleBoth = flow.add(
		'Settle both',
		[3500, 20],
		call(contracts.bookAndRecord, {
			kind: 'payment',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: undoAskedFor.item('setOff'),
		}),
	);
	const leftAsTheyAre = flow.add('Left as they are', [2980, 380], append(2));
	const allUndone = flow.add('All that was undone', [3320, 480], append(2));
	const writePage = flow.add(
		'Write the page',
		[3480, 420],
		transformer({
			resource: 'message',
			operation: 'writeUndoPage',
			language: yourValues.first('language'),
		}),
	);
	const showPage = flow.add(
		'Show the page',
		[3660, 420],
		answerOfForm({ title: '={{ $json.title }}', message: '={{ $json.html }}', width: 1100 }),
	);

	flow.wire(form, yourValues, anythingChosen);
	flow.wire(anythingChosen.no, sayWhatIsMissing);
	flow.wire(anythingChosen.yes, [loadSettings, letOldClaimsExpire, writePage]);
	flow.wire(loadSettings, [findComparedPeriods, undo.in(1)]);
	flow.wire(findComparedPeriods, undo.in(2));
	flow.wire(letOldClaimsExpire, findBookings, chosenBookings, [byThemselves, inTotals]);
	flow.runsFirst(findTotals, byThemselves);
	flow.wire(byThemselves, bookings);
	flow.wire(inTotals, eachTotalOnce, findTotals, [
		findMembers,
		findCredits,
		findAtWork,
		findSent,
		bookings.in(1),
	]);
	for (const found of [findMembers, findCredits, findAtWork, findSent])
		flow.runsFirst(found, bookings);
	flow.wire(bookings, [whatIsBooked, attachWhatWasBooked]);
	flow.wire(attachWhatWasBooked, undo, lookUp, possible);
	flow.wire(undo.out(1), leftAsTheyAre);
	flow.wire(undo.out(2), allUndoable.in(1));
	flow.wire(possible.yes, allUndoable, [undoAskedFor, writePage.in(1)]);
	flow.wire(possible.no, leftAsTheyAre.in(1));
	// From top to bottom: noted, credited and recorded, and then handed back.
	flow.wire(undoAskedFor.yes, [noteThatItBegan, toCredit, toDelete]);
	flow.wire(toCredit, [bookAndRecord, findCreditNotes]);
	flow.wire(findCreditNotes, [credited, allUndone]);
	flow.wire(toDelete, deleteSalesOrders, nameDeleted, [isDeleted, isKept, allUndone.in(1)]);
	flow.wire(isDeleted, [bookAgain, forgetSalesOrder]);
	flow.runsFirst(bookAgain, forgetSalesOrder);
	flow.wire(isKept, noteWhyKept);
	flow.wire(allUndone, writePage.in(3));
	flow.wire(credited, [ofOrders, ofTotals, bookAgain, withSetOff]);
	flow.wire(ofOrders, payAgain);
	// As long as the order says that it is paid, nobody looks at its payments.
	flow.runsFirst(ofOrders, ofTotals, bookAgain);
	flow.wire(ofTotals, [findFreed, freeMembers, forgetMembers, totalIsUndone]);
	flow.wire(findFreed, payAgain);
	flow.runsFirst(findFreed, freeMembers);
	flow.runsFirst(freeMembers, forgetMembers);
	flow.runsFirst(forgetMembers, totalIsUndone);
	flow.wire(withSetOff, settleBoth);
	flow.wire(leftAsTheyAre, writePage.in(2));
	flow.wire(writePage, showPage);
	refuseUnknownClient(flow, yourValues);

	return flow;
}
