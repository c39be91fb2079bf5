import { bookingOf, entriesOf, together } from '../../../bookkeeping/reconciliation/bookings';
import type { BookedInvoice } from '../../../bookkeeping/reconciliation/books';
import { readRecords } from '../../../bookkeeping/reconciliation/records';

const entry = (invoiceNumber: string, total: number, account = 'high'): BookedInvoice => ({
	...{ invoiceNumber, total, description: '', dates: [`2026-11-0${invoiceNumber.length}`] },
	perAccount: new Map([[account, total]]),
});
const numbers = {
	credit: (id: string) => `CW${id}`,
	isSale: () => false,
	isCredit: () => false,
};
const find = (entries: BookedInvoice[], records: object[] = []) =>
	bookingOf(
		{ invoiceNumber: 'W28', orderKey: 'c/s/28' },
		new Map(entries.map((one) => [one.invoiceNumber, one])),
		readRecords(records as never),
		numbers,
	);
const named = (entries: BookedInvoice[], records: object[] = []) => {
	const { base, later, credits } = find(entries, records);
	return [base, later, credits].map((found) =>
		[found ?? []].flat().map(({ invoiceNumber }) => invoiceNumber),
	);
};

test('an entry by its number, what replaced it and what took it back', () => {
	const entries = ['W28', 'CW28', 'W28-2', 'CW28-2', 'W28-3', 'W29', 'W28-5'].map((number) =>
		entry(number, 100),
	);
	expect(named(entries)).toEqual([['W28'], ['W28-2', 'W28-3'], ['CW28', 'CW28-2']]);
	expect(entriesOf(find(entries))).toHaveLength(5);
});

test('an entry under the number that was booked once, and a credit note under any number', () => {
	const records = [
		{ documentKey: 'c/s/28', kind: 'order', document: 'salesEntry', number: '28' },
		{
			...{ documentKey: 'c/s/28/credit/1', parentKey: 'c/s/28', document: 'creditNote' },
			number: 'K1',
		},
		{
			...{ documentKey: 'c/s/28/refund/66', parentKey: 'c/s/28', document: 'creditNote' },
			number: 'CW66',
		},
	];
	expect(named([entry('28', 100), entry('K1', -100), entry('CW66', -1)], records)).toEqual([
		...[['28'], [], ['K1']],
	]);
	expect(named([])).toEqual([[], [], []]);
});

test('together they are one, dated as the first', () => {
	const all = [entry('W28', 100), entry('CW28', -100), entry('W28-2', 70, 'low')];
	const one = together(find(all))!;
	expect([one.total, [...one.perAccount], one.dates]).toEqual([70, [['low', 70]], ['2026-11-03']]);
	expect(together(find([]))).toBeUndefined();
	expect(together(find([entry('W28', 100)]))).toMatchObject({ total: 100 });
});
