import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/setUp.js';

/** What people read: documentation, notes of templates, texts and comments of the code. */
const written = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
	.split('\n')
	.filter((file) => /\.(?:ts|md)$/.test(file) && existsSync(path.join(ROOT, file)))
	.filter((file) => !/^(?:CHANGELOG|test\/(?:fixtures\/|scripts\/words))/.test(file))
	.map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

/** One word for one thing, and no turn of phrase that a native reader stumbles over. */
test.each([
	['an artikel is an article', /\b[Ii]tems? \(artikel|\b[Ii]tem codes?\b|\b[Dd]ummy items?\b/],
	[
		'"is not an order"',
		/(?<!\b[Tt]here )\b(?:is|was) no (?:order|refund|product|amount|number|date|invoice|article)\b(?! (?:longer|that))/,
	],
	['"must be from 1 to 9"', /\blies from\b/],
	['"takes precedence over"', /\bwins from\b/],
	['"one of the two"', /\bone of both\b/],
	['"calculated a different total"', /\bmakes another amount\b/],
])('%s', (_, pattern) => {
	expect(written.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
});
