import type { Payment } from '../../../../nodes/SnelStart/booking/payments/onTotals';
import { partsOf, sharedMemorial } from '../../../../nodes/SnelStart/booking/payments/onTotals';
import { fc } from '../../../support/property';

const payment = (index: number, count: number): Payment => ({
	...{ document: 'payment', kind: 'memorial', journalId: 'journal', date: '2026-05-14' },
	...{ paymentKey: `shop/${index}/paid`, orderKey: `shop/${index}`, orderNumber: `W${index}` },
	...{ paymentId: `tr_${index}`, paymentMethod: 'ideal', number: `tr_${index}-W${index}` },
	...{ amount: count, description: `iDEAL W${index}`, received: 0, spent: 0, notes: [] },
	openItem: { invoiceNumber: `W${index}`, orderNumber: `W${index}`, amount: count, email: '' },
	ledgerLines: Array.from({ length: count }, () => ({
		...{ role: 'clearing' as const, description: `iDEAL W${index}`, ledgerAccountId: 'clearing' },
		...{ debit: 1, credit: 0 },
	})),
	salesLines: [
		{
			...{ orderKey: `shop/${index}`, orderNumber: `W${index}`, invoiceNumber: `W${index}` },
			...{ amount: count, description: `W${index}` },
		},
	],
});

// SnelStart's gateway gives up entries of more than a hundred lines (SS-124), whatever kind of line.
it('every payment is in one memorial, and no memorial has more than a hundred lines', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 400 }), (counts) => {
			const payments = counts.map((count, index) => ({ draft: payment(index, count) }));
			const parts = partsOf(payments);
			expect(parts.flat()).toEqual(payments);
			for (const [index, part] of parts.entries()) {
				const [first, ...others] = part.map(({ draft }) => draft);
				const { ledgerLines, salesLines } = sharedMemorial([first!, ...others], 'WDAG-2026-05-14');
				const lines = ledgerLines.length + salesLines.length;
				expect(lines).toBeLessThanOrEqual(100);
				// None could have taken the payment that follows it.
				const next = parts[index + 1]?.[0]?.draft.ledgerLines.length ?? 100;
				expect(lines + next).toBeGreaterThan(100);
			}
		}),
	);
});
