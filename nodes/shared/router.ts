import { NodeApiError, NodeError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** Does one input item's work and returns what belongs to that item. */
export type ItemOperation = (
	this: IExecuteFunctions,
	itemIndex: number,
) => Promise<INodeExecutionData[] | IDataObject[]>;

/** Does all input items at once; every item it returns carries its own `pairedItem`. */
export interface BatchOperation {
	batch: (
		this: IExecuteFunctions,
		items: readonly INodeExecutionData[],
	) => Promise<INodeExecutionData[]>;
}

/** The operations of one node: resource, then operation. */
export type Operations = Record<string, Record<string, ItemOperation | BatchOperation>>;

type Outcome = { items: INodeExecutionData[] } | { error: NodeApiError | NodeOperationError };

/**
 * Runs a node: picks the operation per item, links every output item to its input item, and turns
 * whatever an operation throws into one node error that names the item. With "Continue" the failed
 * item leaves as `{ error, details: { code?, tip?, facts? } }` and the other items go on. A batch operation is called
 * once, with the operation the first item names.
 *
 * @throws NodeApiError | NodeOperationError for the first failed item, unless the node continues
 */
export async function runOperations(
	this: IExecuteFunctions,
	operations: Operations,
): Promise<INodeExecutionData[][]> {
	const inputs = this.getInputData();
	const output: INodeExecutionData[] = [];

	for (let itemIndex = 0; itemIndex < inputs.length; itemIndex++) {
		const { outcome, wholeBatch } = await attempt.call(this, operations, inputs, itemIndex);
		if ('items' in outcome) {
			output.push(...outcome.items);
		} else {
			if (!this.continueOnFail()) throw outcome.error;
			const failed = wholeBatch ? inputs.map((_, index) => index) : [itemIndex];
			output.push(...failed.map((index) => errorItem(outcome.error, index)));
		}
		if (wholeBatch) break;
	}
	return [output];
}

async function attempt(
	this: IExecuteFunctions,
	operations: Operations,
	inputs: readonly INodeExecutionData[],
	itemIndex: number,
): Promise<{ outcome: Outcome; wholeBatch: boolean }> {
	let wholeBatch = false;
	try {
		const operation = pick.call(this, operations, itemIndex);
		wholeBatch = typeof operation !== 'function';
		const items =
			typeof operation === 'function'
				? asItems(await operation.call(this, itemIndex), itemIndex)
				: await operation.batch.call(this, inputs);
		return { outcome: { items }, wholeBatch };
	} catch (cause) {
		return { outcome: { error: asNodeError.call(this, cause, itemIndex) }, wholeBatch };
	}
}

function pick(
	this: IExecuteFunctions,
	operations: Operations,
	itemIndex: number,
): ItemOperation | BatchOperation {
	const resource = this.getNodeParameter('resource', itemIndex) as string;
	const name = this.getNodeParameter('operation', itemIndex) as string;
	const operation = operations[resource]?.[name];
	if (operation === undefined) {
		throw new NodeOperationError(
			this.getNode(),
			`The operation '${name}' of '${resource}' is not known`,
			{ itemIndex, description: "Choose another 'Resource' or 'Operation'" },
		);
	}
	return operation;
}

/** Plain objects become items; every item points back at the input item it came from. */
function asItems(
	results: INodeExecutionData[] | IDataObject[],
	itemIndex: number,
): INodeExecutionData[] {
	return results.map((result) =>
		isExecutionItem(result)
			? { ...result, pairedItem: result.pairedItem ?? { item: itemIndex } }
			: { json: result, pairedItem: { item: itemIndex } },
	);
}

/** A shop's own record may hold a field `json` too, so the other keys must be n8n's own as well. */
function isExecutionItem(result: INodeExecutionData | IDataObject): result is INodeExecutionData {
	const own = ['json', 'binary', 'error', 'pairedItem', 'metadata', 'index'];
	return (
		typeof result.json === 'object' &&
		result.json !== null &&
		Object.keys(result).every((key) => own.includes(key))
	);
}

/** Node errors pass unchanged apart from the item they belong to; anything else is wrapped once. */
function asNodeError(
	this: IExecuteFunctions,
	cause: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (cause instanceof NodeApiError || cause instanceof NodeOperationError) {
		cause.context.itemIndex ??= itemIndex;
		return cause;
	}
	const error = cause instanceof Error ? cause : new Error(String(cause));
	return new NodeOperationError(this.getNode(), error, { itemIndex });
}

/**
 * The engine replaces the `json` of an item that carries `error`, and routes an item without it to
 * the error output only if `json` has no other keys than error, message and details. So the code
 * and the tip, which a workflow needs to act on, travel in `details`.
 */
export function errorItem(error: NodeError, itemIndex: number): INodeExecutionData {
	const code = errorCode(error);
	const tip = error.description;
	const details: IDataObject = {};
	if (code !== undefined) details.code = code;
	if (typeof tip === 'string' && tip !== '') details.tip = tip;
	const facts = error.context.facts as IDataObject | undefined;
	if (facts !== undefined && Object.keys(facts).length > 0) details.facts = facts;
	return { json: { error: error.message, details }, pairedItem: { item: itemIndex } };
}

/** The service's own code (set by a transport as `context.code`), else the HTTP status. */
function errorCode(error: NodeError): string | undefined {
	const code = error.context.code;
	if (typeof code === 'string' && code !== '') return code;
	return error instanceof NodeApiError ? (error.httpCode ?? undefined) : undefined;
}
