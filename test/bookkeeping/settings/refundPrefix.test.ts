import { refundPrefixOf } from '../../../bookkeeping/settings/refundPrefix';

test('totals of refunds have the prefix of those of sales behind a C', () => {
	expect(refundPrefixOf({ numberPrefix: 'WDAG' })).toBe('CWDAG');
});
