import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { changedAfterBooking } from '../../bookkeeping';

export const outputNames = ['changed'] as const;

const displayOptions = { show: { operation: ['decideChanges'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect rows of the order table. Orders that changed in the shop after they were booked leave, with the note of that in 'row'.",
		name: 'changesNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Lets booked orders through that are not in the books as the shop has them now. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const changed = this.getInputData().flatMap(({ json }, item) => {
		const text = (column: string) => String(json[column] ?? '');
		const note = changedAfterBooking({
			kind: text('kind'),
			state: text('state'),
			fingerprint: text('fingerprint'),
			seenFingerprint: text('seenFingerprint'),
			orderStatus: text('orderStatus'),
			code: text('code'),
		});
		if (!note) return [];
		return [{ json: { orderKey: text('orderKey'), row: { ...note } }, pairedItem: { item } }];
	});
	return [changed];
}
