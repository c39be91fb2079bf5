import { z } from 'zod';

import { paymentDraftSchema, payoutDraftSchema } from '../../../../bookkeeping';

export const bookedDraftSchema = z.discriminatedUnion('document', [
	paymentDraftSchema,
	payoutDraftSchema,
]);

/** A payment of an order, or a payout of a payment provider. */
export type BookedDraft = z.infer<typeof bookedDraftSchema>;

/** The key of a draft: what must never stand in the books twice. */
export function keyOf(draft: BookedDraft): string {
	return draft.document === 'payment' ? draft.paymentKey : draft.payoutKey;
}
