import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { citedRules, rulesPage } from '../../scripts/rulesPage';

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

test('every bookkeeping rule of the manuals has a test that cites its number', () => {
	expect(rulesPage().untested).toEqual([]);
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
