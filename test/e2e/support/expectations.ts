import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const DATA = path.resolve(__dirname, '..', '..', '..', 'sandbox', 'data');

interface WooCommerceOrder {
	id: number;
	number: string;
	total: string;
	tax_lines: Array<{ rate_percent: number; tax_total: string; shipping_tax_total: string }>;
}

interface JouwWebOrder {
	id: number;
	orderNumber: string;
	totalPrice: number;
	totalTaxAmount: number;
}

/** What must stand in the books for an order, read from the shop's own figures, in cents. */
export interface ExpectedEntry {
	invoiceNumber: string;
	gross: number;
	/** Per percentage; left out where the shop states the VAT per line only. */
	vat?: Record<string, number>;
	totalVat: number;
}

const cents = (value: string | number): number => Math.round(Number(value) * 100);

function orders<T>(shop: string): T[] {
	const folder = path.join(DATA, shop, 'orders');
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T);
}

function fromWooCommerce({ number, total, tax_lines }: WooCommerceOrder): ExpectedEntry {
	const vat: Record<string, number> = {};
	for (const { rate_percent, tax_total, shipping_tax_total } of tax_lines) {
		vat[rate_percent] = (vat[rate_percent] ?? 0) + cents(tax_total) + cents(shipping_tax_total);
	}
	const totalVat = Object.values(vat).reduce((a, b) => a + b, 0);
	return { invoiceNumber: `W${number}`, gross: cents(total), vat, totalVat };
}

/**
 * The orders that the demo must book, by their invoice number. Which ones is written down here by
 * hand: paid orders in euros at Dutch rates, a gift card, ICP with a VAT number, and exports.
 */
export function expectedEntries(): Map<string, ExpectedEntry> {
	const wooCommerceIds = [28, 29, 30, 32, 34, 35, 36, 37, 38, 39, 42, 45, 46, 60];
	const jouwWebIds = [1, 2, 3, 4, 5, 6, 7, 11, 12, 15, 16, 17].map((id) => 440_000 + id);
	const entries = [
		...orders<WooCommerceOrder>('woocommerce')
			.filter(({ id }) => wooCommerceIds.includes(id))
			.map(fromWooCommerce),
		...orders<JouwWebOrder>('jouwweb')
			.filter(({ id }) => jouwWebIds.includes(id))
			.map(({ orderNumber, totalPrice, totalTaxAmount }) => ({
				invoiceNumber: orderNumber,
				gross: cents(totalPrice),
				totalVat: cents(totalTaxAmount),
			})),
	];
	return new Map(entries.map((entry) => [entry.invoiceNumber, entry]));
}

/** Orders that must wait for a person, with the reason. */
export const expectedAttention: Record<string, string> = {
	'my-client/jouwweb/440010': 'TOTAL_MISMATCH',
	'my-client/jouwweb/440013': 'ICP_VAT_NUMBER_MISSING',
	'my-client/jouwweb/440014': 'NO_VAT_MAPPING',
	'my-client/woocommerce/33': 'NO_VAT_MAPPING',
	'my-client/woocommerce/41': 'CURRENCY_NOT_EUR',
};
