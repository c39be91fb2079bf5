import { bySums, type CsvEntry } from '../../../../bookkeeping/payments/payouts/csvReadings';

const entry = (type: CsvEntry['type'], gross: number, fee = 0, net = gross - fee): CsvEntry => ({
	...{ type, gross, fee, feeVat: 0, net },
	date: '2026-11-24',
});
const sale = entry('payment', 50, 1);
const figures = (entries: readonly CsvEntry[]) => entries.map(({ gross, fee }) => [gross, fee]);

test('the usual reading where it makes what was paid out, else the only other one that does', () => {
	const other = [entry('payment', 50, 2)];
	expect(figures(bySums([() => [sale], () => other], 4_900))).toEqual([[50, 1]]);
	expect(figures(bySums([() => [sale], () => other], 4_800))).toEqual([[50, 2]]);
	expect(figures(bySums([() => [sale], () => other], 4_700))).toEqual([[50, 1]]);
	expect(bySums([], 0)).toEqual([]);
});

test('a line that does not add up fits nothing', () => {
	const off = [entry('payment', 50, 1, 48)];
	expect(figures(bySums([() => off, () => [entry('payment', 50, 2)]], 4_800))).toEqual([[50, 2]]);
});

test('what goes out without a minus: each kind by itself, or both; never one that has a minus', () => {
	const both = [sale, entry('refund', 10), entry('fee', 3)];
	const made = (paidOut: number, entries = both) => figures(bySums([() => entries], paidOut));
	// 49 − 10 + 3, 49 + 10 − 3, 49 − 10 − 3.
	expect(made(4_200)).toEqual([
		[50, 1],
		[-10, 0],
		[3, 0],
	]);
	expect(made(5_600)).toEqual([
		[50, 1],
		[10, 0],
		[-3, 0],
	]);
	expect(made(3_600)).toEqual([
		[50, 1],
		[-10, 0],
		[-3, 0],
	]);
	const given = [sale, entry('fee', -3), entry('fee', 2)];
	expect(made(4_600, given)).toEqual([
		[50, 1],
		[-3, 0],
		[2, 0],
	]);
	// The VAT of a fee goes with it.
	const vat = { ...entry('fee', 3), feeVat: -3 };
	expect(bySums([() => [sale, vat]], 4_600)[1]).toMatchObject({ gross: -3, feeVat: 3, net: -3 });
});

test('several readings that fit are none', () => {
	const alike = [sale, entry('refund', 10), entry('fee', 10)];
	expect(figures(bySums([() => alike], 4_900))).toEqual(figures(alike));
});
