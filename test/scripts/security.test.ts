import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/setUp.js';
import { neededScopes } from '../../nodes/SnelStart/connection/scopes';

const page = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** The rows of the first table below a heading, cells trimmed. */
function rowsBelow(text: string, heading: string): string[][] {
	const [, after = ''] = text.split(`## ${heading}\n`);
	const [section = ''] = after.split('\n## ');
	return section
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
}

const threats = rowsBelow(
	page('SECURITY.md'),
	'Threats, what holds them off, and the test that proves it',
);

test('the threat model is one page', () => expect(threats.length).toBeGreaterThan(10));

test.each(threats)('%s: a test holds it off', (_threat, _defence, tests = '') => {
	const files = [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => file!);
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) {
		expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
		expect(file).toMatch(/^test\/.*\.test\.ts$/);
	}
});

test('the page on privacy names every right that a client needs', () => {
	const told = rowsBelow(page('docs/privacy.md'), 'Rights of the keys').flat().join(' ');
	const missing = neededScopes(undefined).filter((scope) => !told.includes(`\`${scope}\``));
	expect(missing).toEqual([]);
});
