import type { Settings } from './settings';

/** Goes before the prefix of the totals of sales. */
const OF_REFUNDS = 'C';

/** The prefix of the numbers of negative totals (`CWDAG`): those of refunds. */
export const refundPrefixOf = ({
	numberPrefix,
}: Pick<Settings['dayTotals'][number], 'numberPrefix'>): string => `${OF_REFUNDS}${numberPrefix}`;
