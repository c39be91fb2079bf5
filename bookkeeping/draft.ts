import { z } from 'zod';

/**
 * VAT kinds of a line in the trade's words. SnelStart calls them Geen, Laag, Hoog and Overig on a
 * line, and uses a second vocabulary on the document (J147, SnelStart reference 4.2 rule 3); the
 * SnelStart node alone translates.
 */
export const vatKinds = ['none', 'low', 'high', 'other'] as const;
export type VatKind = (typeof vatKinds)[number];

/** How an order is treated for VAT. */
export const regimes = ['domestic', 'icp', 'export'] as const;
export type Regime = (typeof regimes)[number];

/** An amount in euro as it leaves the bookkeeping core: a number with at most two decimals. */
const amount = z
	.number()
	.finite()
	.refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
		message: 'An amount has at most two decimals',
	});

/** A postal address; `street` includes the house number, `country` is the two-letter ISO code. */
export const addressSchema = z.object({
	contact: z.string(),
	street: z.string(),
	postcode: z.string(),
	city: z.string(),
	country: z.string(),
});
export type Address = z.infer<typeof addressSchema>;

/**
 * The customer (debiteur) of a draft: an existing relation that the settings name for the payment
 * method (J070), or a card that is found or else created (J050).
 */
export const customerDraftSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('fixedDebtor'), relationId: z.string() }),
	z.object({
		kind: z.enum(['business', 'consumer']),
		name: z.string().min(1).max(50),
		email: z.string().max(250),
		phone: z.string().max(25),
		vatNumber: z.string().max(50),
		chamberOfCommerceNumber: z.string().max(12),
		address: addressSchema,
	}),
]);
export type CustomerDraft = z.infer<typeof customerDraftSchema>;

export const draftLineSchema = z.object({
	role: z.enum(['product', 'shipping', 'discount', 'fee', 'rounding']),
	description: z.string().max(250),
	ledgerAccountId: z.string().min(1),
	/** Without VAT. Negative for discounts; never zero (BOE-0028). */
	amount,
	vatKind: z.enum(vatKinds),
	costCentreId: z.string().optional(),
	/** Which rule of the settings gave the line its account and VAT. */
	reason: z.string(),
});
export type DraftLine = z.infer<typeof draftLineSchema>;

/**
 * What must stand in the books for one order: a sales entry (verkoopboeking) that adds up to the
 * cent. Written by the transformer, executed by the SnelStart node's Sales Entry → Book.
 */
export const salesEntryDraftSchema = z.object({
	document: z.literal('salesEntry'),
	/** Client, shop and the shop's own immutable id: the business key that prevents doubles. */
	orderKey: z.string().min(1),
	orderNumber: z.string(),
	invoiceNumber: z.string().min(1).max(25),
	/** Calendar date in the shop's zone, yyyy-MM-dd. */
	invoiceDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
	paymentTermDays: z.number().int().min(0).max(999),
	description: z.string().max(250),
	/** With VAT; equals the lines plus the VAT rows exactly (BOE-0039). */
	invoiceAmount: amount,
	customer: customerDraftSchema,
	lines: z.array(draftLineSchema).min(1),
	/** One row per VAT kind that carries VAT; empty when nothing is taxed. */
	vat: z.array(
		z.object({ vatKind: z.enum(['low', 'high', 'other']), percentage: z.number(), amount }),
	),
	regime: z.enum(regimes),
	regimeReason: z.string(),
	/** What a bookkeeper should know about this draft, e.g. an amount that was rounded. */
	notes: z.array(z.string()),
});
export type SalesEntryDraft = z.infer<typeof salesEntryDraftSchema>;
