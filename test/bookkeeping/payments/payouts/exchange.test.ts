import { imbalance } from '../../../../bookkeeping/payments/bookedEntry';
import { isNear } from '../../../../bookkeeping/payments/payouts/match';
import type { PayoutOrder } from '../../../../bookkeeping/payments/payouts/payoutOrders';
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

const line = (
	id: string,
	gross: string,
	type: 'payment' | 'refund' | 'chargeback' = 'payment',
) => ({
	...{ id: `${id} ${gross}`, type, paymentIds: [id], gross, net: gross, date: '2026-11-18' },
});

/** USD 99.00 at 1.10: booked as 90.00. */
const usd = (changes: Partial<PayoutOrder> = {}) =>
	order('101', { paymentIds: ['tr_1'], total: 9_000, isForeign: true, ...changes });

function run(
	lines: Array<ReturnType<typeof line>>,
	orders: PayoutOrder[],
	options: Partial<PayoutOptions> = {},
	settings = paymentSettings(),
) {
	const cents = lines.reduce((all, { net }) => all + Math.round(Number(net) * 100), 0);
	const raw = payout({ net: (cents / 100).toFixed(2), entries: lines });
	const found = transformPayout(raw, orders, settings, { ...payoutOptions, ...options });
	if (found.draft) expect(imbalance(found.draft)).toBe(0);
	return found;
}

describe('exchange differences between order and payout', () => {
	test.each([
		['a loss is debit', '89.50', [0.5, 0]],
		['a gain is credit', '91.25', [0, 1.25]],
	])('%s; the clearing account gets what the payment put there', (_, gross, difference) => {
		const { draft, unmatched } = run([line('tr_1', gross)], [usd()]);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 90],
			['exchange', 'exchange', ...difference],
		]);
		expect(draft!.ledgerLines[1]!.description).toBe('Exchange difference 101');
		expect(unmatched).toEqual([]);
	});

	test('payments of its own go before the total: a gift card paid 10.00', () => {
		const { draft } = run([line('tr_1', '79.00')], [usd({ payments: [8_000] })]);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 80],
			['exchange', 'exchange', 1, 0],
		]);
	});

	test('a refund by the payment that went back, else by what the shop refunded', () => {
		const refund = { amount: 1_850, date: '', invoiceNumber: 'CN1', salesEntryId: '' };
		for (const known of [{ payments: [9_000, -1_850] }, { refunds: [refund] }]) {
			const { draft } = run([line('tr_1', '-19.00', 'refund')], [usd(known)]);
			expect(ledgerOf(draft!).slice(0, 2)).toEqual([
				['clearing', 'clearing mollie', 18.5, 0],
				['exchange', 'exchange', 0.5, 0],
			]);
		}
	});

	test('parts: each by the amount it is near to, each once', () => {
		const { draft, unmatched } = run(
			[line('tr_1', '59.00'), line('tr_1', '31.00')],
			[usd({ payments: [3_000, 6_000] })],
		);
		expect(ledgerOf(draft!)).toEqual([
			['clearing', 'clearing mollie', 0, 60],
			['clearing', 'clearing mollie', 0, 30],
			['exchange', 'exchange', 1, 0],
			['exchange', 'exchange', 0, 1],
		]);
		expect(unmatched).toEqual([]);
	});

	test('per day they are one line', () => {
		const other = { ...usd({ paymentIds: ['tr_2'] }), orderKey: 'k', orderNumber: '102' };
		const lines = [line('tr_1', '89.00'), line('tr_2', '90.40')];
		const { draft } = run(lines, [usd(), other], { lines: 'perDay' });
		expect(draft!.ledgerLines.slice(1)).toEqual([
			expect.objectContaining({ description: 'Exchange differences (2)', debit: 0.6 }),
		]);
	});

	test('against open items the invoice is settled in full', () => {
		const { draft } = run([line('tr_1', '89.50')], [usd()], { settle: 'openItems' });
		expect(salesOf(draft!)).toEqual([['101', 90]]);
		expect(ledgerOf(draft!)).toEqual([['exchange', 'exchange', 0.5, 0]]);
	});

	test.each<[string, PayoutOrder, RegExp]>([
		['more than a rate makes', usd({ payments: [5_000] }), /booked as € 50\.00/],
		['several that fit', usd({ payments: [9_000, 8_900] }), /booked as € 90\.00 and € 89\.00/],
		['an order of which nothing is known', usd({ total: undefined }), /is not known/],
	])('%s is booked as it came, and told', (_, known, sentence) => {
		const { draft, unmatched } = run([line('tr_1', '89.50')], [known]);
		expect(ledgerOf(draft!)).toEqual([['clearing', 'clearing mollie', 0, 89.5]]);
		expect(unmatched).toMatchObject([
			{ reason: { code: 'EXCHANGE_UNCLEAR' }, why: expect.stringMatching(sentence) },
		]);
	});

	test('a chargeback stays what it is: nothing was booked of it before', () => {
		const { draft, unmatched } = run([line('tr_1', '-88.00', 'chargeback')], [usd()]);
		expect(ledgerOf(draft!)).toEqual([['clearing', 'clearing mollie', 88, 0]]);
		expect(unmatched).toEqual([]);
	});

	test('without an exchange account it needs attention; without a difference it needs none', () => {
		const settings = paymentSettings({ payoutProviders: [{ ...mollie, exchangeAccountId: '' }] });
		expect(run([line('tr_1', '89.50')], [usd()], {}, settings)).toMatchObject({
			outcome: 'attention',
			code: 'PAYOUT_SETTING_MISSING',
		});
		expect(run([line('tr_1', '90.00')], [usd()], {}, settings).outcome).toBe('book');
	});

	test('a number in the description counts, when the amount is near', () => {
		const named = { ...line('tr_9', '89.50'), description: 'Order 101' };
		const known = usd({ paymentIds: [] });
		expect(run([named], [known]).matched).toMatchObject([{ by: 'description' }]);
		expect(run([{ ...named, gross: '50.00', net: '50.00' }], [known]).matched).toEqual([]);
	});

	test('the amount alone ties nothing', () => {
		const known = usd({ paymentIds: [], date: '2026-11-18' });
		expect(run([line('tr_9', '90.00')], [known]).matched).toEqual([]);
	});
});

test.each([
	[9_900, 9_000, true],
	[9_901, 9_000, false],
	[8_100, 9_000, true],
	[8_099, 9_000, false],
	[-9_000, 9_000, false],
	[-9_100, -9_000, true],
])('%i cents are near %i: %s', (gross, euro, near) => expect(isNear(gross, euro)).toBe(near));
