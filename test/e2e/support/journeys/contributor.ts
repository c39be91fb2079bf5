import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';

import type { WorkflowJson } from '../../../../cli/workflowJson';
import type { Sandbox } from '../../../../sandbox/index';
import { ensureChromium } from '../../../../scripts/chromium';
import { demoClientFile, demoSecrets } from '../../../../scripts/demoClient';
import { startN8n } from '../../../../scripts/n8nServer';
import type { N8nServer } from '../../../../scripts/n8nServer';
import { packPackage } from '../../../../scripts/packPackage';
import { ROOT } from '../../../../scripts/setUp.js';
import { BROWSER_ARGUMENTS, openEditor } from '../editor';
import { blocksIn, type Block } from './blocks';
import { PATIENCE_MS } from '../until';

const run = promisify(execFile);
const LOGIN = { username: 'demo', password: 'a long password of the dashboard' };

/** What stands in docs/new-shop.md to be put somewhere. */
export const newShopBlocks = (): Block[] =>
	blocksIn(readFileSync(path.join(ROOT, 'docs', 'new-shop.md'), 'utf8'));

/** A copy of the tree beside the packages that are installed, with the blocks where the page says. */
export function treeWithNewShop(tree: string): void {
	const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT });
	for (const file of files.toString().split('\n')) {
		if (file === '' || file.startsWith('docs/')) continue;
		cpSync(path.join(ROOT, file), path.join(tree, file));
	}
	// A folder of its own, since a build leaves a mark in it.
	mkdirSync(path.join(tree, 'node_modules'));
	for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
		if (name.startsWith('.')) continue;
		symlinkSync(path.join(ROOT, 'node_modules', name), path.join(tree, 'node_modules', name));
	}
	for (const block of newShopBlocks().filter(({ file }) => file !== '')) apply(tree, block);
}

/** @throws Error when the lines that a change is to replace are not there, once */
function apply(tree: string, { file, language, text }: Block): void {
	const target = path.join(tree, file);
	if (language !== 'diff') {
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(target, text);
		return;
	}
	const lines = text.trimEnd().split('\n');
	const side = (other: string): string =>
		lines
			.filter((line) => !line.startsWith(other))
			.map((line) => line.slice(1))
			.join('\n');
	const around = readFileSync(target, 'utf8').split(side('+'));
	if (around.length !== 2) throw new Error(`docs/new-shop.md changes what is not in ${file}`);
	writeFileSync(target, around.join(side('-')));
}

/** Runs a program of an installed package in the copy. */
export async function inTree(tree: string, script: string, ...args: string[]): Promise<string> {
	const { JEST_WORKER_ID: _, NODE_ENV: __, ...env } = process.env;
	void [_, __];
	const program = path.join('node_modules', script);
	const { stderr } = await run(process.execPath, [program, ...args], { cwd: tree, env });
	return stderr;
}

/** Builds the copy, and starts an n8n with that package and a client with the new shop. */
export async function startWithNewShop(tree: string, sandbox: Sandbox): Promise<N8nServer> {
	await inTree(tree, 'gulp/bin/gulp.js', 'build');
	const server = await startN8n({ packageTarball: await packPackage(path.dirname(tree), tree) });
	const { settings, snelStart } = demoClientFile(sandbox);
	const kraam = { shop: 'kraam', kind: 'kraam', invoiceNumberPrefix: 'K-' };
	const file = {
		...{ settings: { ...settings, shops: [kraam] }, snelStart, shops: {} },
		dashboard: { user: LOGIN.username },
	};
	const client = path.join(path.dirname(tree), 'my-client.json');
	writeFileSync(client, JSON.stringify(file));
	const command = path.join(tree, 'cli', 'dist', 'main.js');
	const env = {
		...{ PATH: process.env.PATH, ...demoSecrets(sandbox), DASHBOARD_PASSWORD: LOGIN.password },
		...{ N8N_URL: server.baseUrl, N8N_API_KEY: server.apiKey },
	};
	await run(process.execPath, [command, 'import', client], { env });
	return server;
}

/** Pastes the page's workflow, executes it in the editor, and looks at the order on the dashboard. */
export async function bookInTheEditor(
	server: N8nServer,
	tree: string,
	take: (name: string, page: Page, fullPage?: boolean) => Promise<void>,
): Promise<void> {
	const shop = createServer((_request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(readFileSync(path.join(tree, 'test', 'fixtures', 'kraam', 'orders.json')));
	}).listen(0, '127.0.0.1');
	await once(shop, 'listening');
	const { port } = shop.address() as AddressInfo;
	const pasted = newShopBlocks().find(({ file }) => file === '')!.text;
	const address = `http://127.0.0.1:${port}`;
	const workflow = JSON.parse(pasted.replace('https://kraam.example', address)) as WorkflowJson;
	const stored = await server.client.listWorkflows();
	const called = stored.find(({ name }) => name === 'my-client: Process orders')!;
	for (const node of workflow.nodes.filter(({ name }) => name === 'Process orders')) {
		node.parameters.workflowId = { __rl: true, mode: 'id', value: called.id };
	}
	const editor = await openEditor(server);
	try {
		const name = 'Orders of the Kraam';
		await editor.openWorkflow(await server.client.importWorkflow({ ...workflow, name }));
		await editor.execute();
	} finally {
		await editor.close();
		shop.close();
	}
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: BROWSER_ARGUMENTS,
	});
	try {
		const context = await browser.newContext({
			httpCredentials: LOGIN,
			viewport: { width: 1100, height: 900 },
		});
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		await page.goto(`${server.baseUrl}/webhook/my-client?language=en`);
		await page.getByText('K-K1001').first().waitFor();
		await take('journey-contributor-1-booked', page, false);
	} finally {
		await browser.close();
	}
}
