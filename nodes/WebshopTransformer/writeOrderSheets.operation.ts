import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { orderSheet, reasonOf, told } from '../../bookkeeping';
import { orderFields, rawOrderOf } from './orderInput';
import { settingsOf } from './settingsInput';

export const outputNames = ['sheets', 'attention'] as const;

const displayOptions = { show: { operation: ['writeOrderSheets'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Each order leaves as a plain text file that says what was sold to whom, and what the shop charged.',
		name: 'orderSheetNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
	{
		displayName: 'Invoice Number',
		name: 'invoiceNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. W1041',
		description: 'The number of the entry (factuurnummer) that the order is booked under',
		displayOptions,
	},
];

/** Writes the sheet of each order; one that cannot be read says why. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const settings = settingsOf.call(this);
	const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	for (const item of this.getInputData().keys()) {
		const { raw, shop } = rawOrderOf.call(this, item);
		const number = String(this.getNodeParameter('invoiceNumber', item));
		const pairedItem = { item };
		try {
			const text = orderSheet(raw as IDataObject, number, shop, settings);
			// The mark tells a reader on Windows that it is UTF-8.
			const content = Buffer.from(`\uFEFF${text}`, 'utf8');
			const data = await this.helpers.prepareBinaryData(content, `${number}.txt`, 'text/plain');
			outputs[0].push({ json: { invoiceNumber: number }, binary: { data }, pairedItem });
		} catch (error) {
			const why = told(reasonOf(error));
			outputs[1].push({ json: { invoiceNumber: number, ...why } as IDataObject, pairedItem });
		}
	}
	return outputs;
}
