import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { ensureN8n } from '../../../scripts/n8nRuntime';
import type { N8nServer } from '../../../scripts/n8nServer';

/** Run by n8n's own Node, which has a driver for SQLite. */
const LOOK = `
	const { DatabaseSync } = require('node:sqlite');
	const fs = require('node:fs');
	const path = require('node:path');
	const [folder, wanted] = process.argv.slice(1);
	const database = new DatabaseSync(path.join(folder, 'database.sqlite'), { timeout: 60_000 });
	const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
	const found = tables
		.filter(({ name }) =>
			database
				.prepare('select * from "' + name + '"')
				.all()
				.some((row) => JSON.stringify(row).includes(wanted)),
		)
		.map(({ name }) => name);
	database.close();
	for (const file of fs.readdirSync(folder, { recursive: true })) {
		const whole = path.join(folder, file);
		const isN8nsOwn = /^(database\\.sqlite|nodes(\\/|$))/.test(file);
		if (isN8nsOwn || !fs.statSync(whole).isFile()) continue;
		if (fs.readFileSync(whole, 'utf8').includes(wanted)) found.push(file);
	}
	console.log(JSON.stringify(found));
`;

/**
 * Where an n8n holds a text: the tables of its database, deleted runs that are not pruned yet among
 * them, and the files beside it.
 */
export async function placesThatHold({ userFolder }: N8nServer, text: string): Promise<string[]> {
	const { node } = await ensureN8n();
	const folder = path.join(userFolder, '.n8n');
	const { stdout } = await promisify(execFile)(node, ['--no-warnings', '-e', LOOK, folder, text], {
		maxBuffer: 1e7,
	});
	return JSON.parse(stdout) as string[];
}
