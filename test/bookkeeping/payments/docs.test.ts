import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { tips } from '../../support/codes';

const ROOT = path.join(__dirname, '..', '..', '..');
const page = readFileSync(path.join(ROOT, 'docs', 'payments.md'), 'utf8');
const rules = path.join(ROOT, 'bookkeeping', 'payments');
const files = readdirSync(rules, { recursive: true })
	.map(String)
	.filter((file) => file.endsWith('.ts'))
	.map((file) => path.join(rules, file));
/** Payments look their shop up like orders do, so its code is theirs too. */
const shared = path.join(ROOT, 'bookkeeping', 'settings', 'shopOf.ts');
const source = [...files, shared].map((file) => readFileSync(file, 'utf8')).join('\n');
const codes = Object.keys(tips).filter((code) => source.includes(`'${code}'`));

test.each(codes)('%s stands in the manual', (code) => {
	expect(page).toContain(`| \`${code}\` `);
});
