import { claimable, whereState } from '../../bookkeeping';
import { because } from '../build/because';
import type { Flow, Node, Port } from '../build/flow';
import { note } from '../build/note';
import { text } from '../build/text';
import { append, transformer } from './basics';
import { isFilled, keepIf } from './conditions';
import { onlyFields } from './fields';
import { readPages } from './payouts';
import { kindIs } from './rowConditions';
import { readSettings } from './settings';
import { getRows, insertRowsAsTheyAre, is, isAtLeast, updateRows, upsertRow } from './table';

type Pages = Parameters<typeof readPages>[0];

interface Listing {
	provider: 'mollie' | 'stripe';
	values: Node;
	payments: Pages;
	refunds: Pages;
}

/** From when on a list is read, within an expression. */
export const READ_FROM = "$('Read from').first().json.from";

/**
 * Lists the payments and refunds of a provider since the last time, and holds them against the order
 * table (W024): what the shop did not tell is noted on its order, where *Daily payment matching* finds
 * it, and what somebody has to look at gets a row. Without a first day in *paymentsFrom* nothing of it
 * is read. It comes after the payouts, so that a key without the right to list payments stops none.
 */
export function listPayments(
	flow: Flow,
	before: Port,
	{ provider, values, payments, refunds }: Listing,
): void {
	const subject = `${provider} payments`;
	const client = values.first('client');
	const ofClient = is('client', client);
	flow.note(
		'Section payments',
		[0, 380],
		[2600, 1140],
		text`
			### Payments and refunds that the shop did not tell
			Only with a day in *paymentsFrom*. What the shop calls unpaid is noted on its order; *Daily payment matching* books it. Refunds without a credit note, and payments of orders that are not booked, get a row.
		`,
		7,
	);
	const wanted = flow.add(
		'Payments wanted?',
		[40, 800],
		// What is filled in and no day ends the run in an error below.
		keepIf(isFilled("={{ $('Your values').first().json.paymentsFrom }}")),
	);
	const loadCursor = flow.add(
		'Load cursor',
		[220, 800],
		getRows('SyncCursors', {
			where: [ofClient, is('shop', subject)],
			limit: 1,
			highest: 'updatedAt',
		}),
		'once',
		'evenWhenEmpty',
	);
	const readFrom = flow.add(
		'Read from',
		[400, 800],
		onlyFields({
			from: "={{ DateTime.fromISO($json.readUntil || $('Your values').first().json.paymentsFrom, { zone: 'utc' }).toISO() }}",
			startedAt: '={{ $now.toUTC().toISO() }}',
		}),
		'once',
	);
	const getPayments = flow.add('List payments', [580, 800], readPages(payments), 'once', 'retried');
	const getRefunds = flow.add('List refunds', [760, 940], readPages(refunds), 'once', 'retried');
	const pages = flow.add('Pages', [960, 800], append(2));
	const since = '={{ $now.minus({ days: 400 }).toISO() }}';
	const rows = (['order', 'refund', 'payment'] as const).map((kind, index) =>
		flow.add(
			`Find ${kind} rows`,
			[960, 960 + 150 * index],
			getRows('WebshopOrders', {
				where: [ofClient, kindIs(kind), isAtLeast('createdAt', since)],
			}),
			'once',
			'evenWhenEmpty',
		),
	);
	const findTold = flow.add(
		'Find told rows',
		[960, 1410],
		getRows('WebshopOrders', {
			where: [ofClient, kindIs('payoutEntry'), is('shop', provider)],
		}),
		'once',
		'evenWhenEmpty',
	);
	const allRows = flow.add('All rows', [1160, 1140], append(4));
	const loadSettings = flow.add('Load settings', [960, 640], readSettings(client), 'once');
	const compare = flow.add(
		'Compare payments',
		[1380, 860],
		transformer({
			resource: 'payout',
			operation: 'comparePayments',
			listingProvider: provider,
			readFrom: "={{ $('Read from').first().json.from }}",
			startedAt: "={{ $('Read from').first().json.startedAt }}",
			settingsVersion: loadSettings.first('version'),
		}),
	);
	const noteOnOrders = flow.add(
		'Note on orders',
		[1620, 560],
		updateRows('WebshopOrders', [is('orderKey', '={{ $json.orderKey }}'), kindIs('order')], {
			paidAtProvider: '={{ $json.paidAtProvider }}',
		}),
	);
	const tell = flow.add('Tell somebody', [1620, 700], insertRowsAsTheyAre('WebshopOrders'));
	const tellAgain = flow.add(
		'Tell it anew',
		[1620, 840],
		updateRows(
			'WebshopOrders',
			[is('orderKey', '={{ $json.orderKey }}'), kindIs('payoutEntry'), ...whereState(claimable)],
			Object.fromEntries(
				(['state', 'code', 'message', 'tip', 'facts', 'total', 'orderDate'] as const).map(
					(column) => [column, `={{ $json.${column} }}`],
				),
			),
		),
	);
	const strikeOff = flow.add(
		'Strike off told',
		[1620, 980],
		updateRows(
			'WebshopOrders',
			[is('orderKey', '={{ $json.orderKey }}'), kindIs('payoutEntry'), ...whereState(claimable)],
			{ state: 'nothingToBook', ...note('ENTRY_MATCHED_LATER') },
		),
	);
	const remember = flow.add(
		'Remember what was read',
		[1620, 1120],
		upsertRow('SyncCursors', [ofClient, is('shop', subject)], {
			client,
			shop: subject,
			readUntil: '={{ $json.readUntil }}',
		}),
		'once',
	);

	flow.wire(before, wanted, loadCursor, readFrom, [getPayments, loadSettings]);
	flow.wire(getPayments, pages, compare);
	flow.wire(getPayments, getRefunds, pages.in(1));
	flow.wire(getRefunds, [...rows, findTold]);
	[...rows, findTold].forEach((node, input) => flow.wire(node, allRows.in(input)));
	flow.wire(loadSettings, compare.in(1));
	flow.wire(allRows, compare.in(2));
	flow.wire(compare, noteOnOrders);
	flow.wire(compare.out(1), tell);
	flow.wire(compare.out(2), tellAgain);
	flow.wire(compare.out(3), strikeOff);
	flow.wire(compare.out(4), remember);
	// What was found is written before the next run passes it by.
	for (const write of [noteOnOrders, tell, tellAgain, strikeOff]) flow.runsFirst(write, remember);
}

/** The last page of a list of Mollie, which is the newest first. */
export const lastOfMollie = (list: 'payments' | 'refunds'): string =>
	because(
		'the HTTP Request node asks for one condition, and this list has no filter by day',
		`={{ Array.isArray($response.body._embedded?.${list}) && (!$response.body._links.next || DateTime.fromISO($response.body._embedded.${list}.at(-1).createdAt) < DateTime.fromISO(${READ_FROM})) }}`,
	);
