import type { Explanation } from '../../shared/snelStart/errors';
import type { BookState, NotBooked, Reason } from './outcome';

/** What became of one draft. Holds references, amounts and codes only, no personal data. */
export interface BookResult {
	orderKey: string;
	invoiceNumber: string;
	state: BookState;
	/** An equal entry was found in SnelStart and taken over, instead of made now. */
	alreadyThere: boolean;
	salesEntryId?: string;
	/** Of a sales order (verkooporder), with the number SnelStart gave it. */
	salesOrderId?: string;
	salesOrderNumber?: number;
	/** Codes of the articles (artikelen) that this item's booking added. */
	itemsCreated?: string[];
	relationId?: string;
	/** This item's booking added the relation. */
	relationCreated?: boolean;
	/** What was left out of a new relation because SnelStart did not accept it. */
	warnings?: string[];
	code?: string;
	message?: string;
	tip?: string;
}

/** The codes of this operation itself. */
export const bookCodes = {
	CUSTOMER_CANNOT_BE_FOUND: {
		message: 'The customer has no e-mail address, number or postcode to be found by',
		tip: "Fill the e-mail address or the postcode in the shop, or set a fixed debtor for this payment method in the 'Webshop Settings' node",
	},
	COUNTRY_UNKNOWN: {
		message: "SnelStart does not know the country of the customer's address",
		tip: 'Correct the country in the shop, or add the relation in SnelStart with the same e-mail address',
	},
	DRAFT_INVALID: {
		message: 'The draft does not have the form of a sales entry or sales order',
		tip: "Connect the 'Book' output of the 'Webshop Transformer' node, or check 'Draft Field'",
	},
	DRAFT_NOT_BALANCED: {
		message: 'Lines and VAT of the draft do not add up to its total',
		tip: 'Nothing was sent; check what changed the draft between the transformer and this node',
	},
	INVOICE_NUMBER_IN_USE: {
		message: 'The invoice number is already in use in SnelStart',
		tip: 'Look the number up in SnelStart; give the shop its own number prefix if two shops share numbers',
	},
	INVOICE_NUMBER_TWICE_IN_BATCH: {
		message: 'Another order in this run has the same invoice number',
		tip: 'Give each shop its own number prefix in the settings, or correct the number in the shop',
	},
	ITEM_CODE_NOT_NUMERIC: {
		message: 'SnelStart takes only digits as an article code (artikelcode)',
		tip: 'Set article codes to 25 letters and digits in SnelStart, then offer the order again',
	},
	ITEM_CODE_TOO_LONG: {
		message: 'An article code (artikelcode) is longer than SnelStart takes',
		tip: 'Set the length of article codes to 25 in SnelStart, or shorten the SKU in the shop',
	},
	ITEM_INACTIVE: {
		message: 'An article (artikel) is inactive in SnelStart',
		tip: 'Make the article active in SnelStart, or give the product another SKU in the shop',
	},
	ITEM_VAT_DIFFERS: {
		message: 'An article (artikel) has a revenue group with another VAT rate than the order',
		tip: 'Choose another revenue group (omzetgroep) for the article in SnelStart, or correct the VAT of the product in the shop',
	},
	ORDER_REFERENCE_IN_USE: {
		message: 'SnelStart has another sales order with this reference',
		tip: 'Look the reference up in SnelStart; give the shop its own number prefix if two shops share numbers',
	},
	ORDER_TWICE_IN_BATCH: {
		message: 'This order is in the same run already, with another invoice number',
		tip: 'Look the order up in SnelStart, and check what changed its number between two readings',
	},
	SALES_ORDER_TOTAL_DIFFERS: {
		message: 'The sales order is in SnelStart, but SnelStart calculated a different total',
		tip: "Correct the sales order in SnelStart before it is invoiced; with 'Price Entry' Including VAT the total stays that of the shop",
	},
	SALES_ORDER_TOTAL_UNKNOWN: {
		message: 'The sales order is in SnelStart, but its total could not be read',
		tip: 'Compare the total of the sales order in SnelStart with the order',
	},
} satisfies Record<string, Explanation>;

/** A reason of our own; `detail` is added to the message. */
export function ownReason(code: keyof typeof bookCodes, detail = ''): Reason {
	const { message, tip } = bookCodes[code];
	return { code, message: detail === '' ? message : `${message}: ${detail}`, tip };
}

/** The result of a draft that is not booked. */
export function notBooked(
	{ orderKey, invoiceNumber }: { orderKey: string; invoiceNumber: string },
	{ state, reason }: Pick<NotBooked, 'state' | 'reason'>,
): BookResult {
	return { orderKey, invoiceNumber, state, alreadyThere: false, ...reason };
}
