import {
	transformPayout,
	type PayoutOptions,
} from '../../../../bookkeeping/payments/payouts/transformPayout';
import { mollie, order, paymentSettings, payout, payoutOptions } from '../support';

const run = (
	raw: unknown = payout(),
	orders = [order('101', { paymentIds: ['tr_1'] })],
	options: Partial<PayoutOptions> = {},
	settings = paymentSettings(),
) => transformPayout(raw, orders, settings, { ...payoutOptions, ...options });

const line = (type: string, gross: string, fee = '0', changes: object = {}) => ({
	id: `${type} ${gross}`,
	type,
	gross,
	fee,
	net: ((Number(gross) * 100 - Number(fee) * 100) / 100).toFixed(2),
	date: '2026-11-18',
	...changes,
});

describe('a payout that is not booked', () => {
	const [entry] = payout().entries;
	test.each<[string, unknown, string, RegExp]>([
		[
			'the lines do not make the payout',
			payout({ net: '118.80' }),
			'PAYOUT_NOT_EXPLAINED',
			/a gap of 0\.01/,
		],
		[
			'a line does not add up',
			payout({ entries: [{ ...entry!, fee: '2.20' }] }),
			'PAYOUT_NOT_EXPLAINED',
			/Line 1 has 121\.00 − fee 2\.20, but states 118\.79/,
		],
		['it has no lines', payout({ net: 0, entries: [] }), 'PAYOUT_NOT_EXPLAINED', /no lines/],
		[
			'a line is of an unknown kind',
			payout({ entries: [{ ...entry!, type: 'unknown' }] }),
			'PAYOUT_ENTRY_UNKNOWN',
			/Line 1 of 118\.79/,
		],
		['HC-13: another currency', payout({ currency: 'USD' }), 'CURRENCY_NOT_EUR', /USD/],
		['a fraction of a cent', payout({ net: '118.795' }), 'PAYOUT_UNREADABLE', /whole cents/],
		['no provider', payout({ provider: '' }), 'PAYOUT_UNREADABLE', /provider/],
		['an unknown provider', payout({ provider: 'x' }), 'PAYOUT_PROVIDER_NOT_CONFIGURED', /x/],
		['no payout at all', 'text', 'PAYOUT_UNREADABLE', /no payout/],
	])('%s', (_, raw, code, message) => {
		const found = run(raw);
		expect(found).toMatchObject({ outcome: 'attention', code });
		expect(found.message).toMatch(message);
		expect(found.draft).toBeUndefined();
	});

	test('it is named all the same, so that each refused payout has a key of its own', () => {
		expect(run(payout({ net: '118.80' }))).toMatchObject({
			payoutKey: `test-client/payout/mollie/${payout().id}`,
			payoutId: payout().id,
		});
		expect(run('text').payoutKey).toBe('test-client/payout/unreadable');
	});

	test('a reserve without an account for it', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, reserveAccountId: '' }] });
		const entries = [line('reserve', '-5.00')] as never;
		expect(run(payout({ net: '-5.00', entries }), [], {}, settings)).toMatchObject({
			code: 'PAYOUT_SETTING_MISSING',
			message: expect.stringMatching(/'Reserve Account' of 'Payout Providers' "mollie"/),
		});
	});

	test('with unmatched lines when they are to be held', () => {
		const held = run(payout(), [], { unmatched: 'hold' });
		expect(held).toMatchObject({ outcome: 'attention', code: 'PAYOUT_UNMATCHED_HELD' });
		expect(held.unmatched).toHaveLength(1);
	});
});
