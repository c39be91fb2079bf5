import type { Settings } from '../settings';

/** A paper hangs on a sales entry, and comes from the shop or is made of the order as the shop gives it. */
export function papers({ shops, document }: Settings): string[] {
	const withPaper = shops.filter(({ paper }) => paper !== 'none');
	return withPaper.flatMap(({ shop, kind, paper }) => {
		if (document === 'salesOrder') {
			return [
				`'Paper at the Entry' of the shop "${shop}" needs sales entries, but 'Document' makes sales orders; use one of them.`,
			];
		}
		if (paper === 'invoice' && kind !== 'wooCommerce') {
			return [
				`'Paper at the Entry' of the shop "${shop}" is its invoice, which can be fetched from WooCommerce only; choose the order sheet or none.`,
			];
		}
		if (kind !== 'wooCommerce' && kind !== 'jouwWeb') {
			return [
				`'Paper at the Entry' of the shop "${shop}" is made of an order that is read again, which only WooCommerce and JouwWeb can give; choose none.`,
			];
		}
		return [];
	});
}
