import type { FeeReason } from '../codes/facts';
import type { RawObject } from '../trade/fields';
import type { ShopOrder } from '../trade/order';
import type { ListedRefund, ShopRefund } from '../trade/refund';

/** What reading the orders of one shop depends on: the settings of that shop have all of it. */
export interface ReadingRules {
	/** IANA zone of the shop. */
	zone: string;
	/** Two-letter code of the country of the shop. */
	country: string;
	/** The field that holds the invoice number; left out: the order number is the invoice number. */
	invoiceNumberField?: string;
	/** Payment statuses that mean that the money was paid (J160). */
	paidStatuses: readonly string[];
	/** Until this hour a moment counts for the day before; left out: a day begins at midnight. */
	cutOffHour?: number;
	/** The fields of orders and refunds that the settings name; left out: the usual ones only. */
	orderFields?: Pick<NamedFields, 'payments' | 'ignored'>;
}

/** The fields of orders that the settings name, by what they hold. */
export interface NamedFields {
	vatNumber: readonly string[];
	chamberOfCommerce: readonly string[];
	/** What was paid by card, credit or deposit. */
	payments: readonly string[];
	/** Neither money nor a VAT number. */
	ignored: readonly string[];
	pickUpMethods: readonly string[];
}

/** What tells orders apart, read before anything else so that every order can be named. */
export interface OrderIdentity {
	id: string;
	number: string;
	status: string;
}

export interface PaymentMethod {
	code: string;
	/** What customers read; the code where the shop has no title for it. */
	title: string;
}

/** A fee as the shop states it, not read yet: absent is not zero. */
export type StatedFee =
	| {
			value: unknown;
			/** ISO code; empty when the shop does not state the currency of the fee. */
			currency: string;
			/** Where it stands, for messages. */
			field: string;
	  }
	| { unknownBecause: FeeReason };

/** What the shop itself knows of the payment of an order; what was to be paid is its amount. */
export interface OwnPayment {
	/** The provider's id; empty when the shop does not know it. */
	id: string;
	state: 'paid' | 'open';
	/** Calendar date in the shop's zone; empty when the shop states none. */
	date: string;
	fee: StatedFee;
}

/**
 * A kind of shop: all that is particular to it. Adding one is a folder with such an object and its
 * entry in the list of `index.ts` (docs/new-shop.md).
 */
export interface Shop {
	/** As people write it. */
	name: string;
	/** Statuses of a new shop; left out where they are the shop's own words. */
	statuses?: { book: readonly string[]; skip: readonly string[] };
	/** Which article of 'Dummy Items' stands for a product without a SKU (J052). */
	itemWithoutSku: 'deleted' | 'jouwWeb';
	/** Reads number and status; the id of an order stands in the field `id` in every shop. */
	identity(raw: RawObject): { number: string; status: string };
	/** Total and currency as they are stated, for orders that are not read in full. */
	stated(raw: RawObject): { total: unknown; currency: string };
	/** @throws Finding when a field that carries money cannot be read or explained. */
	order(
		identity: OrderIdentity,
		raw: RawObject,
		rules: ReadingRules,
		fields: NamedFields,
	): ShopOrder;
	paymentMethod(raw: RawObject): PaymentMethod;
	/** The day of the order, yyyy-MM-dd. @throws Finding DATE_UNREADABLE. */
	orderedOn(raw: RawObject, rules: ReadingRules): string;
	/** @param feeFields where the settings look for the provider's fee, before the usual places. */
	payment(raw: RawObject, rules: ReadingRules, feeFields: readonly string[]): OwnPayment;
	/** When the order was completed: empty as long as it is not; left out where no shop of this kind says so. */
	completedOn?(raw: RawObject, rules: ReadingRules): string;
	/** The payment provider's ids of an order: what a payout names it by. */
	paymentIds(raw: RawObject): string[];
	/** The field that marks an order as paid in test mode, if there is one. */
	testMarker?(raw: RawObject): string | undefined;
	/** Left out by shops that send no refunds. */
	refunds?: {
		/** The refunds that an order names. @throws Finding PAYMENT_UNREADABLE without an amount. */
		listed(order: RawObject, rules: ReadingRules): ListedRefund[];
		/** @throws Finding when a field that carries money cannot be read. */
		read(refund: RawObject, order: RawObject, rules: ReadingRules): ShopRefund;
	};
}
