import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { languages } from '../../bookkeeping';
import { booked, PAGES, vatPage } from '../../scripts/vatPage';
import { examples } from '../../scripts/vatExamples';

const ROOT = path.resolve(__dirname, '..', '..');

test.each(languages)(
	'the page of VAT in %s is in step with the rules (npm run docs:vat)',
	(language) => {
		const page = readFileSync(PAGES[language], 'utf8');
		const prettier = require.resolve('prettier/bin/prettier.cjs');
		const formatted = execFileSync(process.execPath, [prettier, '--parser', 'markdown'], {
			cwd: ROOT,
			input: vatPage(page, language),
			encoding: 'utf8',
		});
		expect(page).toBe(formatted);
	},
);

/**
 * By hand, after the form of the VAT return (VAT-301): 1a 100 + 3.80 with 21 % of each, 1b 10 with
 * 9 %; 1e, 3a and 3b turnover only; the Union scheme is a return of its own.
 */
const byHand: Record<string, Record<string, [turnover: number, vat: number]>> = {
	domestic: { '1a': [10380, 2180], '1b': [1000, 90] },
	// 5.00 is 21 % of 23.81; the rest of 25.00 bears none.
	offItsRate: { '1a': [2381, 500], none: [119, 0] },
	reverseCharge: { '1e': [10000, 0] },
	icp: { '3b': [10000, 0] },
	oss: { oss: [10000, 1900] },
	ownRegistration: { none: [11900, 0] },
	export: { '3a': [10000, 0] },
	margin: { none: [10000, 0] },
	exempt: { none: [10000, 0] },
	smallBusiness: { none: [10000, 0] },
	giftCard: { none: [5000, 0] },
};

test.each(Object.entries(examples))('%s stands in the box that it belongs in', (name, example) => {
	const { draft, boxes } = booked(example);
	const found = [...boxes].map(([box, { turnover, vat }]) => [box, [turnover, vat]]);
	expect(Object.fromEntries(found)).toEqual(byHand[name]);
	expect(draft.invoiceAmount.toFixed(2)).toBe(example.total);
	const isOwnRegime = name !== 'giftCard' && name !== 'offItsRate';
	expect(draft.regime).toBe(isOwnRegime ? name : 'domestic');
});

test('a page without a place for the examples is refused', () => {
	expect(() => vatPage('# Nothing here', 'en')).toThrow('The page has no place for the examples');
});
