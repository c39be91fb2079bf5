import { canBeActive } from '../../cli/workflowJson';
import { calledWorkflows, importOrder, linkTemplate } from '../../cli/linkTemplates';
import type { WorkflowJson, WorkflowNode } from '../../cli/workflowJson';

const node = (name: string, type: string, parameters: WorkflowNode['parameters'] = {}) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	parameters,
});

const call = (workflow: string) =>
	node(`Call ${workflow}`, 'n8n-nodes-base.executeWorkflow', {
		workflowId: { __rl: true, mode: 'list', value: '', cachedResultName: workflow },
	});

const workflow = (name: string, ...nodes: WorkflowNode[]): WorkflowJson => ({
	name,
	nodes,
	connections: {},
	settings: {},
});

describe('order of import', () => {
	it('puts what is called first and keeps the rest', () => {
		const hourly = workflow('Hourly', call('Process orders'));
		const process = workflow('Process orders', call('Report'));
		const report = workflow('Report');
		const tables = workflow('Set up tables');
		const names = importOrder([hourly, tables, process, report]).map(({ name }) => name);
		expect(names).toEqual(['Report', 'Process orders', 'Hourly', 'Set up tables']);
	});

	it('names a called workflow that is missing', () => {
		expect(() => importOrder([workflow('Hourly', call('Process orders'))])).toThrow(
			'"Hourly" calls "Process orders", which is not among the templates.',
		);
	});

	it('names a circle', () => {
		expect(() => importOrder([workflow('A', call('B')), workflow('B', call('A'))])).toThrow(
			'A → B → A',
		);
	});

	it('wants every call to name its workflow', () => {
		const silent = node('Call', 'n8n-nodes-base.executeWorkflow', { workflowId: { value: '' } });
		expect(() => calledWorkflows(workflow('A', silent))).toThrow(/Node "Call" in "A"/);
	});
});

describe('linking', () => {
	const nodeTypes = [
		{ name: 'p.snelStart', credentials: [{ name: 'snelStartB2bApi' }] },
		{
			name: 'p.jouwWeb',
			credentials: [
				{ name: 'jouwWebOAuth2Api', displayOptions: { show: { authentication: ['oAuth2'] } } },
				{ name: 'jouwWebTokenApi', displayOptions: { show: { authentication: ['token'] } } },
			],
		},
		{ name: 'n8n-nodes-base.noOp' },
	];
	const credentials = {
		snelStartB2bApi: { id: 'c1', name: 'SnelStart' },
		jouwWebTokenApi: { id: 'c2', name: 'JouwWeb' },
	};
	const links = {
		nodeTypes,
		credentials,
		workflows: { 'Process orders': { id: 'w1', name: 'bloom: Process orders' } },
	};
	const link = (one: WorkflowNode): WorkflowNode | undefined =>
		linkTemplate(workflow('Hourly', one), links).nodes[0];

	it('points a data table that is named at its id, and leaves one that is not there', () => {
		const named = (value: string, type = 'n8n-nodes-base.dataTable') =>
			node('Rows', type, { operation: 'get', dataTableId: { __rl: true, mode: 'name', value } });
		const tables = new Map([['WebshopOrders', 't1']]);
		const tableOf = (one: WorkflowNode) =>
			linkTemplate(workflow('Hourly', one), { ...links, tables }).nodes[0]?.parameters;
		const byId = { __rl: true, mode: 'list', value: 't1', cachedResultName: 'WebshopOrders' };
		expect(tableOf(named('WebshopOrders'))).toEqual({ operation: 'get', dataTableId: byId });
		expect(tableOf(named('WebshopOrders', 'n8n-nodes-base.dataTableTool'))).toEqual({
			operation: 'get',
			dataTableId: byId,
		});
		expect(tableOf(named('Others'))).toEqual(named('Others').parameters);
		expect(tableOf(named('WebshopOrders', 'p.snelStart'))).toEqual(
			named('WebshopOrders').parameters,
		);
		expect(link(named('WebshopOrders'))?.parameters).toEqual(named('WebshopOrders').parameters);
	});

	it('fills in the credential a node type asks for', () => {
		expect(link(node('Book', 'p.snelStart'))?.credentials).toEqual({
			snelStartB2bApi: { id: 'c1', name: 'SnelStart' },
		});
	});

	it('fills it in also where the node is a tool of an agent', () => {
		expect(link(node('Look up', 'p.snelStartTool'))?.credentials).toEqual({
			snelStartB2bApi: { id: 'c1', name: 'SnelStart' },
		});
	});

	it('switches to the sign-in for which there is a credential', () => {
		const linked = link(node('Read', 'p.jouwWeb', { authentication: 'oAuth2', limit: 5 }));
		expect(linked?.parameters).toEqual({ authentication: 'token', limit: 5 });
		expect(linked?.credentials).toEqual({ jouwWebTokenApi: { id: 'c2', name: 'JouwWeb' } });
	});

	it('leaves a sign-in alone for which no credential is kept', () => {
		const form = node('Read', 'p.jouwWeb', { authentication: 'n8nUserAuth' });
		expect(link(form)).toEqual(form);
	});

	it('leaves a node without credentials alone', () => {
		const plain = node('Nothing', 'n8n-nodes-base.noOp');
		expect(link(plain)).toBe(plain);
	});

	it('points a call at the imported workflow of that name', () => {
		expect(link(call('Process orders'))?.parameters.workflowId).toEqual({
			__rl: true,
			mode: 'list',
			value: 'w1',
			cachedResultName: 'bloom: Process orders',
		});
	});

	it('refuses a call of something not imported', () => {
		expect(() => link(call('Report'))).toThrow('"Report", which is not imported yet');
	});
});

describe('what n8n can switch on', () => {
	it.each([
		['n8n-nodes-base.manualTrigger', false],
		['n8n-nodes-base.scheduleTrigger', true],
		['n8n-nodes-base.executeWorkflowTrigger', true],
		['n8n-nodes-base.webhook', true],
	])('%s: %s', (type, expected) => {
		expect(canBeActive(workflow('W', node('Start', type)))).toBe(expected);
	});
});
