import { groupBy } from '../../../bookkeeping/trade/groupBy';

it('keeps the order of groups and of their rows', () => {
	const groups = groupBy(['b1', 'a1', 'b2', 'a2', 'c1'], (row) => row.charAt(0));
	expect([...groups]).toEqual([
		['b', ['b1', 'b2']],
		['a', ['a1', 'a2']],
		['c', ['c1']],
	]);
	expect(groupBy([], String).size).toBe(0);
});
