import { NodeApiError } from 'n8n-workflow';

import { reason, retell, withRemark } from '../../../bookkeeping';
import type { Facts, ToldCode } from '../../../bookkeeping';
import { toldIn } from '../../shared/codedError';
import { refusalOf } from '../../shared/snelStart/refusal';
import type { Refusal } from '../../shared/snelStart/refusal';

/**
 * `booked`: the record is in SnelStart, now or already. `needsAttention`: refused; a person must act.
 * `unknown`: it could not be settled whether the record was made; it is not sent again in this run.
 * `ready`: nothing was sent for this item, trying again in a next run is safe.
 */
export type BookState = 'booked' | 'needsAttention' | 'unknown' | 'ready';

/** What is not booked; `stop` when the next ones need not be tried. */
export interface NotBooked {
	state: Exclude<BookState, 'booked'>;
	reason: ToldCode;
	stop: boolean;
}

export const needsAttention = (reason: ToldCode): NotBooked => ({
	state: 'needsAttention',
	reason,
	stop: false,
});

/**
 * What a refused write means for the ones after it: a cause outside the record (keys, rights,
 * limits, connection) would refuse every next one too, a gateway that blocks holds back this one
 * only, and SnelStart's own refusal needs a person.
 */
export function refusedOutcome(refusal: Refusal): NotBooked {
	const { code, status } = refusal;
	const reason = reasonOf(refusal);
	if (code === 'REQUEST_BLOCKED') return { state: 'ready', reason, stop: false };
	const outside = status === undefined || status === 401 || status === 403 || status === 429;
	return outside ? { state: 'ready', reason, stop: true } : needsAttention(reason);
}

/** SnelStart's or the network's own reason. */
export function reasonOf({ code, message, tip, facts }: Refusal): ToldCode {
	return { code, message, tip, facts };
}

/**
 * Why the next ones are not tried, where they need not be: nothing of those was sent, so nothing of
 * them is unsettled.
 */
export function stopOf(outcome: { state: 'booked' } | StopsOthers): ToldCode | undefined {
	if (outcome.state === 'booked' || !('stop' in outcome) || !outcome.stop) return undefined;
	const told = Object.entries(outcome.reason.facts ?? {});
	const facts: Facts = Object.fromEntries(told.filter(([name]) => name !== 'unsettled'));
	return { ...outcome.reason, facts, ...retell(outcome.reason.code, facts, 'en') };
}
interface StopsOthers {
	state: string;
	reason: ToldCode;
	stop: boolean;
}

/** The reason of a look-up that failed. @throws what is not a failed look-up */
export function reasonOfError(error: unknown): ToldCode {
	if (!(error instanceof NodeApiError)) throw error;
	return toldIn(error);
}

/**
 * The reason of an unsettled write: the next run will look before it sends. Without a refusal
 * SnelStart accepted the write but named no record.
 */
export function unsettledReason(refusal = refusalOf(reason('NO_ID_RETURNED'))): ToldCode {
	return withRemark(reasonOf(refusal), { unsettled: 'nextRun' });
}
