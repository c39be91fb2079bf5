import { inputError, reason } from '../../shared/codedError';
import { customApiCall } from '../../shared/kit/customApiCall';
import type { Resource } from '../../shared/kit/resource';
import { dataOf, request, type SnelStartRequest } from '../../shared/snelStart/transport';

/** Any request that the node has no operation for, to SnelStart's own host only. */
export const apiCall: Resource = {
	name: 'API Call',
	start: 'send',
	operations: {
		send: customApiCall({
			text: {
				name: 'Send',
				action: 'Send a custom API call',
				description: 'Send a request that no other operation covers; only GET is ever repeated',
			},
			method: { values: ['DELETE', 'GET', 'POST', 'PUT'] },
			path: {
				placeholder: 'e.g. /relaties',
				description: "Below the 'Base URL' of the credential, starting with a slash",
			},
			query: {
				displayName: 'Query Parameters',
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
			body: { displayName: 'Body (JSON)', description: "A record in SnelStart's own names" },
			async send({ path, ...call }) {
				if (!isSafe(path)) {
					throw inputError(this.getNode(), reason('INPUT_REQUEST', { case: 'snelStartPath' }));
				}
				const result = await request.call(this, {
					...call,
					method: call.method as SnelStartRequest['method'],
					path,
					accept: 'anything',
					onlyOnce: call.method !== 'GET',
				});
				return dataOf.call(this, result);
			},
			wrap: (data) => ({ data }),
		}),
	},
};

/** Whether a path cannot lead away from SnelStart's API. */
function isSafe(path: string): boolean {
	const segments = path.split('/').slice(1);
	return (
		/^\/[A-Za-z0-9\-._~!$&'()*+,;=:%/]+$/.test(path) &&
		segments.every((segment) => !['', '.', '..'].includes(decoded(segment)))
	);
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return '..';
	}
}
