import { otherShop } from '../../../../bookkeeping/shops/other/shop';

const rules = { zone: 'Europe/Amsterdam', country: 'NL', paidStatuses: ['paid'] };

test('W075: what is known of an order of any other shop before it is read', () => {
	const raw = { id: 'x', number: 'A-7', status: 'sent', total: 12.1, currency: 'EUR' };
	expect(otherShop.identity(raw)).toEqual({ number: 'A-7', status: 'sent' });
	expect(otherShop.stated(raw)).toEqual({ total: 12.1, currency: 'EUR' });
	expect(otherShop.paymentIds({ transactionId: 'tr_1' })).toEqual(['tr_1']);
	expect(otherShop.payment({ paymentStatus: 'paid' }, rules, []).state).toBe('paid');
	expect(otherShop.refunds).toBeUndefined();
});
