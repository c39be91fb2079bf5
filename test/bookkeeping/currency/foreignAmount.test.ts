import {
	foreignNote,
	foreignOf,
	foreignSchema,
	foreignText,
	rateOfDraft,
} from '../../../bookkeeping/currency/foreignAmount';
import type { ForeignAmount } from '../../../bookkeeping/trade/order';

// HC-13: USD 121.00 at 1.0850 is EUR 111.52.
const dollars: ForeignAmount = {
	...{ currency: 'USD', total: 12_100, rate: '1.0850', quoted: 'perEuro' },
};

test('a draft remembers the amount and the rate as it was stated', () => {
	expect(foreignOf(dollars)).toEqual({
		...{ currency: 'USD', amount: 121, rate: '1.0850', quoted: 'perEuro' },
	});
	expect(foreignText(dollars)).toBe('USD 121.00 at 1.0850');
});

test('its note says what the rate means', () => {
	expect(foreignNote(dollars, 11_152, 'en')).toBe('USD 121.00 is € 111.52, at 1 EUR = 1.0850 USD.');
	expect(foreignNote({ ...dollars, rate: '0.92', quoted: 'inEuro' }, 11_132, 'en')).toBe(
		'USD 121.00 is € 111.32, at 1 USD = 0.92 EUR.',
	);
});

test('what was remembered gives the rate back, exactly', () => {
	const remembered = rateOfDraft(foreignOf(dollars))!;
	expect(remembered.whole).toBe(12_100);
	expect(remembered.rate.currency).toBe('USD');
	expect(rateOfDraft({ ...foreignOf(dollars), rate: 'none' })).toBeUndefined();
});

test.each([
	['a currency of two letters', { currency: 'US' }],
	['small letters', { currency: 'usd' }],
	['a rate that is not a number', { rate: 'about one' }],
	['a rate of zero', { rate: '0' }],
	['a rate below zero', { rate: '-1.1' }],
	['another quotation', { quoted: 'perDollar' }],
	['an amount in words', { amount: '121' }],
])('%s is not taken from a draft', (_, changes) => {
	expect(foreignSchema.safeParse(foreignOf(dollars)).success).toBe(true);
	expect(foreignSchema.safeParse({ ...foreignOf(dollars), ...changes }).success).toBe(false);
});
