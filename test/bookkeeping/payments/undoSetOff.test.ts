import { setOffOfCredit, setOffOfUndo, undoBooking } from '../../../bookkeeping';
import { draftOf, settingsWith } from '../support';
import { booked } from '../refunds/bookedDocument';
import { order } from '../refunds/support';

const sale = draftOf(order([{ net: 1000, rate: 21 }]));
const row = {
	...{ orderKey: sale.orderKey, client: 'test-client', shop: 'woocommerce' },
	...{ orderId: '1000', orderNumber: '1000', fingerprint: 'x', settingsVersion: 1 },
};
const rules = { settingsVersion: 2, closedPeriods: true, sameSettings: false, checkedPeriods: [] };
const settings = settingsWith({ setOffJournalId: 'memorial' });
const undone = (open = 12.1, how = settings) =>
	undoBooking({ row, booked: [{ ...booked(sale), openAmount: open }] }, rules, how);

test('an undone entry and its credit note are settled with each other, on the day of both', () => {
	expect(setOffOfUndo(undone(), settings)).toMatchObject({
		outcome: 'book',
		paymentKey: `${sale.orderKey}/set-off-C1000`,
		orderKey: sale.orderKey,
		draft: {
			...{ document: 'payment', kind: 'memorial', journalId: 'memorial', amount: 0 },
			...{ date: sale.invoiceDate, received: 0, spent: 0, ledgerLines: [] },
			salesLines: [
				{ invoiceNumber: sale.invoiceNumber, amount: 12.1 },
				{ invoiceNumber: 'C1000', amount: -12.1 },
			],
		},
	});
});

test('as the settings say where books are closed', () => {
	const closed = settingsWith({
		...{ setOffJournalId: 'memorial', closedPeriods: 'firstOpenDay' },
		booksClosedUntil: '2026-06-30',
	});
	expect(setOffOfUndo(undone(12.1, closed), closed)?.draft.whenClosed).toEqual({
		book: 'firstOpenDay',
		until: '2026-06-30',
	});
});

test('not without a journal, nor of what is left as it is', () => {
	expect(setOffOfUndo(undone(), settingsWith())).toBeUndefined();
	expect(setOffOfUndo(undone(0), settings)).toBeUndefined();
});

describe('tried again, by the row of the credit note', () => {
	const { draft, orderKey: creditKey, originalOrderKey: parentKey } = undone();
	const credit = {
		...{
			orderKey: creditKey,
			kind: 'refund',
			parentKey,
			client: 'test-client',
			shop: 'woocommerce',
		},
		...{ orderId: '1000', orderNumber: '1000', orderStatus: '', orderDate: draft!.invoiceDate },
		...{ originalInvoiceNumber: sale.invoiceNumber, snelStartNumber: draft!.invoiceNumber },
		total: -12.1,
	};

	test('it is the same memorial under the same key', () => {
		expect(setOffOfCredit(credit, settings)).toEqual(setOffOfUndo(undone(), settings));
	});

	test('by the settings of today where books are closed', () => {
		const closed = settingsWith({ setOffJournalId: 'memorial', closedPeriods: 'firstOpenDay' });
		expect(setOffOfCredit(credit, closed)?.draft.whenClosed).toEqual({ book: 'firstOpenDay' });
	});

	test('not without a journal, nor where nothing was open', () => {
		expect(setOffOfCredit(credit, settingsWith())).toBeUndefined();
		expect(setOffOfCredit({ ...credit, total: 0 }, settings)).toBeUndefined();
		expect(setOffOfCredit({ ...credit, total: null }, settings)).toBeUndefined();
	});
});
