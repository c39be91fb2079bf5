import { periodOrder } from '../../../bookkeeping/reconciliation/periodOrder';
import { settingsWith, transform, wooCommerceOrder } from '../support';

const settings = settingsWith();
const ofPeriod = (changes: Record<string, unknown>) => {
	const raw = wooCommerceOrder('rest_simple_nl', changes);
	return periodOrder(transform(raw, settings), raw, settings);
};

test('an order that stands is as it is to be booked', () => {
	expect(ofPeriod({})).toMatchObject({ outcome: 'book', asSold: false, withdrawn: '' });
});

test.each([
	['cancelled', 'cancelled'],
	['failed', 'cancelled'],
	['trash', 'trashed'],
	['pending', ''],
])('with the status %s it is drafted as it was sold', (status, withdrawn) => {
	const sold = ofPeriod({}).draft;
	expect(ofPeriod({ status })).toMatchObject({ asSold: true, withdrawn, draft: sold });
});

test('what could not be booked even then has no draft', () => {
	const none = ofPeriod({ status: 'cancelled', total: 'x' });
	expect(none).toMatchObject({ asSold: true, withdrawn: 'cancelled' });
	expect(none.draft).toBeUndefined();
});

test('the day of its entry is there too when it cannot be booked, and empty when it cannot be told', () => {
	const placed = { date_created: '2026-02-28T23:30:00', date_created_gmt: '2026-02-28T22:30:00' };
	expect(ofPeriod(placed).day).toBe('2026-02-28');
	expect(ofPeriod({ ...placed, total: 'x' }).day).toBe('2026-02-28');
	const paid = { ...placed, date_paid: null, date_paid_gmt: null };
	const onPayment = settingsWith({
		shops: [{ ...settings.shops[0]!, entryDate: 'paid' }],
	});
	const raw = wooCommerceOrder('rest_simple_nl', paid);
	expect(periodOrder(transform(raw, onPayment), raw, onPayment).day).toBe('');
	const undated = { date_created: '', date_created_gmt: '' };
	expect(ofPeriod(undated).day).toBe('');
});
