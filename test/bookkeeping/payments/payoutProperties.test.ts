import { tips } from '../../support/codes';
import { imbalance } from '../../../bookkeeping/payments/bookedEntry';
import { payoutEntryTypes } from '../../../bookkeeping/payments/payouts/payout';
import { payoutDraftSchema } from '../../../bookkeeping/payments/payouts/payoutDraft';
import { readPayoutOrder } from '../../../bookkeeping/payments/payouts/payoutOrders';
import type { PayoutForm } from '../../../bookkeeping/payments/payouts/readPayout';
import {
	transformPayout,
	type PayoutOptions,
	type TransformedPayout,
	type UnmatchedEntry,
} from '../../../bookkeeping/payments/payouts/transformPayout';
import { fc, runs } from '../../support/property';
import { mollie, order, payoutOptions, paymentSettings } from './support';

const feesOn = ['clearing', 'costs', 'costsWithVat', 'reverseCharge'] as const;
const accounts = { feesVatAccountId: 'vat to claim', euFeesAccountId: 'box 4b' };
const settings = paymentSettings({
	payoutProviders: [{ ...mollie, loanAccountId: 'loan' }],
});
const settingsOfFees = [
	...feesOn.flatMap((where) =>
		(['bank', 'memorial'] as const).map((entryKind) =>
			paymentSettings({
				payoutProviders: [{ ...mollie, ...accounts, entryKind, feesOn: where }],
			}),
		),
	),
];
const orders = ['101', '102', '103'].map((number, index) =>
	order(number, { paymentIds: [`tr_${index}`], total: 1000 * (index + 1) }),
);
const euro = (cents: number) => `${cents < 0 ? '-' : ''}${(Math.abs(cents) / 100).toFixed(2)}`;

const entries = fc.array(
	fc.record({
		type: fc.constantFrom(...payoutEntryTypes.filter((type) => type !== 'unknown')),
		paymentId: fc.constantFrom('', 'tr_0', 'tr_1', 'tr_2', 'tr_9'),
		gross: fc.integer({ min: -500_000, max: 500_000 }),
		fee: fc.integer({ min: -500, max: 5_000 }),
		day: fc.integer({ min: 10, max: 28 }),
	}),
	{ minLength: 1, maxLength: 30 },
);
type Line = typeof entries extends fc.Arbitrary<Array<infer One>> ? One : never;
const options: fc.Arbitrary<PayoutOptions> = fc.record({
	form: fc.constant<PayoutForm>('general'),
	lines: fc.constantFrom('perDay', 'perOrder'),
	settle: fc.constantFrom('clearingAccount', 'openItems'),
	unmatched: fc.constant('book'),
	windowDays: fc.integer({ min: 0, max: 31 }),
});

function payoutOf(lines: Line[], gap = 0) {
	const stated = lines.map(({ type, paymentId, gross, fee, day }, index) => ({
		id: `line ${index}`,
		type,
		paymentIds: paymentId === '' ? [] : [paymentId],
		gross: euro(gross),
		fee: euro(fee),
		net: euro(gross - fee),
		date: `2026-11-${day}`,
	}));
	const net = lines.reduce((sum, { gross, fee }) => sum + gross - fee, 0);
	return {
		provider: 'mollie',
		id: 'stl_1',
		date: '2026-11-28',
		currency: 'EUR',
		net: euro(net + gap),
		entries: stated,
	};
}

/** Booked exactly, or refused with a code that says why. */
function isWhole({ outcome, code, draft }: TransformedPayout): void {
	expect(outcome === 'book').toBe(draft !== undefined);
	if (draft) expect(imbalance(payoutDraftSchema.parse(draft))).toBe(0);
	else expect(tips).toHaveProperty(code);
}

test('payouts always balance to the cent: net = gross − fees, whatever the layout', () => {
	let booked = 0;
	fc.assert(
		fc.property(entries, options, (lines, chosen) => {
			const found = transformPayout(payoutOf(lines), orders, settings, chosen);
			isWhole(found);
			// All lines at zero leave nothing to book; every other payout is booked.
			const { draft } = found;
			if (!draft) return;
			booked += 1;
			const cents = (value: number) => Math.round(value * 100);
			expect(cents(draft.gross) - cents(draft.fees)).toBe(cents(draft.net));
			expect(cents(draft.received) - cents(draft.spent)).toBe(cents(draft.net));
			const moved = ['payment', 'refund', 'chargeback', 'conversion'];
			const money = lines.filter(({ type }) => moved.includes(type));
			const isWithout = ({ reason }: UnmatchedEntry) => reason.code === 'ENTRY_WITHOUT_ORDER';
			const without = found.unmatched.filter(isWithout);
			expect(found.matched.length + without.length).toBe(money.length);
		}),
		{ numRuns: runs(500) },
	);
	expect(booked).toBeGreaterThan(450);
});

test('whatever becomes of the VAT in fees, the entry balances and deducts it at most once', () => {
	fc.assert(
		fc.property(entries, options, fc.constantFrom(...settingsOfFees), (lines, chosen, where) => {
			const found = transformPayout(payoutOf(lines), orders, where, chosen);
			isWhole(found);
			const { draft } = found;
			if (!draft) return;
			const row = where.payoutProviders[0]!;
			const isInvoice = ({ type }: Line) =>
				type === 'invoice' && ['costsWithVat', 'reverseCharge'].includes(row.feesOn);
			const fees = lines.map((line) =>
				isInvoice(line) || line.type === 'fee' ? line.fee - line.gross : line.fee,
			);
			const cost = fees.reduce((all, one) => all + one, 0);
			expect(cost).toBe(Math.round((draft.feesBooked?.fees ?? 0) * 100));
			const vat = Math.round((draft.feesBooked?.vat ?? 0) * 100);
			// 21/121 of the fees to the cent, or nothing.
			expect(
				row.feesOn === 'costsWithVat' ? Math.abs(cost * 21 - vat * 121) <= 61 : vat === 0,
			).toBe(true);
		}),
		{ numRuns: runs(500) },
	);
});

test('a payout that misses cents is refused with its gap', () => {
	const gaps = fc.integer({ min: -10_000, max: 10_000 }).filter((gap) => gap !== 0);
	fc.assert(
		fc.property(entries, gaps, (lines, gap) => {
			const found = transformPayout(payoutOf(lines, gap), orders, settings, payoutOptions);
			expect(found.code).toBe('PAYOUT_NOT_EXPLAINED');
			expect(found.message).toContain(`a gap of € ${euro(gap)}`);
		}),
	);
});

test('the order of the orders makes no difference', () => {
	fc.assert(
		fc.property(entries, fc.shuffledSubarray(orders, { minLength: 3 }), (lines, shuffled) => {
			const raw = payoutOf(lines);
			expect(transformPayout(raw, shuffled, settings, payoutOptions)).toEqual(
				transformPayout(raw, orders, settings, payoutOptions),
			);
		}),
	);
});

test('no exception escapes, whatever comes in, in every form', () => {
	const names = [
		...['id', 'amount', 'status', 'payout', 'transactions', 'payments', 'periods', 'totals'],
		...['transaction_details', 'settledAt', 'currency', 'entries', 'net', 'payout_date', 'type'],
	];
	const junk = fc.oneof(
		fc.jsonValue(),
		fc.dictionary(fc.constantFrom(...names), fc.jsonValue()),
		fc.record({
			id: fc.string(),
			provider: fc.constant('mollie'),
			date: fc.oneof(fc.constant('2026-11-20'), fc.string()),
			currency: fc.constantFrom('EUR', 'USD', ''),
			net: fc.oneof(fc.double(), fc.string()),
			entries: fc.array(
				fc.record({
					type: fc.constantFrom(...payoutEntryTypes),
					gross: fc.double(),
					net: fc.double(),
				}),
			),
		}),
	);
	const forms = fc.constantFrom<PayoutForm>(
		'csv',
		'general',
		'klarna',
		'mollie',
		'payPal',
		'stripe',
	);
	fc.assert(
		fc.property(junk, forms, fc.array(fc.jsonValue()), (raw, form, items) => {
			const read = items.flatMap((item) => readPayoutOrder(item, 'woocommerce', settings) ?? []);
			isWhole(transformPayout(raw, read, settings, { ...payoutOptions, form }));
		}),
		{ numRuns: runs(1000) },
	);
});
