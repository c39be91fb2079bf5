/** One item a node put out. */
export type ItemJson = Record<string, unknown>;

interface OutputItem {
	json: ItemJson;
}

interface RunError {
	message: string;
	description?: string | null;
	node?: { name?: string };
}

interface NodeRun {
	error?: RunError;
	data?: { main?: Array<OutputItem[] | null> };
}

/** What n8n's public API answers for an execution with its data. */
export interface ExecutionAnswer {
	id: string | number;
	status: string;
	data?: {
		resultData?: {
			runData?: Record<string, NodeRun[]>;
			error?: RunError;
			lastNodeExecuted?: string;
		};
	};
}

/** How an execution ended and what each node put out. */
export interface Execution {
	id: string;
	status: string;
	/** What went wrong and in which node; only when the execution failed. */
	error?: { message: string; description?: string; node?: string };
	lastNode?: string;
	/** Node name → output number → items, over all runs of the node in this execution. */
	outputs: Record<string, ItemJson[][]>;
}

/** Puts the outputs of all runs of one node (it may have run several times) one after the other. */
function outputsOf(runs: NodeRun[]): ItemJson[][] {
	const outputs: ItemJson[][] = [];
	for (const run of runs) {
		for (const [index, items] of (run.data?.main ?? []).entries()) {
			(outputs[index] ??= []).push(...(items ?? []).map((item) => item.json));
		}
	}
	return Array.from(outputs, (items) => items ?? []);
}

/** Reads an execution as n8n answers it. */
export function readExecution(answer: ExecutionAnswer): Execution {
	const result = answer.data?.resultData ?? {};
	const runs = Object.entries(result.runData ?? {});
	const error = result.error;
	return {
		id: String(answer.id),
		status: answer.status,
		...(error && {
			error: {
				message: error.message,
				...(error.description && { description: error.description }),
				node: error.node?.name ?? result.lastNodeExecuted,
			},
		}),
		lastNode: result.lastNodeExecuted,
		outputs: Object.fromEntries(runs.map(([node, nodeRuns]) => [node, outputsOf(nodeRuns)])),
	};
}

/** The items a node put out on one of its outputs (the first when left out). */
export function itemsFrom(execution: Execution, node: string, output = 0): ItemJson[] {
	return execution.outputs[node]?.[output] ?? [];
}

/** The items of the node that ran last. */
export function lastItems(execution: Execution): ItemJson[] {
	return execution.lastNode ? itemsFrom(execution, execution.lastNode) : [];
}
