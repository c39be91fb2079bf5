import { allocate } from '../../../bookkeeping/money/allocate';
import { fc, runs } from '../../support/property';

const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

const weights = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 12 });

describe('numbers with a source', () => {
	test.each([
		// VAT-904, checked there apart from this code.
		[199, [1, 1, 98], [2, 2, 195]],
		[-199, [1, 1, 98], [-2, -2, -195]],
		[1000, [33, 33, 33], [334, 333, 333]],
		// VAT-904, beside dinero.js: 10.00 over 1:2:0:3.
		[1000, [1, 2, 0, 3], [167, 333, 0, 500]],
		// Sylius' ProportionalIntegerDistributor gives 162, 52, 86; by largest remainder 161, 53, 86.
		[300, [4300, 1400, 2300], [161, 53, 86]],
		// Shopware's PercentageTaxRuleBuilder: 50 and 150 of 200 are 25 % and 75 %; nothing: half each.
		[100, [50, 150], [25, 75]],
		[100, [0, 0], [50, 50]],
		// Solidus' DistributedAmountsHandler: 15 over 150/50/100.
		[1500, [150, 50, 100], [750, 250, 500]],
	])('%p over %p is %p', (amount, weights, parts) =>
		expect(allocate(amount, weights)).toEqual(parts),
	);

	test('a tie goes to the larger weight, then to the earlier', () => {
		expect(allocate(1, [1, 1])).toEqual([1, 0]);
		expect(allocate(5, [1, 3, 6])).toEqual([0, 2, 3]);
	});
});

test('parts add up, mirror with the sign and stay within a cent of the exact share', () => {
	fc.assert(
		fc.property(amounts, weights, (amount, given) => {
			const parts = allocate(amount, given);
			const total = given.reduce((a, b) => a + b, 0);
			expect(parts.reduce((a, b) => a + b, 0)).toBe(amount);
			expect(allocate(-amount, given)).toEqual(parts.map((part) => (part === 0 ? 0 : -part)));
			parts.forEach((part, index) => {
				const share = total === 0 ? amount / given.length : (amount * (given[index] ?? 0)) / total;
				expect(Math.abs(part - share)).toBeLessThan(1);
			});
		}),
		{ numRuns: runs(2000) },
	);
});

test.each([[[]], [[-1, 2]], [[0.5, 1]]])('weights %p are refused', (given) => {
	expect(() => allocate(100, given)).toThrow(RangeError);
});

describe('splitting over weights by the largest remainder (J114, J120)', () => {
	test.each<[number, number[], number[]]>([
		[100, [1, 1, 1], [34, 33, 33]],
		[200, [1, 1, 1], [67, 67, 66]],
		[-100, [1, 1, 1], [-34, -33, -33]],
		[5, [0, 0], [3, 2]],
		[10, [0, 1, 0], [0, 10, 0]],
		// 10 x 2/7 = 2.86, 10 x 5/7 = 7.14.
		[10, [2, 5], [3, 7]],
		// The same remainder: the larger weight first.
		[1, [1, 3], [0, 1]],
		[2, [1, 3], [0, 2]],
		[0, [1, 2], [0, 0]],
		[-1, [5, 0], [-1, 0]],
	])('%d over %j', (amount, weights, parts) => {
		const found = allocate(amount, weights);
		expect(found).toEqual(parts);
		expect(found.some((part) => Object.is(part, -0))).toBe(false);
	});

	test.each<[number[], string]>([
		[[], 'An amount needs at least one weight'],
		[[1, -1], 'Weights are integers of zero or more'],
		[[1, 0.5], 'Weights are integers of zero or more'],
		[[2 ** 53], 'Weights are integers of zero or more'],
	])('%j is refused', (weights, message) => {
		expect(() => allocate(1, weights)).toThrow(new RangeError(message));
	});
});
