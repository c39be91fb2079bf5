import { formTexts } from '../../bookkeeping';
import { because } from '../build/because';
import { Flow } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import { answerOfForm, append, coreNode, snelStart, transformer } from '../fragments/basics';
import { call } from '../fragments/call';
import { letClaimsExpire } from '../fragments/claims';
import { isTrue, keepIf, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { asObject, onlyFields, withFields } from '../fragments/fields';
import { readWhatWasBooked, whatWasBooked } from '../fragments/refunds';
import { isWholeIn, kindIs, stateIs } from '../fragments/rowConditions';
import { readSettings } from '../fragments/settings';
import { isAnswer, spoken } from '../fragments/spoken';
import { getRows, is, isAtLeast, isAtMost, updateRows } from '../fragments/table';

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

export function undoBookings(): Flow {
	const flow = new Flow({
		name: 'Undo bookings',
		description:
			'A form that takes bookings by wrong settings back: a credit note of each, after a preview, never of what is paid. The orders are booked again by the settings of today, under the next number.',
	});

	flow.note(
		'Overview',
		[-480, -420],
		[420, 800],
		text`
			## Undo bookings

			### How it works
			For a day, a period, a run or a version of the settings that was booked wrongly.
			1. Correct the settings first, in *Client settings*.
			2. **Form**: which bookings, and *${words.preview.nl}* (preview). It shows each booking, what would become of it, and which are left as they are and why.
			3. *${words.undo.nl}* (undo) with the number of bookings that the preview says credits each in full, on its own day and its own accounts, and hands its order back: the next order sync books it by the settings of today, under a number that ends in \`-2\`.
			4. Where the settings name a *Set-Off Journal*, the old entry and its credit note are settled with each other.
			5. Left as they are: bookings with a payment or a credit note on them, and, unless the form says otherwise, those in a closed VAT period or one that was compared with the shop, and those by the settings of today.

			The same form again credits nothing twice. A run that broke off goes on where it was.

			### Setup
			1. **Your values**: the client, and the language of the pages, \`nl\` or \`en\`. The texts of **Form** are Dutch; the import command writes them in English for a client that reads English.
			2. **Read booked entries** and **Look up in SnelStart**: choose the SnelStart credential.
			3. **Book and record** and **Settle both**: choose the workflow *Book and record*.
			4. Publish this workflow. The address of the form stands in **Form**; who opens it must be signed in to n8n.
		`,
	);
	flow.note(
		'Section find',
		[0, -420],
		[1500, 800],
		text`
			### Find the bookings
			With what is in SnelStart of each, and what is still open of it.
		`,
		7,
	);
	flow.note(
		'Section undo',
		[1540, -420],
		[1380, 800],
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
		letClaimsExpire(kindIs('refund')),
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
				kindIs('order'),
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
					"={{ ((form) => (!form.orders || String(form.orders).split(/[,;\\s]+/).includes($json.orderNumber)) && (!form.run || String(form.run).trim() === $json.claimId) && (!form.settingsVersion || Number(form.settingsVersion) === $json.settingsVersion))($('Your values').first().json) }}",
				),
			),
		),
	);
	const whatIsBooked = readWhatWasBooked(flow, '={{ $json.orderKey }}', [1040, -160], {
		withOpenAmount: true,
	});
	const attachWhatWasBooked = flow.add(
		'Attach what was booked',
		[1040, 60],
		onlyFields({
			row: asObject('={{ $json }}'),
			booked: whatWasBooked('$json.orderKey'),
		}),
	);
	const undo = flow.add(
		'Undo bookings',
		[1320, 60],
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
		[1580, 0],
		snelStart({ resource: 'salesEntry', operation: 'findBooked', draftField: 'draft' }),
		'retried',
	);
	const possible = flow.add(
		'Possible?',
		[1740, 0],
		whether(isTrue("={{ $json.found.state !== 'needsAttention' }}")),
	);
	const undoAskedFor = flow.add(
		'Undo asked for?',
		[1920, -160],
		whether(
			isTrue(
				`={{ ((form) => ['${words.undo.en}', '${words.undo.nl}'].includes(form.action) && Number(form.count || 0) === $input.all().length)($('Your values').first().json) }}`,
			),
		),
	);
	const noteThatItBegan = flow.add(
		'Note that it began',
		[2120, -340],
		updateRows(
			'WebshopOrders',
			[
				is('orderKey', '={{ $json.originalOrderKey }}'),
				kindIs('order'),
				stateIs('booked'),
				is('salesEntryId', '={{ $json.salesEntryId }}'),
			],
			{ ...note('UNDO_STARTED') },
		),
	);
	const bookAndRecord = flow.add(
		'Book and record',
		[2120, -200],
		call(contracts.bookAndRecord, {
			kind: 'refund',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const findCreditNotes = flow.add(
		'Find credit notes',
		[2120, -40],
		getRows('WebshopOrders', { where: [is('orderKey', '={{ $json.orderKey }}')] }),
	);
	const credited = flow.add(
		'Credited?',
		[2300, -120],
		keepIf(isTrue(`={{ ${isWholeIn('state', ['booked'])} }}`)),
	);
	const bookAgain = flow.add(
		'Book again',
		[2480, -120],
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
				...{ code: '', message: '', tip: '', facts: '' },
				snelStartNumber: '',
				salesEntryId: '',
				fingerprint: '',
				paidState: '',
				bookedAt: '={{ null }}',
			},
		),
	);
	const withSetOff = flow.add(
		'With a set-off?',
		[2480, 40],
		keepIf(isTrue("={{ Boolean($('Undo asked for?').item.json.setOff) }}")),
	);
	const settleBoth = flow.add(
		'Settle both',
		[2640, 40],
		call(contracts.bookAndRecord, {
			kind: 'payment',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: undoAskedFor.item('setOff'),
		}),
	);
	const leftAsTheyAre = flow.add('Left as they are', [2120, 220], append(2));
	const writePage = flow.add(
		'Write the page',
		[2580, 220],
		transformer({
			resource: 'message',
			operation: 'writeUndoPage',
			language: yourValues.first('language'),
		}),
	);
	const showPage = flow.add(
		'Show the page',
		[2760, 220],
		answerOfForm({ title: '={{ $json.title }}', message: '={{ $json.html }}', width: 1100 }),
	);

	flow.wire(form, yourValues, anythingChosen);
	flow.wire(anythingChosen.no, sayWhatIsMissing);
	flow.wire(anythingChosen.yes, [loadSettings, letOldClaimsExpire, writePage]);
	flow.wire(loadSettings, [findComparedPeriods, undo.in(1)]);
	flow.wire(findComparedPeriods, undo.in(2));
	flow.wire(letOldClaimsExpire, findBookings, chosenBookings, [whatIsBooked, attachWhatWasBooked]);
	flow.wire(attachWhatWasBooked, undo, lookUp, possible);
	flow.wire(undo.out(1), leftAsTheyAre);
	flow.wire(possible.yes, [undoAskedFor, writePage.in(1)]);
	flow.wire(possible.no, leftAsTheyAre.in(1));
	// From top to bottom: noted, credited and recorded, and then handed back.
	flow.wire(undoAskedFor.yes, [noteThatItBegan, bookAndRecord, findCreditNotes]);
	flow.wire(findCreditNotes, [credited, writePage.in(3)]);
	flow.wire(credited, [bookAgain, withSetOff]);
	flow.wire(withSetOff, settleBoth);
	flow.wire(leftAsTheyAre, writePage.in(2));
	flow.wire(writePage, showPage);

	return flow;
}
