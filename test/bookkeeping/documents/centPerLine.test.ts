import { missedVat, withEnoughLines } from '../../../bookkeeping/documents/centPerLine';
import type { OpenLine, OpenVat } from '../../../bookkeeping/refunds/openSale';
import { draftOf } from '../support';
import { creditNoteOf, order, refund, type Line } from '../refunds/support';

const line = (cents: number, ledgerAccountId = 'a'): OpenLine => ({
	role: 'product',
	description: 'A thing',
	ledgerAccountId,
	vatKind: 'high',
	percentage: 21,
	cents,
});
const vat = (cents: number): OpenVat => ({ percentage: 21, cents, booked: { vatKind: 'high' } });

test('by how much VAT misses its rate', () => {
	// 16.71 at 21 % is 3.5091, and 3.49 misses that by 1.91 cents.
	expect(missedVat(1671, 349, 21)).toBe(191);
	expect(missedVat(-1671, -349, 21)).toBe(191);
	expect(missedVat(1670, 350, 21)).toBe(70);
});

test.each([
	// 100.00 at 21 % is 21.00.
	[[10_000], 2_100, [10_000]],
	[[10_000], 2_101, [10_000]],
	[[10_000], 2_102, [5_000, 5_000]],
	[[10_000], 2_097, [3_334, 3_333, 3_333]],
	[[-10_000], -2_102, [-5_000, -5_000]],
	[[100, 9_900], 2_103, [100, 4_950, 4_950]],
])('%j with VAT %i is given in lines %j', (nets, cents, expected) => {
	const lines = withEnoughLines(
		nets.map((net) => line(net)),
		[vat(cents)],
	);
	expect(lines.map((one) => one.cents)).toEqual(expected);
	expect(lines.every(({ ledgerAccountId }) => ledgerAccountId === 'a')).toBe(true);
});

test('lines of other rates stay as they are, and so does a line too small to be given in parts', () => {
	const other = { ...line(10_000), percentage: 9 };
	expect(withEnoughLines([other], [vat(5)])).toEqual([other]);
	expect(withEnoughLines([line(1)], [vat(5)])).toEqual([line(1)]);
});

/** VAT that was rounded line by line: 66.78 at 21 % would be 14.02. */
const sold: Line[] = [
	{ net: 3_339, rate: 21, vat: 701 },
	{ net: 3_339, rate: 21, vat: 700 },
];

test('20.20 of 80.79 at 21 %: the share of the order, which SnelStart takes', () => {
	expect(draftOf(order(sold))).toMatchObject({ invoiceAmount: 80.79, vat: [{ amount: 14.01 }] });
	const credit = creditNoteOf({ order: order(sold), refund: refund(1, [], 2_020) });
	// 14.01 × 20.20 / 80.79 = 3.5029
	expect(credit).toMatchObject({ invoiceAmount: -20.2, vat: [{ amount: -3.5 }] });
	expect(credit.lines.map(({ amount }) => amount)).toEqual([-16.7]);
});
