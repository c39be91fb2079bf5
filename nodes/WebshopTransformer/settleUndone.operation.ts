import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { setOffOfCredit } from '../../bookkeeping';
import { settingsOf } from './settingsInput';

export const inputNames = ['Credit Notes', 'Settings'];
export const outputNames = ['book'] as const;

const displayOptions = { show: { operation: ['settleUndone'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the rows of the credit notes by which bookings were undone to 'Credit Notes', and the item of the client's settings to 'Settings'. Each leaves with the draft of the memorial that settles it with the entry it took back; none where the settings name no Set-Off Journal.",
		name: 'settleUndoneNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

/** Drafts once more what settles an undone booking with its credit note. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const setOffs = this.getInputData().flatMap(({ json }, item): INodeExecutionData[] => {
		const setOff = setOffOfCredit(json, settings);
		return setOff ? [{ json: setOff as unknown as IDataObject, pairedItem: { item } }] : [];
	});
	return [setOffs];
}
