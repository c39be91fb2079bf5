import { order } from '../refunds/support';
import { draftOf, jouwWebOrder, linesOf, transform, vatOf } from '../support';

const free = { outcome: 'nothingToBook', code: 'FREE_ORDER' };

describe('a total of 0', () => {
	test('made by discounts inside the lines: nothing to book', () => {
		expect(transform(order([{ net: 0, discount: 1000, rate: 21 }]))).toMatchObject(free);
	});

	test('made by a discount of the whole order, cents of rounding included', () => {
		const raw = jouwWebOrder(440001);
		const lines = raw.orderLines as Array<Record<string, unknown>>;
		const gross = lines.reduce((sum, line) => sum + Number(line.totalPrice), 0);
		const vat = lines.reduce((sum, line) => sum + Number(line.totalTaxAmount), 0);
		const discounted = {
			...raw,
			...{ totalPrice: 0, totalTaxAmount: 0, price: { total: 0 } },
			...{ shippingCost: 0, shippingTaxAmount: 0 },
			discountAmount: gross.toFixed(2),
			discountTaxAmount: vat.toFixed(2),
		};
		expect(transform(discounted)).toMatchObject(free);
	});

	test('made by an exchange: an entry of 0.00 with its lines', () => {
		const draft = draftOf(
			order([
				{ net: 5000, rate: 21 },
				{ role: 'fee', net: -5000, rate: 21 },
			]),
		);
		expect(draft.invoiceAmount).toBe(0);
		expect(linesOf(draft)).toEqual([
			['product', '21 products', 50],
			['fee', '21 fees', -50],
		]);
		expect(vatOf(draft)).toEqual({});
	});

	test('of an exchange over two rates, VAT moves as well', () => {
		const draft = draftOf(
			order([
				{ net: 5000, rate: 21 },
				{ net: -5550, rate: 9, vat: -500 },
			]),
		);
		expect(draft.invoiceAmount).toBe(0);
		expect(vatOf(draft)).toEqual({ 21: 10.5, 9: -5 });
	});

	test('where lines say otherwise is not free', () => {
		expect(transform(order([{ net: 5000, rate: 21 }], { total: '0.00' }))).toMatchObject({
			outcome: 'attention',
			code: 'TOTAL_MISMATCH',
		});
	});
});
