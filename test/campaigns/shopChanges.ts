import type { Sandbox } from '../../sandbox';

/**
 * What happens in a WooCommerce shop right after it answered a call, so that what a run reads next is
 * another list: an order that nobody paid leaves it (all pages behind it move up), comes back before all
 * others (what was read comes again), or is changed; or a customer orders and pays.
 */
export const shopChanges = [
	'order-leaves',
	'order-returns',
	'order-changes',
	'order-comes',
] as const;
export type ShopChange = (typeof shopChanges)[number];

/** Small enough for a list of a few orders to have several pages. */
export const PAGE = 4;

export const isShopChange = (kind: string): kind is ShopChange =>
	shopChanges.some((one) => one === kind);

/** What is still to happen in a shop. */
export interface ComingChange {
	kind: ShopChange;
	/** Method and first part of the path of the call after which it happens. */
	shape: string;
	/** How many such calls pass first. */
	skip: number;
}

/**
 * Lets the shop change after calls.
 * @param happen makes each of the changes
 * @returns what has not happened yet
 */
export function changeMeanwhile(
	{ wooCommerce }: Sandbox,
	happen: Readonly<Record<ShopChange, () => void>>,
	changes: readonly ComingChange[],
): () => ComingChange[] {
	const left = changes.map((change) => ({ ...change }));
	wooCommerce.meanwhile = ({ method, path }) => {
		const shape = `${method} ${path.split('/wc/v3/')[1]?.split('/')[0] ?? ''}`;
		for (const change of left.filter((one) => one.shape === shape)) {
			if (change.skip-- > 0) continue;
			left.splice(left.indexOf(change), 1);
			happen[change.kind]();
		}
	};
	return () => left;
}
