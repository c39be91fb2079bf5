import { orderMoney, paidOf } from '../../../bookkeeping/reconciliation/orderMoney';
import { cardOrder } from '../giftCards/support';
import { settingsWith, wooCommerceOrder } from '../support';

const method = {
	paymentMethod: 'mollie_wc_gateway_ideal',
	entryKind: 'memorial' as const,
	journalId: 'j',
	clearingAccountId: 'clearing',
};
const settings = settingsWith({ paymentMethods: [method] });
const paid = { payment_method: 'mollie_wc_gateway_ideal', date_paid_gmt: '2026-11-05T10:00:00' };
const money = (changes: object, given = settings) =>
	orderMoney(wooCommerceOrder('rest_simple_nl', changes as never), 'woocommerce', given);

test('what was paid, and the account that the settings put it on', () => {
	const total = Number(wooCommerceOrder('rest_simple_nl').total);
	expect(money(paid)).toEqual({
		...{ isTold: true, payments: [{ amount: total, invoiceNumber: '29', accountId: 'clearing' }] },
	});
	expect(paidOf(money(paid))).toBe(Math.round(total * 100));
	expect(paidOf(money(paid), 'another')).toBe(0);
});

test('what is not paid yet is told, and is nothing', () => {
	const open = { ...paid, date_paid: null, date_paid_gmt: null };
	expect(money(open)).toEqual({ isTold: true, payments: [] });
	expect(money({ ...open, status: 'cancelled' })).toEqual({ isTold: true, payments: [] });
});

test('payments that are booked elsewhere are not told', () => {
	expect(money({ ...paid, payment_method: 'bacs' }).isTold).toBe(false);
	expect(money(paid, settingsWith()).isTold).toBe(false);
	expect(orderMoney('nothing', 'woocommerce', settings)).toEqual({ isTold: false, payments: [] });
});

test('a bank journal has an account of its own, that is not known here', () => {
	const bank = settingsWith({
		paymentMethods: [{ ...method, entryKind: 'bank' as const, clearingAccountId: undefined }],
	});
	expect(money(paid, bank).payments.map(({ accountId }) => accountId)).toEqual(['']);
});

test('a gift card pays on the account that cards stand on', () => {
	const cards = settingsWith({
		...{ paymentMethods: [method], giftCardAccountId: 'cards', giftCardJournalId: 'memorial' },
	});
	const order = cardOrder('35.50', {
		...{ gift_cards: [{ id: 1, code: 'A', amount: '25.00' }], ...paid },
	});
	const told = orderMoney(order, 'woocommerce', cards);
	expect(paidOf(told, 'cards')).toBe(2500);
	expect(paidOf(told)).toBe(6050);
});
