import { asVersion } from '../../../bookkeeping';
import { readBookedOrder, type BookedDocument } from '../../../bookkeeping/refunds/booked';
import { undoBooking, type UndoRules } from '../../../bookkeeping/refunds/undo';
import { fc, runs } from '../../support/property';
import { draftOf, settingsWith } from '../support';
import { recordOf, transformed } from '../totals/support';
import { booked, perPlace, RELATION } from './bookedDocument';
import { creditNoteOf, order, refund, refundOf, type Json, type Line } from './support';
import { inBooks, invoiceNumber, key, raw, row, rules, sale, undo } from './undoSupport';

test('a booking is credited in full, on its own day, under the key and the number of its entry', () => {
	const undone = undo([inBooks(sale)]);
	expect(undone).toMatchObject({
		...{ outcome: 'book', code: '', nextVersion: 2, total: -12.1, vat: -2.1 },
		...{ orderKey: `${key}/credit/1`, originalOrderKey: key, salesEntryId: 'e', invoiceNumber },
		draft: {
			...{ document: 'creditNote', undoes: true, invoiceDate: sale.invoiceDate },
			...{ invoiceNumber: 'C1000', description: `Credit ${invoiceNumber}` },
			customer: { kind: 'fixedDebtor', relationId: RELATION },
		},
	});
	expect(undone.draft).not.toHaveProperty('whenClosed');
});

const rate = fc.constantFrom(21, 9, 0);
const net = fc.integer({ min: 1, max: 50_000 });
const discount = fc.oneof(fc.constant(0), net);
const sold: fc.Arbitrary<Line[]> = fc.array(fc.record({ net, rate, discount }), {
	minLength: 1,
	maxLength: 5,
});

test('property: however often an order is undone and booked again, one entry of it is left, to the cent per account', () => {
	fc.assert(
		fc.property(sold, fc.integer({ min: 1, max: 4 }), (lines, times) => {
			const draft = draftOf(order(lines));
			let now = draft;
			const all = [];
			for (let version = 1; version <= times; version += 1) {
				const { draft: credit } = undo([inBooks(now)]);
				all.push(now, credit!);
				now = asVersion(draft, version + 1);
			}
			all.push(now);
			expect(perPlace(all)).toEqual(expect.objectContaining(perPlace([now])));
			const left = Object.entries(perPlace(all)).filter(([, amount]) => amount !== 0);
			const once = Object.entries(perPlace([draft])).filter(([, amount]) => amount !== 0);
			expect(Object.fromEntries(left)).toEqual(Object.fromEntries(once));
			const numbers = all.map((one) => one.invoiceNumber);
			expect(new Set(numbers).size).toBe(numbers.length);
		}),
		{ numRuns: runs(300) },
	);
});

test('what a run that broke off credited gives the same credit note, whatever is chosen by now', () => {
	const { draft: credit } = undo([inBooks(sale)]);
	const again = undo([inBooks(sale), booked(credit!, 'refund')], { settingsVersion: 2 });
	expect(again.draft).toEqual(credit);
});

test('an order that was undone is not in the books: a refund is judged by the order alone, and its sale waited for', () => {
	const { draft: credit } = undo([inBooks(sale)]);
	const documents = [inBooks(sale), booked(credit!, 'refund')];
	expect(readBookedOrder(documents, key, '1000')).toBeUndefined();
	const refunded = order([{ net: 1000, rate: 21 }], { refunds: [{ id: 2000 }] });
	const input = { order: refunded, refund: refund(2000, [], 100), booked: documents };
	expect(refundOf({ ...input, saleState: 'notKnown' })).toMatchObject({
		outcome: 'book',
		total: -1,
	});
	// A run that broke off has not handed it back: nothing is credited on what was taken back.
	expect(refundOf({ ...input, saleState: 'booked' })).toMatchObject({
		...{ outcome: 'wait', code: 'SALE_NOT_BOOKED_YET', total: null },
	});
	expect(refundOf({ ...input, saleState: 'booked', booked: [] })).toMatchObject({
		outcome: 'book',
	});
	const again = booked(draftOf(raw), 'order', { version: 2 });
	expect(readBookedOrder([again, documents[1]!], key, '1000')).toMatchObject({
		sale: { version: 2 },
		credits: [],
	});
});

test('HC-15: an order that was changed is taken back and booked as it is now; later refunds are of the new entry', () => {
	const changed = order([
		{ net: 1000, rate: 21 },
		{ net: 500, rate: 9 },
	]);
	const { draft: credit } = undo([inBooks(sale)], { settingsVersion: 2 }, { sameSettings: true });
	const entry = asVersion(draftOf(changed), 2);
	// 12.10 back; 12.10 + 5.00 + 0.45 anew.
	expect([credit?.invoiceAmount, entry.invoiceAmount]).toEqual([-12.1, 17.55]);
	expect([credit?.invoiceNumber, entry.invoiceNumber]).toEqual(['C1000', '1000-2']);
	const documents = [booked(entry, 'order', { version: 2 }), booked(credit!, 'refund')];
	const all = { order: changed, refund: refund(2000, [], 1755), booked: documents };
	const back = refundOf({ ...all, saleState: 'booked' });
	expect(back).toMatchObject({ outcome: 'book', total: -17.55, estimated: false });
	expect(back.draft?.originalInvoiceNumber).toBe('1000-2');
});

describe('is left as it is', () => {
	const credited = () =>
		booked(creditNoteOf({ order: raw, refund: refund(2000, [], 100) }), 'refund');
	const period = { shop: 'woocommerce', periodFrom: '2026-03-01', periodUntil: '2026-03-01' };

	test.each<[string, () => BookedDocument[], Json, Partial<UndoRules>]>([
		['UNDO_NOT_RECORDED', () => [], {}, {}],
		['UNDO_PAID', () => [inBooks(sale, 12.09)], {}, {}],
		['UNDO_PAID', () => [inBooks(sale, 0)], {}, { sameSettings: true, closedPeriods: true }],
		['UNDO_PAID', () => [booked(sale)], {}, {}],
		['UNDO_CREDITED', () => [inBooks(sale), credited()], {}, {}],
		['UNDO_SAME_SETTINGS', () => [inBooks(sale)], { settingsVersion: 2 }, {}],
		['UNDO_PERIOD_CHECKED', () => [inBooks(sale)], {}, { checkedPeriods: [period] }],
		['CREDITED_IN_FULL', () => [inBooks(sale)], { fingerprint: '' }, {}],
		['BOOKED_ENTRY_GONE', () => [{ record: booked(sale).record, notRead: '404' }], {}, {}],
		['BOOKED_ENTRY_NOT_READ', () => [{ record: booked(sale).record, notRead: '500' }], {}, {}],
		['SHOP_NOT_IN_SETTINGS', () => [inBooks(sale)], { shop: 'gone' }, {}],
	])('%s', (code, documents, more, how) => {
		const undone = undo(documents(), more, how);
		expect(undone).toMatchObject({ code, orderKey: key, orderNumber: '1000', invoiceNumber });
		expect(undone.outcome).not.toBe('book');
		expect(undone.draft).toBeUndefined();
	});

	test('but when somebody chose otherwise', () => {
		const chosen = { settingsVersion: 2 };
		expect(undo([inBooks(sale)], chosen, { sameSettings: true }).outcome).toBe('book');
		const checked = { checkedPeriods: [period], closedPeriods: true };
		expect(undo([inBooks(sale)], {}, checked).outcome).toBe('book');
	});

	test('not because of another shop’s or another day’s comparison', () => {
		const others = [
			{ ...period, shop: 'jouwweb' },
			{ ...period, periodFrom: '2026-02-01', periodUntil: '2026-02-28' },
			{ ...period, periodFrom: '2026-03-02', periodUntil: '2026-03-31' },
			{},
		];
		expect(undo([inBooks(sale)], {}, { checkedPeriods: others }).outcome).toBe('book');
	});
});

test('a cancellation that is credited is no undo that broke off', () => {
	const { draft: credit } = undo([inBooks(sale)]);
	const undone = undo([inBooks(sale), booked({ ...credit!, undoes: undefined }, 'refund')]);
	expect(undone).toMatchObject({ outcome: 'nothingToBook', code: 'CREDITED_IN_FULL' });
});

test('in a closed period it waits, or does as the settings say when that was chosen', () => {
	const settings = settingsWith({ closedPeriods: 'firstOpenDay', booksClosedUntil: '2026-02-28' });
	const ask = (closedPeriods: boolean) =>
		undoBooking({ row, booked: [inBooks(sale)] }, { ...rules, closedPeriods }, settings).draft;
	const until = '2026-02-28';
	expect(ask(false)?.whenClosed).toEqual({ book: 'attention', until });
	expect(ask(true)?.whenClosed).toEqual({ book: 'firstOpenDay', until });
});

test('an exchange of equal value has nothing that could be paid', () => {
	const even = {
		...sale,
		...{ invoiceAmount: 0, vat: [] },
		lines: [10, -10].map((amount) => ({
			...sale.lines[0]!,
			...{ amount, vatKind: 'none' as const, percentage: 0 },
		})),
	};
	expect(undo([booked(even)])).toMatchObject({ outcome: 'book', total: 0 });
});

test('an order in a day total is never undone, whatever is open on the total (UNDO_IN_TOTAL)', () => {
	const item = transformed();
	const { orderKey, total } = item as unknown as { orderKey: string; total: number };
	const record = { ...recordOf(item), number: 'WDAG-2026-02-28', entryId: 't', relationId: 'c' };
	// As much is open on the total as this order makes: another one of it is paid.
	for (const openAmount of [total, 2 * total, 0]) {
		const undone = undo([{ record, openAmount }], {
			...{ orderKey, snelStartNumber: 'WDAG-2026-02-28', salesEntryId: 't' },
		});
		expect(undone).toMatchObject({
			...{ outcome: 'attention', code: 'UNDO_IN_TOTAL' },
			facts: { number: 'WDAG-2026-02-28' },
		});
		expect(undone).not.toHaveProperty('draft');
	}
});
