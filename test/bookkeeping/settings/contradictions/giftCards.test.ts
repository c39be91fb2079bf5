import { readSettings } from '../../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../../bookkeeping/settings/settings';
import { completeSettings } from '../../support';

const complaints = (changes: Partial<SettingsInput>) => {
	const result = readSettings({ ...completeSettings, ...changes });
	return result.ok ? [] : result.complaints;
};

test('a journal for cards needs the account that the cards stand on', () => {
	const giftCardJournalId = 'memorial journal';
	expect(complaints({ giftCardJournalId })).toEqual([
		"'Gift Card Journal' is chosen, so 'Gift Card Account' has to be chosen as well.",
	]);
	expect(complaints({ giftCardJournalId, giftCardAccountId: 'gift cards' })).toEqual([]);
	expect(complaints({ giftCardAccountId: 'gift cards' })).toEqual([]);
});
