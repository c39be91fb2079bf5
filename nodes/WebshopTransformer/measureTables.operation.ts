import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { noteIn, reason, tableSize, told, USUAL_LIMIT_MB } from '../../bookkeeping';

export const outputNames = ['measured', 'filling'] as const;

const displayOptions = { show: { resource: ['orderTable'], operation: ['measureTables'] } };
const count = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	default: 0,
	description,
	displayOptions,
});

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect anything: one item leaves that says about how full the data tables are and how many months rows are kept by that. When they are filling up, a second one tells what to do.',
		name: 'measureNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	count('Rows of WebshopOrders', 'orders', 'How many rows the table has, of all clients'),
	count('Rows of BookingRecords', 'records', 'How many rows the table has, of all clients'),
	{
		...count(
			'Limit (MB)',
			'limitMb',
			'What all data tables of this n8n may hold: 200 unless N8N_DATA_TABLES_MAX_SIZE_BYTES says otherwise',
		),
		default: USUAL_LIMIT_MB,
	},
	count('Months', 'months', 'How long finished rows are kept'),
	count('Months When Full', 'monthsWhenFull', 'How long they are kept from 70 % on'),
];

/** Says about how full n8n's data tables are, before n8n refuses every further row. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const at = (name: string) => Number(this.getNodeParameter(name, 0)) || 0;
	const limitMb = at('limitMb') || USUAL_LIMIT_MB;
	const size = tableSize({ orders: at('orders'), records: at('records') }, limitMb);
	const usual = Math.max(1, at('months'));
	const months = size.isFilling ? Math.min(usual, Math.max(1, at('monthsWhenFull'))) : usual;
	const { percent, usedMb } = size;
	const pairedItem = { item: 0 };
	const measured = [{ json: { percent, usedMb, months }, pairedItem }];
	if (!size.isFilling) return [measured, []];
	const why = reason('TABLES_FILLING', { percent, used: usedMb, limit: limitMb });
	return [measured, [{ json: { ...noteIn({ ...told(why) }) }, pairedItem }]];
}
