import type { ClientFile } from '../../cli/clientFile';
import { importClient } from '../../cli/importClient';
import { inviteClient, type InviteRequest } from '../../cli/inviteClient';
import { openApi } from '../../cli/n8nApi';
import { removeClient } from '../../cli/removeClient';
import { startReport } from '../../cli/report';
import { Trouble } from '../../cli/trouble';
import type { WorkflowJson } from '../../cli/workflowJson';
import { templates } from '../workflows/templates';
import { startN8nStandIn, type N8nStandIn } from './support/n8nStandIn';

let n8n: N8nStandIn;
beforeAll(async () => {
	n8n = await startN8nStandIn();
});
afterAll(() => n8n.stop());
beforeEach(() => {
	for (const held of [n8n.workflows, n8n.credentials, n8n.tables, n8n.rows]) held.clear();
});

const file = (changes: Partial<ClientFile> = {}): ClientFile => ({
	settings: { client: 'bloom', shops: [{ shop: 'web', kind: 'wooCommerce' }], vatMapping: [] },
	shops: { web: { ordersFrom: '2026-01-01', url: 'https://shop.example/' } },
	...changes,
});
const invite = (changes: Partial<InviteRequest> = {}) =>
	inviteClient({
		api: openApi(n8n.url, 'key'),
		webhooks: 'https://n8n.example/webhook',
		file: file(),
		secrets: async (variable) => `secret of ${variable}`,
		report: startReport(),
		...{ shop: '', app: 'my-app', days: 7 },
		...changes,
	});
const codeOf = async (changes: Partial<InviteRequest>) => {
	const error: unknown = await invite(changes).catch((thrown: unknown) => thrown);
	if (!(error instanceof Trouble)) throw error;
	return error.message;
};
const rows = (name: string) =>
	[...n8n.tables.values()]
		.filter((table) => table.name === name)
		.flatMap(({ id }) => n8n.rows.get(id)!);

it("makes SnelStart's link with a reference of its own each time, and keeps none of it", async () => {
	const now = new Date('2026-11-28T12:00:00Z');
	const links = [await invite({ now }), await invite({ now })].map((link) => new URL(link));
	expect(links[0]!.origin + links[0]!.pathname).toBe(
		'https://web.snelstart.nl/couplings/activate/my-app',
	);
	expect(links[0]!.searchParams.get('successUrl')).toBe(
		'https://n8n.example/webhook/webshop-invitations',
	);
	const references = links.map(({ searchParams }) => searchParams.get('referenceKey')!);
	expect(references.map(({ length }) => length)).toEqual([43, 43]);
	expect(new Set(references).size).toBe(2);
	expect(JSON.stringify([...n8n.rows.values()])).not.toContain(references[1]);
	expect(rows('ClientInvitations')).toMatchObject([
		{ state: 'withdrawn' },
		{ client: 'bloom', shop: '', state: 'open', expiresAt: '2026-12-05T12:00:00.000Z' },
	]);
	expect([...n8n.credentials.values()]).toHaveLength(1);
});

it("makes WooCommerce's link; only realtime asks for more than reading", async () => {
	const link = new URL(await invite({ shop: 'web', app: '' }));
	expect(link.origin + link.pathname).toBe('https://shop.example/wc-auth/v1/authorize');
	expect(Object.fromEntries(link.searchParams)).toMatchObject({
		scope: 'read',
		callback_url: 'https://n8n.example/webhook/webshop-invitations',
	});
	const shops = { web: { ...file().shops.web!, realtime: true } };
	const realtime = new URL(await invite({ shop: 'web', file: file({ shops }) }));
	expect(realtime.searchParams.get('scope')).toBe('read_write');
});

it('says what is missing, and makes nothing then', async () => {
	expect(await codeOf({ app: '' })).toContain('--app');
	expect(await codeOf({ shop: 'other' })).toContain('no WooCommerce shop "other"; it has web');
	const open = { web: { ...file().shops.web!, url: 'http://shop.example' } };
	expect(await codeOf({ shop: 'web', file: file({ shops: open }) })).toContain('over http');
	expect(await codeOf({ webhooks: 'http://n8n.example/webhook' })).toContain('over http');
	expect(await codeOf({ secrets: async () => undefined })).toContain('SNELSTART_SUBSCRIPTION_KEY');
	expect(await codeOf({ file: file({ snelStart: { credential: 'Theirs' } }) })).toContain('Theirs');
	expect(n8n.credentials.size).toBe(0);
	expect(rows('ClientInvitations')).toEqual([]);
});

it('puts the key into the credential that the file names', async () => {
	n8n.credentials.set('7', { id: '7', name: 'Theirs', type: 'snelStartB2bApi' });
	await invite({ file: file({ snelStart: { credential: 'Theirs' } }) });
	expect(rows('ClientInvitations')).toMatchObject([{ credentialId: '7' }]);
	expect(n8n.credentials.size).toBe(1);
});

it('is worthless once the client is removed', async () => {
	await invite();
	const report = startReport();
	await removeClient({ api: openApi(n8n.url, 'key'), client: 'bloom', report });
	expect(rows('ClientInvitations')).toEqual([]);
	expect(n8n.credentials.size).toBe(0);
});

it('leaves the import nothing to ask: it goes on with the credentials of the invitations', async () => {
	await invite();
	await invite({ shop: 'web' });
	const asked: string[] = [];
	await importClient({
		api: openApi(n8n.url, 'key'),
		webhooks: `${n8n.url}/webhook`,
		file: file(),
		templates: templates as unknown as WorkflowJson[],
		secrets: async (variable) => {
			asked.push(variable);
			return undefined;
		},
		report: startReport(),
	});
	expect(asked).toEqual([]);
	expect([...n8n.credentials.values()]).toHaveLength(2);
	const names = [...n8n.workflows.values()].map(({ name }) => name);
	expect(names).toContain('bloom: Client settings');
	// It serves every client of the n8n.
	expect(names).not.toContain('bloom: Invite clients');
});
