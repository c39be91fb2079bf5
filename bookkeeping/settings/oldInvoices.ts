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

/** Settings stay as they are for thousands of orders, and may name as many invoices. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The invoice in SnelStart under which another connector booked an order; `undefined` for most. */
export function oldInvoiceOf(
	orderNumber: string,
	{ oldInvoices }: OldInvoices,
): string | undefined {
	let byOrder = known.get(oldInvoices);
	if (byOrder === undefined) {
		byOrder = new Map(
			oldInvoicesOf({ oldInvoices }).map(({ order, invoice }) => [order, invoice] as const),
		);
		known.set(oldInvoices, byOrder);
	}
	return byOrder.get(orderNumber);
}
