import { imbalance } from '../../../../bookkeeping/payments/bookedEntry';
import { transformPayout } from '../../../../bookkeeping/payments/payouts/transformPayout';
import type { SettingsInput } from '../../../../bookkeeping/settings/settings';
import { ledgerOf, mollie, paymentSettings, payout, payoutOptions } from '../support';

type Row = Partial<NonNullable<SettingsInput['payoutProviders']>[number]>;
type Entry = Record<string, unknown>;

/** A payment of 121.00 with lines of fees, all paid out. */
function run(row: Row, fees: Entry[], settings: Partial<SettingsInput> = {}) {
	const payment = { type: 'payment', gross: '121.00', net: '121.00', date: '2026-11-18' };
	const entries: Entry[] = [payment, ...fees.map((fee) => ({ date: '2026-11-18', ...fee }))];
	const net = entries.reduce((all, one) => all + Math.round(Number(one.net) * 100), 0);
	const raw = payout({ net: (net / 100).toFixed(2), entries: entries as never });
	const payoutProviders = [{ ...mollie, ...row }];
	return transformPayout(raw, [], paymentSettings({ payoutProviders, ...settings }), payoutOptions);
}
const fee = (cost: string, more: Entry = {}) => ({
	...{ type: 'fee', gross: '0', fee: cost, net: cost.startsWith('-') ? cost.slice(1) : `-${cost}` },
	...more,
});
const booked = (row: Row, fees: Entry[]) => {
	const found = run(row, fees);
	if (!found.draft) throw new Error(`${found.code}: ${found.message}`);
	expect(imbalance(found.draft)).toBe(0);
	const [, ...lines] = ledgerOf(found.draft).filter(([role]) => role !== 'transfer');
	const { vatLines, notes, feesBooked } = found.draft;
	return { lines, vatLines, notes: notes.join(), feesBooked };
};

const bank = { feesOn: 'costsWithVat' } as const;
const memorial = {
	...bank,
	entryKind: 'memorial',
	feesVatAccountId: 'vat to claim',
} as const;

describe('the VAT in fees is deducted once', () => {
	// Mollie states 2.0307 of 11.7007; 11.70 × 21/121 = 2.0306.
	test.each<[string, Entry[]]>([
		['as the provider states it', [fee('11.70', { feeVat: '2.03' })]],
		['21/121 where it states none', [fee('11.70')]],
	])('from the payout, %s: net on costs, VAT beside it', (_, fees) => {
		expect(booked(bank, fees)).toEqual({
			lines: [['costs', 'costs', 9.67, 0]],
			vatLines: [{ debit: 2.03, credit: 0 }],
			notes: expect.stringMatching(/VAT of € 2\.03 .* do not book the invoice/),
			feesBooked: { on: 'costsWithVat', fees: 11.7, vat: 2.03 },
		});
		expect(booked(memorial, fees)).toMatchObject({
			lines: [
				['costs', 'costs', 9.67, 0],
				['vat', 'vat to claim', 2.03, 0],
			],
			vatLines: undefined,
		});
	});

	test('the line of a bank entry says that it has VAT', () => {
		expect(run(bank, [fee('11.70')]).draft?.ledgerLines.at(-1)).toMatchObject({ vatKind: 'high' });
		expect(run(memorial, [fee('11.70')]).draft?.ledgerLines.at(-1)).not.toHaveProperty('vatKind');
	});

	test('the invoice of the provider and its rounding are fees there, so that nothing waits for it', () => {
		// 12.10 + 0.01 of rounding: 12.11 × 21/121 = 2.1017
		const invoice = { type: 'invoice', gross: '-12.10', net: '-12.10' };
		const rounding = { type: 'invoice', gross: '-0.01', net: '-0.01' };
		expect(booked(bank, [invoice, rounding])).toMatchObject({
			lines: [['costs', 'costs', 10.01, 0]],
			vatLines: [{ debit: 2.1, credit: 0 }],
		});
	});

	test('fees that come back give their VAT back', () => {
		expect(booked(bank, [fee('-1.21')])).toMatchObject({
			lines: [['costs', 'costs', 0, 1]],
			vatLines: [{ debit: 0, credit: 0.21 }],
		});
	});

	test('from the invoice: all of it waits on the clearing account', () => {
		const found = booked({ feesOn: 'clearing' }, [fee('11.70', { feeVat: '2.03' })]);
		expect(found.lines).toEqual([['clearing', 'clearing mollie', 11.7, 0]]);
		expect(found.vatLines).toBeUndefined();
		expect(found.notes).toMatch(/invoice alone deducts their VAT/);
		expect(found.feesBooked).toEqual({ on: 'clearing', fees: 11.7, vat: 0 });
	});

	test('not deducted: all of it is costs, and the note says so', () => {
		const found = booked({ feesOn: 'costs' }, [fee('11.70')]);
		expect(found.lines).toEqual([['costs', 'costs', 11.7, 0]]);
		expect(found.notes).toMatch(/€ 11\.70 are costs; their VAT is not deducted/);
	});

	test('services from the EU go to their account, without VAT', () => {
		const row = { feesOn: 'reverseCharge', euFeesAccountId: 'box 4b' } as const;
		const found = booked(row, [fee('11.70')]);
		expect(found.lines).toEqual([['costs', 'box 4b', 11.7, 0]]);
		expect(found.notes).toMatch(/4b and 5b/);
		expect(run(row, [fee('11.70', { feeVat: '2.03' })])).toMatchObject({
			outcome: 'attention',
			code: 'PAYOUT_FEE_VAT',
			message: expect.stringMatching(/charged VAT of € 2\.03/),
		});
	});

	test.each([
		['more VAT than 21 % makes', '11.70', '2.46'],
		['VAT of the other sign', '11.70', '-2.03'],
	])('%s is not believed', (_, cost, feeVat) => {
		expect(run(bank, [fee(cost, { feeVat })])).toMatchObject({
			outcome: 'attention',
			code: 'PAYOUT_FEE_VAT',
		});
	});

	test('amounts that each are rounded by themselves are', () => {
		// 3 × 0.35 × 21/121 = 0.1822; rounded one by one 0.06 each, up by hand 0.07.
		const fees = [1, 2, 3].map((id) => fee('0.35', { id: `${id}`, feeVat: '0.07' }));
		expect(booked(bank, fees).vatLines).toEqual([{ debit: 0.21, credit: 0 }]);
	});

	test('a payout without fees says nothing of them and needs no account', () => {
		const rows = [
			{ feesOn: 'clearing' },
			{ feesOn: 'costs' },
			bank,
			{ feesOn: 'reverseCharge', euFeesAccountId: 'box 4b' },
		] as const;
		for (const row of rows) {
			const { draft } = run(row, []);
			expect(draft).toMatchObject({ notes: [] });
			expect(draft?.feesBooked).toBeUndefined();
		}
	});
});
