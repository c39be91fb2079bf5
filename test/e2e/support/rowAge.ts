import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureN8n } from '../../../scripts/n8nRuntime';
import type { N8nServer } from '../../../scripts/n8nServer';

const run = promisify(execFile);

/** The part that runs in n8n's own Node, which has SQLite. */
const PROGRAM = `
const { DatabaseSync } = require('node:sqlite');
const [file, name, key, value, hours] = process.argv.slice(1);
const database = new DatabaseSync(file);
database.exec('PRAGMA busy_timeout = 10000');
const { id } = database.prepare('SELECT id FROM data_table WHERE name = ?').get(name);
const moment = "strftime('%Y-%m-%d %H:%M:%f', ?, '-" + Number(hours) + " hours')";
const table = '"data_table_user_' + id + '"';
const rows = database.prepare('SELECT id, createdAt, updatedAt FROM ' + table + ' WHERE "' + key + '" LIKE ?').all(value);
for (const row of rows) {
	database
		.prepare('UPDATE ' + table + ' SET createdAt = ' + moment + ', updatedAt = ' + moment + ' WHERE id = ?')
		.run(row.createdAt, row.updatedAt, row.id);
}
console.log(rows.length);
`;

/**
 * Lets time pass for rows of a data table: n8n itself writes their two moments and lets nobody
 * change them, so this is done in its database.
 *
 * @param match column and value, with % for anything
 * @returns how many rows became older
 */
export async function ageRows(
	{ userFolder }: N8nServer,
	table: string,
	match: [column: string, value: string],
	hours: number,
): Promise<number> {
	const { node } = await ensureN8n();
	const file = path.join(userFolder, '.n8n', 'database.sqlite');
	const program = ['--no-warnings', '-e', PROGRAM, '--', file, table, ...match, String(hours)];
	const { stdout } = await run(node, program);
	return Number(stdout);
}
