/**
 * `npm run test:stores`: one client in n8n's data tables, another one in PostgreSQL, each beside
 * stand-ins of its own, on a real n8n. Both go through the same days; the books have to be equal.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ClientFile } from '../../cli/clientFile';
import { startSandbox } from '../../sandbox';
import { prepareStage, runHourly, runWorkflow, type DemoStage } from '../../scripts/demoStage';
import { freePort } from '../../scripts/freePort';
import type { N8nServer } from '../../scripts/n8nServer';
import { startN8nWithNodes } from '../support/n8nServer';
import { startPostgres } from '../support/postgresServer';

type Postgres = ClientFile['postgres'];

/** Every flow that reads or writes rows, in the order of a day. */
const DAY: Array<[workflow: string, trigger: string]> = [
	['Hourly refund sync WooCommerce', 'Every hour'],
	['Daily payment matching WooCommerce', 'Every day'],
	['Daily payment matching JouwWeb', 'Every day'],
	['Nightly status review WooCommerce', 'Every night'],
	['Nightly status review JouwWeb', 'Every night'],
	['Book day totals', 'Every hour'],
	['Daily digest', 'Every morning'],
	['Clean up tables', 'Every night'],
	['Reconcile period WooCommerce', 'When clicked'],
	['Reconcile period JouwWeb', 'When clicked'],
];

async function liveADay(server: N8nServer, postgres?: Postgres) {
	const sandbox = await startSandbox();
	try {
		const say = (line: string) =>
			console.log(`${postgres ? 'PostgreSQL' : 'data tables'}: ${line}`);
		const stage: DemoStage = await prepareStage(sandbox, server, say, {}, postgres);
		const runs = [await runHourly(stage), await runHourly(stage)];
		for (const [name, trigger] of DAY) {
			const started = Date.now();
			await runWorkflow(stage, name, trigger).then(
				() => say(`  ${Date.now() - started} ms`),
				(error: Error) => say(`  ${error.message}`),
			);
		}
		return { runs, books: sandbox.snelStart.books.summary() };
	} finally {
		await sandbox.stop();
	}
}

async function main(): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-stores-'));
	const port = await freePort();
	const database = await startPostgres(path.join(folder, 'postgres'), port);
	try {
		const days = [];
		for (const postgres of [
			{ host: '127.0.0.1', port, database: 'postgres', user: 'n8n' },
			undefined,
		]) {
			const server = await startN8nWithNodes();
			try {
				days.push(await liveADay(server, postgres));
			} finally {
				await server.stop();
			}
		}
		assert.deepEqual(days[0], days[1]);
		console.log('The books are equal.', JSON.stringify(days[0]!.books));
	} finally {
		if (database.pid !== undefined) process.kill(-database.pid, 'SIGKILL');
		await rm(folder, { recursive: true, force: true });
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
