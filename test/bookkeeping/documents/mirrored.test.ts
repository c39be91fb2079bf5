import { mirrored } from '../../../bookkeeping/documents/mirrored';
import { draftOf, wooCommerceOrder } from '../support';

test('all of an entry with the sign turned, under a number and a date of its own', () => {
	const sale = draftOf(wooCommerceOrder('rest_simple_nl'));
	const credit = mirrored(sale, 'CW28', '2026-12-01');
	expect(credit).toMatchObject({ invoiceNumber: 'CW28', invoiceDate: '2026-12-01' });
	expect(credit.invoiceAmount).toBe(-sale.invoiceAmount);
	expect(credit.lines.map(({ amount }) => amount)).toEqual(sale.lines.map(({ amount }) => -amount));
	expect(credit.vat.map(({ amount }) => amount)).toEqual(sale.vat.map(({ amount }) => -amount));
	expect(credit.giftCard).toBeUndefined();
	const withCard = { ...sale, giftCard: { amount: 5, ledgerAccountId: 'cards' } };
	expect(mirrored(withCard, 'C', '2026-12-01').giftCard?.amount).toBe(-5);
});

test('nothing stays nothing: no zero with a sign', () => {
	const sale = { ...draftOf(wooCommerceOrder('rest_simple_nl')) };
	sale.vat = [{ vatKind: 'reverseCharge', percentage: 0, amount: 0 }];
	expect(Object.is(mirrored(sale, 'C', '2026-12-01').vat[0]?.amount, 0)).toBe(true);
});
