/** A node's own work without n8n's engine around it, so that a hundred thousand answers take minutes. */
import { NodeApiError, NodeHelpers, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	JsonObject,
} from 'n8n-workflow';

import { retell } from '../../../bookkeeping';
import { at } from '../../../nodes/shared/at';
import type { WireAnswer } from './damage';

interface Work {
	node: INodeType;
	parameters: INodeParameters;
	credential: IDataObject;
	items?: IDataObject[];
	/** The service. */
	answer: (request: IHttpRequestOptions) => Promise<WireAnswer> | WireAnswer;
}

/** What a node gave: its items, or the error that stopped it. */
export type Given = { rows: IDataObject[] } | { error: unknown };

/** Runs a node with all usual values of its parameters. */
export async function runBare({
	node,
	parameters,
	credential,
	items = [{}],
	answer,
}: Work): Promise<Given> {
	const description: INode = {
		id: 'fuzz',
		name: 'Node under test',
		type: node.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const filled = NodeHelpers.getNodeParameters(
		node.description.properties,
		parameters,
		true,
		false,
		description,
		node.description,
	)!;
	const request = async (_type: string, options: IHttpRequestOptions) => {
		const { status, headers, body } = await answer(options);
		const { ignoreHttpStatusErrors: ignored } = options;
		const isThrown = typeof ignored === 'object' && ignored.except?.includes(status);
		if (isThrown) {
			const said = { message: `Request failed with status code ${status}` };
			const error = Object.assign(new Error(said.message), { response: { status, data: body } });
			throw new NodeApiError(description, error as unknown as JsonObject, {
				httpCode: String(status),
			});
		}
		return { statusCode: status, headers, body };
	};
	const context = {
		getInputData: () => items.map((json): INodeExecutionData => ({ json })),
		getNode: () => description,
		getNodeParameter: (name: string, itemIndex: number, otherwise: unknown, options?: object) => {
			const value = at(filled, name) ?? otherwise;
			if (typeof value === 'string' && value.startsWith('={{ $json.')) {
				return items[itemIndex]?.[value.slice('={{ $json.'.length, -' }}'.length)];
			}
			const isPicked = options !== undefined && 'extractValue' in options;
			return isPicked ? (value as IDataObject).value : value;
		},
		getCredentials: async () => credential,
		getTimezone: () => 'Europe/Amsterdam',
		continueOnFail: () => false,
		helpers: { httpRequestWithAuthentication: request },
	} as unknown as IExecuteFunctions;
	try {
		const outputs = (await node.execute!.call(context)) as INodeExecutionData[][];
		return { rows: outputs[0]!.map(({ json }) => json) };
	} catch (error) {
		return { error };
	}
}

/** What is wrong with an error: it is to be one of ours, with a code and facts that say something. */
export function faultOf(error: unknown): string | undefined {
	if (!(error instanceof NodeApiError || error instanceof NodeOperationError)) {
		return `not an error of a node: ${String(error)}`;
	}
	const { code } = error.context as { code?: unknown };
	if (typeof code !== 'string' || code === '') {
		return `without a code: ${error.message} ${String(error.cause instanceof Error ? error.cause.stack : error.stack)}`;
	}
	if (error.message === '' || !error.description) return `${code} says nothing`;
	return undefined;
}

/** Whether a code of ours, with the facts that came with it, says something in both languages. */
export const isTold = (code: unknown, facts: unknown): boolean =>
	typeof code === 'string' &&
	(['en', 'nl'] as const).every((language) => retell(code, facts as never, language) !== undefined);
