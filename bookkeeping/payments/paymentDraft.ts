import { z } from 'zod';

import { bookedEntryFields } from './bookedEntry';

/**
 * What must stand in the books for one payment of an order: the paid amount on the clearing account
 * (or in the bank or cash journal) against the open item of the sales entry (J160-J170). Written by
 * the transformer; who books it looks up the open item first and never books a payment without a
 * sale (J166).
 */
export const paymentDraftSchema = z.object({
	document: z.literal('payment'),
	/** Client, shop, order and payment: a payment is never booked twice (J167). */
	paymentKey: z.string().min(1),
	orderKey: z.string().min(1),
	orderNumber: z.string(),
	/** The provider's id of the payment; empty when the shop does not know it. */
	paymentId: z.string(),
	paymentMethod: z.string(),
	/** Euro with VAT; negative for a refund. */
	amount: z.number(),
	/** How to find the open item (J162): the invoice number first, then these confirm it. */
	openItem: z.object({
		invoiceNumber: z.string(),
		orderNumber: z.string(),
		amount: z.number(),
		/** Of the customer; empty when the order has none. */
		email: z.string(),
	}),
	...bookedEntryFields,
	/**
	 * The number that version 0.1.0 gave the payment: the bare transaction id, which other payments
	 * may have as well. Looked up, never given.
	 */
	earlierNumber: bookedEntryFields.number.optional(),
});
export type PaymentDraft = z.infer<typeof paymentDraftSchema>;
