import type { BookedInvoice } from '../../../bookkeeping/reconciliation/books';
import { noNumbers } from '../../../bookkeeping/reconciliation/numbers';
import { readRecords } from '../../../bookkeeping/reconciliation/records';
import {
	alsoUndone,
	statedUndone,
	takenBack,
	undoneAcross,
	undoneTotals,
} from '../../../bookkeeping/reconciliation/undoneTotals';

const NUMBER = 'WDAG-2026-09-30';
const CREDIT = `C${NUMBER}-U`;
const key = `c/s/total/${NUMBER}`;
const total = {
	...{ documentKey: key, kind: 'total', document: 'salesEntry', number: NUMBER },
	documentDate: '2026-09-30',
};
const credit = {
	...{ documentKey: `${key}/credit/1`, parentKey: key, kind: 'total', document: 'creditNote' },
	...{ number: CREDIT, documentDate: '2026-10-01' },
};
const isRead = () => false;
const undone = undoneTotals(readRecords([total, credit]), isRead);

const entry = (invoiceNumber: string, date: string, amount: number): BookedInvoice => ({
	...{ invoiceNumber, dates: [date], description: '', total: amount },
	perAccount: new Map([['sales', amount]]),
});
const sale = entry(NUMBER, '2026-09-30', 10_000);
const back = entry(CREDIT, '2026-10-01', -10_000);
const books = (...entries: BookedInvoice[]) =>
	new Map(entries.map((one) => [one.invoiceNumber, one] as const));

it('knows a total and its credit note by the numbers of both', () => {
	expect([...undone.keys()]).toEqual([NUMBER, CREDIT]);
	expect(undoneTotals(readRecords([total]), isRead).size).toBe(0);
});

it('knows one that is older than what was read by its credit note, and by no other', () => {
	const ofCredit = readRecords([credit]);
	expect([...undoneTotals(ofCredit, (date) => date < '2026-10-01').keys()]).toEqual([CREDIT]);
	expect(undoneTotals(ofCredit, isRead).size).toBe(0);
});

it('calls it nothing where the books agree, and where a half of it was not read', () => {
	expect(takenBack(undone, books(sale, back), isRead)(NUMBER)).toBe(true);
	const less = entry(CREDIT, '2026-10-01', -9_999);
	expect(takenBack(undone, books(sale, less), isRead)(NUMBER)).toBe(false);
	expect(takenBack(undone, books(sale), isRead)(CREDIT)).toBe(false);
	expect(takenBack(undone, books(sale), (date) => date > '2026-09-30')(NUMBER)).toBe(true);
	expect(takenBack(undone, books(sale, back), isRead)('W1')).toBe(false);
});

it('gives an entry whose other half is in another period, and no two of one period', () => {
	const across = undoneAcross(undone, (number) => books(back).get(number));
	expect(across.map((one) => one.entry)).toEqual([back]);
	expect(undoneAcross(undone, (number) => books(sale, back).get(number))).toEqual([]);
	// Sold in September, taken back in October: it corrects the third quarter.
	expect(statedUndone(across[0]!)).toMatchObject({
		...{ side: 'books', invoiceNumber: CREDIT, correctionOf: '2026-Q3' },
	});
});

it('knows its numbers as those of a sale and of a credit note of the shop', () => {
	const { isSale, isCredit } = alsoUndone(noNumbers, undone);
	expect([NUMBER, CREDIT, 'W1'].map(isSale)).toEqual([true, false, false]);
	expect([NUMBER, CREDIT, 'W1'].map(isCredit)).toEqual([false, true, false]);
});
