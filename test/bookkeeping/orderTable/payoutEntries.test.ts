import { reason, sortEntries } from '../../../bookkeeping';

const PAYOUT = 'c/payout/msp/MSP-1';
const KEY = `${PAYOUT}/payment/`;
const entry = (entryId: string, changes: object = {}) => ({
	...{ payoutKey: PAYOUT, provider: 'msp', payoutId: 'MSP-1', entryId, type: 'payment' },
	...{ paymentIds: [], gross: 1, date: '2026-11-22' },
	...{ why: 'No order.', reason: reason('ENTRY_WITHOUT_ORDER', { case: 'none' }) },
	...changes,
});
const sorted = (unmatched: object[], listed: object[] = [], matched: string[] = []) => {
	const payout = { payoutKey: PAYOUT, matched: matched.map((entryId) => ({ entryId })) };
	return sortEntries(unmatched as never, [payout], listed as never, 'c', 3);
};

test('a line without a row becomes one, as it would be recorded one by one', () => {
	const { added, again, matched } = sorted([entry('7')]);
	expect(added).toMatchObject([
		{
			...{ orderKey: `${KEY}7`, kind: 'payoutEntry', parentKey: PAYOUT, client: 'c', shop: 'msp' },
			...{ orderId: '7', orderNumber: '7', total: 1, state: 'needsAttention', claimId: '' },
			...{ code: 'PAYOUT_ENTRY_UNMATCHED', settingsVersion: 3 },
		},
	]);
	expect([again, matched]).toEqual([[], []]);
});

test('a line that comes twice under one key has one row, and each other line its own', () => {
	const all = Array.from({ length: 10_000 }, (_, at) => entry(String(at)));
	const { added } = sorted([...all, ...all]);
	expect(added).toHaveLength(10_000);
	expect(new Set(added.map(({ orderKey }) => orderKey)).size).toBe(10_000);
});

test('a line whose row says the same is left alone, another is recorded again', () => {
	const { added: listed } = sorted([entry('7'), entry('8')]);
	const [same, other] = listed;
	const changed = { ...other!, state: 'nothingToBook', code: 'ENTRY_MATCHED_LATER' };
	const { added, again } = sorted([entry('7'), entry('8')], [same!, changed]);
	expect(added).toEqual([]);
	expect(again).toMatchObject([{ entryId: '8', client: 'c' }]);
});

test('the row of a line that has an order now is struck off, and no other', () => {
	const { added } = sorted([entry('7'), entry('8'), entry('9'), entry('', { gross: 2 })]);
	const [first, second, third, withoutId] = added;
	const listed = [first!, second!, { ...third!, state: 'nothingToBook' }, withoutId!];
	// 8 has no order still; one of the lines without an id has one, and this is another.
	const { matched } = sorted([entry('8'), entry('', { gross: 2 })], listed, ['7', '9', '']);
	expect(matched).toEqual([`${KEY}7`]);
	expect(sorted([], [{ ...first!, parentKey: 'another payout' }], ['7']).matched).toEqual([]);
});

test('what has no key goes where it is refused', () => {
	const { added, again } = sorted([entry('7', { payoutKey: '' })]);
	expect(added).toEqual([]);
	expect(again).toHaveLength(1);
});
