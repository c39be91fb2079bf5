import { DateTime } from 'luxon';

import { MOST_MEMBERS, planTotals } from '../../../bookkeeping/totals/planTotals';
import { withTotals } from './support';

const series = 'WDAG-2026-11-28';
const later = DateTime.fromISO('2026-11-29T03:00:00', { zone: 'Europe/Amsterdam' });
const order = (id: number, state: string, number = series, shop = 'woocommerce') => ({
	...{ id, shop, state, originalInvoiceNumber: number, orderKey: `test-client/${shop}/${id}` },
});
const total = (number: string, state: string, shop = 'woocommerce') => ({
	...{ shop, state, orderNumber: number },
});
const plan = (rows: object[], totals: object[] = [], now = later, given = withTotals()) =>
	planTotals(rows as never, totals as never, now, given).map(
		({ step, number, firstId, lastId }) => [step, number, firstId, lastId],
	);

test('a day that is over is closed, and not a minute before', () => {
	const rows = [order(7, 'gathered'), order(3, 'gathered')];
	expect(plan(rows)).toEqual([['close', series, 3, 7]]);
	expect(plan(rows, [], later.minus({ minutes: 1 }))).toEqual([]);
});

test('a late order opens the next part, whatever became of the parts before', () => {
	const late = order(9, 'gathered');
	expect(plan([late], [total(series, 'booked')])).toEqual([['close', `${series}-2`, 9, 9]]);
	expect(plan([late, order(1, 'inTotal')], [total(series, 'unknown')])).toEqual([
		['book', series, 0, 0],
		['close', `${series}-2`, 9, 9],
	]);
	expect(plan([late, order(1, 'inTotal', `${series}-2`)], [total(series, 'booked')])).toEqual([
		['book', `${series}-2`, 0, 0],
		['close', `${series}-3`, 9, 9],
	]);
});

test('a number whose run died before it fixed any order is used again', () => {
	expect(plan([order(9, 'gathered')], [total(series, 'unknown')])).toEqual([
		['close', series, 9, 9],
	]);
});

test('a total that two runs recorded at once is taken when one of its rows is booked', () => {
	const twice = [total(series, 'ready'), total(series, 'booked')];
	expect(plan([order(9, 'gathered')], twice)).toEqual([['close', `${series}-2`, 9, 9]]);
	expect(plan([order(1, 'inTotal')], twice)).toEqual([['finish', series, 0, 0]]);
});

test('what is booked and not told to its orders is finished', () => {
	expect(plan([order(1, 'inTotal'), order(2, 'inTotal')], [total(series, 'booked')])).toEqual([
		['finish', series, 0, 0],
	]);
});

test('a total holds so many orders at most', () => {
	const rows = Array.from({ length: MOST_MEMBERS + 1 }, (_, index) => order(index + 1, 'gathered'));
	expect(plan(rows)).toEqual([
		['close', series, 1, MOST_MEMBERS],
		['close', `${series}-2`, MOST_MEMBERS + 1, MOST_MEMBERS + 1],
	]);
});

test('shops, days and countries stand apart', () => {
	const rows = [
		order(1, 'gathered'),
		order(2, 'gathered', `${series}-DE`),
		order(3, 'gathered', 'WDAG-2026-11-29'),
		order(4, 'gathered', 'JDAG-2026-11-28', 'jouwweb'),
	];
	expect(plan(rows)).toEqual([
		['close', series, 1, 1],
		['close', `${series}-DE`, 2, 2],
		['close', 'JDAG-2026-11-28', 4, 4],
	]);
});

test('a shop that makes no totals any more closes those that were begun', () => {
	const off = { ...withTotals(), dayTotals: [] };
	expect(plan([order(1, 'gathered')], [], later, off)).toEqual([['close', series, 1, 1]]);
});
