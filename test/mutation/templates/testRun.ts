import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { NodeRunListener } from '../../support/nodeRuns';
import { listenToNodeRuns } from '../../support/nodeRuns';
import { TestTree, type Failure } from './testTree';

/** Loads the files of the tests again for every fault. */
const fresh = createRequire(__filename);
const FOLDER = path.resolve('test', 'workflows');
/** What reads the templates while it is loaded. */
const READERS = [FOLDER, path.resolve('test', 'support', 'flow')];
/**
 * They compare a file with what its flow makes, and a canvas with its picture, so they would notice
 * every change there can be of either.
 */
const LEFT_OUT = ['source.test.ts', 'pictures.test.ts'];
/** Files whose tests run whole templates. */
const RUNS_FLOWS = `flows${path.sep}`;

const testFiles = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.includes(file))
	.sort((a, b) => Number(a.startsWith(RUNS_FLOWS)) - Number(b.startsWith(RUNS_FLOWS)));

/** Loads the tests of the templates afresh, with whatever templates are in the folder now. */
function loadTests(): TestTree {
	const tree = new TestTree();
	tree.install();
	for (const loaded of Object.keys(fresh.cache)) {
		if (READERS.some((folder) => loaded.startsWith(folder))) delete fresh.cache[loaded];
	}
	for (const file of testFiles) {
		describe(file, () => void fresh(path.join(FOLDER, file)));
	}
	return tree;
}

const runsFlows = (test: string): boolean => test.startsWith(` › ${RUNS_FLOWS}`);
/** Tests of one file go on from each other, so a file runs as a whole. */
const fileOf = (test: string): string => test.split(' › ')[1] ?? '';
const templateIn = (test: string): string | undefined => / › ([\w-]+\.json)/.exec(test)?.[1];

/** Which files of tests have run which nodes of which templates, `template › node`. */
export class TestRuns {
	private readonly ranBy = new Map<string, Set<string>>();

	/** Runs all tests on the templates as they are; all must pass. */
	async first(): Promise<Failure | undefined> {
		let current = '';
		const note: NodeRunListener = (template, node) => {
			const key = `${template} › ${node}`;
			this.ranBy.set(key, (this.ranBy.get(key) ?? new Set()).add(fileOf(current)));
		};
		listenToNodeRuns(note);
		const failure = await loadTests().run(
			() => true,
			(name) => (current = name),
		);
		listenToNodeRuns(undefined);
		return failure;
	}

	/** Runs the tests that can notice a fault, until one does. */
	async notice(
		files: readonly string[],
		changed: ReadonlyArray<{ template: string; node: string }>,
	): Promise<Failure | undefined> {
		const reaching = new Set(
			changed.flatMap(({ template, node }) => [...(this.ranBy.get(`${template} › ${node}`) ?? [])]),
		);
		const wanted = (test: string): boolean => {
			if (runsFlows(test)) return reaching.has(fileOf(test));
			const template = templateIn(test);
			return template === undefined || files.includes(template);
		};
		try {
			return await loadTests().run(wanted, () => undefined);
		} catch (error) {
			return { test: 'loading', message: String(error) };
		}
	}
}
