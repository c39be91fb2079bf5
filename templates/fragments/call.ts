import type { Kind } from '../build/flow';
import type { Json } from '../build/json';
import type { Contract } from './contracts';

type Inputs<Called> = Called extends Contract<infer Names> ? Record<Names, Json> : never;

/** Hands items over to another workflow, all at once. */
export function call<Called extends Contract>(
	called: Called,
	inputs: Inputs<Called>,
	{ waits = true }: { waits?: boolean } = {},
): Kind {
	return {
		type: 'n8n-nodes-base.executeWorkflow',
		version: 1.2,
		parameters: {
			source: 'database',
			workflowId: { __rl: true, mode: 'list', value: '', cachedResultName: called.workflow },
			workflowInputs: {
				mappingMode: 'defineBelow',
				value: inputs,
				matchingColumns: [],
				schema: Object.entries(called.inputs).map(([id, type]) => ({
					id,
					displayName: id,
					required: false,
					defaultMatch: false,
					display: true,
					canBeUsedToMatch: true,
					type,
				})),
				attemptToConvertTypes: false,
				convertFieldsToString: false,
			},
			mode: 'once',
			options: { waitForSubWorkflow: waits },
		},
	};
}

/** Where a workflow begins that others call. */
export const whenCalled = ({ inputs }: Contract): Kind => ({
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	version: 1.1,
	parameters: {
		inputSource: 'workflowInputs',
		workflowInputs: {
			values: Object.entries(inputs).map(([name, type]) => ({ name, type })),
		},
	},
});
