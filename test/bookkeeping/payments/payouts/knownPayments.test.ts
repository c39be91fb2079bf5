import { readKnownPayments } from '../../../../bookkeeping/payments/payouts/knownPayments';

const KEY = 'test-client/woocommerce/101';
const row = (key: string, total: number | null, changes: object = {}) => ({
	...{ kind: 'payment', state: 'booked', parentKey: KEY, orderKey: `${KEY}/${key}`, total },
	...changes,
});

test('what payments move on the clearing account, by order', () => {
	const rows = [
		row('paid', 90),
		row('refund-66', -18.5, { state: 'waiting' }),
		row('tr_1', 1, { parentKey: 'test-client/woocommerce/102', orderKey: 'x' }),
	];
	expect(readKnownPayments(rows)).toEqual(
		new Map([
			[KEY, [9000, -1850]],
			['test-client/woocommerce/102', [100]],
		]),
	);
});

test.each<[string, unknown]>([
	['a gift card', row('giftcard', 25)],
	['what went back to a card', row('giftcard-refund-66', -25)],
	['a credit note that is set off', row('set-off-66', 0)],
	['what is not to be booked', row('paid', 90, { state: 'nothingToBook' })],
	['an amount that is not known', row('paid', null)],
	['an order', row('paid', 90, { kind: 'order' })],
	['no row', 'row'],
])('%s is passed over', (_, item) => {
	expect(readKnownPayments([item]).size).toBe(0);
});
