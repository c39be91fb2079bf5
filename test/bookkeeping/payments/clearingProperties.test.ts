import type { BookedEntry } from '../../../bookkeeping/payments/bookedEntry';
import { readFound } from '../../../bookkeeping/orderTable/found';
import { readKnownPayments } from '../../../bookkeeping/payments/payouts/knownPayments';
import { readKnownRefunds } from '../../../bookkeeping/payments/payouts/knownRefunds';
import { readPayoutOrder } from '../../../bookkeeping/payments/payouts/payoutOrders';
import { transformPayout } from '../../../bookkeeping/payments/payouts/transformPayout';
import { transformPayments } from '../../../bookkeeping/payments/transformPayments';
import { fc, runs } from '../../support/property';
import { order, refund } from '../refunds/support';
import { transform } from '../support';
import { IDEAL, mollie, paymentSettings, payoutOptions } from './support';

const RUNS = runs(150, 5_000);
const ACCOUNT = 'clearing mollie';
const cents = (euro: number) => Math.round(euro * 100);
const euro = (amount: number) => (amount / 100).toFixed(2);

/** What an entry leaves on the clearing account: debit less credit. */
const onClearing = ({ ledgerLines }: BookedEntry) =>
	ledgerLines
		.filter(({ ledgerAccountId }) => ledgerAccountId === ACCOUNT)
		.reduce((all, { debit, credit }) => all + cents(debit) - cents(credit), 0);

const sale = fc.record({
	net: fc.integer({ min: 100, max: 200_000 }),
	currency: fc.constantFrom('EUR', 'USD', 'GBP'),
	/** Net cents of it that the provider paid back; below a euro none. */
	back: fc.integer({ min: 0, max: 200_000 }),
	fee: fc.integer({ min: 0, max: 500 }),
	/** The rate of the provider to that of the order, in thousandths. */
	rate: fc.integer({ min: 930, max: 1_070 }),
	rateBack: fc.integer({ min: 930, max: 1_070 }),
	/** Which payout it and what went back are in. */
	paidOut: fc.integer({ min: 0, max: 2 }),
	paidBack: fc.integer({ min: 0, max: 2 }),
	isBookedFirst: fc.boolean(),
});
type Sale = typeof sale extends fc.Arbitrary<infer One> ? One : never;

function rawOrder({ net, currency, back }: Sale, index: number) {
	const id = 1_000 + index;
	const paid = { date_paid_gmt: '2026-03-01T12:00:00', transaction_id: `tr_${id}` };
	const given = Math.min(back, net);
	const refunds =
		given < 100
			? []
			: [
					refund(id + 5_000, [{ net: given, rate: 21, of: 0 }], undefined, {
						refunded_payment: true,
					}),
				];
	return order([{ net, rate: 21 }], {
		...{ id, number: String(id), currency, ...paid, refunds },
		...{ payment_method: IDEAL, payment_method_title: 'iDEAL' },
	});
}

/** What the order table holds of an item of the transformer. */
const rowOf = (kind: 'order' | 'payment', item: object, state = 'booked') => {
	const found = readFound(kind, item, 1);
	if ('refused' in found) throw new Error(found.message);
	const { seen, figures } = found;
	return { ...seen, ...figures, state, snelStartNumber: seen.orderNumber };
};

const feesOn = ['clearing', 'costs', 'costsWithVat', 'reverseCharge'] as const;
const layout = fc.record({
	feesOn: fc.constantFrom(...feesOn),
	entryKind: fc.constantFrom('bank' as const, 'memorial' as const),
	lines: fc.constantFrom('perOrder' as const, 'perDay' as const),
});
const settingsFor = (row: { feesOn: (typeof feesOn)[number]; entryKind: 'bank' | 'memorial' }) =>
	paymentSettings({
		exchangeRates: {
			use: 'fixed',
			rates: [
				{ currency: 'USD', rate: '1.0850' },
				{ currency: 'GBP', rate: '0.8613' },
			],
		},
		payoutProviders: [
			{ ...mollie, ...row, feesVatAccountId: 'vat to claim', euFeesAccountId: 'box 4b' },
		],
	});

test(`${RUNS} times: once all payouts are settled, the clearing account stands at zero to the cent`, () => {
	let differences = 0;
	fc.assert(
		fc.property(fc.array(sale, { minLength: 1, maxLength: 8 }), layout, (sales, chosen) => {
			const settings = settingsFor(chosen);
			const rows: object[] = [];
			const payouts: Array<Array<Record<string, unknown>>> = [[], [], []];
			let balance = 0;
			sales.forEach((one, index) => {
				const raw = rawOrder(one, index);
				// The order was booked before anything went back.
				const sold = transform({ ...raw, refunds: [] }, settings);
				expect([sold.outcome, sold.code]).toEqual(['book', '']);
				rows.push({ ...rowOf('order', sold), paymentIds: `tr_${1_000 + index}` });
				for (const payment of transformPayments(raw, 'woocommerce', settings)) {
					expect([payment.outcome, payment.code]).toEqual(['book', '']);
					balance += onClearing(payment.draft!);
					// What is not booked yet will be; the payout may come first.
					rows.push(rowOf('payment', payment, one.isBookedFirst ? 'booked' : 'waiting'));
					const isBack = payment.draft!.amount < 0;
					const own = cents(payment.draft!.amount);
					const rate = isBack ? one.rateBack : one.rate;
					const gross = one.currency === 'EUR' ? own : Math.round((own * rate) / 1_000);
					const fee = isBack ? 0 : one.fee;
					payouts[isBack ? one.paidBack : one.paidOut]!.push({
						id: `${payment.paymentKey}`,
						type: isBack ? 'refund' : 'payment',
						paymentIds: [`tr_${1_000 + index}`],
						...{ gross: euro(gross), fee: euro(fee), net: euro(gross - fee), date: '2026-04-01' },
					});
				}
			});
			const payments = readKnownPayments(rows);
			const orders = rows.flatMap(
				(row) => readPayoutOrder(row, '', settings, readKnownRefunds(rows), payments) ?? [],
			);
			payouts.forEach((entries, index) => {
				if (entries.length === 0) return;
				const net = entries.reduce((all, entry) => all + cents(Number(entry.net)), 0);
				const raw = {
					...{ provider: 'mollie', id: `stl_${index}`, date: '2026-04-02', currency: 'EUR' },
					...{ net: euro(net), entries },
				};
				const options = { ...payoutOptions, lines: chosen.lines };
				const done = transformPayout(raw, orders, settings, options);
				expect([done.outcome, done.code]).toEqual(['book', '']);
				expect(done.unmatched.filter(({ reason }) => reason.code === 'EXCHANGE_UNCLEAR')).toEqual(
					[],
				);
				balance += onClearing(done.draft!);
				// The invoice of the provider is booked against the account.
				if (chosen.feesOn === 'clearing') balance -= cents(done.draft!.feesBooked?.fees ?? 0);
				differences += done.draft!.ledgerLines.filter(({ role }) => role === 'exchange').length;
			});
			expect(balance).toBe(0);
		}),
		{ numRuns: RUNS },
	);
	expect(differences).toBeGreaterThan(RUNS / 2);
});
