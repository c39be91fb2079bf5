import { DateTime } from 'luxon';
import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	type Settings,
	readArticles,
	compareStock,
	type StockInput,
	type StockMemory,
	readHeldStock,
} from '../../bookkeeping';
import { countCodes, productInput, readInput, rowsOf } from './articleInput';
import { settingsOf } from './settingsInput';

export const inputNames = ['Products', 'Settings', 'Articles', 'Orders', 'Booked Orders', 'Memory'];
export const outputNames = ['changes', 'toRemember', 'problems', 'summary'] as const;

const displayOptions = { show: { resource: ['article'], operation: ['compareStock'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"SnelStart leads. Connect the raw products and variations of a WooCommerce shop, the simplified articles (artikelen) of SnelStart, inactive ones too, the raw orders of the shop since 'Orders Since', the booked rows of the order table, and what was remembered of the last run. Nothing is changed by this node.",
		name: 'compareStockNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Orders Since',
		name: 'ordersSince',
		type: 'dateTime',
		default: '={{ $now.minus({ days: 60 }).startOf("day").toISO() }}',
		required: true,
		description:
			'The moment since which orders were read. What was sold before it should be in SnelStart.',
		displayOptions,
	},
	{
		displayName: 'Stock in SnelStart',
		name: 'stockBasis',
		type: 'options',
		options: [
			{
				name: 'Free Stock',
				value: 'freeStock',
				description: 'Without what sales orders hold (vrije voorraad)',
			},
			{
				name: 'Technical Stock',
				value: 'stock',
				description: 'What is on the shelf (technische voorraad)',
			},
		],
		default: 'freeStock',
		description: 'Which stock of SnelStart is for sale in the shop',
		displayOptions,
	},
	{
		displayName: 'Switch Stock Management On',
		name: 'switchOn',
		type: 'boolean',
		default: false,
		description:
			'Whether the shop is to keep stock of products whose article has stock control (voorraadcontrole); otherwise they are only reported',
		displayOptions,
	},
	{
		displayName: 'Stock Is Lowered by Other Means',
		name: 'loweredByOthers',
		type: 'boolean',
		default: false,
		description:
			'Whether the stock in SnelStart is lowered for booked orders although they are booked as sales entries (verkoopboekingen), which do not do that',
		displayOptions,
	},
];

/** Compares the stock of a shop with SnelStart, which leads. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const { items, linked } = productInput.call(this);
	const settings = settingsOf.call(this);
	const { ordersSince, rememberSince } = momentsOf.call(this);
	const result = compareStock({
		items,
		articles: readInput(this, 'Articles', () => readArticles(rowsOf.call(this, 2))),
		orders: readInput(this, 'Orders', () => readHeldStock(rowsOf.call(this, 3), items)),
		booked: new Set(
			rowsOf
				.call(this, 4, 'orderId')
				.filter(isBooked)
				.map(({ orderId }) => String(orderId)),
		),
		memory: rowsOf.call(this, 5, 'productId').map(toMemory),
		ordersSince,
		rememberSince,
		basis: this.getNodeParameter('stockBasis', 0) as 'freeStock' | 'stock',
		switchOn: this.getNodeParameter('switchOn', 0) === true,
		lowering: loweringOf(settings, this.getNodeParameter('loweredByOthers', 0) === true),
	});
	const { changes, toRemember, problems, followed } = result;
	const summary = {
		products: items.length,
		followed,
		changes: changes.length,
		overridden: changes.filter(({ code }) => code !== '').length,
		problems: problems.length,
		codes: countCodes(problems),
	};
	return [
		linked(changes),
		linked(toRemember),
		linked(problems),
		[{ json: summary, pairedItem: { item: 0 } }],
	];
}

/** Only sales orders lower the stock, and only with their pieces as sold by exactly that. */
function loweringOf(
	{ document, salesOrders }: Settings,
	loweredByOthers: boolean,
): StockInput['lowering'] {
	if (document !== 'salesOrder') return loweredByOthers ? 'exact' : 'none';
	return salesOrders.pieces === 'asSold' ? 'exact' : 'rough';
}

/** Refunds and payments have rows of their own, which say nothing about the stock. */
const isBooked = ({ state, kind }: IDataObject): boolean => state === 'booked' && kind === 'order';

const toMemory = ({ productId, variationId, written, held, since }: IDataObject): StockMemory => ({
	productId: Number(productId),
	variationId: Number(variationId ?? 0) || null,
	written: Number(written ?? 0),
	held: Number(held ?? 0),
	since: String(since ?? ''),
});

/** Since when orders count, and since when what is remembered now does: halfway until now. */
function momentsOf(this: IExecuteFunctions): { ordersSince: string; rememberSince: string } {
	const given = this.getNodeParameter('ordersSince', 0, '');
	const since = DateTime.fromISO(String(given), { zone: 'utc' });
	if (!since.isValid) {
		throw new NodeOperationError(this.getNode(), "'Orders Since' is not a moment", {
			description: 'Write it like 2026-10-01T00:00:00Z',
		});
	}
	const halfway = DateTime.fromMillis((since.toMillis() + Date.now()) / 2, { zone: 'utc' });
	const shown = (moment: DateTime): string => moment.toFormat("yyyy-MM-dd'T'HH:mm:ss");
	return { ordersSince: shown(since), rememberSince: shown(halfway) };
}
