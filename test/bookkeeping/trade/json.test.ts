import { fromJson } from '../../../bookkeeping/trade/json';

test.each([
	['{"a":1}', { a: 1 }],
	['[]', []],
	['', undefined],
	['{"a":', undefined],
	[{ a: 1 }, { a: 1 }],
	[7, 7],
	[undefined, undefined],
])('%j is %j', (value, read) => {
	expect(fromJson(value)).toEqual(read);
});
