/** Polls a trigger node the way n8n does while its workflow is published, without a server. */
import './engineEnvironment';

import { PollContext, TriggersAndPollers } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { CredentialData } from './credentialsHelper';
import { additionalData, describeNode, nodeTypes } from './engine';

export interface Poller {
	/** One poll; the items of its first output, or null when there is nothing. */
	poll(mode?: WorkflowExecuteMode): Promise<INodeExecutionData[] | null>;
	/** What n8n would find in its database after a restart: the state as it was last saved. */
	saved(): IDataObject;
}

let workflows = 0;

/**
 * A published workflow with one trigger node. The state is saved when a poll gives items, as n8n
 * does; `state` is what a new process finds in the database.
 */
export function publish(
	node: INodeType,
	parameters: INodeParameters,
	credentials: CredentialData,
	state: IDataObject = {},
): Poller {
	const described = describeNode({ node, parameters, credentials });
	const workflow = new Workflow({
		id: `polled-${(workflows += 1)}`,
		nodes: [described],
		connections: {},
		active: true,
		nodeTypes: nodeTypes({ [described.type]: node }),
		staticData: structuredClone(state),
	});
	const filled = workflow.getNode(described.name)!;
	const pollers = new TriggersAndPollers();
	let database = structuredClone(state);
	return {
		async poll(mode = 'trigger') {
			const context = new PollContext(
				workflow,
				filled,
				additionalData(credentials),
				mode,
				'activate',
			);
			const outputs = await pollers.runPollFunction(workflow, filled, context);
			if (outputs) database = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
			return outputs?.[0] ?? null;
		},
		saved: () => database,
	};
}
