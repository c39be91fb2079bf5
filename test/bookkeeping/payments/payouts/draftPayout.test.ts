import {
	transformPayout,
	type PayoutOptions,
} from '../../../../bookkeeping/payments/payouts/transformPayout';
import {
	ledgerOf,
	mollie,
	order,
	paymentSettings,
	payout,
	payoutOptions,
	salesOf,
} from '../support';

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

describe('the entry of a payout', () => {
	// PAY-401: bank debit 118.79, costs debit 2.21, clearing credit 121.00.
	test('W049: net received, fee on costs, gross off the clearing account', () => {
		const { draft, payoutKey } = run();
		expect(draft).toMatchObject({
			document: 'payout',
			kind: 'bank',
			journalId: 'bank journal',
			date: '2026-11-20',
			number: 'stl_1',
			description: 'Payout mollie 1234567.2611.01',
			received: 118.79,
			spent: 0,
			net: 118.79,
			gross: 121,
			fees: 2.21,
		});
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['costs', 'costs', 2.21, 0],
		]);
		expect(payoutKey).toBe('test-client/payout/mollie/stl_1');
	});

	test('W003, W009: as memorial the bank statement keeps its own line, through the transfer account', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, entryKind: 'memorial' }] });
		const { draft } = run(payout(), [], {}, settings);
		expect(draft).toMatchObject({ kind: 'memorial', received: 0, spent: 0 });
		expect(ledgerOf(draft!)[0]).toEqual(['transfer', 'transfer', 118.79, 0]);
	});

	test('fees that come with an invoice or were booked already stay on the clearing account', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, feesOn: 'clearing' }] });
		expect(ledgerOf(run(payout(), [], {}, settings).draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 2.21, 0],
		]);
	});

	test('VAT in the fees is pointed out', () => {
		const [entry] = payout().entries;
		const { draft } = run(payout({ entries: [{ ...entry!, feeVat: '0.38' }] }));
		expect(draft?.notes.join()).toMatch(/VAT of 0\.38/);
	});

	// 121.00 − 2.21 − 20.00 − 10.00 − 15.00 − 5.00 + 0.03 − 1.21 = 67.61
	test('refunds, chargebacks, reserves, exchange and invoices are lines of their own', () => {
		const { draft } = run(
			payout({
				net: '67.61',
				entries: [
					line('payment', '121.00', '2.21'),
					line('refund', '-20.00'),
					line('chargeback', '-10.00', '15.00'),
					line('reserve', '-5.00'),
					line('exchange', '0.03'),
					line('invoice', '-1.21'),
				] as never,
			}),
			[],
		);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 20, 0],
			['clearing', 'clearing mollie', 10, 0],
			['costs', 'costs', 17.21, 0],
			['reserve', 'reserve', 5, 0],
			['exchange', 'exchange', 0, 0.03],
			['clearing', 'clearing mollie', 1.21, 0],
		]);
		expect(draft?.received).toBe(67.61);
		expect(draft?.notes.join()).toMatch(/Chargebacks do not reopen/);
	});

	test('a negative payout is money spent', () => {
		const { draft } = run(payout({ net: '-20.00', entries: [line('refund', '-20.00')] as never }));
		expect(draft).toMatchObject({ received: 0, spent: 20 });
	});

	test('a fee may be stated as a fee or as an amount', () => {
		const costs = [line('fee', '0', '2.21'), line('fee', '-2.21')];
		for (const fee of costs) {
			const entries = [line('payment', '121.00'), fee] as never;
			expect(ledgerOf(run(payout({ entries })).draft!)).toContainEqual(['costs', 'costs', 2.21, 0]);
		}
	});

	const twoDays = payout({
		net: '60.00',
		entries: [
			line('payment', '10.00', '0', { paymentIds: ['tr_1'] }),
			line('payment', '20.00', '0', { paymentIds: ['tr_2'] }),
			line('payment', '35.00', '0', { paymentIds: ['tr_3'], date: '2026-11-19' }),
			line('refund', '-5.00', '0', { paymentIds: ['tr_2'], date: '2026-11-19' }),
		] as never,
	});
	const orders = [1, 2, 3].map((index) =>
		order(`10${index}`, {
			paymentIds: [`tr_${index}`],
			total: 3500,
			salesEntryId: `entry ${index}`,
		}),
	);

	test('W050: per order, or per day and kind', () => {
		expect(run(twoDays, orders).draft?.ledgerLines.map(({ description }) => description)).toEqual([
			'Payment 101',
			'Payment 102',
			'Payment 103',
			'Refund 102',
		]);
		const perDay = run(twoDays, orders, { lines: 'perDay' }).draft!;
		expect(perDay.ledgerLines.map(({ description, credit }) => [description, credit])).toEqual([
			['Payments 2026-11-18 (2)', 30],
			['Payments 2026-11-19 (1)', 35],
			['Refunds 2026-11-19 (1)', 0],
		]);
	});

	test('W050: against the open items, a refund negative; unmatched money stays on clearing', () => {
		const { draft, unmatched } = run(twoDays, orders.slice(0, 2), { settle: 'openItems' });
		expect(salesOf(draft!)).toEqual([
			['101', 10],
			['102', 20],
			['102', -5],
		]);
		expect(draft?.salesLines[0]?.salesEntryId).toBe('entry 1');
		expect(ledgerOf(draft!)).toEqual([['clearing', 'clearing mollie', 0, 35]]);
		expect(unmatched).toHaveLength(1);
	});

	test('a chargeback never touches an invoice by itself (PAY-701)', () => {
		const entries = [line('chargeback', '-10.00', '15.00', { paymentIds: ['tr_1'] })] as never;
		const { draft, matched } = run(payout({ net: '-25.00', entries }), undefined, {
			settle: 'openItems',
		});
		expect(matched).toHaveLength(1);
		expect(draft?.salesLines).toEqual([]);
	});

	test('the same payout gives the same draft and key, whatever else is in the run', () => {
		expect(run()).toEqual(run(structuredClone(payout())));
	});
});
