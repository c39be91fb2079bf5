import { inParts } from '../../../bookkeeping';

test.each([
	[[], []],
	[['a'], [['a']]],
	[['a', 'b'], [['a', 'b']]],
	[
		['a', 'b', 'c', 'd', 'e'],
		[['a', 'b'], ['c', 'd'], ['e']],
	],
])('%j by two', (all, parts) => expect(inParts(all, 2)).toEqual(parts));
