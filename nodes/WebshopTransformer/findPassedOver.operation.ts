import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	noteIn,
	orderKey,
	passedOver,
	readListed,
	readListedRefund,
	reason,
	refundIdIn,
	refundKey,
	told,
	type Reason,
} from '../../bookkeeping';
import { momentOf } from '../shared/moment';
import { firstNamed } from './firstNamed';
import { listIn } from './listIn';
import { neededMoment } from './neededMoment';

export const outputNames = ['passedOver', 'note'] as const;

const displayOptions = { show: { resource: ['orderTable'], operation: ['findPassedOver'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect the rows of the order table of one shop. Orders or refunds that the shop lists and that have no row leave, although the sync has read further; beside them one item that tells of them, when there are any.',
		name: 'passedOverNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Count',
		name: 'counted',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Orders', value: 'orders' },
			{ name: 'Refunds', value: 'refunds' },
		],
		default: 'orders',
		description: 'What the shop lists and the rows are of',
		displayOptions,
	},
	{
		displayName: 'Listed Orders',
		name: 'listedOrders',
		type: 'json',
		default: '[]',
		description:
			"What the shop lists (orders, or refunds), as Get Many of the shop's node gives it with Simplify",
		displayOptions,
	},
	{
		displayName: 'Recorded IDs',
		name: 'recordedIds',
		type: 'json',
		default: '[]',
		description: 'IDs of further ones that have a row, besides the rows that are connected',
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
			'How far the sync has read the shop. What changed later is still to be read by it.',
		displayOptions,
	},
	{
		displayName: 'Client',
		name: 'client',
		type: 'string',
		default: '',
		required: true,
		description: 'The client, as in its settings',
		displayOptions,
	},
	{
		displayName: 'Shop',
		name: 'shopName',
		type: 'string',
		default: '',
		required: true,
		description: 'The shop, as in the settings of the client',
		displayOptions,
	},
];

/** Finds what every run of the sync passed over: nothing of a shop is lost in silence. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const zone = this.getTimezone();
	const readUntil = neededMoment.call(this, 'Read Until', 'readUntil');
	const list = listIn.call(this, 'listedOrders', 'Listed Orders');
	const rows = this.getInputData().map(({ json }) => json);
	const further = listIn.call(this, 'recordedIds', 'Recorded IDs');
	const client = this.getNodeParameter('client', 0) as string;
	const shop = this.getNodeParameter('shopName', 0) as string;
	const missingOf = <Listed extends { id: string; changedAt: string }>(
		listed: readonly Listed[],
		idOf: (row: IDataObject) => unknown,
	): Listed[] =>
		passedOver(
			listed.map((one) => ({ ...one, changedMs: momentOf(one.changedAt, zone)?.toMillis() })),
			[...rows.map(idOf), ...further].map((id) => String(id ?? '')),
			readUntil.toMillis(),
		);
	const factsOf = (missing: ReadonlyArray<{ number: string }>) => ({
		missing: missing.length,
		listed: list.length,
		named: firstNamed(missing.map(({ number }) => number)),
	});

	if (this.getNodeParameter('counted', 0) === 'refunds') {
		const missing = missingOf(list.map(readListedRefund), ({ orderKey: key }) =>
			refundIdIn(String(key ?? '')),
		);
		const refunds = missing.map(({ id, orderId, changedAt }) => ({
			...{ orderKey: refundKey(orderKey(client, shop, orderId), id), client, shop, orderId },
			...{ refundId: id, createdAt: momentOf(changedAt, zone)?.toUTC().toISO() ?? '' },
		}));
		return answer(refunds, reason('REFUNDS_PASSED_OVER', factsOf(missing)));
	}
	const missing = missingOf(list.map(readListed), ({ orderId }) => orderId);
	const orders = missing.map(({ id, number }) => ({
		...{ orderKey: orderKey(client, shop, id), client, shop, orderId: id, orderNumber: number },
	}));
	return answer(orders, reason('ORDERS_PASSED_OVER', factsOf(missing)));
}

/** What was passed over, and one item that tells of it. */
function answer(found: IDataObject[], why: Reason): INodeExecutionData[][] {
	const pairedItem = { item: 0 };
	if (found.length === 0) return [[], []];
	return [
		found.map((json) => ({ json, pairedItem })),
		[{ json: { ...noteIn({ ...told(why) }) }, pairedItem }],
	];
}
