import { share } from '../../../bookkeeping/currency/share';
import { sum } from '../../../bookkeeping/money/money';

describe('an amount is split over parts of either sign', () => {
	const convert = (micros: number) => Math.round(micros / 20_000);

	test.each([
		['positive parts', 100, [10_000, 10_000, 20_000], [25, 25, 50]],
		['a discount keeps its own share', 100, [2_400_000, -400_000], [120, -20]],
		['negative parts alone', -3, [-10_000, -20_000], [-1, -2]],
		['parts of zero get nothing', 5, [0, 10_000], [0, 5]],
		['nothing to split over', 1, [0, 0], [0, 0]],
	])('%s', (_, amount, parts, expected) => {
		expect(share(amount, parts, convert)).toEqual(expected);
		if (parts.some((part) => part !== 0)) expect(sum(expected)).toBe(amount);
	});
});
