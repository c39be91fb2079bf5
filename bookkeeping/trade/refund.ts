import type { Cents, Micros } from '../money/money';
import type { ChargedVat, ShopLine } from './order';

/** A line of a refund. Amounts are positive when money goes back to the customer. */
export interface RefundLine {
	role: ShopLine['role'];
	title: string;
	quantity: string;
	/** Without VAT, after discount. */
	net: Micros;
	/** One per rate the shop names on the line; empty when it names none. */
	vat: ChargedVat[];
	/** The line of the order that is refunded, where the shop names it. */
	original?: ShopLine;
}

/** A refund as its order lists it. */
export interface ListedRefund {
	/** The shop's own immutable id; empty when the order does not state it. */
	id: string;
	/**
	 * All that went back, also to gift cards; in the currency of the customer, positive; `undefined`
	 * when it cannot be read.
	 */
	amount: Cents | undefined;
	/** The part of it that went back to gift cards or store credit. */
	toCard: Cents;
	/**
	 * Paid back through the payment provider; outside it, by hand; or only the amount is known.
	 */
	state: 'paid' | 'outside' | 'detailsMissing';
	/** Calendar date in the shop's zone; empty when it is not stated. */
	date: string;
}

/** A refund in one language for all shops. */
export interface ShopRefund {
	/** The shop's own immutable id. */
	id: string;
	/** Calendar date in the shop's zone, yyyy-MM-dd: the refund's own, not the order's. */
	date: string;
	/** What went back to the customer, with VAT, also to gift cards. */
	amount: Cents;
	/** The part of it that went back to gift cards or store credit; left out: nothing. */
	toCard?: Cents;
	/** Fields that may hold money and that nobody looks at: the lines add up to the amount without them. */
	unexplained?: readonly string[];
	/** Its lines leave the shipping out, which the amount holds: it stands among them all the same. */
	withShipping?: true;
	/** Empty for a refund of an amount only, and for one made by setting the status. */
	lines: RefundLine[];
	/** VAT per rate as the refund states it; empty when it states it per line only. */
	vatPerRate: ChargedVat[];
	/**
	 * Of a refund that was turned into euro: whether nothing is left after it by the shop, and how
	 * many cents rounding each refund by itself may have made of it.
	 */
	converted?: { isLast: boolean; tolerance: Cents };
}
