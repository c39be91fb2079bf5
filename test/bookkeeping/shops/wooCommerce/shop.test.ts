import { wooCommerce } from '../../../../bookkeeping/shops/wooCommerce/shop';

const rules = { zone: 'Europe/Amsterdam', country: 'NL', paidStatuses: [] };
const payment = (raw: object) => wooCommerce.payment(raw as Record<string, unknown>, rules, []);

test('D-STATUSES: which statuses a new shop books and skips', () => {
	expect(wooCommerce.statuses).toEqual({
		book: ['processing', 'completed', 'refunded'],
		skip: ['cancelled', 'failed', 'trash'],
	});
});

test('WC-513: paid is what the date says, at the shop; never the status', () => {
	expect(payment({ status: 'completed' })).toMatchObject({ state: 'open', date: '' });
	expect(payment({ status: 'pending', date_paid_gmt: '2026-12-31T23:30:00' })).toMatchObject({
		...{ state: 'paid', date: '2027-01-01' },
	});
	expect(payment({ date_paid: '2026-12-31T23:30:00' })).toMatchObject({ date: '2026-12-31' });
	expect(payment({ transaction_id: 'tr_1' }).id).toBe('tr_1');
});

test('PAY-102: the fee changes with the refunds of an order, so it is not known', () => {
	const meta_data = [{ key: '_stripe_fee', value: '0.29' }];
	expect(payment({ meta_data }).fee).toMatchObject({ value: '0.29' });
	expect(payment({ meta_data, refunds: [{ id: 1 }] }).fee).toEqual({
		unknownBecause: 'it changes with the refunds of the order',
	});
});

test('PAY-101: the ids that gateways leave, and no other metadata', () => {
	const meta = (key: string, value: unknown) => ({ key, value });
	expect(
		wooCommerce.paymentIds({
			transaction_id: 'tr_1',
			meta_data: [
				...[meta('_mollie_payment_id', 'tr_2'), meta('_stripe_intent_id', 'pi_3')],
				...[meta('_ppcp_paypal_order_id', '4AB'), meta('_billing_vat', 'NL1')],
			],
		}),
	).toEqual(['tr_1', 'tr_2', 'pi_3', '4AB']);
});
