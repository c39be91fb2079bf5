import { z } from 'zod';

import type { PayoutPart } from '../../orderTable/bookingRecord';
import { bookedEntryFields } from '../bookedEntry';

/**
 * What must stand in the books for one payout of a payment provider: what the bank received, against
 * the clearing account or the open items of the orders, with fees, refunds, chargebacks, reserves
 * and exchange differences on lines of their own (W049, W050).
 */
export const payoutDraftSchema = z.object({
	document: z.literal('payout'),
	/** Client, provider and the provider's id: a payout is never booked twice. */
	payoutKey: z.string().min(1),
	provider: z.string(),
	payoutId: z.string(),
	/** What the bank statement says. */
	reference: z.string(),
	/** What was paid out, in euro; negative when the provider collected money. */
	net: z.number(),
	/** Every cent explained: gross − fees = net. */
	gross: z.number(),
	fees: z.number(),
	/** What it is made of, in euro, for the totals of a shop that books them per payout. */
	parts: z
		.object({
			payments: z.number(),
			refunds: z.number(),
			chargebacks: z.number(),
			fees: z.number(),
			other: z.number(),
		} satisfies Record<PayoutPart, unknown>)
		.optional(),
	/** The ids of some of its payments, by which it is known when it came another way. */
	paymentIds: z.array(z.string()).optional(),
	/** Where the fees were booked, as 'Fees On' says, with the VAT that this entry deducts; euro. */
	feesBooked: z
		.object({
			on: z.enum(['clearing', 'costs', 'costsWithVat', 'reverseCharge']),
			fees: z.number(),
			vat: z.number(),
		})
		.optional(),
	...bookedEntryFields,
});
export type PayoutDraft = z.infer<typeof payoutDraftSchema>;
