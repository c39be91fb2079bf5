import { readPayPalTransactions } from '../../../../bookkeeping/payments/payouts/payPal';
import type { PayoutForm } from '../../../../bookkeeping/payments/payouts/readPayout';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { ledgerOf, order, paymentSettings, payoutOptions } from '../support';

type Json = Record<string, unknown>;

const zone = 'Europe/Amsterdam';

const dollars = { value: '1.00', currency: 'USD' };

const inDollars = (value: string) => ({ value, currency_code: 'USD' });

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

const run = (form: PayoutForm, raw: unknown, orders = [order('101')]) =>
	transformPayout(raw, orders, paymentSettings(), { ...payoutOptions, form });

describe('PayPal (Transaction Search)', () => {
	const info = {
		transaction_id: 'T1',
		paypal_reference_id: 'R1',
		transaction_event_code: 'T0006',
		transaction_status: 'S',
		transaction_initiation_date: '2026-11-18T12:00:00Z',
		transaction_amount: { value: '121.00', currency_code: 'EUR' },
		fee_amount: { value: '-2.21', currency_code: 'EUR' },
		ending_balance: { value: '218.79', currency_code: 'EUR' },
		invoice_id: '101',
		custom_field: '102',
		transaction_subject: 'Order 101',
		transaction_note: 'Note',
	};
	const statement = (...details: Json[]) => ({
		account_number: 'ACC1',
		start_date: '2026-11-17T23:30:00Z',
		end_date: '2026-11-18T22:00:00Z',
		transaction_details: details.map((changes) => ({ transaction_info: { ...info, ...changes } })),
	});
	const read = (changes: Json = {}, ofHead: Json = {}) =>
		readPayPalTransactions({ ...statement(changes), ...ofHead }, zone);
	const entry = {
		id: 'T1',
		type: 'payment',
		paymentIds: ['T1', 'R1'],
		orderId: '101',
		description: 'Order 101',
		gross: 121,
		fee: 2.21,
		net: 118.79,
		date: '2026-11-18',
	};

	test('everything: the change of the balance is what was paid out', () => {
		expect(read()).toEqual({
			provider: 'payPal',
			id: 'ACC1 2026-11-18 2026-11-18',
			reference: 'PayPal 2026-11-18 2026-11-18',
			date: '2026-11-18',
			currency: 'EUR',
			net: 118.79,
			entries: [entry],
		});
		expect(read({}, { account_number: '', total_pages: 1 }).id).toBe(
			'paypal 2026-11-18 2026-11-18',
		);
	});

	test.each<[string, Json, Json]>([
		['an order in the custom field', { invoice_id: '' }, { ...entry, orderId: '102' }],
		['a note instead of a subject', { transaction_subject: '' }, { ...entry, description: 'Note' }],
		['no fee', { fee_amount: undefined }, { ...entry, fee: 0, net: 121 }],
	])('%s', (_, changes, expected) => {
		expect(read(changes).entries).toEqual([expected]);
	});

	test.each([
		['T0006', 'payment'],
		['T0106', 'fee'],
		['T0200', 'conversion'],
		['T0300', 'transfer'],
		['T0400', 'transfer'],
		['T1106', 'chargeback'],
		['T1107', 'refund'],
		['T1108', 'fee'],
		['T1110', 'reserve'],
		['T1111', 'reserve'],
		['T1201', 'chargeback'],
		['T1202', 'chargeback'],
		['T1500', 'reserve'],
		['T2101', 'reserve'],
		['T1109', 'fee'],
		['T1105', 'reserve'],
		['T1205', 'chargeback'],
		['T1112', 'unknown'],
		['T9900', 'unknown'],
	])('%s is %s', (transaction_event_code, type) => {
		expect(read({ transaction_event_code }).entries.map((one) => one.type)).toEqual([type]);
	});

	test('a fee of its own costs what it takes; a payment that goes out is a purchase', () => {
		const taken = {
			transaction_amount: { value: '-5.00', currency_code: 'EUR' },
			fee_amount: null,
		};
		expect(read({ ...taken, transaction_event_code: 'T0106' }).entries).toEqual([
			{ ...entry, type: 'fee', gross: 0, fee: 5, net: -5 },
		]);
		expect(read(taken).entries[0]!.type).toBe('unknown');
		expect(read({ ...taken, transaction_event_code: 'T1107' }).entries[0]!.type).toBe('refund');
		const nothing = { transaction_amount: { value: '0.00', currency_code: 'EUR' } };
		expect(read(nothing).entries[0]!.type).toBe('payment');
	});

	test('in order of their moments; what did not succeed does not count', () => {
		const raw = statement(
			{
				transaction_id: 'C',
				transaction_updated_date: '2026-11-18T15:00:00Z',
				ending_balance: { value: '400', currency_code: 'EUR' },
			},
			{ transaction_id: 'X', transaction_status: 'P' },
			{ transaction_id: 'A', transaction_initiation_date: '2026-11-18T09:00:00Z' },
			{ transaction_id: 'B', transaction_initiation_date: '2026-11-18T14:00:00Z' },
		);
		const { entries, net } = readPayPalTransactions(raw, zone);
		expect(entries.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
		// 400.00 after the last, 218.79 − 118.79 = 100.00 before the first.
		expect(net).toBe(300);
	});

	const noBalances = 'PayPal states no balances, so nothing proves that no transaction is missing.';
	test.each<[Json, Json, string, string]>([
		[
			{},
			{ total_pages: 2 },
			'PAYOUT_UNREADABLE',
			'The statement is one of several pages; join them.',
		],
		[{ transaction_amount: null }, {}, 'PAYOUT_UNREADABLE', 'A transaction has no amount.'],
		[{ ending_balance: null }, {}, 'PAYOUT_UNREADABLE', noBalances],
		[{}, { transaction_details: [] }, 'PAYOUT_UNREADABLE', noBalances],
		[{ fee_amount: dollars }, {}, 'CURRENCY_NOT_EUR', 'The field "fee_amount" is in USD.'],
	])('%j %j', (changes, ofHead, code, message) => {
		expect(() => read(changes, ofHead)).toThrow(refused(code, message));
	});

	test('the last balance has to be there, too', () => {
		const raw = statement(
			{},
			{ transaction_initiation_date: '2026-11-18T14:00:00Z', ending_balance: null },
		);
		expect(() => readPayPalTransactions(raw, zone)).toThrow(
			refused('PAYOUT_UNREADABLE', noBalances),
		);
	});
});

describe('PayPal transactions', () => {
	const transaction = (code: string, amount: string, balance: string, changes: object = {}) => ({
		transaction_info: {
			transaction_id: `${code}${amount}`,
			transaction_event_code: code,
			transaction_status: 'S',
			transaction_initiation_date: `2026-11-18T10:00:00Z`,
			transaction_amount: { value: amount, currency_code: 'EUR' },
			ending_balance: { value: balance, currency_code: 'EUR' },
			...changes,
		},
	});
	const statement = (details: object[], changes: object = {}) => ({
		account_number: 'ACC1',
		start_date: '2026-11-18T00:00:00Z',
		end_date: '2026-11-18T22:00:00Z',
		transaction_details: details,
		...changes,
	});
	const sale = transaction('T0006', '121.00', '218.79', {
		fee_amount: { value: '-2.21', currency_code: 'EUR' },
		invoice_id: '101',
	});

	// Balance 100.00 before; + 118.79 = 218.79; − 100.00 withdrawn = 118.79. Change: + 18.79.
	test('the balance is the journal: payments, fees and a withdrawal', () => {
		const withdrawal = transaction('T0400', '-100.00', '118.79', {
			transaction_initiation_date: '2026-11-18T12:00:00Z',
		});
		const { draft, matched } = run('payPal', statement([withdrawal, sale]));
		expect(matched[0]?.by).toBe('orderId');
		expect(draft?.received).toBe(18.79);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['costs', 'costs', 2.21, 0],
			['transfer', 'transfer', 100, 0],
		]);
	});

	test('a transaction that is missing shows in the balances', () => {
		const later = transaction('T1107', '-20.00', '190.00', {
			transaction_initiation_date: '2026-11-18T12:00:00Z',
		});
		expect(run('payPal', statement([sale, later])).message).toMatch(/a gap of € -8\.79/);
	});

	test.each<[string, object, string]>([
		['pages missing', statement([sale], { total_pages: 2 }), 'PAYOUT_UNREADABLE'],
		[
			'no balances',
			statement([transaction('T0006', '1.00', '', { ending_balance: undefined })]),
			'PAYOUT_UNREADABLE',
		],
		['a purchase', statement([transaction('T0003', '-9.00', '1.00')]), 'PAYOUT_ENTRY_UNKNOWN'],
		[
			'a fee in dollars',
			statement([transaction('T0006', '1', '1', { fee_amount: inDollars('-0.10') })]),
			'CURRENCY_NOT_EUR',
		],
		['nothing', statement([]), 'PAYOUT_UNREADABLE'],
	])('%s: not booked', (_, raw, code) => expect(run('payPal', raw).code).toBe(code));

	const kept = transaction('T0006', '100.00', '', {
		...{ transaction_id: 'P1', paypal_reference_id: 'R1', invoice_id: '102' },
		transaction_amount: inDollars('100.00'),
		fee_amount: inDollars('-3.00'),
		ending_balance: inDollars('97.00'),
	});
	/** Paid in dollars, booked as 90.00. */
	const foreign = order('102', {
		...{ total: 9000, isForeign: true, payments: [9000], paymentIds: ['P1'] },
	});

	test('W024: a payment in dollars that PayPal keeps does not hold up its day, and is told', () => {
		const { outcome, draft, unmatched } = run('payPal', statement([sale, kept]), [
			...[order('101'), foreign],
		]);
		expect(outcome).toBe('book');
		expect(draft?.received).toBe(118.79);
		expect(draft?.ledgerLines).toHaveLength(2);
		expect(unmatched).toMatchObject([
			{
				...{ entryId: 'P1', type: 'kept', gross: 0, paymentIds: ['P1', 'R1'] },
				reason: {
					code: 'PAYOUT_LINE_KEPT',
					facts: { currency: 'USD', amount: 10_000, date: '2026-11-18', order: '102' },
				},
			},
		]);
	});

	test('a day of nothing else is told and books nothing', () => {
		const { outcome, code, net, unmatched } = run('payPal', statement([kept]));
		expect([outcome, code, net]).toEqual(['attention', 'PAYOUT_ONLY_FOREIGN', 0]);
		expect(unmatched).toHaveLength(1);
	});

	// 97.00 dollars for 89.20; 0.80 less than was booked. Balance 100.00 before, 189.20 after.
	test('turned into euro on a later day: what was booked leaves the clearing account', () => {
		const reference = { paypal_reference_id: 'P1', transaction_id: 'C2' };
		const into = transaction('T0200', '89.20', '189.20', reference);
		const out = transaction('T0200', '-97.00', '', {
			...{ ...reference, transaction_id: 'C1', transaction_amount: inDollars('-97.00') },
			ending_balance: inDollars('0.00'),
		});
		const { draft, matched, unmatched } = run('payPal', statement([out, into]), [foreign]);
		expect(matched).toMatchObject([{ entryId: 'C2', by: 'paymentId' }]);
		expect(unmatched).toEqual([]);
		expect(draft?.received).toBe(89.2);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 90],
			['exchange', 'exchange', 0.8, 0],
		]);
	});

	test('euro that came of no payment we know stays on the clearing account and is told', () => {
		const into = transaction('T0200', '89.20', '189.20');
		const { draft, unmatched } = run('payPal', statement([into]), [order('101', { total: 8920 })]);
		expect(ledgerOf(draft!)).toEqual([['clearing', 'clearing mollie', 0, 89.2]]);
		expect(unmatched).toMatchObject([{ type: 'conversion', gross: 89.2 }]);
	});
});
