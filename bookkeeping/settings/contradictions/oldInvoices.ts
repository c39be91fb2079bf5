import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { oldInvoicesOf } from '../oldInvoices';
import type { Settings, ShopSettings } from '../settings';
import { repeated, repeatedNames } from './repeated';
import { INVOICE_NUMBER_LENGTH } from '../../trade/invoiceNumber';

/**
 * What another connector booked is one invoice per order and one order per invoice, from before a day
 * that is known.
 */
export function oldInvoices({ shops }: Settings): Spoken[] {
	return [...shops.flatMap(ofShop), ...ofTwoShops(shops)];
}

function ofShop(shop: ShopSettings): Spoken[] {
	const named = oldInvoicesOf(shop);
	if (named.length === 0) return [];
	const wrong = shop.oldInvoices.filter((_, index) => {
		const { order, invoice } = named[index]!;
		return order === '' || invoice === '' || invoice.length > INVOICE_NUMBER_LENGTH;
	});
	const twice = [
		...repeated(named.map(({ order }) => order)),
		...repeatedNames(named.map(({ invoice }) => invoice)),
	];
	return [
		...wrong.map((entry) => contradiction('oldInvoiceForm', { shop: shop.shop, entry })),
		...twice.map((number) => contradiction('oldInvoiceTwice', { shop: shop.shop, number })),
		...(shop.bookFrom === undefined ? [contradiction('oldInvoiceNoDay', { shop: shop.shop })] : []),
	];
}

/** Numbers that differ in capitals alone are one in SnelStart. */
function ofTwoShops(shops: readonly ShopSettings[]): Spoken[] {
	const first = new Map<string, string>();
	return shops.flatMap((one) =>
		oldInvoicesOf(one).flatMap(({ invoice: number }) => {
			const { shop } = one;
			const other = first.get(number.toUpperCase());
			if (other === undefined) first.set(number.toUpperCase(), shop);
			const isOfOther = number !== '' && other !== undefined && other !== shop;
			return isOfOther ? [contradiction('oldInvoiceOfOther', { shop, other, number })] : [];
		}),
	);
}
