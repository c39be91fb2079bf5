import { Flow } from '../build/flow';
import { codeName, note } from '../build/note';
import { text } from '../build/text';
import {
	whenClicked,
	byTheClock,
	append,
	waitAndHandOn,
	wooCommerce,
	snelStart,
	transformer,
} from '../fragments/basics';
import { equals, whether, keepIf } from '../fragments/conditions';
import { onlyFields, asNumber } from '../fragments/fields';
import { getRows, upsertRow, deleteRows, is, isNot } from '../fragments/table';
import { readSettings } from '../fragments/settings';
import {
	readProducts,
	whetherVariable,
	saveReportRows,
	reportRows,
} from '../fragments/articleReport';
import { ofShop, stateIs } from '../fragments/rowConditions';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

const would = note('DRY_RUN', {
	case: 'stock',
	stock: '{{ $json.shopStock }}',
	written: '{{ $json.written }}',
});
const failed = note('STOCK_NOT_WRITTEN');

export function stockFromSnelStart(): Flow {
	const flow = new Flow({
		name: 'Stock from SnelStart to WooCommerce',
		description:
			'Gives the products and variations of a WooCommerce shop the stock that SnelStart has for sale, in batches, and puts back and reports what was changed in the shop by hand.',
	});

	flow.note(
		'Overview',
		[-520, -300],
		[460, 700],
		text`
			## Stock from SnelStart to WooCommerce

			### How it works
			SnelStart leads. Every hour, products and variations get the free stock (vrije voorraad) of the article (artikel) whose code is their SKU, less what was sold and is not in SnelStart yet. Only differences are written, a hundred at a time. A stock that somebody changed in the shop is put back and reported.

			The data table *ArticleChecks* tells what does not match and why; *StockMemory* holds what was written last.

			Orders must be booked as sales orders (verkooporders): sales entries do not lower the stock in SnelStart.

			### Setup
			1. Run *Set up tables* once.
			2. **Your values**: client and shop as in the settings. *switchOn*: whether the shop is to keep stock of products that it keeps none of.
			3. Choose the SnelStart credential in **Get articles**, the shop's in **Get products**, **Get variations**, **Get orders** and **Write stock**.
			4. Run it by hand and look at *ArticleChecks*: with *dryRun* yes nothing is written.
			5. Change *dryRun* to no, switch **Every hour** on, publish.
		`,
	);
	flow.note(
		'Section read',
		[180, -300],
		[2100, 680],
		text`
			### Read both sides
			First SnelStart, last the orders: what is sold meanwhile is then never offered again.
		`,
		7,
	);
	flow.note(
		'Section write',
		[2340, -300],
		[1300, 680],
		text`
			### Write the differences
			Remembered only when the shop has taken them.
		`,
		7,
	);
	flow.note(
		'Section report',
		[3680, -300],
		[1140, 680],
		text`
			### Report
			The last report is replaced; stocks that were put back stay.
		`,
		7,
	);
	const everyHour = flow.add(
		'Every hour',
		[0, -100],
		byTheClock({ field: 'hours', triggerAtMinute: 27 }),
		'switchedOff',
	);
	const whenClickedNode = flow.add('When clicked', [0, 100], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[200, 0],
		onlyFields({
			client: 'my-client',
			shop: 'woocommerce',
			dryRun: 'yes',
			switchOn: 'no',
			days: 60,
		}),
	);
	const loadSettings = flow.add(
		'Load settings',
		[420, 0],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const loadBookedOrders = flow.add(
		'Load booked orders',
		[640, 0],
		getRows('WebshopOrders', {
			where: [...ofShop(yourValues, 'order'), stateIs('booked')],
		}),
		'once',
		'evenWhenEmpty',
	);
	const loadMemory = flow.add(
		'Load memory',
		[860, 0],
		getRows('StockMemory', {
			where: [is('client', yourValues.first('client')), is('shop', yourValues.first('shop'))],
		}),
		'once',
		'evenWhenEmpty',
	);
	const getArticles = flow.add(
		'Get articles',
		[1080, 0],
		snelStart({
			resource: 'article',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
			filters: { includeInactive: true },
		}),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const getProducts = flow.add(
		'Get products',
		[1300, 0],
		readProducts(),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const hasVariations = flow.add('Has variations?', [1520, 180], whetherVariable());
	const getVariations = flow.add(
		'Get variations',
		[1740, 180],
		wooCommerce({
			resource: 'variation',
			operation: 'getMany',
			productId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			returnAll: true,
			simplify: false,
			options: {
				fields:
					'id,parent_id,name,type,status,sku,manage_stock,stock_quantity,backorders,regular_price,price,tax_class,tax_status,attributes',
			},
		}),
		'retried',
	);
	const products = flow.add('Products', [1960, 0], append(2));
	const getOrders = flow.add(
		'Get orders',
		[2120, 60],
		wooCommerce({
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
			filters: {
				createdAfter:
					"={{ $now.startOf('day').minus({ days: $('Your values').first().json.days }).toISO() }}",
			},
			options: { fields: 'id,date_created_gmt,line_items' },
		}),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const compareStock = flow.add(
		'Compare stock',
		[2380, 0],
		transformer({
			resource: 'article',
			operation: 'compareStock',
			ordersSince:
				"={{ $now.startOf('day').minus({ days: $('Your values').first().json.days }).toISO() }}",
			stockBasis: 'freeStock',
			switchOn: "={{ $('Your values').first().json.switchOn === 'yes' }}",
			loweredByOthers: false,
		}),
	);
	const dryRun = flow.add(
		'Dry run?',
		[2620, -180],
		whether(equals(yourValues.first('dryRun'), 'yes')),
	);
	const writeStock = flow.add(
		'Write stock',
		[2840, -60],
		wooCommerce({
			resource: 'product',
			operation: 'updateBatch',
			productId: { __rl: true, mode: 'id', value: '={{ $json.productId }}' },
			variationId: "={{ $json.variationId ?? '' }}",
			stock: '={{ $json.written }}',
			simplify: false,
		}),
		'withErrorOutput',
	);
	const written = flow.add(
		'Written',
		[3080, -120],
		onlyFields({
			code: compareStock.item('code'),
			sku: compareStock.item('sku'),
			productId: asNumber(compareStock.item('productId')),
			variationId: asNumber(compareStock.item('variationId')),
			articleCode: compareStock.item('articleCode'),
			found: compareStock.item('found'),
			tip: compareStock.item('tip'),
			held: asNumber(compareStock.item('held')),
			since: compareStock.item('since'),
			written: asNumber('={{ $json.stock_quantity }}'),
		}),
	);
	const rememberStock = flow.add(
		'Remember stock',
		[3300, 40],
		upsertRow(
			'StockMemory',
			[
				is('client', yourValues.first('client')),
				is('shop', yourValues.first('shop')),
				is('productId', '={{ $json.productId }}'),
				is('variationId', '={{ $json.variationId ?? 0 }}'),
			],
			{
				client: yourValues.first('client'),
				shop: yourValues.first('shop'),
				sku: '={{ $json.sku }}',
				productId: '={{ $json.productId }}',
				variationId: '={{ $json.variationId ?? 0 }}',
				written: '={{ $json.written }}',
				held: '={{ $json.held }}',
				since: '={{ $json.since }}',
			},
		),
	);
	const putBack = flow.add(
		'Put back',
		[3300, -160],
		keepIf(equals('={{ $json.code }}', codeName('STOCK_OVERRIDDEN'))),
	);
	const wouldBeWritten = flow.add(
		'Would be written',
		[2840, -240],
		onlyFields({
			code: would.code,
			sku: '={{ $json.sku }}',
			productId: asNumber('={{ $json.productId }}'),
			variationId: asNumber('={{ $json.variationId ?? 0 }}'),
			articleCode: '={{ $json.articleCode }}',
			found: `${would.message}{{ $json.found === '' ? '' : ' ' + $json.found }}`,
			tip: would.tip,
		}),
	);
	const notWritten = flow.add(
		'Not written',
		[3080, 60],
		onlyFields({
			code: failed.code,
			sku: compareStock.item('sku'),
			productId: asNumber(compareStock.item('productId')),
			variationId: asNumber("={{ $('Compare stock').item.json.variationId ?? 0 }}"),
			articleCode: compareStock.item('articleCode'),
			found: '={{ $json.error?.message ?? $json.error ?? $json.message }}',
			tip: failed.tip,
		}),
	);
	const summary = flow.add(
		'Summary',
		[3080, 220],
		onlyFields({
			found:
				'={{ $json.products }} products, {{ $json.followed }} follow SnelStart, {{ $json.changes }} differ, {{ $json.overridden }} of those changed by hand, {{ $json.problems }} with a problem',
		}),
	);
	const everythingToReport = flow.add('Everything to report', [3520, -60], append(5));
	const rows = flow.add('Rows', [3740, -60], reportRows(yourValues, 'stock'));
	const clearEarlierReport = flow.add(
		'Clear earlier report',
		[3960, -60],
		deleteRows('ArticleChecks', [
			is('client', '={{ $json.client }}'),
			is('shop', '={{ $json.shop }}'),
			is('report', 'stock'),
			isNot('code', codeName('STOCK_OVERRIDDEN')),
		]),
		'once',
		'evenWhenEmpty',
	);
	const cleared = flow.add('Cleared', [4180, 40], waitAndHandOn(1));
	const saveReport = flow.add('Save report', [4400, -60], saveReportRows());

	flow.wire(everyHour, yourValues, loadSettings, [loadBookedOrders, compareStock.in(1)]);
	flow.wire(whenClickedNode, yourValues);
	flow.wire(loadBookedOrders, [loadMemory, compareStock.in(4)]);
	flow.wire(compareStock, dryRun);
	flow.wire(compareStock.out(1), rememberStock);
	flow.wire(compareStock.out(2), everythingToReport.in(3));
	flow.wire(compareStock.out(3), summary, everythingToReport.in(4));
	flow.wire(loadMemory, [getArticles, compareStock.in(5)]);
	flow.wire(dryRun.yes, wouldBeWritten, everythingToReport, rows, [clearEarlierReport, cleared]);
	flow.wire(dryRun.no, writeStock);
	flow.wire(getArticles, [getProducts, compareStock.in(2)]);
	flow.wire(writeStock, written, [putBack, rememberStock]);
	flow.wire(writeStock.error, notWritten, everythingToReport.in(2));
	flow.wire(getProducts, [products, hasVariations]);
	flow.wire(clearEarlierReport, cleared.in(1));
	flow.wire(cleared, saveReport);
	flow.wire(products, [getOrders, compareStock]);
	flow.wire(hasVariations.yes, getVariations, products.in(1));
	flow.wire(putBack, everythingToReport.in(1));
	flow.wire(getOrders, compareStock.in(3));
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
