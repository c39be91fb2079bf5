import { readFileSync } from 'node:fs';
import path from 'node:path';

import { tips } from '../support/codes';

const page = readFileSync(path.join(__dirname, '../../docs/transformer.md'), 'utf8');
const cells = (line: string) => line.split(/(?<!\\)\|/).map((cell) => cell.trim());
const rows = page.split('\n').filter((line) => /^\| `[A-Z_]+` /.test(line));

/** The manual lists every reason why an order is not booked, as the transformer says it. */
it.each(Object.entries(tips))('%s stands in the manual, with its tip', (code, tip) => {
	const row = rows.map(cells).find((line) => line[1] === `\`${code}\``);
	expect(row).toEqual(['', `\`${code}\``, expect.stringMatching(/\S/), tip, '']);
});

it('lists no code that does not exist', () => {
	const listed = rows.map((row) => cells(row)[1]!.replaceAll('`', ''));
	expect(listed.filter((code) => !(code in tips))).toEqual([]);
	expect(new Set(listed).size).toBe(listed.length);
});
