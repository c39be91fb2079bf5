import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { runHourly } from '../../scripts/demoStage';
import { startN8nWithNodes } from '../support/n8nServer';
import { postgresProgram } from '../support/postgresServer';
import { benchOf, type BackupCampaign } from './backup';

const SCHEMA = 'webshop_snelstart';
const run = promisify(execFile);

/** Where on this machine the rows of the client are; its user needs no password. */
export interface RowsIn {
	port: number;
	database: string;
	user: string;
}

/** The tools of PostgreSQL, as `docs/scaling.md` has them used. */
function toolsOf({ port, user, database }: RowsIn) {
	const at = ['-h', '127.0.0.1', '-p', String(port), '-U', user];
	const tool = async (name: string, ...args: string[]): Promise<string> => {
		return (await run(postgresProgram(name), [...at, ...args], { maxBuffer: 1e8 })).stdout;
	};
	const ask = async (sql: string) => await tool('psql', '-d', database, '-Atc', sql);
	return {
		ask,
		dump: async (file: string) => await tool('pg_dump', '-Fc', '-n', SCHEMA, '-f', file, database),
		restore: async (file: string) =>
			await tool('pg_restore', '-d', database, '--clean', '--if-exists', file),
		/** Every row of every table, as text. */
		rows: async (): Promise<Record<string, string[]>> => {
			const names = await ask(
				`select table_name from information_schema.tables where table_schema = '${SCHEMA}' order by 1`,
			);
			const tables: Record<string, string[]> = {};
			for (const name of names.split('\n').filter(Boolean)) {
				const text = await ask(`select row_to_json(t) from ${SCHEMA}."${name}" t`);
				tables[name] = text.split('\n').filter(Boolean).sort();
			}
			return tables;
		},
	};
}

/**
 * The rows alone, which are in PostgreSQL: books, dumps them while n8n runs, books on, puts the dump
 * back over what was written since, and once more where the schema is gone; what was booked after the
 * dump is taken over from SnelStart, and nothing is booked twice.
 * @returns what is wrong
 */
export async function runRowsBackup(campaign: BackupCampaign, place: RowsIn): Promise<string[]> {
	const { stage, folder } = campaign;
	const { userFolder, email, password } = stage.server;
	const { ask, dump, restore, rows } = toolsOf(place);
	const file = `${folder}.dump`;
	const { faults, entries, expect, order } = benchOf(campaign);

	await runHourly(stage);
	const before = await rows();
	const orders = before.WebshopOrders ?? [];
	expect(`${orders.length} orders are in the backup`, orders.length > 0);
	await dump(file);
	for (const [id, lost] of [
		[990_001, 'rows of after the backup'],
		[990_002, 'the whole schema'],
	] as const) {
		order(id);
		await runHourly(stage);
		expect(`order ${id}, of after the backup, is booked`, entries().includes(`W${id}`));
		const booked = entries();

		await stage.server.stop();
		if (id === 990_002) await ask(`drop schema ${SCHEMA} cascade`);
		await restore(file);
		const after = await rows();
		for (const [name, was] of Object.entries(before)) {
			const is = after[name] ?? [];
			expect(
				`${lost} lost: ${name} has ${was.length} rows, then ${is.length}`,
				String(was) === String(is),
			);
		}
		stage.server = await startN8nWithNodes({ userFolder, owner: { email, password } });
		await runHourly(stage);
		expect(`${booked.length} entries, none booked again`, String(entries()) === String(booked));
		const [taken] = (
			await ask(
				`select state, "snelStartNumber" from ${SCHEMA}."WebshopOrders" where "orderKey" = 'my-client/woocommerce/${id}'`,
			)
		).split('\n');
		expect(`order ${id} is taken over from SnelStart`, taken === `booked|W${id}`);
	}
	return faults;
}
