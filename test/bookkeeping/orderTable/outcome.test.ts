import { outcomes, stateFrom } from '../../../bookkeeping/orderTable/outcome';

test('each end but booking is a state of the row (D-FOUR-ENDS)', () => {
	expect([...outcomes]).toEqual(['book', 'wait', 'nothingToBook', 'attention']);
	expect(stateFrom('wait', 'STATUS_NOT_YET')).toBe('waiting');
	expect(stateFrom('nothingToBook', 'FREE_ORDER')).toBe('nothingToBook');
	expect(stateFrom('attention', 'TOTAL_MISMATCH')).toBe('needsAttention');
});

test('what was not answered is asked again by the next run (J044)', () => {
	expect(stateFrom('wait', 'REFUND_NOT_READ')).toBe('ready');
	expect(stateFrom('wait', 'VAT_NUMBER_NOT_CHECKED')).toBe('ready');
	expect(stateFrom('attention', 'VAT_NUMBER_NOT_CHECKED')).toBe('needsAttention');
});
