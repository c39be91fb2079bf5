import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** Names the binary field that a file comes from. */
export const inputFileField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field containing the file to send',
};

/** Names the binary field that a file goes to. */
export const outputFileField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'outputField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output field that gets the file',
};

export const fileNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice-1001.pdf',
	description: "The input file's own name when empty",
};

export interface InputFile {
	fileName: string;
	/** The bytes as base64. */
	content: string;
}

/** Reads the file of an item. @throws NodeOperationError when the item has none */
export async function readFile(
	this: IExecuteFunctions,
	itemIndex: number,
	{ stripByteOrderMark = false } = {},
): Promise<InputFile> {
	const field = this.getNodeParameter('binaryPropertyName', itemIndex) as string;
	const binary = this.helpers.assertBinaryData(itemIndex, field);
	const bytes = await this.helpers.getBinaryDataBuffer(itemIndex, field);
	const given = (this.getNodeParameter('fileName', itemIndex, '') as string).trim();
	const hasMark = bytes.subarray(0, 3).toString('hex') === 'efbbbf';
	const kept = stripByteOrderMark && hasMark ? bytes.subarray(3) : bytes;
	return { fileName: given || (binary.fileName ?? 'file'), content: kept.toString('base64') };
}

/** An item that carries a file. */
export async function fileItem(
	this: IExecuteFunctions,
	itemIndex: number,
	{ fileName, content }: InputFile,
	json: INodeExecutionData['json'],
): Promise<INodeExecutionData> {
	const field = this.getNodeParameter('outputField', itemIndex) as string;
	const bytes = Buffer.from(content, 'base64');
	return {
		json,
		binary: { [field]: await this.helpers.prepareBinaryData(bytes, fileName) },
		pairedItem: { item: itemIndex },
	};
}
