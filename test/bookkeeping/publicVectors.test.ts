import { allocate } from '../../bookkeeping/allocate';
import { sum, vatOnTop } from '../../bookkeeping/money';
import { splitOverRates } from '../../bookkeeping/spread';
import vectors from '../fixtures/publicVectors.json';

/** Numbers that other shop systems publish; `differs` says where and why ours are others. */
describe('public numbers of other systems', () => {
	test.each(vectors.allocate)('$amount over $weights: $source', ({ amount, weights, ours }) => {
		const parts = allocate(amount, weights);
		expect(parts).toEqual(ours);
		expect(sum(parts)).toBe(amount);
	});

	test.each(vectors.splitOverRates)('$gross: $source', ({ gross, vat, basket, vatPerRate }) => {
		const parts = splitOverRates(gross, vat, basket, 'Shipping');
		expect(parts.map((part) => part.vat)).toEqual(vatPerRate);
		expect(sum(parts.map((part) => part.net + part.vat))).toBe(gross);
	});

	test.each(vectors.vatOnTop)('$percentage % of $net: $source', ({ net, percentage, vat }) => {
		expect(vatOnTop(net, percentage)).toBe(vat);
	});
});
