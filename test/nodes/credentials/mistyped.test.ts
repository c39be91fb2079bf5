/** What users paste wrongly: spaces, half a key, the wrong field, an address without its end. */
import { CredentialTestContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	INodeType,
} from 'n8n-workflow';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { withJouwWebToken } from '../../../nodes/shared/jouwWeb/authenticate';
import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { additionalData } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

/** What n8n shows under a credential. */
async function tested(
	node: INodeType,
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<string> {
	const { testedBy } = node.description.credentials!.find(({ name }) => name === type)!;
	const method: ICredentialTestFunction = node.methods!.credentialTest![String(testedBy)]!;
	const context = new CredentialTestContext(additionalData({}));
	return (await method.call(context, { id: '1', name: 'Test', type, data })).message;
}

const books = (changed: ICredentialDataDecryptedObject = {}) => {
	const { clientKey, subscriptionKey, baseUrl, tokenUrl } = sandbox.snelStart;
	const data = { clientKey, subscriptionKey, baseUrl, tokenUrl, ...changed };
	return tested(new SnelStart(), 'snelStartB2bApi', data);
};
const shop = (changed: ICredentialDataDecryptedObject = {}) => {
	const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
	const data = { url, consumerKey, consumerSecret, ...changed };
	return tested(new WooCommerce(), 'wooCommerceStoreApi', data);
};
const WORKS = 'Connection successful!';

it('spaces and line ends around keys and addresses are left out', async () => {
	const { clientKey, subscriptionKey, baseUrl } = sandbox.snelStart;
	const spaced = { clientKey: ` ${clientKey}\n`, subscriptionKey: `${subscriptionKey} ` };
	expect(await books({ ...spaced, baseUrl: ` ${baseUrl}/ ` })).toBe(WORKS);
	const { url, consumerKey, consumerSecret } = sandbox.wooCommerce;
	const pasted = { consumerKey: ` ${consumerKey}`, consumerSecret: `${consumerSecret}\n` };
	expect(await shop({ ...pasted, url: ` ${url}` })).toBe(WORKS);
	const token = { headerName: 'Authorization', prefix: 'Bearer ', token: ' secret \n' };
	const { headers } = withJouwWebToken(token, { url: 'https://api.example/orders' });
	expect(headers).toEqual({ Authorization: 'Bearer secret' });
});

it('a Base URL without /v2 is told from a record that is not there', async () => {
	const baseUrl = sandbox.snelStart.baseUrl.replace(/\/v2$/, '');
	expect(baseUrl).not.toBe(sandbox.snelStart.baseUrl);
	expect(await books({ baseUrl })).toBe(
		"SnelStart accepts the key, but has nothing at the 'Base URL' of the credential. Enter 'https://b2bapi.snelstart.nl/v2', with '/v2' at its end",
	);
});

it.each([
	['Base URL', { baseUrl: 'b2bapi.snelstart.nl/v2' }],
	['Token URL', { tokenUrl: 'auth.snelstart.nl/b2b/token' }],
	['Token URL', { tokenUrl: 'localhost:8080/b2b/token' }],
])("SnelStart's %s without a scheme", async (field, changed) => {
	expect(await books(changed)).toBe(
		`The '${field}' of the credential does not begin with https://. Enter the whole address, as it stands in the address bar of a browser`,
	);
});

it("JouwWeb's Base URL without a scheme", async () => {
	const data = { baseUrl: 'api.example/v1', token: 's', headerName: 'X-Api-Key', testPath: '/me' };
	expect(await tested(new JouwWeb(), 'jouwWebTokenApi', data)).toMatch(
		/^The 'Base URL' of the credential does not begin with https/,
	);
});

describe('keys that the shop refuses', () => {
	const digits = 'a'.repeat(40);
	const [key, secret] = [`ck_${digits}`, `cs_${digits}`];

	it.each([
		[
			'in each other’s field',
			{ consumerKey: secret, consumerSecret: key },
			'Consumer key and consumer secret are each in the field of the other',
		],
		[
			'cut at its end',
			{ consumerKey: key.slice(0, 40), consumerSecret: secret },
			"The 'Consumer Key' is not whole: it has 40 characters, and WooCommerce makes 43 that begin with ck_",
		],
		[
			'cut at its beginning',
			{ consumerKey: key, consumerSecret: digits },
			"The 'Consumer Secret' is not whole: it has 40 characters, and WooCommerce makes 43 that begin with cs_",
		],
		[
			'whole, and of another shop',
			{ consumerKey: key, consumerSecret: secret },
			'The shop does not accept the consumer key or secret',
		],
	])('%s', async (_how, keys, expected) => {
		const message = await shop(keys);
		expect(message).toContain(expected);
		expect(message).not.toContain(digits.slice(0, 20));
	});
});
