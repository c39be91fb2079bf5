import { shops } from '../../../bookkeeping/shops';
import { readOrder } from '../../../bookkeeping/orders/readOrder';
import { readSetOffs } from '../../../bookkeeping/payments/setOff';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { sum } from '../../../bookkeeping/money/money';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import { fc, runs } from '../../support/property';
import { cardForms, cardOrder, goodsLine, refundOfLine, vatOn } from '../giftCards/support';
import { draftOf, wooCommerceOrder } from '../support';
import { ideal, paymentSettings } from './support';

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

test('where a gift card paid a part, the cancellation fills it again, and the rest is set off', () => {
	const [shop] = settings.shops;
	const raw = order({ ...unpaid, status: 'cancelled' });
	const identity = { id: '29', number: '29', status: 'cancelled' };
	const read = readOrder(identity, raw, shop!, settings);
	const own = { ...shops.wooCommerce.payment(raw, shop!, []), entryVersion: 1 };
	const setOffsWith = (paidByGiftCard: number) =>
		readSetOffs(raw, { ...read, paidByGiftCard }, shop!, own).map(({ amount }) => amount);
	expect(setOffsWith(0)).toEqual([1_295]);
	expect(setOffsWith(500)).toEqual([795]);
	expect(setOffsWith(1_295)).toEqual([]);
});

describe('an order that is not paid, with refunds by hand, cancelled or not, a card for a part', () => {
	const withCards = paymentSettings({
		paymentMethods: [{ ...ideal, paymentMethod: 'ideal' }],
		...{ giftCardAccountId: 'gift cards', giftCardJournalId: 'memorial journal' },
		...{ setOffJournalId: 'memorial journal', ordersWithRefunds: 'book' as const },
	});
	const text = (cents: number) => (cents / 100).toFixed(2);
	const cents = (euro: number) => Math.round(euro * 100);

	/** What stays open of the invoice and of all credit notes, by document number. */
	function openOf(raw: Json, isCancelled: boolean): Map<string, number> {
		const refunds = raw.refunds as Json[];
		const credits = refunds.map(
			(one) =>
				transformRefund(
					{ order: raw, refund: one, earlierRefunds: refunds, saleState: 'booked' },
					'woocommerce',
					withCards,
				).draft!,
		);
		const cancellation = isCancelled
			? cancelOrder(
					{ order: raw, date: '2026-10-03', earlierRefunds: refunds },
					'woocommerce',
					withCards,
				).flatMap(({ draft }) => draft ?? [])
			: [];
		const sale = draftOf({ ...raw, status: 'processing', refunds: [] }, withCards);
		const open = new Map(
			[sale, ...credits, ...cancellation].map((one) => [
				one.invoiceNumber,
				cents(one.invoiceAmount),
			]),
		);
		for (const { draft } of transformPayments(raw, 'woocommerce', withCards)) {
			for (const { invoiceNumber, amount } of draft?.salesLines ?? []) {
				open.set(invoiceNumber, (open.get(invoiceNumber) ?? 0) - cents(amount));
			}
		}
		return open;
	}

	test('60.50 with 25.00 by card, cancelled: nothing stays open on both sides', () => {
		const raw = cardOrder('35.50', {
			...{ date_paid: null, date_paid_gmt: null, status: 'cancelled' },
			gift_cards: [{ id: 1, code: 'TEST', amount: '25.00' }],
		});
		expect(openOf(raw, true)).toEqual(
			new Map([
				['830', 0],
				['C830', 0],
			]),
		);
	});

	test('nothing stays open but what the customer still owes', () => {
		const shape = fc.record({
			nets: fc.array(fc.integer({ min: 100, max: 20_000 }), { minLength: 1, maxLength: 3 }),
			/** How much of the order a card pays, in percent. */
			share: fc.integer({ min: 0, max: 100 }),
			form: fc.integer({ min: 0, max: cardForms.length - 1 }),
			refunded: fc.integer({ min: 0, max: 3 }),
			isCancelled: fc.boolean(),
		});
		fc.assert(
			fc.property(shape, ({ nets, share, form, refunded, isCancelled }) => {
				const due = sum(nets.map((net) => net + vatOn(net)));
				const card = Math.floor((due * share) / 100);
				let toGive = due - card;
				const refunds = nets.slice(0, refunded).map((net, at) => {
					const back = Math.min(toGive, net + vatOn(net));
					toGive -= back;
					return { ...refundOfLine(900 + at, back, net, at + 1), refunded_payment: false };
				});
				const vat = sum(nets.map(vatOn));
				const raw = cardOrder(text(due - card), {
					...{ date_paid: null, date_paid_gmt: null, total_tax: text(vat) },
					...(card > 0 && cardForms[form]!(card)),
					line_items: nets.map((net, at) => goodsLine(at + 1, net)),
					tax_lines: [{ id: 901, rate_id: 1, rate_percent: 21, tax_total: text(vat) }],
					...{ refunds, status: isCancelled ? 'cancelled' : 'processing' },
				});
				const { '830': ofInvoice, ...ofCredits } = Object.fromEntries(openOf(raw, isCancelled));
				expect(ofInvoice).toBe(isCancelled ? 0 : toGive);
				expect(Object.values(ofCredits)).toEqual(Object.keys(ofCredits).map(() => 0));
			}),
			{ numRuns: runs(200) },
		);
	});
});
