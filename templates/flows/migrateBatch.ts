import { triedAgain, whereState } from '../../bookkeeping';
import { Flow, type Node } from '../build/flow';
import { codeName } from '../build/note';
import { text } from '../build/text';
import { append, keepOnce, snelStart, transformer } from '../fragments/basics';
import { call, refuseMissingInputs, whenCalled } from '../fragments/call';
import { isTrue, whether, keepIf } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields, withFields, asNumber, asArray } from '../fragments/fields';
import { getRows, is, isNot, isAtLeast } from '../fragments/table';
import { joinedBy, readSettings } from '../fragments/settings';
import { letClaimsExpire, recordOrderNotRead } from '../fragments/claims';
import { type Shop } from '../fragments/shops';
import {
	keepWithRefunds,
	readRefundsOfOrder,
	draftRefunds,
	besideItsOrder,
	readWhatWasBooked,
	whatWasBooked,
} from '../fragments/refunds';
import { kindIs, kindIsNot } from '../fragments/rowConditions';

/** Rows of the period that another run was booking when leftovers were looked for. */
const BEING_BOOKED =
	"={{ $('Those of the period').isExecuted ? $('Those of the period').all().filter((item) => item.json.state === 'booking').length : 0 }}";

export function migrateBatch(shop: Shop): Flow {
	const flow = new Flow({
		name: `Migrate a batch ${shop.name}`,
		description: `Processes a part of a past period of the ${shop.name} shop, or only counts what would be booked. Called by Migrate orders ${shop.name}, which keeps the progress. Orders that are in SnelStart already are taken over.`,
	});

	flow.note(
		'Overview',
		[-700, -520],
		[420, 760],
		text`
			## Migrate a batch ${shop.name}

			### How it works
			1. *Migrate orders ${shop.name}* calls this workflow with some days of a past period and a mode.
			2. Mode \`book\`: reads the orders of those days. *Process orders* books them, or takes over what is in SnelStart already under the same number. ${shop.tellsRefunds ? 'Then **Process refunds** books their refunds. ' : ''}The rows of the order table are counted.
			3. Mode \`leftovers\`: the same for orders of the period that an earlier batch could not finish, for example because it was killed.
			4. Mode \`dryRun\`: drafts everything and looks in SnelStart, but books nothing. One item tells what would be booked, per month and VAT rate.

			### Setup
			1. ${shop.tellsRefunds ? '**Get orders of the period**, **Get order again** and **Get refunds of order**' : '**Get orders of the period** and **Get order again**'}: choose the ${shop.name} credential${shop.alsoToChoose}.
			2. ${shop.tellsRefunds ? '**Find booked** and **Read booked entries**' : '**Find booked**'}: choose the SnelStart credential.
			3. ${shop.tellsRefunds ? '**Process orders** and **Process refunds**: choose the workflows *Process orders* and *Process refunds WooCommerce*' : '**Process orders**: choose the workflow *Process orders*'}.
			4. Publish this workflow: only then may others call it.

			Self-hosted n8n only: the templates use the community package **n8n-nodes-webshop-snelstart**.
		`,
	);
	flow.note(
		'Section read',
		[-220, -520],
		[2360, 900],
		text`
			### Read
			The orders of some days; or those that an earlier batch left, to be looked up in SnelStart before anything is sent.
		`,
		7,
	);
	flow.note(
		'Section dry',
		[2180, -1360],
		[2180, 840],
		text`
			### Dry run
			Drafts and look-ups only.
		`,
		7,
	);
	flow.note(
		'Section book',
		[2180, -480],
		[1160, 740],
		text`
			### Book and count
			First the orders,${shop.tellsRefunds ? ' then their refunds,' : ''} then what became of them.
		`,
		7,
	);
	const whenCalledWithAPeriod = flow.add(
		'When called with a period',
		[-180, -180],
		whenCalled(contracts.migrateABatch(shop)),
	);
	const called = refuseMissingInputs(flow, whenCalledWithAPeriod, contracts.migrateABatch(shop), {
		gate: [40, -180],
		refusal: [40, 20],
	});
	const settings = shop.tellsMore
		? flow.add(
				'Look at settings',
				[240, -340],
				readSettings('={{ $json.client }}'),
				'once',
				'evenWhenEmpty',
			)
		: undefined;
	const joined = settings && joinedBy(settings);
	const letOldClaimsExpire = flow.add(
		'Let old claims expire',
		[240, -180],
		letClaimsExpire(is('shop', '={{ $json.shop }}')),
		'once',
		'evenWhenEmpty',
	);
	const leftovers = flow.add(
		'Leftovers?',
		[440, -180],
		whether(isTrue("={{ $('When called with a period').first().json.mode === 'leftovers' }}")),
		'once',
	);
	const findLeftovers = flow.add(
		'Find leftovers',
		[640, -80],
		getRows('WebshopOrders', {
			where: [
				is('client', whenCalledWithAPeriod.first('client')),
				is('shop', whenCalledWithAPeriod.first('shop')),
				kindIsNot('payment'),
				...whereState([...triedAgain, 'booking']),
				isNot('code', codeName('VAT_NUMBER_NOT_CHECKED')),
				isNot('code', codeName('ORDER_NOT_READ')),
				isAtLeast('orderDate', whenCalledWithAPeriod.first('from')),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const thoseOfThePeriod = flow.add(
		'Those of the period',
		[860, -80],
		keepIf(
			isTrue(
				"={{ $json.kind === 'refund' || $json.orderDate < $('When called with a period').first().json.until }}",
			),
		),
		'evenWhenEmpty',
	);
	const thoseNobodyIsBooking = flow.add(
		'Those nobody is booking',
		[1080, -80],
		keepIf(isTrue("={{ $json.state !== 'booking' }}")),
		'evenWhenEmpty',
	);
	const anyLeft = flow.add(
		'Any left?',
		[1300, -80],
		whether(isTrue('={{ Boolean($json.orderId) }}')),
	);
	const keepEachOrderOnce = flow.add('Keep each order once', [1300, 140], keepOnce('orderId'));
	const getOrderAgain = flow.add(
		'Get order again',
		[1520, 140],
		shop.getOrder('={{ $json.orderId }}', joined),
		'withErrorOutput',
		'retried',
	);
	const noteUnreadOrder = flow.add(
		'Note unread order',
		[1740, 200],
		recordOrderNotRead(keepEachOrderOnce.item('orderKey')),
	);
	const getOrdersOfThePeriod = flow.add(
		'Get orders of the period',
		[640, -340],
		shop.getOrders(
			{
				createdAfter: whenCalledWithAPeriod.first('from'),
				createdBefore: whenCalledWithAPeriod.first('until'),
			},
			joined,
		),
		'once',
		'evenWhenEmpty',
		'retried',
	);
	const ordersOfTheBatch = flow.add('Orders of the batch', [1740, -240], append(4));
	const ordersOnly = flow.add(
		'Orders only',
		[1940, -220],
		keepIf(isTrue('={{ Boolean($json.id) && !$json.orderKey }}')),
		'evenWhenEmpty',
	);
	const anyOrder = flow.add(
		'Any order?',
		[2220, -220],
		whether(isTrue('={{ Boolean($json.id) }}')),
	);
	const dryRun = flow.add(
		'Dry run?',
		[2440, -300],
		whether(isTrue("={{ $('When called with a period').first().json.mode === 'dryRun' }}")),
	);
	const loadSettings = flow.add(
		'Load settings',
		[2640, -1080],
		readSettings(whenCalledWithAPeriod.first('client')),
		'once',
	);
	const findUndoneOrders = flow.add(
		'Find undone orders',
		[2640, -1240],
		getRows('WebshopOrders', {
			where: [
				is('client', whenCalledWithAPeriod.first('client')),
				is('shop', whenCalledWithAPeriod.first('shop')),
				kindIs('order'),
				isAtLeast('version', '={{ 2 }}'),
			],
		}),
		'once',
		'evenWhenEmpty',
	);
	const transformOrders = flow.add(
		'Transform orders',
		[2880, -1060],
		transformer({
			resource: 'order',
			operation: 'transformOrders',
			shop: whenCalledWithAPeriod.first('shop'),
			orderField: '',
		}),
	);
	// An order that was undone is looked up under the number of its newest entry.
	const attachVersion = flow.add(
		'Attach version',
		[3100, -1060],
		withFields({
			entryVersion: asNumber(
				"={{ $('Find undone orders').all().find((item) => item.json.orderKey === $json.orderKey)?.json.version ?? 1 }}",
			),
		}),
	);
	const findBooked = flow.add(
		'Find booked',
		[3560, -1060],
		snelStart({ resource: 'salesEntry', operation: 'findBooked', draftField: 'draft' }),
		'retried',
	);
	const allDrafts = flow.add('All drafts', [3780, -860], append(shop.tellsRefunds ? 7 : 4));
	const planPeriod = flow.add(
		'Plan period',
		[3980, -840],
		transformer({ resource: 'period', operation: 'planPeriod', foundField: 'found' }),
	);
	const giveThePlan = flow.add(
		'Give the plan',
		[4180, -840],
		onlyFields({
			documents: asNumber('={{ $json.documents }}'),
			fates: asArray('={{ $json.fates }}'),
			months: asArray('={{ $json.months }}'),
		}),
	);
	const processOrders = flow.add(
		'Process orders',
		[2700, -340],
		call(contracts.processOrders, {
			client: whenCalledWithAPeriod.first('client'),
			shop: whenCalledWithAPeriod.first('shop'),
			order: '={{ $json }}',
		}),
	);
	const findRowsOfTheBatch = flow.add(
		'Find rows of the batch',
		[2700, 40],
		getRows('WebshopOrders', {
			where: [
				is('client', whenCalledWithAPeriod.first('client')),
				is('shop', whenCalledWithAPeriod.first('shop')),
				is('orderId', '={{ String($json.id) }}'),
				kindIsNot('payment'),
			],
		}),
		'evenWhenEmpty',
	);
	const count = flow.add(
		'Count',
		[2920, 40],
		transformer({
			resource: 'period',
			operation: 'countBatch',
			mode: whenCalledWithAPeriod.first('mode'),
			read: "={{ $('Orders only').all().filter((item) => item.json.id).length }}",
			leftBefore:
				"={{ $('Those nobody is booking').isExecuted ? $('Those nobody is booking').all().map((item) => item.json.orderKey) : [] }}",
			beingBooked: BEING_BOOKED,
		}),
	);
	const nothingToDo = flow.add(
		'Nothing to do',
		[2440, 80],
		onlyFields({
			read: asNumber('={{ 0 }}'),
			booked: asNumber('={{ 0 }}'),
			alreadyThere: asNumber('={{ 0 }}'),
			refundsBooked: asNumber('={{ 0 }}'),
			waiting: asNumber('={{ 0 }}'),
			nothingToBook: asNumber('={{ 0 }}'),
			needsAttention: asNumber('={{ 0 }}'),
			left: asNumber(BEING_BOOKED),
			notReached: asNumber('={{ 0 }}'),
			total: asNumber('={{ 0 }}'),
			documents: asNumber('={{ 0 }}'),
			fates: asArray('={{ [] }}'),
			months: asArray('={{ [] }}'),
		}),
		'once',
	);

	flow.wire(called, [...(settings ? [settings] : []), letOldClaimsExpire]);
	if (settings) flow.runsFirst(settings, letOldClaimsExpire);
	flow.wire(letOldClaimsExpire, leftovers);
	flow.wire(leftovers.yes, findLeftovers, thoseOfThePeriod, thoseNobodyIsBooking, anyLeft);
	flow.wire(leftovers.no, getOrdersOfThePeriod, ordersOfTheBatch, ordersOnly, anyOrder);
	flow.wire(anyLeft.yes, keepEachOrderOnce, getOrderAgain);
	flow.wire(anyLeft.no, ordersOfTheBatch.in(1));
	flow.wire(anyOrder.yes, dryRun);
	flow.wire(anyOrder.no, nothingToDo);
	flow.wire(dryRun.yes, [findUndoneOrders, loadSettings, transformOrders]);
	flow.wire(dryRun.no, [processOrders, findRowsOfTheBatch]);
	flow.wire(getOrderAgain, ordersOfTheBatch.in(2));
	flow.wire(getOrderAgain.error, noteUnreadOrder, ordersOfTheBatch.in(3));
	flow.wire(loadSettings, transformOrders.in(1));
	flow.wire(findBooked, allDrafts, planPeriod, giveThePlan);
	flow.gather(transformOrders, [1, 2, 3], allDrafts, 1);
	flow.wire(findRowsOfTheBatch, count);

	if (shop.tellsRefunds) {
		countRefunds(flow, whenCalledWithAPeriod, {
			dryRun,
			loadSettings,
			transformOrders,
			attachVersion,
			findBooked,
			allDrafts,
		});
		bookRefunds(flow, whenCalledWithAPeriod, dryRun);
	} else flow.wire(transformOrders, attachVersion, findBooked);

	return flow;
}

/** In a dry run: drafts the refunds too, and has them looked up with the orders. */
function countRefunds(
	flow: Flow,
	whenCalledWithAPeriod: Node,
	nodes: Record<
		'dryRun' | 'loadSettings' | 'transformOrders' | 'attachVersion' | 'findBooked' | 'allDrafts',
		Node
	>,
): void {
	const { dryRun, loadSettings, transformOrders, attachVersion, findBooked, allDrafts } = nodes;
	const refundsToCount = flow.add('Refunds to count?', [2640, -860], keepWithRefunds());
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		[2640, -680],
		readRefundsOfOrder(),
		'retried',
	);
	const keyOfOrder = (id: string): string =>
		`[$('${whenCalledWithAPeriod.node}').first().json.client, $('${whenCalledWithAPeriod.node}').first().json.shop, ${id}].join('/')`;
	const whatIsBooked = readWhatWasBooked(flow, `={{ ${keyOfOrder('$json.id')} }}`, [2840, -880]);
	const attachOrder = flow.add(
		'Attach order',
		[2880, -680],
		onlyFields({
			...besideItsOrder(refundsToCount, getRefundsOfOrder),
			booked: whatWasBooked(keyOfOrder('$json.parent_id')),
		}),
	);
	const transformRefunds = flow.add(
		'Transform refunds',
		[3200, -700],
		draftRefunds(whenCalledWithAPeriod.first('shop')),
	);
	const draftsToLookUp = flow.add('Drafts to look up', [3380, -1060], append(2));

	flow.wire(dryRun.yes, refundsToCount, [whatIsBooked, getRefundsOfOrder]);
	flow.wire(getRefundsOfOrder, attachOrder, transformRefunds);
	flow.wire(loadSettings, transformRefunds.in(1));
	flow.wire(transformOrders, attachVersion, draftsToLookUp, findBooked);
	flow.wire(transformRefunds, draftsToLookUp.in(1));
	flow.gather(transformRefunds, [1, 2, 3], allDrafts, 4);
}

/** Has the refunds of the batch booked, after its orders. */
function bookRefunds(flow: Flow, whenCalledWithAPeriod: Node, dryRun: Node): void {
	const withRefunds = flow.add('With refunds?', [2700, -160], keepWithRefunds());
	const processRefunds = flow.add(
		'Process refunds',
		[2900, -160],
		call(contracts.processRefundsWooCommerce, {
			client: whenCalledWithAPeriod.first('client'),
			shop: whenCalledWithAPeriod.first('shop'),
			order: '={{ $json }}',
		}),
	);

	flow.wire(dryRun.no, withRefunds, processRefunds);
}
