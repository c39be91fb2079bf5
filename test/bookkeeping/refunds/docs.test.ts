import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { tips } from '../../support/codes';

const ROOT = path.join(__dirname, '..', '..', '..');
const page = readFileSync(path.join(ROOT, 'docs', 'refunds.md'), 'utf8');
const rules = path.join(ROOT, 'bookkeeping', 'refunds');
const source = readdirSync(rules)
	.map((file) => readFileSync(path.join(rules, file), 'utf8'))
	.join('\n');
const codes = Object.keys(tips)
	.filter((code) => /^(REFUND|CREDIT|BOOKED_DRAFT|EARLIER)/.test(code))
	.filter((code) => source.includes(`'${code}'`));

test.each(codes)('%s stands in the manual', (code) => {
	expect(page).toContain(`| \`${code}\` `);
});
