import { z } from 'zod';

import type { Code } from '../codes/register';
import { fromEuro, sum, type Cents } from '../money/money';
import type { PaymentDraft } from '../payments/paymentDraft';
import { transformPayments } from '../payments/transformPayments';
import type { Settings } from '../settings/settings';

export const orderMoneySchema = z.object({
	/** Whether the settings have all payments of this order booked, and the shop tells them all. */
	isTold: z.boolean(),
	/** What moved, as the shop says; euro, negative for what went back. */
	payments: z.array(
		z.object({
			amount: z.number(),
			/** The document that it settles, by its own number; left out: the order's. */
			invoiceNumber: z.string().optional(),
			/** Where the settings put it; empty where the account of a bank or cash journal takes it. */
			accountId: z.string(),
		}),
	),
});
/** What the shop says of the money of an order. */
export type OrderMoney = z.infer<typeof orderMoneySchema>;

/** No money moved, or none that is to be booked: what is open stays open. */
const NOTHING_MOVED: ReadonlyArray<Code | ''> = [
	'FREE_ORDER',
	'PAYMENT_NOT_YET',
	'PAYMENT_REFUND_OUTSIDE',
	'STATUS_SKIPPED',
];

/** Reads what a raw order says of its payments, refunds and gift cards. Never throws. */
export function orderMoney(raw: unknown, shop: string, settings: Settings): OrderMoney {
	const all = transformPayments(raw, shop, settings);
	return {
		isTold: all.every(({ outcome, code }) => outcome === 'book' || NOTHING_MOVED.includes(code)),
		payments: all.flatMap(({ draft }) => (draft ? movedBy(draft) : [])),
	};
}

function movedBy({ salesLines, ledgerLines }: PaymentDraft): OrderMoney['payments'] {
	const accountId = ledgerLines.find(({ role }) => role === 'clearing')?.ledgerAccountId ?? '';
	return salesLines.map(({ amount, invoiceNumber }) => ({ amount, invoiceNumber, accountId }));
}

/** What was paid of an order, less what went back. @param accountId only what this account took */
export const paidOf = ({ payments }: OrderMoney, accountId?: string): Cents =>
	sum(
		payments
			.filter((one) => accountId === undefined || one.accountId === accountId)
			.map(({ amount }) => fromEuro(amount)),
	);
