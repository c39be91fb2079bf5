import { optionalPick, pick } from '../kinds';

/** The ledger accounts (grootboekrekeningen) of one row: own accounts per kind of line (W051, W054). */
export const rowAccounts = {
	productsAccountId: pick({
		title: 'Products Account',
		from: 'ledgerAccounts',
		description: 'Ledger account (grootboekrekening) for products',
	}),
	shippingAccountId: optionalPick({
		title: 'Shipping Account',
		from: 'optionalLedgerAccounts',
		description: 'For shipping. Empty: an order with shipping at this rate needs attention.',
	}),
	discountAccountId: optionalPick({
		title: 'Discount Account',
		from: 'optionalLedgerAccounts',
		description:
			'For discounts. Empty: WooCommerce products are booked after discount; a JouwWeb discount needs attention.',
		hint: 'Without it, WooCommerce products are booked after discount',
	}),
	feesAccountId: optionalPick({
		title: 'Fees Account',
		from: 'optionalLedgerAccounts',
		description:
			'For fees, such as payment costs. Empty: an order with a fee at this rate needs attention.',
	}),
};
