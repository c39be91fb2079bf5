import { CLAIM_HOURS, reason, told } from '../../../bookkeeping';
import type { ToldCode } from '../../../bookkeeping';

/** A run claims and reads before it sends, and records after it: half an hour is left for both. */
const MINUTES = CLAIM_HOURS * 60 - 30;

/**
 * Why a batch sends nothing more: its claims are about to end, and what another run claims then would
 * be sent twice. SnelStart refuses a second sales entry of one number, but takes a second sales order
 * or payment.
 *
 * @param since when the batch began (milliseconds)
 * @returns undefined while there is time
 */
export function outOfTime(since: number): ToldCode | undefined {
	if (Date.now() - since < MINUTES * 60_000) return undefined;
	return told(reason('BATCH_OUT_OF_TIME', { minutes: MINUTES }));
}
