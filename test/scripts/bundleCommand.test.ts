import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isBuiltin } from 'node:module';
import path from 'node:path';

import { bundleInto } from '../../scripts/bundleCommand.js';
import { ROOT } from '../../scripts/setUp.js';

let folder: string;

/** Runs the command as npx does: nothing is installed beside it. */
const run = (...args: string[]) =>
	new Promise<{ status: unknown; output: string }>((resolve) => {
		const program = path.join(folder, 'main.js');
		const options = { cwd: folder, env: { PATH: process.env.PATH } };
		execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
			resolve({ status: error?.code ?? 0, output: `${stdout}${stderr}` });
		});
	});

const importFile = async (content: unknown) => {
	await writeFile(path.join(folder, 'client.json'), JSON.stringify(content));
	// Nothing answers there: what is said before was said without n8n.
	return await run('import', 'client.json', '--n8n', 'http://127.0.0.1:9', '--api-key', 'key');
};

const row = { country: 'NL', percentage: 21, vatKind: 'high', productsAccountId: 'a' };
const file = (settings: object = {}) => ({
	settings: {
		client: 'bloom',
		shops: [{ shop: 'web', kind: 'wooCommerce' }],
		vatMapping: [row],
		...settings,
	},
	shops: { web: { ordersFrom: '2026-01-01', url: 'https://shop.example' } },
});

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-command-'));
	await bundleInto(folder);
	await cp(path.join(ROOT, 'workflows'), path.join(folder, 'workflows'), { recursive: true });
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

it('is one file that needs nothing but Node', async () => {
	expect(await run('--help')).toEqual({
		status: 0,
		output: expect.stringContaining('webshop-snelstart import FILE'),
	});
	const wanted = [
		...(await readFile(path.join(folder, 'main.js'), 'utf8')).matchAll(/\brequire\("([^"]+)"\)/g),
	].map(([, name]) => name);
	expect(wanted.length).toBeGreaterThan(3);
	expect(wanted.filter((name) => !isBuiltin(name!))).toEqual([]);
});

it('asks for the key of n8n, and says so where nobody can be asked', async () => {
	expect(await run('export', 'bloom', '--n8n', 'http://127.0.0.1:9')).toEqual({
		status: 1,
		output: expect.stringMatching(/^SECRET_MISSING: N8N_API_KEY is not set/),
	});
});

it('names the packages that it holds, with their licences', async () => {
	const licences = await readFile(path.join(folder, 'licences.txt'), 'utf8');
	expect(licences).toMatch(/^zod\n\nMIT License/m);
});

it('refuses contradictions before it asks n8n anything', async () => {
	const { status, output } = await importFile(
		file({ vatMapping: [row, row], document: 'salesOrder' }),
	);
	expect(status).toBe(1);
	expect(output).toMatch(/^FILE_INVALID: client\.json is not right\./);
	expect(output).toContain("'VAT Mapping' has two rows for NL 21 %; keep one.");
	expect(output).toContain("'Revenue Groups' needs a row for the VAT rate high");
});

it('asks n8n when the file is right', async () => {
	expect((await importFile(file())).output).toMatch(/^N8N_UNREACHABLE: /);
});
