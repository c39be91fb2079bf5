/**
 * Every reason why an order is not booked, with how to mend it. The code is stable: users filter
 * on it and the documentation lists it. What was found is added by the rule that found it.
 */
export const tips = {
	CONTENT_UNREADABLE:
		'Run the order again. When it stays, send the code and the order number to the maintainers; the order itself is not needed.',
	COUNTRY_MISSING: 'Fill the country of the billing or shipping address in the shop.',
	CURRENCY_NOT_EUR:
		'SnelStart books euros only. Book this order by hand with the exchange rate of the day.',
	CUSTOMER_NAME_MISSING: 'Fill the name of the customer in the shop.',
	DATE_UNREADABLE: 'Check the date of the order in the shop.',
	DISCOUNT_UNCLEAR:
		'The total fits neither with nor without the discount, or with both. Compare the order with its payment and correct it in the shop.',
	DRAFT_NOT_EXACT:
		'The lines cannot be made to add up to the total. Book the order by hand and report the order number.',
	EXPORT_NOT_CONFIGURED: "Fill 'International' in the client settings and run 'Client settings'.",
	EXPORT_WITH_VAT:
		'Deliveries outside the EU carry 0 % VAT. Correct the tax settings of the shop, refund the VAT, or book this order by hand.',
	FREE_ORDER: 'Nothing has to be booked.',
	ICP_NOT_CONFIGURED: "Fill 'ICP' in the client settings and run 'Client settings'.",
	ICP_VAT_NUMBER_INVALID:
		'Ask the customer for the right VAT number and correct it in the shop; without one, Dutch VAT is due.',
	ICP_VAT_NUMBER_MISSING:
		'An EU delivery without VAT needs the VAT number of the customer. Fill it in the shop, or charge VAT.',
	INVOICE_NUMBER_MISSING: 'The order has no number. Check the order in the shop.',
	INVOICE_NUMBER_TOO_LONG:
		"SnelStart takes 25 characters. Shorten 'Invoice Number Prefix' in the client settings.",
	LEDGER_ACCOUNT_REFUSES_VAT:
		"Choose another ledger account for this line in the client settings and run 'Client settings'.",
	MAPPING_INCOMPLETE:
		"Choose the missing ledger account in the client settings and run 'Client settings'.",
	NO_VAT_MAPPING:
		"Add a row for this country and percentage to 'VAT Mapping' in the client settings, or correct the tax settings of the shop.",
	ORDER_HAS_REFUNDS:
		'Refunds are not booked by this version. Book the order and its credit note by hand.',
	ORDER_UNREADABLE: 'The order lacks a field that every order has. Check the order in the shop.',
	RATE_AMBIGUOUS:
		'The amounts of this line fit several VAT rates. Make the shop send the percentage, or book the order by hand.',
	RATE_CONTRADICTS_AMOUNTS:
		'The VAT percentage of a line does not fit its amounts. Correct the line in the shop or book the order by hand.',
	ROUNDING_ACCOUNT_MISSING:
		"Choose 'Rounding Account' in the client settings, so that a difference of a few cents can be booked.",
	SETTINGS_INVALID: "Run 'Client settings' and correct what it says.",
	SEVERAL_RATES_ON_LINE: 'Book this order by hand: one product carries several VAT rates.',
	SHOP_NOT_IN_SETTINGS: "Add the shop to 'Shops' in the client settings and run 'Client settings'.",
	SPLIT_NOT_REPRODUCED:
		'The VAT of the shipping, discount or fee does not follow from the VAT rates of the products. Check the tax settings of the shop for shipping, discounts and fees.',
	STATUS_NOT_YET: 'Nothing to do: the order is booked when its status says so.',
	STATUS_SKIPPED: 'Nothing has to be booked.',
	TAX_LINE_MISSING:
		'A line names a VAT rate that the order does not describe. Save the order again in the shop.',
	TERRITORY_UNCLEAR: 'Deliveries to Northern Ireland are booked by hand in this version.',
	TOTAL_MISMATCH:
		'Compare the order with what the customer paid, and correct the order in the shop or book it by hand.',
	UNEXPLAINED_AMOUNT:
		'The order holds an amount that this version does not know. Book the order by hand and report the name of the field.',
	UNKNOWN_VAT_RATE:
		'No such VAT rate is in force in that country. Correct the tax settings of the shop.',
	UNTAXED_DOMESTIC_LINE:
		'A line at home has no VAT rate at all, as gift cards have. Give the product a tax class in the shop, or book the order by hand.',
	VAT_CHARGED_ON_ZERO_RATE: 'Correct the tax settings of the shop, or book the order by hand.',
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
