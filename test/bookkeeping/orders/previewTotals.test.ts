import { previewTotals } from '../../../bookkeeping/orders/previewTotals';
import { fromEuro } from '../../../bookkeeping/money/money';
import { settingsWith } from '../support';
import { recorded, transformed, withTotals } from '../totals/support';

const orders = (settings = withTotals()) => [
	transformed({ id: 1, number: '1' }, recorded, settings),
	transformed({ id: 2, number: '2' }, recorded, settings),
	transformed({ id: 3, number: '3', status: 'cancelled' }, recorded, settings),
	transformed({ id: 4, number: '4' }, 'rest_b2b_nl_vat', settings),
];

test('the totals as they would be booked of these orders, on their day', () => {
	const all = orders();
	const [total, ...others] = previewTotals(all, withTotals());
	expect(others).toEqual([]);
	const day = all[0]!.draft!.invoiceDate;
	expect(total).toMatchObject({
		...{ orderNumber: `WDAG-${day}`, dayTotal: `WDAG-${day}`, date: day, outcome: 'book' },
		...{ customer: 'fixedDebtor', regime: 'domestic', code: '' },
		notes: '2 orders of this preview.',
	});
	const [one, other] = all.map((order) => fromEuro(order.total!));
	expect(fromEuro(total!.bookedTotal!)).toBe(one! + other!);
});

test('without day totals there are none', () => {
	const settings = settingsWith();
	expect(previewTotals(orders(settings), settings)).toEqual([]);
});
