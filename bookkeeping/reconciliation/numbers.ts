import { creditNoteNumberOf } from '../refunds/creditNote';
import type { ShopSettings } from '../settings/settings';

/** How a shop numbers its documents in the books. */
export interface DocumentNumbers {
	/** The number of the credit note that cancels or corrects an order. */
	credit(orderId: string): string;
	/** Whether a number is one that this shop gives to its sales, or to its credit notes. */
	isSale(number: string): boolean;
	isCredit(number: string): boolean;
}

/** What follows the letters of a prefix, with the version of a corrected entry. */
const REST = /^\d[\d-]*$/;

/**
 * The numbers of a shop by its prefixes. Numbers of sales without a prefix, or from a field of the
 * order, could be anybody's: those are never claimed for the shop.
 */
export function documentNumbers(shop: ShopSettings): DocumentNumbers {
	const { invoiceNumberPrefix, creditNoteNumberPrefix, invoiceNumberField } = shop;
	const begins = (prefix: string) => (number: string) =>
		prefix !== '' && number.startsWith(prefix) && REST.test(number.slice(prefix.length));
	return {
		credit: (orderId) => creditNoteNumberOf(orderId, shop),
		isSale: invoiceNumberField ? () => false : begins(invoiceNumberPrefix),
		isCredit: begins(`${creditNoteNumberPrefix}${invoiceNumberPrefix}`),
	};
}

/** Where nothing is known of the shop's numbers. */
export const noNumbers: DocumentNumbers = {
	credit: () => '',
	isSale: () => false,
	isCredit: () => false,
};
