import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { OLDEST_N8N } from '../../bookkeeping';
import { checkN8nVersion, isOlder, readN8nVersion, refuseOldN8n } from '../../cli/n8nVersion';
import { openApi } from '../../cli/n8nApi';
import { startReport } from '../../cli/report';
import { Trouble } from '../../cli/trouble';

/** The page of an n8n, as `n8n start` writes it. */
const page = (version: string): string => {
	const reports = JSON.stringify({
		dsn: '',
		environment: 'development',
		release: `n8n@${version}`,
	});
	const encoded = Buffer.from(reports).toString('base64');
	return `<!DOCTYPE html><html><head><meta name="n8n:config:rest-endpoint" content="cmVzdA=="><meta name="n8n:config:sentry" content="${encoded}"></head></html>`;
};

let server: Server;
let url: string;
let paths: Record<string, string>;
let keys: unknown[];

beforeAll(async () => {
	server = createServer((request, response) => {
		const body = paths[request.url ?? ''];
		keys.push(request.headers['x-n8n-api-key']);
		response.statusCode = body === undefined ? 404 : 200;
		response.end(body ?? 'not found');
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => await new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
	paths = {};
	keys = [];
});

test.each([
	['2.40.7', '2.40.7', false],
	['2.40.6', '2.40.7', true],
	['2.9.12', '2.40.7', true],
	['1.123.0', '2.40.7', true],
	['2.41.0', '2.40.7', false],
	['10.0.0', '2.40.7', false],
	['2.40.7-exp.1', '2.40.7', false],
])('%s before %s: %s', (version, than, older) => {
	expect(isOlder(version, than)).toBe(older);
});

describe('the version of an n8n', () => {
	test('stands in its page, whether it is served at the root or below', async () => {
		paths = { '/': page('2.41.1'), '/n8n/': page('2.40.9') };
		expect(await readN8nVersion(url)).toBe('2.41.1');
		expect(await readN8nVersion(`${url}/n8n`)).toBe('2.40.9');
	});

	test('up to 1.122 in the settings of its page', async () => {
		paths = { '/': '<html></html>', '/rest/settings': '{"data":{"versionCli":"1.100.1"}}' };
		expect(await readN8nVersion(url)).toBe('1.100.1');
	});

	test.each([
		['something else', { '/': '<html>Sign in</html>', '/rest/settings': '{"data":{}}' }],
		['broken', { '/': page('').replace('content="ey', 'content="zz'), '/rest/settings': '[' }],
		['nothing', {}],
	])('is not known where there is %s', async (_, answers) => {
		paths = answers;
		expect(await readN8nVersion(url)).toBeUndefined();
	});

	test('is not known where nobody answers', async () => {
		expect(await readN8nVersion('http://127.0.0.1:9')).toBeUndefined();
	});
});

test('an older n8n is refused in one sentence that names both versions, and gets no key', async () => {
	paths = { '/': page('2.20.12') };
	const error = await refuseOldN8n(`${url}/`).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(Trouble);
	expect(error).toMatchObject({
		code: 'N8N_TOO_OLD',
		message: `The n8n at ${url} is version 2.20.12; ${OLDEST_N8N} is the oldest that takes a client.`,
		tip: expect.stringContaining(OLDEST_N8N),
	});
	expect(keys).toEqual([undefined]);
});

test('where it cannot be read the command says so, and goes on', async () => {
	const report = startReport();
	await checkN8nVersion(openApi(url, 'key'), report);
	const named = expect.stringContaining(OLDEST_N8N) as unknown;
	expect(report.changes).toEqual([
		{ action: 'unknown', what: 'n8n', name: url, note: { en: named, nl: named } },
	]);
	expect(keys).toEqual([undefined, undefined]);
	paths = { '/': page(OLDEST_N8N) };
	const silent = startReport();
	await checkN8nVersion(openApi(url, 'key'), silent);
	expect(silent.changes).toEqual([]);
});
