import { knownOrders, recognise, type KnownEntry, type KnownOrder } from '../../cli/runningNumbers';

const order = (number: string, more: Partial<KnownOrder> = {}): KnownOrder => ({
	...{ number, date: '2026-06-10', cents: 1210, names: ['Jo Bakker'] },
	...more,
});
const entry = (number: string, more: Partial<KnownEntry> = {}): KnownEntry => ({
	...{ number, date: '2026-06-11', cents: 1210, customer: 'J. Visser', words: '' },
	...more,
});
const inShort = ({ pairs, unclear, missing }: ReturnType<typeof recognise>) => ({
	pairs: pairs.map((pair) => `${pair.order.number}=${pair.entry.number}`),
	unclear: unclear.map(({ orders, entries }) =>
		[orders, entries].map((all) => all.map(({ number }) => number).join('+')).join('?'),
	),
	missing: missing.map(({ number }) => number),
});
const none = { pairs: [], unclear: [], missing: [] };

test.each<[string, Partial<KnownEntry>, boolean]>([
	['the number in a description', { words: 'Order 41' }, true],
	['the number with a mark before it', { words: 'Bestelling #41, JouwWeb' }, true],
	['the customer', { customer: 'jo  BAKKER' }, true],
	['neither', {}, false],
	['a number that only begins so', { words: 'Order 411' }, false],
	['a number that only ends so', { words: 'Order 2041' }, false],
	['another amount', { words: 'Order 41', cents: 1211 }, false],
	['two weeks later', { words: 'Order 41', date: '2026-06-24' }, true],
	['more than two weeks later', { words: 'Order 41', date: '2026-06-25' }, false],
	['before the order', { words: 'Order 41', date: '2026-06-09' }, false],
])('an entry of the same amount with %s', (_, more, isIts) => {
	const found = inShort(recognise([order('41')], [entry('2026-0117', more)]));
	expect(found).toEqual(
		isIts ? { ...none, pairs: ['41=2026-0117'] } : { ...none, missing: ['41'] },
	);
});

test('two orders of one customer and amount are told apart by their numbers only', () => {
	const orders = [order('41'), order('42')];
	const jo = { customer: 'Jo Bakker' };
	expect(inShort(recognise(orders, [entry('a', jo), entry('b', jo)]))).toEqual({
		...none,
		unclear: ['41+42?a+b'],
	});
	const named = [entry('a', { ...jo, words: '42' }), entry('b', { ...jo, words: '41' })];
	expect(inShort(recognise(orders, named))).toEqual({ ...none, pairs: ['41=b', '42=a'] });
	// One of the two is in the books, and which is not known.
	expect(inShort(recognise(orders, [entry('a', jo)]))).toEqual({ ...none, unclear: ['41+42?a'] });
});

test('an order that is booked twice is unclear, and one that nothing fits is missing', () => {
	const twice = [entry('a', { words: '41' }), entry('b', { words: '41' })];
	expect(inShort(recognise([order('41'), order('50', { cents: 7 })], twice))).toEqual({
		...none,
		unclear: ['41?a+b'],
		missing: ['50'],
	});
});

test('of raw orders number, day, amount and names are read, and what has none is left out', () => {
	const billing = { company: 'Bloom BV', first_name: 'Jo', last_name: 'Bakker' };
	const raw = { number: '41', date_created: '2026-06-10T10:00:00', total: '12.10', billing };
	expect(knownOrders([raw, { number: '42', total: '0.00' }])).toEqual([
		order('41', { names: ['Bloom BV', 'Jo Bakker'] }),
	]);
	const paymentAddress = { companyName: '', firstName: 'Jo', lastName: 'Bakker' };
	const jouwWeb = { orderNumber: '41', createdAt: '2026-06-10T14:05:00+02:00', totalPrice: 12.1 };
	expect(knownOrders([{ ...jouwWeb, paymentAddress }])).toEqual([order('41')]);
});
