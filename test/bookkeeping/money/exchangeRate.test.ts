import { centsOf, inEuro, rateInWords, readRate } from '../../../bookkeeping/money/exchangeRate';

describe('a rate is an exact ratio', () => {
	test.each([
		['HC-13: USD 121.00 at 1.0850', '1.0850', 'perEuro', 12_100, 11_152],
		['euro per dollar', '0.9217', 'inEuro', 12_100, 11_153],
		['one to one', '1', 'perEuro', 12_100, 12_100],
		['a rate of many yen', '161.30', 'perEuro', 1_210_000, 7_502],
		['fifteen decimals', '0.921658986175115', 'inEuro', 100_000_000, 92_165_899],
		['half a cent up', '0.005', 'inEuro', 100, 1],
		['half a cent away from zero', '0.005', 'inEuro', -100, -1],
		['less than half a cent', '0.0049', 'inEuro', 100, 0],
		['nothing', '1.0850', 'perEuro', 0, 0],
		['a refund', '1.0850', 'perEuro', -12_100, -11_152],
	] as const)('%s', (_, stated, quoted, foreign, euro) => {
		const rate = readRate(stated, quoted, 'USD');
		expect(inEuro(foreign, rate!)).toBe(euro);
		expect(centsOf(foreign * 10_000, rate!)).toBe(euro);
	});

	test.each(['', '0', '0.000', '-1.1', '1,0850', '1e3', '1.', '.5', 'NaN', '1.0 ', 'Infinity'])(
		'"%s" is not a rate',
		(stated) => expect(readRate(stated, 'perEuro', 'USD')).toBeUndefined(),
	);

	test('says in words what it means', () => {
		expect(rateInWords(readRate('1.0850', 'perEuro', 'USD')!)).toBe('1 EUR = 1.0850 USD');
		expect(rateInWords(readRate('0.9217', 'inEuro', 'USD')!)).toBe('1 USD = 0.9217 EUR');
	});
});
