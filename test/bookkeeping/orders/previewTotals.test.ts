import { previewTotals } from '../../../bookkeeping/orders/previewTotals';
import { fromEuro } from '../../../bookkeeping/money/money';
import { settingsWith } from '../support';
import { previewOf } from '../../../bookkeeping/orders/preview';
import { recorded, transformed, withPayouts, withTotals } from '../totals/support';

const orders = (settings = withTotals()) => [
	transformed({ id: 1, number: '1' }, recorded, settings),
	transformed({ id: 2, number: '2' }, recorded, settings),
	transformed({ id: 3, number: '3', status: 'cancelled' }, recorded, settings),
	transformed({ id: 4, number: '4' }, 'rest_b2b_nl_vat', settings),
];

const rowsOf = (...of: Parameters<typeof previewTotals>) =>
	previewTotals(...of).map(({ row }) => row);

test('the totals as they would be booked of these orders, on their day', () => {
	const all = orders();
	const [total, ...others] = rowsOf(all, withTotals());
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

test('what waits for its payout is one row per month, and says that no payout is known', () => {
	const ofPayouts = withPayouts();
	const paid = (id: number, day: string) => {
		const moment = `${day}T11:00:00`;
		const dates = { date_created: moment, date_created_gmt: moment, date_paid: moment };
		const order = { id, number: String(id), ...dates, date_paid_gmt: moment };
		return transformed(order, recorded, ofPayouts);
	};
	const all = [paid(1, '2026-11-03'), paid(2, '2026-11-20'), paid(3, '2026-10-30')];
	const rows = rowsOf(all, ofPayouts);
	expect(rows.map(({ dayTotal, date }) => [dayTotal, date])).toEqual([
		['WDAG-…-P2611', '2026-11-20'],
		['WDAG-…-P2610', '2026-10-30'],
	]);
	expect(fromEuro(rows[0]!.bookedTotal!)).toBe(2 * fromEuro(all[0]!.total!));
	expect(rows[0]!.notes).toMatch(/^2 orders of this preview wait for a payout/);
	expect(previewOf(all[0]!, undefined, 'en')).toMatchObject({
		...{ dayTotal: 'WDAG-W-2026-11-03', notes: expect.stringMatching(/Waits until a payout/) },
	});
});
