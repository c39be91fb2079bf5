import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { errorItem } from '../router';

export type Read<Value> = { value: Value } | { failed: INodeExecutionData };

/**
 * Reads the parameters of one item of a batch. One that cannot be read stops the node, or leaves as
 * a failed item when the node continues.
 */
export function tryItem<Value>(
	context: IExecuteFunctions,
	itemIndex: number,
	read: () => Value,
): Read<Value> {
	try {
		return { value: read() };
	} catch (error) {
		return { failed: refusedItem.call(context, error, itemIndex) };
	}
}

/** The failed item of a batch. @throws the error itself, unless the node continues */
export function refusedItem(
	this: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): INodeExecutionData {
	if (!(error instanceof NodeApiError || error instanceof NodeOperationError)) throw error;
	if (!this.continueOnFail()) throw error;
	return errorItem(error, itemIndex);
}
