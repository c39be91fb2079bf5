import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { codes } from '../../bookkeeping/codes/register';
import { snelStartRefusals } from '../../bookkeeping/codes/snelStart';
import { languages } from '../../bookkeeping/codes/facts';
import { texts } from '../../sandbox/snelstart/errorTexts';
import { codesPage, PAGES } from '../../scripts/codesPage';
import { ROOT } from '../../scripts/setUp.js';

test.each(languages)(
	'docs in %s are in step with the register (npm run docs:codes)',
	(language) => {
		const page = readFileSync(PAGES[language], 'utf8');
		const prettier = require.resolve('prettier/bin/prettier.cjs');
		const formatted = execFileSync(process.execPath, [prettier, '--parser', 'markdown'], {
			cwd: ROOT,
			input: codesPage(page, language),
			encoding: 'utf8',
		});
		expect(page).toBe(formatted);
	},
);

test.each(languages)('every code stands in the page in %s once', (language) => {
	const listed = [...readFileSync(PAGES[language], 'utf8').matchAll(/^\| `([A-Z]\S+)` /gm)]
		.map(([, code]) => code!)
		.sort();
	expect(listed).toEqual([...Object.keys(codes), ...Object.keys(snelStartRefusals)].sort());
});

test('every code that SnelStart publishes is explained', () => {
	expect(Object.keys(snelStartRefusals)).toEqual(expect.arrayContaining(Object.keys(texts)));
});

test('a page without a place for the codes is refused', () => {
	expect(() => codesPage('# Nothing here', 'en')).toThrow('no place for the codes');
});
