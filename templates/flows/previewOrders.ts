import { Flow, type Node } from '../build/flow';
import { text } from '../build/text';
import { append, atMost, csvFile, transformer, whenClicked } from '../fragments/basics';
import { call } from '../fragments/call';
import { isTrue, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { asCells, asObject, onlyFields } from '../fragments/fields';
import {
	answerCode,
	besideItsOrder,
	keepWithRefunds,
	readRefundsOfOrder,
} from '../fragments/refunds';
import { joinedBy, readSettings } from '../fragments/settings';
import { type Shop } from '../fragments/shops';

export function previewOrders(shop: Shop): Flow {
	const flow = new Flow({
		name: `Preview orders ${shop.name}`,
		description: `Shows orders of a shop as they would be booked${shop.tellsRefunds ? ', and their refunds,' : ''} side by side with the shop's own totals and VAT per rate, before anything is booked, also by settings that are not saved yet.`,
	});

	flow.note(
		'Overview',
		[-480, -260],
		[440, 860],
		text`
			## Preview orders ${shop.name}

			### How it works
			Before a shop goes live, or before a change of the settings does, the bookkeeper looks at real orders. This workflow reads the last orders of the shop and shows a row for each: what would become of it, the VAT regime and why, the lines with their ledger accounts, and the total and VAT per rate as they would be booked beside what the shop says, with the difference.${shop.tellsRefunds ? ' The credit notes of its refunds follow each order.' : ''}

			Nothing is booked or sent to SnelStart, and no row holds a name or an address. **Make file** gives the same rows as a CSV file.

			Of the last 200 orders it shows as many as you ask for, those that differ most: VAT regimes and rates, payment methods, businesses, discounts, refunds, and codes. Or it shows the orders whose numbers you give; one that is not found gets a row that says so. **Make summary file** adds everything up per ledger account and per box of the VAT return. **Page to sign** has all of it on one page to print.

			### Setup
			1. Save the settings with *Client settings*.
			2. **Your values**: client and shop as in the settings; how many orders, or *orderNumbers* with commas between them; how many *months* of orders are read.
			3. Choose the shop's credential in ${shop.tellsRefunds ? '**Get last orders** and **Get refunds of order**' : '**Get last orders**'}.
			4. Run it, and look at **Preview orders** as a table.

			### Try settings before you save them
			In **Settings not saved**, choose the workflow *Client settings* once. With *unsavedSettings* on in **Your values** the preview goes by what stands in that workflow now; they are checked as when they are saved, and nothing is saved.
		`,
	);
	flow.note(
		'Note on the preview',
		[1440, -320],
		[880, 760],
		text`
			### Side by side
			A difference of 0.00 means that the books will say what the customer paid. Orders with a code would not be booked; the tip says what to do.
		`,
		7,
	);
	const whenClickedNode = flow.add('When clicked', [0, 0], whenClicked());
	const yourValues = flow.add(
		'Your values',
		[180, 0],
		onlyFields({
			...{ client: 'my-client', shop: shop.usualName, orders: 10 },
			...{ orderNumbers: '', months: 3, unsavedSettings: false },
		}),
	);
	const unsaved = flow.add(
		'Not saved yet?',
		[360, 0],
		whether(isTrue('={{ $json.unsavedSettings }}')),
	);
	const settingsNotSaved = flow.add(
		'Settings not saved',
		[560, -120],
		call(contracts.clientSettings, { client: yourValues.first('client') }),
	);
	const loadSettings = flow.add(
		'Load settings',
		[560, 80],
		readSettings('={{ $json.client }}'),
		'once',
		'evenWhenEmpty',
	);
	const settings = flow.add(
		'Settings',
		[760, 0],
		onlyFields({
			settings: "={{ $json.settings ?? '{}' }}",
			version: `={{ $('${settingsNotSaved.node}').isExecuted ? 0 : $json.version ?? 0 }}`,
		}),
		'once',
	);
	const getLastOrders = flow.add(
		'Get last orders',
		[940, 80],
		shop.getOrders(
			{
				createdAfter: "={{ $now.minus({ months: $('Your values').first().json.months }).toISO() }}",
			},
			shop.tellsMore ? joinedBy(settings) : undefined,
		),
		'evenWhenEmpty',
	);
	const chooseOrders = flow.add(
		'Choose orders',
		[1140, 0],
		transformer({
			resource: 'order',
			operation: 'chooseOrders',
			shop: yourValues.first('shop'),
			orderNumbers: yourValues.first('orderNumbers'),
			mostToChoose: yourValues.first('orders'),
			newest: 200,
		}),
		'evenWhenEmpty',
	);
	const previewOrders = flow.add(
		'Preview orders',
		[1760, -60],
		transformer({
			resource: 'order',
			operation: 'previewOrders',
			shop: yourValues.first('shop'),
			orderNumbers: yourValues.first('orderNumbers'),
		}),
	);
	const fileName = (kind: string): string =>
		`=${kind}-{{ $('Your values').first().json.client }}-{{ $('Your values').first().json.shop }}{{ $('${settingsNotSaved.node}').isExecuted ? '-not-saved' : '' }}.csv`;
	const cells = flow.add('Cells', [1940, -160], asCells());
	const makeFile = flow.add('Make file', [2120, -160], csvFile(fileName('preview')));
	const summaryCells = flow.add('Summary cells', [1940, 60], asCells());
	const makeSummary = flow.add(
		'Make summary file',
		[2120, 60],
		csvFile(fileName('preview-summary')),
	);
	// The file stands in what a node gives: one of its own is found by its name.
	const pageToSign = flow.add('Page to sign', [2120, 260], atMost(1));

	flow.wire(whenClickedNode, yourValues, unsaved);
	flow.wire(unsaved.yes, settingsNotSaved, settings);
	flow.wire(unsaved.no, loadSettings, settings);
	flow.wire(settings, getLastOrders, chooseOrders, previewOrders, cells, makeFile);
	flow.wire(settings, [chooseOrders.in(1), previewOrders.in(1)]);
	flow.wire(previewOrders.out(1), summaryCells, makeSummary);
	flow.wire(previewOrders.out(2), pageToSign);
	if (shop.tellsRefunds) previewRefunds(flow, chooseOrders, previewOrders);

	return flow;
}

/** Reads the refunds of the chosen orders, and hands them to the preview. */
function previewRefunds(flow: Flow, chooseOrders: Node, previewOrders: Node): void {
	const refunded = flow.add('Refunded orders', [1140, 240], keepWithRefunds());
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		[1320, 240],
		readRefundsOfOrder(),
		'withErrorOutput',
		'retried',
	);
	const attachOrder = flow.add(
		'Attach order',
		[1500, 180],
		onlyFields(besideItsOrder(refunded, getRefundsOfOrder)),
	);
	const nameUnreadRefunds = flow.add(
		'Name unread refunds',
		[1500, 360],
		onlyFields({
			order: asObject(`={{ $('${refunded.node}').item.json }}`),
			refundsNotRead: answerCode,
		}),
	);
	const readOrNot = flow.add('Read or not', [1680, 240], append(2));

	flow.wire(chooseOrders, refunded, getRefundsOfOrder, attachOrder, readOrNot);
	flow.wire(getRefundsOfOrder.error, nameUnreadRefunds, readOrNot.in(1));
	flow.wire(readOrNot, previewOrders.in(2));
}
