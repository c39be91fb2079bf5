import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/setUp.js';

const FACTS = path.join(ROOT, 'docs', 'facts');
const ID = /\b(?:(?:SS|WC|JW|VAT|PAY|NN)-\d{3}|HC-\d{2}|D-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)\b/g;
const MARKS = ['measured', 'stated', 'seen', 'assumed', 'chosen'];

/** The rows of all fact tables: their cells, and the page they stand on. */
const rows = readdirSync(FACTS)
	.filter((name) => name.endsWith('.md') && name !== 'README.md')
	.flatMap((page) =>
		readFileSync(path.join(FACTS, page), 'utf8')
			.split('\n')
			.map((line) => line.split('|').map((cell) => cell.trim()))
			.filter(([, id = '']) => new RegExp(`^(?:${ID.source})$`).test(id))
			.map(([, id = '', ...cells]) => ({ page, id, cells })),
	);
const known = new Set(rows.map(({ id }) => id));

/** Everything that people wrote in this repository, without recorded answers of other systems. */
const written = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
	.split('\n')
	.filter((file) => /\.(?:ts|mjs|js|md|yml)$/.test(file) && !file.startsWith('test/fixtures/'))
	.filter((file) => file !== 'test/scripts/facts.test.ts')
	.map((file) => ({ file, text: readIfThere(path.join(ROOT, file)) }));

function readIfThere(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		// Removed, but not yet committed.
		return '';
	}
}

test('every fact has an id of its own', () => {
	expect(rows.map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at)).toEqual([]);
	expect(rows.length).toBeGreaterThan(150);
});

test('every fact about the world says how sure we are', () => {
	const unmarked = rows.filter(
		({ page, cells: [mark = ''] }) =>
			!['hard-cases.md', 'decisions.md'].includes(page) && !MARKS.includes(mark),
	);
	expect(unmarked.map(({ id }) => id)).toEqual([]);
});

test('every fact that is cited anywhere exists', () => {
	const unknown = written.flatMap(({ file, text }) =>
		(text.match(ID) ?? []).filter((id) => !known.has(id)).map((id) => `${file}: ${id}`),
	);
	expect(unknown).toEqual([]);
});

test.each([
	// A provider calls a column so: "merchant reference 1".
	['a section of a document', /(?<!merchant )\breferences?(?: section)? \d/i],
	[
		'a reference of no repository',
		/\b(?:SnelStart|WooCommerce|JouwWeb|VAT|payments|n8n) reference\b/i,
	],
	['a hard case without its id', /\bhard case \d/i],
	['a decision without its id', /\bdecisions? (?:[JW]\d{3}|\d+\b|")/i],
	['the design', /\b(?:of|in) the design\b/i],
])('nothing cites %s', (_, pattern) => {
	const found = written.filter(({ text }) =>
		pattern.test(text.replaceAll(/\n[ \t]*\*?[ \t]*/g, ' ')),
	);
	expect(found.map(({ file }) => file)).toEqual([]);
});
