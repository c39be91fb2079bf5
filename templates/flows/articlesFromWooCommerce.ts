import { because } from '../build/because';
import { Flow } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import {
	whenClicked,
	everyNight,
	append,
	waitAndHandOn,
	wooCommerce,
	snelStart,
	transformer,
} from '../fragments/basics';
import { equals, whether } from '../fragments/conditions';
import { onlyFields, asNumber } from '../fragments/fields';
import { deleteRows, is } from '../fragments/table';
import { readSettings } from '../fragments/settings';
import {
	readProducts,
	whetherVariable,
	saveReportRows,
	reportRows,
} from '../fragments/articleReport';
import { restWhilePaused } from '../fragments/paused';
import { refuseUnknownClient } from '../fragments/knownClient';

const would = note('DRY_RUN', {
	case: 'article',
	description: '{{ $json.description }}',
	price: '{{ $json.price }}',
	percentage: '{{ $json.percentage }}',
});
const wasThere = note('ARTICLE_MADE', { case: 'there' });
const wasMade = note('ARTICLE_MADE', {
	case: 'made',
	description: "${$('Draft articles').item.json.description}",
	price: "${$('Draft articles').item.json.price}",
	percentage: "${$('Draft articles').item.json.percentage}",
});
const failed = note('ARTICLE_NOT_MADE');

export function articlesFromWooCommerce(): Flow {
	const flow = new Flow({
		name: 'Articles from WooCommerce to SnelStart',
		description:
			'Makes an article in SnelStart for every product and variation of a WooCommerce shop that has none, and reports SKUs that SnelStart would refuse.',
		keepsRuns: true,
	});

	flow.note(
		'Overview',
		[-520, -300],
		[460, 740],
		text`
			## Articles from WooCommerce to SnelStart

			### How it works
			WooCommerce leads. Every product and variation that is for sale and whose SKU is not an article code (artikelcode) yet becomes an article (artikel) in SnelStart: its code is the SKU, its price that of the shop, with or without VAT as the administration keeps prices, its revenue group (artikelomzetgroep) that of its VAT rate in the client settings.

			Articles that are there are never changed. SKUs that are too long, missing or used twice are refused before SnelStart has to. The data table *ArticleChecks* tells what was made and what was not, and why. New articles keep no stock: count them in SnelStart first.

			### Setup
			1. Run *Set up tables* once.
			2. Fill *Revenue Groups* in *Client settings*.
			3. **Your values**: client and shop as in the settings.
			4. Choose the SnelStart credential in **Get company**, **Get articles** and **Make article**, the shop's in **Get shop settings**, **Get tax rates**, **Get products** and **Get variations**.
			5. Run it by hand and look at *ArticleChecks*: with *dryRun* yes nothing is made.
			6. Change *dryRun* to no. For a run every night switch **Every night** on and publish.
		`,
	);
	flow.note(
		'Section read',
		[180, -300],
		[2300, 680],
		text`
			### Read both sides
			Inactive articles too: their codes are taken.
		`,
		7,
	);
	flow.note(
		'Section make',
		[2520, -300],
		[1300, 680],
		text`
			### Make articles
			Looked up once more by its code before it is made: never twice.
		`,
		7,
	);
	flow.note(
		'Section report',
		[3860, -300],
		[1140, 680],
		text`
			### Report
			The last report is replaced.
		`,
		7,
	);
	const everyNightNode = flow.add('Every night', [0, -100], everyNight(3, 17), 'switchedOff');
	const whenClickedNode = flow.add('When clicked', [0, 100], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[200, 0],
		onlyFields({ client: 'my-client', shop: 'woocommerce', dryRun: 'yes' }),
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
	const getShopSettings = flow.add(
		'Get shop settings',
		[860, 0],
		wooCommerce({ resource: 'settings', operation: 'get', simplify: false }),
		'once',
		'retried',
	);
	const getTaxRates = flow.add(
		'Get tax rates',
		[1080, 0],
		wooCommerce({
			resource: 'taxRate',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
			options: {},
		}),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const getArticles = flow.add(
		'Get articles',
		[1300, 0],
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
		[1520, 0],
		readProducts(),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const hasVariations = flow.add('Has variations?', [1740, 180], whetherVariable());
	const getVariations = flow.add(
		'Get variations',
		[1960, 180],
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
	const products = flow.add('Products', [2180, 0], append(2));
	const draftArticles = flow.add(
		'Draft articles',
		[2580, 0],
		transformer({
			resource: 'article',
			operation: 'draftArticles',
			shop: yourValues.first('shop'),
			shopPricesIncludeVat:
				"={{ $('Get shop settings').first().json.tax.some(({ id, value }) => id === 'woocommerce_prices_include_tax' && value === 'yes') }}",
		}),
	);
	const dryRun = flow.add(
		'Dry run?',
		[2820, -160],
		whether(equals(yourValues.first('dryRun'), 'yes')),
	);
	const makeArticle = flow.add(
		'Make article',
		[3040, -60],
		snelStart({
			resource: 'article',
			operation: 'findOrCreate',
			code: '={{ $json.code }}',
			articleDescription: '={{ $json.description }}',
			revenueGroupId: { __rl: true, mode: 'id', value: '={{ $json.revenueGroupId }}' },
			price: '={{ $json.price }}',
		}),
		'withErrorOutput',
	);
	const wouldBeMade = flow.add(
		'Would be made',
		[3280, -240],
		onlyFields({
			code: would.code,
			sku: '={{ $json.code }}',
			productId: asNumber('={{ $json.productId }}'),
			variationId: asNumber('={{ $json.variationId ?? 0 }}'),
			articleCode: '={{ $json.code }}',
			found: would.message,
			tip: would.tip,
		}),
	);
	const made = flow.add(
		'Made',
		[3280, -80],
		onlyFields({
			code: wasMade.code,
			sku: draftArticles.item('code'),
			productId: asNumber(draftArticles.item('productId')),
			variationId: asNumber("={{ $('Draft articles').item.json.variationId ?? 0 }}"),
			articleCode: draftArticles.item('code'),
			found: because(
				'a sentence with three facts of another node',
				`={{ $json.created ? \`${wasMade.message}\` : '${wasThere.message}' }}`,
			),
			tip: wasMade.tip,
		}),
	);
	const notMade = flow.add(
		'Not made',
		[3280, 80],
		onlyFields({
			code: `={{ $json.error?.context?.code ?? '${failed.code}' }}`,
			sku: draftArticles.item('code'),
			productId: asNumber(draftArticles.item('productId')),
			variationId: asNumber("={{ $('Draft articles').item.json.variationId ?? 0 }}"),
			articleCode: draftArticles.item('code'),
			found: '={{ $json.error?.message ?? $json.error ?? $json.message }}',
			tip: failed.tip,
		}),
	);
	const summary = flow.add(
		'Summary',
		[3280, 240],
		onlyFields({
			found:
				'={{ `${$json.drafts} articles to be made, ${$json.problems} products with a problem` }}',
		}),
	);
	const everythingToReport = flow.add('Everything to report', [3600, -60], append(5));
	const rows = flow.add('Rows', [3920, -60], reportRows(yourValues, 'articles'));
	const clearEarlierReport = flow.add(
		'Clear earlier report',
		[4140, -60],
		deleteRows('ArticleChecks', [
			is('client', '={{ $json.client }}'),
			is('shop', '={{ $json.shop }}'),
			is('report', 'articles'),
		]),
		'once',
		'evenWhenEmpty',
	);
	const cleared = flow.add('Cleared', [4360, 40], waitAndHandOn(1));
	const saveReport = flow.add('Save report', [4580, -60], saveReportRows());

	flow.wire(everyNightNode, yourValues, loadSettings, [getCompany, draftArticles.in(1)]);
	flow.wire(whenClickedNode, yourValues);
	flow.wire(getCompany, [getShopSettings, draftArticles.in(3)]);
	flow.wire(draftArticles, dryRun);
	flow.wire(draftArticles.out(1), everythingToReport.in(3));
	flow.wire(draftArticles.out(2), summary, everythingToReport.in(4));
	flow.wire(getShopSettings, getTaxRates, [getArticles, draftArticles.in(4)]);
	flow.wire(dryRun.yes, wouldBeMade, everythingToReport, rows, [clearEarlierReport, cleared]);
	flow.wire(dryRun.no, makeArticle);
	flow.wire(makeArticle, made, everythingToReport.in(1));
	flow.wire(makeArticle.error, notMade, everythingToReport.in(2));
	flow.wire(getArticles, [getProducts, draftArticles.in(2)]);
	flow.wire(clearEarlierReport, cleared.in(1));
	flow.wire(cleared, saveReport);
	flow.wire(getProducts, [products, hasVariations]);
	flow.wire(products, draftArticles);
	flow.wire(hasVariations.yes, getVariations, products.in(1));
	refuseUnknownClient(flow, yourValues);
	restWhilePaused(flow, yourValues);

	return flow;
}
