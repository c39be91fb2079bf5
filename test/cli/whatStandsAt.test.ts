import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { checkN8n, openApi } from '../../cli/n8nApi';
import { shown, type Trouble } from '../../cli/trouble';

let server: Server;
let answer: { status: number; page: string; api: string };
let url: string;

beforeAll(async () => {
	server = createServer(({ url: path }, response) => {
		response.statusCode = path === '/' ? 200 : answer.status;
		response.end(path === '/' ? answer.page : answer.api);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const html = (title: string) => `<!doctype html><title>${title}</title>`;
const look = async () => await checkN8n(openApi(url, 'key'));
const said = async (one: typeof answer, ask: () => Promise<unknown> = look): Promise<string> => {
	answer = one;
	return await ask().then(
		() => '',
		(error: unknown) => shown(error as Trouble, 'nl'),
	);
};

test.each([
	[
		'a web page',
		{ status: 404, page: html('Apache2\n Debian Default Page'), api: html('404 Not Found') },
		'staat een pagina die niet van n8n is: "Apache2 Debian Default Page".',
	],
	[
		'another API',
		{ status: 404, page: '', api: '{"message":"no route"}' },
		'webserver die niet n8n',
	],
	['a page for everything', { status: 200, page: html('Shop'), api: html('Shop') }, '"Shop"'],
])('%s is named, with what to enter', async (_, stands, sentence) => {
	const text = await said(stands);
	expect(text).toMatch(/^NOT_N8N: /);
	expect(text).toContain(url);
	expect(text).toContain(sentence);
	expect(text).toContain('Geef het adres waarop u n8n in de browser opent');
	expect(text).not.toContain('404');
});

test('an n8n whose public API is off is known as n8n', async () => {
	const text = await said({
		...{ status: 404, page: html('n8n.io - Workflow Automation'), api: html('Error') },
	});
	expect(text).toContain('maar de publieke API antwoordt daar niet');
	expect(text).toContain('N8N_PUBLIC_API_DISABLED');
});

test('every command says so, whatever it asks first', async () => {
	const stands = { status: 404, page: html('Shop'), api: html('404 Not Found') };
	const text = await said(stands, async () => await openApi(url, 'key').all('/workflows'));
	expect(text).toContain('staat een pagina die niet van n8n is: "Shop".');
});

test('what stands before an n8n that is away is told by its status', async () => {
	const text = await said({ status: 501, page: html('Proxy'), api: html('Proxy') });
	expect(text).toContain('niet de API van n8n (HTTP 501)');
});
