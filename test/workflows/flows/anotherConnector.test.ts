import type { ClientFile } from '../../../cli/clientFile';
import { openSnelStart } from '../../../cli/openSnelStart';
import type { Send } from '../../../probe';
import type { Sandbox } from '../../../sandbox/index';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { amountRefund } from '../../support/amountRefund';
import { startStage, type Stage } from '../../support/flow/stage';

/** The first day of this connector: orders of the stand-in are of the day before. */
const BOOK_FROM = '2026-11-23';
const OLD_ACCOUNT = guidFor('grootboek', '8040');

/** What stands in the books of each order before this connector begins, net and VAT in cents. */
const BOOKED = {
	29: { number: '2026-0901', date: '2026-11-24', high: [1070, 225] },
	// Booked without its VAT.
	30: { number: '2026-0902', date: '2026-11-22', none: 363 },
	// Another amount than that of the order, 12.95.
	46: { number: '2026-0905', date: '2026-11-22', high: [1153, 242] },
	// On hold in the shop all the while.
	44: { number: '2026-0906', date: '2026-11-22', high: [1070, 225] },
	43: { number: '2026-0908', date: '2026-11-22', high: [1070, 225] },
	47: { number: '2026-0904', date: '2026-11-22', high: [1070, 225] },
	// Two rates, and the VAT a cent beside that of the shop.
	36: { number: '2026-0907', date: '2026-11-22', high: [1866, 391], low: [2139, 193] },
} as Record<
	number,
	{ number: string; date: string; none?: number; high?: number[]; low?: number[] }
>;

let stage: Stage;
let send: Send;
let relationId: string;

async function bookOld(id: number): Promise<void> {
	const { number, date, none, high, low } = BOOKED[id]!;
	const rated = [
		{ kind: 'Hoog', row: 'VerkopenHoog', amounts: high },
		{ kind: 'Laag', row: 'VerkopenLaag', amounts: low },
	].flatMap(({ kind, row, amounts }) => (amounts ? [{ kind, row, amounts }] : []));
	const line = (btwSoort: string, cents: number) => ({
		...{ omschrijving: `Verkoop ${btwSoort}`, bedrag: cents / 100, btwSoort },
		grootboek: { id: guidFor('grootboek', btwSoort === 'Laag' ? '8010' : '8000') },
	});
	const whole = (none ?? 0) + rated.flatMap(({ amounts }) => amounts).reduce((a, b) => a + b, 0);
	const { status, body } = await send({
		...{ method: 'POST', path: '/verkoopboekingen' },
		body: {
			...{ factuurnummer: number, omschrijving: `Order ${id}`, klant: { id: relationId } },
			...{ factuurdatum: `${date}T00:00:00`, factuurbedrag: whole / 100 },
			boekingsregels: [
				...(none ? [{ ...line('Geen', none), grootboek: { id: OLD_ACCOUNT } }] : []),
				...rated.map(({ kind, amounts }) => line(kind, amounts[0]!)),
			],
			btw: rated.map(({ row, amounts }) => ({ btwSoort: row, btwBedrag: amounts[1]! / 100 })),
		},
	});
	if (status !== 201) throw new Error(JSON.stringify(body));
}

async function afterAnother(client: ClientFile, sandbox: Sandbox): Promise<ClientFile> {
	send = await openSnelStart(fetch, sandbox.snelStart);
	const relation = { naam: 'Webwinkelklanten oude koppeling', relatiesoort: ['Klant'] };
	const { body } = await send({ method: 'POST', path: '/relaties', body: relation });
	relationId = (body as { id: string }).id;
	for (const id of Object.keys(BOOKED)) await bookOld(Number(id));
	const oldInvoices = [
		...Object.entries(BOOKED).map(([id, { number }]) => `${id}=${number}`),
		'45 = 2026-0903',
	];
	const [shop, ...shops] = client.settings.shops;
	const { woocommerce } = client.shops;
	return {
		...client,
		shops: { ...client.shops, woocommerce: { ...woocommerce!, realtime: true } },
		settings: {
			...client.settings,
			shops: [{ ...shop!, bookFrom: BOOK_FROM, oldInvoices }, ...shops],
		},
	};
}

const rowOf = (key: string) =>
	stage.engine
		.rows('WebshopOrders')
		.find(({ orderKey }) => orderKey === `my-client/woocommerce/${key}`);
const entries = () => stage.sandbox.snelStart.books.summary().salesEntries;
const numbers = () => entries().map(({ factuurnummer }) => factuurnummer);

async function run(name: string, trigger: string): Promise<void> {
	const { error } = await stage.engine.run(name, trigger);
	expect(error).toBeUndefined();
}

beforeAll(async () => {
	stage = await startStage(afterAnother);
	// It was paid by bank transfer, after this connector began.
	const { orders } = stage.sandbox.wooCommerce;
	const paidLater = orders.find(({ id }) => id === 44)!;
	Object.assign(paidLater, {
		payment_method: 'mollie_wc_gateway_ideal',
		date_paid: '2026-11-25T10:00:00',
		date_paid_gmt: '2026-11-25T09:00:00',
	});
});
afterAll(async () => await stage?.sandbox.stop());

describe('the first reading after another connector', () => {
	beforeAll(async () => await run('Hourly order sync WooCommerce', 'Every hour'));

	it('books nothing', () => {
		expect(numbers()).toEqual(Object.values(BOOKED).map(({ number }) => number));
	});

	it.each([29, 43, 44, 36])('takes the entry of order %i over', (id) => {
		const { number } = BOOKED[id]!;
		const { id: entryId } = entries().find(({ factuurnummer }) => factuurnummer === number)!;
		expect(rowOf(String(id))).toMatchObject({
			...{ state: 'booked', alreadyThere: true, code: '' },
			...{ snelStartNumber: number, salesEntryId: entryId, relationId },
		});
	});

	it.each([
		[30, 'OLD_INVOICE_UNCLEAR', /2026-0902 .* VAT € 0\.00.* € 0\.63/],
		[45, 'OLD_INVOICE_UNCLEAR', /2026-0903 .*not in SnelStart/],
		[46, 'INVOICE_NUMBER_IN_USE', /13\.95 instead of € 12\.95/],
		[47, 'OLD_INVOICE_UNCLEAR', /2026-0904, .*cancelled/],
	])('leaves order %i to a person', (id, code, message) => {
		expect(rowOf(String(id))).toMatchObject({
			...{ state: 'needsAttention', code },
			message: expect.stringMatching(message),
		});
	});

	it('leaves what is not named alone, as ever from before the first day', () => {
		expect(rowOf('28')).toMatchObject({ state: 'nothingToBook', code: 'BEFORE_FIRST_DATE' });
	});

	it('keeps of the entry what a credit note needs, and lends its card to nobody', () => {
		const record = stage.engine
			.rows('BookingRecords')
			.find(({ documentKey }) => documentKey === 'my-client/woocommerce/29');
		expect(record).toMatchObject({
			...{ number: '2026-0901', relationId, buyerKey: '', contactKey: '', lines: '' },
			...{ documentDate: '2026-11-24', regime: 'domestic' },
		});
	});
});

describe('what comes after', () => {
	beforeAll(async () => {
		const { wooCommerce } = stage.sandbox;
		wooCommerce.putRefund(amountRefund(901, 29, '12.95', '2026-11-25T10:00:00'));
		wooCommerce.putRefund(amountRefund(902, 36, '5.00', '2026-11-22T12:00:00'));
		wooCommerce.putRefund(amountRefund(903, 36, '10.00', '2026-11-25T12:00:00'));
		wooCommerce.putRefund(amountRefund(904, 45, '1.00', '2026-11-25T12:00:00'));
		await run('Hourly refund sync WooCommerce', 'Every hour');
		await run('Daily payment matching WooCommerce', 'Every day');
		const pending = wooCommerce.orders.find(({ id }) => id === 43)!;
		wooCommerce.putOrder({ ...pending, status: 'cancelled' });
		await run('Hourly order sync WooCommerce', 'Every hour');
		await run('Nightly status review WooCommerce', 'Every night');
	});

	it('a refund credits the old entry as it stands: its lines, its card', () => {
		const credit = entries().find(({ factuurnummer }) => factuurnummer === 'CW901');
		expect(credit).toMatchObject({ factuurbedrag: -12.95, klant: { id: relationId } });
		expect(rowOf('29/refund/901')).toMatchObject({
			...{ state: 'booked', originalInvoiceNumber: '2026-0901' },
		});
	});

	it('a part of one is split over the rates of the entry', () => {
		expect(rowOf('36/refund/903')).toMatchObject({ state: 'booked', total: -10 });
	});

	it('an order that is cancelled only now is credited in full', () => {
		expect(rowOf('43')).toMatchObject({ state: 'booked', code: '' });
		expect(rowOf('43/credit/1')).toMatchObject({
			...{ state: 'booked', total: -12.95, originalInvoiceNumber: '2026-0908', relationId },
		});
	});

	it('a refund of before the first day is that of the other connector', () => {
		expect(rowOf('36/refund/902')).toMatchObject({ state: 'nothingToBook', code: 'BOOKED_BEFORE' });
	});

	it('a refund of an entry that is not taken over waits for it', () => {
		expect(rowOf('45/refund/904')).toMatchObject({ state: 'waiting', code: 'SALE_NOT_BOOKED_YET' });
	});

	it('a payment is booked on its open item, from the first day on', () => {
		const payments = stage.engine.rows('WebshopOrders').filter(({ kind }) => kind === 'payment');
		expect(payments.map(({ parentKey, state, code }) => [parentKey, state, code])).toEqual(
			expect.arrayContaining([
				['my-client/woocommerce/44', 'booked', ''],
				['my-client/woocommerce/29', 'nothingToBook', 'BOOKED_BEFORE'],
			]),
		);
	});
});
