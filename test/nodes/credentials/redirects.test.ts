/** Keys stay where they were entered: no redirect is followed, and none goes over http. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';

import { CredentialTestContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	INodeCredentialTestResult,
	INodeType,
} from 'n8n-workflow';

import { openApi } from '../../../cli/n8nApi';
import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { JouwWebTrigger } from '../../../nodes/JouwWeb/JouwWebTrigger.node';
import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { SnelStartTrigger } from '../../../nodes/SnelStart/SnelStartTrigger.node';
import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { WooCommerceStoreTrigger } from '../../../nodes/WooCommerce/WooCommerceStoreTrigger.node';
import { additionalData, runNode } from '../../support/engine';
import type { RunNodeOptions } from '../../support/engine';

const secret = (): string => randomBytes(16).toString('hex');

interface Recorder {
	server: Server;
	origin: string;
	received: IncomingMessage[];
	answer: (request: IncomingMessage) => { status: number; location?: string; json?: unknown };
}

async function record(answer: Recorder['answer']): Promise<Recorder> {
	const recorder = { received: [] as IncomingMessage[], answer } as Recorder;
	recorder.server = createServer((request, response) => {
		request.resume();
		recorder.received.push(request);
		const { status, location, json } = recorder.answer(request);
		response.writeHead(status, {
			'Content-Type': 'application/json',
			...(location !== undefined && { Location: location }),
		});
		response.end(JSON.stringify(json ?? {}));
	});
	await new Promise<void>((done) => recorder.server.listen(0, '127.0.0.1', done));
	recorder.origin = `http://127.0.0.1:${(recorder.server.address() as AddressInfo).port}`;
	return recorder;
}

/** Where the keys were entered, and where that leads on to: a host that takes everything. */
let entered: Recorder;
let elsewhere: Recorder;

beforeEach(async () => {
	elsewhere = await record(() => ({ status: 200, json: [] }));
	entered = await record(({ url }) => ({ status: 302, location: `${elsewhere.origin}${url}` }));
});
afterEach(() => {
	entered.server.close();
	elsewhere.server.close();
});

const shop = (): ICredentialDataDecryptedObject => ({
	url: entered.origin,
	consumerKey: `ck_${secret()}`,
	consumerSecret: `cs_${secret()}`,
});
const token = (): ICredentialDataDecryptedObject => ({
	baseUrl: `${entered.origin}/v1`,
	token: secret(),
	headerName: 'X-Api-Key',
	prefix: '',
	testPath: '/websites',
});
const books = (): ICredentialDataDecryptedObject => ({
	clientKey: secret(),
	subscriptionKey: secret(),
	baseUrl: `${entered.origin}/v2`,
	tokenUrl: `${entered.origin}/b2b/token`,
});

/** Tests a credential as n8n does. */
async function test(
	node: INodeType,
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const { testedBy } = node.description.credentials!.find(({ name }) => name === type)!;
	const method: ICredentialTestFunction = node.methods!.credentialTest![String(testedBy)]!;
	const context = new CredentialTestContext(additionalData({}));
	return await method.call(context, { id: '1', name: 'Test', type, data });
}

async function messageOf(options: RunNodeOptions): Promise<string> {
	const { error } = await runNode(options);
	return error?.message ?? '';
}

describe.each([301, 302, 303, 307, 308])('an address that leads on (HTTP %i)', (status) => {
	beforeEach(() => {
		entered.answer = ({ url }) => ({ status, location: `${elsewhere.origin}${url}` });
	});
	afterEach(() => {
		expect(entered.received).not.toEqual([]);
		expect(elsewhere.received).toEqual([]);
	});

	it('of a shop', async () => {
		const message = await messageOf({
			node: new WooCommerce(),
			parameters: { operation: 'getMany', returnAll: true },
			credentials: { wooCommerceStoreApi: shop() },
		});
		expect(message).toContain(`sends this request on to ${elsewhere.origin},`);
	});

	it('of a shop, when its credential is tested', async () => {
		for (const node of [new WooCommerce(), new WooCommerceStoreTrigger()]) {
			const result = await test(node, 'wooCommerceStoreApi', shop());
			expect(result.status).toBe('Error');
			expect(result.message).toContain(
				`as 'Shop URL' in the credential, '${elsewhere.origin}' if that is the shop`,
			);
		}
	});

	it('of JouwWeb', async () => {
		const message = await messageOf({
			node: new JouwWeb(),
			parameters: {
				operation: 'getMany',
				returnAll: true,
				website: { __rl: true, mode: 'id', value: '1' },
			},
			credentials: { jouwWebTokenApi: token() },
		});
		expect(message).toContain(`leads on to ${elsewhere.origin}`);
	});

	it('of JouwWeb, when its credential is tested', async () => {
		for (const node of [new JouwWeb(), new JouwWebTrigger()]) {
			const result = await test(node, 'jouwWebTokenApi', token());
			expect(result.status).toBe('Error');
			expect(result.message).toContain(`leads on to ${elsewhere.origin}/v1, and keys never follow`);
		}
	});

	it("of SnelStart's token", async () => {
		const message = await messageOf({
			node: new SnelStart(),
			parameters: { resource: 'company', operation: 'get' },
			credentials: { snelStartB2bApi: books() },
		});
		expect(message).toContain(`The 'Token URL' of SnelStart leads on to ${elsewhere.origin}`);
	});

	it('of SnelStart', async () => {
		const message = await messageOf({
			node: new SnelStart(),
			parameters: { resource: 'company', operation: 'get' },
			credentials: { snelStartB2bApi: { ...books(), accessToken: secret() } },
		});
		expect(message).toContain(`The 'Base URL' of SnelStart leads on to ${elsewhere.origin}/v2,`);
	});

	it('of SnelStart, when its credential is tested', async () => {
		for (const node of [new SnelStartTrigger(), new WebshopSettings()]) {
			expect((await test(node, 'snelStartB2bApi', books())).status).toBe('Error');
		}
		const refused = await test(new SnelStart(), 'snelStartB2bApi', books());
		expect(refused.message).toContain(`'Token URL' of SnelStart leads on to ${elsewhere.origin}`);
		entered.answer = ({ url }) =>
			url === '/b2b/token'
				? { status: 200, json: { access_token: secret() } }
				: { status, location: `${elsewhere.origin}${url}` };
		const result = await test(new SnelStart(), 'snelStartB2bApi', books());
		expect(result.status).toBe('Error');
		expect(result.message).toContain(
			`The 'Base URL' of SnelStart leads on to ${elsewhere.origin}/v2`,
		);
		expect(result.message).toContain("Enter 'https://b2bapi.snelstart.nl/v2' as 'Base URL'");
	});

	it('of n8n, for the import command', async () => {
		const api = openApi(entered.origin, secret());
		await expect(api.request('GET', '/workflows')).rejects.toMatchObject({
			code: 'N8N_REDIRECTS',
			message: expect.stringContaining(`leads on to ${elsewhere.origin}, and the key`),
		});
	});
});

describe('an address over http, of another machine', () => {
	const HOST = 'http://books.example';
	const run = async (node: INodeType, credentials: RunNodeOptions['credentials']) =>
		await runNode({
			node,
			parameters: { resource: 'website', operation: 'getMany', returnAll: true },
			credentials,
		});

	it('gets no key of JouwWeb', async () => {
		const jouwWebTokenApi = { ...token(), baseUrl: HOST };
		const { error } = await run(new JouwWeb(), { jouwWebTokenApi });
		expect(error).toMatchObject({
			message: 'The keys are not sent to books.example over http',
			context: { code: 'KEYS_OVER_HTTP' },
		});
		const tested = await test(new JouwWeb(), 'jouwWebTokenApi', jouwWebTokenApi);
		expect(tested.message).toContain('The keys are not sent to books.example over http');
	});

	it('gets no key of SnelStart', async () => {
		const addresses: ICredentialDataDecryptedObject[] = [
			{ tokenUrl: HOST },
			{ baseUrl: HOST, accessToken: secret() },
		];
		for (const address of addresses) {
			const { error } = await runNode({
				node: new SnelStart(),
				parameters: { resource: 'company', operation: 'get' },
				credentials: { snelStartB2bApi: { ...books(), ...address } },
			});
			expect(error).toMatchObject({
				message: 'The keys are not sent to books.example over http',
				context: { code: 'KEYS_OVER_HTTP' },
			});
		}
		const data = { ...books(), tokenUrl: HOST };
		const tested = await test(new SnelStart(), 'snelStartB2bApi', data);
		expect(tested.message).toContain('The keys are not sent to books.example over http');
	});

	it('gets no key of n8n from the import command', () => {
		expect(() => openApi(HOST, secret())).toThrow(
			expect.objectContaining({ code: 'KEY_OVER_HTTP' }) as Error,
		);
		expect(openApi(HOST, secret(), true).url).toBe(HOST);
		expect(openApi('http://localhost:5678/', secret()).url).toBe('http://localhost:5678');
	});
});

describe('a test of a credential that is right', () => {
	it.each<[string, INodeType, string, () => ICredentialDataDecryptedObject]>([
		['a shop', new WooCommerce(), 'wooCommerceStoreApi', shop],
		['JouwWeb', new JouwWeb(), 'jouwWebTokenApi', token],
		['SnelStart', new SnelStart(), 'snelStartB2bApi', books],
	])('connects to %s', async (_what, node, type, data) => {
		entered.answer = ({ url }) => ({
			status: 200,
			json: url === '/b2b/token' ? { access_token: 'token' } : [],
		});
		expect(await test(node, type, data())).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
	});

	it.each<[string, INodeType, string, () => ICredentialDataDecryptedObject, RegExp]>([
		['a shop', new WooCommerce(), 'wooCommerceStoreApi', shop, /does not let this key read/],
		['JouwWeb', new JouwWeb(), 'jouwWebTokenApi', token, /JouwWeb does not allow this/],
		['SnelStart', new SnelStart(), 'snelStartB2bApi', books, /does not accept the 'Client Key/],
	])('says what is wrong with the keys of %s', async (_what, node, type, data, message) => {
		entered.answer = () => ({
			status: 401,
			json: { code: 'woocommerce_rest_cannot_view', message: 'Sorry.' },
		});
		const result = await test(node, type, data());
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	it('says that nothing answers', async () => {
		entered.server.close();
		const result = await test(new WooCommerce(), 'wooCommerceStoreApi', {
			...shop(),
			url: 'http://127.0.0.1:1',
		});
		expect(result.message).toMatch(/^The shop cannot be reached\. Nothing listens there/);
	});
});
