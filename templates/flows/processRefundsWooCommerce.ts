import { Flow } from '../build/flow';
import { text } from '../build/text';
import { append, wooCommerce, transformer } from '../fragments/basics';
import { call, whenCalled } from '../fragments/call';
import { isTrue, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, withFields, itemsFrom, asArray, asObject } from '../fragments/fields';
import { getRows, updateRows, keepIfRow, keepIfNoRow, is } from '../fragments/table';
import { readSettings } from '../fragments/settings';

export function processRefundsWooCommerce(): Flow {
	const flow = new Flow({
		name: 'Process refunds WooCommerce',
		description:
			'Books the refunds of a batch of WooCommerce orders as credit notes in SnelStart, or records why not. Called with the items client, shop and order, after the orders themselves were processed. A refund waits until its order is booked, and is never credited twice.',
	});

	flow.note(
		'Overview',
		[-480, -360],
		[420, 600],
		text`
			## Process refunds WooCommerce

			### How it works
			1. Called with orders that have refunds, after *Process orders* booked those orders.
			2. Reads all refunds of each order. **Transform refunds** makes a credit note (creditnota) of every refund: in full, per line, or of an amount only. It names the original invoice.
			3. A refund whose order is not booked yet waits. All others go to *Book and record*, which claims, books and records them, never twice.
			4. Payments of orders that got a credit note are looked at again.

			### Setup
			1. **Get refunds of order**: choose the WooCommerce credential.
			2. **Book and record**: choose the workflow *Book and record*. The SnelStart credential stands there.
			3. Publish this workflow: only then may others call it. In *Client settings*, set *Orders With Refunds* to book.

			Self-hosted n8n only: the templates use the community package **n8n-nodes-webshop-snelstart**.
		`,
	);
	flow.note(
		'Section read',
		[0, -360],
		[900, 600],
		text`
			### Read and draft
			All refunds of an order are read, also when only one is new: what is left of the order depends on the earlier ones.
		`,
		7,
	);
	flow.note(
		'Section credit',
		[940, -360],
		[1320, 600],
		text`
			### Credit
			No credit note without a booked sale.
		`,
		7,
	);
	const whenCalledWithOrders = flow.add(
		'When called with orders',
		[40, -60],
		whenCalled(contracts.processRefundsWooCommerce),
	);
	const ordersWithRefunds = flow.add(
		'Orders with refunds',
		[220, -60],
		itemsFrom('={{ $json.order }}'),
	);
	const findSale = flow.add(
		'Find sale',
		[400, -240],
		getRows('WebshopOrders', {
			where: [
				is(
					'orderKey',
					"={{ [$('When called with orders').first().json.client, $('When called with orders').first().json.shop, $json.id].join('/') }}",
				),
				is('kind', 'order'),
				is('state', 'booked'),
			],
		}),
		'evenWhenEmpty',
	);
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		[400, 0],
		wooCommerce({
			resource: 'refund',
			operation: 'getMany',
			scope: 'order',
			orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			returnAll: true,
			simplify: false,
		}),
		'retried',
	);
	const loadSettings = flow.add(
		'Load settings',
		[580, -140],
		readSettings(whenCalledWithOrders.first('client')),
		'once',
	);
	const attachOrder = flow.add(
		'Attach order',
		[580, 20],
		onlyFields({
			order: asObject("={{ $('Orders with refunds').item.json }}"),
			refund: asObject('={{ $json }}'),
			earlierRefunds: asArray(
				"={{ $('Get refunds of order').all().map((item) => item.json).filter((refund) => refund.parent_id === $json.parent_id) }}",
			),
			saleState:
				"={{ ((sale) => sale === undefined ? 'notKnown' : sale.json.fingerprint ? 'booked' : 'credited')($('Find sale').all().find((item) => item.json.orderId === String($json.parent_id))) }}",
		}),
	);
	const transformRefunds = flow.add(
		'Transform refunds',
		[740, -60],
		transformer({
			resource: 'order',
			operation: 'transformRefunds',
			shop: whenCalledWithOrders.first('shop'),
			orderField: 'order',
			refundField: 'refund',
			earlierRefundsField: 'earlierRefunds',
		}),
	);
	const keepIfSaleIsBooked = flow.add(
		'Keep if sale is booked',
		[1000, -220],
		keepIfRow('WebshopOrders', [
			is('orderKey', '={{ $json.originalOrderKey }}'),
			is('state', 'booked'),
		]),
	);
	const keepIfSaleIsNotBooked = flow.add(
		'Keep if sale is not booked',
		[1000, -60],
		keepIfNoRow('WebshopOrders', [
			is('orderKey', '={{ $json.originalOrderKey }}'),
			is('state', 'booked'),
		]),
	);
	const waitForSale = flow.add(
		'Wait for sale',
		[1180, -60],
		withFields({
			outcome: 'wait',
			code: 'SALE_NOT_BOOKED_YET',
			message: "={{ 'Order ' + $json.orderNumber + ' is not in SnelStart yet.' }}",
			tip: 'Nothing to do for the refund: it is booked once its order is booked.',
		}),
	);
	const allOutcomes = flow.add('All outcomes', [1380, -80], append(5));
	const bookAndRecord = flow.add(
		'Book and record',
		[1560, -80],
		call(contracts.bookAndRecord, {
			kind: 'refund',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const credited = flow.add(
		'Credited?',
		[1760, 60],
		whether(isTrue("={{ $json.result === 'booked' || $json.code === 'CREDITED_IN_FULL' }}")),
	);
	const lookAtPaymentsAgain = flow.add(
		'Look at payments again',
		[1960, 60],
		updateRows('WebshopOrders', [is('orderKey', '={{ $json.parentKey }}'), is('kind', 'order')], {
			paidState: '',
		}),
	);
	const results = flow.add(
		'Results',
		[1760, -140],
		onlyFields({
			orderKey: '={{ $json.orderKey }}',
			result: '={{ $json.result }}',
			code: "={{ $json.code ?? '' }}",
		}),
	);

	flow.wire(whenCalledWithOrders, ordersWithRefunds, [findSale, getRefundsOfOrder]);
	flow.wire(getRefundsOfOrder, [loadSettings, attachOrder]);
	flow.wire(loadSettings, transformRefunds.in(1));
	flow.wire(attachOrder, transformRefunds);
	flow.wire(transformRefunds, [keepIfSaleIsBooked, keepIfSaleIsNotBooked]);
	flow.gather(transformRefunds, [1, 2, 3], allOutcomes, 2);
	flow.wire(keepIfSaleIsBooked, allOutcomes, bookAndRecord, [credited, results]);
	flow.wire(keepIfSaleIsNotBooked, waitForSale, allOutcomes.in(1));
	flow.wire(credited.yes, lookAtPaymentsAgain);

	return flow;
}
