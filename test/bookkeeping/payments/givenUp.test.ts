import { changedOn, givenUpOf, inEuroOf, isGivenUp } from '../../../bookkeeping/payments/givenUp';
import type { ListedRefund } from '../../../bookkeeping/trade/refund';
import { readRate } from '../../../bookkeeping/money/exchangeRate';
import { settingsWith } from '../support';

const refund = (changes: Partial<ListedRefund> = {}): ListedRefund => ({
	...{ id: '70', amount: 500, toCard: 0, state: 'outside', date: '2026-11-20' },
	...changes,
});
const paid = { state: 'paid', date: '2026-11-22' } as const;

test.each<[string, Partial<ListedRefund>, boolean]>([
	['by hand, before the payment', {}, true],
	['on the day of the payment', { date: '2026-11-22' }, false],
	['after it', { date: '2026-11-23' }, false],
	['on a day that is not known', { date: '' }, false],
	['through the provider', { state: 'paid' }, false],
	['of which only the amount is known', { state: 'detailsMissing' }, false],
	['to a gift card', { toCard: 500 }, false],
	['of which a gift card gets a part', { toCard: 100 }, true],
	['without an id', { id: '' }, false],
])('a refund %s', (_, changes, expected) => {
	expect(isGivenUp(paid)(refund(changes))).toBe(expected);
});

test('as long as nothing was paid every refund by hand gives up; paid on an unknown day none', () => {
	expect(isGivenUp({ state: 'open', date: '' })(refund({ date: '2027-01-01' }))).toBe(true);
	expect(isGivenUp({ state: 'paid', date: '' })(refund())).toBe(false);
});

test('what was given up, each refund in euro as its credit note has it', () => {
	const refunds = [
		refund(),
		refund({ id: '71', amount: 200, date: '2026-11-25' }),
		refund({ id: '72', amount: 33 }),
	];
	expect(givenUpOf(refunds, paid)).toBe(533);
	// What a gift card gets was paid by it.
	expect(givenUpOf([refund({ toCard: 100 })], paid)).toBe(400);
	const rate = readRate('2', 'perEuro', 'USD')!;
	// 0.33 dollar after 7.00: 3.665 less 3.50, rounded together.
	expect(inEuroOf('72', refunds, 33, rate)).toBe(17);
	expect(givenUpOf(refunds, paid, rate)).toBe(250 + 17);
});

test('the day on which the shop last changed the order', () => {
	const [shop] = settingsWith().shops;
	expect(changedOn({ date_modified_gmt: '2026-11-30T23:30:00' }, shop!)).toBe('2026-12-01');
	expect(changedOn({ updatedAt: '2026-11-30T10:00:00' }, shop!)).toBe('2026-11-30');
	expect(changedOn({}, shop!)).toBe('');
});
