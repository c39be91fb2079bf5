import type { Settings } from '../settings';
import { repeated } from './repeated';

/** Workflows find a shop by its name. */
export function shopNames({ shops }: Settings): string[] {
	return repeated(shops.map(({ shop }) => shop)).map(
		(shop) => `'Shops' names the shop "${shop}" twice; every shop needs a name of its own.`,
	);
}
