import { bookedInTotal, isToComeInTotal } from '../../../bookkeeping/orderTable/inTotal';

test.each([
	['gathered', true],
	['gatheredRefund', true],
	['inTotal', true],
	['booked', false],
	['', false],
])('a row in the state "%s" waits for its total: %s', (state, waits) => {
	expect(isToComeInTotal({ state })).toBe(waits);
});

test('what is booked in a total has its number, and was named it before', () => {
	const number = 'WDAG-2026-11-28';
	const row = { state: 'booked', snelStartNumber: number, originalInvoiceNumber: number };
	expect(bookedInTotal(row)).toBe(number);
	expect(bookedInTotal({ ...row, snelStartNumber: 'W28' })).toBe('');
	expect(bookedInTotal({ ...row, state: 'inTotal' })).toBe('');
	expect(bookedInTotal({ state: 'booked' })).toBe('');
});
