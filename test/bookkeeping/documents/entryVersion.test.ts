import { asVersion } from '../../../bookkeeping';
import { versionedNumber } from '../../../bookkeeping/documents/entryVersion';
import { draftOf } from '../support';
import { order } from '../refunds/support';

const sale = draftOf(order([{ net: 1000, rate: 21 }]));

test('the first entry has the number of the order, the next ones their place behind it', () => {
	expect([1, 2, 12].map((version) => versionedNumber('W28', version))).toEqual([
		...['W28', 'W28-2', 'W28-12'],
	]);
});

test('a number that gets too long is told, with what it would be', () => {
	const number = 'W'.repeat(23);
	expect(versionedNumber(number, 2)).toHaveLength(25);
	expect(() => versionedNumber(`${number}W`, 2)).toThrow(/26/);
});

test('a draft gets its number and says which entry it is', () => {
	expect(asVersion(sale, 1)).toBe(sale);
	const { invoiceNumber } = sale;
	expect(asVersion(sale, 2)).toEqual({ ...sale, invoiceNumber: `${invoiceNumber}-2`, version: 2 });
});

test('a correction has its own version, and a credit note its own number', () => {
	const correction = { ...sale, invoiceNumber: 'W28-3', version: 3 };
	expect(asVersion(correction, 2)).toBe(correction);
	const credit = { ...sale, document: 'creditNote' as const, estimated: false };
	const note = { ...credit, originalInvoiceNumber: 'W28', originalOrderKey: 'k' };
	expect(asVersion(note, 2)).toBe(note);
});
