import { claimBadDebt, readFound } from '../../../bookkeeping';
import { booked } from '../refunds/bookedDocument';
import { order } from '../refunds/support';
import { draftOf, settingsWith } from '../support';
import { fc } from '../../support/property';
import { ledgerOf } from './support';

/** 100.00 at 21 % and 50.00 at 9 %: 175.50, sold on 1 March 2026 with a term of 14 days. */
const sale = draftOf(
	order([
		{ net: 10_000, rate: 21 },
		{ net: 5000, rate: 9 },
	]),
);
const row = {
	...{ orderKey: sale.orderKey, client: 'test-client', shop: 'woocommerce' },
	...{ orderId: '1000', orderNumber: '1000', fingerprint: 'x' },
};
const settings = settingsWith({ setOffJournalId: 'memorial' });
const rules = {
	...{ date: '2027-03-15', badDebtsAccountId: 'bad debts' },
	vatAccountOf: (vatKind: string): string | undefined => `owed ${vatKind}`,
};
const claim = (
	open: number,
	{ payments = [] as object[], draft = sale, how = settings, by = {} } = {},
) =>
	claimBadDebt(
		{ row, booked: [{ ...booked(draft), openAmount: open }], payments: payments as never },
		{ ...rules, ...by },
		how,
	);
/** The row of a claim, as the order table keeps it. */
const claimed = (key: string, vat: number, state = 'booked') => ({
	...{ orderKey: `${sale.orderKey}/${key}`, kind: 'payment', state, vat },
});

test('Wet OB art. 29: one year after it was due, the VAT of an unpaid invoice is claimed back per rate', () => {
	const { outcome, vat, paymentKey, draft } = claim(175.5);
	expect([outcome, vat, paymentKey]).toEqual(['book', 25.5, `${sale.orderKey}/vat-claim`]);
	expect(draft).toMatchObject({
		...{ document: 'payment', kind: 'memorial', journalId: 'memorial', date: '2027-03-15' },
		...{ number: `BTW-${sale.invoiceNumber}`, received: 0, spent: 0, salesLines: [], amount: 0 },
		notes: ['Open: € 175.50; one year overdue on 2027-03-15.'],
	});
	expect(ledgerOf(draft!)).toEqual([
		['vat', 'owed high', 21, 0],
		['vat', 'owed low', 4.5, 0],
		['costs', 'bad debts', 0, 25.5],
	]);
});

test('of an invoice that was paid in part, the VAT in what is open', () => {
	// A third of it: 7.00 and 1.50.
	expect(claim(58.5).vat).toBe(8.5);
	expect(ledgerOf(claim(58.5).draft!).slice(0, 2)).toEqual([
		['vat', 'owed high', 7, 0],
		['vat', 'owed low', 1.5, 0],
	]);
});

test('of what is paid later the VAT is due again, and of that once', () => {
	const payments = [claimed('vat-claim', 25.5)];
	const { outcome, vat, paymentKey, draft } = claim(58.5, { payments });
	expect([outcome, vat]).toEqual(['book', -17]);
	expect(paymentKey).toBe(`${sale.orderKey}/vat-claim-due-5850`);
	expect(draft!.number).toBe(`BTW5850-${sale.invoiceNumber}`);
	expect(ledgerOf(draft!)).toEqual([
		['vat', 'owed high', 0, 14],
		['vat', 'owed low', 0, 3],
		['costs', 'bad debts', 17, 0],
	]);
	const again = [...payments, claimed('vat-claim-due-5850', -17)];
	expect(claim(58.5, { payments: again })).toMatchObject({
		...{ outcome: 'nothingToBook', code: 'BAD_DEBT_LEFT' },
		facts: { case: 'claimed', claimed: 850 },
	});
	expect(claim(0, { payments: again }).vat).toBe(-8.5);
});

// Paid by direct debit after the claim, and taken back by the bank once more.
test('what is open again after its VAT was due again is claimed again, under a key and a number of its own', () => {
	const payments = [claimed('vat-claim', 25.5), claimed('vat-claim-due-0', -25.5)];
	const second = claim(175.5, { payments });
	expect([second.outcome, second.vat]).toEqual(['book', 25.5]);
	expect(second.paymentKey).toBe(`${sale.orderKey}/vat-claim-2`);
	expect(second.draft!.number).toBe(`BTW.2-${sale.invoiceNumber}`);
	expect(ledgerOf(second.draft!)).toEqual(ledgerOf(claim(175.5).draft!));
	// As long as it is not in the books, it is the same one.
	const ready = [...payments, claimed('vat-claim-2', 25.5, 'ready')];
	expect(claim(175.5, { payments: ready }).draft).toEqual(second.draft);

	const paidAgain = claim(0, { payments: [...payments, claimed('vat-claim-2', 25.5)] });
	expect(paidAgain.vat).toBe(-25.5);
	expect(paidAgain.paymentKey).toBe(`${sale.orderKey}/vat-claim-2-due-0`);
	expect(paidAgain.draft!.number).toBe(`BTW0.2-${sale.invoiceNumber}`);
});

test('of a part that is open again, the VAT in that part is claimed again', () => {
	const payments = [claimed('vat-claim', 25.5), claimed('vat-claim-due-5850', -17)];
	const { vat, draft } = claim(117, { payments });
	expect(vat).toBe(8.5);
	expect(ledgerOf(draft!)).toEqual([
		['vat', 'owed high', 7, 0],
		['vat', 'owed low', 1.5, 0],
		['costs', 'bad debts', 0, 8.5],
	]);
	expect(draft!.notes).toEqual(['Open by now: € 117.00; VAT claimed before: € 8.50.']);
});

test('whatever is paid and taken back in whatever order: each entry once, and what is claimed is the VAT in what is open', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 17_550 }), { maxLength: 12 }), (opens) => {
			const payments: object[] = [];
			const seen = new Set<string>();
			let total = 0;
			for (const open of opens) {
				const { draft, paymentKey, vat } = claim(open / 100, { payments });
				if (draft) {
					expect(seen).not.toContain(paymentKey);
					expect(seen).not.toContain(draft.number);
					seen.add(paymentKey).add(draft.number);
					payments.push({ orderKey: paymentKey, kind: 'payment', state: 'booked', vat });
					total += Math.round(vat * 100);
				}
				const [high, low] = [(open * 2_100) / 17_550, (open * 450) / 17_550].map(Math.round);
				expect(total).toBe(high! + low!);
			}
		}),
	);
});

test('what a credit note takes back is not claimed once more, though nobody set it off', () => {
	const { orderKey, invoiceNumber } = sale;
	const credit = {
		...sale,
		...{ document: 'creditNote' as const, orderKey: `${orderKey}/7`, invoiceNumber: 'C1' },
		...{ originalInvoiceNumber: invoiceNumber, originalOrderKey: orderKey, estimated: false },
	};
	const withCredit = (openAmount: number) =>
		claimBadDebt(
			{
				row,
				booked: [
					{ ...booked(sale), openAmount: 175.5 },
					{ ...booked(credit, 'refund'), openAmount },
				],
				payments: [],
			},
			rules,
			settings,
		);
	// A third of the VAT is left: 25.50 less 17.00.
	expect(withCredit(-117).vat).toBe(8.5);
	expect(withCredit(-175.5)).toMatchObject({
		...{ outcome: 'nothingToBook', facts: { case: 'paid' } },
	});
	expect(withCredit(0).vat).toBe(25.5);
});

test('a claim that is not in the books counts for nothing', () => {
	expect(claim(175.5, { payments: [claimed('vat-claim', 25.5, 'ready')] }).vat).toBe(25.5);
	expect(claim(175.5, { payments: [{ ...claimed('paid', 25.5) }] }).vat).toBe(25.5);
});

const abroad = { ...sale, regime: 'oss' as const };
test.each([
	['nothing is open', 0, {}, 'paid'],
	['a day too early', 175.5, { by: { date: '2027-03-14' } }, 'early'],
	['VAT of another country', 175.5, { draft: abroad }, 'noVat'],
])('%s: left as it is', (_, open, how, why) => {
	expect(claim(open, how)).toMatchObject({
		...{ outcome: 'nothingToBook', code: 'BAD_DEBT_LEFT', vat: 0, facts: { case: why } },
	});
});

test('without a booking record, or when nobody says what is open: left as it is', () => {
	const nothing = claimBadDebt({ row, booked: [], payments: [] }, rules, settings);
	const unread = claimBadDebt({ row, booked: [booked(sale)], payments: [] }, rules, settings);
	for (const one of [nothing, unread]) expect(one.facts).toEqual({ case: 'unknown' });
});

test.each([
	['journal', { how: settingsWith() }],
	['account', { by: { badDebtsAccountId: undefined } }],
	['vatAccount', { by: { vatAccountOf: () => undefined } }],
])('what is not chosen is named: %s', (why, how) => {
	expect(claim(175.5, how)).toMatchObject({
		...{ outcome: 'attention', code: 'BAD_DEBT_SETTING', facts: { case: why } },
	});
});

test('it is a row of the order table, with the VAT as its figure', () => {
	const found = readFound('payment', claim(175.5), 1);
	expect(found).toMatchObject({
		seen: { orderKey: `${sale.orderKey}/vat-claim`, parentKey: sale.orderKey },
		figures: { total: 0, vat: 25.5 },
	});
});
