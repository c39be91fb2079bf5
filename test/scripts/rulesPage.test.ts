import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { citedRules, readRules, rulesPage } from '../../scripts/rulesPage';

const ROOT = path.resolve(__dirname, '..', '..');

test('numbers and ranges of numbers are understood', () => {
	expect([...citedRules('J110-J112, W060 and J99 or XJ111; HC-07')].sort()).toEqual([
		'HC-07',
		'J110',
		'J111',
		'J112',
		'W060',
	]);
});

test('every number of both manuals stands once, in order, with its hard cases behind', () => {
	const ids = readRules().map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids.filter((id) => id.startsWith('J'))).toHaveLength(139);
	expect(ids.filter((id) => id.startsWith('W'))).toHaveLength(64);
	expect(ids.filter((id) => id.startsWith('HC-'))).toHaveLength(28);
	const numbered = ids.filter((id) => !id.startsWith('HC-'));
	expect(numbered).toEqual([...numbered].sort());
});

test('every requirement has a test, a place in the product, or a reason', () => {
	expect(rulesPage().unproven).toEqual([]);
});

test('what the product itself has to do has a test', () => {
	const { page } = rulesPage();
	const behaviour = readRules().filter(
		({ kind, doesNotApply, open }) => 'RNFSUH'.includes(kind) && !doesNotApply && !open,
	);
	const untested = behaviour.filter(
		({ id }) => !new RegExp(`^\\| ${id} \\|.*\\.test\\.ts\\]`, 'm').test(page),
	);
	expect(untested.map(({ id }) => id)).toEqual([]);
});

test('every named pitfall has a test that begins with its number (W060 to W065)', () => {
	const titles = ['bookkeeping', path.join('nodes', 'SnelStart')].map((folder) =>
		readFileSync(path.join(ROOT, 'test', folder, 'pitfalls.test.ts'), 'utf8'),
	);
	for (const id of ['W060', 'W061', 'W062', 'W063', 'W064', 'W065']) {
		expect(titles.some((text) => text.includes(`('${id}: `)) ? '' : id).toBe('');
	}
});

test('every number that is cited anywhere exists', () => {
	const known = new Set(readRules().map(({ id }) => id));
	const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
		.split('\n')
		.filter((file) => /\.(?:ts|mjs|js|md)$/.test(file) && !file.endsWith('rulesPage.test.ts'))
		.filter((file) => existsSync(path.join(ROOT, file)));
	const unknown = files.flatMap((file) =>
		// Ranges may run over numbers that the manuals do not have.
		(readFileSync(path.join(ROOT, file), 'utf8').match(/\b(?:J[012]\d\d|W0\d\d)\b/g) ?? [])
			.filter((id) => !known.has(id))
			.map((id) => `${file}: ${id}`),
	);
	expect(unknown).toEqual([]);
});

test('the files that decide exist, and docs/rules.md is in step (npm run docs:rules)', () => {
	const { page } = rulesPage();
	for (const [, file] of page.matchAll(/\]\(\.\.\/([^)]+)\)/g)) {
		expect(existsSync(path.join(ROOT, file!)) ? '' : file).toBe('');
	}
	const prettier = require.resolve('prettier/bin/prettier.cjs');
	const formatted = execFileSync(process.execPath, [prettier, '--parser', 'markdown'], {
		cwd: ROOT,
		input: page,
		encoding: 'utf8',
	});
	expect(readFileSync(path.join(ROOT, 'docs', 'rules.md'), 'utf8')).toBe(formatted);
});
