import { setTimeout as wait } from 'node:timers/promises';
import { readExecution } from '../cli/executionData';
import type { Execution, ExecutionAnswer } from '../cli/executionData';
import { where } from '../cli/tables';
import { sendable } from '../cli/workflowJson';
import type { CredentialReference, WorkflowJson } from '../cli/workflowJson';
import type { N8nDoors } from './n8nRequests';

export interface WorkflowReference {
	id: string;
	name: string;
	active: boolean;
}

export interface DataTable {
	id: string;
	name: string;
}

export type DataTableRow = Record<string, string | number | boolean | null>;

interface Page<Item> {
	data: Item[];
	nextCursor?: string | null;
}

/** The little of n8n that the demo and the tests need. */
export interface N8nClient {
	/** Fields left out get the default the credential type states. */
	createCredential(type: string, name: string, data: object): Promise<CredentialReference>;
	importWorkflow(workflow: WorkflowJson): Promise<string>;
	updateWorkflow(id: string, workflow: WorkflowJson): Promise<void>;
	/** Publishes the workflow as it is now and switches its triggers on. */
	activate(id: string): Promise<void>;
	listWorkflows(): Promise<WorkflowReference[]>;
	/** Has n8n keep what runs of a workflow do that are started by hand; templates say that it may not. */
	keepRuns(id: string): Promise<void>;
	/**
	 * Runs a workflow as the editor's Execute button does; gives the id of the execution, which is kept
	 * whatever the workflow says.
	 * @param items what the trigger is to put out, as the editor's chat does
	 */
	runWorkflow(id: string, triggerName: string, items?: object[]): Promise<string>;
	waitForExecution(id: string, timeoutSeconds?: number): Promise<Execution>;
	/** `runWorkflow` and `waitForExecution` in one. */
	run(id: string, triggerName: string, timeoutSeconds?: number): Promise<Execution>;
	tables(): Promise<DataTable[]>;
	/**
	 * All rows of the data table with exactly this name; none when there is no such table.
	 * @param client only those with this in the column `client`
	 */
	rows(tableName: string, client?: string): Promise<DataTableRow[]>;
}

interface CredentialTypeReference {
	name: string;
	properties?: Array<{ name: string; type: string; default: unknown }>;
}

/** Fields a person fills in; the others n8n fills in itself. */
const isForm = ({ type }: { type: string }): boolean => type !== 'hidden' && type !== 'notice';

const ENDED = new Set(['success', 'error', 'canceled', 'crashed']);

/** A client on the open doors of a running n8n. */
export function n8nClient({ api, rest, editorFile }: N8nDoors): N8nClient {
	async function all<Item>(path: string): Promise<Item[]> {
		const items: Item[] = [];
		let cursor: string | null | undefined;
		do {
			const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const separator = path.includes('?') ? '&' : '?';
			const page = await api<Page<Item>>('GET', `${path}${separator}limit=100${next}`);
			items.push(...page.data);
			cursor = page.nextCursor;
		} while (cursor);
		return items;
	}

	const setKept = async (id: string, saveManualExecutions: boolean): Promise<void> => {
		await rest('PATCH', `/workflows/${id}`, { settings: { saveManualExecutions } });
	};

	/** Starts of one workflow come one after the other: each puts back what it found. */
	const starts = new Map<string, Promise<unknown>>();

	async function startKept(id: string, start: () => Promise<string>): Promise<string> {
		const { settings } = await api<WorkflowJson>('GET', `/workflows/${id}`);
		if (settings?.saveManualExecutions !== false) return await start();
		await setKept(id, true);
		try {
			return await start();
		} finally {
			await setKept(id, false);
		}
	}

	async function runWorkflow(id: string, triggerName: string, items?: object[]): Promise<string> {
		const before = starts.get(id);
		const begun = (async () => {
			await before?.catch(() => {});
			return await startKept(id, async () => await startByHand(id, triggerName, items));
		})();
		starts.set(id, begun);
		return await begun;
	}

	async function startByHand(id: string, triggerName: string, items?: object[]): Promise<string> {
		const run = items && {
			startTime: Date.now(),
			executionTime: 0,
			executionIndex: 0,
			executionStatus: 'success',
			source: [],
			data: { main: [items.map((json) => ({ json }))] },
		};
		const answer = await rest<{ executionId?: string }>('POST', `/workflows/${id}/run`, {
			triggerToStartFrom: { name: triggerName, ...(run && { data: run }) },
		});
		if (answer.executionId) return answer.executionId;
		throw new Error(`n8n did not run workflow ${id} from its trigger "${triggerName}".`);
	}

	async function waitForExecution(id: string, timeoutSeconds = 300): Promise<Execution> {
		const deadline = Date.now() + timeoutSeconds * 1000;
		for (;;) {
			const { status } = await api<{ status: string }>('GET', `/executions/${id}`);
			if (ENDED.has(status)) break;
			if (Date.now() > deadline) {
				throw new Error(`Execution ${id} did not end within ${timeoutSeconds} s (${status}).`);
			}
			await wait(200);
		}
		return readExecution(await api<ExecutionAnswer>('GET', `/executions/${id}?includeData=true`));
	}

	/** The public API refuses a description; the editor's own call takes it. */
	async function describe(id: string, { description }: WorkflowJson): Promise<void> {
		if (description !== undefined) await rest('PATCH', `/workflows/${id}`, { description });
	}

	async function createCredential(type: string, name: string, data: object) {
		const types = await editorFile<CredentialTypeReference[]>('/types/credentials.json');
		const fields = types.find((one) => one.name === type)?.properties ?? [];
		const defaults = fields.filter(isForm).map((field) => [field.name, field.default] as const);
		return await api<CredentialReference>('POST', '/credentials', {
			type,
			name,
			data: { ...Object.fromEntries(defaults), ...data },
		});
	}

	const tables = () => all<DataTable>('/data-tables');

	return {
		createCredential,
		importWorkflow: async (workflow) => {
			const { id } = await api<{ id: string }>('POST', '/workflows', sendable(workflow));
			await describe(id, workflow);
			return id;
		},
		updateWorkflow: async (id, workflow) => {
			await api('PUT', `/workflows/${id}`, sendable(workflow));
			await describe(id, workflow);
		},
		activate: async (id) => {
			await api('POST', `/workflows/${id}/activate`);
		},
		listWorkflows: async () => await all<WorkflowReference>('/workflows'),
		keepRuns: async (id) => await setKept(id, true),
		runWorkflow,
		waitForExecution,
		run: async (id, triggerName, timeoutSeconds) =>
			await waitForExecution(await runWorkflow(id, triggerName), timeoutSeconds),
		tables,
		rows: async (tableName, client) => {
			const table = (await tables()).find(({ name }) => name === tableName);
			if (!table) return [];
			const filter = client
				? `?filter=${encodeURIComponent(JSON.stringify(where({ client })))}`
				: '';
			return await all<DataTableRow>(`/data-tables/${table.id}/rows${filter}`);
		},
	};
}
