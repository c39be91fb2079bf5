import { checkOldNumbers } from '../../cli/checkOldNumbers';
import { inBooks, oldNumbers } from '../../cli/oldNumbers';
import { shown, type Trouble } from '../../cli/trouble';
import type { Send } from '../../probe';

/** A text in both languages whose English is this; its Dutch is another one. */
const inEnglish = (en: string): unknown => ({ en, nl: expect.not.stringMatching(en) });

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
	const ofSalesOrders = (file: ReturnType<typeof client>) => ({
		...file,
		settings: { ...file.settings, document: 'salesOrder' as const },
	});
	const noOrders = async () => undefined;
	const invoices = ['W0997', 'W0998', 'W1000', 'W1001'];

	test('stops a client that books sales orders, which take nothing over', async () => {
		const file = ofSalesOrders(client('W', 'W1001'));
		const stopped = await checkOldNumbers(file, withInvoices(invoices), noOrders).catch(
			(error: unknown) => shown(error as Trouble, 'nl'),
		);
		expect(stopped).toMatch(/^OLD_NUMBERS: Deze klant boekt verkooporders.*W1001.*nog eens/);
	});

	test('goes on for sales orders whose invoices are named: they are left alone', async () => {
		const { settings, shops } = ofSalesOrders(client('W', 'W1001'));
		const named = settings.shops.map((shop) => ({ ...shop, oldInvoices: ['1001=W1001'] }));
		const file = { settings: { ...settings, shops: named }, shops };
		expect(await checkOldNumbers(file, withInvoices(invoices), noOrders)).toEqual([
			{
				shop: 'woocommerce',
				found: inEnglish(
					'1 of the 1 invoices of another connector are in SnelStart: left alone, not booked again',
				),
			},
		]);
	});

	test('is told how many of the numbers before it are there, zeros in front and all', async () => {
		expect(await checkOldNumbers(client('W', 'W1001'), withInvoices(invoices), noOrders)).toEqual([
			{
				shop: 'woocommerce',
				found: inEnglish(
					'W1001 and 3 of the 39 numbers before it are in SnelStart: taken over, not booked again',
				),
			},
		]);
		expect(
			await checkOldNumbers(client('W', 'W0001'), withInvoices(['W0001']), noOrders),
		).toMatchObject([{ found: { en: expect.stringMatching(/^W0001 and 0 of the 1 numbers/) } }]);
	});

	test.each([
		['K-', 'W1001', /^OLD_NUMBERS: .*is W1001, but .* prefix "K-"/],
		['', 'W1001', /^OLD_NUMBERS: .*prefix ""/],
		['W', 'W1002', /^OLD_NUMBERS: SnelStart has no invoice W1002/],
	])(
		'with the prefix "%s" and the number %s stops before anything is made',
		async (prefix, last, words) => {
			const checked = checkOldNumbers(client(prefix, last), withInvoices(invoices), noOrders);
			const error = await checked.catch((thrown: unknown) => thrown);
			expect(shown(error as Trouble, 'en')).toMatch(words);
		},
	);

	/** SnelStart with one entry, booked under a number that runs by itself. */
	const running = async (): Promise<Send> => async (request) => {
		const { path, query = {} } = request;
		const [invoice] = [{ id: 'i', factuurnummer: '2026-0901', factuurBedrag: 12.1 }];
		const body: Record<string, unknown> = {
			'/verkoopfacturen': query.$filter?.startsWith('ModifiedOn')
				? [{ ...invoice, factuurDatum: '2026-06-03T00:00:00', verkoopBoeking: { id: 'e' } }]
				: query.$filter?.includes("'2026-0901'")
					? [invoice]
					: [],
			'/verkoopboekingen/e': { omschrijving: 'Order 41', boekingsregels: [] },
		};
		const isRest = query.$skip !== undefined && query.$skip !== '0';
		return { status: 200, headers: {}, body: isRest ? [] : body[path] };
	};
	const shopOrders = async () => [
		{ number: '41', date_created: '2026-06-01T10:00:00', total: '12.10' },
	];

	test('whose numbers run by themselves is told what to write, and goes on with that', async () => {
		const stopped = checkOldNumbers(client('W', '2026-0901'), running, shopOrders);
		const error = (await stopped.catch((thrown: unknown) => thrown)) as Trouble;
		expect(shown(error, 'en')).toMatch(/^OLD_NUMBERS: .* Of the 1 last orders 1 were recognised/);
		const row = '"bookFrom":"2026-06-02","oldInvoices":["41=2026-0901"]';
		expect(shown(error, 'en')).toContain(`${row}; and let ordersFrom be 2026-06-01`);
		const file = client('W', '2026-0901');
		Object.assign(file.settings.shops[0]!, JSON.parse(`{${row}}`));
		expect(await checkOldNumbers(file, running, shopOrders)).toEqual([
			{
				shop: 'woocommerce',
				found: inEnglish(
					'1 of the 1 invoices of another connector are in SnelStart: taken over, not booked again',
				),
			},
		]);
		file.shops.woocommerce!.lastOldNumber = '2026-0902';
		await expect(checkOldNumbers(file, running, shopOrders)).rejects.toMatchObject({
			code: 'OLD_NUMBERS',
		});
	});

	test('without one nothing is asked', async () => {
		const open = jest.fn();
		expect(await checkOldNumbers(client('W'), open, noOrders)).toEqual([]);
		expect(open).not.toHaveBeenCalled();
	});
});
