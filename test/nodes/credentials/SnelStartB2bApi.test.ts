import { randomBytes } from 'node:crypto';

import nock from 'nock';
import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { runOperations } from '../../../nodes/shared/router';
import { runNode } from '../../support/engine';

/** Asks for the company, the way any node would. */
const askingNode: INodeType = {
	description: {
		displayName: 'Asks',
		name: 'asks',
		group: ['transform'],
		version: 1,
		description: 'Sends one request with the credential',
		defaults: { name: 'Asks' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'snelStartB2bApi', required: true }],
		properties: [
			{ displayName: 'Resource', name: 'resource', type: 'string', default: 'company' },
			{ displayName: 'Operation', name: 'operation', type: 'string', default: 'get' },
		],
	},
	async execute(this: IExecuteFunctions) {
		return await runOperations.call(this, {
			company: {
				async get() {
					return [
						await this.helpers.httpRequestWithAuthentication.call(this, 'snelStartB2bApi', {
							url: 'https://b2b.example/v2/companyInfo',
						}),
					];
				},
			},
		});
	},
};

/** A koppelsleutel holds every character that has a meaning of its own in a form. */
const clientKey = `${randomBytes(30).toString('base64')}+a/b=c&d==`;
const subscriptionKey = randomBytes(16).toString('hex');
const credential = () => ({
	clientKey,
	subscriptionKey,
	baseUrl: 'https://b2b.example/v2',
	tokenUrl: 'https://auth.example/b2b/token',
});
const newToken = () => randomBytes(12).toString('hex');

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
	nock.enableNetConnect();
	nock.restore();
});

const tokenCall = (bodies: string[] = []) =>
	nock('https://auth.example', {
		reqheaders: { 'content-type': /^application\/x-www-form-urlencoded/ },
	}).post('/b2b/token', (body: Record<string, string>) => {
		bodies.push(JSON.stringify(body));
		return true;
	});

const companyCall = (accessToken: string) =>
	nock('https://b2b.example', {
		reqheaders: {
			authorization: `Bearer ${accessToken}`,
			'ocp-apim-subscription-key': subscriptionKey,
		},
	}).get('/v2/companyInfo');

describe('the SnelStart credential', () => {
	it('trades the koppelsleutel for a token, form-encoded, and sends both keys', async () => {
		const bodies: string[] = [];
		const accessToken = newToken();
		tokenCall(bodies).reply(200, { access_token: accessToken, expires_in: 3599 });
		companyCall(accessToken).reply(200, { administratieNaam: 'Proef' });
		const snelStartB2bApi = credential();

		const { outputs, error } = await runNode({
			node: askingNode,
			credentials: { snelStartB2bApi },
		});

		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({ administratieNaam: 'Proef' });
		expect(JSON.parse(bodies[0]!)).toEqual({ grant_type: 'clientkey', clientkey: clientKey });
		expect(snelStartB2bApi).toHaveProperty('accessToken', accessToken);
	});

	it('keeps using the token it has', async () => {
		const accessToken = newToken();
		companyCall(accessToken).reply(200, {});
		const { error } = await runNode({
			node: askingNode,
			credentials: { snelStartB2bApi: { ...credential(), accessToken } },
		});
		expect(error).toBeUndefined();
	});

	it('asks for a new token when the old one has run out', async () => {
		const [old, fresh] = [newToken(), newToken()];
		companyCall(old).reply(401, {});
		tokenCall().reply(200, { access_token: fresh });
		companyCall(fresh).reply(200, { administratieNaam: 'Proef' });
		const { outputs } = await runNode({
			node: askingNode,
			credentials: { snelStartB2bApi: { ...credential(), accessToken: old } },
		});
		expect(outputs[0]?.[0]?.json).toEqual({ administratieNaam: 'Proef' });
	});

	it.each([400, 401])('says that the koppelsleutel is refused (HTTP %i)', async (status) => {
		tokenCall().reply(status, { error: 'GrantType clientkey was found.' }).persist();
		const { error } = await runNode({
			node: askingNode,
			credentials: { snelStartB2bApi: credential() },
		});
		expect(error?.message).toBe("SnelStart does not accept the 'Client Key (Koppelsleutel)'");
		expect(JSON.stringify(error)).not.toContain(clientKey);
	});

	it('says that no token came', async () => {
		tokenCall().reply(503, '<html></html>');
		const { error } = await runNode({
			node: askingNode,
			credentials: { snelStartB2bApi: credential() },
		});
		expect(error?.message).toBe('SnelStart gave no access token (HTTP 503)');
	});
});
