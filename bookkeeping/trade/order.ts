import type { Quotation } from '../money/exchangeRate';
import type { Cents, Micros } from '../money/money';

/** VAT that the shop charged at one rate. */
export interface ChargedVat {
	percentage: number;
	amount: Micros;
}

/** A line of an order whose VAT the shop states. Amounts are without VAT. */
export interface ShopLine {
	/** The shop's own id of the line, where it has one. */
	id?: string;
	role: 'product' | 'shipping' | 'fee';
	title: string;
	/** The shop's article number (SKU); empty when it has none. */
	sku: string;
	quantity: string;
	/** Before and after the discount that the shop worked into the line. */
	netBeforeDiscount: Micros;
	net: Micros;
	/** Names of the product's categories; left out when the order does not state them (W087). */
	categories?: string[];
	/** One per rate the shop names on the line; empty when the line is outside VAT altogether. */
	vat: ChargedVat[];
	/** The shop says that a gift card or store credit is sold here. */
	giftCard?: boolean;
}

/** One amount for the whole order, to be spread over the VAT rates of the products (J114, J120). */
export interface SpreadAmount {
	role: 'shipping' | 'discount';
	/** With VAT; negative for a discount. */
	gross: Cents;
	vat: Cents;
}

/** What an order was in the currency of its customer, and the rate that made it euro. */
export interface ForeignAmount {
	currency: string;
	total: Cents;
	/** As it was stated, and what it says: see `ExchangeRate`. */
	rate: string;
	quoted: Quotation;
}

export interface ShopAddress {
	firstName: string;
	lastName: string;
	company: string;
	street: string;
	postcode: string;
	city: string;
	/** Two-letter ISO code, empty when the shop did not fill it. */
	country: string;
}

/**
 * An order in one language for all shops: what every reader in `shops/` makes of the raw order, and
 * the only thing the rules look at.
 */
export interface ShopOrder {
	/** The shop's own immutable id. */
	id: string;
	number: string;
	/** Where the settings name a field for it; else the order number. */
	invoiceNumber: string;
	status: string;
	/** ISO currency code. */
	currency: string;
	/** The order as it was before its amounts were turned into euro; left out for orders in euro. */
	foreign?: ForeignAmount;
	/** Calendar date in the shop's zone, yyyy-MM-dd. */
	date: string;
	paymentMethod: { code: string; title: string };
	/** What the customer owes, with VAT, also where a gift card covers part of it. */
	total: Cents;
	/** What was paid with gift cards or store credit, as far as the order says so. */
	paidByGiftCard: Cents;
	/** What store credit took off the lines before VAT: a discount, part of the lines already. */
	creditAsDiscount?: Cents;
	lines: ShopLine[];
	spread: SpreadAmount[];
	/** VAT per rate as the order states it; empty when the shop states it per line only. */
	vatPerRate: ChargedVat[];
	/** The countries whose rates charged VAT, as far as the shop says so. */
	chargedBy?: readonly string[];
	/** The order's own VAT total, where it has one that must be reproduced. */
	statedVat?: Cents;
	/** What `statedVat` has more than the VAT that the shop stored per rate; part of `vatPerRate` already. */
	centsOnVat?: Cents;
	billing: ShopAddress;
	shipping: ShopAddress;
	/** The customer collects the order at the shop. */
	pickUp: boolean;
	email: string;
	/** The shop's own id of the customer's account; left out for a guest. */
	customerId?: string;
	phone: string;
	vatNumber: string;
	/**
	 * A field that nobody knows and whose value has the form of a VAT number; of an order without one.
	 */
	vatNumberElsewhere?: { field: string; vatNumber: string };
	/** The VAT number is not on the order, but on the shop's record of the customer. */
	vatNumberOfRecord?: true;
	/** That record may hold a VAT number and was not read: why, as a code. */
	customerNotRead?: string;
	/** The customer's account was deleted in the shop, and its record with it. */
	customerGone?: true;
	chamberOfCommerceNumber: string;
	refundCount: number;
	/**
	 * Of an order that a marketplace plugin divided over vendors: whether it is the whole or one of the
	 * sub-orders (then of which order, by its id). Both hold the same sale.
	 */
	marketplace?: { part: 'parent' } | { part: 'subOrder'; parent: string };
	/**
	 * Fields of the order that may hold money and that nobody looks at: the order is booked only when
	 * it adds up to the cent without them.
	 */
	unexplained?: readonly string[];
}
