import type { Kind, Node } from '../build/flow';
import { wooCommerce } from './basics';
import { startsWith, whether } from './conditions';
import { asNumber, onlyFields } from './fields';
import { insertRow } from './table';

/** What is read of a product and of a variation. */
const fields =
	'id,parent_id,name,type,status,sku,manage_stock,stock_quantity,backorders,regular_price,price,tax_class,tax_status,attributes';

export const readProducts = (): Kind =>
	wooCommerce({
		resource: 'product',
		operation: 'getMany',
		returnAll: true,
		simplify: false,
		options: { fields },
	});

export const readVariations = (): Kind =>
	wooCommerce({
		resource: 'variation',
		operation: 'getMany',
		productId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		returnAll: true,
		simplify: false,
		options: { fields },
	});

export const whetherVariable = (): Kind =>
	whether(startsWith("={{ $json.type ?? '' }}", 'variable'));

/** Lines of a report on products and articles, as the table ArticleChecks keeps them. */
export const reportRows = (yourValues: Node, report: 'stock' | 'articles' | 'codes'): Kind =>
	onlyFields({
		client: yourValues.first('client'),
		shop: yourValues.first('shop'),
		report,
		code: "={{ $json.code ?? '' }}",
		sku: "={{ $json.sku ?? '' }}",
		productId: asNumber('={{ $json.productId ?? 0 }}'),
		variationId: asNumber('={{ $json.variationId ?? 0 }}'),
		articleCode: "={{ $json.articleCode ?? '' }}",
		found: "={{ $json.found ?? '' }}",
		tip: "={{ $json.tip ?? '' }}",
	});

/** Saves what `reportRows` made. */
export const saveReportRows = (): Kind =>
	insertRow('ArticleChecks', {
		client: '={{ $json.client }}',
		shop: '={{ $json.shop }}',
		report: '={{ $json.report }}',
		code: '={{ $json.code }}',
		sku: '={{ $json.sku }}',
		productId: '={{ $json.productId }}',
		variationId: '={{ $json.variationId }}',
		articleCode: '={{ $json.articleCode }}',
		found: '={{ $json.found }}',
		tip: '={{ $json.tip }}',
	});
