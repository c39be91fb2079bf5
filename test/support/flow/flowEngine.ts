/**
 * Runs whole templates in this process, through n8n's real engine: expressions, paired items, waiting
 * for inputs, error outputs. Our own nodes are the real ones; those of n8n itself are stand-ins.
 */
import '../engineEnvironment';

import { WorkflowExecute } from 'n8n-core';
import { NodeOperationError, Workflow } from 'n8n-workflow';
import type {
	IConnection,
	IConnections,
	ExecutionError,
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRunData,
} from 'n8n-workflow';

import { givenColumns } from '../../../bookkeeping';
import type { ClientFile } from '../../../cli/clientFile';
import { OFFICE_TEMPLATE, TABLE_TEMPLATE, wantedWorkflows } from '../../../cli/templates';
import type { WorkflowJson } from '../../../cli/workflowJson';
import { ownNodes, templates } from '../../workflows/templates';
import type { CredentialData } from '../credentialsHelper';
import { additionalData, nodeTypes } from '../engine';
import { noteNodeRun } from '../nodeRuns';
import { isPaged, readPages, type SignIn } from './pagedRequest';
import { coreStandIns, eachItem, standIn, type Execute } from './coreNodes';
import { postgresBeside, withTranslation } from './postgresBeside';
import { TablesInMemory } from './tablesInMemory';
import type { RowFilter, TableInMemory, TableRow } from './tableInMemory';

export interface FlowOptions {
	/** The client that the templates are filled in for. */
	client: ClientFile;
	credentials: CredentialData;
	/** How HTTP Request nodes sign in. */
	signIn?: SignIn;
	now?: () => Date;
}

export interface FlowRun {
	error?: ExecutionError;
	/** What left a node in its last run, per output. */
	outputs(node: string): IDataObject[][];
	/** What left the first output of a node, over all its runs. */
	items(node: string): IDataObject[];
}

/** What a node answers to a browser. */
export interface BrowserAnswer {
	statusCode: number;
	headers: Record<string, string>;
	body: string;
}

interface MadeColumn {
	name: string;
	type: string;
}

/** Items that a trigger gives, per output. */
type Start = INodeExecutionData[][];

const isTrigger = (type: string): boolean => /Trigger$/.test(type);
const RETRY_AT_ONCE = { retryOnFail: false };

/** The address at which shops and browsers reach this n8n. */
export const N8N_URL = 'http://n8n.example';

/** Serve all clients of an n8n. */
const SHARED = [TABLE_TEMPLATE, OFFICE_TEMPLATE];

/** The workflows of a client by their keys, and those that all clients of an n8n share. */
function workflowsOf(client: ClientFile): Map<string, WorkflowJson> {
	const all = structuredClone(templates) as unknown as WorkflowJson[];
	const shared = all.filter(({ name }) => SHARED.includes(name));
	const filled = wantedWorkflows(all, client);
	return new Map([
		...shared.map((one): [string, WorkflowJson] => [one.name, one]),
		...filled.map(({ key, workflow }): [string, WorkflowJson] => [key, workflow]),
	]);
}

export class FlowEngine {
	/** What was sent: mails, chat messages, pages, with the parameters of the node that did so. */
	readonly sent: Array<{ node: string; parameters: IDataObject }> = [];
	/** The files that were made, with the items that stand in them. */
	readonly files: Array<{ name: unknown; rows: IDataObject[] }> = [];
	/** What a browser was answered. */
	readonly answers: BrowserAnswer[] = [];
	readonly tables: TablesInMemory;
	/** How often n8n's data tables were asked or written, by node: each item is one call, new rows are one together. */
	readonly tableCalls = new Map<string, number>();
	private workflows: Map<string, WorkflowJson>;
	private runs = 0;

	constructor(private readonly options: FlowOptions) {
		this.tables = new TablesInMemory(options.now ?? (() => new Date()));
		this.workflows = workflowsOf(options.client);
	}

	/** Fills the templates in again, as the import command does for a client file that was changed. */
	useClient(changes: Partial<ClientFile>): void {
		this.workflows = workflowsOf({ ...this.options.client, ...changes });
	}

	/** Writes values into the node Your values, as a user does. */
	fillIn(key: string, values: Record<string, string | number | boolean>): void {
		const node = this.workflows.get(key)?.nodes.find(({ name }) => name === 'Your values');
		const { assignments } = node!.parameters.assignments as {
			assignments: Array<{ name: string; value: unknown }>;
		};
		for (const one of assignments) one.value = values[one.name] ?? one.value;
	}

	/** Switches a node on that is off in its template, as a user does once it has a credential. */
	switchOn(key: string, node: string): void {
		const found = this.workflows.get(key)?.nodes.find(({ name }) => name === node);
		if (!found?.disabled) throw new Error(`"${key}" has no "${node}" that is off`);
		delete found.disabled;
	}

	table(name: string): TableInMemory {
		return this.tables.named(name);
	}

	rows(name: string): TableRow[] {
		return this.table(name).rows;
	}

	/** Holds a run before each of its nodes until this is done: others may go on meanwhile. */
	waitsBefore?: ((workflow: string, node: string) => Promise<void>) | undefined;

	/** Ends a run, as a crash does, before one of its nodes. */
	diesBefore?: ((workflow: string, node: string) => boolean) | undefined;

	/**
	 * Runs a workflow of the client.
	 * @param trigger the node that starts it
	 * @param items what that node gives
	 * @param output on which of its outputs, counted from 0
	 * @param files that come with each of the items, by name
	 */
	async run(
		key: string,
		trigger: string,
		items: IDataObject[] = [{}],
		output = 0,
		files: IBinaryKeyData = {},
	): Promise<FlowRun> {
		const outputs: Start = [
			...Array.from({ length: output }, () => []),
			items.map((json) => ({ json, binary: files })),
		];
		const { error, runData } = await this.execute(key, trigger, outputs);
		const left = (node: string) => (runData[node] ?? []).map(({ data }) => data?.main ?? []);
		const jsonOf = (list: INodeExecutionData[] | null) => (list ?? []).map(({ json }) => json);
		return {
			...(error && { error }),
			outputs: (node) => (left(node).at(-1) ?? []).map(jsonOf),
			items: (node) => left(node).flatMap(([first]) => jsonOf(first ?? [])),
		};
	}

	/**
	 * Uses a tool of an agent on what the workflow gives to that agent.
	 * @param filled what a model fills in, by the names it is asked for
	 */
	async useTool(key: string, tool: string, filled: Record<string, string>): Promise<FlowRun> {
		const flow = this.workflows.get(key)!;
		const connections = flow.connections as IConnections;
		const agent = connections[tool]?.ai_tool?.[0]?.[0]?.node;
		const trigger = flow.nodes.find(({ type }) => isTrigger(type))!;
		const nodes = flow.nodes.map((node) =>
			node.name === tool
				? { ...node, type: node.type.replace(/Tool$/, ''), ...answered(node, filled) }
				: node,
		);
		const into = Object.entries(connections).map(([from, { main = [] }]) => {
			const toTool = (to: IConnection) => (to.node === agent ? { ...to, node: tool } : to);
			return [from, { main: main.map((targets) => (targets ?? []).map(toTool)) }];
		});
		const name = `${key}: ${tool}`;
		this.workflows.set(name, { ...flow, nodes, connections: Object.fromEntries(into) });
		return await this.run(name, trigger.name, [{ chatInput: 'A question' }]);
	}

	private async execute(key: string, trigger: string, start: Start) {
		const json = this.workflows.get(key);
		if (!json) throw new Error(`The client has no workflow "${key}"`);
		this.runs += 1;
		const executionId = String(this.runs);
		const workflow = this.build(json, start);
		const data = additionalData(this.options.credentials);
		Object.assign(data, { executionId, webhookWaitingBaseUrl: `${N8N_URL}/webhook-waiting` });
		data.hooks!.addHandler('nodeExecuteBefore', async (node: string) => {
			await this.waitsBefore?.(key, node);
			if (this.diesBefore?.(key, node)) throw new Error(`Killed before "${node}"`);
			noteNodeRun(key, node);
		});
		data.hooks!.addHandler('sendResponse', (answer) => {
			this.answers.push(answer as unknown as BrowserAnswer);
		});
		const run = await new WorkflowExecute(data, 'trigger').run({
			workflow,
			startNode: workflow.getNode(trigger)!,
		});
		const { error, runData, lastNodeExecuted } = run.data.resultData;
		return { error, runData, lastNodeExecuted };
	}

	private build(json: WorkflowJson, start: Start): Workflow {
		const nodes = (json.nodes as unknown as INode[]).map((node) => ({
			...node,
			...RETRY_AT_ONCE,
			parameters: structuredClone(node.parameters),
			credentials: this.credentialsOf(node),
		}));
		const types = Object.fromEntries(nodes.map(({ type }) => [type, this.typeOf(type, start)]));
		const workflow = new Workflow({
			id: json.name,
			name: json.name,
			active: false,
			settings: json.settings as never,
			nodes,
			connections: json.connections as never,
			nodeTypes: nodeTypes(types),
		});
		// The engine drops parameters that a node does not declare; stand-ins declare none.
		for (const { name, type, parameters } of json.nodes) {
			const isOwn = type in ownNodes && !isTrigger(type);
			if (isOwn) continue;
			workflow.getNode(name)!.parameters = structuredClone(
				withTranslation({ type, parameters }),
			) as never;
		}
		return workflow;
	}

	private credentialsOf({ type, parameters }: INode): INode['credentials'] {
		const asked = ownNodes[type]?.description.credentials ?? [];
		const given = asked.filter(({ name, displayOptions }) => {
			const wanted = displayOptions?.show?.authentication as string[] | undefined;
			const chosen = parameters.authentication;
			return (
				name in this.options.credentials && (!wanted || !chosen || wanted.includes(String(chosen)))
			);
		});
		return Object.fromEntries(given.map(({ name }) => [name, { id: name, name }]));
	}

	private typeOf(type: string, start: Start): INodeType {
		if (isTrigger(type)) {
			const outputs = ownNodes[type]?.description.outputs ?? ['main'];
			return standIn(async () => start, {
				inputs: [],
				outputs: outputs as never,
				group: ['trigger'],
			});
		}
		const own = ownNodes[type];
		if (own) return own;
		const byTable: Record<string, Execute> = {
			'n8n-nodes-base.dataTable': this.workOnTable,
			'n8n-nodes-base.executeWorkflow': this.callWorkflow,
			'n8n-nodes-base.emailSend': this.send,
			'n8n-nodes-base.httpRequest': this.request,
			'n8n-nodes-base.respondToWebhook': this.send,
			'n8n-nodes-base.form': this.send,
			'n8n-nodes-base.convertToFile': this.makeFile,
		};
		const made = byTable[type] ? standIn(byTable[type]) : coreStandIns[type];
		return (
			made ??
			standIn(async () => {
				throw new Error(`No stand-in for ${type}`);
			})
		);
	}

	private readonly request: Execute = async (context) => {
		const { signIn = async () => ({}) } = this.options;
		return await (isPaged(context) ? readPages(signIn) : this.send)(context);
	};

	private readonly send: Execute = async (context) => [
		eachItem((one, { json }) => {
			this.sent.push({
				node: one.getNode().name,
				parameters: this.parametersOf(one),
			});
			return [json];
		})(context),
	];

	private readonly makeFile: Execute = async (context) => {
		const items = context.getInputData();
		const name = context.getNodeParameter('options.fileName', 0, '');
		this.files.push({ name, rows: items.map(({ json }) => json) });
		return [items];
	};

	private parametersOf(context: IExecuteFunctions): IDataObject {
		const names = Object.keys(context.getNode().parameters);
		return Object.fromEntries(
			names.map((name) => [name, context.getNodeParameter(name, 0)]),
		) as IDataObject;
	}

	private readonly workOnTable: Execute = async (context) => {
		const at = <T>(name: string, index: number, usual?: T): T =>
			context.getNodeParameter(name, index, usual as never) as T;
		const onTables = at<string>('resource', 0, 'row') === 'table';
		const work = eachItem((one, { json }, index) => {
			if (onTables) {
				if (at<string>('operation', index) === 'list') return this.tables.list();
				const columns = at<MadeColumn[]>('columns.column', index);
				return [this.tables.make(at<string>('tableName', index), columns)];
			}
			const table = this.table(at<string>('dataTableId.value', index));
			const filters = at<RowFilter[]>('filters.conditions', index, []);
			const match = at('matchType', index, 'anyCondition');
			const values = () => {
				if (at('columns.mappingMode', index) !== 'autoMapInputData')
					return at<INodeParameters>('columns.value', index, {});
				// The node leaves its own columns out.
				return Object.fromEntries(Object.entries(json).filter(([name]) => !(name in givenColumns)));
			};
			switch (at<string>('operation', index)) {
				case 'get': {
					const found = table.get(filters, match);
					const direction = at('orderByDirection', index, 'ASC');
					const sorted = at('orderBy', index, false)
						? table.sorted(found, at('orderByColumn', index, 'createdAt'), direction)
						: found;
					return at('returnAll', index, false) ? sorted : sorted.slice(0, at('limit', index, 50));
				}
				case 'update':
					return table.update(filters, match, values());
				case 'upsert':
					return table.upsert(filters, match, values());
				case 'insert':
					return [table.insert(values())];
				case 'deleteRows':
					return table.delete(filters, match);
				case 'rowExists':
					return table.get(filters, match).length > 0 ? [json] : [];
				case 'rowNotExists':
					return table.get(filters, match).length > 0 ? [] : [json];
				default:
					throw new Error(`Unknown operation of ${one.getNode().name}`);
			}
		});
		const atOnce = at<string>('operation', 0) === 'insert';
		const { name } = context.getNode();
		const calls = atOnce ? 1 : context.getInputData().length;
		this.tableCalls.set(name, (this.tableCalls.get(name) ?? 0) + calls);
		const compare = postgresBeside?.(context, this.tables);
		try {
			const items = work(context);
			await compare?.(items);
			return [items];
		} catch (error) {
			const failed = new NodeOperationError(context.getNode(), error as Error);
			if (!context.continueOnFail()) throw failed;
			return [context.getInputData().map(({ json }) => ({ json, error: failed }))];
		}
	};

	private readonly callWorkflow: Execute = async (context) => {
		const { cachedResultName } = context.getNode().parameters.workflowId as {
			cachedResultName: string;
		};
		const called = this.workflows.get(cachedResultName);
		const trigger = called?.nodes.find(({ type }) => type.endsWith('.executeWorkflowTrigger'));
		if (!called || !trigger) throw new Error(`Nothing to call by the name "${cachedResultName}"`);
		const { values } = (trigger.parameters.workflowInputs ?? { values: [] }) as {
			values: Array<{ name: string }>;
		};
		const inputs = eachItem((one, _item, index) => {
			const given = one.getNodeParameter('workflowInputs.value', index, {}) as IDataObject;
			return [Object.fromEntries(values.map(({ name }) => [name, given[name] ?? null]))];
		})(context);
		const start = [inputs.map(({ json }) => ({ json }))];
		const run = await this.execute(cachedResultName, trigger.name, start);
		if (run.error) throw new NodeOperationError(context.getNode(), new Error(run.error.message));
		const result = lastOutput(run.runData, run.lastNodeExecuted ?? trigger.name);
		const all = context.getInputData().map((_, item) => ({ item }));
		return result.map((items) =>
			items.map(({ json }, item) => ({
				json,
				pairedItem: items.length === all.length ? { item } : all,
			})),
		);
	};
}

/** The parameters of a node with what a model fills in. */
function answered({ parameters }: { parameters: object }, filled: Record<string, string>) {
	const text = JSON.stringify(parameters).replace(
		/\$fromAI\('(\w+)'[^)]*\)/g,
		(_, name: string) => {
			if (!(name in filled)) throw new Error(`No model was asked for "${name}"`);
			return `'${filled[name]}'`;
		},
	);
	return { parameters: JSON.parse(text) as WorkflowJson['nodes'][number]['parameters'] };
}

/** What a workflow gives to the one that called it. */
function lastOutput(runData: IRunData, node: string): INodeExecutionData[][] {
	const main = runData[node]?.at(-1)?.data?.main ?? [[]];
	return main.map((items) => items ?? []);
}
