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
