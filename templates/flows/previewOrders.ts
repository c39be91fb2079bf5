import { Flow } from '../build/flow';
import { text } from '../build/text';
import { whenClicked, atMost, sortedBy, csvFile, transformer } from '../fragments/basics';
import { asCells, onlyFields } from '../fragments/fields';
import { joinedBy, readSettings } from '../fragments/settings';
import { type Shop } from '../fragments/shops';

export function previewOrders(shop: Shop): Flow {
	const flow = new Flow({
		name: `Preview orders ${shop.name}`,
		description:
			"Shows orders of a shop that differ as they would be booked, side by side with the shop's own totals and VAT per rate, before anything is booked.",
	});

	flow.note(
		'Overview',
		[-480, -220],
		[440, 600],
		text`
			## Preview orders ${shop.name}

			### How it works
			Before a shop goes live, the bookkeeper looks at real orders. This workflow reads the last orders of the shop and shows a row for each: what would become of it, the VAT regime and why, the lines with their ledger accounts, and the total and VAT per rate as they would be booked beside what the shop says, with the difference.

			Nothing is booked, nothing is sent to SnelStart, and no row holds a name or an address. **Make file** gives the same rows as a CSV file for the bookkeeper to approve.

			Of the last 200 orders it shows as many as you ask for, those that differ most: VAT regimes and rates, payment methods, businesses, discounts, refunds, and codes. **Make summary file** adds them up per ledger account and per box of the VAT return.

			### Setup
			1. Save the settings with *Client settings*.
			2. **Your values**: client and shop as in the settings, and how many orders.
			3. Choose the shop's credential in **Get last orders**.
			4. Run it, and look at **Preview orders** as a table.
		`,
	);
	flow.note(
		'Note on the preview',
		[400, -260],
		[620, 480],
		text`
			### Side by side
			A difference of 0.00 means that the books will say what the customer paid. Orders with a code would not be booked; the tip says what to do.
		`,
		7,
	);
	const whenClickedNode = flow.add('When clicked', [0, 0], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[200, 0],
		onlyFields({ client: 'my-client', shop: shop.usualName, orders: 10 }),
	);
	const loadSettings = flow.add(
		'Load settings',
		[460, -100],
		readSettings('={{ $json.client }}'),
		'once',
	);
	const getLastOrders = flow.add(
		'Get last orders',
		[460, 80],
		shop.getOrders(
			{ createdAfter: '={{ $now.minus({ months: 3 }).toISO() }}' },
			shop.tellsMore ? joinedBy(loadSettings) : undefined,
		),
	);
	const newestFirst = flow.add('Newest first', [640, 80], sortedBy(shop.placedAt, 'descending'));
	const lastOnes = flow.add('Last 200', [820, 80], atMost(200));
	const previewOrders = flow.add(
		'Preview orders',
		[1060, 0],
		transformer({
			resource: 'order',
			operation: 'previewOrders',
			shop: yourValues.first('shop'),
			mostToShow: yourValues.first('orders'),
		}),
	);
	const cells = flow.add('Cells', [1240, 0], asCells());
	const makeFile = flow.add(
		'Make file',
		[1420, 0],
		csvFile(
			"={{ 'preview-' + $('Your values').first().json.client + '-' + $('Your values').first().json.shop + '.csv' }}",
		),
	);
	const summaryCells = flow.add('Summary cells', [1240, 180], asCells());
	const makeSummary = flow.add(
		'Make summary file',
		[1420, 180],
		csvFile(
			"={{ 'preview-summary-' + $('Your values').first().json.client + '-' + $('Your values').first().json.shop + '.csv' }}",
		),
	);

	flow.wire(whenClickedNode, yourValues, [loadSettings, getLastOrders]);
	flow.wire(getLastOrders, newestFirst, lastOnes, previewOrders, cells, makeFile);
	flow.wire(loadSettings, previewOrders.in(1));
	flow.wire(previewOrders.out(1), summaryCells, makeSummary);

	return flow;
}
