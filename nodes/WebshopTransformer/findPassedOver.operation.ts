import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { noteIn, orderKey, passedOver, readListed, reason, told } from '../../bookkeeping';
import { inputError } from '../shared/codedError';
import { filterMoment, momentOf } from '../shared/moment';
import { firstNamed } from './firstNamed';
import { listIn } from './listIn';

export const outputNames = ['passedOver', 'note'] as const;

const displayOptions = { show: { resource: ['orderTable'], operation: ['findPassedOver'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of the order table of one shop. Orders that the shop lists and that have no row leave, although the sync has read further; beside them one item that tells of them, when there are any.',
		name: 'passedOverNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Listed Orders',
		name: 'listedOrders',
		type: 'json',
		default: '[]',
		description: "What the shop lists, as Get Many of the shop's node gives it with Simplify",
		displayOptions,
	},
	{
		displayName: 'Recorded IDs',
		name: 'recordedIds',
		type: 'json',
		default: '[]',
		description: 'IDs of further orders that have a row, besides the rows that are connected',
		displayOptions,
	},
	{
		displayName: 'Read Until',
		name: 'readUntil',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-11-22T13:45:00Z',
		description:
			'How far the sync has read the shop. An order that changed later is still to be read by it.',
		displayOptions,
	},
	{
		displayName: 'Client',
		name: 'client',
		type: 'string',
		default: '',
		required: true,
		displayOptions,
	},
	{
		displayName: 'Shop',
		name: 'shopName',
		type: 'string',
		default: '',
		required: true,
		displayOptions,
	},
];

/** Finds what every run of the sync passed over: nothing of a shop is lost in silence. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const zone = this.getTimezone();
	const readUntil = filterMoment.call(this, 'Read Until', this.getNodeParameter('readUntil', 0), 0);
	if (readUntil === undefined) {
		const why = reason('INPUT_INCOMPLETE', { case: 'empty', field: 'Read Until' });
		throw inputError(this.getNode(), why, { itemIndex: 0 });
	}
	const listed = listIn
		.call(this, 'listedOrders', 'Listed Orders')
		.map(readListed)
		.map((order) => ({ ...order, changedMs: momentOf(order.changedAt, zone)?.toMillis() }));
	const recorded = [
		...this.getInputData().map(({ json }) => json.orderId),
		...listIn.call(this, 'recordedIds', 'Recorded IDs'),
	].map((id) => String(id ?? ''));
	const missing = passedOver(listed, recorded, readUntil.toMillis());

	const client = this.getNodeParameter('client', 0) as string;
	const shop = this.getNodeParameter('shopName', 0) as string;
	const pairedItem = { item: 0 };
	const orders = missing.map(({ id, number }) => ({
		json: { orderKey: orderKey(client, shop, id), client, shop, orderId: id, orderNumber: number },
		pairedItem,
	}));
	if (orders.length === 0) return [[], []];
	const why = reason('ORDERS_PASSED_OVER', {
		missing: missing.length,
		listed: listed.length,
		named: firstNamed(missing.map(({ number }) => number)),
	});
	return [orders, [{ json: { ...noteIn({ ...told(why) }) }, pairedItem }]];
}
