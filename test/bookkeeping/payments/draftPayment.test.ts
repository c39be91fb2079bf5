import { wooCommerceOrder } from '../support';
import { ideal, ledgerOf, payments, paymentSettings } from './support';

type Json = Record<string, unknown>;

/** Recorded: order 29 of 12.95, iDEAL, tr_7UhSN1zuXS, paid on 2026-11-22. */
const order29 = (changes: Json = {}) => wooCommerceOrder('rest_simple_nl', changes);

const meta = (key: string, value: unknown) => ({ id: 1, key, value });

const part = (id: string, amount: unknown, changes: Json = {}) => ({
	id,
	amount,
	status: 'paid',
	paidAt: '2026-11-22T10:00:00+01:00',
	...changes,
});

describe('the entry of a payment (J168-J170)', () => {
	const draftOf = (changes: Json, settings = paymentSettings()) => {
		const result = payments(order29(changes), settings).at(-1)!;
		if (!result.draft) throw new Error(`${result.code}: ${result.message}`);
		return result.draft;
	};

	test('a refund goes back the other way; on the invoice when no credit note is named', () => {
		const refund = draftOf({ payments: [part('tr_1', '12.95'), part('tr_2', '-2.00')] });
		expect(refund).toMatchObject({
			description: 'Refund iDEAL 29',
			amount: -2,
			salesLines: [{ invoiceNumber: '29', amount: -2 }],
			notes: [
				'The refund is booked on the invoice of the order; set it off against the credit note.',
			],
		});
		expect(ledgerOf(refund)).toEqual([['clearing', 'clearing mollie', 0, 2]]);
		const named = part('tr_2', '-2.00', { invoiceNumber: 'C90' });
		expect(draftOf({ payments: [part('tr_1', '12.95'), named] })).toMatchObject({
			salesLines: [{ invoiceNumber: 'C90' }],
			openItem: { invoiceNumber: 'C90' },
			number: 'tr_2-C90',
			earlierNumber: 'tr_2',
			notes: [],
		});
	});

	test('without a reference the number is that of the invoice, which no other payment has', () => {
		const draft = draftOf({ transaction_id: '' });
		expect(draft.number).toBe('29');
		expect(draft).not.toHaveProperty('sharedNumber');
	});

	test('descriptions keep to 250 characters', () => {
		const draft = draftOf({ payment_method_title: 'T'.repeat(300) });
		expect(draft.description).toBe('T'.repeat(250));
	});

	const fees = paymentSettings({
		paymentMethods: [{ ...ideal, bookFees: true }],
		payoutProviders: [],
	});

	test('a fee of its own line, with what it is for', () => {
		const draft = draftOf({ meta_data: [meta('_stripe_fee', '0.29')] }, fees);
		expect(draft.ledgerLines.map(({ role, description }) => [role, description])).toEqual([
			['clearing', 'iDEAL 29'],
			['costs', 'Fee iDEAL 29'],
			['clearing', 'Fee iDEAL 29'],
		]);
	});

	test('a fee as large as the payment is one, a cent more is none', () => {
		expect(draftOf({ meta_data: [meta('_stripe_fee', '12.95')] }, fees).ledgerLines).toHaveLength(
			3,
		);
		expect(payments(order29({ meta_data: [meta('_stripe_fee', '12.96')] }), fees)[0]).toMatchObject(
			{
				code: 'PAYMENT_FEE_UNREADABLE',
				message: 'A fee of € 12.96 does not fit a payment of € 12.95.',
			},
		);
		const negative = [part('tr_1', 5, { fee: '-0.01' })];
		expect(payments(order29({ payments: negative }), fees)[0]).toMatchObject({
			message: 'A fee of € -0.01 does not fit a payment of € 5.00.',
		});
	});

	test('a fee that is not known is said, one of a refund or one that is not to be booked is not', () => {
		expect(draftOf({}, fees).notes).toEqual([
			'The fee is not booked: the order does not state it.',
		]);
		expect(draftOf({}).notes).toEqual([]);
		const back = part('tr_2', '-2.00', { invoiceNumber: 'C90', fee: '0.10' });
		expect(draftOf({ payments: [part('tr_1', 5), back] }, fees)).toMatchObject({
			notes: [],
			ledgerLines: [{ role: 'clearing' }],
		});
	});
});
