import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { orderTablePage, PAGE } from '../../scripts/orderTablePage';

const ROOT = path.resolve(__dirname, '..', '..');
const page = readFileSync(PAGE, 'utf8');

test('docs/order-table.md is in step with the code (npm run docs:tables)', () => {
	const prettier = require.resolve('prettier/bin/prettier.cjs');
	const formatted = execFileSync(process.execPath, [prettier, '--parser', 'markdown'], {
		cwd: ROOT,
		input: orderTablePage(page),
		encoding: 'utf8',
	});
	expect(page).toBe(formatted);
});

test('a part that has no place on the page, and a place for no part, are refused', () => {
	expect(() => orderTablePage('# Nothing here')).toThrow(
		'docs/order-table.md has no place for: columns of WebshopOrders',
	);
	expect(() => orderTablePage('<!-- made: columns of Nowhere -->\n<!-- end -->')).toThrow(
		'Nothing makes "columns of Nowhere"',
	);
});
