import type { CodeEntry } from './code';

const tips = {
	BOOKED_DRAFT_INVALID:
		'Hand over the draft exactly as the transformer made it, or leave it out: then it is made again from the order.',
	CORRECTION_NEEDS_BOOKED_DRAFT:
		'Hand over the draft that was booked; what was booked does not follow from an order that was changed since.',
	CREDIT_OF_SALES_ORDER:
		'A sales order becomes an invoice in SnelStart, by hand. Credit that invoice there.',
	CREDITED_IN_FULL: 'Nothing has to be booked: earlier credit notes cover the whole order.',
	EARLIER_REFUND_UNCLEAR:
		'What is left of the order depends on an earlier refund. Solve that one first, or hand over the credit notes that were booked.',
	ENTRY_NOT_BALANCED: 'The entry cannot be made to balance. Book it by hand and report the code.',
	ORDER_NOT_CHANGED: 'Nothing has to be booked.',
	PAYMENT_EXCEEDS_ORDER:
		'More was paid, or paid back, than the order amounts to. Check the payments of the order and book this one by hand.',
	PAYMENT_FEE_UNREADABLE:
		"Check the fee in the order, or switch 'Book Fees' of this payment method off in the client settings.",
	PAYMENT_METHOD_AMBIGUOUS:
		"Keep one row for this payment method in 'Payment Methods' and 'Fixed Debtors' of the client settings.",
	PAYMENT_METHOD_NOT_CONFIGURED:
		"Nothing has to be booked. Add the payment method to 'Payment Methods' in the client settings if its payments should be.",
	PAYMENT_NOT_YET: 'Nothing to do: the payment is booked when the shop says that it was paid.',
	PAYMENT_ON_FIXED_DEBTOR:
		'Nothing has to be booked: payments of a fixed debtor are settled by hand.',
	PAYMENT_REFUND_OUTSIDE:
		'Nothing has to be booked here: the bank statement shows the money that was paid back.',
	PAYMENT_REFUND_UNCLEAR: 'Read the refunds of the order and put them in its field "refunds".',
	PAYMENT_TEST_MODE:
		'No money was paid. Cancel the order in the shop, and credit it if it was booked.',
	PAYMENT_TWICE: 'The item lists the same payment twice. Check where its payments come from.',
	PAYMENT_UNREADABLE:
		'A payment needs an id, an amount in euro and a date. Check where the payments of the item come from.',
	PAYOUT_ENTRY_UNKNOWN:
		'The payout holds a line of a kind that is not booked by itself. Book this payout by hand.',
	PAYOUT_NOT_EXPLAINED:
		'The lines of the payout do not add up to what was paid out. Read the whole payout again, with all its lines.',
	PAYOUT_NOT_FINAL: 'Nothing to do: the payout is booked when the provider has paid it out.',
	PAYOUT_PROVIDER_NOT_CONFIGURED:
		"Add the provider to 'Payout Providers' in the client settings and run 'Client settings'.",
	PAYOUT_SETTING_MISSING:
		"Choose the missing ledger account of this provider in the client settings and run 'Client settings'.",
	PAYOUT_TWICE: 'Nothing to do: the payout is booked once.',
	PAYOUT_UNMATCHED_HELD:
		'Match the entries listed with their orders, or let the node book them on the clearing account.',
	PAYOUT_UNREADABLE:
		'The payout lacks something that every payout has. Check how it was read from the provider.',
	REFUND_AMOUNT_DIFFERS:
		"Correct the refund in the shop, book the credit note by hand, or choose Book in 'Refund Amount Differs From Its Lines' of the client settings.",
	REFUND_EMPTY: 'Nothing has to be booked.',
	REFUND_EXCEEDS_ORDER:
		'More was refunded than is left of the order at this VAT rate. Compare the refunds with the order and book this credit note by hand.',
	REFUND_GIFT_CARD:
		'The shop does not say whether the gift card gets its part back. Book this credit note by hand, or refund the lines in the shop.',
	REFUND_LINE_UNCLEAR:
		'The VAT of a refunded line does not follow from the order. Correct the refund in the shop or book the credit note by hand.',
	REFUND_OF_EARLIER_ORDER: 'The order was not booked here. Book the credit note by hand.',
	REFUND_ONLY_VAT: 'SnelStart needs a line beside the VAT. Book this credit note by hand.',
	REFUND_ORDER_NOT_BOOKED:
		'Nothing to do yet: the refund is booked once the status of the order says that the order is booked.',
	REFUND_ORDER_SKIPPED:
		'Nothing has to be booked if the order was never booked. Was it booked, hand over the draft that was booked.',
	REFUND_UNREADABLE:
		'The refund lacks a field that every refund has. Check the refund in the shop.',
	REFUNDS_INCOMPLETE:
		'Read all refunds of the order from the shop and hand them over; what is left depends on them.',
	REFUNDS_NOT_OFFERED:
		"This kind of shop sends no refunds. Use 'Cancel Orders', or book the credit note by hand.",
} as const;

type Untold = {
	facts: { sentence: 'text' };
	found: { en: '{sentence}'; nl: '{sentence}' };
	tip: { en: string; nl: string };
};

/** Codes whose sentence still comes whole from the rule that found it. */
export const untold = Object.fromEntries(
	Object.entries(tips).map(([code, en]) => [
		code,
		{
			facts: { sentence: 'text' },
			found: { en: '{sentence}', nl: '{sentence}' },
			tip: { en, nl: en },
		} satisfies CodeEntry,
	]),
) as Record<keyof typeof tips, Untold>;
