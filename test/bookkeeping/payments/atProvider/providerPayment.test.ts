import { readProviderPayments } from '../../../../bookkeeping/payments/atProvider/providerPayment';

type Json = Record<string, unknown>;

const ZONE = 'Europe/Amsterdam';
const from = Date.parse('2026-11-20T00:00:00Z');

const eur = (value: string) => ({ currency: 'EUR', value });
const payment = (id: string, changes: Json = {}): Json => ({
	...{ id, status: 'paid', amount: eur('60.50'), amountRefunded: eur('0.00') },
	...{ createdAt: '2026-11-22T23:30:00+00:00', paidAt: '2026-11-22T23:31:00+00:00' },
	...{ description: 'Order 611', metadata: { order_id: '611' } },
	...changes,
});
const refund = (id: string, of: Json, changes: Json = {}): Json => ({
	...{ id, status: 'refunded', amount: eur('10.00'), paymentId: of.id },
	...{ createdAt: '2026-11-24T10:00:00+00:00', _embedded: { payment: of } },
	...changes,
});
const page = (list: string, rows: Json[], next = false): Json => ({
	_embedded: { [list]: rows },
	_links: { next: next ? { href: 'https://api.mollie.com/more' } : null },
});
const read = (pages: Json[]) => readProviderPayments('mollie', pages, from, ZONE);

describe('Mollie', () => {
	test('a payment with its order, its day in the zone of the shop, and what went back', () => {
		const old = payment('tr_old', {
			amountRefunded: eur('10.00'),
			createdAt: '2026-01-02T10:00:00Z',
		});
		const pages = [page('payments', [payment('tr_1')]), page('refunds', [refund('re_1', old)])];
		const { payments, openSinceMs } = read(pages);
		expect(payments).toMatchObject([
			{ id: 'tr_1', orderId: '611', amount: 6050, refunded: 0, state: 'paid', date: '2026-11-23' },
			// Paid long ago: it comes with its refund.
			{ id: 'tr_old', refunded: 1000, refundedOn: '2026-11-24' },
		]);
		expect(openSinceMs).toBeUndefined();
	});

	test('what may still be paid or paid back holds the cursor', () => {
		const bank = payment('tr_2', { status: 'open', createdAt: '2026-11-21T10:00:00Z' });
		const queued = refund('re_1', payment('tr_1'), { status: 'queued' });
		const gone = payment('tr_3', { status: 'expired', createdAt: '2026-11-20T10:00:00Z' });
		const pages = [page('payments', [bank, gone]), page('refunds', [queued])];
		expect(read(pages).openSinceMs).toBe(Date.parse('2026-11-21T10:00:00Z'));
	});

	test.each<[string, Json[]]>([
		['another page was to come', [page('payments', [payment('tr_1')], true), page('refunds', [])]],
		[
			'a page in between is missing',
			[page('payments', []), page('payments', []), page('refunds', [])],
		],
		['one of the lists is not there', [page('payments', [])]],
		[
			'it reaches back, but is not sorted',
			[
				page(
					'payments',
					[
						payment('tr_1', { createdAt: '2026-11-18T10:00:00Z' }),
						payment('tr_2'),
						payment('tr_3', { createdAt: '2026-11-18T10:00:00Z' }),
					],
					true,
				),
				page('refunds', []),
			],
		],
	])('a list that is not whole is refused: %s', (_, pages) => {
		expect(() => read(pages)).toThrow(expect.objectContaining({ code: 'PROVIDER_LIST_NOT_WHOLE' }));
	});

	test('newest first, a list is whole when it reaches back to where the last run began', () => {
		const before = payment('tr_0', { createdAt: '2026-11-19T23:59:59Z' });
		const pages = [page('payments', [payment('tr_1'), before], true), page('refunds', [])];
		expect(read(pages).payments).toHaveLength(2);
	});

	test('a refund without its payment is refused', () => {
		const pages = [page('payments', []), page('refunds', [refund('re_1', {}, { _embedded: {} })])];
		expect(() => read(pages)).toThrow();
	});
});

describe('Stripe', () => {
	const charge = (id: string, changes: Json = {}): Json => ({
		...{ id, object: 'charge', amount: 6050, amount_captured: 6050, amount_refunded: 0 },
		...{ currency: 'eur', status: 'succeeded', captured: true, refunded: false },
		...{ created: Date.parse('2026-11-22T10:00:00Z') / 1000, payment_intent: `pi_${id}` },
		...{ description: 'Shop - Order 611', metadata: { order_id: '611' } },
		...changes,
	});
	const list = (name: string, data: Json[], has_more = false): Json => ({
		...{ object: 'list', data, has_more, url: `/v1/${name}` },
	});
	const readStripe = (pages: Json[]) => readProviderPayments('stripe', pages, from, ZONE);

	test('charges by their intent, refunds with the charge they are of', () => {
		const of = charge('ch_2', { amount_refunded: 500 });
		const back = { id: 're_1', charge: of, status: 'succeeded', created: 1_795_500_000 };
		const pages = [list('charges', [charge('ch_1')]), list('refunds', [back])];
		expect(readStripe(pages).payments).toMatchObject([
			{ id: 'ch_1', paymentIds: ['ch_1', 'pi_ch_1'], amount: 6050, currency: 'EUR' },
			{ id: 'ch_2', refunded: 500, refundedOn: '2026-11-24' },
		]);
	});

	test('an authorization is no money; what is pending holds the cursor', () => {
		const authorized = charge('ch_1', { captured: false, amount_captured: 0 });
		const failed = charge('ch_3', { status: 'failed', amount_captured: 0 });
		const pages = [list('charges', [authorized, failed]), list('refunds', [])];
		const { payments, openSinceMs } = readStripe(pages);
		expect(payments.map(({ state }) => state)).toEqual(['open', 'none']);
		expect(openSinceMs).toBe(Date.parse('2026-11-22T10:00:00Z'));
	});

	test('a list with more to come is refused, and so is a charge that was not asked for in full', () => {
		const more = [list('charges', [charge('ch_1')], true), list('refunds', [])];
		expect(() => readStripe(more)).toThrow(
			expect.objectContaining({ code: 'PROVIDER_LIST_NOT_WHOLE' }),
		);
		const back = { id: 're_1', charge: 'ch_1', status: 'succeeded', created: 1_795_500_000 };
		expect(() => readStripe([list('charges', []), list('refunds', [back])])).toThrow();
	});
});
