import { jouwWeb } from '../../../../bookkeeping/shops/jouwWeb/shop';

const rules = { zone: 'Europe/Amsterdam', country: 'NL', paidStatuses: ['betaald'] };

test('J080, J081, J084, J085: what is known of an order before it is read', () => {
	const raw = { id: 7, orderNumber: 1007, status: ' open ', paymentMethod: 'iDEAL' };
	expect(jouwWeb.identity(raw)).toEqual({ number: '1007', status: 'open' });
	expect(jouwWeb.paymentMethod(raw)).toEqual({ code: 'iDEAL', title: 'iDEAL' });
	expect(jouwWeb.paymentIds({ transactionId: 'tr_1' })).toEqual(['tr_1']);
});

test('J087, J090: the total, or the nested one where there is no other', () => {
	expect(jouwWeb.stated({ totalPrice: '12.10', price: { total: 9 } }).total).toBe('12.10');
	expect(jouwWeb.stated({ price: { total: 9 } }).total).toBe(9);
	expect(jouwWeb.stated({}).total).toBeUndefined();
});

test('J160: paid by the payment status; it shows no refunds and proposes no statuses', () => {
	expect(jouwWeb.payment({ paymentStatus: 'Betaald' }, rules, []).state).toBe('paid');
	expect(jouwWeb.payment({ status: 'betaald' }, rules, []).state).toBe('open');
	expect(jouwWeb.refunds).toBeUndefined();
	expect(jouwWeb.statuses).toBeUndefined();
});
