import type { DraftText } from '../../../bookkeeping/codes/draftTexts';
import type { CreditNoteDraft, SalesEntryDraft } from '../../../bookkeeping/documents/draft';
import type { Credit } from '../../../bookkeeping/refunds/credit';
import {
	creditNoteNumberOf,
	draftCreditNote,
	readBookedCreditNotes,
	readBookedDraft,
} from '../../../bookkeeping/refunds/creditNote';
import { draftOf, settingsWith } from '../support';
import { creditNoteOf, order, refund, refundOf, type Json } from './support';

/** 10.00 at 21 %: 12.10. */
const sale = order([{ net: 1000, rate: 21 }]);

const [woo] = settingsWith().shops;

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
		notes: ['A note.' as DraftText],
		...changes,
	});
	const names = { orderKey: 'key', number: '2000', date: '2026-04-01' };
	const draft = (
		changes: Partial<Credit> = {},
		booked: Partial<SalesEntryDraft> = {},
		shop: Json = {},
	) =>
		draftCreditNote(
			credit(changes),
			{ ...draftOf(sale), ...booked },
			names,
			{ ...woo!, ...shop },
			'en',
		);

	test('everything', () => {
		const booked = draftOf(sale);
		expect(draft()).toEqual({
			document: 'creditNote',
			orderKey: 'key',
			orderNumber: '1000',
			invoiceNumber: 'C2000',
			invoiceDate: '2026-04-01',
			paymentTermDays: 14,
			deliveryCountry: 'NL',
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
		'%j is not a credit note of the order',
		(value) => {
			expect(() => readBookedCreditNotes(value, key)).toThrow(
				invalid('An earlier credit note is not one, or belongs to another order.'),
			);
		},
	);
});

describe('the number of the shop’s own credit note', () => {
	const settings = settingsWith({
		shops: [
			{ ...woo!, invoiceNumberPrefix: 'W-', creditNoteNumberField: '_wcpdf_credit_note_number' },
		],
	});
	const numbered = (value: string) => ({
		...refund(2000, [{ net: 1000, rate: 21, of: 0 }]),
		meta_data: [{ key: '_wcpdf_credit_note_number', value }],
	});

	test('is that of the credit note, with the prefix of invoices', () => {
		const credit = creditNoteOf({ order: sale, refund: numbered('CN-2026-007') }, settings);
		expect(credit.invoiceNumber).toBe('W-CN-2026-007');
	});

	test('is told of when the shop has not given it', () => {
		expect(refundOf({ order: sale, refund: numbered('') }, settings)).toMatchObject({
			outcome: 'attention',
			code: 'INVOICE_NUMBER_MISSING',
			facts: { field: '_wcpdf_credit_note_number' },
		});
	});

	test('is what the refund payment settles', () => {
		const one = numbered('CN-7');
		const [shop] = settings.shops;
		expect(creditNoteNumberOf('2000', shop!, { ...sale, refunds: [one] })).toBe('W-CN-7');
		expect(creditNoteNumberOf('2000', shop!, sale)).toBe('CW-2000');
	});
});
