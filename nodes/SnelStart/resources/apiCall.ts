import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { dataOf, request, type SnelStartRequest } from '../../shared/snelStart/transport';

const methods = ['DELETE', 'GET', 'POST', 'PUT'] as const;
type Method = (typeof methods)[number];

/** Any request that the node has no operation for, to SnelStart's own host only. */
export const apiCall: Resource = {
	name: 'API Call',
	operations: {
		send: {
			name: 'Send',
			action: 'Send a custom API call',
			description: 'Send a request that no other operation covers; only GET is ever repeated',
			fields: [
				{
					displayName: 'Method',
					name: 'method',
					type: 'options',
					options: [
						{ name: 'DELETE', value: 'DELETE' },
						{ name: 'GET', value: 'GET' },
						{ name: 'POST', value: 'POST' },
						{ name: 'PUT', value: 'PUT' },
					],
					default: 'GET',
				},
				{
					displayName: 'Path',
					name: 'path',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. /relaties',
					description: "Below the 'Base URL' of the credential, starting with a slash",
				},
				{
					displayName: 'Query Parameters',
					name: 'query',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add Parameter',
					default: {},
					options: [
						{
							displayName: 'Parameter',
							name: 'parameter',
							values: [
								{
									displayName: 'Name',
									name: 'name',
									type: 'string',
									default: '',
									placeholder: 'e.g. $filter',
								},
								{ displayName: 'Value', name: 'value', type: 'string', default: '' },
							],
						},
					],
				},
				{
					displayName: 'Body (JSON)',
					name: 'body',
					type: 'json',
					default: '{}',
					displayOptions: { show: { method: ['POST', 'PUT'] } },
					description: "A record in SnelStart's own names",
				},
			],
			async execute(itemIndex) {
				const method = this.getNodeParameter('method', itemIndex) as Method;
				if (!methods.includes(method)) {
					throw new NodeOperationError(this.getNode(), "'Method' is not known", {
						itemIndex,
						description: `Choose one of ${methods.join(', ')}`,
					});
				}
				const result = await request.call(this, {
					method,
					path: readPath.call(this, itemIndex),
					query: readQuery.call(this, itemIndex),
					...((method === 'POST' || method === 'PUT') && { body: readBody.call(this, itemIndex) }),
					accept: 'anything',
					onlyOnce: method !== 'GET',
				});
				const data = dataOf.call(this, result);
				if (Array.isArray(data)) return data.map(asItem);
				return [asItem(data)];
			},
		},
	},
	start: 'send',
};

/** A record is an item; anything else stands in the field `data`. */
const asItem = (data: unknown): IDataObject =>
	typeof data === 'object' && data !== null && !Array.isArray(data)
		? (data as IDataObject)
		: ({ data } as IDataObject);

/** @throws NodeOperationError for a path that could lead away from SnelStart's API */
function readPath(this: IExecuteFunctions, itemIndex: number): string {
	const path = String(this.getNodeParameter('path', itemIndex)).trim();
	const segments = path.split('/').slice(1);
	const isSafe =
		/^\/[A-Za-z0-9\-._~!$&'()*+,;=:%/]+$/.test(path) &&
		segments.every((segment) => !['', '.', '..'].includes(decodeURIComponentSafely(segment)));
	if (isSafe) return path;
	throw new NodeOperationError(this.getNode(), "'Path' is not a path of SnelStart's API", {
		itemIndex,
		description: "Write it like /relaties, without host; what follows a '?' goes in the query",
	});
}

function decodeURIComponentSafely(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return '..';
	}
}

function readQuery(this: IExecuteFunctions, itemIndex: number): SnelStartRequest['query'] {
	const given = this.getNodeParameter('query', itemIndex, {}) as { parameter?: IDataObject[] };
	const pairs = (given.parameter ?? [])
		.map(({ name, value }) => [String(name ?? '').trim(), String(value ?? '')] as const)
		.filter(([name]) => name !== '');
	return Object.fromEntries(pairs);
}

function readBody(this: IExecuteFunctions, itemIndex: number): IDataObject | IDataObject[] {
	const given: unknown = this.getNodeParameter('body', itemIndex, {});
	const body = typeof given === 'string' ? parse(given) : given;
	if (typeof body === 'object' && body !== null) return body as IDataObject | IDataObject[];
	throw new NodeOperationError(this.getNode(), "'Body (JSON)' is not JSON", {
		itemIndex,
		description: 'Write an object like {"naam": "Text"} or a list of objects',
	});
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
