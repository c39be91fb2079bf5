import { readRate } from '../../../bookkeeping/money/exchangeRate';
import { feeInEuro } from '../../../bookkeeping/payments/fees';

const stated = (value: unknown, currency = 'EUR') => ({ value, currency, field: '_stripe_fee' });
const dollars = readRate('1.0850', 'perEuro', 'USD')!;

describe('the fee of a payment in euro (PAY-102)', () => {
	test.each<[unknown, string, number]>([
		['0.29', 'EUR', 29],
		[0.29, 'EUR', 29],
		['0', 'EUR', 0],
		// Half a cent goes up (VAT-901).
		['0.285', 'EUR', 29],
		['1.5', '', 150],
	])('%p in "%s" is %d cents', (value, currency, cents) => {
		expect(feeInEuro(stated(value, currency))).toEqual({ cents });
	});

	test('absent is not zero', () => {
		const unknown = { unknownBecause: 'the order does not state it' } as const;
		expect(feeInEuro(unknown)).toBe(unknown);
		expect(feeInEuro(unknown, dollars)).toBe(unknown);
	});

	// 1.085 / 1.0850 = 1.00.
	test('a fee in the currency of the order goes at its rate', () => {
		expect(feeInEuro(stated('1.085', 'USD'), dollars)).toEqual({ cents: 100 });
		expect(feeInEuro(stated('1.00', 'EUR'), dollars)).toEqual({ cents: 100 });
	});

	test('a currency without a rate, or none beside two that may be meant, is not guessed', () => {
		expect(feeInEuro(stated('1.00', 'USD'))).toEqual({
			unknownBecause: 'the order states it in USD',
		});
		expect(feeInEuro(stated('1.00', 'GBP'), dollars)).toEqual({
			unknownBecause: 'the order states it in GBP',
		});
		expect(feeInEuro(stated('1.00', ''), dollars)).toEqual({
			unknownBecause: 'the order does not say whether it is in EUR or USD',
		});
	});

	test.each(['-0.29', 'free', null, {}])('%p is not a fee', (value) => {
		expect(() => feeInEuro(stated(value))).toThrow(
			expect.objectContaining({
				code: 'PAYMENT_FEE_UNREADABLE',
				message: 'The field "_stripe_fee" holds no fee.',
			}),
		);
	});
});
