import type { SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import {
	cancelOrder,
	correctOrder,
	type ReversalInput,
} from '../../../bookkeeping/refunds/reverseOrder';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { asVersion } from '../../../bookkeeping';
import { programFault, told } from '../../support/codes';
import { draftOf, jouwWebOrder, linesOf, settingsWith, vatOf, wooCommerceOrder } from '../support';
import { booked } from './bookedDocument';
import { order, perRate, refund, refundOf, type Json } from './support';

const date = '2026-11-30';

const cancel = (input: Partial<ReversalInput>, shop = 'woocommerce') =>
	cancelOrder({ order: {}, date, ...input }, shop, settingsWith());

const correct = (input: Partial<ReversalInput>, shop = 'woocommerce') =>
	correctOrder({ order: {}, date, ...input }, shop, settingsWith());

/** 10.00 at 21 %: 12.10. */
const sale = order([{ net: 1000, rate: 21 }]);

const [woo] = settingsWith().shops;

const settingsOf = (shop: Json) =>
	settingsWith({ shops: [{ ...woo!, ...shop }] as SettingsInput['shops'] });

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

describe('what is said of a cancellation or correction (W005, J035)', () => {
	const date = '2026-11-30';
	const cancel = (input: object, settings = settingsWith()) =>
		cancelOrder({ order: sale, date, ...input }, 'woocommerce', settings);
	const correct = (input: object, settings = settingsWith()) =>
		correctOrder({ order: sale, date, ...input }, 'woocommerce', settings);
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
				'The date of the correction is not a date.',
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

	const after = order([{ net: 2000, rate: 21 }]);

	test('a correction: the credit note and the new entry, which says what it replaces', () => {
		const [credit, entry] = correct({ order: after, bookedDraft: draftOf(sale) });
		expect(credit).toMatchObject({ ...known, orderKey: `${key}/credit/1`, total: -12.1 });
		expect(credit!.draft!.notes).toEqual([]);
		expect(entry).toMatchObject({
			...known,
			outcome: 'book',
			orderKey: key,
			total: 24.2,
			vat: 4.2,
			fingerprint: 'EUR 24.20 | 21% 20.00+4.20 | to NL | no VAT number',
		});
		expect(entry!.draft!.notes).toEqual(['Replaces 1000.']);
	});

	test.each<[string, string, string, object]>([
		[
			'attention',
			'CORRECTION_NEEDS_BOOKED_DRAFT',
			'The booked draft was not handed over.',
			{ order: after },
		],
		[
			'nothingToBook',
			'ORDER_NOT_CHANGED',
			'The order is as it was booked.',
			{ bookedDraft: draftOf(sale) },
		],
	])('%s %s of a correction', (outcome, code, message, input) => {
		expect(correct(input)).toEqual([
			{ ...known, ...nothing, outcome, orderKey: key, ...told(code, message) },
		]);
	});

	test('an order is changed by its customer, accounts, amounts and cost centre, not by its words', () => {
		const kept = draftOf(sale);
		const [line] = kept.lines;
		const count = (changes: Partial<SalesEntryDraft>) =>
			correct({ bookedDraft: { ...kept, ...changes } }).length;
		expect(count({ notes: ['Note'], lines: [{ ...line!, description: 'Other words' }] })).toBe(1);
		expect(count({ lines: [{ ...line!, ledgerAccountId: 'other' }] })).toBe(2);
		expect(count({ lines: [{ ...line!, costCentreId: 'shop' }] })).toBe(2);
		expect(count({ lines: [{ ...line!, vatKind: 'other' }] })).toBe(2);
		expect(count({ customer: { kind: 'fixedDebtor', relationId: '1' } })).toBe(2);
		expect(count({ regime: 'oss' })).toBe(2);
	});

	test('an order that became free is credited; one that left the phase needs attention', () => {
		const bookedDraft = draftOf(sale);
		const free = order([{ net: 0, rate: 21 }]);
		expect(correct({ order: free, bookedDraft })).toHaveLength(1);
		expect(correct({ order: after, bookedDraft }, settingsOf({ bookFrom: '2026-04-01' }))).toEqual([
			expect.objectContaining({ outcome: 'attention', code: 'BEFORE_FIRST_DATE' }),
		]);
	});

	test('25 characters fit the number of the new entry, 26 do not', () => {
		const settings = (length: number) => settingsOf({ invoiceNumberPrefix: 'W'.repeat(length) });
		const bookedDraft = draftOf(sale);
		// 19 letters, 1000 and -2 are 25.
		expect(
			correct({ order: after, bookedDraft }, settings(19))[1]!.draft!.invoiceNumber,
		).toHaveLength(25);
		expect(correct({ order: after, bookedDraft }, settings(20))[0]).toMatchObject(
			told(
				'INVOICE_NUMBER_TOO_LONG',
				'The invoice number "WWWWWWWWWWWWWWWWWWWW1000-2" has 26 characters.',
			),
		);
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
