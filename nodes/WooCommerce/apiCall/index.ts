import { inputError, reason } from '../../shared/codedError';
import { customApiCall } from '../../shared/kit/customApiCall';
import type { Resource } from '../../shared/kit/resource';
import { callApi } from '../transport';

/** Anything of the API that the node has no operation for. */
export const apiCall: Resource = {
	name: 'Custom API Call',
	start: 'send',
	operations: {
		send: customApiCall({
			text: {
				name: 'Send',
				action: 'Send a custom API call',
				description: "Call any path of the shop's API with its credential",
			},
			method: { values: ['DELETE', 'GET', 'POST', 'PUT'] },
			path: {
				placeholder: 'e.g. wc/v3/reports/orders/totals',
				description: 'Namespace, version and what follows',
			},
			query: {
				displayName: 'Query (JSON)',
				description: 'What stands behind the path, such as {"status": "processing"}',
			},
			body: { displayName: 'Body (JSON)', description: "A record in the shop's own names" },
			async send({ method, path: entered, query, body }) {
				const path = entered.replace(/^\/+/, '');
				if (path === '' || /^[a-z]+:|\.\.|[?#]/i.test(path)) {
					throw inputError(this.getNode(), reason('INPUT_REQUEST', { case: 'shopPath' }));
				}
				return (await callApi.call(this, method, `/wp-json/${path}`, query, body)).body;
			},
			wrap: (value) => ({ value }),
		}),
	},
};
