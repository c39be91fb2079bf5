import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	fromJson,
	groupBy,
	isUnchanged,
	readFound,
	readSettings,
	transformUnchecked,
	type Settings,
} from '../../bookkeeping';
import { rowsAt } from './messages/read';
import { shopField } from './orderInput';
import { settingsVersionField } from './settingsVersionField';

export const inputNames = ['Orders', 'Settings', 'Rows'];
export const outputNames = ['toProcess', 'unchanged'] as const;

const displayOptions = { show: { resource: ['orderTable'], operation: ['findUnchanged'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect raw orders of a shop, the item of the client's settings, and rows of the order table. Of an order for which nothing is to be done and nothing to be written, its row leaves on 'Unchanged'. Every other order leaves on 'To Process' as it came.",
		name: 'unchangedNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	shopField(displayOptions),
	settingsVersionField(displayOptions),
];

const SETTINGS_INPUT = 1;
const ROWS_INPUT = 2;

/** What is wrong with the settings is said where the orders are transformed: all of them go there. */
function settingsAt(this: IExecuteFunctions): Settings | undefined {
	const json = this.getInputData(SETTINGS_INPUT)[0]?.json ?? {};
	const result = readSettings(fromJson(json.settings ?? json));
	return result.ok ? result.settings : undefined;
}

/** Parts the orders that a run has something to do for from those that stand as they are. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const shop = this.getNodeParameter('shop', 0) as string;
	const version: unknown = this.getNodeParameter('settingsVersion', 0);
	const settings = settingsAt.call(this);
	const rows = groupBy(rowsAt.call(this, ROWS_INPUT, 'orderKey') as IDataObject[], ({ orderKey }) =>
		String(orderKey),
	);
	const unchangedRow = (raw: IDataObject): IDataObject | undefined => {
		if (!settings || rows.size === 0) return undefined;
		const isBooked = (key: string) => rows.get(key)?.[0]?.state === 'booked';
		const { transformed, toCheck } = transformUnchecked(raw, shop, settings, isBooked);
		const own = rows.get(transformed.orderKey) ?? [];
		// VIES is asked where the order is transformed.
		if (toCheck.length > 0) return undefined;
		const found = readFound('order', transformed, version);
		return !('refused' in found) && isUnchanged(found, own) ? own[0] : undefined;
	};
	const [toProcess, unchanged]: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	this.getInputData().forEach((order, item) => {
		// A node that had to give something although it read nothing gives an empty item.
		if (Object.keys(order.json).length === 0) return;
		const row = unchangedRow(order.json);
		if (row) unchanged.push({ json: row, pairedItem: { item } });
		else toProcess.push({ ...order, pairedItem: { item } });
	});
	return [toProcess, unchanged];
}
