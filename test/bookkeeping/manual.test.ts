/** The fields and rules of the two manuals, one by one, by their number. */
import { readOrder } from '../../bookkeeping/orders/readOrder';
import { readSettings } from '../../bookkeeping/settings/readSettings';
import {
	completeSettings,
	draftOf,
	jouwWebOrder,
	linesOf,
	settingsWith,
	transform,
	vatOf,
	wooCommerceOrder,
} from './support';

type Json = Record<string, unknown>;

const settings = settingsWith();
const [, jouwWeb] = settings.shops;

function read(raw: Json) {
	const identity = {
		id: String(raw.id),
		number: String(raw.orderNumber),
		status: String(raw.status),
	};
	return readOrder(identity, raw, jouwWeb!, settingsWith());
}

describe('order fields of JouwWeb', () => {
	const raw = jouwWebOrder(440003);
	const order = read(raw);

	test('J080, J081, J084: id, number and status', () => {
		expect(transform(raw)).toMatchObject({
			orderId: '440003',
			orderNumber: '2026003',
			orderStatus: 'processed',
			orderKey: 'test-client/jouwweb/440003',
		});
	});

	test('J081, J141: there is no invoice number, the order number counts', () => {
		expect(draftOf(raw).invoiceNumber).toBe('2026003');
	});

	test('J085: payment method', () => {
		expect(order.paymentMethod).toEqual({ code: 'ideal', title: 'ideal' });
	});

	test('J086, J087, J088, J144: totals with and without VAT', () => {
		const draft = draftOf(raw);
		const vat = draft.vat.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
		const net = draft.lines.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
		expect([order.statedVat, vat]).toEqual([1020, 1020]);
		expect([order.total, draft.invoiceAmount]).toEqual([8575, 85.75]);
		expect(net).toBe(8575 - 1020);
	});

	test('J090: the nested total counts when there is no other', () => {
		expect(read({ ...raw, totalPrice: undefined }).total).toBe(8575);
	});

	test('J094: payment costs are part of the order (as a custom line)', () => {
		// 0.95 with 0.16 VAT is 0.79 without.
		expect(linesOf(draftOf(jouwWebOrder(440011)))).toContainEqual(['product', '21 products', 0.79]);
	});

	test('J130, J131, J132: customer and addresses', () => {
		expect(read(jouwWebOrder(440012))).toMatchObject({
			email: 'anna@example.com',
			phone: '0101234567',
			billing: {
				firstName: 'Anna',
				lastName: 'de Vries',
				company: '',
				street: 'Kade 7',
				postcode: '3012 CA',
				city: 'Rotterdam',
				country: 'NL',
			},
			shipping: { street: 'Haven 1', city: 'Schiedam' },
		});
		expect(read(jouwWebOrder(440006)).vatNumber).toBe('DE136695976');
		const nested = { ...raw, emailAddress: undefined, customer: { emailAddress: 'x@example.com' } };
		expect(read(nested).email).toBe('x@example.com');
	});
});

describe('lines of JouwWeb', () => {
	test('J101, J105, J106, J107, J108: quantity, VAT, amounts with and without VAT', () => {
		// 29.85 with 5.18 VAT is 24.67 without; the unit is the line divided by 3, and is never booked.
		const [line] = read(jouwWebOrder(440004)).lines;
		expect(line).toMatchObject({
			quantity: '3',
			net: 24_670_000,
			vat: [{ percentage: 21, amount: 5_180_000 }],
		});
	});

	test('J111, J112, J114, J115, J116, J117: shipping per VAT rate of the cart', () => {
		// 6.95 over gross 54.50 and 36.30: 4.17 with 0.34 VAT and 2.78 with 0.48.
		const draft = draftOf(jouwWebOrder(440002));
		expect(draft.lines.filter(({ role }) => role === 'shipping')).toMatchObject([
			{ description: 'Shipping VAT percentage 9', amount: 3.83 },
			{ description: 'Shipping VAT percentage 21', amount: 2.3 },
		]);
		expect(vatOf(draft)).toEqual({ 9: 4.84, 21: 6.78 });
	});

	test('J120, J121, J122, J123: discount per VAT rate, quantity 1', () => {
		const discounts = draftOf(jouwWebOrder(440003)).lines.filter(({ role }) => role === 'discount');
		expect(discounts).toMatchObject([
			{ description: 'Discount (with VAT percentage 9 %)', amount: -6.61 },
			{ description: 'Discount (with VAT percentage 21 %)', amount: -3.97 },
		]);
	});
});

describe('VAT and ledger settings', () => {
	test('J042, W026: VAT of a line without a row in the settings is never booked', () => {
		const without = { ...settings, vatMapping: settings.vatMapping.slice(1) };
		expect(transform(jouwWebOrder(440001), without)).toMatchObject({
			outcome: 'attention',
			code: 'NO_VAT_MAPPING',
		});
	});

	test('J060, J064: rows per country and rate, own accounts for ICP and international', () => {
		expect(readSettings(completeSettings).ok).toBe(true);
		expect(linesOf(draftOf(jouwWebOrder(440006)))[0]?.[1]).toBe('icp products');
		expect(linesOf(draftOf(jouwWebOrder(440007)))[0]?.[1]).toBe('export products');
		expect(linesOf(draftOf(jouwWebOrder(440001)))[0]?.[1]).toBe('21 products');
	});

	test('J067, J068: journal and the one cost centre are settings; every line carries the latter', () => {
		const withCentre = settingsWith({ costCentreId: 'centre', salesJournalId: 'debtors' });
		const { lines } = draftOf(jouwWebOrder(440003), withCentre);
		expect(new Set(lines.map(({ costCentreId }) => costCentreId))).toEqual(new Set(['centre']));
	});

	test('J146, J147, W012, W040, W041, W054: each line its own account and VAT kind', () => {
		const draft = draftOf(wooCommerceOrder('rest_mixed_coupon_ship_fee'));
		expect(draft.lines.map((line) => [line.role, line.ledgerAccountId, line.vatKind])).toEqual([
			['product', '21 products', 'high'],
			['product', '9 products', 'low'],
			['product', '0 products', 'none'],
			['discount', '21 discount', 'high'],
			['discount', '9 discount', 'low'],
			['discount', '0 discount', 'none'],
			['shipping', '21 shipping', 'high'],
			['fee', '21 fees', 'high'],
		]);
	});
});

test('W001, W008: a WooCommerce order with VAT, shipping and discount adds up as the customer paid it', () => {
	// Recorded order 28: 62.30, of which VAT 5.35 at 21 % and 1.86 at 9 %.
	const draft = draftOf(wooCommerceOrder('rest_mixed_coupon_ship_fee'));
	expect(draft.invoiceAmount).toBe(62.3);
	expect(vatOf(draft)).toEqual({ 21: 5.35, 9: 1.86 });
});

test('W042: the discount has a line and an account of its own, the product its full price', () => {
	const draft = draftOf(wooCommerceOrder('store_two_coupons'));
	expect(linesOf(draft).filter(([role]) => role === 'discount')).toEqual([
		['discount', '21 discount', -5.69],
		['discount', '9 discount', -6.42],
	]);
});
