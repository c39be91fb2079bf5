import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { N8nServer } from '../../scripts/n8nServer';
import type { Sandbox } from '../../sandbox/index';
import { startSandbox } from '../../sandbox/index';
import { startN8nWithNodes } from '../support/n8nServer';
import { until } from './support/until';

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

/** What the button Connect does; the stand-in allows it at once and sends the browser back. */
async function connect(credentialId: string): Promise<void> {
	const login = await server.rest<string>('GET', `/oauth2-credential/auth?id=${credentialId}`);
	const allowed = await fetch(login, { redirect: 'manual' });
	const back = allowed.headers.get('Location')!;
	// n8n answers with a page that closes itself; that it got a token shows in what follows.
	const callback = back.slice(back.indexOf('/oauth2-credential/callback'));
	await expect(server.rest('GET', callback)).rejects.toThrow('<html>');
}

const createCredential = () => {
	const { baseUrl, oauth } = sandbox.jouwWeb;
	return server.client.createCredential('jouwWebOAuth2Api', 'JouwWeb', {
		baseUrl,
		authUrl: `${baseUrl}/oauth/authorize`,
		accessTokenUrl: `${baseUrl}/oauth/token`,
		clientId: oauth.clientId,
		clientSecret: oauth.clientSecret,
		scope: 'orders',
	});
};

it('J193: connects by OAuth2, starts a run per poll with new orders, and renews its token', async () => {
	const { websiteId } = sandbox.jouwWeb;
	const credential = await createCredential();
	await connect(credential.id);
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
	// The first poll only remembers what is there.
	await until(
		() => sandbox.jouwWeb.journal.calls()['GET websites'] ?? 0,
		(polls) => polls > 0,
	);
	await wait(1_000);
	put(1);
	put(2);
	sandbox.jouwWeb.oauth.expireTokens();
	const [first, ...others] = await until(
		async () => await executionsOf(id),
		({ length }) => length > 0,
		300,
	);
	expect(others).toEqual([]);
	const run = await server.client.waitForExecution(first!.id);
	expect(run.status).toBe('success');
	expect(JSON.stringify(run)).toContain('N1');
	expect(JSON.stringify(run)).toContain('N2');
	expect(sandbox.jouwWeb.journal.calls({ tokens: true })['POST oauth']).toBe(2);
});

it('says that the credential has to be connected again when the owner revoked it, and works after that', async () => {
	sandbox.jouwWeb.reset();
	const { websiteId } = sandbox.jouwWeb;
	const credential = await createCredential();
	await connect(credential.id);
	const id = await server.client.importWorkflow({
		name: 'Read JouwWeb',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'read',
				name: 'Read',
				type: 'n8n-nodes-webshop-snelstart.jouwWeb',
				typeVersion: 1,
				position: [220, 0],
				parameters: {
					resource: 'order',
					operation: 'getMany',
					authentication: 'oAuth2',
					website: { __rl: true, mode: 'id', value: websiteId },
					returnAll: true,
				},
				credentials: { jouwWebOAuth2Api: { id: credential.id, name: credential.name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	} as never);
	const orders = async () => (await server.client.run(id, 'Start')).outputs.Read?.[0];
	expect(await orders()).toHaveLength(17);

	sandbox.jouwWeb.oauth.revoke();
	const refused = await server.client.run(id, 'Start');
	expect(refused.status).toBe('error');
	expect(refused.error?.description).toMatch(/Open the credential and reconnect it/);

	await connect(credential.id);
	expect(await orders()).toHaveLength(17);
	// And from then on it is renewed by itself again.
	sandbox.jouwWeb.oauth.expireTokens();
	expect(await orders()).toHaveLength(17);
});

it('tests a credential without following where its address leads on to', async () => {
	const received: string[] = [];
	const elsewhere = createServer((request, response) => {
		received.push(String(request.url));
		response.end('[]');
	});
	const entered = createServer((request, response) => {
		response.writeHead(307, { Location: `${originOf(elsewhere)}${request.url}` }).end();
	});
	for (const one of [elsewhere, entered]) {
		await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
	}
	const address = originOf(entered);
	const credentials: Array<[type: string, data: object]> = [
		['wooCommerceStoreApi', { url: address, consumerKey: 'ck_1', consumerSecret: 'cs_1' }],
		[
			'jouwWebTokenApi',
			{ baseUrl: address, token: 't', headerName: 'X-Key', testPath: '/websites' },
		],
		[
			'snelStartB2bApi',
			{ baseUrl: address, tokenUrl: address, clientKey: 'c', subscriptionKey: 's' },
		],
	];
	for (const [type, data] of credentials) {
		const { id, name } = await server.client.createCredential(type, `Leads on: ${type}`, data);
		const result = await server.rest<{ status: string; message: string }>(
			'POST',
			'/credentials/test',
			{ credentials: { id, name, type, data } },
		);
		expect(result).toEqual({
			status: 'Error',
			message: expect.stringContaining(originOf(elsewhere)),
		});
	}
	expect(received).toEqual([]);
	for (const one of [elsewhere, entered]) one.close();
});

const originOf = (running: Server): string =>
	`http://127.0.0.1:${(running.address() as AddressInfo).port}`;
