import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureN8n } from '../../../scripts/n8nRuntime';

/** Run by n8n's own Node, which has a driver for SQLite: every row becomes older. */
const MAKE_OLDER = `
	const { DatabaseSync } = require('node:sqlite');
	const [file, minutes] = process.argv.slice(1);
	// What n8n was writing when it was killed may be let go of a little later.
	const database = new DatabaseSync(file, { timeout: 60_000 });
	const tables = database
		.prepare("select name from sqlite_master where type = 'table' and name like 'data_table_user_%'")
		.all();
	for (const { name } of tables) {
		database.exec(
			'update "' + name + '" set updatedAt = ' +
			"strftime('%Y-%m-%d %H:%M:%f', updatedAt, '-" + Number(minutes) + " minutes')",
		);
		const columns = database.prepare('select name from pragma_table_info(?)').all(name);
		if (!columns.some((column) => column.name === 'documentClaim')) continue;
		// A claim is the moment it was made, a stroke, and the run: see planPapers.
		database.exec(
			'update "' + name + '" set documentClaim = ' +
			"strftime('%Y-%m-%dT%H:%M:%fZ', substr(documentClaim, 1, instr(documentClaim, '/') - 1), '-" +
			Number(minutes) + " minutes') || substr(documentClaim, instr(documentClaim, '/')) " +
			"where documentClaim like '%/%'",
		);
	}
	database.close();
`;

/**
 * Lets time go by while n8n is down: the rows of all data tables were written that much longer ago.
 * @param userFolder of an n8n that does not run
 */
export async function letMinutesPass(userFolder: string, minutes: number): Promise<void> {
	const { node } = await ensureN8n();
	const database = path.join(userFolder, '.n8n', 'database.sqlite');
	await promisify(execFile)(node, ['-e', MAKE_OLDER, database, String(minutes)]);
}
