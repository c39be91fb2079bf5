import { documentNumbers, noNumbers } from '../../../bookkeeping/reconciliation/numbers';
import { settingsWith } from '../support';

const numbersOf = (invoiceNumberPrefix: string, more: object = {}) =>
	documentNumbers({ ...settingsWith().shops[0]!, invoiceNumberPrefix, ...more });

test('a shop knows its numbers by its prefixes', () => {
	const numbers = numbersOf('W');
	expect(['W28', 'W28-2', 'W', 'Wilma', 'CW28', '28'].filter(numbers.isSale)).toEqual([
		'W28',
		'W28-2',
	]);
	expect(['CW66', 'CW28-2', 'C66', 'W28'].filter(numbers.isCredit)).toEqual(['CW66', 'CW28-2']);
	expect(numbers.credit('28')).toBe('CW28');
});

test('numbers that could be of anybody are never claimed', () => {
	expect(numbersOf('').isSale('28')).toBe(false);
	expect(numbersOf('W', { invoiceNumberField: '_invoice' }).isSale('W28')).toBe(false);
	expect(numbersOf('', { creditNoteNumberPrefix: '' }).isCredit('28')).toBe(false);
	expect([noNumbers.isSale('W28'), noNumbers.isCredit('CW28'), noNumbers.credit('28')]).toEqual([
		false,
		false,
		'',
	]);
});
