import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startSandbox, type Sandbox } from '../../sandbox';
import { requestToken } from './client';

let sandbox: Sandbox;
const calls: Array<Record<string, string>> = [];
let status = 200;
const partner = createServer((request, response) => {
	let text = '';
	request.on('data', (part: Buffer) => (text += part.toString()));
	request.on('end', () => {
		calls.push({
			...(JSON.parse(text) as Record<string, string>),
			signed: String(request.headers['x-signature']),
		});
		response.writeHead(status).end();
	});
});

beforeAll(async () => {
	sandbox = await startSandbox();
	await new Promise<void>((done) => partner.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
	await sandbox.stop();
	await new Promise((done) => partner.close(done));
});
beforeEach(() => {
	sandbox.snelStart.reset();
	calls.length = 0;
	status = 200;
	const { port } = partner.address() as AddressInfo;
	sandbox.snelStart.activation.webhookUrl = `http://127.0.0.1:${port}/`;
});

const activate = (reference: string, success = 'https://n8n.example/thanks') => {
	const query = new URLSearchParams({ referenceKey: reference, successUrl: success });
	const page = `${sandbox.snelStart.activationUrl}/my-app?${query.toString()}`;
	return fetch(page, { redirect: 'manual' });
};
const opens = async (key: string) => {
	const form = new URLSearchParams({ grant_type: 'clientkey', clientkey: key });
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
	return (await requestToken(sandbox.snelStart, form.toString(), headers)).status === 200;
};

it('sends a key that opens the administration, once, unsigned, and goes on to the partner', async () => {
	const answer = await activate('reference');
	expect(answer.status).toBe(302);
	expect(answer.headers.get('location')).toBe('https://n8n.example/thanks');
	expect(calls).toMatchObject([
		{ ActionType: 'Create', ReferenceKey: 'reference', signed: 'undefined' },
	]);
	expect(await opens(calls[0]!.KoppelSleutel!)).toBe(true);
});

it('does not send again what was not taken, or what nobody was there for', async () => {
	status = 500;
	await activate('reference');
	expect(calls).toHaveLength(1);
	sandbox.snelStart.activation.webhookUrl = '';
	expect((await activate('other')).status).toBe(302);
	expect(calls).toHaveLength(1);
});

it('replaces and deletes a key: the old one stops working at once', async () => {
	await activate('reference');
	await sandbox.snelStart.activation.regenerate('reference');
	await sandbox.snelStart.activation.disconnect('reference');
	expect(calls.map(({ ActionType }) => ActionType)).toEqual(['Create', 'Regenerate', 'Delete']);
	const [first, second, deleted] = calls.map(({ KoppelSleutel }) => KoppelSleutel!);
	expect(second).not.toBe(first);
	expect(deleted).toBe(second);
	expect(await Promise.all([first!, second!].map(opens))).toEqual([false, false]);
});

it('takes a reference of at most 500 characters', async () => {
	expect((await activate('a'.repeat(500))).status).toBe(302);
	expect((await activate('a'.repeat(501))).status).toBe(400);
	expect((await activate('')).status).toBe(400);
});
