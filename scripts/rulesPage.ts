import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './setUp.js';

interface Rule {
	id: string;
	rule: string;
	decidedIn: string;
}

const PAGE = path.join(ROOT, 'docs', 'rules.md');

function testFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const full = path.join(folder, entry.name);
		if (entry.isDirectory()) return testFiles(full);
		return entry.name.endsWith('.test.ts') ? [full] : [];
	});
}

/** Rules and hard cases that a text cites; `J110-J124` stands for every number in between. */
export function citedRules(text: string): Set<string> {
	const cited = new Set(text.match(/\b(?:[JW]\d{3}|HC-\d{2})\b/g) ?? []);
	for (const [, letter, first, last] of text.matchAll(/\b([JW])(\d{3})[-–]\1(\d{3})\b/g)) {
		for (let number = Number(first); number <= Number(last); number += 1) {
			cited.add(`${letter}${String(number).padStart(3, '0')}`);
		}
	}
	return cited;
}

/** The rules of the two manuals, with the tests that cite them and the file that decides. */
export function rulesPage(): { page: string; untested: string[] } {
	const rules = JSON.parse(
		readFileSync(path.join(ROOT, 'test', 'fixtures', 'rules.json'), 'utf8'),
	) as Rule[];
	const files = testFiles(path.join(ROOT, 'test'))
		// Its own test names numbers without testing the rules.
		.filter((file) => path.basename(file) !== 'rulesPage.test.ts')
		.map((file) => ({
			name: path.relative(ROOT, file).replaceAll(path.sep, '/'),
			cited: citedRules(readFileSync(file, 'utf8')),
		}));
	const testsOf = (id: string) =>
		files.filter(({ cited }) => cited.has(id)).map(({ name }) => name);
	const link = (file: string) => `[${path.basename(file)}](../${file})`;
	const rows = (isListed: (id: string) => boolean) =>
		rules
			.filter(({ id }) => isListed(id))
			.map(
				({ id, rule, decidedIn }) =>
					`| ${id} | ${rule.replaceAll('|', '\\|')} | ${testsOf(id).sort().map(link).join(', ')} | ${decidedIn && link(decidedIn)} |`,
			);
	const isHardCase = (id: string) => id.startsWith('HC-');
	const page = [
		'# The rules and where they live',
		'',
		'Every bookkeeping rule of the two manuals this package was made after (J: JouwWeb to SnelStart, W: WooCommerce to SnelStart), the tests that cite its number, and the file that decides. Made by `npm run docs:rules`; a test keeps it in step.',
		'',
		// One row per line and no padding: a moved test changes its own rows only.
		'<!-- prettier-ignore-start -->',
		'',
		'| Rule | What it says | Tests | Decided in |',
		'| --- | --- | --- | --- |',
		...rows((id) => !isHardCase(id)),
		'',
		'## Hard cases',
		'',
		'Where links between shops and bookkeeping usually go wrong; [what is right](facts/hard-cases.md).',
		'',
		'| Case | What it is | Tests | Decided in |',
		'| --- | --- | --- | --- |',
		...rows(isHardCase),
		'',
		'<!-- prettier-ignore-end -->',
		'',
	].join('\n');
	return { page, untested: rules.map(({ id }) => id).filter((id) => testsOf(id).length === 0) };
}

if (require.main === module) {
	void writeFile(PAGE, rulesPage().page).then(() => console.log(`Wrote ${PAGE}`));
}
