import { openSnelStart } from '../../sandbox/client';
import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';
import { lastDayOfLastMonth, noonOfThe15th } from '../../support/months';

const RECONCILE = 'Reconcile period WooCommerce';
const NO_DIFFERENCE = [
	'box',
	'icp',
	'oss',
	'clearing',
	'giftCardBalance',
	'summary',
	'notBookable',
];
const SOMETHING = expect.stringMatching(/./);

let stage: Stage;

/** The template looks at last month. */
const midMonth = (monthsAgo: number) => noonOfThe15th(stage.now(), monthsAgo);
const dated = (moment: string) => ({ date_created: moment, date_created_gmt: moment });
const lastDay = () => lastDayOfLastMonth(stage.now());
const cents = (amounts: unknown[]) =>
	amounts.reduce<number>((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
const shop = () => stage.sandbox.wooCommerce;
const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;

function changeOrder(id: number, changes: object): void {
	const order = shop().orders.find((one) => one.id === id)!;
	shop().putOrder({ ...structuredClone(order), ...changes });
}

function refund(id: number, orderId: number, amount: string): void {
	shop().putRefund({
		...{ id, parent_id: orderId, amount, reason: '', refunded_payment: false },
		...{ line_items: [], shipping_lines: [], fee_lines: [], tax_lines: [] },
		...dated(midMonth(1)),
	} as never);
}

async function run(name: string, trigger: string) {
	const { error } = await stage.engine.run(name, trigger);
	if (error) throw error;
}

/** Runs the template and reads what it left in its table. */
async function reconcile(trigger = 'When clicked') {
	await run(RECONCILE, trigger);
	const rows = stage.engine
		.rows('PeriodChecks')
		.filter(({ client, shop: name }) => `${client}/${name}` === 'my-client/woocommerce')
		.filter(({ kind }) => kind !== null)
		.map(cellsOf);
	const ofKind = (kind: string) => rows.filter((row) => row.kind === kind);
	const differences = rows
		.filter(({ kind }) => !NO_DIFFERENCE.includes(String(kind)))
		.map(({ kind, orderNumber, difference }) => [orderNumber, kind, difference])
		.sort();
	return { rows, ofKind, differences, boxes: ofKind('box') };
}

/** Results that no run of this period replaces. */
const other = () => {
	const [from, until] = [`${midMonth(1).slice(0, 8)}01`, lastDay()];
	const row = { client: 'my-client', shop: 'woocommerce', periodFrom: from, periodUntil: until };
	return [
		{ ...row, client: 'another' },
		{ ...row, shop: 'another' },
		{ ...row, periodFrom: '2020-01-01' },
		{ ...row, periodUntil: '2020-01-31' },
	];
};

beforeAll(async () => {
	stage = await startStage();
	const day = midMonth(1);
	for (const { id, date_paid } of [...shop().orders]) {
		const paid = { date_paid: day, date_paid_gmt: day };
		changeOrder(id, { ...dated(day), ...(date_paid ? paid : {}) });
	}
	await run('Hourly order sync WooCommerce', 'Every hour');
	await run('Daily payment matching WooCommerce', 'Every day');
	for (const row of other()) stage.engine.table('PeriodChecks').insert(row);
});
afterAll(async () => await stage?.sandbox.stop());

it('W085: clean books show no difference in any box; what needs attention is listed', async () => {
	const { rows, ofKind, differences, boxes } = await reconcile('Every month');
	const period = {
		...{ client: 'my-client', shop: 'woocommerce' },
		...{ periodFrom: `${midMonth(1).slice(0, 8)}01`, periodUntil: lastDay() },
	};
	const told = { code: expect.any(String), facts: expect.any(String) };
	expect(differences).toEqual([]);
	expect(boxes.map(({ box }) => box)).toEqual(['1a', '1b', '1e', '3a', '3b', 'none']);
	for (const box of boxes) {
		expect(box).toEqual({
			...{ ...period, ...told },
			...{ kind: 'box', box: SOMETHING, orderNumber: '', invoiceNumber: '' },
			...{ shopTotal: box.booksTotal, shopVat: box.booksVat, difference: 0 },
			...{ booksTotal: expect.any(Number), booksVat: expect.any(Number) },
			...{ found: expect.any(String), likelyCause: '', tip: expect.any(String) },
		});
	}
	// All boxes together are what was invoiced, to the cent.
	const invoiced = cents(entries().map(({ factuurbedrag }) => factuurbedrag));
	expect(invoiced).toBeGreaterThan(0);
	const all = boxes.flatMap(({ booksTotal, booksVat }) => [booksTotal, booksVat]);
	expect(cents(all)).toBe(invoiced);
	const [euTrade] = boxes.filter(({ box }) => box === '3b');
	expect(ofKind('icp')).toEqual([
		{
			...{ ...period, ...told, kind: 'icp', box: '3b', orderNumber: '', invoiceNumber: SOMETHING },
			...{ shopTotal: euTrade!.shopTotal, booksTotal: euTrade!.booksTotal },
			...{ shopVat: 0, booksVat: 0, difference: 0 },
			...{ found: 'DE goods', likelyCause: '', tip: expect.any(String) },
		},
	]);
	expect(ofKind('notBookable')).toEqual([
		expect.objectContaining({
			...{
				...period,
				orderNumber: '33',
				code: 'ORDER_NOT_BOOKABLE',
				facts: SOMETHING,
				tip: SOMETHING,
				likelyCause: SOMETHING,
			},
			found: expect.stringMatching(/^NO_VAT_MAPPING/),
		}),
		expect.objectContaining({
			...{
				...period,
				orderNumber: '41',
				code: 'ORDER_NOT_BOOKABLE',
				tip: SOMETHING,
				likelyCause: SOMETHING,
			},
			found: expect.stringMatching(/^CURRENCY_NOT_EUR/),
		}),
	]);
	// 14 booked and 2 that need attention.
	expect(ofKind('summary')).toEqual([
		{
			...{ ...period, ...told, kind: 'summary', box: '', orderNumber: '', invoiceNumber: '' },
			...{ shopTotal: 16, booksTotal: 14, shopVat: 0, booksVat: 0, difference: 2 },
			found: expect.stringMatching(
				/^Documents: 16; agree: 14; differences: 2; turnover under other numbers: € \d/,
			),
			...{ likelyCause: '', tip: expect.any(String) },
		},
	]);
	// What the payments of the period left on the clearing account.
	expect(ofKind('clearing')).toMatchObject([{ ...period, invoiceNumber: '1104' }]);
	// A card of 25.00 was sold, and none spent.
	const balance = { shopTotal: 25, booksTotal: 25, difference: 0 };
	expect(ofKind('giftCardBalance')).toMatchObject([{ invoiceNumber: '1550', ...balance }]);
	expect(rows).toHaveLength(12);
});

it('gives the result as a file too, with the VAT numbers that the table may not hold', () => {
	const [file, ...more] = stage.engine.files;
	expect(more).toEqual([]);
	expect(file!.name).toBe(`reconciliation-my-client-${midMonth(1).slice(0, 8)}01.csv`);
	expect(file!.rows).toHaveLength(12);
	expect(file!.rows.filter(({ vatNumber }) => vatNumber !== '')).toMatchObject([
		{ kind: 'icp', vatNumber: expect.stringMatching(/^DE\d{9}$/) },
	]);
	expect(JSON.stringify(stage.engine.rows('PeriodChecks'))).not.toMatch(/DE\d{9}/);
});

it('finds a refund that was not credited, and none that was; says which cannot be', async () => {
	refund(9301, 38, '5.00');
	refund(9302, 33, '1.00');
	const found = async () => (await reconcile()).differences;
	expect(await found()).toEqual([['38', 'missing', 5]]);
	const unbooked = (await reconcile()).ofKind('notBookable');
	expect(unbooked.map(({ orderNumber }) => orderNumber)).toEqual(['33', '41', '33']);
	await run('Hourly refund sync WooCommerce', 'Every hour');
	expect(await found()).toEqual([]);
});

it('finds every planted difference, and nothing else; an earlier result is replaced', async () => {
	changeOrder(29, { ...oneLine(29, '10.71', '2.25', 21), total: '12.96', total_tax: '2.25' });
	changeOrder(45, { ...oneLine(45, '11.88', '1.07', 9), total: '12.95', total_tax: '1.07' });
	changeOrder(46, dated(midMonth(2)));
	changeOrder(60, { id: 9101, number: '9101' });
	const client = await openSnelStart(stage.sandbox.snelStart);
	const booked = entries().find(({ factuurnummer }) => factuurnummer === 'W28')!;
	const { json: entry } = await client.get(`/verkoopboekingen/${booked.id}`);
	const twin = { ...entry, factuurnummer: '2026-77', omschrijving: 'Webshop 28' };
	for (const name of ['id', 'uri', 'modifiedOn', 'boekstuk']) delete twin[name];
	expect((await client.send('POST', '/verkoopboekingen', twin)).status).toBe(201);

	const { rows, differences, boxes, ofKind } = await reconcile();
	expect(differences).toEqual([
		['28', 'bookedTwice', 62.3],
		['29', 'centDifference', -0.01],
		['45', 'wrongRate', 0],
		['46', 'wrongPeriod', 0],
		['9101', 'missing', -17.95],
	]);
	expect(rows.find(({ kind }) => kind === 'bookedTwice')).toMatchObject({
		...{ orderNumber: '28', invoiceNumber: 'W28' },
		...{ shopTotal: 62.3, booksTotal: 124.6 },
		...{ found: expect.stringContaining('2026-77'), likelyCause: SOMETHING, tip: SOMETHING },
	});
	expect(rows.find(({ kind }) => kind === 'missing')).toMatchObject({
		...{ orderNumber: '9101', shopTotal: 17.95, booksTotal: 0, difference: -17.95 },
		...{ found: SOMETHING, likelyCause: SOMETHING, tip: SOMETHING },
	});
	expect(ofKind('summary')).toHaveLength(1);
	expect(boxes.find(({ box }) => box === '1a')!.difference).not.toBe(0);
	const kept = stage.engine.rows('PeriodChecks').filter(({ kind }) => kind === null);
	expect(kept).toMatchObject(other());
});

describe('orders that the shop took back after they were booked', () => {
	const ofKinds = async (...kinds: string[]) => {
		const { rows } = await reconcile();
		return rows
			.filter(({ kind }) => kinds.includes(String(kind)))
			.map(({ kind, orderNumber, invoiceNumber, difference, box }) => [
				...[kind, orderNumber, invoiceNumber, difference, box],
			])
			.sort();
	};
	const taken = () => ofKinds('cancelled', 'trashed', 'deleted', 'creditWithoutSale');
	const total = (id: number) => Number(shop().orders.find((one) => one.id === id)!.total);

	it('are named with number, amount and box, and their sales stay in the boxes', async () => {
		const before = (await reconcile()).boxes;
		const amounts = [34, 35, 36].map(total);
		changeOrder(34, { status: 'cancelled', date_paid: null, date_paid_gmt: null });
		changeOrder(35, { status: 'trash' });
		shop().removeOrder(36);
		expect(await taken()).toEqual([
			['cancelled', '34', 'W34', amounts[0], SOMETHING],
			['deleted', '36', 'W36', amounts[2], SOMETHING],
			['trashed', '35', 'W35', amounts[1], SOMETHING],
		]);
		expect((await reconcile()).boxes).toEqual(before);
	});

	it('ask for nothing once they are credited', async () => {
		await run('Nightly status review WooCommerce', 'Every night');
		expect((await taken()).map(([kind, number]) => [kind, number])).toEqual([
			['deleted', '36'],
			['trashed', '35'],
		]);
	});
});

it('goes on when the shop does not give the refunds of one order, and names it', async () => {
	refund(9303, 29, '1.00');
	// Its list of refunds leaves out one that the order names.
	changeOrder(29, { refunds: [9303, 9399].map((id) => ({ id, reason: '', total: '-1.00' })) });
	const { rows, ofKind } = await reconcile();
	expect(ofKind('notRead').map(({ orderNumber, code }) => [orderNumber, code])).toContainEqual([
		...['29', 'DOCUMENT_NOT_READ'],
	]);
	expect(ofKind('summary')).toHaveLength(1);
	expect(rows.filter(({ kind }) => kind === 'box').length).toBeGreaterThan(3);
});

it('a shop that sold nothing in the period has a result too', async () => {
	for (const { id } of [...shop().orders]) changeOrder(id, dated('2020-01-15T12:00:00'));
	const { ofKind } = await reconcile();
	expect(ofKind('summary')).toHaveLength(1);
});

/** Order of one mug: another net amount and VAT, in cents as text. */
function oneLine(id: number, total: string, vat: string, percentage: number): object {
	const order = structuredClone(shop().orders.find((one) => one.id === id)!);
	const { line_items, tax_lines } = order as unknown as Record<
		string,
		Array<Record<string, unknown>>
	>;
	const taxes = [{ id: tax_lines![0]!.rate_id, total: vat, subtotal: vat }];
	const line = { ...line_items![0], total, subtotal: total, total_tax: vat, taxes };
	const taxLine = { ...tax_lines![0], rate_percent: percentage, tax_total: vat };
	return { line_items: [line], tax_lines: [taxLine] };
}
