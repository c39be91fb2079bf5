import { Flow, type Node } from '../build/flow';
import { text } from '../build/text';
import {
	whenClicked,
	byTheClock,
	append,
	waitAndHandOn,
	keepOnce,
	splitOut,
	csvFile,
	wooCommerce,
	snelStart,
	transformer,
} from '../fragments/basics';
import { because } from '../build/because';
import { note } from '../build/note';
import { equals, isFalse, keepIf } from '../fragments/conditions';
import { asArray, asCells, asObject, onlyFields, asNumber } from '../fragments/fields';
import { deleteRows, getRows, insertRow, is, isAtLeast, isAtMost } from '../fragments/table';
import { kindIs } from '../fragments/rowConditions';
import { restWhileStopped } from '../fragments/paused';
import { joinedBy, readSettings } from '../fragments/settings';
import { type Shop } from '../fragments/shops';
import { answerCode, readRefundsOfOrder, draftRefunds, besideItsOrder } from '../fragments/refunds';
import { refuseUnknownClient } from '../fragments/knownClient';

export function reconcilePeriod(shop: Shop): Flow {
	// Without refunds the canvas is smaller.
	const [up, higher] = shop.tellsRefunds ? [0, 0] : [500, 140];
	const flow = new Flow({
		name: `Reconcile period ${shop.name}`,
		description: `Compares a period of a ${shop.name} shop${shop.tellsRefunds ? ', orders and refunds,' : ''} with the ledger mutations in SnelStart, per ${shop.tellsRefunds ? 'document' : 'order'} and per box of the Dutch VAT return, and lists every difference with its likely cause.`,
	});

	flow.note(
		'Overview',
		[-480, -220],
		[440, shop.tellsRefunds ? 660 : 700],
		text`
			## Reconcile period ${shop.name}

			### How it works
			On the third of every month, or when you run it, last month is compared: what the shop sold${shop.tellsRefunds ? ' and took back' : ''}, per document and per box of the Dutch VAT return (btw-aangifte), with the ledger mutations (grootboekmutaties) in SnelStart. It finds what is missing, booked twice, booked with another amount, a cent or a VAT rate too many, or in another period, each with the likely cause.

			The result stands in the data table *PeriodChecks*, on the tab Reconciliation of the dashboard, and in a file for the bookkeeper (**Make file**), with the ICP statement (opgaaf ICP) and the OSS return. No difference means that the turnover and VAT of the shop are in the books to the cent. Nothing is changed in SnelStart.

			### Setup
			1. Run *Set up tables* once.
			2. **Your values**: client and shop as in the settings. For another period write the two days over the expressions.
			3. Choose the shop's credential in **Get orders**${shop.tellsRefunds ? ', **Get other orders**, **Get refunds**, **Get refunded orders** and **Get refunds of order**' : ' and **Get other order**'}, and the SnelStart credential in **Get ledger mutations**, **Get late mutations**, **Get ledger accounts**, **Get VAT returns**, **Get open items**, **Get card countries**, **Get clearing mutations** and **Get earlier sums**.
			4. Run it by hand, look at the result, publish it.
			5. To mail the file, add a node after **Make file**.${shop.tellsRefunds ? '' : `\n\n${shop.name} tells nothing of refunds: credit notes made by hand are turnover under other numbers.`}
		`,
	);
	flow.note(
		'Note on the shop',
		[380, -660],
		[1220, 740],
		text`
			### What the shop says
			Every order of the period, as it was sold, with the newest settings. A month around it is read too, to find what was booked in another period, and every order that was booked, also from the trash.
		`,
		7,
	);
	flow.note(
		'Note on the books',
		[380, 640 - up],
		[720, 820],
		text`
			### What the books say
			What was booked, all mutations and their accounts, what is open, the countries of the cards of distance sales, the clearing accounts and that of gift cards; and what came into earlier periods after their VAT return was filed.
		`,
		7,
	);
	flow.note(
		'Note on the result',
		[1900, -140 - higher],
		[1080, 540],
		text`
			### The result
			Differences, boxes of the VAT return, the ICP and OSS statements and a summary; an earlier result of the same period is replaced. VAT numbers of customers stand in the file only.
		`,
		7,
	);
	const everyMonth = flow.add(
		'Every month',
		[0, -60],
		byTheClock({ field: 'months', triggerAtDayOfMonth: 3, triggerAtHour: 6 }),
	);
	const whenClickedNode = flow.add('When clicked', [0, 140], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[200, 40],
		onlyFields({
			client: 'my-client',
			shop: shop.usualName,
			from: "={{ $now.minus({ months: 1 }).startOf('month').toISODate() }}",
			until: "={{ $now.minus({ months: 1 }).endOf('month').toISODate() }}",
		}),
	);
	const loadSettings = flow.add(
		'Load settings',
		[440, -200],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const getOrders = flow.add(
		'Get orders',
		[440, -40],
		shop.getOrders(
			{
				createdAfter: '={{ DateTime.fromISO($json.from).minus({ days: 31 }).toISO() }}',
				createdBefore: '={{ DateTime.fromISO($json.until).plus({ days: 32 }).toISO() }}',
			},
			shop.tellsMore ? joinedBy(loadSettings) : undefined,
		),
		'evenWhenEmpty',
	);
	const draftOrders = flow.add(
		'Draft orders',
		[1240, -120],
		transformer({
			resource: 'period',
			operation: 'draftPeriod',
			shop: yourValues.first('shop'),
		}),
	);
	const documents = flow.add('Documents', [1460, 140 - higher], append(shop.tellsRefunds ? 7 : 2));
	const findBookingRecords = flow.add(
		'Find booking records',
		[440, 740 - up],
		getRows('BookingRecords', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				isAtLeast('documentDate', aMonthBefore),
				isAtMost('documentDate', aMonthAfter),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const getLedgerMutations = flow.add(
		'Get ledger mutations',
		[440, 880 - up],
		snelStart({
			resource: 'ledgerMutation',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			conditions: {
				condition: [
					{
						property: 'Datum',
						comparison: 'ge',
						value: aMonthBefore,
					},
					{
						property: 'Datum',
						comparison: 'le',
						value: aMonthAfter,
					},
				],
			},
			filters: {},
		}),
		'once',
		'evenWhenEmpty',
	);
	const getLedgerAccounts = flow.add(
		'Get ledger accounts',
		[440, 1020 - up],
		snelStart({
			resource: 'ledgerAccount',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			filters: { includeInactive: true },
		}),
		'once',
	);
	const getLateMutations = flow.add(
		'Get late mutations',
		[640, 880 - up],
		snelStart({
			resource: 'ledgerMutation',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			conditions: {
				condition: [
					{ property: 'ModifiedOn', comparison: 'ge', value: '={{ $json.from }}' },
					{ property: 'Datum', comparison: 'lt', value: '={{ $json.from }}' },
				],
			},
			filters: {},
		}),
		'once',
		'evenWhenEmpty',
	);
	const getOpenItems = flow.add(
		'Get open items',
		[440, 1160 - up],
		snelStart({
			resource: 'salesInvoice',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			conditions: {},
			filters: { openOnly: true },
		}),
		'once',
		'evenWhenEmpty',
	);
	const getVatReturns = flow.add(
		'Get VAT returns',
		[640, 1020 - up],
		snelStart({
			resource: 'vatReturn',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			filters: {},
		}),
		'once',
		'evenWhenEmpty',
	);
	const distanceSales = flow.add(
		'Distance sales',
		[620, 740 - up],
		keepIf(equals("={{ $json.regime ?? '' }}", 'oss')),
	);
	const eachCardOnce = flow.add('Each card once', [800, 740 - up], keepOnce('relationId'));
	const getCardCountries = flow.add(
		'Get card countries',
		[980, 740 - up],
		snelStart({
			resource: 'relation',
			operation: 'getCountries',
			relationId: '={{ $json.relationId }}',
		}),
		'retried',
	);
	const clearingAccounts = flow.add(
		'Clearing accounts',
		[790, 880 - up],
		onlyFields({
			account: asArray(
				because(
					'the settings are JSON, and methods, providers and gift cards share accounts',
					'={{ ((settings) => [...new Set([...(settings.paymentMethods ?? []), ...(settings.payoutProviders ?? [])].map((row) => row.clearingAccountId).concat(settings.giftCardAccountId).filter(Boolean))])(JSON.parse($json.settings)) }}',
				),
			),
		}),
	);
	const eachClearingAccount = flow.add(
		'Each clearing account',
		[820, 1020 - up],
		splitOut('account'),
	);
	const onThisAccount = {
		property: 'Grootboek/Id',
		comparison: 'eq',
		value: '={{ $json.account }}',
	};
	const getClearingMutations = flow.add(
		'Get clearing mutations',
		[980, 880 - up],
		snelStart({
			resource: 'ledgerMutation',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			conditions: {
				condition: [
					onThisAccount,
					{ property: 'Datum', comparison: 'ge', value: aYearBefore },
					{ property: 'Datum', comparison: 'le', value: yourValues.first('until') },
				],
			},
			filters: {},
		}),
	);
	const getClearingSums = flow.add(
		'Get earlier sums',
		[980, 1020 - up],
		snelStart({
			resource: 'ledgerMutation',
			operation: 'getSums',
			amount: 'Saldo',
			calculation: 'sum',
			groupBy: 'Grootboek',
			conditions: {
				condition: [onThisAccount, { property: 'Datum', comparison: 'lt', value: aYearBefore }],
			},
			filters: {},
		}),
	);
	const findEarlierBalance = flow.add(
		'Find earlier balance',
		[790, 1160 - up],
		getRows('PeriodChecks', {
			where: [
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('kind', 'giftCardBalance'),
				is('periodUntil', '={{ DateTime.fromISO($json.from).minus({ days: 1 }).toISODate() }}'),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const clearing = flow.add('Clearing', [980, 1160 - up], append(3));
	const creditNotes = flow.add(
		'Credit notes',
		[620, 1300 - up],
		keepIf(equals("={{ $json.document ?? '' }}", 'creditNote')),
	);
	const eachSaleOnce = flow.add('Each sale once', [800, 1300 - up], keepOnce('parentKey'));
	const findTheirSales = flow.add(
		'Find their sales',
		[980, 1300 - up],
		getRows('WebshopOrders', {
			where: [is('orderKey', '={{ $json.parentKey }}'), kindIs('order')],
		}),
		'evenWhenEmpty',
	);
	const reconcilePeriod = flow.add(
		'Reconcile period',
		[1680, 200 - higher],
		transformer({
			resource: 'period',
			operation: 'reconcilePeriod',
			shop: yourValues.first('shop'),
			periodFrom: yourValues.first('from'),
			periodUntil: yourValues.first('until'),
		}),
	);
	const allResults = flow.add('All results', [1960, 180 - higher], append(4));
	const rows = flow.add(
		'Rows',
		[2160, 180 - higher],
		onlyFields({
			client: yourValues.first('client'),
			shop: yourValues.first('shop'),
			periodFrom: yourValues.first('from'),
			periodUntil: yourValues.first('until'),
			kind: "={{ $json.kind ?? $json.statement ?? ($json.box ? 'box' : 'summary') }}",
			box: "={{ $json.box ?? ({ icp: '3b', oss: 'oss' })[$json.statement] ?? '' }}",
			orderNumber: "={{ $json.orderNumber ?? '' }}",
			invoiceNumber: "={{ $json.invoiceNumber ?? $json.invoiceNumbers?.join(', ') ?? '' }}",
			shopTotal: asNumber('={{ $json.shopTotal ?? $json.shopTurnover ?? $json.documents }}'),
			booksTotal: asNumber('={{ $json.booksTotal ?? $json.booksTurnover ?? $json.agreed }}'),
			shopVat: asNumber('={{ $json.shopVat ?? 0 }}'),
			booksVat: asNumber('={{ $json.booksVat ?? 0 }}'),
			difference: asNumber(
				'={{ $json.kind ? $json.difference : ($json.turnoverDifference ?? $json.differences) }}',
			),
			code: "={{ $json.code ?? '' }}",
			found: "={{ $json.found ?? '' }}",
			likelyCause: "={{ $json.likelyCause ?? '' }}",
			tip: "={{ $json.tip ?? '' }}",
			facts: "={{ $json.facts ?? '' }}",
			vatNumber: "={{ $json.vatNumber ?? '' }}",
		}),
	);
	const clearEarlierResult = flow.add(
		'Clear earlier result',
		[2360, 180 - higher],
		deleteRows('PeriodChecks', [
			is('client', '={{ $json.client }}'),
			is('shop', '={{ $json.shop }}'),
			is('periodFrom', '={{ $json.periodFrom }}'),
			is('periodUntil', '={{ $json.periodUntil }}'),
		]),
		'once',
		'evenWhenEmpty',
	);
	const saveResult = flow.add(
		'Save result',
		[2760, 180 - higher],
		insertRow('PeriodChecks', {
			client: '={{ $json.client }}',
			shop: '={{ $json.shop }}',
			periodFrom: '={{ $json.periodFrom }}',
			periodUntil: '={{ $json.periodUntil }}',
			kind: '={{ $json.kind }}',
			box: '={{ $json.box }}',
			orderNumber: '={{ $json.orderNumber }}',
			invoiceNumber: '={{ $json.invoiceNumber }}',
			shopTotal: '={{ $json.shopTotal }}',
			booksTotal: '={{ $json.booksTotal }}',
			shopVat: '={{ $json.shopVat }}',
			booksVat: '={{ $json.booksVat }}',
			difference: '={{ $json.difference }}',
			code: '={{ $json.code }}',
			found: '={{ $json.found }}',
			likelyCause: '={{ $json.likelyCause }}',
			tip: '={{ $json.tip }}',
			facts: '={{ $json.facts }}',
		}),
	);
	const cells = flow.add('Cells', [2360, 20 - higher], asCells());
	const makeFile = flow.add(
		'Make file',
		[2540, 20 - higher],
		csvFile(
			"={{ 'reconciliation-' + $('Your values').first().json.client + '-' + $('Your values').first().json.from + '.csv' }}",
		),
	);
	const cleared = flow.add('Cleared', [2560, 280 - higher], waitAndHandOn(1));
	flow.wire(everyMonth, yourValues, [
		loadSettings,
		getOrders,
		findBookingRecords,
		getLedgerMutations,
		getLedgerAccounts,
		getLateMutations,
		getVatReturns,
		getOpenItems,
		findEarlierBalance,
	]);
	flow.wire(whenClickedNode, yourValues);
	flow.wire(loadSettings, [draftOrders.in(1), reconcilePeriod.in(1)]);
	flow.wire(getLedgerMutations, reconcilePeriod.in(2));
	flow.wire(getLedgerAccounts, reconcilePeriod.in(3));
	flow.wire(findBookingRecords, reconcilePeriod.in(4));
	flow.wire(getLateMutations, reconcilePeriod.in(5));
	flow.wire(getVatReturns, reconcilePeriod.in(6));
	flow.wire(getOpenItems, reconcilePeriod.in(7));
	flow.wire(
		findBookingRecords,
		distanceSales,
		eachCardOnce,
		getCardCountries,
		reconcilePeriod.in(8),
	);
	flow.wire(loadSettings, clearingAccounts, eachClearingAccount, [
		getClearingMutations,
		getClearingSums,
	]);
	flow.wire(getClearingMutations, clearing, reconcilePeriod.in(9));
	flow.wire(getClearingSums, clearing.in(1));
	flow.wire(findEarlierBalance, clearing.in(2));
	// A sale may be older than what was read.
	flow.wire(findBookingRecords, creditNotes, eachSaleOnce, findTheirSales, reconcilePeriod.in(10));
	flow.wire(draftOrders, documents, reconcilePeriod);
	flow.wire(reconcilePeriod, allResults, rows, [cells, clearEarlierResult, cleared]);
	flow.wire(cells, makeFile);
	flow.gather(reconcilePeriod, [1, 2, 3], allResults, 1);
	flow.wire(clearEarlierResult, cleared.in(1));
	flow.wire(cleared, saveResult);

	addRecordedOrders(flow, shop, {
		...{ loadSettings, getOrders, findBookingRecords, draftOrders, documents },
	});
	if (shop.tellsRefunds) addRefunds(flow, shop, { yourValues, loadSettings, documents });
	refuseUnknownClient(flow, yourValues);
	// The last month of a client that is stopped can be compared by hand.
	restWhileStopped(flow, yourValues, "={{ $('Every month').isExecuted ? $json.client : '' }}");

	return flow;
}

/** The days that are read around the period, to find what was booked in another one. */
const aMonthBefore =
	"={{ DateTime.fromISO($('Your values').first().json.from).minus({ days: 31 }).toISODate() }}";
const aMonthAfter =
	"={{ DateTime.fromISO($('Your values').first().json.until).plus({ days: 31 }).toISODate() }}";

/** From here on each transaction on a clearing account is looked at; what was before is one sum. */
const aYearBefore =
	"={{ DateTime.fromISO($('Your values').first().json.from).minus({ days: 400 }).toISODate() }}";

/**
 * Reads the orders that were booked and that the list of the shop leaves out, such as those in its
 * trash. What the shop has no more is known by its booking record alone.
 */
function addRecordedOrders(
	flow: Flow,
	shop: Shop,
	{
		loadSettings,
		getOrders,
		findBookingRecords,
		draftOrders,
		documents,
	}: Record<
		'loadSettings' | 'getOrders' | 'findBookingRecords' | 'draftOrders' | 'documents',
		Node
	>,
): void {
	const nameListedOrders = flow.add(
		'Name listed orders',
		[440, -500],
		onlyFields({ orderId: "={{ $json.id ?? '' }}", isListed: true }),
	);
	const recordedOrders = flow.add(
		'Recorded orders',
		[440, -360],
		keepIf(equals("={{ $json.kind ?? '' }}", 'order')),
	);
	const nameRecordedOrders = flow.add(
		'Name recorded orders',
		[620, -360],
		onlyFields({ orderId: "={{ $json.documentKey.split('/').pop() }}", isListed: false }),
	);
	const allNames = flow.add('All names', [800, -440], append(2));
	const eachOnce = flow.add('Each order once', [960, -440], keepOnce('orderId'));
	const notListed = flow.add('Not listed', [1120, -440], keepIf(isFalse('={{ $json.isListed }}')));
	const getOtherOrders = flow.add(
		shop.getOrdersById ? 'Get other orders' : 'Get other order',
		[1280, -480],
		(shop.getOrdersById ?? shop.getOrder)(
			'={{ $json.orderId }}',
			shop.tellsMore ? joinedBy(loadSettings) : undefined,
		),
		'withErrorOutput',
		'retried',
	);
	const allOrders = flow.add('All orders', [1060, -180], append(2));
	const stillThere = flow.add(
		'Still there?',
		[1280, -340],
		keepIf(isFalse(`={{ $json.details?.code === '${shop.goneCode}' }}`)),
	);
	const nameUnreadOrders = flow.add(
		'Name unread orders',
		[1440, -340],
		onlyFields({
			...unreadOrder,
			orderKey: `={{ [$('Your values').first().json.client, $('Your values').first().json.shop, $('Not listed').item.json.orderId].join('/') }}`,
			orderNumber: notListed.item('orderId'),
		}),
	);
	flow.wire(getOrders, [allOrders, nameListedOrders]);
	flow.wire(nameListedOrders, allNames);
	flow.wire(findBookingRecords, recordedOrders, nameRecordedOrders, allNames.in(1));
	flow.wire(allNames, eachOnce, notListed, getOtherOrders, allOrders.in(1));
	flow.wire(allOrders, draftOrders);
	flow.wire(getOtherOrders.error, stillThere, nameUnreadOrders, documents.in(1));
}

/** Of an order that the shop did not give. */
const unreadOrder = { outcome: 'attention', ...note('ORDER_NOT_READ', { case: 'order' }) };

/** What went back, drafted again as credit notes beside the orders. */
function addRefunds(
	flow: Flow,
	shop: Shop,
	{
		yourValues,
		loadSettings,
		documents,
	}: Record<'yourValues' | 'loadSettings' | 'documents', Node>,
): void {
	flow.note(
		'Note on refunds',
		[380, 120],
		[960, 500],
		text`
			### What went back
			The refunds of the same time, with their orders, as credit notes.
		`,
		7,
	);
	const getRefunds = flow.add(
		'Get refunds',
		[440, 240],
		wooCommerce({
			resource: 'refund',
			operation: 'getMany',
			scope: 'shop',
			returnAll: true,
			simplify: false,
			filters: { createdAfter: '={{ DateTime.fromISO($json.from).minus({ days: 31 }).toISO() }}' },
		}),
		'retried',
	);
	const nameOrder = flow.add(
		'Name order',
		[620, 240],
		onlyFields({ orderId: '={{ $json.parent_id }}' }),
	);
	const keepEachOrderOnce = flow.add('Keep each order once', [800, 240], keepOnce('orderId'));
	const getOrder = flow.add(
		'Get refunded orders',
		[980, 220],
		(shop.getOrdersById ?? shop.getOrder)(
			'={{ $json.orderId }}',
			shop.tellsMore ? joinedBy(loadSettings) : undefined,
		),
		'withErrorOutput',
		'retried',
	);
	const nameUnreadOrder = flow.add(
		'Name unread refunded orders',
		[1160, 300],
		onlyFields({
			...unreadOrder,
			orderKey: `={{ [$('Your values').first().json.client, $('Your values').first().json.shop, $('Keep each order once').item.json.orderId].join('/') }}`,
			orderNumber: keepEachOrderOnce.item('orderId'),
		}),
	);
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		[440, 460],
		readRefundsOfOrder(),
		'withErrorOutput',
		'retried',
	);
	const attachOrder = flow.add(
		'Attach order',
		[640, 380],
		onlyFields({
			...besideItsOrder(getOrder, getRefundsOfOrder),
			// Also of a cancelled order; whether it was booked, the books tell.
			saleState: 'booked',
		}),
	);
	const nameUnreadRefunds = flow.add(
		'Name unread refunds',
		[640, 530],
		onlyFields({
			order: asObject(`={{ $('${getOrder.node}').item.json }}`),
			refundsNotRead: answerCode,
		}),
	);
	const readOrNot = flow.add('Read or not', [820, 440], append(2));
	const transformRefunds = flow.add(
		'Transform refunds',
		[1040, 440],
		draftRefunds(yourValues.first('shop')),
	);

	flow.wire(
		yourValues,
		getRefunds,
		nameOrder,
		keepEachOrderOnce,
		getOrder,
		getRefundsOfOrder,
		attachOrder,
		readOrNot,
		transformRefunds,
	);
	flow.wire(getOrder.error, nameUnreadOrder, documents.in(2));
	flow.wire(getRefundsOfOrder.error, nameUnreadRefunds, readOrNot.in(1));
	flow.wire(loadSettings, transformRefunds.in(1));
	flow.gather(transformRefunds, [0, 1, 2, 3], documents, 3);
}
