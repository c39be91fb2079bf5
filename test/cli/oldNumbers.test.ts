import { checkOldNumbers, inBooks, oldNumbers } from '../../cli/oldNumbers';
import { shown, type Trouble } from '../../cli/trouble';
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

describe('a client file that names the last number of another connector', () => {
	/** SnelStart with these invoices, as it answers a filter of numbers. */
	const withInvoices =
		(numbers: readonly string[]) =>
		async (): Promise<Send> =>
		async ({ query = {} }) => ({
			status: 200,
			headers: {},
			body:
				query.$skip === '0'
					? numbers
							.filter((number) => query.$filter!.includes(`'${number}'`))
							.map((number) => ({ id: number, factuurnummer: number }))
					: [],
		});
	const client = (invoiceNumberPrefix: string, lastOldNumber?: string) =>
		({
			settings: {
				...{ client: 'bloom', vatMapping: [] },
				shops: [{ shop: 'woocommerce', kind: 'wooCommerce', invoiceNumberPrefix }],
			},
			shops: { woocommerce: { ordersFrom: '2026-01-01', ...(lastOldNumber && { lastOldNumber }) } },
		}) as Parameters<typeof checkOldNumbers>[0];
	const invoices = ['W0997', 'W0998', 'W1000', 'W1001'];

	test('is told how many of the numbers before it are there, zeros in front and all', async () => {
		expect(await checkOldNumbers(client('W', 'W1001'), withInvoices(invoices))).toEqual([
			{
				shop: 'woocommerce',
				found:
					'W1001 and 3 of the 39 numbers before it are in SnelStart: taken over, not booked again',
			},
		]);
		expect(await checkOldNumbers(client('W', 'W0001'), withInvoices(['W0001']))).toMatchObject([
			{ found: expect.stringMatching(/^W0001 and 0 of the 1 numbers/) },
		]);
	});

	test.each([
		['K-', 'W1001', /^OLD_NUMBERS: .*is W1001, but .* prefix "K-"/],
		['', 'W1001', /^OLD_NUMBERS: .*prefix ""/],
		['W', 'W1002', /^OLD_NUMBERS: SnelStart has no invoice W1002/],
	])(
		'with the prefix "%s" and the number %s stops before anything is made',
		async (prefix, last, words) => {
			const checked = checkOldNumbers(client(prefix, last), withInvoices(invoices));
			const error = await checked.catch((thrown: unknown) => thrown);
			expect(shown(error as Trouble, 'en')).toMatch(words);
		},
	);

	test('without one nothing is asked', async () => {
		const open = jest.fn();
		expect(await checkOldNumbers(client('W'), open)).toEqual([]);
		expect(open).not.toHaveBeenCalled();
	});
});
