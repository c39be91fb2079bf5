import { articleRefusals } from './articles';
import { documentRefusals } from './documents';
import { entryRefusals } from './entries';
import { generalRefusals } from './general';
import { orderRefusals } from './orders';
import type { Refusals } from './refusal';
import { relationRefusals } from './relations';

/**
 * SnelStart's own codes with the way out (SS-903). SnelStart's list is not complete, so other codes
 * are possible: `UNKNOWN_SNELSTART_CODE` tells them in SnelStart's words.
 */
export const snelStartRefusals: Refusals = {
	...generalRefusals,
	...articleRefusals,
	...documentRefusals,
	...entryRefusals,
	...orderRefusals,
	...relationRefusals,
};
