import { saleOf } from '../../../bookkeeping/refunds/sale';
import { draftOf, settingsWith, wooCommerceOrder } from '../support';
import { order } from './support';

const settings = settingsWith();
const [shop] = settings.shops;
const raw = order([{ net: 1000, rate: 21 }]);
const sale = (changes: object = {}, with_ = settings) =>
	saleOf({ ...raw, ...changes }, shop!, with_);

test('is the draft that was booked, with the fingerprint of the order', () => {
	expect(sale()).toMatchObject({ draft: draftOf(raw) });
	expect(sale()).toHaveProperty(
		'fingerprint',
		'EUR 12.10 | 21% 10.00+2.10 | to NL | no VAT number',
	);
});

test('whatever the status and the refunds of the order are now', () => {
	for (const status of ['cancelled', 'refunded', 'trash', 'pending']) {
		expect(sale({ status, refunds: [{ id: 9, total: '-12.10' }] })).toEqual(sale());
	}
});

test('a free order was not booked, so there is nothing to credit', () => {
	const free = order([{ net: 0, discount: 1000, rate: 21 }]);
	expect(saleOf(free, shop!, settings)).toMatchObject({ notBooked: { code: 'FREE_ORDER' } });
});

test('an order that cannot be booked is refused with its own code', () => {
	expect(() => sale({ total: '13.00' })).toThrow(
		expect.objectContaining({ code: 'TOTAL_MISMATCH' }),
	);
});

test('a sales order is left to a person', () => {
	const groups = (['none', 'low', 'high'] as const).map((vatKind) => ({
		...{ vatKind, revenueGroupId: `group ${vatKind}` },
	}));
	const orders = settingsWith({ document: 'salesOrder', salesOrders: { revenueGroups: groups } });
	expect(() => saleOf(wooCommerceOrder('store_cod'), shop!, orders)).toThrow(
		expect.objectContaining({ code: 'CREDIT_OF_SALES_ORDER' }),
	);
});
