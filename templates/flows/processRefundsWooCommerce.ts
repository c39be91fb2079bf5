import { Flow } from '../build/flow';
import { text } from '../build/text';

import { refuseMissingInputs, whenCalled } from '../fragments/call';
import * as contracts from '../fragments/contracts';
import { onlyFields, itemsFrom } from '../fragments/fields';

import { creditRefunds } from '../fragments/refunds';

export function processRefundsWooCommerce(): Flow {
	const flow = new Flow({
		name: 'Process refunds WooCommerce',
		description:
			'Books the refunds of a batch of WooCommerce orders as credit notes in SnelStart, or records why not. Called with the items client, shop and order, after the orders themselves were processed. A refund waits until its order is booked, and is never credited twice.',
	});

	flow.note(
		'Overview',
		[-700, -360],
		[420, 600],
		text`
			## Process refunds WooCommerce

			### How it works
			1. Called with orders that have refunds, after *Process orders* booked those orders.
			2. Reads all refunds of each order. **Transform refunds** makes a credit note (creditnota) of every refund: in full, per line, or of an amount only, on the customer and the ledger accounts of the original entry, whatever shop and settings say today.
			3. A refund whose order is not booked yet waits. All others go to *Book and record*, which claims, books and records them, never twice.
			4. Payments of orders that got a credit note are looked at again.

			### Setup
			1. **Get refunds of order**: choose the WooCommerce credential.
			2. **Read booked entries**: choose the SnelStart credential.
			3. **Book and record**: choose the workflow *Book and record*.
			4. Publish this workflow: only then may others call it. In *Client settings*, set *Orders With Refunds* to book.

			Self-hosted n8n only: the templates use the community package **n8n-nodes-webshop-snelstart**.
		`,
	);
	flow.note(
		'Section read',
		[-220, -360],
		[1120, 600],
		text`
			### Read and draft
			All refunds of an order are read, also when only one is new: what is left of the order depends on the earlier ones.
		`,
		7,
	);
	flow.note(
		'Section credit',
		[940, -360],
		[1640, 600],
		text`
			### Credit
			No credit note without a booked sale.
		`,
		7,
	);
	const whenCalledWithOrders = flow.add(
		'When called with orders',
		[-180, -60],
		whenCalled(contracts.processRefundsWooCommerce),
	);
	const called = refuseMissingInputs(
		flow,
		whenCalledWithOrders,
		contracts.processRefundsWooCommerce,
		{ gate: [40, -60], refusal: [40, 100] },
	);
	const ordersWithRefunds = flow.add(
		'Orders with refunds',
		[220, -60],
		itemsFrom('={{ $json.order }}'),
	);
	const bookAndRecord = creditRefunds(flow, {
		values: whenCalledWithOrders,
		orders: ordersWithRefunds,
		at: [400, 0],
	});
	const results = flow.add(
		'Results',
		[2080, -140],
		onlyFields({
			orderKey: '={{ $json.orderKey }}',
			result: '={{ $json.result }}',
			code: "={{ $json.code ?? '' }}",
		}),
	);

	flow.wire(called, ordersWithRefunds);
	flow.wire(bookAndRecord, results);

	return flow;
}
