import { shops } from '../../../bookkeeping/shops';
import { readOrder } from '../../../bookkeeping/orders/readOrder';
import { readSetOffs } from '../../../bookkeeping/payments/setOff';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { wooCommerceOrder } from '../support';
import { paymentSettings } from './support';

type Json = Record<string, unknown>;

/** Recorded: order 29 of 12.95, paid on 2026-11-22. */
const order = (changes: Json = {}) => wooCommerceOrder('rest_simple_nl', changes);
const unpaid = { date_paid: null, date_paid_gmt: null, status: 'on-hold' };
const settings = { ...paymentSettings(), setOffJournalId: 'set-off journal' };
const refund = (id: number, amount: string, day: string, changes: Json = {}) => ({
	...{ id, amount, refunded_payment: false, line_items: [] },
	date_created_gmt: `${day}T10:00:00`,
	...changes,
});

const setOffsOf = (raw: Json, by = settings) =>
	transformPayments(raw, 'woocommerce', by).filter(({ paymentKey }) =>
		paymentKey.includes('/set-off-'),
	);

test('a refund by hand of an order that is not paid: its credit note and the invoice, and no money', () => {
	const raw = order({ ...unpaid, refunds: [refund(70, '2.95', '2026-11-23')] });
	const [setOff, ...others] = setOffsOf(raw);
	expect(others).toEqual([]);
	expect(setOff).toMatchObject({
		outcome: 'book',
		paymentKey: 'test-client/woocommerce/29/set-off-70',
		amount: 0,
		draft: {
			document: 'payment',
			kind: 'memorial',
			journalId: 'set-off journal',
			date: '2026-11-23',
			number: 'C70-29',
			amount: 0,
			received: 0,
			spent: 0,
			ledgerLines: [],
			salesLines: [
				{ invoiceNumber: '29', amount: 2.95 },
				{ invoiceNumber: 'C70', amount: -2.95 },
			],
		},
	});
});

test.each([
	['by hand before it was paid', {}, '2026-11-20', {}, ['set-off-70']],
	['by hand on the day it was paid', {}, '2026-11-22', {}, []],
	['by hand after it was paid', {}, '2026-11-25', {}, []],
	['by the provider', {}, '2026-11-20', { refunded_payment: true }, []],
	['of which only the amount is known', {}, '2026-11-20', { refunded_payment: undefined }, []],
])('a refund %s', (_, changes, day, ofRefund, expected) => {
	const one: Json = refund(70, '2.95', day, ofRefund);
	if (one.refunded_payment === undefined) delete one.refunded_payment;
	const keys = setOffsOf(order({ ...changes, refunds: [one] })).map(({ paymentKey }) =>
		paymentKey.split('/').at(-1),
	);
	expect(keys).toEqual(expected);
});

test('an order that was cancelled and never paid: what refunds left of it', () => {
	const cancelled = { ...unpaid, status: 'cancelled', date_modified_gmt: '2026-12-01T10:00:00' };
	expect(setOffsOf(order(cancelled))).toMatchObject([
		{
			paidOn: '2026-12-01',
			draft: {
				salesLines: [
					{ invoiceNumber: '29', amount: 12.95 },
					{ invoiceNumber: 'C29', amount: -12.95 },
				],
			},
		},
	]);
	const refunds = [refund(70, '2.95', '2026-11-23')];
	const drafts = setOffsOf(order({ ...cancelled, refunds })).map(({ draft }) => draft!);
	// 2.95 with its own credit note, 10.00 with that of the cancellation: 12.95 in all.
	expect(drafts.map(({ salesLines }) => salesLines.map(({ amount }) => amount))).toEqual([
		[2.95, -2.95],
		[10, -10],
	]);
	expect(setOffsOf(order({ status: 'cancelled' }))).toEqual([]);
});

test('an order that was undone, booked again and cancelled: both numbers of the newest entry', () => {
	const cancelled = { ...unpaid, status: 'cancelled', date_modified_gmt: '2026-12-01T10:00:00' };
	const setOffs = transformPayments(order(cancelled), 'woocommerce', settings, 2).filter(
		({ paymentKey }) => paymentKey.includes('/set-off-'),
	);
	expect(setOffs.map(({ draft }) => draft?.salesLines)).toMatchObject([
		[
			{ invoiceNumber: '29-2', amount: 12.95 },
			{ invoiceNumber: 'C29-2', amount: -12.95 },
		],
	]);
});

test('nothing is left to pay of an order that was refunded by hand before it was paid', () => {
	const raw = order({ ...unpaid, refunds: [refund(70, '12.95', '2026-11-23')] });
	const own = transformPayments(raw, 'woocommerce', settings).find(({ paymentKey }) =>
		paymentKey.endsWith('/paid'),
	);
	expect(own).toMatchObject({ outcome: 'nothingToBook', code: 'FREE_ORDER', amount: 0 });
});

test('without a journal nothing is settled', () => {
	const raw = order({ ...unpaid, refunds: [refund(70, '2.95', '2026-11-23')] });
	expect(setOffsOf(raw, paymentSettings() as typeof settings)).toEqual([]);
});

test('a payment method that nobody set up makes no difference', () => {
	const raw = order({
		...unpaid,
		payment_method: 'cheque',
		payment_method_title: 'Cheque',
		refunds: [refund(70, '2.95', '2026-11-23')],
	});
	expect(setOffsOf(raw)).toHaveLength(1);
});

test('where a gift card paid, the cancellation fills it again and is not set off', () => {
	const [shop] = settings.shops;
	const raw = order({ ...unpaid, status: 'cancelled' });
	const identity = { id: '29', number: '29', status: 'cancelled' };
	const read = readOrder(identity, raw, shop!, settings);
	const own = { ...shops.wooCommerce.payment(raw, shop!, []), entryVersion: 1 };
	expect(readSetOffs(raw, read, shop!, own)).toHaveLength(1);
	expect(readSetOffs(raw, { ...read, paidByGiftCard: 500 }, shop!, own)).toEqual([]);
});
