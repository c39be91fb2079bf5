/**
 * `npm run bench`: what this package costs beside something else, as one table. The figures go to
 * `bench/results.json` and into `docs/performance.md`, which says what each row means.
 * `-- --only calls,booking` takes some of the benches and leaves the others' figures. Needs Linux and
 * openssl; on an idle machine.
 */
import './afterAll';

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { format, resolveConfig } from 'prettier';

import { N8N_VERSION } from '../../scripts/n8nRuntime';
import { ROOT } from '../../scripts/setUp.js';
import { booking } from './booking';
import { calls } from './calls';
import { drafting } from './drafting';
import { hourly } from './hourly';
import { idle } from './idle';
import { reading } from './reading';
import { tableOf } from './row';
import type { Row } from './row';

/** By name, in the order of the table. */
const benches: Record<string, () => Promise<Row[]>> = {
	calls,
	booking,
	hourly,
	idle,
	reading,
	drafting,
};

/** Bench → when it was measured, on what, and its rows. */
type Results = Record<string, { measuredOn: string; machine: string; rows: Row[] }>;

const RESULTS = path.join(ROOT, 'bench', 'results.json');
const PAGE = path.join(ROOT, 'docs', 'performance.md');
const IN_PAGE = /(?<=<!-- made by npm run bench -->\n)[\s\S]*?(?=<!-- end -->)/;

async function write(results: Results): Promise<void> {
	mkdirSync(path.dirname(RESULTS), { recursive: true });
	await writePretty(RESULTS, JSON.stringify(results));
	const ordered = Object.keys(benches).flatMap((name) => results[name] ?? []);
	const table = tableOf(ordered.flatMap(({ rows }) => rows));
	await writePretty(PAGE, readFileSync(PAGE, 'utf8').replace(IN_PAGE, `\n${table}\n\n`));
}

async function writePretty(file: string, text: string): Promise<void> {
	const style = await resolveConfig(file);
	writeFileSync(file, await format(text, { ...style, filepath: file }));
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	const names = values.only?.split(',') ?? Object.keys(benches);
	const results = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : {};
	const machine = `${cpus().length} cores, Node ${process.version}, n8n ${N8N_VERSION}`;
	for (const name of names) {
		const bench = benches[name];
		if (!bench) throw new Error(`No bench "${name}"; there are ${Object.keys(benches).join(', ')}`);
		console.log(`${name} …`);
		const rows = await bench();
		results[name] = { measuredOn: new Date().toISOString().slice(0, 10), machine, rows };
		console.log(`${tableOf(rows)}\n`);
		await write(results);
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
