import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';
import { repeated } from './repeated';

/** Workflows find a shop by its name. */
export function shopNames({ shops }: Settings): Spoken[] {
	return repeated(shops.map(({ shop }) => shop)).map((shop) =>
		contradiction('shopTwice', { shop }),
	);
}
