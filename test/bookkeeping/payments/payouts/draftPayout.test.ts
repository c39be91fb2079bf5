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

type Json = Record<string, unknown>;

const transformed = (
	raw: unknown,
	orders = [order('101', { paymentIds: ['tr_1'] })],
	options: Partial<PayoutOptions> = {},
	settings = paymentSettings(),
) => transformPayout(raw, orders, settings, { ...payoutOptions, ...options });

const entryOf = (type: string, gross: string, more: Json = {}) => ({
	...{ id: `${type} line`, type, gross, net: gross, date: '2026-11-18', ...more },
});

/** A payout of some lines; their net amounts in cents make what was paid out. */
const of = (...entries: Array<ReturnType<typeof entryOf>>) => {
	const cents = entries.reduce((all, { net }) => all + Math.round(Number(net) * 100), 0);
	return payout({ net: (cents / 100).toFixed(2), entries: entries as never });
};

const provider = (changes: Json) =>
	paymentSettings({ payoutProviders: [{ ...mollie, ...changes }] });

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
		expect(draft?.notes.join()).toMatch(/VAT of € 0\.38/);
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

	test('PAY-701: a chargeback opens the invoice again where the settings say so, and its reversal closes it', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, chargebacks: 'reopen' }] });
		const lines = [
			line('payment', '121.00', '0', { paymentIds: ['tr_1'] }),
			line('chargeback', '-10.00', '0', { paymentIds: ['tr_1'] }),
			line('chargeback', '10.00', '0', { paymentIds: ['tr_1'], id: 'reversal' }),
			line('chargeback', '-5.00', '0', { paymentIds: ['tr_9'] }),
		];
		const { draft } = run(
			payout({ net: '116.00', entries: lines as never }),
			[order('101', { paymentIds: ['tr_1'], salesEntryId: 'entry' })],
			{},
			settings,
		);
		expect(salesOf(draft!)).toEqual([
			['101', -10],
			['101', 10],
		]);
		expect(draft!.salesLines[0]).toMatchObject({ salesEntryId: 'entry' });
		// Of whom the last is, nobody knows.
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 5, 0],
		]);
		expect(draft!.notes.join()).toMatch(/do not reopen/);
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

	test('W050: against the open items, a refund on its credit note; unmatched money stays on clearing', () => {
		const known = orders.slice(0, 2).map((one) => ({
			...one,
			refunds: [{ invoiceNumber: 'C1', salesEntryId: '', amount: 500, date: '' }],
		}));
		const { draft, unmatched } = run(twoDays, known, { settle: 'openItems' });
		expect(salesOf(draft!)).toEqual([
			['101', 10],
			['102', 20],
			['C1', -5],
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

describe('the lines of its entry', () => {
	const descriptions = (
		raw: unknown,
		options: Partial<PayoutOptions> = {},
		orders = [order('101')],
	) => transformed(raw, orders, options).draft!.ledgerLines.map(({ description }) => description);

	test('named after order, payment, line or place', () => {
		const lines = [
			entryOf('payment', '121.00', { orderId: '101' }),
			entryOf('payment', '1.00', { paymentIds: ['tr_9', 'tr_8'] }),
			entryOf('refund', '-2.00'),
			entryOf('chargeback', '-3.00', { id: '' }),
		];
		expect(descriptions(of(...lines))).toEqual([
			'Payment 101',
			'Payment tr_9',
			'Refund refund line',
			'Chargeback line 4',
		]);
	});

	test('per day and kind (W050)', () => {
		const lines = [
			entryOf('payment', '1.00'),
			entryOf('chargeback', '-3.00'),
			entryOf('payment', '2.00'),
			entryOf('refund', '-2.00', { date: '2026-11-19' }),
		];
		const { draft } = transformed(of(...lines), [], { lines: 'perDay' });
		expect(draft!.ledgerLines.map((one) => [one.description, one.debit, one.credit])).toEqual([
			['Payments 2026-11-18 (2)', 0, 3],
			['Chargebacks 2026-11-18 (1)', 3, 0],
			['Refunds 2026-11-19 (1)', 2, 0],
		]);
		expect(draft!.notes).toEqual([
			'Chargebacks do not reopen an invoice by themselves; that is a booking of its own.',
		]);
	});

	test('fees, reserves, exchange, transfers and invoices say what they are', () => {
		const lines = [
			entryOf('fee', '-1.00'),
			entryOf('reserve', '-5.00', { description: 'Rolling' }),
			entryOf('exchange', '0.03'),
			entryOf('transfer', '-100.00'),
			entryOf('invoice', '-1.21', { paymentIds: ['inv_1'] }),
			entryOf('reserve', '0.00'),
		];
		expect(transformed(of(...lines)).draft!.ledgerLines).toEqual(
			[
				['costs', 'Fees mollie', 'costs', 1, 0],
				['reserve', 'Reserve Rolling', 'reserve', 5, 0],
				['exchange', 'Exchange exchange line', 'exchange', 0, 0.03],
				['transfer', 'Transfer transfer line', 'transfer', 100, 0],
				['clearing', 'Invoice inv_1', 'clearing mollie', 1.21, 0],
			].map(([role, description, ledgerAccountId, debit, credit]) => ({
				role,
				description,
				ledgerAccountId,
				debit,
				credit,
			})),
		);
	});

	test('VAT in the fees is named, unless the invoice of the provider is booked', () => {
		const [entry] = payout().entries;
		const raw = payout({ entries: [{ ...entry!, feeVat: '0.38' }] });
		expect(transformed(raw).draft!.notes).toEqual([
			"The fees hold VAT of € 0.38, which is not deducted; 'Fees On' says how it can be, once.",
		]);
		const { draft } = transformed(raw, undefined, {}, provider({ feesOn: 'clearing' }));
		expect(draft!.notes).toEqual([expect.stringMatching(/€ 2\.21 stay on the clearing account/)]);
		expect(draft!.ledgerLines[1]).toMatchObject({ description: 'Fees mollie', debit: 2.21 });
	});

	test('no fees need no account for them', () => {
		const settings = { ...paymentSettings(), paymentCostsAccountId: undefined };
		expect(transformed(of(entryOf('payment', '5.00')), [], {}, settings).outcome).toBe('book');
	});

	test('a memorial through the transfer account, which it then needs', () => {
		const settings = provider({ entryKind: 'memorial' });
		const { draft } = transformed(
			payout({ net: '-5.00', entries: [entryOf('refund', '-5.00')] as never }),
			[],
			{},
			settings,
		);
		expect(ledgerOf(draft!)).toEqual([
			['transfer', 'transfer', 0, 5],
			['clearing', 'clearing mollie', 5, 0],
		]);
		expect(draft!.ledgerLines[0]!.description).toBe('Payout mollie 1234567.2611.01');
	});

	test('against open items: sales lines with what SnelStart needs', () => {
		const lines = [
			entryOf('payment', '121.00', { orderId: '101' }),
			entryOf('payment', '5.00', { orderId: '102' }),
			entryOf('refund', '0.00', { orderId: '101' }),
			entryOf('chargeback', '-1.00', { orderId: '101' }),
			entryOf('payment', '1.00', { orderId: '103' }),
			entryOf('payment', '2.00', { orderId: '9104' }),
		];
		const orders = [
			order('101', { salesEntryId: 'entry' }),
			order('102', { invoiceNumber: 'W'.repeat(25) }),
			order('103', { invoiceNumber: 'W'.repeat(26) }),
			order('104', { invoiceNumber: '' }),
		];
		const { draft } = transformed(of(...lines), orders, { settle: 'openItems' });
		expect(draft!.salesLines).toEqual([
			{
				...{ orderKey: 'test-client/woocommerce/101', orderNumber: '101', invoiceNumber: '101' },
				...{ salesEntryId: 'entry', amount: 121, description: '101' },
			},
			{
				...{ orderKey: 'test-client/woocommerce/102', orderNumber: '102' },
				...{ invoiceNumber: 'W'.repeat(25), amount: 5, description: '102' },
			},
		]);
		// A chargeback, and invoices that SnelStart cannot hold, stay on the clearing account.
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 1, 0],
			['clearing', 'clearing mollie', 0, 1],
			['clearing', 'clearing mollie', 0, 2],
		]);
	});

	test('an item without an order number is named after its invoice', () => {
		const item = order('101', { orderNumber: '', invoiceNumber: 'F1', orderId: '9' });
		const { draft } = transformed(of(entryOf('payment', '1.00', { orderId: '9' })), [item], {
			settle: 'openItems',
		});
		expect(draft!.salesLines[0]!.description).toBe('F1');
	});
});

describe('money that was turned into euro later', () => {
	const foreign = order('101', {
		...{ paymentIds: ['tr_1'], isForeign: true, total: 9000, payments: [9000] },
	});
	const settle = { settle: 'openItems', lines: 'perDay' } as const;

	test('settles the invoice of its payment where payouts settle open items', () => {
		const { draft } = run(
			of(entryOf('conversion', '89.20', { paymentIds: ['tr_1'] })),
			[foreign],
			settle,
		);
		expect(salesOf(draft!)).toEqual([['101', 90]]);
		expect(ledgerOf(draft!)).toEqual([['exchange', 'exchange', 0.8, 0]]);
	});

	test('euro that went out for it stays on the clearing account: no invoice is paid back by it', () => {
		const back = { ...foreign, payments: [-9000] };
		const { draft } = run(
			of(entryOf('conversion', '-89.20', { paymentIds: ['tr_1'] })),
			[back],
			settle,
		);
		expect(salesOf(draft!)).toEqual([]);
		expect(draft!.ledgerLines[0]).toMatchObject({
			description: 'Conversions 2026-11-18 (1)',
			debit: 90,
		});
	});
});
