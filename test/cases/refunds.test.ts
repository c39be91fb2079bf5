import type { CreditNoteDraft } from '../../bookkeeping/documents/draft';
import { cancelOrder } from '../../bookkeeping/refunds/reverseOrder';
import { transformRefund } from '../../bookkeeping/refunds/transformRefund';
import type { SettingsInput } from '../../bookkeeping/settings/settings';
import { settingsWith, vatOf } from '../bookkeeping/support';
import { caseOf } from './support';

type Json = Record<string, unknown>;
interface Refunded {
	order: Json;
	refund: Json;
	refunds: Json[];
}

function creditOf(id: string, index?: number): CreditNoteDraft {
	const { order, refund, refunds } = caseOf<Refunded>(id).input;
	const which = index === undefined ? refund : refunds[index];
	const result = transformRefund(
		{ order, refund: which, earlierRefunds: refunds },
		'woocommerce',
		settingsWith({ ordersWithRefunds: 'book' }),
	);
	if (!result.draft) throw new Error(`${result.code}: ${result.message}`);
	return result.draft;
}

/** Credit notes: amount, VAT per rate, and whether the VAT was worked out. */
const CREDITED: Record<string, [number, Record<string, number>]> = {
	r31: [-30.25, { 21: -5.25 }],
	r32b: [-65.49, { 21: -11.37 }],
	r33: [-30.25, { 21: -5.25 }],
	// 12.10 of 65.40, of which 60.50 at 21 % and 4.90 at 9 %: 11.19 and 0.91 with VAT.
	// The sale's own share: 10.50 × 11.19 / 60.50 = 1.942 and 0.40 × 0.91 / 4.90 = 0.074.
	r36: [-12.1, { 21: -1.94, 9: -0.07 }],
};

test.each(Object.keys(CREDITED).map((id) => [caseOf(id).title, id] as const))('%s', (_, id) => {
	const draft = creditOf(id);
	expect([draft.invoiceAmount, vatOf(draft)]).toEqual(CREDITED[id]);
});

test(caseOf('r35').title, () => {
	const [first, second] = [creditOf('r35', 0), creditOf('r35', 1)];
	expect(first.invoiceAmount).toBe(-10);
	expect(second.invoiceAmount).toBe(-55.49);
	const vat = Math.round(((vatOf(first)[21] ?? 0) + (vatOf(second)[21] ?? 0)) * 100);
	expect(vat).toBe(-1137);
});

describe(caseOf('r93').title, () => {
	const { order, date } = caseOf<{ order: Json; date: string }>('r93').input;
	const cancelled = (changes: Json = {}, settings: Partial<SettingsInput> = {}) => {
		const input = { order: { ...order, ...changes }, date };
		const [result] = cancelOrder(input, 'woocommerce', settingsWith(settings));
		return result;
	};

	test('the money was kept: held for a person', () => {
		expect(cancelled()).toMatchObject({
			...{ outcome: 'attention', code: 'PAID_AND_CANCELLED', orderNumber: '864' },
			message:
				'The order was cancelled, but it was paid on 2026-09-14 and € 60.50 of it was not refunded.',
		});
		expect(cancelled()?.tip).toContain("'Paid and Cancelled'");
	});

	test('the client settings say that it is credited: a note tells that the money was kept', () => {
		const result = cancelled({}, { paidAndCancelled: 'credit' });
		expect(result).toMatchObject({ outcome: 'book', total: -60.5 });
		expect(result?.draft?.notes).toContain(
			'The order was cancelled, but it was paid on 2026-09-14 and € 60.50 of it was not refunded.',
		);
	});

	test('paid, and refunded in part before: what was kept is held', () => {
		const refunds = [{ id: 900, total: '-10.00' }];
		const earlierRefunds = [
			{ id: 900, amount: '10.00', date_created: '2026-09-15T10:00:00', line_items: [] },
		];
		const [result] = cancelOrder(
			{ order: { ...order, refunds }, date, earlierRefunds },
			'woocommerce',
			settingsWith(),
		);
		expect(result?.message).toBe(
			'The order was cancelled, but it was paid on 2026-09-14 and € 50.50 of it was not refunded.',
		);
	});

	test('never paid: credited', () => {
		expect(cancelled({ date_paid: null, date_paid_gmt: null })).toMatchObject({
			...{ outcome: 'book', total: -60.5 },
		});
	});
});
