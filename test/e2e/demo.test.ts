import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { RunSummary } from '../../scripts/demoSummary';
import { freePort } from '../../scripts/freePort';

const START = path.resolve(__dirname, '..', '..', 'scripts', 'start.js');

/** Runs `npm start` the way npm does, until it ends. */
function start(args: string[]): Promise<{ status: number | null; output: string }> {
	return new Promise((resolve, reject) => {
		const run = spawn(process.execPath, [START, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		run.stdout.on('data', (text) => (output += text));
		run.stderr.on('data', (text) => (output += text));
		run.on('error', reject);
		run.on('close', (status) => resolve({ status, output }));
	});
}

test('npm start -- --once --json FILE books a week of a client, shows it and writes both runs', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'webshop snelstart '));
	const file = path.join(folder, 'out.json');
	const { status, output } = await start([
		'--once',
		'--json',
		file,
		'--port',
		String(await freePort()),
	]);
	const { runs } = JSON.parse(readFileSync(file, 'utf8')) as { runs: RunSummary[] };
	rmSync(folder, { recursive: true });

	expect(output).toMatch(/woocommerce +28 +domestic +62\.30 +7\.21 +booked +W28/);
	expect(output).toMatch(/jouwweb +2026010 .* needsAttention +TOTAL_MISMATCH/);
	// Three T-shirts of 49.46, five articles at 0 % for 50.00, shipping 4.13, VAT 11.26.
	expect(output).toMatch(/woocommerce +116 +domestic +114\.85 +11\.26 +booked +W116/);
	// One of three T-shirts came back: 18.14 and 3.81 of VAT.
	expect(output).toContain('Refund credited as CW126: € -21.95');
	expect(output).toMatch(/Payout of mollie 1234567\.\d{4}\.01 booked: € 1159\.68/);
	// Somebody typed 94.46 for 49.46: with its VAT 54.44 more. Nothing else differs.
	expect(output.match(/To find: .*/g)).toEqual([
		expect.stringMatching(/^To find: order 116\. The shop says .*114\.85, the books .*169\.29\.$/),
	]);
	expect(status).toBe(0);
	expect(runs).toHaveLength(2);
	expect(runs[0]!.shops.map(({ shop, booked }) => [shop, booked])).toEqual([
		// 14 recorded ones; of 25 of the week, 4 wait for their bank transfer.
		['woocommerce', 35],
		['jouwweb', 12],
	]);
	expect(runs[1]!.shops.map(({ booked }) => booked)).toEqual([0, 0]);
	expect(Object.keys(runs[1]!.calls).filter((call) => !call.startsWith('GET '))).toEqual([]);
	// 1643.11 of the recorded orders and 1621.09 of the week, as the shops charged.
	expect(runs[0]!.gross).toBe('3264.20');
	expect(runs[1]).toMatchObject({ gross: runs[0]!.gross, vat: runs[0]!.vat });
});

test('a port that is taken is said in one sentence, before anything starts', async () => {
	const taken = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => taken.once('listening', resolve));
	const { port } = taken.address() as AddressInfo;
	const { status, output } = await start(['--once', '--port', String(port)]);
	taken.close();
	expect(status).toBe(1);
	expect(output.trim().split('\n').at(-1)).toContain(String(port));
	expect(output).not.toContain('Starting');
});
