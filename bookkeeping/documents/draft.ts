import { z } from 'zod';

import { foreignSchema } from '../currency/foreignAmount';
import { regimes, vatKinds } from '../trade/vatKinds';
import { whenClosedSchema } from './openDay';

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
 * method (J070) or for several customers, or a card that is found or else created (J050).
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
		/**
		 * The VAT country of the sale, where SnelStart decides by the card whether it is a distance sale;
		 * left out where that makes no difference.
		 */
		cardCountry: z.string().length(2).optional(),
		address: addressSchema,
	}),
]);
export type CustomerDraft = z.infer<typeof customerDraftSchema>;

/** The shop's own id of the line that it was made of; a line of the whole order has none. */
const shopLine = z.string().optional();

export const draftLineSchema = z.object({
	/** `vat`: foreign VAT on its own account, as SnelStart's OSS way demands. */
	role: z.enum(['product', 'shipping', 'discount', 'fee', 'vat', 'rounding']),
	description: z.string().max(250),
	ledgerAccountId: z.string().min(1),
	/** Without VAT. Negative for discounts; never zero (BOE-0028). */
	amount,
	vatKind: z.enum(vatKinds),
	/** The VAT percentage as sold, 0 without VAT; a credit note finds its rate by it. */
	percentage: z.number().min(0).max(100).optional(),
	costCentreId: z.string().optional(),
	/** Which rule of the settings gave the line its account and VAT. */
	reason: z.string(),
	shopLine,
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
	/** The term on the customer's card in SnelStart (krediettermijn) goes before it, if there is one. */
	termOfCard: z.literal(true).optional(),
	description: z.string().max(250),
	/** With VAT; equals the lines plus the VAT rows exactly (BOE-0039). */
	invoiceAmount: amount,
	customer: customerDraftSchema,
	/** The shop's own id of the customer's account; a guest has none. */
	customerId: z.string().optional(),
	lines: z.array(draftLineSchema).min(1),
	/** One row per VAT kind that carries VAT; reverse charge is marked by a row of 0. */
	vat: z.array(
		z.object({
			vatKind: z.enum(['low', 'high', 'other', 'reverseCharge']),
			percentage: z.number(),
			amount,
		}),
	),
	/** The part that a gift card covers: a payment on this account, not a discount (HC-08). */
	giftCard: z.object({ amount, ledgerAccountId: z.string().min(1) }).optional(),
	/**
	 * What cannot stand in the same entry, as a gift card that is sold with goods by OSS: it is booked
	 * in an entry of its own, see `besideEntry`.
	 */
	beside: z
		.object({ customer: customerDraftSchema, lines: z.array(draftLineSchema).min(1) })
		.optional(),
	/** From 2 on: an entry that replaces an earlier one of the same order (J035). */
	version: z.number().int().min(2).optional(),
	/** Left out where the shop's own amounts are in euro. */
	foreign: foreignSchema.optional(),
	/**
	 * The totals that it is booked in, instead of by itself: their series, the collective customer, the
	 * code of the payment method, and when its total is closed (ISO moment in UTC). What waits for its
	 * payout says what becomes of it when none names it by then.
	 */
	dayTotal: z
		.object({
			series: z.string().min(1),
			relationId: z.string().min(1),
			method: z.string(),
			closesAt: z.string().min(1),
			withoutPayout: z.enum(['attention', 'day']).optional(),
		})
		.optional(),
	/** Nothing is sent before somebody approved it on the dashboard. */
	approveFirst: z.literal(true).optional(),
	/** It may have been sent, and is no longer to be booked: whether it is there is asked, nothing is sent. */
	lookUpOnly: z.literal(true).optional(),
	/**
	 * Another connector booked it under this number: that entry is taken over on whatever card it stands,
	 * and nothing is ever sent.
	 */
	bookedBefore: z.literal(true).optional(),
	/** What to do when its date lies in a closed period; left out: it waits for the bookkeeper. */
	whenClosed: whenClosedSchema.optional(),
	regime: z.enum(regimes),
	regimeReason: z.string(),
	/** Where the goods went: two letters of ISO 3166. Not in drafts that were kept before 0.2. */
	deliveryCountry: z.string().optional(),
	/**
	 * What the shop charged per VAT rate, before rounding lines; `null` is what bears no rate. Not in
	 * drafts that were kept before 0.2.
	 */
	charged: z
		.array(z.object({ percentage: z.number().nullable(), net: amount, vat: amount }))
		.optional(),
	/** VIES gave it for the check of the customer's VAT number: the evidence of an ICP supply. */
	consultationNumber: z.string().optional(),
	/**
	 * What was known of the VAT number of an ICP supply when it was booked: VIES confirmed it, at that
	 * moment (ISO, UTC); it did not say; or nobody was asked.
	 */
	vatNumberCheck: z
		.object({ verdict: z.enum(['valid', 'unknown', 'formOnly']), at: z.string().optional() })
		.optional(),
	/**
	 * Cents that were put where they make what the shop states: its VAT total, on the VAT of the rate with
	 * the largest; its total, on a line of a distance sale, which takes no rounding account.
	 */
	movedCents: z.object({ onVat: amount.optional(), onLine: amount.optional() }).optional(),
	/** What a bookkeeper should know about this draft, e.g. an amount that was rounded. */
	notes: z.array(z.string()),
});
export type SalesEntryDraft = z.infer<typeof salesEntryDraftSchema>;

/**
 * A credit note (creditnota): a sales entry with negative amounts and a number of its own. SnelStart
 * knows no other kind; the link to the original invoice is in words (W043, W063, SS-450).
 */
export const creditNoteDraftSchema = salesEntryDraftSchema.extend({
	document: z.literal('creditNote'),
	/** The invoice that is credited. */
	originalInvoiceNumber: z.string().min(1).max(25),
	originalOrderKey: z.string().min(1),
	/** It takes back nothing but what stands in the entry beside that of the order (`besideEntry`). */
	ofBeside: z.literal(true).optional(),
	/** The shop stated no VAT, or not in full: it was worked out from what was left of the order. */
	estimated: z.boolean(),
	/** It takes back a booking that may be made again, by other settings. */
	undoes: z.literal(true).optional(),
});
export type CreditNoteDraft = z.infer<typeof creditNoteDraftSchema>;

export const salesOrderLineSchema = z.object({
	role: z.enum(['product', 'shipping', 'discount', 'fee']),
	/** The article (artikel) by its code; the rest is for the case that it has to be added (J180). */
	item: z.object({
		code: z.string().min(1),
		description: z.string().min(1),
		revenueGroupId: z.string().min(1),
	}),
	description: z.string().max(250),
	/** At most two decimals; negative where the amount is (J159). */
	quantity: amount,
	/** Discount inside, with or without VAT as the order says; never negative (J157, J159). */
	unitPrice: amount.refine((price) => price >= 0, { message: 'A unit price is never negative' }),
	/** Quantity × unit price, exactly. */
	amount,
	vatKind: z.enum(vatKinds),
	percentage: z.number().min(0).max(100),
	/** Which rule of the settings gave the line its revenue group and VAT. */
	reason: z.string(),
	shopLine,
});
export type SalesOrderLine = z.infer<typeof salesOrderLineSchema>;

/**
 * A sales order (verkooporder), which SnelStart makes an invoice of when the user says so (J023,
 * J150-J159). Names shared with a sales entry mean the same; `invoiceNumber` is its reference in
 * SnelStart, `invoiceDate` its date, `invoiceAmount` and `vat` what must come out, since SnelStart
 * works out the VAT itself.
 */
export const salesOrderDraftSchema = salesEntryDraftSchema
	.omit({ giftCard: true, beside: true })
	.extend({
		document: z.literal('salesOrder'),
		paymentTermDays: z.number().int().min(0).max(100),
		description: z.string().max(50),
		/** Whether unit prices and amounts of the lines are without or with VAT (J153). */
		vatEntry: z.enum(['exclusive', 'inclusive']),
		/** Only where it is not the address on the customer's card (J055). */
		shippingAddress: addressSchema.optional(),
		/** Layout (verkoopordersjabloon, J158). */
		templateId: z.string().min(1).optional(),
		costCentreId: z.string().min(1).optional(),
		lines: z.array(salesOrderLineSchema).min(1),
	});
export type SalesOrderDraft = z.infer<typeof salesOrderDraftSchema>;

/** Whatever stands in the sales journal: what Sales Entry → Book takes. */
export const entryDraftSchema = z.discriminatedUnion('document', [
	salesEntryDraftSchema,
	creditNoteDraftSchema,
]);
export type EntryDraft = z.infer<typeof entryDraftSchema>;

/** Whatever the Book operations of the SnelStart node take. */
export const bookableDraftSchema = z.discriminatedUnion('document', [
	salesEntryDraftSchema,
	creditNoteDraftSchema,
	salesOrderDraftSchema,
]);
export type BookableDraft = z.infer<typeof bookableDraftSchema>;
