import { DateTime } from 'luxon';

import { MOST_MEMBERS, planTotals } from '../../../bookkeeping/totals/planTotals';
import { madeMember, recordOfMember, withPayouts, withTotals, type Amounts } from './support';

const series = 'WDAG-2026-11-28';
const later = DateTime.fromISO('2026-11-29T03:00:00', { zone: 'Europe/Amsterdam' });
const order = (id: number, state: string, number = series, shop = 'woocommerce') => ({
	...{ id, shop, state, originalInvoiceNumber: number, orderKey: `test-client/${shop}/${id}` },
});
const total = (number: string, state: string, shop = 'woocommerce') => ({
	...{ shop, state, orderNumber: number },
});
const plan = (
	rows: object[],
	totals: object[] = [],
	now = later,
	given = withTotals(),
	records: ReadonlyMap<string, Record<string, unknown>> = new Map(),
) =>
	planTotals(rows as never, totals as never, now, given, records).map(
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

describe('a total has no more lines than the gateway of SnelStart waits for (SS-124)', () => {
	const gathered = (orders: number, rates: Amounts[]) => {
		const rows = Array.from({ length: orders }, (_, index) => order(index + 1, 'gathered'));
		const records = new Map(
			rows.map(({ id, orderKey }) => [orderKey, recordOfMember(madeMember(id, rates))] as const),
		);
		// The order in which they were read says nothing.
		return [rows.toReversed(), records] as const;
	};
	const perOrder = withTotals({ lines: 'perOrder' });
	const twoRates = [
		{ percentage: 21, net: 1_000, vat: 210 },
		{ percentage: 9, net: 500, vat: 45 },
	];

	test('with a line per order and rate, those of VAT among them', () => {
		// 2 × 49 lines and 2 of VAT are 100.
		const [rows, records] = gathered(110, twoRates);
		const parts = [
			['close', series, 1, 49],
			['close', `${series}-2`, 50, 98],
			['close', `${series}-3`, 99, 110],
		];
		expect(plan(rows, [], later, perOrder, records)).toEqual(parts);
		expect(plan(rows, [], later, withTotals(), records)).toEqual([['close', series, 1, 110]]);
		// Those that a run recorded before it died are used again, so that none stays without orders.
		const recorded = [`${series}-3`, series, `${series}-2`].map((one) => total(one, 'unknown'));
		expect(plan(rows, recorded, later, perOrder, records)).toEqual(parts);
		expect(plan(rows, recorded.slice(1), later, perOrder, records)).toEqual(parts);
	});

	test('with as many lines as the rounding of the orders needs', () => {
		// 21 % of 8.26 is 1.7346 and the shop charged 1.73, as of a sale for 9.99: 0.46 cents an order.
		// 215 orders miss 98.9 cents and need 99 lines beside the one of VAT; 216 miss 99.36.
		const [rows, records] = gathered(300, [{ percentage: 21, net: 826, vat: 173 }]);
		expect(plan(rows, [], later, withTotals(), records)).toEqual([
			['close', series, 1, 215],
			['close', `${series}-2`, 216, 300],
		]);
	});

	test('an order that alone has more is in one by itself', () => {
		const [rows, records] = gathered(3, twoRates);
		const many = Array.from({ length: 101 }, (_, cent) => ({ percentage: cent, net: 1, vat: 0 }));
		records.set(rows[1]!.orderKey, recordOfMember(madeMember(2, many)));
		expect(plan(rows, [], later, perOrder, records).map(([, ...one]) => one)).toEqual([
			[series, 1, 1],
			[`${series}-2`, 2, 2],
			[`${series}-3`, 3, 3],
		]);
	});
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

describe('totals per payout', () => {
	const payout = 'test-client/payout/mollie/stl_jDk30akdN';
	const other = 'test-client/payout/mollie/stl_Other0001';
	const given = withPayouts();
	const waiting = (id: number, day = '28', named = '', mark = '') => ({
		...order(id, 'gathered', `WDAG-W${mark}-2026-11-${day}`),
		payout: named,
	});
	const on = (day: string) => DateTime.fromISO(day, { zone: 'Europe/Amsterdam' });
	const planned = (rows: object[], totals: object[] = [], now = later, settings = given) =>
		planTotals(rows as never, totals as never, now, settings, new Map());

	test('hold the orders of all days of a month that the payout named, and no others', () => {
		const rows = [
			waiting(1, '03', payout),
			waiting(2, '03', other),
			waiting(3, '28', payout),
			waiting(4, '28'),
			waiting(5, '28', payout, '-DE'),
			{ ...order(6, 'gathered', 'WDAG-W-2026-12-01'), payout },
		];
		expect(
			planned(rows).map((one) => [
				one.step,
				one.number,
				one.series,
				one.payout,
				one.firstId,
				one.lastId,
			]),
		).toEqual([
			['close', 'WDAG-DK30AKDN-P2611', 'WDAG-W-2026-11-%', payout, 1, 3],
			['close', 'WDAG-THER0001-P2611', 'WDAG-W-2026-11-%', other, 2, 2],
			['close', 'WDAG-DK30AKDN-P2611-DE', 'WDAG-W-DE-2026-11-%', payout, 5, 5],
			['close', 'WDAG-DK30AKDN-P2612', 'WDAG-W-2026-12-%', payout, 6, 6],
		]);
	});

	test('a late order gets the next part, and so does another payout that ends alike', () => {
		const known = [total('WDAG-DK30AKDN-P2611', 'booked')];
		const rows = [waiting(7, '03', payout), waiting(8, '04', 'test-client/payout/csv/xdk30akdn')];
		expect(plan(rows, known, later, given)).toEqual([
			['close', 'WDAG-DK30AKDN-P2611-2', 7, 7],
			['close', 'WDAG-DK30AKDN-P2611-3', 8, 8],
		]);
	});

	test('a number whose run died is used again, by one of two', () => {
		const known = [total('WDAG-DK30AKDN-P2611', 'ready')];
		const rows = [waiting(7, '03', payout), waiting(8, '04', 'test-client/payout/csv/xdk30akdn')];
		expect(plan(rows, known, later, given)).toEqual([
			['close', 'WDAG-DK30AKDN-P2611', 7, 7],
			['close', 'WDAG-DK30AKDN-P2611-2', 8, 8],
		]);
	});

	test('a day stays a day, also when a payout names its orders', () => {
		const rows = [{ ...order(1, 'gathered'), payout }, order(2, 'gathered')];
		expect(plan(rows, [], later, given)).toEqual([['close', series, 1, 2]]);
	});

	test('an order that no payout named is told when it has waited long enough', () => {
		expect(planned([waiting(4)], [], on('2026-12-12T23:59'))).toEqual([]);
		expect(planned([waiting(4)], [], on('2026-12-13'))).toMatchObject([
			{
				...{ step: 'giveUp', shop: 'woocommerce' },
				...{ series: 'WDAG-W-2026-11-28', number: 'WDAG-W-2026-11-28' },
				row: { state: 'needsAttention', code: 'TOTAL_WITHOUT_PAYOUT' },
			},
		]);
	});

	test.each([
		['where the settings say so', withPayouts({ withoutPayout: 'day' })],
		['in a shop that books per day again', withTotals()],
		['in a shop that makes no totals any more', { ...withTotals(), dayTotals: [] }],
	])('or booked with its day %s, beside what is booked of that day now', (_when, settings) => {
		const rows = [waiting(4), order(5, 'gathered')];
		expect(planned(rows, [], on('2026-12-14'), settings)).toMatchObject([
			{ step: 'giveUp', number: series, row: { state: 'gathered', code: '' } },
			{ step: 'close', number: series, firstId: 5, lastId: 5 },
		]);
	});
});
