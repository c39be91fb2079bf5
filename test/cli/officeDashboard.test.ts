import path from 'node:path';

import { openApi } from '../../cli/n8nApi';
import { importOffice, type OfficeRequest } from '../../cli/officeDashboard';
import { removeClient } from '../../cli/removeClient';
import { startReport } from '../../cli/report';
import { readTemplates } from '../../cli/templates';
import type { WorkflowJson } from '../../cli/workflowJson';
import { startN8nStandIn } from './support/n8nStandIn';
import type { N8nStandIn } from './support/n8nStandIn';

let n8n: N8nStandIn;
let templates: WorkflowJson[];

async function office(more: Partial<OfficeRequest> = {}) {
	const report = startReport();
	await importOffice({
		...{ path: 'office', templates, report, language: 'nl', postgres: '' },
		api: openApi(n8n.url, 'key'),
		secrets: async () => 'a long enough password',
		...more,
	});
	return report.changes.map(({ action, what }) => `${action} ${what}`);
}
const workflows = () => [...n8n.workflows.values()] as unknown as WorkflowJson[];
const credentials = () => [...n8n.credentials.values()] as Array<Record<string, unknown>>;

beforeAll(async () => {
	templates = await readTemplates(path.join(__dirname, '..', '..'));
});
beforeEach(async () => {
	n8n = await startN8nStandIn();
});
afterEach(async () => await n8n.stop());

it('makes the page with a login of its own, and changes nothing the second time', async () => {
	const changes = await office();
	expect(changes).toEqual(
		expect.arrayContaining(['create credential', 'create workflow', 'switch on workflow']),
	);
	const [workflow] = workflows();
	expect([workflows().length, workflow!.name]).toEqual([1, 'office: Office dashboard']);
	const own = workflow!.nodes.filter(({ type }) => type.includes('webshopDashboard'));
	const [credential] = credentials();
	expect(own.map(({ credentials: used }) => used)).toEqual(
		own.map(() => ({
			webshopDashboardApi: { id: credential!.id, name: 'office: office dashboard' },
		})),
	);
	expect(own[0]!.parameters).toMatchObject({ shows: 'allClients', path: 'office', language: 'nl' });
	expect(credential).toMatchObject({ data: { user: 'office' } });
	expect((await office()).filter((change) => !change.startsWith('unchanged'))).toEqual([]);
});

it('makes nothing with a short password, nor in a dry run', async () => {
	await expect(office({ secrets: async () => 'short' })).rejects.toThrow('OFFICE_PASSWORD');
	await office({ dryRun: true });
	expect([workflows(), credentials()]).toEqual([[], []]);
});

it('reads the PostgreSQL whose credential is named, and no other', async () => {
	await expect(office({ postgres: 'the rows' })).rejects.toThrow('the rows');
	n8n.credentials.set('77', { id: '77', name: 'the rows', type: 'postgres' });
	await office({ postgres: 'the rows' });
	const reading = workflows()[0]!.nodes.filter(({ type }) => type.endsWith('.postgres'));
	expect(reading.length).toBeGreaterThan(4);
	for (const node of reading) {
		expect(node.credentials).toEqual({ postgres: { id: '77', name: 'the rows' } });
	}
});

it('is taken away like a client', async () => {
	await office();
	await removeClient({ api: openApi(n8n.url, 'key'), client: 'office', report: startReport() });
	expect([workflows(), credentials()]).toEqual([[], []]);
});
