import { USUAL_INVOICE_ADDRESS } from '../../../bookkeeping/settings/usualInvoiceAddress';

// The link that the plugin itself makes for guests: action, document type, order, and the key of the order.
test('the usual address is the link of PDF Invoices & Packing Slips for guests', () => {
	const link = new URL(USUAL_INVOICE_ADDRESS, 'https://shop.example.com');
	expect(link.pathname).toBe('/wp-admin/admin-ajax.php');
	expect(Object.fromEntries(link.searchParams)).toEqual({
		action: 'generate_wpo_wcpdf',
		document_type: 'invoice',
		order_ids: '{id}',
		access_key: '{order_key}',
	});
});
