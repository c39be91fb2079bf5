import {
	debitLine,
	documentNumber,
	imbalance,
	movement,
	proveEntry,
	type BookedEntry,
} from '../../../bookkeeping/payments/bookedEntry';

const ledger = (debit: number, credit: number) => ({
	role: 'clearing' as const,
	description: 'iDEAL 29',
	ledgerAccountId: 'clearing',
	debit,
	credit,
});
const sale = (amount: number) => ({
	orderKey: 'key',
	orderNumber: '29',
	invoiceNumber: '29',
	amount,
	description: '29',
});
const memorial: BookedEntry = {
	kind: 'memorial',
	journalId: 'journal',
	date: '2026-11-22',
	number: '29',
	description: 'iDEAL 29',
	received: 0,
	spent: 0,
	ledgerLines: [ledger(12.95, 0)],
	salesLines: [sale(12.95)],
	notes: [],
};
const bank: BookedEntry = { ...memorial, kind: 'bank', received: 12.95, ledgerLines: [] };

describe('no entry leaves that does not balance (SS-463)', () => {
	test.each<[string, BookedEntry]>([
		['a memorial', memorial],
		['a bank entry with one line', bank],
		['a cash entry', { ...bank, kind: 'cash' }],
		[
			'a refund: a negative sales line',
			{ ...memorial, ledgerLines: [ledger(0, 2)], salesLines: [sale(-2)] },
		],
		['money spent', { ...bank, received: 0, spent: 2, salesLines: [sale(-2)] }],
		[
			'two ledger lines',
			{ ...memorial, ledgerLines: [ledger(5, 0), ledger(0, 5)], salesLines: [] },
		],
	])('%s passes', (_, entry) => {
		expect(imbalance(entry)).toBe(0);
		expect(() => proveEntry(entry)).not.toThrow();
	});

	test.each<[string, BookedEntry]>([
		['the sides differ by € 0.05', { ...memorial, ledgerLines: [ledger(13, 0)] }],
		['the sides differ by € -1.00', { ...bank, received: 11.95 }],
		['the sides differ by € -2.00', { ...bank, spent: 2 }],
		['the sides differ by € -0.01', { ...memorial, salesLines: [sale(12.96)] }],
		['both received and spent are filled', { ...bank, received: 14.95, spent: 2 }],
		['a memorial neither receives nor spends', { ...memorial, received: 12.95, ledgerLines: [] }],
		[
			'a memorial neither receives nor spends',
			{ ...memorial, spent: 2, salesLines: [sale(10.95)] },
		],
		[
			'a line needs either debit or credit',
			{ ...memorial, ledgerLines: [ledger(12.95, 0), ledger(0, 0)] },
		],
		['a line needs either debit or credit', { ...memorial, ledgerLines: [ledger(14.95, 2)] }],
		['it has too few lines', { ...memorial, ledgerLines: [], salesLines: [sale(0)] }],
		['it has too few lines', { ...bank, received: 0, salesLines: [] }],
		['date', { ...memorial, date: '22-11-2026' }],
		['number', { ...memorial, number: '' }],
		[
			'salesLines.0.invoiceNumber',
			{ ...memorial, salesLines: [{ ...sale(12.95), invoiceNumber: '' }] },
		],
		['ledgerLines.0.debit', { ...memorial, ledgerLines: [ledger(12.951, 0)] }],
	])('%s', (why, entry) => {
		expect(() => proveEntry(entry)).toThrow(
			expect.objectContaining({
				code: 'ENTRY_NOT_BALANCED',
				message: `The entry is not valid: ${why}.`,
			}),
		);
	});
});

test('a positive amount is debit, a negative one credit, none is not a line', () => {
	const line = { role: 'costs', description: 'Fee', ledgerAccountId: 'costs' };
	expect(debitLine('costs', 'costs', 221, 'Fee')).toEqual([{ ...line, debit: 2.21, credit: 0 }]);
	expect(debitLine('costs', 'costs', -221, 'Fee')).toEqual([{ ...line, debit: 0, credit: 2.21 }]);
	expect(debitLine('costs', 'costs', 0, 'Fee')).toEqual([]);
});

test('what came in or went out', () => {
	expect(movement(221)).toEqual({ received: 2.21, spent: 0 });
	expect(movement(0)).toEqual({ received: 0, spent: 0 });
	expect(movement(-221)).toEqual({ received: 0, spent: 2.21 });
});

test.each([
	['29', '29'],
	['ch_3PabcdefghijKLMNOPqrstuvwx', 'PabcdefghijKLMNOPqrstuvwx'],
	['ab 1234567890123456789012', 'ab 1234567890123456789012'],
	['abc 123456789012345678901234', '123456789012345678901234'],
])('the document number of "%s" is "%s"', (reference, number) => {
	expect(documentNumber(reference)).toBe(number);
});
