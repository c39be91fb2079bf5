import { inBooks, oldNumbers } from '../../cli/oldNumbers';
import type { Send } from '../../probe';

const order = (number: string) => ({ number, date: '2026-06-01' });

test.each([
	['W4102', ['4101', '4102'], 'W', '4102'],
	['4102', ['4102', '2'], '', '4102'],
	['WEB-2026-17', ['17', '7'], 'WEB-2026-', '17'],
])('%s among %p: prefix "%s"', (last, numbers, prefix, number) => {
	expect(oldNumbers(last, numbers.map(order))).toEqual({ prefix, order: order(number) });
});

test('without its order the digits at the end count as the number', () => {
	expect(oldNumbers('WEB4102', [])).toEqual({ prefix: 'WEB' });
	expect(oldNumbers('rest', [order('1')])).toEqual({ prefix: undefined });
});

test('numbers are looked up twenty at a time, whatever their case', async () => {
	const filters: string[] = [];
	const send: Send = async ({ query = {} }) => {
		if (query.$skip !== '0') return { status: 200, headers: {}, body: [] };
		filters.push(query.$filter!);
		return { status: 200, headers: {}, body: [{ id: query.$filter, factuurnummer: 'web3 ' }] };
	};
	const orders = Array.from({ length: 30 }, (_, index) => order(String(index)));
	expect(await inBooks(send, orders, 'WEB')).toEqual([order('3')]);
	expect(filters).toHaveLength(2);
	expect(filters[0]).toMatch(/^Factuurnummer eq 'WEB0' or /);
});
