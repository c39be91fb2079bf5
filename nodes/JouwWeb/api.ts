import { customApiCall } from '../shared/kit/customApiCall';
import type { Resource } from '../shared/kit/resource';
import { connectionIn } from './connection';
import { readUpTo } from './readUpTo';
import { callApi } from './transport';

/** Any request that the node has no operation for. */
export const api: Resource = {
	name: 'API',
	start: 'call',
	operations: {
		call: customApiCall({
			text: {
				name: 'Call',
				action: 'Call the API',
				description: 'Send any request to the API of JouwWeb',
			},
			method: {
				values: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
				noDataExpression: true,
				description: 'GET is tried again when the answer fails to come; the others are sent once',
			},
			path: {
				placeholder: 'e.g. /websites/12345/orders',
				description: "The path below the 'Base URL' of the credential; other hosts are refused",
			},
			more: [
				{
					displayName: 'Whole List',
					name: 'wholeList',
					type: 'boolean',
					default: false,
					description: 'Whether the answer is a list to be read to its last page',
					displayOptions: { show: { method: ['GET'] } },
				},
			],
			query: { description: 'Query parameters, as a JSON object' },
			body: { description: 'What to send, as JSON' },
			async send(call, itemIndex) {
				const connection = await connectionIn.call(this, itemIndex);
				const { method, path, query } = call;
				if (method === 'GET' && this.getNodeParameter('wholeList', itemIndex, false) === true) {
					return await readUpTo.call(this, connection, { path, query });
				}
				const content = await callApi.call(this, connection, call);
				return content ?? '';
			},
			wrap: (value) => (value === '' ? { success: true } : { value }),
		}),
	},
};
