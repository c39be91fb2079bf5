import { cancelOrder, type ReversalInput } from '../../../bookkeeping/refunds/reverseOrder';
import { asVersion } from '../../../bookkeeping';
import { programFault, told } from '../../support/codes';
import { draftOf, jouwWebOrder, settingsWith, wooCommerceOrder } from '../support';
import { booked } from './bookedDocument';
import { order, perRate, refund, type Json } from './support';

const date = '2026-11-30';

const cancel = (input: Partial<ReversalInput>, shop = 'woocommerce') =>
	cancelOrder({ order: {}, date, ...input }, shop, settingsWith());

/** 10.00 at 21 %: 12.10. */
const sale = order([{ net: 1000, rate: 21 }]);

/** An object that cannot be read: whatever is asked of this field breaks. */
const broken = (raw: Json, field: string): Json =>
	Object.defineProperty({ ...raw }, field, {
		enumerable: true,
		get: () => {
			throw new TypeError('broken');
		},
	});

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

describe('what is said of a cancellation (W005)', () => {
	const date = '2026-11-30';
	const cancel = (input: object, settings = settingsWith()) =>
		cancelOrder({ order: sale, date, ...input }, 'woocommerce', settings);
	const known = {
		originalOrderKey: 'test-client/woocommerce/1000',
		client: 'test-client',
		shop: 'woocommerce',
		orderId: '1000',
		orderNumber: '1000',
		orderStatus: 'processing',
		orderDate: date,
	};
	const nothing = { total: null, vat: null, regime: '', fingerprint: '' };
	const key = known.originalOrderKey;

	test('that is booked', () => {
		const [{ draft, ...said } = { draft: undefined }] = cancel({});
		expect(said).toEqual({
			...known,
			outcome: 'book',
			orderKey: `${key}/credit/1`,
			total: -12.1,
			vat: -2.1,
			regime: 'domestic',
			fingerprint: 'EUR -12.10 | 21% -10.00+-2.10',
			code: '',
			message: '',
			tip: '',
			facts: {},
		});
		expect(draft).toMatchObject({ invoiceNumber: 'C1000', notes: [], estimated: false });
	});

	test('is said of the entry that it takes back, so that the credit note of an undone one hides nothing', () => {
		const paid = {
			...sale,
			date_paid_gmt: '2026-03-02T10:00:00',
			date_paid: '2026-03-02T11:00:00',
		};
		const entry = (version: number) => [booked(asVersion(draftOf(sale), version))];
		for (const version of [1, 2]) {
			expect(cancel({ order: paid, booked: entry(version) })[0]).toMatchObject({
				...{ outcome: 'attention', code: 'PAID_AND_CANCELLED' },
				orderKey: `${key}/credit/${version}`,
			});
		}
	});

	test('by the draft that was kept, not by the order', () => {
		const bookedDraft = draftOf(order([{ net: 500, rate: 9 }]));
		expect(cancel({ bookedDraft })[0]).toMatchObject({ total: -5.45 });
		expect(cancel({ bookedDraft: {} })[0]).toMatchObject({ code: 'BOOKED_DRAFT_INVALID' });
	});

	test.each<[string, string, string, object]>([
		['nothingToBook', 'FREE_ORDER', 'The order is free.', { order: order([{ net: 0, rate: 21 }]) }],
		[
			'nothingToBook',
			'CREDITED_IN_FULL',
			'Nothing is left of the order.',
			{ earlierRefunds: [refund(2000, [], 1210)] },
		],
		...['2026-02-30', '30-11-2026', 'on 2026-11-30', '', '2026-13-01'].map(
			(wrong): [string, string, string, object] => [
				'attention',
				'DATE_UNREADABLE',
				'The day to book the credit note on is not a date.',
				{ date: wrong },
			],
		),
		['attention', 'CONTENT_UNREADABLE', 'TypeError', { order: broken(sale, 'status') }],
	])('%s %s', (outcome, code, message, input) => {
		const isUnread = code === 'CONTENT_UNREADABLE';
		const unread = { ...known, orderId: '', orderNumber: '', orderStatus: '' };
		const place = 'test-client/woocommerce/unreadable';
		expect(cancel(input)).toEqual([
			{
				...(isUnread ? { ...unread, originalOrderKey: place } : known),
				...nothing,
				...((isUnread || code === 'DATE_UNREADABLE') && { orderDate: '' }),
				outcome,
				orderKey: isUnread ? place : `${key}/credit/1`,
				...(isUnread ? programFault(message) : told(code, message)),
			},
		]);
	});

	test('a moment counts by its day', () => {
		expect(cancel({ date: '2026-11-30T23:00:00Z' })[0]!.draft!.invoiceDate).toBe(date);
	});

	test('what is booked as a sales order is credited by hand', () => {
		const revenueGroups = (['none', 'low', 'high'] as const).map((vatKind) => ({
			vatKind,
			revenueGroupId: vatKind,
		}));
		const settings = settingsWith({ document: 'salesOrder', salesOrders: { revenueGroups } });
		expect(cancel({}, settings)[0]).toMatchObject(
			told('CREDIT_OF_SALES_ORDER', 'The order is booked as a sales order.'),
		);
	});

	test('the refunds of the raw order do not stop its sale from being found', () => {
		const raw = { ...sale, refunds: [{ id: 2000 }] };
		expect(cancel({ order: raw, earlierRefunds: [refund(2000, [], 210)] })[0]).toMatchObject({
			outcome: 'book',
			total: -10,
		});
	});
});
