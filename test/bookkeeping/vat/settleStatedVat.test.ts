import { draftOf, jouwWebOrder, linesOf, transform, vatOf } from '../support';

type Raw = Record<string, unknown>;

const line = (percentage: number, totalPrice: number, totalTaxAmount: number): Raw => ({
	...{ type: 'article', title: 'Article', quantity: 1 },
	...{ totalPrice, totalTaxAmount, taxPercentage: percentage },
});

const order = (orderLines: Raw[], totalPrice: number, totalTaxAmount: number, more: Raw = {}) =>
	jouwWebOrder(440001, {
		...{ orderLines, totalPrice, totalTaxAmount, price: { total: totalPrice } },
		...{ shippingCost: 0, shippingTaxAmount: 0, ...more },
	});

describe('the VAT of the shop is the total that it states (J086)', () => {
	// Two of 10.00 with VAT at 21 %: 1.7355… each, rounded 1.74; over 20.00 it is 3.4711, so 3.47.
	const twice = [line(21, 10, 1.74), line(21, 10, 1.74)];

	test('a cent less than its lines: VAT is the figure of the shop, the total stays, and it is kept', () => {
		const draft = draftOf(order(twice, 20, 3.47));
		expect(vatOf(draft)).toEqual({ 21: 3.47 });
		// J088: without VAT the order is 20.00 - 3.47 = 16.53.
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 8.27],
			['product', '21 products', 8.26],
		]);
		expect(draft.invoiceAmount).toBe(20);
		expect(draft.movedCents).toEqual({ onVat: -0.01 });
	});

	test('the cent goes to the rate with the largest VAT, also when that is the lower rate', () => {
		// 9 %: 109.00 holds 9.00; 21 %: 12.10 holds 2.10.
		const draft = draftOf(order([line(21, 12.1, 2.1), line(9, 109, 9)], 121.1, 11.11));
		expect(vatOf(draft)).toEqual({ 9: 9.01, 21: 2.1 });
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 10],
			['product', '9 products', 99.99],
		]);
		expect(draft.movedCents).toEqual({ onVat: 0.01 });
	});

	test('a cent that the total has more than its lines is the cent of VAT', () => {
		const draft = draftOf(order(twice, 20.01, 3.49));
		expect(vatOf(draft)).toEqual({ 21: 3.49 });
		expect(linesOf(draft).map(([, , net]) => net)).toEqual([8.26, 8.26]);
	});

	test('VAT of shipping counts', () => {
		const shipping = { shippingCost: 4.95, shippingTaxAmount: 0.86 };
		const draft = draftOf(order(twice, 24.95, 4.33, shipping));
		expect(vatOf(draft)).toEqual({ 21: 4.33 });
		expect(draft.lines.reduce((net, { amount }) => net + Math.round(amount * 100), 0)).toBe(2062);
	});

	test('figures that agree move nothing', () => {
		expect(draftOf(order(twice, 20, 3.48)).movedCents).toBeUndefined();
	});

	test('more than rounding needs attention, and so does VAT of which no line bears any', () => {
		expect(transform(order(twice, 20, 3.45))).toMatchObject({
			...{ outcome: 'attention', code: 'VAT_TOTAL_MISMATCH' },
			message: 'The order states VAT € 3.45, its lines € 3.48.',
		});
		expect(transform(order([line(0, 20, 0)], 20, 0.01)).code).toBe('VAT_TOTAL_MISMATCH');
	});
});
