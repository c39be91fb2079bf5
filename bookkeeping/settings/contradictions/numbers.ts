import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';

/** A credit note never gets a number that an order could have (W043). */
export function creditNoteNumbers({ shops }: Settings): Spoken[] {
	return shops.flatMap(({ shop, creditNoteNumberPrefix, invoiceNumberPrefix }) => {
		const creditNotes = `${creditNoteNumberPrefix}${invoiceNumberPrefix}`;
		const other = shops.find((one) => onlyDigitsApart(creditNotes, one.invoiceNumberPrefix));
		return other ? [contradiction('creditNumbers', { shop, other: other.shop })] : [];
	});
}

/** Two shops never use one number (HC-16). */
export function invoiceNumbers({ shops }: Settings): Spoken[] {
	return shops.flatMap((shop, index) => {
		const other = shops
			.slice(0, index)
			.find(
				({ kind, invoiceNumberPrefix }) =>
					kind === shop.kind && onlyDigitsApart(invoiceNumberPrefix, shop.invoiceNumberPrefix),
			);
		return other ? [contradiction('invoiceNumbers', { shop: shop.shop, other: other.shop })] : [];
	});
}

/** Whether two prefixes can lead to the same number, since digits follow both. */
function onlyDigitsApart(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return long.startsWith(short) && /^\d*$/.test(long.slice(short.length));
}
