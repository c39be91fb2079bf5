import { Flow } from '../build/flow';
import { text } from '../build/text';
import {
	append,
	byTheClock,
	csvFile,
	keepOnce,
	snelStart,
	transformer,
	whenClicked,
} from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { asArray, asCells, asNumber, asObject, onlyFields } from '../fragments/fields';
import { readWhatWasBooked, whatWasBooked } from '../fragments/refunds';
import { kindIs, stateIs } from '../fragments/rowConditions';
import { readSettings } from '../fragments/settings';
import { getRows, is, isLike } from '../fragments/table';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

export function badDebts(): Flow {
	const flow = new Flow({
		name: 'Bad debts',
		description:
			'Lists the invoices that are not paid one year after they were due, drafts the memorials that claim their VAT back (Wet OB art. 29), and books them when that is switched on.',
	});

	flow.note(
		'Overview',
		[-480, -260],
		[440, 720],
		text`
			## Bad debts

			### How it works
			On the fourth of every month, or when you run it:
			1. Reads the open sales invoices (openstaande posten) from SnelStart and keeps those of more than a year ago, with the orders whose VAT was claimed back before.
			2. **Claim bad debts** says of each what becomes of its VAT. One year after it was due the VAT of what is open may be claimed back (Wet OB art. 29). The draft is a memorial: the VAT owed less, the account for bad debts (oninbare vorderingen) less. The invoice stays open.
			3. Of what was paid after a claim the VAT is due again: the same memorial the other way around.
			4. **Make file** lists all of it for the bookkeeper. Nothing is booked until *book* in **Your values** is *yes*.

			No VAT is claimed twice, whatever runs at the same time.

			### Setup
			1. *Set-Off Journal* in *Client settings*: the journal (memoriaal).
			2. **Your values**: the client; *badDebtsAccountId* where no ledger account has the function oninbare vorderingen.
			3. The SnelStart credential in **Get open invoices**, **Get ledger accounts** and **Read booked entries**; *Book and record* in **Book and record**.
			4. Run it, look at the file with your bookkeeper, then publish it.
		`,
	);
	flow.note(
		'Note on finding',
		[380, -260],
		[820, 720],
		text`
			### Find
			Invoices of more than a year ago that are open, and orders with a claim in the books.
		`,
		7,
	);
	flow.note(
		'Note on claiming',
		[1240, -260],
		[960, 720],
		text`
			### Claim
			Listed always, booked only where that is chosen.
		`,
		7,
	);
	const everyMonth = flow.add(
		'Every month',
		[0, -60],
		byTheClock({ field: 'months', triggerAtDayOfMonth: 4, triggerAtHour: 6 }),
	);
	const whenClickedNode = flow.add('When clicked', [0, 140], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[200, 40],
		onlyFields({
			client: 'my-client',
			book: 'no',
			date: '={{ $now.toISODate() }}',
			badDebtsAccountId: '',
		}),
	);
	const loadSettings = flow.add(
		'Load settings',
		[440, -140],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const getLedgerAccounts = flow.add(
		'Get ledger accounts',
		[640, -140],
		snelStart({
			resource: 'ledgerAccount',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			filters: {},
		}),
		'once',
	);
	const getOpenInvoices = flow.add(
		'Get open invoices',
		[440, 40],
		snelStart({
			resource: 'salesInvoice',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			conditions: {},
			filters: { openOnly: true },
		}),
		'once',
	);
	const ofLongAgo = flow.add(
		'Of long ago',
		[620, 40],
		keepIf(
			isTrue(
				"={{ $json.invoiceDate <= DateTime.fromISO($('Your values').first().json.date).minus({ years: 1 }).toISODate() }}",
			),
		),
	);
	const findOrders = flow.add(
		'Find their orders',
		[800, 40],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				kindIs('order'),
				stateIs('booked'),
				is('snelStartNumber', '={{ $json.invoiceNumber }}'),
			],
		}),
	);
	const findClaims = flow.add(
		'Find claims',
		[440, 220],
		getRows('WebshopOrders', {
			where: [
				is('client', yourValues.first('client')),
				kindIs('payment'),
				isLike('orderKey', '%/vat-claim%'),
			],
		}),
		'once',
	);
	const findClaimedOrders = flow.add(
		'Find claimed orders',
		[800, 220],
		getRows('WebshopOrders', {
			where: [is('orderKey', '={{ $json.parentKey }}'), kindIs('order'), stateIs('booked')],
		}),
	);
	const allOrders = flow.add('All orders', [960, 120], append(2));
	const eachOnce = flow.add('Each order once', [1100, 120], keepOnce('orderKey'));
	const whatIsBooked = readWhatWasBooked(flow, '={{ $json.orderKey }}', [1280, -60], {
		withOpenAmount: true,
	});
	const attach = flow.add(
		'Attach what was booked',
		[1280, 120],
		onlyFields({
			row: asObject('={{ $json }}'),
			booked: whatWasBooked('$json.orderKey'),
			payments: asArray(
				"={{ $('Find claims').all().map((item) => item.json).filter((row) => row.parentKey === $json.orderKey) }}",
			),
		}),
	);
	const claimBadDebts = flow.add(
		'Claim bad debts',
		[1640, 120],
		transformer({
			resource: 'payment',
			operation: 'claimBadDebts',
			claimDate: yourValues.first('date'),
			badDebtsAccountId: yourValues.first('badDebtsAccountId'),
		}),
	);
	const booking = flow.add(
		'Booking chosen',
		[1860, -60],
		keepIf(isTrue("={{ $('Your values').first().json.book === 'yes' }}")),
	);
	const bookAndRecord = flow.add(
		'Book and record',
		[2040, -60],
		call(contracts.bookAndRecord, {
			kind: 'payment',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
	);
	const allResults = flow.add('All results', [1860, 120], append(3));
	const rows = flow.add(
		'Rows',
		[1960, 280],
		onlyFields({
			orderNumber: '={{ $json.orderNumber }}',
			outcome: '={{ $json.outcome }}',
			invoice: "={{ $json.draft?.openItem?.invoiceNumber ?? '' }}",
			vat: asNumber('={{ $json.vat }}'),
			code: '={{ $json.code }}',
			message: "={{ $json.message || ($json.draft?.notes ?? []).join(' ') }}",
		}),
	);
	const cells = flow.add('Cells', [2080, 280], asCells());
	const makeFile = flow.add(
		'Make file',
		[2080, 120],
		csvFile("={{ 'bad-debts-' + $('Your values').first().json.client + '.csv' }}"),
	);

	flow.wire(everyMonth, yourValues, [loadSettings, getOpenInvoices, findClaims]);
	flow.wire(whenClickedNode, yourValues);
	flow.wire(loadSettings, [getLedgerAccounts, claimBadDebts.in(1)]);
	flow.wire(getLedgerAccounts, claimBadDebts.in(2));
	flow.wire(getOpenInvoices, ofLongAgo, findOrders, allOrders, eachOnce, [whatIsBooked, attach]);
	flow.wire(findClaims, findClaimedOrders, allOrders.in(1));
	flow.wire(attach, claimBadDebts, [booking, allResults]);
	flow.wire(booking, bookAndRecord);
	flow.gather(claimBadDebts, [1, 2], allResults, 1);
	flow.wire(allResults, rows, cells, makeFile);
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
