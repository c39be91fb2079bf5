import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CredentialTestContext } from 'n8n-core';

import { testToken } from '../../../nodes/JouwWeb/credentialTest';
import { additionalData } from '../../support/engine';

let server: Server;
let answer: { type: string; body: string };
beforeAll(async () => {
	server = createServer((_request, response) => {
		response.writeHead(200, { 'Content-Type': answer.type });
		response.end(answer.body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => void server.close());

async function tried() {
	const data = {
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		...{ token: 'a token', headerName: 'Authorization', prefix: 'Bearer', testPath: '/websites' },
	};
	const context = new CredentialTestContext(additionalData({}));
	const credential = { id: '1', name: 'Test', type: 'jouwWebTokenApi', data };
	return await testToken.call(context, credential);
}

test('a list of websites is a connection', async () => {
	answer = { type: 'application/json', body: '[{"id":7}]' };
	expect(await tried()).toMatchObject({ status: 'OK' });
});

test.each(['<!doctype html><html><body>Welkom</body></html>', '', '"ok"'])(
	'%p with status 200 is none',
	async (body) => {
		answer = { type: 'text/html', body };
		expect(await tried()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/200/),
		});
	},
);
