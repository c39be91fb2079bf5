import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';

/** What cards paid is booked on an account, in a journal: a journal alone does nothing. */
export function giftCards({ giftCardAccountId, giftCardJournalId }: Settings): Spoken[] {
	return giftCardJournalId && !giftCardAccountId ? [contradiction('cardAccount')] : [];
}
