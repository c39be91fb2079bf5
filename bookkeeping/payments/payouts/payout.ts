import { z } from 'zod';

/** An amount as providers write it: a number or text with at most six decimals. */
const amount = z.union([z.number().finite(), z.string().trim().min(1)]);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'A date starts with yyyy-MM-dd');

/**
 * What a line of a payout is about.
 * - payment, refund, chargeback: money of an order; negative when it goes back.
 * - fee: what the provider charges apart from a payment.
 * - invoice: an invoice of the provider that it settles with the payout.
 * - reserve: money held back, or released again.
 * - loan: what the provider lent, or keeps of the payout to be repaid.
 * - exchange: a difference between two currencies.
 * - conversion: money in another currency that the provider turned into euro later, or euro that it
 *   turned into another currency; it belongs to the payment whose id it names.
 * - transfer: money moved between the provider and the bank within the statement.
 * - unknown: anything else; such a payout is never booked by itself.
 */
export const payoutEntryTypes = [
	'payment',
	'refund',
	'chargeback',
	'fee',
	'invoice',
	'reserve',
	'loan',
	'exchange',
	'conversion',
	'transfer',
	'unknown',
] as const;
export type PayoutEntryType = (typeof payoutEntryTypes)[number];

const payoutEntrySchema = z.object({
	/** The provider's id of this line. */
	id: z.string().default(''),
	/** Where it stands in a file, as a spreadsheet counts; else by its place in the list. */
	place: z.number().int().positive().optional(),
	type: z.enum(payoutEntryTypes),
	/** The provider's own word for what it is about. */
	kind: z.string().optional(),
	/** The provider's ids of the payment, any of which the order may carry. */
	paymentIds: z.array(z.string()).default([]),
	/** The order id or number that the shop gave the provider. */
	orderId: z.string().default(''),
	description: z.string().default(''),
	/** Negative for refunds and chargebacks; 0 for a line that is a fee only. */
	gross: amount,
	/** Positive when it costs money. */
	fee: amount.default(0),
	/** VAT inside the fee, where the provider states it. */
	feeVat: amount.default(0),
	/** What this line adds to the payout: gross − fee. */
	net: amount,
	date,
});

/** Money in another currency that the provider keeps in that currency: no part of the payout. */
const keptSchema = z.object({
	id: z.string().default(''),
	paymentIds: z.array(z.string()).default([]),
	orderId: z.string().default(''),
	currency: z.string().trim().min(1),
	/** In that currency; negative for what went out. */
	amount,
	date,
});

/**
 * A payout of a payment provider in one form for all of them (PAY-601). Amounts are in
 * the payout's own currency.
 */
export const payoutSchema = z.object({
	provider: z.string().trim().min(1),
	/** The provider's own id: a payout is never booked twice. */
	id: z.string().trim().min(1),
	/** What the bank statement says. */
	reference: z.string().default(''),
	date,
	currency: z.string().trim().min(1),
	/** What was paid out; negative when the provider collected money. */
	net: amount,
	entries: z.array(payoutEntrySchema),
	kept: z.array(keptSchema).default([]),
});
/** A payout as a user or a reader gives it: what has a default may be left out. */
export type PayoutInput = z.input<typeof payoutSchema>;
export type PayoutEntryInput = PayoutInput['entries'][number];
