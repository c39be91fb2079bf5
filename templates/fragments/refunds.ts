import { because } from '../build/because';
import type { Flow, Kind, Node, Position } from '../build/flow';
import { codeName, note } from '../build/note';
import { append, snelStart, transformer, wooCommerce } from './basics';
import { call } from './call';
import { isTrue, keepIf, whether } from './conditions';
import * as contracts from './contracts';
import { asArray, asObject, type Fields, onlyFields, type Typed, withFields } from './fields';
import { readSettings } from './settings';
import { getRows, is, keepIfNoRow, keepIfRow, updateRows } from './table';
import { isWholeIn, stateIs, kindIs } from '../fragments/rowConditions';

/** Only orders that have refunds. */
export const keepWithRefunds = (): Kind =>
	keepIf(isTrue('={{ ($json.refunds ?? []).length > 0 }}'));

/** All refunds of an order, which only WooCommerce tells. */
export const readRefundsOfOrder = (): Kind =>
	wooCommerce({
		resource: 'refund',
		operation: 'getMany',
		scope: 'order',
		orderId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		expectedIds: '={{ ($json.refunds ?? []).map((refund) => refund.id) }}',
		returnAll: true,
		simplify: false,
	});

/** A refund with its order, and with all refunds of that order. */
export const besideItsOrder = (order: Node, getRefundsOfOrder: Node): Fields => ({
	order: asObject(`={{ $('${order.node}').item.json }}`),
	refund: asObject('={{ $json }}'),
	earlierRefunds: asArray(
		`={{ $('${getRefundsOfOrder.node}').all().map((item) => item.json).filter((refund) => refund.parent_id === $json.parent_id) }}`,
	),
});

/**
 * Reads what is in the books of orders: the booking records of each order and of the credit notes on
 * it, and the entries in SnelStart behind them.
 * @param key the key of the order, as an expression
 * @param more what else to read of them
 * @returns the first node; the last one is named by `READ_BOOKED`
 */
export function readWhatWasBooked(
	flow: Flow,
	key: string,
	[x, y]: Position,
	more: { withOpenAmount?: true } = {},
): Node {
	const findRecords = flow.add(
		'Find booking records',
		[x, y],
		getRows('BookingRecords', { where: [is('documentKey', key), is('parentKey', key)], any: true }),
	);
	const readBooked = flow.add(
		READ_BOOKED,
		[x + 180, y],
		snelStart({ resource: 'salesEntry', operation: 'readBooked', ...more }),
		'retried',
	);
	flow.wire(findRecords, readBooked);
	return findRecords;
}

const READ_BOOKED = 'Read booked entries';

/** What is in the books of one order. @param key its key, within an expression */
export const whatWasBooked = (key: string): Typed =>
	asArray(
		because(
			'it picks from a list what belongs to one order',
			`={{ $('${READ_BOOKED}').isExecuted ? $('${READ_BOOKED}').all().map((item) => item.json).filter(({ record }) => [record.documentKey, record.parentKey].includes(${key})) : [] }}`,
		),
	);

/** Drafts credit notes of what `besideItsOrder` put together. */
export const draftRefunds = (shop: string): Kind =>
	transformer({
		resource: 'order',
		operation: 'transformRefunds',
		shop,
		orderField: 'order',
		refundField: 'refund',
		earlierRefundsField: 'earlierRefunds',
	});

/** Why the shop did not answer, an expression. */
export const answerCode = `={{ $json.details?.code ?? '${codeName('SHOP_NOT_REACHED')}' }}`;

/** Whether a credit note is in the books as a whole, now or before, or will be in its total. */
export const isCredited = (): Kind =>
	whether(
		isTrue(
			// Without its second entry it is booked, and not whole.
			`={{ (${isWholeIn('result', ['booked', 'gatheredRefund'])}) || $json.code === '${codeName('CREDITED_IN_FULL')}' }}`,
		),
	);

interface Crediting {
	/** Where client and shop stand: the first item of this node has both. */
	values: Node;
	/** The orders whose refunds are to be credited. */
	orders: Node;
	/** Where the reading of refunds stands; the rest stands to the right of it. */
	at: Position;
}

/**
 * Credits the refunds of orders: reads them, drafts them, lets those wait whose sale is not booked,
 * has the others booked, and has the payments of credited orders looked at again.
 * @returns Book and record, which gives all results
 */
export function creditRefunds(flow: Flow, { values, orders, at: [x, y] }: Crediting): Node {
	const at = (right: number, down: number): Position => [x + right, y + down];
	const first = (field: string): string => `$('${values.node}').first().json.${field}`;
	const keyOfOrder = (id: string): string =>
		`[${first('client')}, ${first('shop')}, ${id}].join('/')`;
	const whatIsBooked = readWhatWasBooked(flow, `={{ ${keyOfOrder('$json.id')} }}`, at(200, -240));
	const findSale = flow.add(
		'Find sale',
		at(0, -240),
		getRows('WebshopOrders', {
			where: [
				is('orderKey', `={{ ${keyOfOrder('$json.id')} }}`),
				kindIs('order'),
				stateIs('booked'),
			],
		}),
		'evenWhenEmpty',
	);
	const getRefundsOfOrder = flow.add(
		'Get refunds of order',
		at(0, 0),
		readRefundsOfOrder(),
		'withErrorOutput',
		'retried',
	);
	const nameUnreadRefunds = flow.add(
		'Name unread refunds',
		at(180, 180),
		onlyFields({
			order: asObject(`={{ $('${orders.node}').item.json }}`),
			refundsNotRead: answerCode,
		}),
	);
	const readOrNot = flow.add('Read or not', at(340, 100), append(2));
	const loadSettings = flow.add(
		'Load settings',
		at(500, -140),
		readSettings(values.first('client')),
		'once',
	);
	const attachOrder = flow.add(
		'Attach order',
		at(180, 20),
		onlyFields({
			...besideItsOrder(orders, getRefundsOfOrder),
			saleState: SALE_STATE,
			booked: whatWasBooked(keyOfOrder('$json.parent_id')),
		}),
	);
	const transformRefunds = flow.add(
		'Transform refunds',
		at(660, -60),
		draftRefunds(values.first('shop')),
	);
	const sale = [is('orderKey', '={{ $json.originalOrderKey }}'), stateIs('booked')];
	const keepIfSaleIsBooked = flow.add(
		'Keep if sale is booked',
		at(920, -220),
		keepIfRow('WebshopOrders', sale),
	);
	const keepIfSaleIsNotBooked = flow.add(
		'Keep if sale is not booked',
		at(920, -60),
		keepIfNoRow('WebshopOrders', sale),
	);
	const waitForSale = flow.add(
		'Wait for sale',
		at(1100, -60),
		withFields({
			outcome: 'wait',
			...note('SALE_NOT_BOOKED_YET', { order: '{{ $json.orderNumber }}' }),
		}),
	);
	const allOutcomes = flow.add('All outcomes', at(1300, -80), append(5));
	const bookAndRecord = flow.add(
		'Book and record',
		at(1480, -80),
		call(contracts.bookAndRecord, {
			kind: 'refund',
			settingsVersion: loadSettings.first('version'),
			salesEntryId: '',
			item: '={{ $json }}',
		}),
		'evenWhenEmpty',
	);
	const credited = flow.add('Credited?', at(1680, 60), isCredited());
	const lookAtPaymentsAgain = flow.add(
		'Look at payments again',
		at(1880, 60),
		updateRows('WebshopOrders', [is('orderKey', '={{ $json.parentKey }}'), kindIs('order')], {
			paidState: '',
		}),
	);

	flow.wire(orders, [findSale, whatIsBooked, getRefundsOfOrder]);
	flow.wire(getRefundsOfOrder, attachOrder, readOrNot, [loadSettings, transformRefunds]);
	flow.wire(getRefundsOfOrder.error, nameUnreadRefunds, readOrNot.in(1));
	flow.wire(loadSettings, transformRefunds.in(1));
	flow.wire(transformRefunds, [keepIfSaleIsBooked, keepIfSaleIsNotBooked]);
	flow.gather(transformRefunds, [1, 2, 3], allOutcomes, 2);
	flow.wire(keepIfSaleIsBooked, allOutcomes, bookAndRecord, credited);
	flow.wire(keepIfSaleIsNotBooked, waitForSale, allOutcomes.in(1));
	flow.wire(credited.yes, lookAtPaymentsAgain);
	return bookAndRecord;
}

/** What the order table knows of the sale of a refund. */
const SALE_STATE = because(
	'it looks an order up in a list and has three answers',
	"={{ ((sale) => sale === undefined ? 'notKnown' : sale.json.fingerprint ? 'booked' : 'credited')($('Find sale').all().find((item) => item.json.orderId === String($json.parent_id))) }}",
);
