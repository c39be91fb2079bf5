import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';

/** A paper hangs on a sales entry, and comes from the shop or is made of the order as the shop gives it. */
export function papers({ shops, document }: Settings): Spoken[] {
	const withPaper = shops.filter(({ paper }) => paper !== 'none');
	return withPaper.flatMap(({ shop, kind, paper }) => {
		if (document === 'salesOrder') {
			return [contradiction('paperOfOrder', { shop })];
		}
		if (paper === 'invoice' && kind !== 'wooCommerce') {
			return [contradiction('paperInvoice', { shop })];
		}
		if (kind !== 'wooCommerce' && kind !== 'jouwWeb') {
			return [contradiction('paperReadAgain', { shop })];
		}
		return [];
	});
}
