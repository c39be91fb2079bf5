/**
 * Where PDF Invoices & Packing Slips (WP Overnight) shows an invoice to whoever has the key of the
 * order, as its setting "Document link access type: Guest" allows.
 */
export const USUAL_INVOICE_ADDRESS =
	'/wp-admin/admin-ajax.php?action=generate_wpo_wcpdf&document_type=invoice&order_ids={id}&access_key={order_key}';
