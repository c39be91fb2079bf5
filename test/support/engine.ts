/** Runs one node through n8n's real engine, in this process: no server, no database. */
import './engineEnvironment';

import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type {
	ExecutionError,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	INodeTypes,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	OnError,
} from 'n8n-workflow';

import { CredentialsHelper } from './credentialsHelper';
import type { CredentialData } from './credentialsHelper';

export interface RunNodeOptions {
	node: INodeType;
	/** Full node type name; by default this package's name and the node's own. */
	type?: string;
	parameters?: INodeParameters;
	/** Input items, or their `json` only. One empty item when left out. */
	items?: Array<INodeExecutionData | IDataObject>;
	/** Items of the second and later inputs, for nodes that have them. */
	otherInputs?: Array<Array<INodeExecutionData | IDataObject>>;
	/** Values by credential type. */
	credentials?: CredentialData;
	continueOnFail?: boolean;
	onError?: OnError;
	/** What the workflow keeps between runs. */
	staticData?: IDataObject;
}

export interface NodeRun {
	/** The items per output of the node; empty when it stopped with an error. */
	outputs: INodeExecutionData[][];
	error?: ExecutionError;
}

const INPUT = 'Input';
const NODE = 'Node under test';
const PACKAGE = 'n8n-nodes-webshop-snelstart';

/**
 * Runs a node on some items and returns what left each output, or the error that stopped it.
 * Parameters may hold expressions (`={{ $json.id }}`).
 */
export async function runNode(options: RunNodeOptions): Promise<NodeRun> {
	const inputs = [options.items ?? [{}], ...(options.otherInputs ?? [])].map((items) =>
		items.map(asItem),
	);
	const node = describeNode(options);
	const workflow = new Workflow({
		id: 'engine',
		name: 'Engine',
		active: false,
		settings: { executionOrder: 'v1', timezone: 'Europe/Amsterdam' },
		nodes: [{ ...bareNode(INPUT, 'engine.input'), parameters: {} }, node],
		connections: {
			[INPUT]: {
				main: inputs.map((_, index) => [{ node: NODE, type: NodeConnectionTypes.Main, index }]),
			},
		},
		nodeTypes: nodeTypes({ 'engine.input': inputNode(inputs), [node.type]: options.node }),
		...(options.staticData && { staticData: options.staticData }),
	});
	const run = await new WorkflowExecute(additionalData(options.credentials ?? {}), 'trigger').run({
		workflow,
		startNode: workflow.getNode(INPUT)!,
	});

	const { error, runData } = run.data.resultData;
	const main = runData[NODE]?.[0]?.data?.main ?? [];
	return { outputs: main.map((output) => output ?? []), ...(error && { error }) };
}

/** Calls one of the node's dropdown methods the way the editor does. */
export async function loadOptions(
	node: INodeType,
	method: string,
	parameters: INodeParameters = {},
	credentials: CredentialData = {},
): Promise<INodePropertyOptions[]> {
	const load = node.methods?.loadOptions?.[method];
	if (load === undefined) throw new Error(`The node has no dropdown method ${method}`);
	return await load.call(editorContext(node, parameters, credentials));
}

/** Calls one of the node's list searches (resource locator "From List"). */
export async function listSearch(
	node: INodeType,
	method: string,
	parameters: INodeParameters = {},
	credentials: CredentialData = {},
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = node.methods?.listSearch?.[method];
	if (search === undefined) throw new Error(`The node has no list search ${method}`);
	const context = editorContext(node, parameters, credentials);
	return await search.call(context, filter, paginationToken);
}

function editorContext(
	node: INodeType,
	parameters: INodeParameters,
	credentials: CredentialData,
): LoadOptionsContext {
	const described = describeNode({ node, parameters, credentials });
	const workflow = new Workflow({
		nodes: [described],
		connections: {},
		active: false,
		nodeTypes: nodeTypes({ [described.type]: node }),
	});
	const filled = workflow.getNode(NODE)!;
	const data = additionalData(credentials);
	data.currentNodeParameters = filled.parameters;
	return new LoadOptionsContext(workflow, filled, data, '');
}

/** The node as a workflow holds it. */
export function describeNode(options: RunNodeOptions): INode {
	const { node, credentials = {}, parameters = {} } = options;
	return {
		...bareNode(NODE, options.type ?? `${PACKAGE}.${node.description.name}`),
		typeVersion: newestVersion(node),
		parameters,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
		),
		...(options.onError && { onError: options.onError }),
		...(options.continueOnFail && { continueOnFail: true }),
	};
}

function bareNode(name: string, type: string): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} };
}

function newestVersion(node: INodeType): number {
	const { version } = node.description;
	return Array.isArray(version) ? Math.max(...version) : version;
}

function asItem(item: INodeExecutionData | IDataObject): INodeExecutionData {
	const isItem = typeof item.json === 'object' && item.json !== null;
	return isItem ? (item as INodeExecutionData) : { json: item as IDataObject };
}

function inputNode(inputs: INodeExecutionData[][]): INodeType {
	return {
		description: {
			displayName: INPUT,
			name: 'input',
			group: ['input'],
			version: 1,
			description: 'Hands the given items to the node under test',
			defaults: { name: INPUT },
			inputs: [],
			outputs: inputs.map(() => NodeConnectionTypes.Main),
			properties: [],
		},
		execute: async () => inputs,
	};
}

/** The node types of a workflow, by name. */
export function nodeTypes(types: Record<string, INodeType>): INodeTypes {
	const get = (name: string): INodeType => {
		const type = types[name];
		if (type === undefined) throw new Error(`Unknown node type ${name}`);
		return type;
	};
	return { getByName: get, getByNameAndVersion: get, getKnownTypes: () => ({}) };
}

/** What n8n hands to every execution. */
export function additionalData(credentials: CredentialData): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1:5678/';
	const workflow = { id: 'engine', name: 'Engine', nodes: [], connections: {}, active: false };
	return {
		credentialsHelper: new CredentialsHelper(credentials),
		hooks: new ExecutionLifecycleHooks('trigger', '1', workflow as unknown as IWorkflowBase),
		currentNodeExecutionIndex: 0,
		executionId: '1',
		variables: {},
		restApiUrl: url,
		instanceBaseUrl: url,
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		mcpBaseUrl: url,
		mcpTestBaseUrl: url,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
