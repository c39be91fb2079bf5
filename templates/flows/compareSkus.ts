import { Flow } from '../build/flow';
import { text } from '../build/text';
import {
	whenClicked,
	append,
	waitAndHandOn,
	csvFile,
	wooCommerce,
	snelStart,
	transformer,
} from '../fragments/basics';
import { asCells, onlyFields } from '../fragments/fields';
import { deleteRows, is } from '../fragments/table';
import { readSettings } from '../fragments/settings';
import {
	readProducts,
	whetherVariable,
	saveReportRows,
	reportRows,
} from '../fragments/articleReport';
import { refuseUnknownClient } from '../fragments/knownClient';

export function compareSkus(): Flow {
	const flow = new Flow({
		name: 'Compare SKUs of WooCommerce with article codes',
		description:
			'Reports which SKUs of a WooCommerce shop are no article code in SnelStart, occur twice, are missing or are too long; changes nothing.',
		keepsRuns: true,
	});

	flow.note(
		'Overview',
		[-520, -300],
		[460, 620],
		text`
			## Compare SKUs of WooCommerce with article codes

			### How it works
			Run it before the first sales order, before stock is synchronised, and whenever something does not match. It compares the SKU of every product and variation that is for sale with the article codes (artikelcodes) in SnelStart and changes nothing.

			It reports SKUs that no article has, with the code that looks like it; SKUs that occur twice, are missing, or belong to the product of a variation; SKUs that are too long for the administration; articles that are inactive, or that no product has. Each with a code and what to do.

			The result stands in the data table *ArticleChecks* and in a file (**Make file**).

			### Setup
			1. Run *Set up tables* and *Client settings* once.
			2. **Your values**: client and shop as in the settings.
			3. Choose the SnelStart credential in **Get company** and **Get articles**, the shop's in **Get products** and **Get variations**.
			4. Run it.
		`,
	);
	flow.note(
		'Section read',
		[180, -300],
		[1860, 680],
		text`
			### Read both sides
			Inactive articles too.
		`,
		7,
	);
	flow.note(
		'Section report',
		[2080, -300],
		[1700, 680],
		text`
			### Report
			The last report is replaced.
		`,
		7,
	);
	const whenClickedNode = flow.add('When clicked', [0, 100], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[200, 0],
		onlyFields({ client: 'my-client', shop: 'woocommerce' }),
	);
	const loadSettings = flow.add(
		'Load settings',
		[420, 0],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const getCompany = flow.add(
		'Get company',
		[640, 0],
		snelStart({ resource: 'company', operation: 'get', simplify: true }),
		'once',
		'retried',
	);
	const getArticles = flow.add(
		'Get articles',
		[860, 0],
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
		[1080, 0],
		readProducts(),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const hasVariations = flow.add('Has variations?', [1300, 180], whetherVariable());
	const getVariations = flow.add(
		'Get variations',
		[1520, 180],
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
	const products = flow.add('Products', [1740, 0], append(2));
	const compareCodes = flow.add(
		'Compare codes',
		[2140, 0],
		transformer({ resource: 'article', operation: 'compareCodes' }),
	);
	const summary = flow.add(
		'Summary',
		[2360, 140],
		onlyFields({
			found:
				'={{ `${$json.sold} products for sale, ${$json.matched} with an article, ${$json.articles} articles, ${$json.problems} problems` }}',
		}),
	);
	const everythingToReport = flow.add('Everything to report', [2580, 0], append(2));
	const rows = flow.add('Rows', [2800, 0], reportRows(yourValues, 'codes'));
	const clearEarlierReport = flow.add(
		'Clear earlier report',
		[3020, 0],
		deleteRows('ArticleChecks', [
			is('client', '={{ $json.client }}'),
			is('shop', '={{ $json.shop }}'),
			is('report', 'codes'),
		]),
		'once',
		'evenWhenEmpty',
	);
	const cleared = flow.add('Cleared', [3240, 100], waitAndHandOn(1));
	const saveReport = flow.add('Save report', [3460, 0], saveReportRows());
	const cells = flow.add('Cells', [3020, -180], asCells());
	const makeFile = flow.add(
		'Make file',
		[3200, -180],
		csvFile("={{ 'article-codes-' + $('Your values').first().json.client + '.csv' }}"),
	);

	flow.wire(whenClickedNode, yourValues, loadSettings, [getCompany, compareCodes.in(1)]);
	flow.wire(getCompany, [getArticles, compareCodes.in(3)]);
	flow.wire(compareCodes, everythingToReport, rows, [clearEarlierReport, cleared, cells]);
	flow.wire(cells, makeFile);
	flow.wire(compareCodes.out(1), summary, everythingToReport.in(1));
	flow.wire(getArticles, [getProducts, compareCodes.in(2)]);
	flow.wire(getProducts, [products, hasVariations]);
	flow.wire(products, compareCodes);
	flow.wire(hasVariations.yes, getVariations, products.in(1));
	flow.wire(clearEarlierReport, cleared.in(1));
	flow.wire(cleared, saveReport);
	refuseUnknownClient(flow, yourValues);

	return flow;
}
