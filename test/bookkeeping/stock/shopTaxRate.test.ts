import { readTaxRates, vatOfClass } from '../../../bookkeeping/stock/shopTaxRate';

describe('tax classes of the shop', () => {
	const rates = (...rows: Array<[string, string, string | number]>) =>
		readTaxRates(rows.map(([country, name, rate]) => ({ country, rate, class: name })));

	test('as WooCommerce sends them', () => {
		expect(rates([' nl ', '', '21.0000'], ['', 'zero-rate ', 0])).toEqual([
			{ country: 'NL', taxClass: 'standard', percentage: 21 },
			{ country: '', taxClass: 'zero-rate', percentage: 0 },
		]);
		expect(() => rates(['NL', '', 'x'])).toThrow(
			'Row 1 is not a tax rate of WooCommerce: check its field "rate"',
		);
	});

	test.each<[string, Array<[string, string, string]>, number | undefined]>([
		[
			'the rate of the country',
			[
				['', '', '19'],
				['NL', '', '21'],
			],
			21,
		],
		[
			'else that of every country',
			[
				['', '', '21'],
				['DE', '', '19'],
			],
			21,
		],
		[
			'twice the same',
			[
				['NL', '', '21'],
				['NL', '', '21'],
			],
			21,
		],
		[
			'two that differ',
			[
				['NL', '', '21'],
				['NL', '', '9'],
			],
			undefined,
		],
		['of another class', [['NL', 'reduced-rate', '9']], undefined],
		['of another country', [['DE', '', '19']], undefined],
	])('%s', (_, rows, percentage) => {
		expect(vatOfClass('standard', 'nl', rates(...rows))).toBe(percentage);
	});
});
