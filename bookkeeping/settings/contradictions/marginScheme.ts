import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';

/** Sales under the margin scheme need accounts. */
export function marginScheme({ shops, margin }: Settings): Spoken[] {
	if (margin) return [];
	return shops
		.filter((shop) => shop.marginScheme)
		.map(({ shop }) => contradiction('marginAccounts', { shop }));
}
