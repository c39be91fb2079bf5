import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { bookCodes } from '../../../nodes/SnelStart/booking/bookResult';
import { connectionCodes, snelStartCodes } from '../../../nodes/shared/snelStart/errors';
import { texts } from '../../../sandbox/snelstart/errorTexts';

it('every code that SnelStart publishes is explained', () => {
	expect(Object.keys(snelStartCodes)).toEqual(expect.arrayContaining(Object.keys(texts)));
});

const page = readFileSync(join(__dirname, '../../../docs/snelstart.md'), 'utf8');

it.each(Object.entries({ ...bookCodes, ...connectionCodes, ...snelStartCodes }))(
	'%s stands in the manual as the node says it',
	(code, { message, tip }) => {
		const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\` `));
		expect(row?.split('|').map((cell) => cell.trim())).toEqual([
			'',
			`\`${code}\``,
			message,
			tip,
			'',
		]);
	},
);
