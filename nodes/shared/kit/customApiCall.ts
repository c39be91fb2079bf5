import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';

import { fromJson } from '../../../bookkeeping';
import { inputError, reason } from '../codedError';
import type { Operation } from './resource';

/** A request that no other operation covers. */
export interface CustomCall {
	method: IHttpRequestMethods;
	path: string;
	query: Record<string, string | number>;
	body?: IDataObject | IDataObject[];
}

export interface CustomApiCall {
	text: Pick<Operation, 'name' | 'action' | 'description'>;
	/** Of the parameters Method, Path, Query and Body, what is particular to the service. */
	method: Pick<INodeProperties, 'description' | 'noDataExpression'> & {
		values: readonly IHttpRequestMethods[];
	};
	path: Pick<INodeProperties, 'description' | 'placeholder'>;
	query: Partial<INodeProperties>;
	body: Partial<INodeProperties>;
	/** Parameters of this service alone, after the path. */
	more?: INodeProperties[];
	/** Sends the call and gives the content of the answer. @throws NodeOperationError for a bad path */
	send: (this: IExecuteFunctions, call: CustomCall, itemIndex: number) => Promise<unknown>;
	/** What stands for content that is no record. */
	wrap: (content: unknown) => Record<string, unknown>;
}

const WITH_BODY: readonly string[] = ['PATCH', 'POST', 'PUT'];

/**
 * Sends any request with the node's credential; a list becomes one item per record. Each transport
 * sees to it that a path never leads to another host, and that a write is not repeated.
 */
export function customApiCall(service: CustomApiCall): Operation {
	const { text, method, path, query, body, more = [], send, wrap } = service;
	const { values, ...methodText } = method;
	return {
		...text,
		fields: [
			{
				displayName: 'Method',
				name: 'method',
				type: 'options',
				options: values.map((value) => ({ name: value, value })),
				default: 'GET',
				...methodText,
			},
			{ displayName: 'Path', name: 'path', type: 'string', default: '', required: true, ...path },
			...more,
			{ displayName: 'Query', name: 'query', type: 'json', default: '{}', ...query },
			{
				displayName: 'Body',
				name: 'body',
				type: 'json',
				default: '{}',
				displayOptions: {
					show: { method: values.filter((value) => WITH_BODY.includes(value)) },
				},
				...body,
			},
		],
		async execute(itemIndex) {
			const chosen = this.getNodeParameter('method', itemIndex) as IHttpRequestMethods;
			if (!values.includes(chosen)) {
				throw inputError(
					this.getNode(),
					reason('INPUT_REQUEST', { case: 'method', methods: values }),
				);
			}
			const call: CustomCall = {
				method: chosen,
				path: String(this.getNodeParameter('path', itemIndex)).trim(),
				query: readQuery(readJson.call(this, 'query', query.displayName ?? 'Query', itemIndex)),
			};
			if (WITH_BODY.includes(chosen)) {
				call.body = readJson.call(this, 'body', body.displayName ?? 'Body', itemIndex);
			}
			const content = await send.call(this, call, itemIndex);
			const records: unknown[] = Array.isArray(content) ? content : [content];
			return records.map((record) =>
				typeof record === 'object' && record !== null ? record : wrap(record),
			) as IDataObject[];
		},
	};
}

/** @throws NodeOperationError when the parameter holds neither an object nor a list */
function readJson(
	this: IExecuteFunctions,
	name: string,
	label: string,
	itemIndex: number,
): IDataObject {
	const given = this.getNodeParameter(name, itemIndex, {}) as unknown;
	const value = typeof given === 'string' && given.trim() === '' ? {} : fromJson(given);
	if (typeof value === 'object' && value !== null) return value as IDataObject;
	throw inputError(this.getNode(), reason('INPUT_REQUEST', { case: 'json', field: label }));
}

/** The query as the panel holds it: an object, or a list of names and values. */
function readQuery(given: IDataObject): CustomCall['query'] {
	const pairs: Array<[string, unknown]> = Array.isArray(given.parameter)
		? (given.parameter as IDataObject[]).map(({ name, value }) => [String(name ?? ''), value])
		: Object.entries(given);
	return Object.fromEntries(
		pairs
			.map(([name, value]) => [name.trim(), String(value ?? '')] as const)
			.filter(([name]) => name !== ''),
	);
}
