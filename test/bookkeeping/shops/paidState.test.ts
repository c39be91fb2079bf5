import { paidState, statedPayment } from '../../../bookkeeping/shops/paidState';

const rules = {
	...{ zone: 'Europe/Amsterdam', country: 'NL', paidStatuses: ['Paid', 'settled'] },
};

describe('paid or not (J160)', () => {
	test.each<[string, object, object, 'paid' | 'open']>([
		['a payment status of the settings, in any case', { paymentStatus: 'PAID' }, {}, 'paid'],
		['with an underscore', { payment_status: 'settled' }, {}, 'paid'],
		['on the payment', {}, { status: 'paid' }, 'paid'],
		['the status of the order says nothing', { status: 'paid' }, {}, 'open'],
		['another status', { paymentStatus: 'pending' }, {}, 'open'],
		['nothing', {}, {}, 'open'],
	])('%s', (_, order, payment, state) => {
		const row = order as Record<string, unknown>;
		expect(paidState(row, payment as Record<string, unknown>, rules)).toEqual({ state, date: '' });
	});

	test('a date of payment says so too; it is the date at the shop (HC-19)', () => {
		expect(paidState({ paidAt: '2026-12-31T23:30:00Z' }, {}, rules)).toEqual({
			state: 'paid',
			date: '2027-01-01',
		});
		// Without a zone it is shop time (D-ZONE).
		expect(paidState({}, { date_paid: '2026-12-31T23:30:00' }, rules)).toEqual({
			state: 'paid',
			date: '2026-12-31',
		});
		expect(paidState({ paidAt: '' }, { paidAt: null }, rules)).toEqual({ state: 'open', date: '' });
	});
});

test('the id stands on the order or on its payment; the fee is not stated', () => {
	const fee = { unknownBecause: 'the order does not state it' };
	const idOf = (raw: object) => statedPayment(raw as Record<string, unknown>, rules);
	expect(idOf({ transactionId: 't1', payment: { id: 'p1' } })).toMatchObject({ id: 't1', fee });
	expect(idOf({ payment: { transactionId: 't2', id: 'p2' } })).toMatchObject({ id: 't2' });
	expect(idOf({ payment: { id: 'p3', status: 'paid' } })).toMatchObject({
		id: 'p3',
		state: 'paid',
	});
	expect(idOf({})).toEqual({ id: '', state: 'open', date: '', fee });
});
