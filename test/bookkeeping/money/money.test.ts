import {
	divideRounded,
	formatCents,
	fromEuro,
	readMicros,
	roundingTolerance,
	roundToCents,
	sum,
	toEuro,
	vatInside,
	vatOnTop,
} from '../../../bookkeeping/money/money';

describe('reading amounts', () => {
	test.each([
		['12.95', 12_950_000],
		['-16.65', -16_650_000],
		['4.045537', 4_045_537],
		['4.0455375', 4_045_538],
		[288.8, 288_800_000],
		[0.1 + 0.2, 300_000],
		[-0, 0],
		[1e-9, 0],
		['62.', 62_000_000],
		['+5', 5_000_000],
	])('%p is %p millionths', (value, expected) => {
		expect(readMicros(value)).toBe(expected);
	});

	test.each([
		[''],
		[null],
		[undefined],
		['12,95'],
		['€ 5'],
		['1e3'],
		[NaN],
		[Infinity],
		[{}],
		[[]],
	])('%p is not an amount', (value) => expect(readMicros(value)).toBeUndefined());
});

describe('rounding is half away from zero, once (VAT-901)', () => {
	test.each([
		[8_325_000, 833],
		[-8_325_000, -833],
		[4_999, 0],
		[-4_999, 0],
		[5_000, 1],
	])('%p millionths are %p cents', (micros, cents) => expect(roundToCents(micros)).toBe(cents));

	test('dividing stays exact where floats are not', () => {
		expect(divideRounded(273_347_700, 10_000)).toBe(27335);
		expect(Object.is(divideRounded(-1, 1000), -0)).toBe(false);
	});
});

describe('VAT of an amount', () => {
	// HC-02: 9.99 with 20 % holds 1.665, HC-08: 25 at 9 % and at 21 %.
	test.each([
		[999, 20, 167],
		[2500, 9, 206],
		[2500, 21, 434],
		[1995, 19, 319],
		[-480, 21, -83],
	])('%p cents with %p %% hold %p', (gross, rate, vat) => expect(vatInside(gross, rate)).toBe(vat));

	// HC-22: 0.33 net at 21 % is 0.07; Finland's 25.5 %.
	test.each([
		[33, 21, 7],
		[10000, 25.5, 2550],
		[-405, 9, -36],
	])('%p cents without VAT at %p %% carry %p', (net, rate, vat) =>
		expect(vatOnTop(net, rate)).toBe(vat),
	);
});

test('cents leave as numbers and texts with two decimals', () => {
	expect([6230, -5, 0, 100_000_001].map(toEuro)).toEqual([62.3, -0.05, 0, 1_000_000.01]);
	expect([6230, -5, 0].map(formatCents)).toEqual(['62.30', '-0.05', '0.00']);
});

describe('amounts', () => {
	test.each<[unknown, number | undefined]>([
		[' 1.50 ', 1_500_000],
		['.5', undefined],
		['-.5', undefined],
		['1.2.3', undefined],
		['-', undefined],
		['+', undefined],
		['--1', undefined],
		['1-', undefined],
		['1 000', undefined],
		['0', 0],
		['-0', 0],
		['-0.00', 0],
		['9', 9_000_000],
		['1/2', undefined],
		['1:2', undefined],
		['0.1234565', 123_457],
		['0.1234564', 123_456],
		['0.12345649', 123_456],
		['-0.1234565', -123_457],
		['0.123456', 123_456],
		['9007199254', 9_007_199_254_000_000],
		['9007199255', undefined],
		[1e-6, 1],
		[-1e-7, 0],
		[1e21, undefined],
		[-12.5, -12_500_000],
		[true, undefined],
		[12n, undefined],
	])('%p is %p millionths', (value, micros) => {
		const read = readMicros(value);
		expect(read).toBe(micros);
		expect(Object.is(read, -0)).toBe(false);
	});

	test.each([
		[5, 2, 3],
		[-5, 2, -3],
		[4, 3, 1],
		[5, 3, 2],
		[-1, 3, 0],
		[0, 3, 0],
		[6, 3, 2],
	])('%d / %d is %d', (dividend, divisor, quotient) => {
		expect(Object.is(divideRounded(dividend, divisor), quotient)).toBe(true);
	});

	test('cents in texts, in euro and back', () => {
		expect([1, 12, 123, -1, -123, 100_000].map(formatCents)).toEqual([
			...['0.01', '0.12', '1.23', '-0.01', '-1.23', '1000.00'],
		]);
		expect(Object.is(toEuro(-0), 0)).toBe(true);
		expect([19.99, -0.01, 0, 1.1].map(fromEuro)).toEqual([1999, -1, 0, 110]);
		expect(sum([1, -2, 4])).toBe(3);
		expect(sum([])).toBe(0);
		expect([0, 2, 3, 10].map(roundingTolerance)).toEqual([2, 2, 3, 10]);
		expect(vatInside(10_550, 5.5)).toBe(550);
	});
});
