import { shops, type ShopKind } from '../shops';

/** The settings of the JouwWeb manual give no values for the payment status; these are usual ones. */
export const usualPaidStatuses = ['paid', 'betaald', 'voldaan'];

interface Statuses {
	kind: ShopKind;
	statusesToBook: string[];
	statusesToSkip: string[];
}

/** A shop without statuses gets those of its kind, where that has any (D-STATUSES). */
export function withUsualStatuses<S extends Statuses>(shop: S): S {
	const usual = shops[shop.kind].statuses;
	if (!usual || shop.statusesToBook.length > 0) return shop;
	return {
		...shop,
		statusesToBook: [...usual.book],
		statusesToSkip: [...usual.skip, ...shop.statusesToSkip],
	};
}
