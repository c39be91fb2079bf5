import { Flow, type Node } from '../build/flow';
import { text } from '../build/text';
import {
	whenClicked,
	byTheClock,
	append,
	waitAndHandOn,
	keepOnce,
	csvFile,
	wooCommerce,
	snelStart,
	transformer,
} from '../fragments/basics';
import { asCells, onlyFields, asNumber } from '../fragments/fields';
import { insertRow, deleteRows, is } from '../fragments/table';
import { readSettings } from '../fragments/settings';
import { type Shop } from '../fragments/shops';
import { readRefundsOfOrder, draftRefunds, besideItsOrder } from '../fragments/refunds';

export function reconcilePeriod(shop: Shop): Flow {
	// Without refunds the canvas is smaller.
	const [left, up, higher] = shop.tellsRefunds ? [0, 0, 0] : [280, 440, 140];
	const flow = new Flow({
		name: `Reconcile period ${shop.name}`,
		description: `Compares a period of a ${shop.name} shop${shop.tellsRefunds ? ', orders and refunds,' : ''} with the ledger mutations in SnelStart, per ${shop.tellsRefunds ? 'document' : 'order'} and per box of the Dutch VAT return, and lists every difference with its likely cause.`,
		keepsRuns: true,
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
			3. Choose the shop's credential in **Get orders**${shop.tellsRefunds ? ', **Get refunds**, **Get order** and **Get refunds of order**' : ''}, and the SnelStart credential in **Get ledger mutations** and **Get ledger accounts**.
			4. Run it by hand, look at the result, publish it.
			5. To mail the file, add a node after **Make file**.${shop.tellsRefunds ? '' : `\n\n${shop.name} tells nothing of refunds: credit notes made by hand are turnover under other numbers.`}
		`,
	);
	flow.note(
		'Note on the shop',
		[380, -340],
		shop.tellsRefunds ? [760, 416] : [700, 460],
		text`
			### What the shop says
			Every order of the period, drafted again with the newest settings. A month around it is read too, to find what was booked in another period.
		`,
		7,
	);
	flow.note(
		'Note on the books',
		[380, 600 - up],
		[460, 420],
		text`
			### What the books say
			All mutations of the same time and the accounts they are on.
		`,
		7,
	);
	flow.note(
		'Note on the result',
		[1660 - left, shop.tellsRefunds ? -140 : -280],
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
		[440, -40],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const getOrders = flow.add(
		'Get orders',
		[440, -200],
		shop.getOrders({
			createdAfter: '={{ DateTime.fromISO($json.from).minus({ days: 31 }).toISO() }}',
			createdBefore: '={{ DateTime.fromISO($json.until).plus({ days: 32 }).toISO() }}',
		}),
		'evenWhenEmpty',
	);
	const transformOrders = flow.add(
		'Transform orders',
		[680, -120],
		transformer({
			resource: 'order',
			operation: 'transformOrders',
			shop: yourValues.first('shop'),
		}),
	);
	const documents = flow.add(
		'Documents',
		shop.tellsRefunds ? [1240, 60] : [900, -120],
		append(shop.tellsRefunds ? 8 : 4),
	);
	const getLedgerMutations = flow.add(
		'Get ledger mutations',
		[440, 700 - up],
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
						value: '={{ DateTime.fromISO($json.from).minus({ days: 31 }).toISODate() }}',
					},
					{
						property: 'Datum',
						comparison: 'le',
						value: '={{ DateTime.fromISO($json.until).plus({ days: 31 }).toISODate() }}',
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
		[440, 860 - up],
		snelStart({
			resource: 'ledgerAccount',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			filters: { includeInactive: true },
		}),
		'once',
	);
	const reconcilePeriod = flow.add(
		'Reconcile period',
		[1440 - left, 200 - higher],
		transformer({
			resource: 'period',
			operation: 'reconcilePeriod',
			periodFrom: yourValues.first('from'),
			periodUntil: yourValues.first('until'),
			foreignVatAccountId:
				"={{ JSON.parse($('Load settings').first().json.settings).administration?.foreignVatAccountId ?? '' }}",
		}),
	);
	const allResults = flow.add('All results', [1720 - left, 180 - higher], append(4));
	const rows = flow.add(
		'Rows',
		[1920 - left, 180 - higher],
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
		[2120 - left, 180 - higher],
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
		[2520 - left, 180 - higher],
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
	const cells = flow.add('Cells', [2120 - left, 20 - higher], asCells());
	const makeFile = flow.add(
		'Make file',
		[2300 - left, 20 - higher],
		csvFile(
			"={{ 'reconciliation-' + $('Your values').first().json.client + '-' + $('Your values').first().json.from + '.csv' }}",
		),
	);
	const cleared = flow.add('Cleared', [2320 - left, 280 - higher], waitAndHandOn(1));
	flow.wire(everyMonth, yourValues, [
		loadSettings,
		getOrders,
		getLedgerMutations,
		getLedgerAccounts,
	]);
	flow.wire(whenClickedNode, yourValues);
	flow.wire(loadSettings, transformOrders.in(1));
	flow.wire(getOrders, transformOrders);
	flow.wire(getLedgerMutations, reconcilePeriod.in(1));
	flow.wire(getLedgerAccounts, reconcilePeriod.in(2));
	flow.wire(transformOrders, documents, reconcilePeriod);
	flow.gather(transformOrders, [1, 2, 3], documents, 1);
	flow.wire(reconcilePeriod, allResults, rows, [cells, clearEarlierResult, cleared]);
	flow.wire(cells, makeFile);
	flow.gather(reconcilePeriod, [1, 2, 3], allResults, 1);
	flow.wire(clearEarlierResult, cleared.in(1));
	flow.wire(cleared, saveResult);

	if (shop.tellsRefunds) addRefunds(flow, { yourValues, loadSettings, documents });

	return flow;
}

/** What went back, drafted again as credit notes beside the orders. */
function addRefunds(
	flow: Flow,
	{
		yourValues,
		loadSettings,
		documents,
	}: Record<'yourValues' | 'loadSettings' | 'documents', Node>,
): void {
	flow.note(
		'Note on refunds',
		[380, 80],
		[760, 500],
		text`
			### What went back
			The refunds of the same time, with their orders, as credit notes.
		`,
		7,
	);
	const getRefunds = flow.add(
		'Get refunds',
		[440, 200],
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
		[620, 200],
		onlyFields({ orderId: '={{ $json.parent_id }}' }),
	);
	const keepEachOrderOnce = flow.add('Keep each order once', [800, 200], keepOnce('orderId'));
	const getOrder = flow.add(
		'Get order',
		[980, 200],
		wooCommerce({
			resource: 'order',
			operation: 'get',
			orderId: { __rl: true, mode: 'id', value: '={{ $json.orderId }}' },
			simplify: false,
		}),
		'retried',
	);
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		[440, 400],
		readRefundsOfOrder(),
		'retried',
	);
	const attachOrder = flow.add(
		'Attach order',
		[640, 400],
		onlyFields({
			...besideItsOrder(getOrder, getRefundsOfOrder),
		}),
	);
	const transformRefunds = flow.add(
		'Transform refunds',
		[840, 380],
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
		transformRefunds,
	);
	flow.wire(loadSettings, transformRefunds.in(1));
	flow.gather(transformRefunds, [0, 1, 2, 3], documents, 4);
}
