import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { bind } from 'jest-each';
import { expect } from 'expect';

import { createLoader } from './loader.mjs';

const FOLDER = path.join('test', 'bookkeeping');

/**
 * Pages compared with the code prove no rule; generated orders find by chance what tables find by
 * design; two versions of zod need modules loaded twice.
 */
const LEFT_OUT = /(docs|Page|roperties|sequences|zodVersions)\.test\.ts$/;

/** Of the generated cases in between: few, and always the same. */
const GENERATED_AT_MOST = '15';

/**
 * Loads the money rules and their tests from a copy of the project. Returns the tests, as
 * `{ id, run }`, and `reset()`, which empties the caches of the money rules.
 */
export function loadTables(root) {
	process.env.GENERATED_AT_MOST = GENERATED_AT_MOST;
	const projectRequire = createRequire(path.join(root, 'package.json'));
	projectRequire('fast-check').configureGlobal({ endOnFailure: true });
	const { load, reset } = createLoader(root);
	const tests = [];
	const ids = new Map();
	const titles = [];
	const describe = (title, body) => {
		titles.push(title);
		body();
		titles.pop();
	};
	const test = (title, run) => {
		const name = [...titles, title].join(' › ');
		const place = (ids.get(name) ?? 0) + 1;
		ids.set(name, place);
		tests.push({ id: place === 1 ? name : `${name} (${place})`, run });
	};
	describe.each = bind(describe, false);
	test.each = bind(test, false);
	Object.assign(globalThis, { describe, test, it: test, expect });
	const files = readdirSync(path.join(root, FOLDER), { recursive: true });
	for (const file of files.sort()) {
		const wanted = file.endsWith('.test.ts') && !LEFT_OUT.test(file);
		if (wanted) describe(file, () => load(path.join(root, FOLDER, file)));
	}
	return { tests, reset };
}
