import type { Flow, Kind, Node, Port, Position } from '../build/flow';
import type { Json } from '../build/json';
import { isTrue, whether } from './conditions';
import type { Contract } from './contracts';
import { refuse } from './refusal';

/**
 * Stands for a workflow that is to be chosen still. n8n's editor drops the inputs of a call whose
 * workflow is empty, already while a template is imported; with a text in it they stay.
 */
const TO_CHOOSE = 'choose';

type Inputs<Called> = Called extends Contract<infer Names> ? Record<Names, Json> : never;

/** Hands items over to another workflow, all at once. */
export function call<Called extends Contract>(called: Called, inputs: Inputs<Called>): Kind {
	return {
		type: 'n8n-nodes-base.executeWorkflow',
		version: 1.2,
		parameters: {
			source: 'database',
			workflowId: { __rl: true, mode: 'list', value: TO_CHOOSE, cachedResultName: called.workflow },
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
					type: type.replace('?', ''),
				})),
				attemptToConvertTypes: false,
				convertFieldsToString: false,
			},
			mode: 'once',
			options: { waitForSubWorkflow: true },
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
			values: Object.entries(inputs).map(([name, type]) => ({ name, type: type.replace('?', '') })),
		},
	},
});

/**
 * Stops a called workflow that got less than it needs. Without this a call whose inputs were lost
 * in n8n's editor would run through, book nothing and say nothing.
 * @returns what got all it needs
 */
export function refuseMissingInputs(
	flow: Flow,
	trigger: Node,
	{ inputs }: Contract,
	at: { gate: Position; refusal: Position },
): Port {
	const needed = Object.entries(inputs)
		.filter(([, type]) => !type.endsWith('?'))
		.map(([name]) => `'${name}'`)
		.join(', ');
	const missing = `[${needed}].filter((name) => ($json[name] ?? '') === '')`;
	const gate = flow.add(
		'Inputs there?',
		at.gate,
		whether(isTrue(`={{ ${missing}.length === 0 }}`)),
	);
	const refusal = flow.add(
		'Refuse missing inputs',
		at.refusal,
		refuse('INPUTS_MISSING', { inputs: `{{ ${missing}.join(', ') }}` }),
	);
	flow.wire(trigger, gate);
	flow.wire(gate.no, refusal);
	return gate.yes;
}
