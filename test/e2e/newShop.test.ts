/**
 * A contributor follows docs/new-shop.md to the letter: its blocks are put where it says, in a copy of
 * the tree, which is tested, built and installed in a real n8n; there the orders of the shop are booked.
 */

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startSandbox } from '../../sandbox/index';
import type { Sandbox } from '../../sandbox/index';
import type { N8nServer } from '../../scripts/n8nServer';
import {
	bookInTheEditor,
	inTree,
	newShopBlocks,
	startWithNewShop,
	treeWithNewShop,
} from './support/journeys/contributor';

const OUTPUT = path.resolve(__dirname, '..', '..', 'test-output');

let folder: string;
let tree: string;
let sandbox: Sandbox;
let server: N8nServer;

beforeAll(async () => {
	await mkdir(OUTPUT, { recursive: true });
	folder = await mkdtemp(path.join(tmpdir(), 'new-shop-'));
	tree = path.join(folder, 'tree');
	treeWithNewShop(tree);
	sandbox = await startSandbox();
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
	if (folder) await rm(folder, { recursive: true, force: true });
});

test('the page has the files of a shop, its entry in the list and its workflow', () => {
	expect(newShopBlocks().map(({ file, language }) => [file, language])).toEqual([
		['test/fixtures/kraam/orders.json', 'json'],
		['test/bookkeeping/shops/kraam.test.ts', 'ts'],
		['bookkeeping/shops/kraam/shop.ts', 'ts'],
		['bookkeeping/shops/index.ts', 'diff'],
		['bookkeeping/shops/index.ts', 'diff'],
		['', 'json'],
	]);
});

test('its test passes', async () => {
	const args = ['--selectProjects', 'unit', '--testPathPatterns', 'shops/kraam'];
	expect(await inTree(tree, 'jest/bin/jest.js', ...args)).toMatch(/Tests: +2 passed, 2 total/);
});

test('it is built, installed and imported, and n8n books its orders', async () => {
	server = await startWithNewShop(tree, sandbox);
	await bookInTheEditor(server, tree, async (name, page) => {
		await page.screenshot({ path: path.join(OUTPUT, `${name}.png`) });
	});
	const { salesEntries, totals } = sandbox.snelStart.books.summary();
	expect(
		salesEntries.map(({ factuurnummer, factuurbedrag }) => [factuurnummer, factuurbedrag]),
	).toEqual([['K-K1001', 41.15]]);
	expect(totals.vat).toMatchObject({ 21: '5.25', 9: '0.90' });
	const rows = await server.client.rows('WebshopOrders');
	expect(rows.map(({ orderNumber, state }) => [orderNumber, state]).sort()).toEqual([
		['K1001', 'booked'],
		['K1002', 'waiting'],
	]);
});
