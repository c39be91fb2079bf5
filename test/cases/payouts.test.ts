import type { PayoutForm } from '../../bookkeeping/payments/payouts/readPayout';
import type { PayoutOrder } from '../../bookkeeping/payments/payouts/payoutOrders';
import { transformPayout } from '../../bookkeeping/payments/payouts/transformPayout';
import { mollie, order, paymentSettings, payoutOptions } from '../bookkeeping/payments/support';
import { caseOf } from './support';

type Json = Record<string, unknown>;

const settings = paymentSettings({
	payoutProviders: ['mollie', 'stripe', 'payPal', 'vipps', 'multisafepay', 'adyen'].map(
		(provider) => ({ ...mollie, provider }),
	),
});

interface Case {
	form: PayoutForm;
	raw: Json;
	/** As they were before orders came with their refunds. */
	orders: Array<Omit<PayoutOrder, 'refunds'>>;
}

/** What becomes of the payout of a case. */
function payoutOf(id: string, changes: Json = {}, orders?: PayoutOrder[], by = settings) {
	const { input } = caseOf<Case>(id);
	// The shop knows of a refund, but not of how much.
	const refund = { invoiceNumber: '', salesEntryId: '', amount: undefined, date: '' };
	const known = input.orders.map((one) => ({ ...one, refunds: [refund] }));
	return transformPayout({ ...input.raw, ...changes }, orders ?? known, by, {
		...payoutOptions,
		form: input.form,
	});
}

/** What the lines with and without an order move, and what the entry makes of them. */
function figuresOf(id: string, orders?: PayoutOrder[]) {
	const { outcome, code, message, draft, matched, unmatched } = payoutOf(id, {}, orders);
	if (!draft) throw new Error(`${code}: ${message}`);
	const lines = [...matched, ...unmatched].map(({ gross }) => gross);
	return { outcome, gross: draft.gross, fees: draft.fees, net: draft.net, lines };
}

const titled = <Expected>(cases: Record<string, Expected>) =>
	Object.entries(cases).map(([id, expected]) => [caseOf(id).title, id, expected] as const);

describe('booked, every cent on a line', () => {
	test.each(
		titled({
			r42: { gross: 46.94, fees: 0.39, net: 46.55, lines: [46.94] },
			r43: {
				// 60.50 + 46.94 − 10.00 − 46.94; costs 0.3025 + 0.3630, rounded once.
				...{ gross: 50.5, fees: 0.67, net: 49.83 },
				lines: [46.94, -46.94, 60.5, -10],
			},
			r43c: { gross: 46.94, fees: 0, net: 46.94, lines: [46.94] },
			// 0.95 less the 5.00 that Stripe gave back.
			r45: { gross: 46.95, fees: -4.05, net: 51, lines: [46.95] },
			r48: { gross: 100, fees: 3, net: 97, lines: [100] },
			// 192.79 came in for 217.23 dollars; at that rate the fee of 7.00 was 6.21.
			r49: { gross: 199, fees: 6.21, net: 192.79, lines: [199] },
			r52: {
				...{ gross: 0, fees: 3, net: -3 },
				lines: [100, -100],
			},
			r54: { gross: 42.1, fees: 0, net: 42.1, lines: [42.1] },
			r97: {
				...{ gross: 96, fees: 0.78, net: 95.22 },
				lines: [60.5, 35.5],
			},
			r98: {
				...{ gross: 40.99, fees: 0.99, net: 40 },
				lines: [45.99, -5],
			},
			r99: {
				...{ gross: 40.5, fees: 2.41, net: 38.09 },
				lines: [60.5, -20],
			},
			r99b: {
				...{ gross: 40.5, fees: 2.41, net: 38.09 },
				lines: [60.5, -20],
			},
		}),
	)('%s', (_, id, expected) => {
		expect(figuresOf(id)).toEqual({ outcome: 'book', ...expected });
	});
});

describe('refused, with the reason', () => {
	test.each(
		titled({
			r51: ['PAYOUT_NOT_EXPLAINED', /Line 2/],
			r55: ['PAYOUT_NOT_FINAL', /open/],
			r98b: ['PAYOUT_NOT_EXPLAINED', /45\.10.*40\.00/],
		} satisfies Record<string, [string, RegExp]>),
	)('%s', (_, id, [code, says]) => {
		const { outcome, code: found, message } = payoutOf(id);
		expect([outcome, found]).toEqual(['attention', code]);
		expect(message).toMatch(says);
	});
});

describe('a loan repaid out of a payout (Stripe Capital, r44)', () => {
	test('is booked on its own account, and named', () => {
		const provider = { ...mollie, provider: 'stripe', loanAccountId: 'loan' };
		const by = paymentSettings({ payoutProviders: [provider] });
		const { outcome, draft } = payoutOf('r44', {}, undefined, by);
		// 46.95 less costs of 0.95 and 11.00 of the loan.
		expect([outcome, draft?.net, draft?.fees]).toEqual(['book', 35, 0.95]);
		const ofLoan = draft?.ledgerLines.filter(({ role }) => role === 'loan');
		expect(ofLoan).toMatchObject([{ ledgerAccountId: 'loan', description: 'Loan txn_2' }]);
		expect(JSON.stringify(ofLoan)).toMatch(/\b11\b/);
	});

	test('waits for that account, and for no other reason', () => {
		const { outcome, code, message, tip } = payoutOf('r44');
		expect([outcome, code]).toEqual(['attention', 'PAYOUT_SETTING_MISSING']);
		expect(`${message} ${tip}`).toContain('Loan Account');
	});
});

test('the orders that the files name are found by their numbers', () => {
	const all = ['600', '611', '612'].map((number) => order(number, { total: 6_050 }));
	const matchedIn = (id: string) =>
		payoutOf(id, {}, all).matched.map(({ orderKey, gross }) => [orderKey.split('/').at(-1), gross]);
	expect(matchedIn('r97')).toEqual([
		['611', 60.5],
		['612', 35.5],
	]);
	expect(matchedIn('r98')).toEqual([
		['611', 45.99],
		['600', -5],
	]);
	expect(matchedIn('r99')).toEqual([
		['611', 60.5],
		['600', -20],
	]);
});
