/**
 * `npm run test:stores`: one client in n8n's data tables, another one in PostgreSQL, each beside
 * stand-ins of its own, on a real n8n. Both go through the same days; the books have to be equal.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { ClientFile } from '../../cli/clientFile';
import { moveClient } from '../../cli/moveClient';
import { startSandbox } from '../../sandbox';
import {
	prepareStage,
	runHourly,
	runWorkflow,
	switchOnSchedules,
	type DemoStage,
} from '../../scripts/demoStage';
import { freePort } from '../../scripts/freePort';
import type { N8nServer } from '../../scripts/n8nServer';
import { startN8nWithNodes } from '../support/n8nServer';
import { startPostgres } from '../support/postgresServer';
import { switchOnTotals } from './totals';

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

/** A document without what is drawn at random, by which documents are put in order. */
const sortedBy = (part: unknown): string =>
	JSON.stringify(part, (name, one: unknown) =>
		/^(modifiedOn|createdOn)$/.test(name) ? undefined : one,
	).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');

/**
 * Ids are drawn at random, moments pass, and of four documents that are sent at once any may be the
 * first: what is left has to be the same.
 */
function comparable(value: unknown): unknown {
	const names = new Map<string, string>();
	const text = JSON.stringify(value, (name, part: unknown) => {
		if (/^(modifiedOn|createdOn)$/.test(name)) return undefined;
		if (!Array.isArray(part)) return part;
		return part.toSorted((a, b) => (sortedBy(a) < sortedBy(b) ? -1 : 1)) as unknown;
	}).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
		if (!names.has(id)) names.set(id, `id ${names.size + 1}`);
		return names.get(id)!;
	});
	return JSON.parse(text) as unknown;
}

/** What the dashboard says of the client's rows, without moments. */
async function dashboardOf({ dashboard: { url, user, password } }: DemoStage): Promise<string> {
	const sign = Buffer.from(`${user}:${password}`).toString('base64');
	// A workflow that was switched on listens a moment later.
	await wait(3_000);
	const answer = await fetch(url, { headers: { Authorization: `Basic ${sign}` } });
	assert.equal(answer.status, 200);
	return (await answer.text())
		.replace(/<[^>]*>/g, ' ')
		.replace(/\d{1,2}:\d{2}/g, '')
		.replace(/\s+/g, ' ');
}

/** Switches off what is on, as a person does before a move. */
async function switchOff({ request: { api } }: DemoStage): Promise<() => Promise<void>> {
	const listed = await api.all<{ id: string; active: boolean }>('/workflows');
	const on = listed.filter(({ active }) => active).map(({ id }) => id);
	for (const id of on) await api.request('POST', `/workflows/${id}/deactivate`);
	return async () => {
		// What is called has to be on before what calls it.
		for (let left = on; left.length > 0; ) {
			const refused: string[] = [];
			for (const id of left) {
				await api.request('POST', `/workflows/${id}/activate`).catch(() => refused.push(id));
			}
			assert.ok(refused.length < left.length, 'Workflows cannot be switched on again.');
			left = refused;
		}
	};
}

/** Moves the client there and back; neither time anything may be booked anew. */
async function moveAround(stage: DemoStage, postgres: Postgres): Promise<void> {
	const { snelStart } = stage.sandbox;
	const file = { ...stage.request.file, postgres };
	for (const store of ['postgres', 'dataTables'] as const) {
		const before = comparable(snelStart.books.summary());
		await assert.rejects(
			moveClient({ ...stage.request, file, store }),
			/CLIENT_AWAKE|on or at work/,
		);
		const switchOn = await switchOff(stage);
		await moveClient({ ...stage.request, file, store });
		await switchOn();
		const since = snelStart.journal.entries.length;
		await runHourly(stage);
		await runWorkflow(stage, 'Hourly refund sync WooCommerce', 'Every hour');
		await runWorkflow(stage, 'Daily payment matching WooCommerce', 'Every day');
		assert.deepEqual(comparable(snelStart.books.summary()), before);
		console.log(`moved to ${store}:`, snelStart.journal.calls({ since }));
	}
}

async function liveADay(server: N8nServer, elsewhere: Postgres, postgres?: Postgres) {
	const sandbox = await startSandbox();
	try {
		const say = (line: string) =>
			console.log(`${postgres ? 'PostgreSQL' : 'data tables'}: ${line}`);
		let stage: DemoStage = await prepareStage(sandbox, server, { say, postgres });
		const runs = [await runHourly(stage), await runHourly(stage)];
		stage = await switchOnTotals(stage);
		const says: string[] = [];
		for (const [name, trigger] of DAY) {
			const started = Date.now();
			const failed = await runWorkflow(stage, name, trigger).then(
				() => '',
				(error: Error) => error.message,
			);
			says.push(failed);
			say(`  ${Date.now() - started} ms ${failed}`);
		}
		await switchOnSchedules(stage);
		const page = await dashboardOf(stage);
		if (!postgres) await moveAround(stage, elsewhere);
		return { page, runs, says, books: comparable(sandbox.snelStart.books.summary()) };
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
		const place = { host: '127.0.0.1', port, database: 'postgres', user: 'n8n' };
		for (const postgres of [undefined, place]) {
			const server = await startN8nWithNodes();
			try {
				days.push(await liveADay(server, place, postgres));
			} finally {
				await server.stop();
			}
		}
		assert.deepEqual(days[0], days[1]);
		console.log('The books and the dashboard are equal.', JSON.stringify(days[0]!.runs));
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
