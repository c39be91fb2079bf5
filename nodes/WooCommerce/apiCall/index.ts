import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { callApi } from '../transport';

/** Anything of the API that the node has no operation for. */
export const apiCall: Resource = {
	name: 'Custom API Call',
	start: 'send',
	operations: {
		send: {
			name: 'Send',
			action: 'Send a custom API call',
			description: "Call any path of the shop's API with its credential",
			fields: [
				{
					displayName: 'Method',
					name: 'method',
					type: 'options',
					options: ['DELETE', 'GET', 'POST', 'PUT'].map((value) => ({ name: value, value })),
					default: 'GET',
				},
				{
					displayName: 'Path',
					name: 'path',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. wc/v3/reports/orders/totals',
					description: 'Namespace, version and what follows',
				},
				{
					displayName: 'Query (JSON)',
					name: 'query',
					type: 'json',
					default: '{}',
				},
				{
					displayName: 'Body (JSON)',
					name: 'body',
					type: 'json',
					default: '{}',
					displayOptions: { show: { method: ['POST', 'PUT'] } },
				},
			],
			async execute(itemIndex) {
				const method = this.getNodeParameter('method', itemIndex) as IHttpRequestMethods;
				const path = String(this.getNodeParameter('path', itemIndex)).trim().replace(/^\/+/, '');
				const object = (label: string, name: string): IDataObject => {
					const value = this.getNodeParameter(name, itemIndex, '{}');
					const parsed = typeof value === 'string' ? parsedJson(value) : value;
					if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
						return parsed as IDataObject;
					}
					throw refused(`'${label}' is not a JSON object`, 'Write it like { "status": "any" }');
				};
				const refused = (message: string, description: string): NodeOperationError => {
					const error = new NodeOperationError(this.getNode(), message, { itemIndex, description });
					error.context.code = 'INPUT_REQUEST';
					return error;
				};
				if (path === '' || /^[a-z]+:|\.\.|[?#]/i.test(path)) {
					throw refused(
						"'Path' is not a path below /wp-json",
						"Enter what follows /wp-json/, such as 'wc/v3/orders', and the query apart",
					);
				}
				const body = ['POST', 'PUT'].includes(method) ? object('Body', 'body') : undefined;
				const query = object('Query', 'query');
				const answer = await callApi.call(this, method, `/wp-json/${path}`, query, body);
				return Array.isArray(answer.body)
					? (answer.body as IDataObject[])
					: [answer.body as IDataObject];
			},
		},
	},
};

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text === '' ? '{}' : text) as unknown;
	} catch {
		return undefined;
	}
}
