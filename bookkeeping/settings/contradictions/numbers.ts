import type { Settings } from '../settings';

/** A credit note never gets a number that an order could have (W043). */
export function creditNoteNumbers({ shops }: Settings): string[] {
	return shops.flatMap(({ shop, creditNoteNumberPrefix, invoiceNumberPrefix }) => {
		const creditNotes = `${creditNoteNumberPrefix}${invoiceNumberPrefix}`;
		const other = shops.find((one) => onlyDigitsApart(creditNotes, one.invoiceNumberPrefix));
		return other
			? [
					`'Credit Note Number Prefix' of shop "${shop}" gives credit notes numbers like those of the orders of shop "${other.shop}" ('Invoice Number Prefix'); put other letters in one of them.`,
				]
			: [];
	});
}

/** Two shops never use one number (HC-16). */
export function invoiceNumbers({ shops }: Settings): string[] {
	return shops.flatMap((shop, index) => {
		const other = shops
			.slice(0, index)
			.find(
				({ kind, invoiceNumberPrefix }) =>
					kind === shop.kind && onlyDigitsApart(invoiceNumberPrefix, shop.invoiceNumberPrefix),
			);
		return other
			? [
					`'Invoice Number Prefix' of shop "${shop.shop}" and of shop "${other.shop}" can give the same invoice numbers, since both shops number their orders alike; put other letters in one of them.`,
				]
			: [];
	});
}

/** Whether two prefixes can lead to the same number, since digits follow both. */
function onlyDigitsApart(one: string, other: string): boolean {
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	return long.startsWith(short) && /^\d*$/.test(long.slice(short.length));
}
