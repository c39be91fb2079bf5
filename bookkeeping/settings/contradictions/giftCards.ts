import type { Settings } from '../settings';

/** What cards paid is booked on an account, in a journal: a journal alone does nothing. */
export function giftCards({ giftCardAccountId, giftCardJournalId }: Settings): string[] {
	return giftCardJournalId && !giftCardAccountId
		? ["'Gift Card Journal' is chosen, so 'Gift Card Account' has to be chosen as well."]
		: [];
}
