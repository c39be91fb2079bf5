import type { PreviewRow } from '../../../bookkeeping/orders/preview';
import { previewSummary } from '../../../bookkeeping/reconciliation/previewSummary';
import { besideItsSale, previewRefund } from '../../../bookkeeping/refunds/previewRefund';
import { statedRefund } from '../../../bookkeeping/refunds/transformRefund';
import { settingsWith, transform } from '../support';
import { order, refund, refundOf, type Json } from './support';

/** 10.00 at 21 % and 20.00 at 9 %: 12.10 and 21.80. */
const LINES = [
	{ net: 1000, rate: 21 },
	{ net: 2000, rate: 9 },
];
const sold = (refunds: Json[], changes: Json = {}) => order(LINES, { refunds, ...changes });

const BOOKS = settingsWith({ ordersWithRefunds: 'book' });

const preview = (one: Json, changes: Json = {}) => {
	const input = { order: sold([one], changes), refund: one };
	const transformed = besideItsSale(refundOf(input, BOOKS), transform(input.order, BOOKS));
	return {
		transformed,
		row: previewRefund(transformed, statedRefund(input, 'woocommerce', BOOKS), 'en'),
	};
};

/** Half of the second line goes back: 10.00 and 0.90 of VAT. */
const HALF = refund(2001, [{ net: 1000, rate: 9, of: 1 }]);

test('a credit note as it would be booked, beside the refund in the shop, below zero', () => {
	expect(preview(HALF).row).toMatchObject<Partial<PreviewRow>>({
		...{ orderNumber: '1000', refund: '2001', date: '2026-04-01', outcome: 'book', code: '' },
		...{ regime: 'domestic', customer: 'consumer' },
		...{ shopTotal: -10.9, bookedTotal: -10.9, totalDifference: 0 },
		...{ shopVat: '9 %: -0.90', bookedVat: '9 %: -0.90', vatDifference: 0 },
		lines: expect.stringContaining('-10.00'),
	});
});

test('of an amount only the shop states no VAT, so there is nothing to compare', () => {
	expect(preview(refund(2001, [], 500)).row).toMatchObject({
		...{ shopTotal: -5, bookedTotal: -5, totalDifference: 0 },
		...{ shopVat: '', bookedVat: expect.stringMatching(/-0\./), vatDifference: null },
		notes: expect.stringContaining('no VAT'),
	});
});

test('it waits where its order would not be booked, and shows what it would be', () => {
	const settings = settingsWith({ ordersWithRefunds: 'attention' });
	const input = { order: sold([HALF]), refund: HALF };
	const sale = transform(input.order, settings);
	expect(sale.outcome).toBe('attention');
	const waiting = besideItsSale(refundOf(input, settings), sale);
	expect(previewRefund(waiting, undefined, 'en')).toMatchObject({
		...{ outcome: 'wait', code: 'SALE_NOT_BOOKED_YET', bookedTotal: -10.9, shopTotal: null },
		tip: expect.stringMatching(/./),
	});
	expect(besideItsSale(refundOf(input, settings), undefined).outcome).toBe('wait');
});

test('one that cannot be credited says why', () => {
	expect(preview(refund(2001, [], 99_900)).row).toMatchObject({
		...{ refund: '2001', outcome: 'attention', code: expect.stringMatching(/^[A-Z_]+$/) },
		...{ shopTotal: -999, bookedTotal: null, totalDifference: null },
	});
});

test('of a refund in another currency the figures of the shop are left out', () => {
	const settings = settingsWith({
		exchangeRates: { use: 'fixed', rates: [{ currency: 'USD', rate: '1.1000' }] },
	});
	const input = { order: sold([HALF], { currency: 'USD' }), refund: HALF };
	const { draft, ...rest } = refundOf(input, settings);
	if (!draft) throw new Error(`${rest.code}: ${rest.message}`);
	const stated = statedRefund(input, 'woocommerce', settings);
	expect(previewRefund({ ...rest, draft }, stated, 'en')).toMatchObject({
		...{ shopTotal: null, totalDifference: null, shopVat: '', vatDifference: null },
		bookedTotal: draft.invoiceAmount,
	});
});

test('a refund that nobody can read is stated by nobody', () => {
	expect(statedRefund({ order: {}, refund: 1 }, 'woocommerce', settingsWith())).toBeUndefined();
});

test('accounts and boxes are less by what is credited, and not by what waits', () => {
	const { transformed } = preview(HALF);
	const sale = transform(sold([HALF]), BOOKS);
	const box = (refunds: (typeof transformed)[]) =>
		previewSummary([sale], BOOKS, refunds).filter(({ name }) => name === '1b');
	const sold9 = { kind: 'box', name: '1b', orders: 1, amount: 20, vat: 1.8 };
	expect(box([])).toEqual([sold9]);
	expect(box([transformed])).toEqual([{ ...sold9, amount: 10, vat: 0.9 }]);
	expect(box([{ ...transformed, outcome: 'wait' }])).toEqual([sold9]);
});
