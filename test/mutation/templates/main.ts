/** `npm run test:mutation:templates`: see docs/development.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { randomFrom } from '../../../sandbox/random';
import type { Kind } from './mutants';
import { allMutants, FaultyFolder, type MutantOfFile } from './templateFiles';

const AT_LEAST = 0.95;
const { values: options } = parseArgs({
	options: {
		all: { type: 'boolean', default: false },
		sample: { type: 'string', default: '100' },
		seed: { type: 'string', default: '1' },
		only: { type: 'string', default: '' },
		kind: { type: 'string', default: '' },
	},
});

/** Some of the faults, the same for the same seed. */
function chosen(): MutantOfFile[] {
	const faults = allMutants(options.only).filter(({ kind }) => kind.includes(options.kind));
	if (options.all) return faults;
	const random = randomFrom(Number(options.seed));
	return faults
		.map((fault) => ({ fault, place: random() }))
		.sort((a, b) => a.place - b.place)
		.slice(0, Number(options.sample))
		.map(({ fault }) => fault);
}

/** The name of the template in a file. */
const nameOf = (file: string): string =>
	(JSON.parse(readFileSync(path.join('workflows', file), 'utf8')) as { name: string }).name;

/** @returns the faults that no test noticed */
async function survivors(faults: readonly MutantOfFile[], folder: FaultyFolder) {
	// What is tested is loaded only now, when the folder is known.
	process.env.TEMPLATES_FOLDER = folder.path;
	const { TestRuns } = await import('./testRun');
	const runs = new TestRuns();
	const broken = await runs.first();
	if (broken) throw new Error(`Fails without any fault: ${broken.test}\n${broken.message}`);
	const unnoticed: MutantOfFile[] = [];
	for (const [index, fault] of faults.entries()) {
		const files = folder.put(fault);
		const changed = files.flatMap((file) =>
			fault.nodes.map((node) => ({ template: nameOf(file), node })),
		);
		const noticed = await runs.notice(files, changed);
		files.forEach((file) => folder.restore(file));
		if (!noticed) unnoticed.push(fault);
		const said = noticed ? `noticed by${noticed.test.replaceAll(' › ', ' / ')}` : 'NOT NOTICED';
		console.log(`${index + 1}/${faults.length} [${fault.kind}] ${fault.id}\n\t${said}`);
	}
	return unnoticed;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function report(faults: readonly MutantOfFile[], unnoticed: readonly MutantOfFile[]): void {
	const kinds = [...new Set(faults.map(({ kind }) => kind))].sort();
	const line = (name: string, kind?: Kind) => {
		const of = (list: readonly MutantOfFile[]) =>
			list.filter((fault) => kind === undefined || fault.kind === kind).length;
		const [tried, missed] = [of(faults), of(unnoticed)];
		console.log(
			`${name}: ${tried - missed} of ${tried} noticed, ${percent(tried - missed, tried)}`,
		);
	};
	console.log('\nNot noticed:');
	unnoticed.forEach(({ kind, id }) => console.log(`[${kind}] ${id}`));
	console.log('');
	kinds.forEach((kind) => line(kind, kind));
	line('together');
}

async function main(): Promise<void> {
	const faults = chosen();
	const folder = new FaultyFolder();
	try {
		const unnoticed = await survivors(faults, folder);
		report(faults, unnoticed);
		process.exitCode = unnoticed.length > (1 - AT_LEAST) * faults.length ? 1 : 0;
	} finally {
		folder.remove();
	}
}

void main();
