import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, JsonObject } from 'n8n-workflow';

import type { Execute } from './coreNodes';

/** The headers that a kind of credential signs in with. */
export type SignIn = (kind: string) => Promise<Record<string, string>>;

interface Paging {
	paginationMode: string;
	nextURL: string;
	completeExpression: string;
	limitPagesFetched: boolean;
}

/** Whether this HTTP Request node reads a list in pages. */
export const isPaged = (context: IExecuteFunctions): boolean =>
	(context.getNode().parameters.options as { pagination?: object } | undefined)?.pagination !==
	undefined;

/**
 * What n8n's HTTP Request node does with a list in pages: n8n's own reader of pages, with the next
 * address and the question whether a page was the last one worked out as that node does.
 */
export const readPages =
	(signIn: SignIn): Execute =>
	async (context) => {
		const parameters = context.getNode().parameters as IDataObject;
		const { pagination } = (parameters.options as { pagination: { pagination: Paging } })
			.pagination;
		const isKnown = pagination.paginationMode === 'responseContainsNextURL';
		if (!isKnown || pagination.limitPagesFetched) {
			throw new NodeOperationError(context.getNode(), 'No stand-in for this way of paging');
		}
		const last = pagination.completeExpression.trim().slice(3, -2);
		const uri = context.getNodeParameter('url', 0) as string;
		const kind = String(parameters.genericAuthType ?? parameters.nodeCredentialType);
		try {
			const answers = await context.helpers.requestWithAuthenticationPaginated.call(
				context,
				{ uri, method: 'GET', headers: await signIn(kind), json: true },
				0,
				{
					continue: `={{ !(${last}) || ($response.statusCode < 200 || $response.statusCode >= 300) }}`,
					request: { url: pagination.nextURL },
					requestInterval: 0,
				},
			);
			const bodies = answers.map(({ body }: { body: IDataObject }) => body);
			return [bodies.map((json: IDataObject) => ({ json, pairedItem: { item: 0 } }))];
		} catch (error) {
			throw new NodeApiError(context.getNode(), error as JsonObject);
		}
	};
