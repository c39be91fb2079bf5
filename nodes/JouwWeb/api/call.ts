import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';

import { connectionOf } from '../connection';
import { callApi, readList } from '../transport';

const show = { resource: ['api'], operation: ['call'] };

export const callDescription: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'DELETE', value: 'DELETE' },
			{ name: 'GET', value: 'GET' },
			{ name: 'PATCH', value: 'PATCH' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT' },
		],
		default: 'GET',
		description: 'GET is tried again when the answer fails to come; the others are sent once',
		displayOptions: { show },
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. /websites/12345/orders',
		description: "The path below the 'Base URL' of the credential; other hosts are refused",
		displayOptions: { show },
	},
	{
		displayName: 'Whole List',
		name: 'wholeList',
		type: 'boolean',
		default: false,
		description: 'Whether the answer is a list to be read to its last page',
		displayOptions: { show: { ...show, method: ['GET'] } },
	},
	{
		displayName: 'Query',
		name: 'query',
		type: 'json',
		default: '{}',
		description: 'Query parameters, as a JSON object',
		displayOptions: { show },
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		description: 'What to send, as JSON',
		displayOptions: { show: { ...show, method: ['PATCH', 'POST', 'PUT'] } },
	},
];

/** Sends one request. A list becomes one item per record, an empty answer `{ success: true }`. */
export async function call(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const method = this.getNodeParameter('method', itemIndex) as IHttpRequestMethods;
	const path = String(this.getNodeParameter('path', itemIndex)).trim();
	const authentication = this.getNodeParameter('authentication', itemIndex) as string;
	const query = json.call(this, 'query', 'Query', itemIndex);
	const connection = await connectionOf.call(this, authentication);

	if (method === 'GET' && this.getNodeParameter('wholeList', itemIndex, false) === true) {
		const found: IDataObject[] = [];
		await readList.call(this, connection, { path, query }, (records) => {
			found.push(...records);
			return false;
		});
		return found;
	}
	const hasBody = ['PATCH', 'POST', 'PUT'].includes(method);
	const answer = await callApi.call(this, connection, {
		method,
		path,
		query,
		...(hasBody && { body: json.call(this, 'body', 'Body', itemIndex) }),
	});
	return asItems(answer);
}

/** @throws NodeOperationError when the parameter holds no JSON object or list */
function json(
	this: IExecuteFunctions,
	name: string,
	label: string,
	itemIndex: number,
): IDataObject {
	const entered = this.getNodeParameter(name, itemIndex) as unknown;
	const value = typeof entered === 'string' ? parsed(entered) : entered;
	if (typeof value === 'object' && value !== null) return value as IDataObject;
	throw new NodeOperationError(this.getNode(), `'${label}' is not JSON`, {
		itemIndex,
		description: 'Write it as { "name": "value" }',
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.trim() || '{}') as unknown;
	} catch {
		return undefined;
	}
}

function asItems(answer: unknown): IDataObject[] {
	if (answer === undefined || answer === null || answer === '') return [{ success: true }];
	const records = Array.isArray(answer) ? (answer as unknown[]) : [answer];
	return records.map((record) =>
		typeof record === 'object' && record !== null ? (record as IDataObject) : { value: record },
	) as IDataObject[];
}
