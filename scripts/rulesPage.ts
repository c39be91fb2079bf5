import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './setUp.js';

/** What the letters of the manuals' requirements mean. */
const KINDS = {
	R: 'behaviour',
	N: 'number',
	F: 'field',
	S: 'setting',
	U: 'user interface',
	D: 'documentation',
	X: 'not done by the other connector',
	C: 'context',
	H: 'hard case',
} as const;

/** One numbered requirement, or a hard case, as `test/fixtures/rules.json` holds it. */
export interface Rule {
	id: string;
	kind: keyof typeof KINDS;
	rule: string;
	/** The file that decides. */
	decidedIn?: string;
	/** Where it is in the product, when that says more than the file; links are relative to docs/. */
	place?: string;
	doesNotApply?: string;
	/** What is still missing. */
	open?: string;
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

/** All requirements and hard cases, in their order. */
export function readRules(): Rule[] {
	const file = path.join(ROOT, 'test', 'fixtures', 'rules.json');
	return JSON.parse(readFileSync(file, 'utf8')) as Rule[];
}

/**
 * The page of the requirements: for each the tests that cite it, the file that decides, the place in
 * the product, or why it does not apply. `unproven` names those that have none of these.
 */
export function rulesPage(): { page: string; unproven: string[] } {
	const rules = readRules();
	const files = testFiles(path.join(ROOT, 'test'))
		// Its own test names numbers without testing the rules.
		.filter((file) => path.basename(file) !== 'rulesPage.test.ts')
		.map((file) => ({
			name: path.relative(ROOT, file).replaceAll(path.sep, '/'),
			cited: citedRules(readFileSync(file, 'utf8')),
		}));
	const testsOf = (id: string) =>
		files
			.filter(({ cited }) => cited.has(id))
			.map(({ name }) => name)
			.sort();
	const link = (file: string) => `[${path.basename(file)}](../${file})`;
	const proof = ({ id, decidedIn, place, doesNotApply, open }: Rule) =>
		[
			open && `**open**: ${open}`,
			doesNotApply && `Does not apply: ${doesNotApply}`,
			place,
			decidedIn && `Decided in ${link(decidedIn)}`,
			testsOf(id).map(link).join(', '),
		]
			.filter(Boolean)
			.join('<br>');
	const row = (rule: Rule) =>
		`| ${rule.id} | ${KINDS[rule.kind]} | ${rule.rule.replaceAll('|', '\\|')} | ${proof(rule)} |`;
	const isHardCase = ({ kind }: Rule) => kind === 'H';
	const numbered = rules.filter((rule) => !isHardCase(rule));
	const count = (fits: (rule: Rule) => unknown) => numbered.filter((rule) => fits(rule)).length;
	const isTested = ({ id }: Rule) => testsOf(id).length > 0;
	const page = [
		'# The requirements and where they live',
		'',
		'The numbered requirements of the two manuals this package was made after (J: JouwWeb to SnelStart, W: WooCommerce to SnelStart), in our own words. Made by `npm run docs:rules`; a test keeps it in step.',
		'',
		`Of ${numbered.length}: ${count((rule) => isTested(rule) && !rule.open)} have tests that cite their number, ${count((rule) => !isTested(rule) && rule.place && !rule.open)} have a place in the product instead (documentation, mostly), ${count((rule) => rule.doesNotApply)} do not apply, and **${count((rule) => rule.open)} are open**.`,
		'',
		// One row per line and no padding: a moved test changes its own rows only.
		'<!-- prettier-ignore-start -->',
		'',
		'| Number | Kind | What it says | Where |',
		'| --- | --- | --- | --- |',
		...numbered.map(row),
		'',
		'## Hard cases',
		'',
		'Where links between shops and bookkeeping usually go wrong; [what is right](facts/hard-cases.md).',
		'',
		'| Number | Kind | What it is | Where |',
		'| --- | --- | --- | --- |',
		...rules.filter(isHardCase).map(row),
		'',
		'<!-- prettier-ignore-end -->',
		'',
	].join('\n');
	const unproven = rules.filter(
		(rule) => !isTested(rule) && !rule.place && !rule.doesNotApply && !rule.open,
	);
	return { page, unproven: unproven.map(({ id }) => id) };
}

if (require.main === module) {
	void writeFile(PAGE, rulesPage().page).then(() => console.log(`Wrote ${PAGE}`));
}
