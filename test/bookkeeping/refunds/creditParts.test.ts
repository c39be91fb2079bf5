import type { CreditNoteDraft, EntryDraft } from '../../../bookkeeping/documents/draft';
import { creditedInvoices, partsOf } from '../../../bookkeeping/refunds/creditParts';

const creditNote = (more: Partial<CreditNoteDraft>) =>
	({ document: 'creditNote', lines: [], vat: [], ...more }) as unknown as EntryDraft;

// Goods of 50.00 and 21 % VAT in W28, a gift card of 25.00 in W28-G.
test.each([
	[
		'both entries',
		{ own: 6050, beside: 2500 },
		[
			{ invoiceNumber: 'W28', creditNoteNumber: 'CW28', amount: 6050 },
			{ invoiceNumber: 'W28-G', creditNoteNumber: 'CW28-G', amount: 2500 },
		],
	],
	[
		'the goods alone',
		{ own: 6050, beside: 0 },
		[{ invoiceNumber: 'W28', creditNoteNumber: 'CW28', amount: 6050 }],
	],
	// One credit note alone has the number itself: nothing stands beside it.
	[
		'the card alone',
		{ own: 0, beside: 2500 },
		[{ invoiceNumber: 'W28-G', creditNoteNumber: 'CW28', amount: 2500 }],
	],
])('a credit note of %s stands against the entry that it takes back', (_what, parts, invoices) => {
	expect(creditedInvoices('W28', 'CW28', parts)).toEqual(invoices);
});

test('a draft says of which entry it takes back how much', () => {
	const beside = { customer: { kind: 'fixedDebtor' }, lines: [{ amount: -25 }] } as never;
	expect(partsOf(creditNote({ invoiceAmount: -60.5, beside }))).toEqual({
		own: 6050,
		beside: 2500,
	});
	expect(partsOf(creditNote({ invoiceAmount: -25, ofBeside: true }))).toEqual({
		own: 0,
		beside: 2500,
	});
});
