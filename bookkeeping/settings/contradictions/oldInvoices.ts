import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { oldInvoicesOf } from '../oldInvoices';
import type { Settings } from '../settings';
import { repeated, repeatedNames } from './repeated';

/** SnelStart takes no longer one. */
const LONGEST_NUMBER = 25;

/** What another connector booked is one invoice per order, from before a day that is known. */
export function oldInvoices({ shops }: Settings): Spoken[] {
	return shops.flatMap((shop) => {
		const named = oldInvoicesOf(shop);
		if (named.length === 0) return [];
		const wrong = shop.oldInvoices.filter((_, index) => {
			const { order, invoice } = named[index]!;
			return order === '' || invoice === '' || invoice.length > LONGEST_NUMBER;
		});
		const twice = [
			...repeated(named.map(({ order }) => order)),
			...repeatedNames(named.map(({ invoice }) => invoice)),
		];
		return [
			...wrong.map((entry) => contradiction('oldInvoiceForm', { shop: shop.shop, entry })),
			...twice.map((number) => contradiction('oldInvoiceTwice', { shop: shop.shop, number })),
			...(shop.bookFrom === undefined
				? [contradiction('oldInvoiceNoDay', { shop: shop.shop })]
				: []),
		];
	});
}
