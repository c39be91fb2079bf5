import { because } from '../build/because';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { append, transformer } from '../fragments/basics';
import { call, refuseMissingInputs, whenCalled } from '../fragments/call';
import * as contracts from '../fragments/contracts';
import { kindIs, stateIs } from '../fragments/rowConditions';
import { readSettings } from '../fragments/settings';
import { getRows, is, isAtLeast } from '../fragments/table';

/** An entry can be dated before its order was placed, by so much at most. */
const DATED_BEFORE_DAYS = 31;
/** The first day of the orders at hand, however their shops call it; none where one states no such day. */
const FIRST_DAY = because(
	'each kind of shop has a name of its own for the day, and a node for it would only be another one to read',
	`={{ DateTime.fromISO($('When called with orders').all().map((item) => item.json.order ?? {}).map((order) => String(order.date_created ?? order.createdAt ?? order.created_at ?? order.date ?? '').match(/^\\d{4}-\\d{2}-\\d{2}/)?.[0] ?? '').sort()[0]).minus({ days: ${DATED_BEFORE_DAYS} }).toISODate() ?? '' }}`,
);

export function processOrders(): Flow {
	const flow = new Flow({
		name: 'Process orders',
		description:
			'Books a batch of raw webshop orders in SnelStart, or records why not. Called by the order syncs with the items client, shop and order. Every order ends in the order table as booked, waiting, nothing to book or needs attention; an order is never booked twice.',
	});

	flow.note(
		'Overview',
		[-700, -360],
		[420, 560],
		text`
			## Process orders

			### How it works
			1. Loads the newest settings of the client.
			2. **Transform orders** checks every order with those settings and drafts its sales entry (verkoopboeking), exact to the cent. Each order leaves with one of four outcomes: book, wait, nothing to book, or needs attention.
			3. What may have been sent and was cancelled since is looked up in SnelStart, and nothing is sent.
			4. Hands all of them to *Book and record*, which claims, books and records them in the table **WebshopOrders**. Orders that are not booked get a code, what was found, and a tip.

			An order with trouble never stops the others.

			### Setup
			1. Run *Set up tables* and *Client settings* first.
			2. In **Book and record**, choose the workflow *Book and record*. The SnelStart credential stands there.
			3. In the order syncs, choose this workflow in the node **Process orders**, and publish this one.

			To process an order again, set the column *state* of its row to \`ready\`.
		`,
	);
	flow.note(
		'Section transform',
		[-220, -360],
		[960, 660],
		text`
			### Check and draft
			One output per outcome.
		`,
		7,
	);
	flow.note(
		'Section book',
		[780, -360],
		[500, 660],
		text`
			### Claim, book and record
			In a workflow that refunds and payments use too.
		`,
		7,
	);
	const whenCalledWithOrders = flow.add(
		'When called with orders',
		[-160, -140],
		whenCalled(contracts.processOrders),
	);
	const called = refuseMissingInputs(flow, whenCalledWithOrders, contracts.processOrders, {
		gate: [60, -140],
		refusal: [60, -20],
	});
	const loadSettings = flow.add(
		'Load settings',
		[280, -240],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const findBookedIcpOrders = flow.add(
		'Find booked ICP orders',
		[280, -60],
		getRows('WebshopOrders', {
			where: [
				is('client', '={{ $json.client }}'),
				is('regime', 'icp'),
				kindIs('order'),
				stateIs('booked'),
				isAtLeast('orderDate', FIRST_DAY),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const findUnknownOrders = flow.add(
		'Find unknown orders',
		[280, 100],
		getRows('WebshopOrders', {
			where: [is('client', '={{ $json.client }}'), kindIs('order'), stateIs('unknown')],
		}),
		'once',
		'evenWhenEmpty',
	);
	const knownOrders = flow.add('Known orders', [480, 20], append(2));
	const transformOrders = flow.add(
		'Transform orders',
		[660, -140],
		transformer({
			resource: 'order',
			operation: 'transformOrders',
			shop: '={{ $json.shop }}',
			orderField: 'order',
		}),
	);
	const allOutcomes = flow.add('All outcomes', [840, -140], append(4));
	const bookAndRecord = flow.add(
		'Book and record',
		[1060, -140],
		call(contracts.bookAndRecord, {
			kind: 'order',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
	);

	flow.wire(called, [loadSettings, transformOrders, findBookedIcpOrders, findUnknownOrders]);
	flow.wire(loadSettings, transformOrders.in(1));
	flow.wire(findBookedIcpOrders, knownOrders, transformOrders.in(2));
	flow.wire(findUnknownOrders, knownOrders.in(1));
	flow.wire(transformOrders, allOutcomes, bookAndRecord);
	flow.gather(transformOrders, [1, 2, 3], allOutcomes, 1);

	return flow;
}
