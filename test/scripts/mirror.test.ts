import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/setUp.js';

/** Folders of small files of one kind, each tested as one. */
const TESTED_TOGETHER: Record<string, string> = {
	'bookkeeping/codes': 'test/bookkeeping/codes/register.test.ts',
	'bookkeeping/codes/snelStart': 'test/bookkeeping/codes/register.test.ts',
	'bookkeeping/orderTable/tables': 'test/bookkeeping/orderTable/columns.test.ts',
	'bookkeeping/settings/contradictions': 'test/bookkeeping/settings/contradictions.test.ts',
	'bookkeeping/settings/declared': 'test/nodes/WebshopSettings/declared.test.ts',
	'bookkeeping/shops/shopify': 'test/bookkeeping/shops/shopify.test.ts',
};

/** Files that only declare: types, constants, forms of data. They hold nothing that could be wrong by itself. */
const ONLY_DECLARE = [
	'bookkeeping/documents/mostLines.ts',
	'bookkeeping/index.ts',
	'bookkeeping/payments/paymentDraft.ts',
	'bookkeeping/payments/payouts/csvLine.ts',
	'bookkeeping/payments/payouts/payout.ts',
	'bookkeeping/payments/payouts/payoutDraft.ts',
	'bookkeeping/reconciliation/vatBox.ts',
	'bookkeeping/settings/administration.ts',
	'bookkeeping/settings/dashboardPassword.ts',
	'bookkeeping/settings/settings.ts',
	'bookkeeping/shops/shop.ts',
	'bookkeeping/trade/entryKinds.ts',
	'bookkeeping/trade/invoiceNumber.ts',
	'bookkeeping/trade/order.ts',
	'bookkeeping/trade/refund.ts',
	'bookkeeping/trade/vatKinds.ts',
];

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'bookkeeping'], {
	cwd: ROOT,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => file.endsWith('.ts') && existsSync(path.join(ROOT, file)));
const isThere = (file: string) => existsSync(path.join(ROOT, file));

test('every file of the money rules has a test of its own name', () => {
	const without = files.filter(
		(file) =>
			!ONLY_DECLARE.includes(file) &&
			!(path.posix.dirname(file) in TESTED_TOGETHER) &&
			!isThere(path.posix.join('test', file.replace(/\.ts$/, '.test.ts'))),
	);
	expect(without).toEqual([]);
});

test('what is left out is there, and needs no test', () => {
	expect(
		[...ONLY_DECLARE, ...Object.keys(TESTED_TOGETHER)].filter((file) => !isThere(file)),
	).toEqual([]);
	expect(Object.values(TESTED_TOGETHER).filter((file) => !isThere(file))).toEqual([]);
	const withLogic = ONLY_DECLARE.filter((file) =>
		/\bfunction\b|\breturn\b|=>\s*\{/.test(
			readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\//g, ''),
		),
	);
	expect(withLogic).toEqual([]);
});
