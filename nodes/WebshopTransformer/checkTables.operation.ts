import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { checkTables, type ListedTable } from '../../bookkeeping';

export const outputNames = ['complete', 'incomplete'] as const;

const displayOptions = { show: { operation: ['checkTables'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect all data tables, as the Data Table node lists them. What is missing leaves on the second output, an item per fault; else one item leaves on the first.',
		name: 'tablesNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Says whether the data tables are those of this version. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const items = this.getInputData();
	const pairedItem = items.map((_, item) => ({ item }));
	const faults = checkTables(items.map(({ json }) => listed(json)));
	if (faults.length === 0) return [[{ json: { tables: 'complete' }, pairedItem }], []];
	return [[], faults.map((fault) => ({ json: { ...fault }, pairedItem }))];
}

function listed({ name, columns }: IDataObject): ListedTable {
	const list = Array.isArray(columns) ? (columns as IDataObject[]) : [];
	return {
		name: String(name ?? ''),
		columns: list.map((column) => ({
			name: String(column.name ?? ''),
			type: String(column.type ?? ''),
		})),
	};
}
