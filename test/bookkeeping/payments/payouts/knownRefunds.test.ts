import { readKnownRefunds } from '../../../../bookkeeping/payments/payouts/knownRefunds';
import { readPayoutOrder } from '../../../../bookkeeping/payments/payouts/payoutOrders';
import { paymentSettings } from '../support';

const KEY = 'test-client/woocommerce/101';

const row = (total: number | null, changes: object = {}) => ({
	...{ kind: 'refund', parentKey: KEY, state: 'booked', orderDate: '2026-11-18', total },
	...{ snelStartNumber: `CN${String(total)}`, salesEntryId: `entry ${String(total)}`, ...changes },
});

test('rows of refunds are no orders, and those of another order are not looked at', () => {
	const rows = [row(-20), { ...row(-20), kind: 'order' }, row(-20, { parentKey: 'other' }), null];
	expect(readKnownRefunds(rows).get(KEY)).toEqual([
		{ invoiceNumber: 'CN-20', salesEntryId: 'entry -20', amount: 2000, date: '2026-11-18' },
	]);
	expect(readPayoutOrder({ ...row(-20), orderKey: KEY }, '', paymentSettings())).toBeUndefined();
});

test('one that is not booked yet has no number to settle, and one whose amount cannot be read none', () => {
	const open = { snelStartNumber: '', salesEntryId: '', state: 'ready' };
	expect(readKnownRefunds([row(-20, open), row(null)]).get(KEY)).toMatchObject([
		{ invoiceNumber: '', amount: 2000 },
		{ amount: undefined },
	]);
	expect(readKnownRefunds([row(-20, { state: 'nothingToBook' })]).size).toBe(0);
});

test('the credit note of an undone entry pays nothing back; that of a cancelled order may', () => {
	const credit = (version: number) => row(-20, { orderKey: `${KEY}/credit/${version}` });
	const order = (version: number | null) => ({ kind: 'order', orderKey: KEY, version });
	const amounts = (...rows: object[]) => readKnownRefunds(rows).get(KEY)?.length ?? 0;
	expect(amounts(order(2), credit(1))).toBe(0);
	expect(amounts(credit(1), credit(2), row(-5), order(3))).toBe(1);
	expect(amounts(order(2), credit(2))).toBe(1);
	expect(amounts(order(null), credit(1))).toBe(1);
	expect(amounts(credit(1), { ...order(2), orderKey: 'other' })).toBe(1);
});
