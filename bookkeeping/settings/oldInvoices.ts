import type { ShopSettings } from './settings';

type OldInvoices = Pick<ShopSettings, 'oldInvoices'>;

/** An order and the invoice that another connector booked it under; without `=` the invoice is empty. */
export interface OldInvoice {
	order: string;
	invoice: string;
}

/** What 'Invoices of Another Connector' says, entry by entry. */
export const oldInvoicesOf = ({ oldInvoices }: OldInvoices): OldInvoice[] =>
	oldInvoices.map((entry) => {
		const [order = '', ...invoice] = entry.split('=');
		return { order: order.trim(), invoice: invoice.join('=').trim() };
	});

/** How such an entry is written. */
export const oldInvoiceEntry = ({ order, invoice }: OldInvoice): string => `${order}=${invoice}`;

/** The invoice in SnelStart under which another connector booked an order; `undefined` for most. */
export function oldInvoiceOf(orderNumber: string, shop: OldInvoices): string | undefined {
	// Asked of every order, and hardly any shop has one.
	if (shop.oldInvoices.length === 0) return undefined;
	return oldInvoicesOf(shop).find(({ order }) => order === orderNumber)?.invoice;
}
