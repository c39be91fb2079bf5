import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { fileForm } from '../../bookkeeping';

export const outputNames = ['file'] as const;
export const inputNames = ['File'];

const displayOptions = { show: { resource: ['orderFile'], operation: ['lookAtFile'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Tells whether a file is CSV, Excel or JSON, and what separates its columns, for n8n's <i>Extract From File</i>. A text leaves as UTF-8, whatever it was.",
		name: 'lookAtFileNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field that holds the file',
		displayOptions,
	},
];

/** What the first file is: `form`, and `separator` of a CSV file. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const [item] = this.getInputData();
	const name = this.getNodeParameter('binaryPropertyName', 0) as string;
	const binary = item?.binary?.[name];
	if (!item || !binary) {
		throw new NodeOperationError(this.getNode(), `The item has no file in the field "${name}"`, {
			itemIndex: 0,
			description: 'Upload a file, and name the field that holds it',
		});
	}
	const isEmpty = !binary.id && !binary.data;
	const bytes = isEmpty ? new Uint8Array() : await this.helpers.getBinaryDataBuffer(0, name);
	const { ...form } = fileForm(bytes);
	const text = 'encoding' in form && new TextDecoder(form.encoding).decode(bytes);
	const file =
		text === false
			? binary
			: await this.helpers.prepareBinaryData(Buffer.from(text), binary.fileName, 'text/plain');
	return [
		[
			{
				json: { ...item.json, ...form },
				binary: { ...item.binary, [name]: file },
				pairedItem: { item: 0 },
			},
		],
	];
}
