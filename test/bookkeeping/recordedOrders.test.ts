import { recordedRefusals } from './recordedRefusals';
import {
	draftOf,
	recordedOrders,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from './support';

/** Cents of a decimal text, counted apart from the code under test. */
function cents(value: unknown): number {
	const [whole = '0', fraction = ''] = String(value).replace('-', '').split('.');
	const exact = BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
	const rounded = Number((exact + 5_000n) / 10_000n);
	return String(value).startsWith('-') ? -rounded : rounded;
}

interface TaxLine {
	rate_percent: number;
	tax_total: string;
	shipping_tax_total: string;
}

describe.each(recordedOrders)('recorded order %s', (name) => {
	const order = wooCommerceOrder(name);
	const refused = recordedRefusals[name];

	if (refused) {
		test(`is not booked: ${refused}, with what was found and a tip`, () => {
			const { code, message, tip, draft } = transform(order);
			expect({ code, draft }).toEqual({ code: refused, draft: undefined });
			expect(message).not.toBe('');
			expect(tip).not.toBe('');
		});
		return;
	}

	test('books what the customer owes, to the cent (W047, W086, HC-01)', () => {
		const draft = draftOf(order);
		const parts = [...draft.lines, ...draft.vat].map(({ amount }) => cents(amount));
		expect(cents(draft.invoiceAmount)).toBe(cents(order.total));
		expect(parts.reduce((a, b) => a + b, 0)).toBe(cents(order.total));
		expect(draft.lines.every(({ amount }) => amount !== 0)).toBe(true);
	});

	test("has the shop's own VAT per rate (decision: WooCommerce VAT per rate)", () => {
		const stated = (order.tax_lines as TaxLine[])
			.map(({ rate_percent, tax_total, shipping_tax_total }): [string, number] => [
				String(rate_percent),
				(cents(tax_total) + cents(shipping_tax_total)) / 100,
			])
			.filter(([, amount]) => amount !== 0);
		expect(vatOf(draftOf(order))).toEqual(Object.fromEntries(stated));
	});

	test('gives the same draft again', () => {
		expect(transform(order)).toEqual(transform(structuredClone(order)));
	});
});

test('the order with six decimals books the same as with two, once its refund is put aside', () => {
	const withSix = wooCommerceOrder('rest_mixed_dp6', { refunds: [] });
	const withTwo = wooCommerceOrder('rest_mixed_coupon_ship_fee');
	expect(draftOf(withSix)).toEqual(draftOf(withTwo));
});

test('without a discount account products are booked after discount (W041)', () => {
	const settings = settingsWith();
	const mapping = settings.vatMapping.map((row) => ({ ...row, discountAccountId: undefined }));
	const draft = draftOf(wooCommerceOrder('rest_mixed_coupon_ship_fee'), {
		...settings,
		vatMapping: mapping,
	});
	expect(draft.lines.map(({ role, amount }) => [role, amount])).toEqual([
		['product', 19.26],
		['product', 20.63],
		['product', 9],
		['shipping', 4.13],
		['fee', 2.07],
	]);
});
