import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { paidStateOf } from '../../bookkeeping';

export const outputNames = ['orders'] as const;

const displayOptions = { show: { operation: ['decidePaidState'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the rows of payments; rows of another kind are passed over. The order of each leaves once, as 'parentKey', with what its payments make of it in 'row'.",
		name: 'paidStateNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Sums the payments of each order up. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const paymentsOf = new Map<string, { states: unknown[]; items: number[] }>();
	this.getInputData().forEach(({ json }, item) => {
		const key = String(json.parentKey ?? '');
		if (key === '' || json.kind !== 'payment') return;
		const { states, items } = paymentsOf.get(key) ?? { states: [], items: [] };
		paymentsOf.set(key, { states: [...states, json.state], items: [...items, item] });
	});
	const orders = [...paymentsOf].map(([parentKey, { states, items }]) => ({
		json: { parentKey, row: { paidState: paidStateOf(states) } },
		pairedItem: items.map((item) => ({ item })),
	}));
	return [orders];
}
