import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { errorItem } from '../../shared/router';
import type { BatchOperation, ItemOperation, Operations } from '../../shared/router';

/** One thing the node does: how the editor shows it and what runs. */
export interface Operation {
	value: string;
	name: string;
	action: string;
	description: string;
	/** Its parameters, without saying when they are shown. */
	fields: INodeProperties[];
	execute: BatchOperation | ItemOperation;
}

export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
	/** The operation a new node starts with. */
	start: string;
}

/** The parameters of all resources, each shown for its own resource and operation only. */
export function properties(resources: readonly Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: 'order',
		},
		...resources.flatMap(({ value: resource, operations, start }): INodeProperties[] => [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [resource] } },
				options: operations.map(({ name, value, action, description }) => ({
					name,
					value,
					action,
					description,
				})),
				default: start,
			},
			...operations.flatMap(({ value: operation, fields }) =>
				fields.map((field) => shownFor(resource, operation, field)),
			),
		]),
	];
}

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

/** What the router runs. */
export function operationsOf(resources: readonly Resource[]): Operations {
	return Object.fromEntries(
		resources.map(({ value, operations }) => [
			value,
			Object.fromEntries(operations.map((operation) => [operation.value, operation.execute])),
		]),
	);
}

function shownFor(resource: string, operation: string, field: INodeProperties): INodeProperties {
	const show = { ...field.displayOptions?.show, resource: [resource], operation: [operation] };
	return { ...field, displayOptions: { ...field.displayOptions, show } };
}
