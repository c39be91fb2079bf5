import {
	creditKey,
	isCreditKey,
	orderKey,
	paymentKey,
	payoutEntryKey,
	payoutKey,
	refundKey,
} from '../../../bookkeeping/orderTable/keys';
import { fc, runs } from '../../support/property';

const RUNS = runs(2_000);

test('keys are those that stand in the tables of clients', () => {
	const order = orderKey('my-client', 'woocommerce', '28');
	expect(order).toBe('my-client/woocommerce/28');
	expect(refundKey(order, '66')).toBe('my-client/woocommerce/28/refund/66');
	expect(creditKey(order, 1)).toBe('my-client/woocommerce/28/credit/1');
	expect(paymentKey(order, undefined)).toBe('my-client/woocommerce/28/paid');
	expect(paymentKey(order, 'tr_7UhSN1')).toBe('my-client/woocommerce/28/tr_7UhSN1');
	expect(paymentKey(order, 'refund-66')).toBe('my-client/woocommerce/28/refund-66');
	const payout = payoutKey('my-client', 'mollie', 'stl_jDk30akdN');
	expect(payout).toBe('my-client/payout/mollie/stl_jDk30akdN');
	const entry = { type: 'payment', entryId: 'tr_1', date: '2026-01-05', gross: 12.1 };
	expect(payoutEntryKey(payout, entry)).toBe('my-client/payout/mollie/stl_jDk30akdN/payment/tr_1');
	expect(payoutEntryKey(payout, { ...entry, entryId: '' })).toBe(
		'my-client/payout/mollie/stl_jDk30akdN/payment/2026-01-05 12.1',
	);
});

test('what has no readable id has a row too', () => {
	expect(orderKey('my-client', 'jouwweb', undefined)).toBe('my-client/jouwweb/unreadable');
	expect(orderKey('my-client', 'jouwweb', '')).toBe('my-client/jouwweb/unreadable');
	expect(refundKey('my-client/jouwweb/1', undefined)).toBe('my-client/jouwweb/1/refund/unreadable');
	expect(payoutKey('my-client', 'mollie', '')).toBe('my-client/payout/unreadable');
	expect(payoutKey('my-client', '', 'stl_1')).toBe('my-client/payout/unreadable');
});

test('a credit note that takes back an entry is told from a refund', () => {
	const order = orderKey('my-client', 'woocommerce', '28');
	expect(isCreditKey(creditKey(order, 2), order)).toBe(true);
	expect(isCreditKey(refundKey(order, '2'), order)).toBe(false);
	expect(isCreditKey(creditKey(orderKey('my-client', 'woocommerce', '2'), 1), order)).toBe(false);
});

/** The names that the settings allow; `payout` stands for payouts. */
const name = fc.constantFrom('a', 'b-1', 'woocommerce');
/** What a shop or a provider may use as an id, the nastiest ones among them. */
const id = fc.oneof(
	fc.stringMatching(/^[a-z0-9%/ _-]{1,12}$/),
	fc.constantFrom('1', '1/refund/2', '1/paid', '1%2Frefund%2F2', 'refund', 'credit', '1/credit/1'),
);
const things = fc.oneof(
	fc.tuple(name, name, id).map((of) => ({ of: ['order', ...of], key: orderKey(...of) })),
	fc.tuple(name, name, id, id).map(([client, shop, order, refund]) => ({
		of: ['refund', client, shop, order, refund],
		key: refundKey(orderKey(client, shop, order), refund),
	})),
	fc.tuple(name, name, id, fc.integer({ min: 1, max: 3 })).map(([client, shop, order, n]) => ({
		of: ['credit', client, shop, order, n],
		key: creditKey(orderKey(client, shop, order), n),
	})),
	fc.tuple(name, name, id, id).map(([client, shop, order, payment]) => ({
		of: ['payment', client, shop, order, payment],
		key: paymentKey(orderKey(client, shop, order), payment),
	})),
	fc.tuple(name, id, id).map(([client, provider, payout]) => ({
		of: ['payout', client, provider, payout],
		key: payoutKey(client, provider, payout),
	})),
	fc.tuple(name, id, id, id).map(([client, provider, payout, entryId]) => ({
		of: ['payoutEntry', client, provider, payout, entryId],
		key: payoutEntryKey(payoutKey(client, provider, payout), {
			type: 'refund',
			entryId,
			date: '',
			gross: 0,
		}),
	})),
);

test('property: two things never share a key, and one thing always has the same', () => {
	fc.assert(
		fc.property(things, things, (one, other) => {
			expect(one.key === other.key).toBe(JSON.stringify(one.of) === JSON.stringify(other.of));
		}),
		{ numRuns: RUNS },
	);
});
