import { planOf, type PlannedDocument } from '../../../bookkeeping/orders/plan';
import { draftOf, jouwWebOrder } from '../support';

const line = {
	role: 'product' as const,
	description: 'Candle',
	ledgerAccountId: 'high',
	vatKind: 'high' as const,
	reason: 'test',
};

/** Gross = net + VAT at 21 %, by hand. */
function document(number: string, net: number, vat: number, more: object = {}): PlannedDocument {
	return {
		kind: 'order',
		outcome: 'book',
		orderNumber: number,
		total: Math.round((net + vat) * 100),
		code: '',
		draft: {
			document: 'salesEntry',
			orderKey: `demo/shop/${number}`,
			orderNumber: number,
			invoiceNumber: number,
			invoiceDate: '2025-03-14',
			paymentTermDays: 14,
			description: '',
			invoiceAmount: Math.round((net + vat) * 100) / 100,
			customer: { kind: 'fixedDebtor', relationId: 'x' },
			lines: [{ ...line, amount: net, percentage: 21 }],
			vat: [{ vatKind: 'high', percentage: 21, amount: vat }],
			regime: 'domestic',
			regimeReason: '',
			notes: [],
		},
		...more,
	};
}

it('J208: counts what would become of each order, by reason, and totals only what would be booked', () => {
	const { fates, months } = planOf([
		document('1', 10, 2.1),
		document('2', 20, 4.2),
		document('3', 5, 1.05, { found: { state: 'booked', code: '' } }),
		document('4', 7, 1.47, { found: { state: 'needsAttention', code: 'INVOICE_NUMBER_IN_USE' } }),
		{ kind: 'order', outcome: 'attention', orderNumber: '5', total: 1210, code: 'TOTAL_MISMATCH' },
		{ kind: 'order', outcome: 'wait', orderNumber: '6', total: null, code: 'STATUS_NOT_YET' },
		{ kind: 'order', outcome: 'nothingToBook', orderNumber: '7', total: 0, code: 'FREE_ORDER' },
	]);
	expect(fates.map(({ fate, code, documents, total }) => [fate, code, documents, total])).toEqual([
		['toBook', '', 2, 36.3],
		['alreadyThere', '', 1, 6.05],
		['needsAttention', 'INVOICE_NUMBER_IN_USE', 1, 8.47],
		['needsAttention', 'TOTAL_MISMATCH', 1, 12.1],
		['waiting', 'STATUS_NOT_YET', 1, 0],
		['nothingToBook', 'FREE_ORDER', 1, 0],
	]);
	expect(months).toEqual([{ month: '2025-03', percentage: 21, net: 30, vat: 6.3, gross: 36.3 }]);
});

it('takes refunds off the month they are dated in, and counts them apart', () => {
	const credit = document('1', -10, -2.1, { kind: 'refund', total: -1210 });
	const april = { ...credit, draft: { ...credit.draft!, invoiceDate: '2025-04-01' } };
	const { fates, months } = planOf([document('1', 10, 2.1), april]);
	expect(fates.map(({ kind, documents, total }) => [kind, documents, total])).toEqual([
		['order', 1, 12.1],
		['refund', 1, -12.1],
	]);
	expect(months.map(({ month, gross }) => [month, gross])).toEqual([
		['2025-03', 12.1],
		['2025-04', -12.1],
	]);
});

it('keeps the rates of an order apart to the cent (order 440003: 85.75 with VAT 10.20, J114)', () => {
	const draft = draftOf(jouwWebOrder(440003));
	const { months } = planOf([document('440003', 0, 0, { draft })]);
	// docs/order-table.md: 21% 28.33+5.95 | 9% 47.22+4.25.
	expect(months.map(({ percentage, net, vat, gross }) => [percentage, net, vat, gross])).toEqual([
		[21, 28.33, 5.95, 34.28],
		[9, 47.22, 4.25, 51.47],
	]);
});
