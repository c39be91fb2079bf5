/**
 * Every reason why an order is not booked, with how to mend it. The code is stable: users filter
 * on it and the documentation lists it. What was found is added by the rule that found it.
 */
export const tips = {
	BEFORE_FIRST_DATE:
		"Nothing has to be booked. Change 'Book From' in the client settings if it should be.",
	BOOKED_DRAFT_INVALID:
		'Hand over the draft exactly as the transformer made it, or leave it out: then it is made again from the order.',
	CATEGORIES_NOT_STATED:
		"Put the categories of each product in the field 'categories' of its order line, or remove the categories from 'Product Accounts' and 'Categories to Book' in the client settings.",
	CATEGORY_NOT_LIVE:
		"Nothing has to be booked. Add the category to 'Categories to Book' of the shop in the client settings if it should be.",
	CATEGORY_PARTLY_LIVE:
		"Book this order by hand, or add the categories of all its products to 'Categories to Book' of the shop in the client settings.",
	CONTENT_UNREADABLE:
		'Run the order again. When it stays, send the code and the order number to the maintainers; the order itself is not needed.',
	CORRECTION_NEEDS_BOOKED_DRAFT:
		'Hand over the draft that was booked; what was booked does not follow from an order that was changed since.',
	COUNTRY_MISSING: 'Fill the country of the billing or shipping address in the shop.',
	COUNTRY_UNKNOWN:
		'Correct the country of the shipping or billing address in the shop: a two-letter code such as DE, or its name in Dutch, English or German.',
	CREDIT_OF_SALES_ORDER:
		'A sales order becomes an invoice in SnelStart, by hand. Credit that invoice there.',
	CREDITED_IN_FULL: 'Nothing has to be booked: earlier credit notes cover the whole order.',
	CURRENCY_NOT_EUR:
		"SnelStart books euros only. Choose where the exchange rate comes from in 'Other Currencies' of the client settings, or book this order by hand with the rate of the day.",
	CUSTOMER_NAME_MISSING: 'Fill the name of the customer in the shop.',
	DATE_UNREADABLE: 'Check the date of the order in the shop.',
	DISCOUNT_UNCLEAR:
		'The total fits neither with nor without the discount, or with both. Compare the order with its payment and correct it in the shop.',
	DRAFT_NOT_EXACT:
		'The lines cannot be made to add up to the total. Book the order by hand and report the order number.',
	EARLIER_REFUND_UNCLEAR:
		'What is left of the order depends on an earlier refund. Solve that one first, or hand over the credit notes that were booked.',
	ENTRY_NOT_BALANCED: 'The entry cannot be made to balance. Book it by hand and report the code.',
	EXCHANGE_RATE_MISSING:
		"Add the rate to 'Fixed Rates' of 'Other Currencies' in the client settings, or let the shop store it on its orders.",
	EXPORT_NOT_CONFIGURED: "Fill 'International' in the client settings and run 'Client settings'.",
	EXPORT_WITH_VAT:
		"Deliveries outside the EU carry 0 % VAT. Correct the tax settings of the shop and refund the VAT; if the client has a VAT registration there, add the rate to 'VAT Mapping' in the client settings as own registration.",
	FREE_ORDER: 'Nothing has to be booked.',
	GIFT_CARD_ACCOUNT_MISSING:
		"Choose 'Gift Card Account' in the client settings: the account that sold gift cards stand on.",
	ICP_NOT_CONFIGURED: "Fill 'ICP' in the client settings and run 'Client settings'.",
	ICP_VAT_NUMBER_INVALID:
		'Ask the customer for the right VAT number and correct it in the shop; without one, Dutch VAT is due.',
	ICP_VAT_NUMBER_MISSING:
		"An EU delivery without VAT needs the VAT number of the customer. Fill it in the shop, or charge VAT. A client that charges none by law says so in 'Small-Business Scheme' or 'Exempt Products' of the client settings.",
	ICP_VAT_NUMBER_OF_DISPATCH:
		'Without VAT the customer needs a VAT number of another member state than the one the goods leave from. Charge VAT, or ask for that number and correct it in the shop.',
	INVOICE_NUMBER_MISSING: 'The order has no number. Check the order in the shop.',
	INVOICE_NUMBER_TOO_LONG:
		"SnelStart takes 25 characters. Shorten 'Invoice Number Prefix' in the client settings.",
	LEDGER_ACCOUNT_REFUSES_VAT:
		"Choose another ledger account for this line in the client settings and run 'Client settings'.",
	MAPPING_INCOMPLETE:
		"Choose the missing ledger account in the client settings and run 'Client settings'.",
	MARGIN_NOT_CONFIGURED:
		"Fill 'Margin Scheme' in the client settings, or switch the margin scheme of the shop off.",
	NO_VAT_MAPPING:
		"Add a row for this country and percentage to 'VAT Mapping' in the client settings, or correct the tax settings of the shop.",
	ORDER_HAS_REFUNDS:
		"Book the order and its credit note by hand. When a flow of yours books refunds with 'Transform Refunds', choose Book in 'Orders With Refunds' of the client settings.",
	ORDER_NOT_CHANGED: 'Nothing has to be booked.',
	ORDER_UNREADABLE: 'The order lacks a field that every order has. Check the order in the shop.',
	PAYMENT_EXCEEDS_ORDER:
		'More was paid, or paid back, than the order amounts to. Check the payments of the order and book this one by hand.',
	PAYMENT_FEE_UNREADABLE:
		"Check the fee in the order, or switch 'Book Fees' of this payment method off in the client settings.",
	PAYMENT_METHOD_AMBIGUOUS:
		"Keep one row for this payment method in 'Payment Methods' and 'Fixed Debtors' of the client settings.",
	OSS_COUNTRY_DIFFERS:
		'SnelStart takes the country of the OSS VAT from the card of the customer. Book this order by hand.',
	OSS_FOR_BUSINESS:
		'OSS is for consumers only. Sell to businesses in other EU countries without VAT, or book this order by hand.',
	OSS_NOT_AVAILABLE:
		"Switch OSS on in SnelStart (foreign VAT on invoices) and run 'Client settings' again.",
	PAYMENT_METHOD_NOT_CONFIGURED:
		"Nothing has to be booked. Add the payment method to 'Payment Methods' in the client settings if its payments should be.",
	PAYMENT_METHOD_NOT_LIVE:
		"Nothing has to be booked. Add the payment method to 'Payment Methods to Book' of the shop in the client settings if it should be.",
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
	RATE_AMBIGUOUS:
		'The amounts of this line fit several VAT rates. Make the shop send the percentage, or book the order by hand.',
	RATE_CONTRADICTS_AMOUNTS:
		'The VAT percentage of a line does not fit its amounts. Correct the line in the shop or book the order by hand.',
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
	REVENUE_GROUP_MISSING:
		"Add a row for this VAT rate to 'Revenue Groups' in the client settings and run 'Client settings'.",
	ROUNDING_ACCOUNT_MISSING:
		"Choose 'Rounding Account' in the client settings, so that a difference of a few cents can be booked.",
	SALES_ORDER_VAT:
		'SnelStart decides the VAT of a sales order by itself and cannot be told this. Make this order by hand, or book sales entries.',
	SETTINGS_INVALID: "Run 'Client settings' and correct what it says.",
	SEVERAL_RATES_ON_LINE: 'Book this order by hand: one product carries several VAT rates.',
	SHOP_NOT_IN_SETTINGS: "Add the shop to 'Shops' in the client settings and run 'Client settings'.",
	SMALL_BUSINESS_WITH_VAT:
		"Under the small-business scheme (KOR) no VAT may be charged. Correct the tax settings of the shop, or fill 'Until' of 'Small-Business Scheme' in the client settings if the client has left it.",
	SPLIT_NOT_REPRODUCED:
		'The VAT of the shipping, discount or fee does not follow from the VAT rates of the products. Check the tax settings of the shop for shipping, discounts and fees.',
	STATUS_NOT_YET: 'Nothing to do: the order is booked when its status says so.',
	STATUS_SKIPPED: 'Nothing has to be booked.',
	TAX_LINE_MISSING:
		'A line names a VAT rate that the order does not describe. Save the order again in the shop.',
	TERRITORY_UNCLEAR:
		'Goods for businesses in Northern Ireland need a VAT number that starts with XI and carry no VAT. Correct the order, or book it by hand.',
	TOTAL_MISMATCH:
		'Compare the order with what the customer paid, and correct the order in the shop or book it by hand.',
	UNEXPLAINED_AMOUNT:
		'The order holds an amount that this version does not know. Book the order by hand and report the name of the field.',
	UNKNOWN_VAT_RATE:
		'No such VAT rate is in force in that country. Correct the tax settings of the shop.',
	UNTAXED_DOMESTIC_LINE:
		"A line at home has no VAT rate at all, as gift cards and deposits have. Give its SKU an account in 'Product Accounts' of the client settings, or the product a tax class in the shop.",
	VAT_CHARGED_ON_ZERO_RATE: 'Correct the tax settings of the shop, or book the order by hand.',
	VAT_NUMBER_NOT_CHECKED:
		"Try the order again when VIES answers. What happens until then is set by 'When VIES Does Not Say' in the client settings.",
	VAT_RATE_DIFFERS:
		"The VAT rate chosen in 'VAT Mapping' has another percentage in SnelStart on the order's date. Correct the row in the client settings.",
	VAT_TOTAL_MISMATCH:
		'The VAT of the lines does not add up to the VAT of the order. Check the order in the shop.',
} as const;

export type FindingCode = keyof typeof tips;

/**
 * A reason why an order cannot go on by itself. Thrown by the rules, caught once by the transformer.
 * The message holds references and amounts, never personal data (W071).
 */
export class Finding extends Error {
	constructor(
		readonly code: FindingCode,
		/** What was found, a sentence for the user. */
		found: string,
	) {
		super(found);
		this.name = 'Finding';
	}

	get tip(): string {
		return tips[this.code];
	}
}
