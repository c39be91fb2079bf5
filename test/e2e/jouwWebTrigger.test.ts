import { setTimeout as wait } from 'node:timers/promises';
import type { N8nServer } from '../../scripts/n8nServer';
import type { Sandbox } from '../../sandbox/index';
import { startSandbox } from '../../sandbox/index';
import { startN8nWithNodes } from '../support/n8nServer';

let sandbox: Sandbox;
let server: N8nServer;

beforeAll(async () => {
	sandbox = await startSandbox();
	server = await startN8nWithNodes();
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

interface Executions {
	data: Array<{ id: string; status: string; workflowId: string }>;
}

const executionsOf = async (workflowId: string) =>
	(await server.api<Executions>('GET', `/executions?workflowId=${workflowId}`)).data;

function put(id: number): void {
	const moment = new Date().toISOString();
	const order = { id, orderNumber: `N${id}`, status: 'processed' };
	sandbox.jouwWeb.putOrder({ ...order, createdAt: moment, updatedAt: moment });
}

it('connects by OAuth2, starts a run per poll with new orders, and renews its token', async () => {
	const { baseUrl, oauth, websiteId } = sandbox.jouwWeb;
	const credential = await server.client.createCredential('jouwWebOAuth2Api', 'JouwWeb', {
		baseUrl,
		authUrl: `${baseUrl}/oauth/authorize`,
		accessTokenUrl: `${baseUrl}/oauth/token`,
		clientId: oauth.clientId,
		clientSecret: oauth.clientSecret,
		scope: 'orders',
	});
	// What the button Connect opens; the stand-in allows it at once and sends the browser back.
	const login = await server.rest<string>('GET', `/oauth2-credential/auth?id=${credential.id}`);
	const allowed = await fetch(login, { redirect: 'manual' });
	const back = allowed.headers.get('Location')!;
	// n8n answers with a page that closes itself; that it got a token shows in the journal below.
	const callback = back.slice(back.indexOf('/oauth2-credential/callback'));
	await expect(server.rest('GET', callback)).rejects.toThrow('<html>');
	expect(sandbox.jouwWeb.journal.calls({ tokens: true })['POST oauth']).toBe(1);

	const id = await server.client.importWorkflow({
		name: 'Orders of JouwWeb',
		nodes: [
			{
				id: 'trigger',
				name: 'JouwWeb Trigger',
				type: 'n8n-nodes-webshop-snelstart.jouwWebTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {
					pollTimes: { item: [{ mode: 'everyMinute' }] },
					authentication: 'oAuth2',
					website: { __rl: true, mode: 'id', value: websiteId },
				},
				credentials: { jouwWebOAuth2Api: { id: credential.id, name: credential.name } },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	} as never);
	await server.client.activate(id);
	while (sandbox.jouwWeb.journal.calls()['GET websites'] === undefined) await wait(200);
	await wait(1_000);
	put(1);
	put(2);
	sandbox.jouwWeb.oauth.expireTokens();
	while ((await executionsOf(id)).length === 0) await wait(500);
	const [first, ...others] = await executionsOf(id);
	expect(others).toEqual([]);
	const run = await server.client.waitForExecution(first!.id, 30);
	expect(run.status).toBe('success');
	expect(JSON.stringify(run)).toContain('N1');
	expect(JSON.stringify(run)).toContain('N2');
	expect(sandbox.jouwWeb.journal.calls({ tokens: true })['POST oauth']).toBe(2);
}, 180_000);
