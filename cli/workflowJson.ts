/** A workflow as n8n exports it; only what the import needs is named. */
export interface WorkflowJson {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	description?: string;
}

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, CredentialReference>;
	[more: string]: unknown;
}

export interface CredentialReference {
	id: string;
	name: string;
}

/** What a node type asks for to sign in, as n8n describes it. */
export interface NodeTypeReference {
	name: string;
	credentials?: Array<{
		name: string;
		displayOptions?: { show?: Record<string, unknown[]> };
	}>;
}

const BY_A_PERSON = /\.(manualTrigger|chatTrigger)$/;
const STARTS = /Trigger$|\.webhook$|\.cron$/;

/**
 * Whether n8n can switch a workflow on: something other than a person's click must be able to
 * start it.
 */
export function canBeActive(template: Pick<WorkflowJson, 'nodes'>): boolean {
	return template.nodes.some(
		({ type, disabled }) => STARTS.test(type) && !BY_A_PERSON.test(type) && disabled !== true,
	);
}

/** Only these parts may be sent to n8n's API. */
export const sendable = ({ name, nodes, connections, settings }: WorkflowJson) => ({
	name,
	nodes,
	connections,
	settings: settings ?? {},
});
