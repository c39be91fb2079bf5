import { contentHash } from '../../cli/ledger';
import type { WorkflowJson } from '../../cli/workflowJson';

/** What is shown of a workflow. */
type Canvas = Pick<WorkflowJson, 'name' | 'connections'> & {
	nodes: ReadonlyArray<{
		name: string;
		type: string;
		position?: unknown;
		parameters: object;
		disabled?: unknown;
		onError?: unknown;
	}>;
};

const NOTE = 'n8n-nodes-base.stickyNote';

/** A short text that changes whenever the canvas of a workflow looks otherwise. */
export function canvasHash({ name, nodes, connections }: Canvas): string {
	const shown = nodes.map(({ name: node, type, position, disabled, onError, parameters }) => ({
		node,
		type,
		position,
		disabled,
		// An error output is a second dot on the node.
		onError,
		...(type === NOTE && { parameters }),
	}));
	return contentHash({ name, shown, connections });
}

/** "Hourly order sync" → "canvas-hourly-order-sync.png". */
export function pictureOf({ name }: Pick<WorkflowJson, 'name'>): string {
	const slug = name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return `canvas-${slug}.png`;
}
