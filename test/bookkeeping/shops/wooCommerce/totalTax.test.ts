import { settledByTotalTax } from '../../../../bookkeeping/shops/wooCommerce/totalTax';
import { order } from '../../refunds/support';
import { draftOf, linesOf, transform, vatOf } from '../../support';

const rate = (percentage: number, euro: number) => ({
	percentage,
	amount: Math.round(euro * 1_000_000),
});

describe('the VAT of the shop is `total_tax`', () => {
	test('stored part by part, owed as a whole: 4.97 and 1.21 are 6.17', () => {
		expect(settledByTotalTax([rate(21, 6.18)], 617, 2)).toEqual([rate(21, 6.17)]);
	});

	test('the cent goes to the rate with the largest VAT, also when that is the lower rate', () => {
		expect(settledByTotalTax([rate(21, 1.21), rate(9, 4.97)], 617, 2)).toEqual([
			rate(21, 1.21),
			rate(9, 4.96),
		]);
		expect(settledByTotalTax([rate(21, 3), rate(21, 2), rate(9, 4)], 901, 2)).toEqual([
			rate(21, 5.01),
			rate(9, 4),
		]);
	});

	test.each([
		['nothing to settle', [rate(21, 6.1719)], 617],
		['not stated', [rate(21, 6.18)], undefined],
		['more than rounding: left as it is', [rate(21, 6.18)], 615],
		['no rate to settle it with', [], 0],
	])('%s', (_, rates, totalTax) => {
		expect(settledByTotalTax(rates, totalTax, 2)).toEqual(rates);
	});

	test('each line may have been rounded by itself', () => {
		expect(settledByTotalTax([rate(21, 6.18)], 615, 3)).toEqual([rate(21, 6.15)]);
	});
});

describe('an order of a shop that rounds at subtotal level', () => {
	// 23.65 and 5.74: VAT 4.9665 and 1.2054, together 6.1719.
	const lines = [
		{ net: 2365, rate: 21, vat: 497 },
		{ role: 'shipping' as const, net: 574, rate: 21, vat: 121 },
	];

	test('has the VAT of the shop and nothing to round', () => {
		const draft = draftOf(order(lines, { total: '35.56', total_tax: '6.17' }));
		expect(vatOf(draft)).toEqual({ 21: 6.17 });
		expect(draft.movedCents).toEqual({ onVat: -0.01 });
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 23.65],
			['shipping', '21 shipping', 5.74],
		]);
	});

	test('whose VAT agrees has no cent to tell of', () => {
		const draft = draftOf(order(lines, { total: '35.57', total_tax: '6.18' }));
		expect(vatOf(draft)).toEqual({ 21: 6.18 });
		expect(draft.movedCents).toBeUndefined();
	});

	test('what remains of its total is rounded', () => {
		const draft = draftOf(order(lines, { total: '35.57', total_tax: '6.17' }));
		expect(vatOf(draft)).toEqual({ 21: 6.17 });
		expect(linesOf(draft).at(-1)).toEqual(['rounding', 'rounding', 0.01]);
	});

	test('VAT that is not that of its lines needs attention', () => {
		expect(transform(order(lines, { total: '35.57', total_tax: '6.15' }))).toMatchObject({
			...{ outcome: 'attention', code: 'VAT_TOTAL_MISMATCH' },
			message: 'The order states VAT € 6.15, its lines € 6.18.',
		});
		expect(transform(order(lines, { total_tax: '0.00' })).code).toBe('VAT_TOTAL_MISMATCH');
	});
});
