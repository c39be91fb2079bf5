import { transformOrder } from '../../../bookkeeping/orders/transform';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { textOf } from '../../../bookkeeping/codes/register';
import { readOrderJson, readOrderTable } from '../../../bookkeeping/orderFile/readOrderFile';
import { completeSettings, settingsWith } from '../support';

const RATES = [21, 9, 0];
const read = (table: unknown[][], named: Array<{ field: string; column: string }> = []) =>
	readOrderTable(table, named, RATES);
const linesOf = (file: ReturnType<typeof read>, index = 0) =>
	(file.orders[index]!.order.lines as Array<Record<string, unknown>>).map(
		({ kind = 'product', percentage, net, vat, quantity }) =>
			[kind, percentage, net, vat, quantity].filter((value) => value !== undefined).join(' '),
	);
const complaintsOf = (file: ReturnType<typeof read>) =>
	file.complaints.map(({ row, code, message }) => `${row} ${code} ${message}`);

it('refuses dates with the month first: of 3/5/2026 nobody knows the day', () => {
	const file = read([
		['Order number', 'Date', 'Total', 'VAT'],
		['1', '3/5/2026 10:00', '12.10', '2.10'],
		['2', '3/28/2026 10:00', '12.10', '2.10'],
	]);
	expect(file.orders).toEqual([]);
	expect(file.trouble).toMatchObject({
		code: 'ORDER_FILE_UNREADABLE',
		facts: { case: 'monthFirst', column: 'Date', date: '3/28/2026' },
	});
});

it('reads whole euros as prices are written: the dash is no minus', () => {
	// 12.10 with VAT is 10.00 and 2.10; ten of them 121.00.
	const file = read([
		['Bestelnummer', 'Datum', 'Artikel', 'Aantal', 'Prijs', 'Btw %', 'Totaal'],
		['1', '28-11-2026', 'Mok', '1', '\u20ac 121,-', '21', '\u20ac 121,-'],
	]);
	expect(file.orders[0]!.order).toMatchObject({ total: '121.00' });
	expect(linesOf(file)).toEqual(['product 21 100.00 21.00 1']);
});

describe('a row per order', () => {
	const HEAD = ['Bestelnummer', 'Besteldatum', 'Land', 'E-mail', 'Omzet excl. btw 21%', 'Btw 21%'];
	const NINE = ['Omzet excl. btw 9%', 'Btw 9%', 'Totaal'];

	it('takes the amounts per rate as they stand', () => {
		const file = read([
			[...HEAD, ...NINE],
			['1001', '22-11-2026', 'NL', 'jo@example.com', '20,00', '4,20', '5,00', '0,45', '29,65'],
			['1002', '23-11-2026 23:50', 'BE', '', '', '', '1.000,00', '90,00', '1.090,00'],
		]);
		expect(file.complaints).toEqual([]);
		expect(file.orders[0]!.order).toMatchObject({
			id: '1001',
			number: '1001',
			date: '2026-11-22',
			total: '29.65',
			status: 'exported',
			billing: { country: 'NL' },
			customer: { email: 'jo@example.com' },
		});
		expect(linesOf(file)).toEqual(['product 21 20.00 4.20', 'product 9 5.00 0.45']);
		expect(file.orders[1]!.order).toMatchObject({ date: '2026-11-23T23:50:00', total: '1090.00' });
		expect(linesOf(file, 1)).toEqual(['product 9 1000.00 90.00']);
	});

	it('finds the turnover that belongs to VAT per rate, to the cent of the total', () => {
		// 24.20 and 10.90 with VAT: 20.00 + 4.20 and 10.00 + 0.90.
		const file = read([
			['Order number', 'Date', 'VAT 21%', 'VAT 9%', 'Total'],
			['7', '2026-11-22', 4.2, 0.9, 35.1],
			// 0.31 / 21 % is 1.476: 1.48, and 1.79 in all.
			['8', '2026-11-22', 0.31, '', 1.79],
		]);
		expect(linesOf(file)).toEqual(['product 21 20.00 4.20', 'product 9 10.00 0.90']);
		expect(linesOf(file, 1)).toEqual(['product 21 1.48 0.31']);
	});

	it('takes a single rate only when the amounts prove it', () => {
		const file = read([
			['Order number', 'Date', 'Total', 'VAT'],
			['1', '2026-11-22', '12.10', '2.10'],
			['2', '2026-11-22', '10.90', '0.90'],
			['3', '2026-11-22', '23.00', '3.00'],
			['4', '2026-11-22', '5.00', '0'],
		]);
		expect(linesOf(file)).toEqual(['product 21 10.00 2.10']);
		expect(linesOf(file, 1)).toEqual(['product 9 10.00 0.90']);
		expect(linesOf(file, 2)).toEqual(['product 0 5.00 0.00']);
		expect(complaintsOf(file)).toEqual([
			expect.stringMatching(/^4 ORDER_FILE_ROW The VAT rate of a line of order 3/),
		]);
	});

	it('refuses an order whose amounts do not make its total, with both', () => {
		const file = read([
			[...HEAD, ...NINE],
			['1', '22-11-2026', 'NL', '', '20,00', '4,20', '', '', '29,20'],
			['2', '22-11-2026', 'NL', '', '20,00', '4,20', '', '', '24,20'],
		]);
		expect(complaintsOf(file)).toEqual([
			'2 ORDER_FILE_ROW The total of order 1 is € 29.20, but its lines make € 24.20.',
		]);
		expect(file.orders).toHaveLength(1);
	});

	it('takes neither of two rows with one number', () => {
		const file = read([
			['Order number', 'Date', 'Total', 'VAT'],
			['1', '2026-11-22', '12.10', '2.10'],
			['1', '2026-11-22', '24.20', '4.20'],
			['', '2026-11-22', '24.20', '4.20'],
		]);
		expect(file.orders).toEqual([]);
		expect(complaintsOf(file)).toEqual([
			expect.stringMatching(/^3 .* Order 1 stands in the file a second time/),
			'4 ORDER_FILE_ROW The row has no order number.',
		]);
	});
});

describe('a row per line', () => {
	const HEAD = ['Ordernummer', 'Datum', 'Artikel', 'Aantal', 'Prijs', 'Btw %'];
	const MORE = ['Verzendkosten', 'Korting', 'Totaal', 'Btw'];

	it('takes prices with VAT where these make the total', () => {
		const file = read([
			[...HEAD, ...MORE],
			['5', '22-11-2026', 'Mok', '2', '12,10', '21', '4,84', '', '34,49', '5,49'],
			['', '', 'Boek', '1', '5,45', '9%', '', '', '', ''],
		]);
		// 24.20 + 5.45 + 4.84; VAT 4.20 + 0.45 + 0.84 proves shipping at 21 %.
		expect(complaintsOf(file)).toEqual([]);
		expect(linesOf(file)).toEqual([
			'product 21 20.00 4.20 2',
			'product 9 5.00 0.45 1',
			'shipping 21 4.00 0.84 1',
		]);
		expect(file.orders[0]!.rows).toEqual([2, 3]);
	});

	it('takes prices without VAT where only these make the total', () => {
		const file = read([
			[...HEAD, ...MORE],
			['5', '22-11-2026', 'Mok', 2, 10, 0.21, 4, '', 29.04, 5.04],
		]);
		expect(linesOf(file)).toEqual(['product 21 20.00 4.20 2', 'shipping 21 4.00 0.84 1']);
	});

	it('takes a discount off the lines where these do not have it yet, and leaves it where they do', () => {
		const file = read([
			[...HEAD, ...MORE],
			['5', '22-11-2026', 'Mok', '2', '12,10', '21', '', '2,42', '21,78', '3,78'],
			['6', '22-11-2026', 'Mok', '2', '10,89', '21', '', '2,42', '21,78', '3,78'],
		]);
		expect(linesOf(file)).toEqual(['product 21 18.00 3.78 2']);
		expect(file.orders[0]!.order.lines).toEqual([
			expect.objectContaining({ netBeforeDiscount: '20.00' }),
		]);
		expect(linesOf(file, 1)).toEqual(['product 21 18.00 3.78 2']);
		expect(file.orders[1]!.order.lines).toEqual([
			expect.not.objectContaining({ netBeforeDiscount: expect.anything() }),
		]);
	});

	it('names the row, the column and the order of what it cannot read', () => {
		const file = read([
			[...HEAD, ...MORE],
			['1', '31-02-2026', 'Mok', '1', '12,10', '21', '', '', '12,10', '2,10'],
			['2', '22-11-2026', 'Mok', 'twee', '12,10', '21', '', '', '12,10', '2,10'],
			['3', '22-11-2026', 'Mok', '1', '12,10', '', '', '', '12,10', '2,10'],
			['4', '22-11-2026', 'Mok', '1', '12,10', '21', '', '', '', ''],
			['5', '22-11-2026', 'Mok', '1', '12,10', '21', '', '', '12,10', '2,10'],
			['5', '23-11-2026', 'Mok', '1', '12,10', '21', '', '', '24,20', '4,20'],
			['6', '22-11-2026', 'Mok', '1', '12,10', '21', '', '', '12,10', '1,10'],
		]);
		expect(file.orders).toEqual([]);
		expect(complaintsOf(file)).toEqual([
			'2 ORDER_FILE_ROW The date of order 1 in the column "Datum" cannot be read.',
			'3 ORDER_FILE_ROW What stands in the column "Aantal" of order 2 is not an amount.',
			expect.stringMatching(/^4 .*The VAT rate of a line of order 3 stands nowhere/),
			expect.stringMatching(/^5 .*Order 4 states no total/),
			'7 ORDER_FILE_ROW The rows of order 5 do not agree in the column "Datum".',
			'8 ORDER_FILE_ROW The VAT of order 6 is € 1.10, but its lines have € 2.10.',
		]);
	});
});

describe('the file as a whole', () => {
	const row = ['1', '2026-11-22', '12.10', '2.10'];
	it.each([
		['no rows', [['Order number', 'Date', 'Total', 'VAT']], /no rows/],
		['no total', [['Order number', 'Date', 'x', 'VAT'], row], /No column holds total/],
		[
			'two decimal marks',
			[['Order number', 'Date', 'Total', 'VAT'], row, ['2', '2026-11-22', '12,10', '2,10']],
			/decimal comma, others a point/,
		],
	])('is refused with %s', (_, table, message) => {
		const file = read(table);
		expect(file.orders).toEqual([]);
		expect(file.trouble?.code).toBe('ORDER_FILE_UNREADABLE');
		expect(JSON.stringify(file.trouble)).toBeTruthy();
		expect(textOf(file.trouble!).message).toMatch(message);
	});

	it('says of every column what it holds, and takes what the settings name', () => {
		const table = [
			['Nr', 'Wanneer', 'Bedrag', 'VAT', 'Kleur'],
			[...row, 'rood'],
		];
		expect(textOf(read(table).trouble!).message).toMatch(
			/^No column holds order number, date, total\./,
		);
		const named = [
			{ field: 'number', column: 'Nr' },
			{ field: 'date', column: 'wanneer' },
			{ field: 'total', column: 'Bedrag' },
		];
		const file = read(table, named);
		expect(file.columns).toEqual([
			{ heading: 'Nr', field: 'number' },
			{ heading: 'Wanneer', field: 'date' },
			{ heading: 'Bedrag', field: 'total' },
			{ heading: 'VAT', field: 'totalVat' },
			{ heading: 'Kleur', field: '' },
		]);
		expect(linesOf(file)).toEqual(['product 21 10.00 2.10']);
		const wrong = read(table, [...named, { field: 'email', column: 'Mail' }]);
		expect(textOf(wrong.trouble!).message).toMatch(/^The settings name Mail, which the file/);
	});
});

describe('JSON', () => {
	it('takes orders in the form of other shops as they are', () => {
		const order = { id: '1', number: '1', total: '1.00', lines: [{ net: '1.00' }] };
		expect(readOrderJson({ orders: [order] }, [], RATES).orders).toEqual([{ order, rows: [1] }]);
	});

	it('takes one order that stands alone', () => {
		const order = { number: '7', lines: [{ title: 'Mug' }], notes: [] };
		expect(readOrderJson(order, [], RATES)).toMatchObject({
			orders: [{ order, rows: [1] }],
			complaints: [],
			rows: 1,
		});
	});

	it('passes over nothing: what is not an order is told with its place', () => {
		const order = { number: '7', lines: [{ title: 'Mug' }] };
		const whole = readOrderJson([order, 'total', null, order], [], RATES);
		expect(whole.orders.map(({ rows }) => rows)).toEqual([[1], [4]]);
		expect(whole.rows).toBe(4);
		expect(complaintsOf(whole)).toEqual([
			'2 ORDER_FILE_ROW In the list of orders stands something that is not an order.',
			'3 ORDER_FILE_ROW In the list of orders stands something that is not an order.',
		]);
		const flat = { order_number: 9, created_at: '2026-11-22', total: 12.1, tax: 2.1 };
		const rows = readOrderJson([3, flat], [], RATES);
		expect(rows.orders.map(({ rows: of }) => of)).toEqual([[3]]);
		expect(rows.complaints.map(({ row }) => row)).toEqual([2]);
		expect(readOrderJson([1, 2], [], RATES).complaints).toHaveLength(2);
	});

	it('takes flat or nested objects as rows', () => {
		const file = readOrderJson(
			[
				{
					...{ order_number: 9, created_at: '2026-11-22T10:00:00+01:00', total: 12.1, tax: 2.1 },
					billing: { country: 'NL' },
				},
			],
			[],
			RATES,
		);
		expect(file.orders[0]!.order).toMatchObject({
			number: '9',
			date: '2026-11-22T10:00:00+01:00',
			billing: { country: 'NL' },
		});
		expect(linesOf(file)).toEqual(['product 21 10.00 2.10']);
	});
});

describe('a VAT number in a column that nobody named', () => {
	const HEAD = ['Bestelnummer', 'Besteldatum', 'Land', 'Naam', 'Totaal', 'Btw'];
	const shops = [
		...(completeSettings.shops ?? []),
		{ shop: 'file', kind: 'other' as const, statusesToBook: ['exported'] },
	];
	const accountsOf = (row: string) => ({
		...{ productsAccountId: `${row} products`, shippingAccountId: `${row} shipping` },
		...{ discountAccountId: `${row} discount`, feesAccountId: `${row} fees` },
	});
	const vatMapping = [
		...(completeSettings.vatMapping ?? []),
		{ country: 'BE', percentage: 21, vatKind: 'oss' as const, ...accountsOf('BE') },
	];
	const administration = {
		...{ name: 'A', accounts: [], foreignVatAccountId: 'foreign VAT' },
		vatRates: [
			{ vatKind: 'high' as const, percentage: 21, validFrom: '2012-10-01', validTo: '2400-12-31' },
		],
	};
	const outcomeOf = (headings: string[], cells: string[], changes: Partial<SettingsInput> = {}) => {
		const settings = settingsWith({ shops, vatMapping, administration, ...changes });
		const file = read([headings, cells]);
		expect(file.complaints).toEqual([]);
		return transformOrder(file.orders[0]!.order, 'file', settings);
	};
	const sold = (country: string) => ['9001', '2026-11-22', country, 'Jo Bakker', '12.10', '2.10'];

	it.each([
		['Opmerking', 'BE0123456749'],
		['Debiteur btw', '0123.456.749'],
	])('%s "%s" is asked about where it decides', (heading, value) => {
		const [headings, cells] = [
			[...HEAD, heading],
			[...sold('BE'), value],
		];
		expect(outcomeOf(headings, cells)).toMatchObject({
			...{ outcome: 'attention', code: 'VAT_NUMBER_ELSEWHERE', facts: { field: heading } },
		});
		const orderFields = { vatNumber: [heading] };
		expect(outcomeOf(headings, cells, { orderFields }).code).toBe('OSS_FOR_BUSINESS');
		const ignored = { ignored: [heading] };
		expect(outcomeOf(headings, cells, { orderFields: ignored }).outcome).toBe('book');
	});

	it('is a note where it makes no difference', () => {
		const known = outcomeOf([...HEAD, 'Opmerking'], [...sold('NL'), 'NL001234567B01']);
		expect(known.outcome).toBe('book');
		expect(known.draft?.notes).toContainEqual(expect.stringContaining('"Opmerking"'));
	});

	it('is none: a telephone number, a word, an article', () => {
		const headings = [...HEAD, 'Opmerking', 'Mobiel', 'Kleur'];
		const file = read([headings, [...sold('BE'), 'bel eerst', '0612345678', 'RAL 9010']]);
		expect(
			outcomeOf(headings, [...sold('BE'), 'bel eerst', '0612345678', 'RAL 9010']),
		).toMatchObject({ outcome: 'book', draft: { regime: 'oss' } });
		expect(JSON.stringify(file.orders)).not.toMatch(/bel eerst|0612345678/);
	});

	it('stands in any row of the order', () => {
		const file = read([
			['Bestelnummer', 'Datum', 'Totaal', 'Artikel', 'Prijs', 'Btw %', 'Opmerking'],
			['1', '2026-11-22', '24,20', 'Mok', '12,10', '21', ''],
			['', '', '', 'Kan', '12,10', '21', 'BE0123456749'],
		]);
		expect(file.orders[0]!.order.note_attributes).toEqual([
			{ name: 'Opmerking', value: 'BE0123456749' },
		]);
	});
});
