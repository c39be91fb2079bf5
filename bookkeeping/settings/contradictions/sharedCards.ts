import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import { sharedCardName } from '../sharedCardName';
import type { Settings } from '../settings';
import { repeatedNames } from './repeated';

/** The same customers share one card. */
export function sharedCards({ sharedCards: rows }: Settings): Spoken[] {
	return repeatedNames(rows.map(sharedCardName)).map((place) =>
		contradiction('cardTwice', { place }),
	);
}
