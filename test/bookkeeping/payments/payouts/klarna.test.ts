import { readKlarnaPayout } from '../../../../bookkeeping/payments/payouts/klarna';
import type { PayoutForm } from '../../../../bookkeeping/payments/payouts/readPayout';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import { ledgerOf, order, paymentSettings, payoutOptions } from '../support';

type Json = Record<string, unknown>;

const zone = 'Europe/Amsterdam';

const refused = (code: string, message: string) => expect.objectContaining({ code, message });

const run = (form: PayoutForm, raw: unknown, orders = [order('101')]) =>
	transformPayout(raw, orders, paymentSettings(), { ...payoutOptions, form });

describe('Klarna (Settlements API)', () => {
	const head = {
		payment_reference: 'KL-1',
		payout_date: '2026-11-20T09:00:00Z',
		currency_code: 'EUR',
		totals: { settlement_amount: 1000 },
	};
	const transaction = {
		...{
			type: 'SALE',
			detailed_type: 'PURCHASE',
			amount: 1210,
			vat_amount: 21,
			currency_code: 'EUR',
		},
		...{ order_id: 'kl-1', capture_id: 'cap-1', short_order_id: 'KL1', merchant_reference1: '101' },
		...{ sale_date: '2026-11-17T12:00:00Z', capture_date: '2026-11-18T12:00:00Z' },
	};
	const read = (changes: Json = {}, ofHead: Json = {}) =>
		readKlarnaPayout(
			{ payout: { ...head, ...ofHead }, transactions: [{ ...transaction, ...changes }] },
			zone,
		);
	const entry = {
		id: 'cap-1',
		type: 'payment',
		paymentIds: ['kl-1', 'cap-1', 'KL1'],
		orderId: '101',
		description: 'PURCHASE',
		gross: 12.1,
		fee: 0,
		feeVat: 0,
		net: 12.1,
		date: '2026-11-18',
	};

	test('everything', () => {
		expect(read()).toEqual({
			provider: 'klarna',
			id: 'KL-1',
			reference: 'KL-1',
			date: '2026-11-20',
			currency: 'EUR',
			net: 10,
			entries: [entry],
		});
		const flat = {
			...head,
			currency_code: '',
			settlement_currency: 'EUR',
			transactions: [transaction],
		};
		expect(readKlarnaPayout(flat, zone)).toMatchObject({ currency: 'EUR', entries: [entry] });
	});

	test.each<[string, Json, Json]>([
		['a refund has its own id', { refund_id: 'ref-1' }, { ...entry, id: 'ref-1' }],
		['the date of the sale', { capture_date: undefined }, { ...entry, date: '2026-11-17' }],
		[
			'the date of the payout',
			{ capture_date: undefined, sale_date: undefined },
			{ ...entry, date: '2026-11-20' },
		],
		[
			'no detailed type, no currency',
			{ detailed_type: '', currency_code: '' },
			{ ...entry, description: 'SALE' },
		],
		['small letters', { type: 'sale' }, entry],
		['a sign of its own', { amount: -1210 }, entry],
		[
			'a type nobody knows keeps its sign',
			{ type: 'CORRECTION', amount: -73 },
			{ ...entry, type: 'unknown', kind: 'CORRECTION, PURCHASE', gross: -0.73, net: -0.73 },
		],
	])('%s', (_, changes, expected) => {
		expect(read(changes).entries).toEqual([expected]);
	});

	test.each<[string, string, number, number]>([
		['SALE', 'payment', 12.1, 0],
		['RETURN', 'refund', -12.1, 0],
		['REVERSAL', 'chargeback', -12.1, 0],
		['REVERSAL_MERCHANT_PROTECTION', 'chargeback', 12.1, 0],
		['HOLDBACK', 'reserve', -12.1, 0],
		['RELEASE', 'reserve', 12.1, 0],
		['COMMISSION', 'fee', 0, 12.1],
		['FEE', 'fee', 0, 12.1],
		['TAX', 'fee', 0, 12.1],
		['FEE_REFUND', 'fee', 0, -12.1],
	])('%s is %s', (stated, type, gross, fee) => {
		expect(read({ type: stated }).entries).toEqual([
			expect.objectContaining({
				type,
				gross,
				fee,
				net: gross - fee,
				feeVat: type === 'fee' ? 0.21 : 0,
			}),
		]);
	});

	test.each<[Json, Json, string, string]>([
		[{}, { totals: {} }, 'PAYOUT_UNREADABLE', 'The payout has no settlement amount.'],
		[
			{ currency_code: 'SEK' },
			{},
			'CURRENCY_NOT_EUR',
			'A transaction is in another currency than the payout.',
		],
		[
			{ amount: 'x' },
			{},
			'PAYOUT_UNREADABLE',
			'The field "amount" holds no amount in whole cents.',
		],
	])('%j %j', (changes, ofHead, code, message) => {
		expect(() => read(changes, ofHead)).toThrow(refused(code, message));
	});
});

describe('Klarna payouts', () => {
	// In cents: 12100 − 2000 − 350 − 73 = 9677.
	const raw = (settlement = 9677) => ({
		payout: {
			payment_reference: 'KL-7788',
			payout_date: '2026-11-20T09:00:00Z',
			currency_code: 'EUR',
			totals: { settlement_amount: settlement, sale_amount: 12_100 },
		},
		transactions: [
			{
				type: 'SALE',
				amount: 12_100,
				order_id: 'kl-order-1',
				capture_id: 'cap-1',
				merchant_reference1: '101',
				currency_code: 'EUR',
				sale_date: '2026-11-18T10:00:00Z',
			},
			{ type: 'RETURN', amount: 2000, order_id: 'kl-order-1', merchant_reference1: '101' },
			{ type: 'FEE', detailed_type: 'PURCHASE', amount: 350, vat_amount: 0 },
			{ type: 'TAX', amount: 73 },
		],
	});

	test('the type gives the sign, the settled amount proves it', () => {
		const { draft, matched } = run('klarna', raw());
		expect(matched.map(({ by }) => by)).toEqual(['orderId', 'orderId']);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 121],
			['clearing', 'clearing mollie', 20, 0],
			['costs', 'costs', 4.23, 0],
		]);
		expect(draft).toMatchObject({ received: 96.77, reference: 'KL-7788' });
	});

	test('stated with signs it reads the same', () => {
		const signed = raw();
		signed.transactions.slice(1).forEach((entry) => (entry.amount *= -1));
		expect(run('klarna', signed).draft).toEqual(run('klarna', raw()).draft);
	});

	test('a cent too many is refused', () => {
		expect(run('klarna', raw(9678)).code).toBe('PAYOUT_NOT_EXPLAINED');
	});

	test('an unknown type needs attention', () => {
		const odd = raw();
		odd.transactions[3] = { type: 'CORRECTION', amount: -73 };
		expect(run('klarna', odd).code).toBe('PAYOUT_ENTRY_UNKNOWN');
	});
});
