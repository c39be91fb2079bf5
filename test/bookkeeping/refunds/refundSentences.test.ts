import type { CreditNoteDraft, SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import { programFault, told } from '../../support/codes';
import {
	draftCreditNote,
	readBookedCreditNotes,
	readBookedDraft,
} from '../../../bookkeeping/refunds/creditNote';
import type { Credit } from '../../../bookkeeping/refunds/credit';
import { cancelOrder, correctOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../../bookkeeping/refunds/transformRefund';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { draftOf, settingsWith } from '../support';
import { creditNoteOf, order, refund, refundOf, type Json } from './support';

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

describe('what is said of a refund', () => {
	const known = {
		orderKey: 'test-client/woocommerce/1000/refund/2000',
		originalOrderKey: 'test-client/woocommerce/1000',
		client: 'test-client',
		shop: 'woocommerce',
		orderId: '1000',
		orderNumber: '1000',
		orderStatus: 'processing',
		refundId: '2000',
	};
	const unknown = { total: null, vat: null, regime: '', fingerprint: '', estimated: false };

	test('that is booked', () => {
		const { draft, ...said } = refundOf({
			order: sale,
			refund: refund(2000, [{ net: 500, rate: 21, of: 0 }]),
		});
		expect(said).toEqual({
			...known,
			outcome: 'book',
			total: -6.05,
			vat: -1.05,
			regime: 'domestic',
			fingerprint: 'EUR -6.05 | 21% -5.00+-1.05',
			estimated: false,
			code: '',
			message: '',
			tip: '',
			facts: {},
		});
		expect(draft!.lines[0]).toMatchObject({ reason: 'As in the booking of 1000' });
	});

	test.each<[string, string, string, Json, Json]>([
		['nothingToBook', 'REFUND_EMPTY', 'The refund is 0.00.', {}, refund(2000, [], 0)],
		[
			'wait',
			'REFUND_ORDER_NOT_BOOKED',
			'The status of the order is "pending", which is not booked.',
			{ status: 'pending' },
			refund(2000, [], 100),
		],
		[
			'nothingToBook',
			'REFUND_ORDER_SKIPPED',
			'The status of the order is "failed", which is not booked.',
			{ status: 'failed' },
			refund(2000, [], 100),
		],
		...['date_paid', 'date_paid_gmt'].map((field): [string, string, string, Json, Json] => [
			'attention',
			'REFUND_ORDER_SKIPPED',
			'The status of the order is "failed", which is not booked. It was paid, so it may have been booked before.',
			{ status: 'failed', [field]: '2026-03-01T11:00:00' },
			refund(2000, [], 100),
		]),
		[
			'attention',
			'REFUND_EXCEEDS_ORDER',
			'The refund is 1.00, the order is free.',
			{ total: '0.00', line_items: [], tax_lines: [] },
			refund(2000, [], 100),
		],
		[
			'attention',
			'REFUNDS_INCOMPLETE',
			'The order names refund 1998, 1999, which was not handed over.',
			{ refunds: [{ id: 1998 }, { id: 1999 }, { id: 2000 }, { id: 2001 }] },
			refund(2000, [], 100),
		],
	])('%s %s', (outcome, code, message, changes, one) => {
		const raw = { ...sale, ...changes };
		expect(refundOf({ order: raw, refund: one })).toEqual({
			...known,
			...unknown,
			orderStatus: raw.status,
			outcome,
			...told(code, message),
		});
	});

	test('of a sale that is credited in full in the books', () => {
		const input = { order: sale, refund: refund(2000, [], 100), saleState: 'credited' as const };
		expect(refundOf(input)).toEqual({
			...known,
			...unknown,
			outcome: 'nothingToBook',
			...told('CREDITED_IN_FULL', 'The whole order is credited in the books.'),
		});
	});

	test.each<[string, string, string, Json]>([
		// The order is of 2026-03-01, the refund of 2026-04-01 (W087).
		[
			'attention',
			'REFUND_OF_EARLIER_ORDER',
			'The order is of 2026-03-01; orders are booked from 2026-04-01. The refund is of 2026-04-01.',
			{ bookFrom: '2026-04-01' },
		],
		[
			'nothingToBook',
			'BEFORE_FIRST_DATE',
			'The order is of 2026-03-01; orders are booked from 2026-04-02.',
			{ bookFrom: '2026-04-02' },
		],
		[
			'nothingToBook',
			'PAYMENT_METHOD_NOT_LIVE',
			'The payment method is "ideal"; booked are cod.',
			{ bookFrom: '2026-01-01', paymentMethodsToBook: ['cod'] },
		],
	])('%s %s: of an order that is not booked', (outcome, code, message, shop) => {
		const input = { order: sale, refund: refund(2000, [], 100) };
		expect(refundOf(input, settingsOf(shop))).toMatchObject({ outcome, ...told(code, message) });
	});

	test('of a shop that sends none (J003)', () => {
		const input = { order: { id: 1, orderNumber: '7' }, refund: refund(2000, [], 100) };
		expect(transformRefund(input, 'jouwweb', settingsWith())).toMatchObject({
			outcome: 'attention',
			orderKey: 'test-client/jouwweb/1/refund/unreadable',
			refundId: '',
			...told('REFUNDS_NOT_OFFERED', 'The shop "jouwweb" sends no refunds.'),
		});
	});

	test('that breaks', () => {
		expect(refundOf({ order: broken(sale, 'tax_lines'), refund: refund(2000, [], 100) })).toEqual({
			...known,
			...unknown,
			outcome: 'attention',
			...programFault('TypeError'),
		});
		expect(refundOf({ order: null, refund: null })).toMatchObject({
			orderKey: 'test-client/woocommerce/unreadable/refund/unreadable',
			originalOrderKey: 'test-client/woocommerce/unreadable',
			...{ orderId: '', orderNumber: '', orderStatus: '', refundId: '' },
		});
	});

	test('of an order that a gift card paid in part, without lines (HC-08)', () => {
		const bookedDraft = { ...draftOf(sale), giftCard: { amount: 5, ledgerAccountId: 'cards' } };
		expect(refundOf({ order: sale, refund: refund(2000, [], 100), bookedDraft })).toMatchObject(
			told(
				'REFUND_GIFT_CARD',
				'A gift card paid a part of the order, and the refund has no lines.',
			),
		);
	});

	test('that an earlier one makes unclear: the earlier one is named', () => {
		const unclear = refund(1999, [{ net: 500, rate: 21, of: 0 }], 300);
		expect(
			refundOf({ order: sale, refund: refund(2000, [], 100), earlierRefunds: [unclear] }),
		).toMatchObject(
			told(
				'EARLIER_REFUND_UNCLEAR',
				'Refund 1999 came before. The amount of the refund is 3.00, its lines make 6.05.',
			),
		);
		const unread = broken(refund(1999, [], 100), 'amount');
		expect(
			refundOf({ order: sale, refund: refund(2000, [], 100), earlierRefunds: [unread] }),
		).toMatchObject(
			told('EARLIER_REFUND_UNCLEAR', 'Refund 1999 came before. It could not be read.'),
		);
	});

	test('earlier refunds count by their numbers, not by their letters; an empty one takes nothing', () => {
		// 900 came before 1000: 12.10 less 10.00 leaves 2.10 for 1000; 999 is empty.
		const earlierRefunds = [refund(999, [], 0), refund(1001, [], 100), refund(900, [], 1000)];
		expect(refundOf({ order: sale, refund: refund(1000, [], 210), earlierRefunds })).toMatchObject({
			outcome: 'book',
			estimated: false,
		});
		expect(refundOf({ order: sale, refund: refund(1000, [], 212), earlierRefunds })).toMatchObject(
			told('REFUND_EXCEEDS_ORDER', 'The refund is 2.12, left of the order is 2.10.'),
		);
	});

	test('each earlier refund takes from what the ones before it left, oldest first', () => {
		// 8.00 of 12.10, then 4.10 with a cent too much: only after the first one is that too much.
		const earlierRefunds = [refund(1999, [], 410), refund(900, [], 800)];
		expect(refundOf({ order: sale, refund: refund(2000, [], 1), earlierRefunds })).toMatchObject(
			told('REFUND_EXCEEDS_ORDER', 'The refund is 0.01, left of the order is 0.00.'),
		);
	});

	test('kept credit notes: not this one, nor one that a correction took back', () => {
		const input = { order: sale, refund: refund(2000, [], 1210) };
		const own = creditNoteOf(input);
		const other = creditNoteOf({ order: sale, refund: refund(1999, [], 210) });
		const reversal = { ...other, orderKey: 'test-client/woocommerce/1000/credit/1' };
		const former = { ...reversal, originalInvoiceNumber: '999' };
		const total = (earlierCreditNotes: unknown) => refundOf({ ...input, earlierCreditNotes }).code;
		expect(total([own])).toBe('');
		expect(total([former])).toBe('');
		expect(total([other])).toBe('REFUND_EXCEEDS_ORDER');
		expect(total([reversal])).toBe('REFUND_EXCEEDS_ORDER');
		expect(total(other)).toBe('REFUND_EXCEEDS_ORDER');
	});
});

describe('the credit note (W043, W053, W063)', () => {
	const line = {
		role: 'product' as const,
		description: 'Mug',
		ledgerAccountId: 'goods',
		vatKind: 'high' as const,
		percentage: 21,
		cents: 500,
	};
	const credit = (changes: Partial<Credit> = {}): Credit => ({
		lines: [line],
		vat: [{ percentage: 21, cents: 105, booked: { vatKind: 'high' } }],
		estimated: false,
		notes: ['A note.'],
		...changes,
	});
	const names = { orderKey: 'key', number: '2000', date: '2026-04-01' };
	const draft = (
		changes: Partial<Credit> = {},
		booked: Partial<SalesEntryDraft> = {},
		shop: Json = {},
	) =>
		draftCreditNote(credit(changes), { ...draftOf(sale), ...booked }, names, { ...woo!, ...shop });

	test('everything', () => {
		const booked = draftOf(sale);
		expect(draft()).toEqual({
			document: 'creditNote',
			orderKey: 'key',
			orderNumber: '1000',
			invoiceNumber: 'C2000',
			invoiceDate: '2026-04-01',
			paymentTermDays: 14,
			description: 'Credit 1000',
			invoiceAmount: -6.05,
			customer: booked.customer,
			lines: [
				{
					...{ role: 'product', description: 'Mug', ledgerAccountId: 'goods', vatKind: 'high' },
					...{ percentage: 21, amount: -5, reason: 'As in the booking of 1000' },
				},
			],
			vat: [{ vatKind: 'high', percentage: 21, amount: -1.05 }],
			regime: 'domestic',
			regimeReason: booked.regimeReason,
			notes: ['A note.'],
			originalInvoiceNumber: '1000',
			originalOrderKey: 'test-client/woocommerce/1000',
			estimated: false,
		} satisfies CreditNoteDraft);
	});

	test('names the order too where its number is another one', () => {
		expect(draft({}, { invoiceNumber: 'W-7' }).description).toBe('Credit W-7 / 1000');
	});

	test('a negative line stays one of the other sign, and nothing is minus zero', () => {
		const off = { ...line, role: 'discount' as const, cents: -500 };
		const nothing = draft({ lines: [line, off], vat: [] });
		expect(nothing.lines.map(({ amount }) => amount)).toEqual([-5, 5]);
		expect(Object.is(nothing.invoiceAmount, 0)).toBe(true);
	});

	test('25 characters fit, 26 do not', () => {
		expect(draft({}, {}, { invoiceNumberPrefix: 'W'.repeat(20) }).invoiceNumber).toHaveLength(25);
		expect(() =>
			draft({}, {}, { invoiceNumberPrefix: 'W'.repeat(20), creditNoteNumberPrefix: 'CR' }),
		).toThrow(
			expect.objectContaining({
				code: 'INVOICE_NUMBER_TOO_LONG',
				message: 'The credit note number "CRWWWWWWWWWWWWWWWWWWWW2000" has 26 characters.',
			}),
		);
	});

	test('VAT only cannot be booked', () => {
		expect(() => draft({ lines: [] })).toThrow(
			expect.objectContaining({
				code: 'REFUND_ONLY_VAT',
				message: 'The credit note would hold VAT only.',
			}),
		);
	});

	test('what does not hold never leaves', () => {
		expect(() => draft({}, { paymentTermDays: -1 })).toThrow(
			expect.objectContaining({
				code: 'DRAFT_NOT_EXACT',
				message: 'The credit note is not valid: paymentTermDays.',
			}),
		);
		const marked = [{ vatKind: 'reverseCharge' as const, percentage: 21, amount: 0.01 }];
		expect(() => draft({}, { vat: marked })).toThrow(
			expect.objectContaining({ message: 'The credit note is not valid: a gap of 0.01.' }),
		);
	});
});

describe('drafts that were kept', () => {
	const kept = draftOf(sale);
	const key = kept.orderKey;
	const note = creditNoteOf({ order: sale, refund: refund(2000, [], 100) });
	const invalid = (message: string) =>
		expect.objectContaining({ code: 'BOOKED_DRAFT_INVALID', message });

	test('as objects or as the texts of tables', () => {
		expect(readBookedDraft(kept, key)).toEqual(kept);
		expect(readBookedDraft(JSON.stringify(kept), key)).toEqual(kept);
		const texts = [JSON.stringify(note), note];
		expect(readBookedCreditNotes(texts, key)).toEqual([note, note]);
		expect(readBookedCreditNotes(JSON.stringify([note]), key)).toEqual([note]);
		expect(readBookedCreditNotes(note, key)).toEqual([note]);
		expect(readBookedCreditNotes([], key)).toEqual([]);
	});

	test.each<[unknown, string]>([
		['{', 'The booked draft cannot be read: all.'],
		[
			{ ...kept, lines: [{ ...kept.lines[0], amount: 'x' }] },
			'The booked draft cannot be read: lines.0.amount.',
		],
		[{ ...kept, orderKey: 'other' }, 'The booked draft belongs to another order.'],
	])('%j', (value, message) => {
		expect(() => readBookedDraft(value, key)).toThrow(invalid(message));
	});

	test.each<[unknown]>([['{'], [kept], [{ ...note, originalOrderKey: 'other' }], [[note, {}]]])(
		'%j is no credit note of the order',
		(value) => {
			expect(() => readBookedCreditNotes(value, key)).toThrow(
				invalid('An earlier credit note is none, or belongs to another order.'),
			);
		},
	);
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
			fingerprint: 'EUR 24.20 | 21% 20.00+4.20',
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
