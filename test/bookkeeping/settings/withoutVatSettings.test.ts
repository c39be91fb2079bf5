import { readSettings } from '../../../bookkeeping/settings/readSettings';
import { withoutVatSettings } from '../../../bookkeeping/settings/withoutVatSettings';
import { completeSettings } from '../support';

describe('J065: starting over with VAT', () => {
	const kept = withoutVatSettings(completeSettings);

	test('takes the links between rates and accounts away, and nothing else', () => {
		expect(kept.vatMapping).toEqual([]);
		expect(kept.icp).toBeUndefined();
		expect(kept.international).toBeUndefined();
		expect(kept.shops).toEqual(completeSettings.shops);
		expect(kept.client).toBe(completeSettings.client);
		expect(kept.roundingAccountId).toBe(completeSettings.roundingAccountId);
	});

	test('what is left books nothing: it says what is missing', () => {
		const result = readSettings(kept);
		expect(result.ok ? [] : result.complaints).not.toEqual([]);
	});

	test('leaves what it was given as it is', () => {
		expect(completeSettings.vatMapping.length).toBeGreaterThan(0);
	});
});
