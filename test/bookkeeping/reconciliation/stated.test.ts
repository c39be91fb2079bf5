import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import type { Booking } from '../../../bookkeeping/reconciliation/bookings';
import type { BookedInvoice } from '../../../bookkeeping/reconciliation/books';
import type { KnownBooking } from '../../../bookkeeping/reconciliation/records';
import { statedDocuments, statedTotal } from '../../../bookkeeping/reconciliation/stated';

/** Sold in Belgium for € 100.00 and 21 % VAT, on the last day of the third quarter. */
const draft = {
	...{ document: 'salesEntry', invoiceNumber: 'W1', invoiceDate: '2026-09-30', regime: 'oss' },
	...{ deliveryCountry: 'BE', customer: { kind: 'fixedDebtor' } },
	lines: [
		{ role: 'product', ledgerAccountId: 'sales', amount: 100, percentage: 21 },
		{ role: 'vat', ledgerAccountId: 'vat', amount: 21, percentage: 21 },
	],
} as unknown as EntryDraft;

const entry = (invoiceNumber: string, date: string, amount: number): BookedInvoice => ({
	...{ invoiceNumber, dates: [date], description: '', total: amount },
	perAccount: new Map([['sales', amount]]),
});
const sale = entry('W1', '2026-09-30', 10_000);
const credit = entry('CW1', '2026-10-02', -10_000);
const again = entry('W1-2', '2026-10-02', 10_000);

/** As the booking record of the credit note says: what it took back stood under Germany. */
const record = {
	...{ number: 'CW1', regime: 'oss', deliveryCountry: 'DE' },
	charged: [{ ledgerAccountId: 'sales', percentage: 19, turnover: -10_000, vat: -1_900 }],
} as unknown as KnownBooking;
const recordOf = (number: string) => (number === 'CW1' ? record : undefined);

const inFourth = (date: string): boolean => date >= '2026-10-01';
const stated = (booking: Booking, inPeriod: (date: string) => boolean, isSteps = false) =>
	statedDocuments({ draft, booking, isSteps }, inPeriod, recordOf).map((one) => [
		...[one.side, one.invoiceNumber, one.country, one.correctionOf],
		one.charged.map(({ turnover, vat }) => [turnover, vat]),
	]);

const charged = [
	[10_000, 0],
	[0, 2_100],
];

it('counts a sale in its own quarter, on both sides', () => {
	const booking = { base: sale, later: [], credits: [] };
	expect(stated(booking, (date) => !inFourth(date))).toEqual([
		['shop', 'W1', 'BE', '', charged],
		['books', 'W1', 'BE', '', charged],
	]);
	expect(stated(booking, inFourth)).toEqual([]);
});

it('art. 369g(4): what undid a sale in a later quarter corrects the quarter of the sale, as it was booked', () => {
	const booking = { base: sale, later: [again], credits: [credit] };
	expect(stated(booking, inFourth)).toEqual([
		['books', 'W1-2', 'BE', '2026-Q3', charged],
		['books', 'CW1', 'DE', '2026-Q3', [[-10_000, -1_900]]],
	]);
	// The sale itself stood under what the credit note took back, with the sign turned.
	expect(stated(booking, (date) => !inFourth(date))).toEqual([
		['shop', 'W1', 'BE', '', charged],
		['books', 'W1', 'DE', '', [[10_000, 1_900]]],
	]);
});

it('goes by the order where a record does not say what was charged', () => {
	const booking = { base: sale, later: [], credits: [credit] };
	const silent = (number: string) => ({ ...record, number, charged: [] });
	const [stood] = statedDocuments({ draft, booking, isSteps: false }, inFourth, silent);
	expect(stood).toMatchObject({
		...{ invoiceNumber: 'CW1', country: 'BE' },
		charged: [{ turnover: 10_000 }, { vat: 2_100 }],
	});
});

it('takes steps that agree together for what the shop says too', () => {
	const booking = { base: sale, later: [], credits: [credit] };
	expect(stated(booking, inFourth, true).map(([side, number]) => [side, number])).toEqual([
		['shop', 'CW1'],
		['books', 'CW1'],
	]);
});

it('states a day total that was undone in a later quarter by its record, as a correction', () => {
	expect(statedTotal(record, entry('CWDAG', '2026-10-02', -10_000), '2026-09-30')).toMatchObject({
		...{ side: 'books', invoiceNumber: 'CWDAG', regime: 'oss', country: 'DE' },
		...{ correctionOf: '2026-Q3', charged: record.charged },
	});
});
