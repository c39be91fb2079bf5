import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { assumptions } from '../../probe';
import { PAGE, probePage } from '../../scripts/probePage';

const page = readFileSync(PAGE, 'utf8');

test('docs/probe.md is in step with the assumptions (npm run docs:probe)', () => {
	const prettier = require.resolve('prettier/bin/prettier.cjs');
	const formatted = execFileSync(process.execPath, [prettier, '--parser', 'markdown'], {
		cwd: path.resolve(__dirname, '..', '..'),
		input: probePage(page),
		encoding: 'utf8',
	});
	expect(page).toBe(formatted);
	expect(assumptions.filter(({ id }) => !page.includes(`| \`${id}\``))).toEqual([]);
});
