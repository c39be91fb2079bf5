import type { Settings } from '../settings';

/** Sales under the margin scheme need accounts. */
export function marginScheme({ shops, margin }: Settings): string[] {
	if (margin) return [];
	return shops
		.filter((shop) => shop.marginScheme)
		.map(
			({ shop }) =>
				`Shop "${shop}" has 'Margin Scheme' on, but the accounts of 'Margin Scheme' are empty; fill them or switch it off.`,
		);
}
