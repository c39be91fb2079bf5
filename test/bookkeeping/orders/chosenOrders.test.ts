import {
	chooseOrders,
	notFoundRows,
	orderNumbersIn,
	type Choice,
} from '../../../bookkeeping/orders/chosenOrders';
import { order } from '../refunds/support';
import { settingsWith } from '../support';

const LINE = [{ net: 1000, rate: 21 }];
const on = (id: number, day: string, changes = {}) =>
	order(LINE, {
		...{ id, number: String(id), date_created: `${day}T12:00:00` },
		...{ date_created_gmt: `${day}T11:00:00`, ...changes },
	});

const chosen = (orders: unknown[], choice: Partial<Choice>) =>
	chooseOrders(
		orders,
		(one) => one,
		{ numbers: [], newest: 200, atMost: 0, ...choice },
		'woocommerce',
		settingsWith(),
	).map((one) => (one as { number?: string }).number);

describe('order numbers as somebody writes them', () => {
	test.each([
		['1041, 1042', ['1041', '1042']],
		['#1041;1042\n1041', ['1041', '1042']],
		[
			[1041, ' #1042 '],
			['1041', '1042'],
		],
		['', []],
		[null, []],
	])('%j', (written, numbers) => {
		expect(orderNumbersIn(written)).toEqual(numbers);
	});
});

describe('the orders that a preview shows', () => {
	test('by their numbers, as customers know them: not by the id, and not cut off', () => {
		const orders = [
			on(1, '2026-03-01', { number: 'W-7' }),
			on(2, '2026-03-02', { number: '#1' }),
			on(3, '2026-03-03'),
			{ nothing: true },
		];
		expect(chosen(orders, { numbers: ['1', 'W-7'], atMost: 1, newest: 1 })).toEqual(['W-7', '#1']);
	});

	test('those that differ most, of the newest', () => {
		const orders = [
			on(1, '2026-01-01', { status: 'cancelled' }),
			on(2, '2026-03-01'),
			on(3, '2026-03-03'),
			on(4, '2026-03-02', { status: 'on-hold' }),
		];
		// Of the three newest one waits; of two that are alike the newest.
		expect(chosen(orders, { newest: 3, atMost: 2 })).toEqual(['3', '4']);
	});

	test('one that cannot be read is among them', () => {
		expect(chosen([{ id: 9 }, on(3, '2026-03-03')], { atMost: 2 })).toEqual(['3', undefined]);
	});
});

test('a number that no order has is told, with what to do', () => {
	const orders = [{ orderNumber: '#1041' }, { orderNumber: 'W-7' }];
	expect(notFoundRows(['1041', '99', 'W-7'], orders, 'en')).toEqual([
		expect.objectContaining({
			...{ orderNumber: '99', outcome: 'attention', code: 'CHOSEN_ORDER_NOT_FOUND' },
			message: expect.stringContaining('99'),
			tip: expect.stringContaining('months'),
			...{ shopTotal: null, bookedTotal: null, lines: '' },
		}),
	]);
});
