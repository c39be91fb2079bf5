import {
	divideRounded,
	formatCents,
	readMicros,
	roundToCents,
	toEuro,
	vatInside,
	vatOnTop,
} from '../../bookkeeping/money/money';

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
	])('%p is no amount', (value) => expect(readMicros(value)).toBeUndefined());
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
