import { claimable, outlinePattern, standsStill, whereState } from '../../bookkeeping';
import { Flow } from '../build/flow';
import { codeName, note } from '../build/note';
import { text } from '../build/text';
import { append, ownNode } from '../fragments/basics';
import { call } from '../fragments/call';
import { byAnswer, equals, exists, isTrue, keepIf, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { stateIs } from '../fragments/rowConditions';
import { pauseOf, wentOnOf } from '../fragments/paused';
import {
	deleteRows,
	getRows,
	updateRows,
	upsertRow,
	is,
	isAtLeast,
	isAtMost,
} from '../fragments/table';
import { readSettings } from '../fragments/settings';
import { wooCommerceShop } from '../fragments/shops';

const signOffOf = [is('client', '={{ $json.client }}'), is('month', '={{ $json.month }}')];

export function dashboard(): Flow {
	const flow = new Flow({
		name: 'Dashboard',
		description:
			'A web page behind a login that shows a client what is in SnelStart, what needs attention and what waits, with search, charts, Process and Report a problem.',
	});

	flow.note(
		'Overview',
		[-460, -340],
		[420, 660],
		text`
			## Dashboard

			### How it works
			A web page for the shop owner and the bookkeeper of one client: what is in SnelStart (Report), what needs them (Errors), what waits (Open), payments, and the settings in force. Search by number and period, in Dutch or English, on a computer or a phone.

			*Process* sets an order to be tried again and starts the order sync, or the payment matching for a payment; what is booked already is never booked twice. *Mark as seen* sets aside what changed after it was booked, until it changes again. *Report a problem* downloads what somebody who helps needs to know, without personal data.

			Nobody sees the page without the user and password of the credential.

			### Setup
			1. In **Open dashboard** enter the client and a path, and make a *Webshop Dashboard API* credential: a user, and a password of at least 12 characters.
			2. Choose the same credential in **Send page**, **Go back to page**, **Send problem report**, **Go back when seen**, **Go back when paused** and **Go back when signed**.
			3. In **Process now** choose the order sync of the client's shop. In **Match payments now** its payment matching.
			4. Publish the workflow. The page is at the Production URL of **Open dashboard**. Use https: the password goes over the line.
		`,
	);
	flow.note(
		'Note on the page',
		[180, -520],
		[860, 1010],
		text`
			### Page
			Reads the client's rows and reconciliations of the period, its newest settings, and what is kept of the bookings of the period or of the one order asked for.
		`,
		7,
	);
	flow.note(
		'Note on processing',
		[180, 510],
		[1240, 590],
		text`
			### Process
			Only rows that wait for somebody are offered again; booked ones are left alone.
		`,
		7,
	);
	flow.note(
		'Note on the report',
		[180, 1140],
		[560, 420],
		text`
			### Report a problem
			The row and the settings that decided, without personal data.
		`,
		7,
	);
	flow.note(
		'Note on the mark',
		[180, 1600],
		[560, 260],
		text`
			### Mark as seen
			What is told of a booked order leaves the digest until it says something else.
		`,
		7,
	);
	flow.note(
		'Note on the pause',
		[180, 1860],
		[900, 680],
		text`
			### Pause, stop or go on
			As long as the row stands there, every flow that begins by itself ends at its start, and says so. Who let the client go on is kept.
		`,
		7,
	);
	flow.note(
		'Note on signing off',
		[180, 2580],
		[700, 370],
		text`
			### Sign a month off
			Who, when, and which differences were set aside.
		`,
		7,
	);
	const goBack = (name: string, position: [number, number]) =>
		flow.add(
			name,
			position,
			ownNode('webshopDashboard', {
				operation: 'goBack',
				request: "={{ $('Open dashboard').first().json }}",
			}),
		);
	const openDashboard = flow.add(
		'Open dashboard',
		[0, 300],
		ownNode('webshopDashboardTrigger', { client: 'my-client', path: 'webshop-dashboard' }),
	);
	const loadRows = flow.add(
		'Load rows',
		[240, -160],
		getRows('WebshopOrders', {
			where: [
				is('client', '={{ $json.client }}'),
				isAtLeast('updatedAt', '={{ DateTime.fromISO($json.from).toISO() }}'),
			],
		}),
		'evenWhenEmpty',
	);
	const loadSettings = flow.add(
		'Load settings',
		[240, 0],
		readSettings('={{ $json.client }}'),
		'evenWhenEmpty',
	);
	const loadPeriodChecks = flow.add(
		'Load period checks',
		[240, 160],
		getRows('PeriodChecks', {
			where: [
				is('client', '={{ $json.client }}'),
				isAtLeast('periodUntil', '={{ $json.from }}'),
				isAtMost('periodFrom', '={{ $json.until }}'),
			],
		}),
		'evenWhenEmpty',
	);
	const loadBookingRecord = flow.add(
		'Load booking records',
		[240, 310],
		getRows('BookingRecords', {
			where: [
				is('client', '={{ $json.client }}'),
				// Of one order its own; for Report and Reconciliation all of the months of the period, since what
				// is signed off is a month.
				{
					column: 'documentKey',
					condition:
						"={{ $json.membersOf !== undefined || ($json.order === undefined && ['report', 'reconciliation'].includes($json.tab)) ? 'isNotEmpty' : 'eq' }}",
					value: "={{ $json.order ?? '' }}",
				},
				// Each order of a booked total has the number of that in its record.
				{
					column: 'number',
					condition: "={{ $json.membersOf === undefined ? 'neq' : 'eq' }}",
					value: "={{ $json.membersOf ?? '-' }}",
				},
				isAtLeast('documentDate', "={{ $json.order === undefined ? $json.from.slice(0, 7) : '' }}"),
				isAtMost(
					'documentDate',
					"={{ $json.order === undefined ? $json.until.slice(0, 7) + '-99' : '9999' }}",
				),
			],
		}),
		'evenWhenEmpty',
	);
	const ofPayout = flow.add(
		'Of a payout?',
		[400, 310],
		keepIf(
			isTrue(
				"={{ $('Open dashboard').first().json.membersOf !== undefined && $json.kind === 'total' && !!$json.parentKey }}",
			),
		),
	);
	const loadPayout = flow.add(
		'Load payout of total',
		[560, 310],
		getRows('BookingRecords', { where: [is('documentKey', '={{ $json.parentKey }}')] }),
	);
	const records = flow.add('Records', [720, 210], append(2));
	const loadPause = flow.add(
		'Load pause',
		[240, -310],
		getRows('ShopTroubles', {
			// Its own rows, whether it stands still and who let it go on, bear its name as a shop.
			where: [is('client', '={{ $json.client }}'), is('shop', '={{ $json.client }}')],
		}),
		'evenWhenEmpty',
	);
	const loadSignOffs = flow.add(
		'Load sign-offs',
		[400, -390],
		getRows('MonthSignOffs', { where: [is('client', '={{ $json.client }}')] }),
		'evenWhenEmpty',
	);
	const sendPage = flow.add(
		'Send page',
		[880, -80],
		ownNode('webshopDashboard', {
			operation: 'showPage',
			request: "={{ $('Open dashboard').first().json }}",
		}),
	);
	const offerAgain = flow.add(
		'Offer again',
		[240, 630],
		updateRows(
			'WebshopOrders',
			[
				is('client', '={{ $json.client }}'),
				is('state', "={{ $json.state ?? 'needsAttention' }}"),
				{
					column: 'orderKey',
					condition: "={{ $json.orderKey ? 'eq' : 'isNotEmpty' }}",
					value: "={{ $json.orderKey ?? '' }}",
				},
				...whereState(claimable),
				// What waits for approval is offered by its own buttons only.
				{
					column: 'code',
					condition: "={{ $json.approves ? 'eq' : 'neq' }}",
					value: codeName('AWAITS_APPROVAL'),
				},
				{
					column: 'facts',
					condition: "={{ $json.approves === 'withoutNotes' ? 'like' : 'neq' }}",
					value: `={{ $json.approves === 'withoutNotes' ? '%"case":"withoutNotes"%' : '-' }}`,
				},
				// The page may be older than the row: one order is approved as it was shown.
				{
					column: 'fingerprint',
					condition: "={{ $json.fingerprint === undefined ? 'neq' : 'eq' }}",
					value: "={{ $json.fingerprint ?? '-' }}",
				},
				{
					column: 'outline',
					condition: "={{ $json.seal ? 'like' : 'neq' }}",
					value: `={{ $json.seal ? '${outlinePattern("' + $json.seal + '")}' : '-' }}`,
				},
			],
			// An approved order is offered when its approval is noted: a run in between would ask anew.
			{ state: "={{ $json.approves ? 'needsAttention' : 'ready' }}" },
		),
		'evenWhenEmpty',
	);
	const approve = flow.add(
		'Note approvals',
		[380, 590],
		updateRows(
			'WebshopOrders',
			[
				is('id', '={{ $json.id }}'),
				stateIs('needsAttention'),
				is('code', codeName('AWAITS_APPROVAL')),
			],
			{ approved: '={{ $json.fingerprint }}', state: 'ready' },
		),
	);
	const goBackToPage = goBack('Go back to page', [560, 690]);
	// The page is sent by now. What fails here fails this run, so that it is told, and comes before payments.
	const processNow = flow.add(
		'Process now',
		[800, 620],
		call(contracts.hourlyOrderSync(wooCommerceShop), { client: openDashboard.first('client') }),
		'once',
	);
	const loadRow = flow.add(
		'Load row',
		[240, 1260],
		getRows('WebshopOrders', {
			where: [is('client', '={{ $json.client }}'), is('orderKey', '={{ $json.orderKey }}')],
		}),
		'evenWhenEmpty',
	);
	const loadSettingsForReport = flow.add(
		'Load settings for report',
		[240, 1420],
		readSettings('={{ $json.client }}'),
		'evenWhenEmpty',
	);
	const sendProblemReport = flow.add(
		'Send problem report',
		[520, 1340],
		ownNode('webshopDashboard', {
			operation: 'downloadReport',
			request: "={{ $('Open dashboard').first().json }}",
		}),
	);
	// Booked rows only, and what they said when the page was made.
	const markAsSeen = flow.add(
		'Mark as seen',
		[240, 1710],
		updateRows(
			'WebshopOrders',
			[
				is('client', '={{ $json.client }}'),
				is('orderKey', '={{ $json.orderKey }}'),
				stateIs('booked'),
			],
			{
				checkedAs: '={{ $json.checkedAs }}',
				checkedBy: '={{ $json.checkedBy }}',
				checkedAt: '={{ $now.toUTC().toISO() }}',
			},
		),
		'evenWhenEmpty',
	);
	const goBackWhenSeen = goBack('Go back when seen', [520, 1710]);
	const ofClient = '={{ $json.client }}';
	const asked = (action: string) => equals('={{ $json.action }}', action);
	const ofPause = { client: ofClient, shop: ofClient, subject: standsStill.paused };
	const sinceNow = { by: '{{ $json.by }}', since: '{{ $json.today }}' };
	const whatIsAsked = flow.add(
		'Pause, stop or go on?',
		[240, 2050],
		byAnswer({ pause: asked('pause'), stop: asked('stop') }, 'goOn'),
	);
	const notePause = flow.add(
		'Note the pause',
		[440, 1950],
		upsertRow('ShopTroubles', pauseOf(ofClient), {
			...ofPause,
			...note('CLIENT_PAUSED', sinceNow),
		}),
	);
	const noteStop = flow.add(
		'Note the stop',
		[440, 2090],
		upsertRow('ShopTroubles', pauseOf(ofClient), {
			...ofPause,
			...note('CLIENT_STOPPED', sinceNow),
		}),
	);
	const findPause = flow.add(
		'Find what ends',
		[440, 2230],
		getRows('ShopTroubles', { where: pauseOf(ofClient), limit: 1 }),
		'evenWhenEmpty',
	);
	const endPause = flow.add(
		'Let it go on',
		[640, 2230],
		deleteRows('ShopTroubles', pauseOf(openDashboard.first('client'))),
		'once',
		'evenWhenEmpty',
	);
	const whatEnded = flow.add('What ended', [640, 2380], keepIf(exists('={{ $json.facts }}')));
	const noteGoingOn = flow.add(
		'Note who let it go on',
		[860, 2380],
		upsertRow('ShopTroubles', wentOnOf(ofClient), {
			...{ client: ofClient, shop: ofClient, subject: standsStill.wentOn },
			...note('CLIENT_WENT_ON', {
				by: '{{ JSON.parse($json.facts).by }}',
				since: '{{ JSON.parse($json.facts).since }}',
				until: "{{ $('Open dashboard').first().json.today }}",
				startedBy: "{{ $('Open dashboard').first().json.by }}",
			}),
		}),
	);
	const goBackWhenPaused = goBack('Go back when paused', [860, 2090]);
	const toSign = flow.add(
		'To sign off?',
		[240, 2750],
		whether(equals('={{ $json.action }}', 'signOff')),
	);
	const signOff = flow.add(
		'Sign off',
		[440, 2670],
		upsertRow('MonthSignOffs', signOffOf, {
			client: '={{ $json.client }}',
			month: '={{ $json.month }}',
			signedBy: '={{ $json.by }}',
			signedAt: '={{ $now.toUTC().toISO() }}',
			upTo: '={{ $json.upTo }}',
			setAside: '={{ $json.setAside }}',
		}),
	);
	const takeBack = flow.add(
		'Take back',
		[440, 2820],
		deleteRows('MonthSignOffs', signOffOf),
		'evenWhenEmpty',
	);
	const goBackWhenSigned = goBack('Go back when signed', [660, 2750]);
	const anyPayment = flow.add(
		'Any payment?',
		[1020, 810],
		keepIf(isTrue("={{ $('Offer again').all().some((item) => item.json.kind === 'payment') }}")),
	);
	const matchPaymentsNow = flow.add(
		'Match payments now',
		[1240, 810],
		call(contracts.dailyPaymentMatching(wooCommerceShop), {
			client: openDashboard.first('client'),
		}),
		'once',
	);

	flow.wire(openDashboard, [
		loadRows,
		loadSettings,
		loadPeriodChecks,
		loadBookingRecord,
		loadPause,
		loadSignOffs,
	]);
	flow.wire(openDashboard.out(1), offerAgain, [approve, goBackToPage]);
	// What is approved is approved as it was shown, and before it is offered.
	flow.runsFirst(approve, goBackToPage);
	flow.wire(goBackToPage, [processNow, anyPayment]);
	flow.wire(openDashboard.out(2), [loadRow, loadSettingsForReport]);
	flow.wire(openDashboard.out(3), markAsSeen, goBackWhenSeen);
	flow.wire(openDashboard.out(4), whatIsAsked);
	flow.wire(openDashboard.out(5), toSign);
	flow.wire(toSign.yes, signOff, goBackWhenSigned);
	flow.wire(toSign.no, takeBack, goBackWhenSigned);
	flow.wire(whatIsAsked, notePause, goBackWhenPaused);
	flow.wire(whatIsAsked.out(1), noteStop, goBackWhenPaused);
	flow.wire(whatIsAsked.out(2), findPause, [endPause, whatEnded]);
	flow.wire(endPause, goBackWhenPaused);
	flow.wire(whatEnded, noteGoingOn);
	// Going on comes first: it is what was asked for.
	flow.runsFirst(endPause, whatEnded);
	flow.wire(loadRows, sendPage);
	flow.wire(loadSettings, sendPage.in(1));
	flow.wire(loadPeriodChecks, sendPage.in(2));
	flow.wire(loadBookingRecord, records, sendPage.in(3));
	// What lies between the total of a payout and its deposit is kept of the payout.
	flow.wire(loadBookingRecord, ofPayout, loadPayout, records.in(1));
	flow.wire(loadPause, sendPage.in(4));
	flow.wire(loadSignOffs, sendPage.in(5));
	flow.wire(loadRow, sendProblemReport);
	flow.wire(loadSettingsForReport, sendProblemReport.in(1));
	flow.wire(anyPayment, matchPaymentsNow);

	return flow;
}
