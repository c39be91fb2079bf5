import type { IDataObject } from 'n8n-workflow';

import { at } from '../../shared/at';
import { reason, type Reason } from '../../shared/codedError';

/**
 * Where the shop shows the invoice of an order: a pattern with fields of the order between braces,
 * `{id}` or `{_invoice_url}`. A field is looked for at the top of the order, else in its metadata.
 * A pattern that begins with a slash is taken below the address of the shop; one that is a field and
 * nothing else may hold the whole address.
 *
 * @param shop the address of the shop, without a slash at the end
 * @returns the address, or why there is none
 */
export function invoiceAddress(pattern: string, order: IDataObject, shop: string): URL | Reason {
	const missing: string[] = [];
	const isField = /^\{[^{}]+\}$/.test(pattern);
	const filled = pattern.replace(/\{([^{}]+)\}/g, (_, field: string) => {
		const value = fieldOf(order, field);
		if (value === '') missing.push(field);
		return isField ? value : encodeURIComponent(value);
	});
	const [field] = missing;
	if (field !== undefined) return reason('INVOICE_NOT_GIVEN', { case: 'emptyField', field });
	const whole = filled.startsWith('/') ? `${shop}${filled}` : filled;
	if (URL.canParse(whole)) return new URL(whole);
	return reason('INVOICE_NOT_GIVEN', { case: 'address', address: pattern });
}

function fieldOf(order: IDataObject, field: string): string {
	const meta = Array.isArray(order.meta_data) ? (order.meta_data as IDataObject[]) : [];
	const value = at(order, field) ?? meta.find(({ key }) => key === field)?.value;
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
