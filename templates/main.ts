/** Writes workflows/*.json from the flows. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';

import { flows } from './index';

const FOLDER = path.join(__dirname, '..', 'workflows');

async function main(): Promise<void> {
	for (const [name, flow] of Object.entries(flows)) {
		const json = JSON.stringify(flow().toWorkflow(), null, 2);
		// As the rest of the repository is laid out.
		const text = await format(json, { parser: 'json', printWidth: 100 });
		const file = path.join(FOLDER, `${name}.json`);
		if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
	}
	for (const file of readdirSync(FOLDER)) {
		if (!(path.basename(file, '.json') in flows)) rmSync(path.join(FOLDER, file));
	}
}

void main();
