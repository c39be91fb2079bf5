import { allocate } from '../../bookkeeping/allocate';
import { sum, vatOnTop } from '../../bookkeeping/money';
import vectors from '../fixtures/publicVectors.json';

/** Numbers that other shop systems publish; `differs` says where and why ours are others. */
describe('public numbers of other systems', () => {
	test.each(vectors.allocate)('$amount over $weights: $source', ({ amount, weights, ours }) => {
		const parts = allocate(amount, weights);
		expect(parts).toEqual(ours);
		expect(sum(parts)).toBe(amount);
	});

	test.each(vectors.vatOnTop)('$percentage % of $net: $source', ({ net, percentage, vat }) => {
		expect(vatOnTop(net, percentage)).toBe(vat);
	});
});
