import type { Answer, Call } from '../http';
import type { Order } from '../orderStore';
import type { WooCommerceSwitches } from './switches';

/** Where the plugin PDF Invoices & Packing Slips (WP Overnight) gives its documents. */
export const isInvoicePage = (route: string): boolean => route === '/wp-admin/admin-ajax.php';

/** The invoice of an order as a PDF; WordPress' page of refusal for whoever may not see it. */
export function invoicePage(
	{ query }: Call,
	orders: readonly Order[],
	{ invoicesFor }: WooCommerceSwitches,
): Answer {
	const order = orders.find(({ id }) => String(id) === query.get('order_ids'));
	const isAsked =
		query.get('action') === 'generate_wpo_wcpdf' && query.get('document_type') === 'invoice';
	const mayLook = invoicesFor === 'key' && query.get('access_key') === order?.order_key;
	if (!isAsked || !order || !mayLook) {
		const text =
			'<!DOCTYPE html><p>You do not have sufficient permissions to access this page.</p>';
		return { status: 403, headers: { 'content-type': 'text/html; charset=UTF-8' }, text };
	}
	return {
		status: 200,
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="invoice-${order.id}.pdf"`,
		},
		text: `%PDF-1.4\n% invoice of order ${String(order.number)}\n%%EOF\n`,
	};
}
