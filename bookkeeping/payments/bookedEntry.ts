import { z } from 'zod';

import { Finding } from '../trade/findings';
import { entryKinds } from '../trade/entryKinds';
import { INVOICE_NUMBER_LENGTH } from '../trade/invoiceNumber';
import { whenClosedSchema } from '../documents/openDay';
import { sum, toEuro, type Cents, fromEuro } from '../money/money';

const NUMBER_LENGTH = 25;
/** What each part of a number of two parts may keep. */
const HALF = 12;
const DESCRIPTION_LENGTH = 250;

const hasCents = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
const amount = z.number().finite().refine(hasCents, 'An amount has at most two decimals');
const side = z.number().finite().nonnegative().refine(hasCents, 'At most two decimals');

/** A line on a ledger account; exactly one of debit and credit is filled (BOE-0076, BOE-0091). */
export const ledgerLineSchema = z.object({
	role: z.enum(['clearing', 'costs', 'transfer', 'reserve', 'loan', 'exchange', 'vat']),
	description: z.string().min(1).max(DESCRIPTION_LENGTH),
	ledgerAccountId: z.string().min(1),
	debit: side,
	credit: side,
	/** The VAT of a line of a bank entry, in `vatLines`; none when it is left out. */
	vatKind: z.literal('high').optional(),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** VAT to claim back at the high rate, beside lines with that VAT (BOE-0053). */
export const vatLineSchema = z.object({ debit: side, credit: side });
export type VatLine = z.infer<typeof vatLineSchema>;

/** A line that settles the open item of a sales entry (J163, J170). */
export const salesLineSchema = z.object({
	orderKey: z.string(),
	orderNumber: z.string(),
	invoiceNumber: z.string().min(1).max(INVOICE_NUMBER_LENGTH),
	/** The sales entry to settle; empty until the open item has been looked up (J162). */
	salesEntryId: z.string().optional(),
	/**
	 * Of an order or credit note in two entries, the other one. How much of an amount is for which is
	 * what is open of each when it is booked: what does not fit on this one goes on that one.
	 */
	other: z
		.object({
			invoiceNumber: z.string().min(1).max(INVOICE_NUMBER_LENGTH),
			salesEntryId: z.string().optional(),
		})
		.optional(),
	/**
	 * With VAT. Positive settles the invoice: credit in a bank or cash entry, the signed amount in a
	 * memorial (SS-462). A refund is negative.
	 */
	amount,
	description: z.string().max(DESCRIPTION_LENGTH),
});
export type SalesLine = z.infer<typeof salesLineSchema>;

/** What bank, cash and memorial entries have in common (SS-234). */
export const bookedEntryFields = {
	kind: z.enum(entryKinds),
	journalId: z.string().min(1),
	/** Calendar date, yyyy-MM-dd. */
	date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
	/** The document number (boekstuk). */
	number: z.string().min(1).max(NUMBER_LENGTH),
	description: z.string().min(1).max(DESCRIPTION_LENGTH),
	/** Bank and cash: what came in or went out; never both (BOE-0027). Memorial: both zero. */
	received: side,
	spent: side,
	ledgerLines: z.array(ledgerLineSchema),
	salesLines: z.array(salesLineSchema),
	/** Only in bank entries: a memorial has its VAT on a ledger account (SS-234). */
	vatLines: z.array(vatLineSchema).optional(),
	/** As for sales entries; VAT returns that were filed count only where it moves VAT (`movesVat`). */
	whenClosed: whenClosedSchema.optional(),
	notes: z.array(z.string()),
};
const bookedEntrySchema = z.object(bookedEntryFields);
export type BookedEntry = z.infer<typeof bookedEntrySchema>;

/** A line on one side: a positive amount is debit, a negative one credit. Zero gives no line. */
export function debitLine(
	role: LedgerLine['role'],
	ledgerAccountId: string,
	cents: Cents,
	description: string,
): LedgerLine[] {
	if (cents === 0) return [];
	const [debit, credit] = cents > 0 ? [cents, 0] : [0, -cents];
	return [{ role, description, ledgerAccountId, debit: toEuro(debit), credit: toEuro(credit) }];
}

/** What came in or went out, for a bank or cash entry. */
export function movement(cents: Cents): { received: number; spent: number } {
	return cents >= 0
		? { received: toEuro(cents), spent: 0 }
		: { received: 0, spent: toEuro(-cents) };
}

/** Document numbers keep the end of a long reference: beginnings such as `ch_3` are all alike. */
export function documentNumber(reference: string): string {
	return reference.slice(-NUMBER_LENGTH).trim();
}

/**
 * The document number of a payment: the provider's id of the transaction (J168) and the invoice,
 * since several orders can be paid in one transaction. It depends on the payment alone, whatever
 * else was booked before it. When both are too long, each keeps its end.
 *
 * @param reference empty when the provider's id is not known
 */
export function paymentNumber(reference: string, invoiceNumber: string): string {
	if (reference === '') return documentNumber(invoiceNumber);
	const invoice = invoiceNumber.slice(-Math.max(HALF, NUMBER_LENGTH - 1 - reference.length));
	return `${reference.slice(-(NUMBER_LENGTH - 1 - invoice.length))}-${invoice}`;
}

/**
 * Cents by which an entry is out of balance. Bank and cash: received − spent = credits − debits;
 * memorial: debits = credits (SS-463). With a settling sales line as a credit both
 * are the same sum.
 */
export function imbalance(entry: BookedEntry): Cents {
	return (
		fromEuro(entry.received) -
		fromEuro(entry.spent) +
		sum(
			[...entry.ledgerLines, ...(entry.vatLines ?? [])].map(
				({ debit, credit }) => fromEuro(debit) - fromEuro(credit),
			),
		) -
		sum(entry.salesLines.map((line) => fromEuro(line.amount)))
	);
}

/**
 * No entry leaves without proof that it balances and that SnelStart can take it.
 *
 * @throws Finding ENTRY_NOT_BALANCED.
 */
export function proveEntry(entry: BookedEntry): void {
	const gap = imbalance(entry);
	if (gap !== 0) throw new Finding('ENTRY_NOT_BALANCED', { case: 'sides', gap });
	const { kind, received, spent, ledgerLines, salesLines, vatLines = [] } = entry;
	if (received !== 0 && spent !== 0)
		throw new Finding('ENTRY_NOT_BALANCED', { case: 'receivedAndSpent' });
	if (kind === 'memorial' && (received !== 0 || spent !== 0)) {
		throw new Finding('ENTRY_NOT_BALANCED', { case: 'memorial' });
	}
	if (kind === 'memorial' && vatLines.length > 0) {
		throw new Finding('ENTRY_NOT_BALANCED', { case: 'memorialVat' });
	}
	const sided = [...ledgerLines, ...vatLines];
	if (sided.some(({ debit, credit }) => (debit === 0) === (credit === 0))) {
		throw new Finding('ENTRY_NOT_BALANCED', { case: 'debitAndCredit' });
	}
	const lines = ledgerLines.length + salesLines.length;
	if (lines < (kind === 'memorial' ? 2 : 1)) {
		throw new Finding('ENTRY_NOT_BALANCED', { case: 'tooFewLines' });
	}
	const checked = bookedEntrySchema.safeParse(entry);
	if (!checked.success) throw notValid(checked.error.issues[0]?.path.join('.'));
}

/** What the schema of an entry refuses, by the field. */
export function notValid(field: string | undefined): Finding {
	return new Finding('ENTRY_NOT_BALANCED', field ? { case: 'field', field } : { case: 'form' });
}
