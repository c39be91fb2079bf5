import {
	cancelOrder,
	correctOrder,
	type ReversalInput,
} from '../../../bookkeeping/refunds/reverseOrder';
import { draftOf, jouwWebOrder, linesOf, settingsWith, vatOf, wooCommerceOrder } from '../support';
import { order, perRate, refund, refundOf } from './support';

const date = '2026-11-30';
const cancel = (input: Partial<ReversalInput>, shop = 'woocommerce') =>
	cancelOrder({ order: {}, date, ...input }, shop, settingsWith());
const correct = (input: Partial<ReversalInput>, shop = 'woocommerce') =>
	correctOrder({ order: {}, date, ...input }, shop, settingsWith());

describe('an order cancelled after it was booked (HC-24, W005)', () => {
	test('is credited in full, whatever its status', () => {
		const [result] = cancel({ order: wooCommerceOrder('rest_status_cancelled') });
		const sale = draftOf(wooCommerceOrder('rest_status_cancelled', { status: 'processing' }));
		expect(result).toMatchObject({ outcome: 'book', total: -sale.invoiceAmount });
		expect(result!.draft).toMatchObject({
			document: 'creditNote',
			invoiceDate: date,
			invoiceNumber: `C${wooCommerceOrder('rest_status_cancelled').id}`,
			originalInvoiceNumber: sale.invoiceNumber,
			description: `Credit ${sale.invoiceNumber}`,
		});
		for (const both of Object.values(perRate([sale, result!.draft!]))) expect(both).toEqual([0, 0]);
	});

	test('what was refunded before is left out', () => {
		const raw = order([{ net: 1000, rate: 21 }], { refunds: [{ id: 2000 }] });
		const [result] = cancel({ order: raw, earlierRefunds: [refund(2000, [], 210)] });
		// 12.10 less 2.10.
		expect(result).toMatchObject({ outcome: 'book', total: -10 });
		expect(cancel({ order: raw })[0]).toMatchObject({ code: 'REFUNDS_INCOMPLETE' });
		const [nothing] = cancel({ order: raw, earlierRefunds: [refund(2000, [], 1210)] });
		expect(nothing).toMatchObject({ outcome: 'nothingToBook', code: 'CREDITED_IN_FULL' });
	});

	test('a JouwWeb order too', () => {
		const raw = jouwWebOrder(440001);
		const [result] = cancel({ order: raw }, 'jouwweb');
		expect(result!.total).toBe(-draftOf(raw).invoiceAmount);
	});

	test.each([
		['FREE_ORDER', 'nothingToBook', { order: wooCommerceOrder('rest_free_100pct') }],
		['CURRENCY_NOT_EUR', 'attention', { order: wooCommerceOrder('rest_currency_usd') }],
		['DATE_UNREADABLE', 'attention', { order: order([{ net: 1, rate: 0 }]), date: '2026-02-30' }],
		['ORDER_UNREADABLE', 'attention', { order: null }],
	])('%s', (code, outcome, input) => {
		expect(cancel(input)).toEqual([expect.objectContaining({ code, outcome })]);
	});

	test('has the key of its credit note even when there is none: that of the order is the sale', () => {
		const raw = order([{ net: 1000, rate: 21 }], { refunds: [{ id: 2000 }] });
		expect(cancel({ order: raw })[0]).toMatchObject({
			code: 'REFUNDS_INCOMPLETE',
			orderKey: 'test-client/woocommerce/1000/credit/1',
			originalOrderKey: 'test-client/woocommerce/1000',
		});
	});
});

describe('an order changed after it was booked (J035, HC-15)', () => {
	const before = order([{ net: 1000, rate: 21 }]);
	const after = order([
		{ net: 1000, rate: 21 },
		{ net: 500, rate: 9 },
	]);

	test('is credited as it was booked and booked anew as it is, both on the given date', () => {
		const [credit, entry, ...others] = correct({ order: after, bookedDraft: draftOf(before) });
		expect(others).toEqual([]);
		expect(credit!.draft).toMatchObject({
			document: 'creditNote',
			orderKey: 'test-client/woocommerce/1000/credit/1',
			invoiceNumber: 'C1000',
			invoiceAmount: -12.1,
			invoiceDate: date,
		});
		expect(entry!.draft).toMatchObject({
			document: 'salesEntry',
			orderKey: 'test-client/woocommerce/1000',
			invoiceNumber: '1000-2',
			invoiceDate: date,
			// 12.10 + 5.00 + 0.45.
			invoiceAmount: 17.55,
			version: 2,
		});
		expect(vatOf(entry!.draft!)).toEqual({ 21: 2.1, 9: 0.45 });
		expect(linesOf(credit!.draft!)).toEqual([['product', '21 products', -10]]);
	});

	test('a second correction has numbers of its own', () => {
		const [, entry] = correct({ order: after, bookedDraft: draftOf(before) });
		const [credit, again] = correct({ order: before, bookedDraft: JSON.stringify(entry!.draft) });
		expect(credit!.draft).toMatchObject({
			invoiceNumber: 'C1000-2',
			originalInvoiceNumber: '1000-2',
			invoiceAmount: -17.55,
		});
		expect(again!.draft).toMatchObject({ invoiceNumber: '1000-3', invoiceAmount: 12.1 });
	});

	test('later refunds are credited on the new entry, less earlier ones only', () => {
		const first = refund(2000, [], 210);
		const refunded = refundOf({ order: before, refund: first, bookedDraft: draftOf(before) });
		const [credit, entry] = correct({ order: after, bookedDraft: draftOf(before) });
		const input = {
			bookedDraft: entry!.draft,
			earlierCreditNotes: [refunded.draft, credit!.draft],
		};
		// 17.55 less the 2.10 that went back before.
		const rest = refundOf({ ...input, order: after, refund: refund(2001, [], 1545) });
		expect(rest).toMatchObject({ outcome: 'book', total: -15.45, estimated: false });
		expect(rest.draft!.originalInvoiceNumber).toBe('1000-2');
	});

	test('that is free by now is only credited', () => {
		const results = correct({ order: order([{ net: 0, rate: 21 }]), bookedDraft: draftOf(before) });
		expect(results.map(({ total }) => total)).toEqual([-12.1]);
	});

	test.each([
		['ORDER_NOT_CHANGED', 'nothingToBook', { order: before, bookedDraft: draftOf(before) }],
		['CORRECTION_NEEDS_BOOKED_DRAFT', 'attention', { order: after }],
		['BOOKED_DRAFT_INVALID', 'attention', { order: after, bookedDraft: {} }],
		[
			'CURRENCY_NOT_EUR',
			'attention',
			{ order: { ...after, currency: 'USD' }, bookedDraft: draftOf(before) },
		],
	])('%s', (code, outcome, input) => {
		expect(correct(input)).toEqual([expect.objectContaining({ code, outcome })]);
	});
});
