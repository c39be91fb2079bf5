import { readFileSync } from 'node:fs';
import path from 'node:path';

import { stockTips } from '../../../bookkeeping/stock/problems';

const page = readFileSync(path.join(__dirname, '../../../docs/stock.md'), 'utf8');
const rows = page
	.split('\n')
	.filter((line) => /^\| `[A-Z_]+` /.test(line))
	.map((line) => line.split('|').map((cell) => cell.trim()));
/** What the templates themselves report. */
const OF_TEMPLATES = ['DRY_RUN', 'ARTICLE_MADE', 'ARTICLE_NOT_MADE', 'STOCK_NOT_WRITTEN'];

it.each(Object.entries(stockTips))('%s stands in the manual, with its tip', (code, tip) => {
	const row = rows.find((cells) => cells[1] === `\`${code}\``);
	expect(row).toEqual(['', `\`${code}\``, expect.stringMatching(/\S/), tip, '']);
});

it('lists every code once, and none that does not exist', () => {
	const listed = rows.map((cells) => cells[1]!.replaceAll('`', ''));
	expect(listed.sort()).toEqual([...Object.keys(stockTips), ...OF_TEMPLATES].sort());
});
