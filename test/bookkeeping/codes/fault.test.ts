import path from 'node:path';

import { faultOf } from '../../../bookkeeping/codes/fault';
import { decideRegime } from '../../../bookkeeping/vat/regime';

const ROOT = path.join(__dirname, '..', '..', '..');
const withStack = (...frames: string[]) =>
	Object.assign(new TypeError("Cannot read 'Jan de Vries'"), {
		stack: [
			"TypeError: Cannot read 'Jan de Vries'",
			...frames.map((frame) => `    at ${frame}`),
		].join('\n'),
	});

test('an error of our own code: its kind, the function, the file and the line', () => {
	let caught: unknown;
	try {
		decideRegime(undefined as never, [], { country: 'NL' } as never, {} as never);
	} catch (error) {
		caught = error;
	}
	expect(faultOf(caught)).toEqual({
		error: 'TypeError',
		place: expect.stringMatching(
			/^deliveryAddress \(bookkeeping\/vat\/regime\.ts:\d+\)$/,
		) as string,
	});
});

test.each([
	[
		'the first frame that is ours counts',
		[
			'Object.parse (/usr/lib/node_modules/zod/bookkeeping/types.js:5:1)',
			`Array.map (<anonymous>)`,
			`readLine (${ROOT}/bookkeeping/shops/wooCommerce.js:12:34)`,
			`readOrder (${ROOT}/bookkeeping/shops/readOrder.js:1:2)`,
		],
		'readLine (bookkeeping/shops/wooCommerce.js:12)',
	],
	[
		'a function without a name',
		[`${ROOT}/nodes/SnelStart/book/bookBatch.js:7:8`],
		'nodes/SnelStart/book/bookBatch.js:7',
	],
	[
		'a method under another name',
		[`async Finding.tip [as other] (${ROOT}/bookkeeping/trade/findings.js:1:2)`],
		'Finding.tip (bookkeeping/trade/findings.js:1)',
	],
	['tests are not ours', [`run (${ROOT}/test/bookkeeping/x.test.ts:1:2)`], 'an unknown place'],
	['no stack', [], 'an unknown place'],
])('%s', (_, frames, place) => {
	expect(faultOf(withStack(...frames))).toEqual({ error: 'TypeError', place });
});

test.each([['x'], [null], [undefined], [{ name: 'TypeError', stack: 'at x' }]])(
	'thrown: %j',
	(thrown) => {
		expect(faultOf(thrown)).toEqual({ error: 'Error', place: 'an unknown place' });
	},
);

test('a name that is none of a kind of error is not repeated', () => {
	const error = Object.assign(new Error('x'), { name: 'jan@example.com' });
	expect(faultOf(error).error).toBe('Error');
});
