/** Orders of goods by OSS and something without VAT, each in two entries; judged from SnelStart's own books. */
import { accounts } from '../../../sandbox/snelstart/accounts';
import { countries } from '../../../sandbox/snelstart/countries';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { startStage, type Stage } from '../../support/flow/stage';

const HOURLY = 'Hourly order sync WooCommerce';
const REFUNDS = 'Hourly refund sync WooCommerce';
const PAYMENTS = 'Daily payment matching WooCommerce';
const REVIEW = 'Nightly status review WooCommerce';
const POST = 'POST verkoopboekingen';
const WITHOUT_VAT = 8040;

let stage: Stage;

const accountId = (number: number) => accounts.find(({ nummer }) => nummer === number)!.id;
const numberOf = (id: string) => accounts.find((one) => one.id === id)!.nummer;
const cents = (amount: unknown) => Math.round(Number(amount) * 100);
const books = () => stage.sandbox.snelStart.books.summary();
/** What SnelStart has under numbers that begin so: number, cents, accounts, open cents, card's country. */
const entriesOf = (beginning: string) =>
	books()
		.salesEntries.filter(({ factuurnummer }) => factuurnummer.startsWith(beginning))
		.map(({ factuurnummer, factuurbedrag, boekingsregels, klant }) => {
			const card = books().relations.find(({ id }) => id === klant.id);
			const invoice = books().salesInvoices.find((one) => one.factuurnummer === factuurnummer);
			return {
				number: factuurnummer,
				cents: cents(factuurbedrag),
				accounts: boekingsregels.map(({ grootboek }) => numberOf(grootboek.id)),
				open: cents(invoice?.openstaandSaldo),
				country: countries.find(({ id }) => id === card?.vestigingsAdres?.land?.id)?.landcode,
			};
		});
const short = (beginning: string) =>
	entriesOf(beginning).map(({ number, cents: all, open }) => [number, all, open]);
const keyOf = (id: number) => `my-client/woocommerce/${id}`;
const row = (key: string) =>
	stage.engine.rows('WebshopOrders').find(({ orderKey }) => orderKey === key)!;
const recordOf = (id: number) =>
	stage.engine.rows('BookingRecords').find(({ documentKey }) => documentKey === keyOf(id));
const moment = () => stage.now().toISOString().slice(0, 19);

async function run(name: string, trigger: string) {
	const { error } = await stage.engine.run(name, trigger);
	if (error) throw error;
}
const sync = () => run(HOURLY, 'Every hour');
const review = () => run(REVIEW, 'Every night');

type Order = Stage['sandbox']['wooCommerce']['orders'][number];
let model: Order;

/** 121.00 of goods with VAT of Belgium, and 25.00 without VAT: 146.00. */
function sell(id: number, changes: object = {}): void {
	const tax = [{ id: 1, total: '21.00', subtotal: '21.00' }];
	const line = (of: number, net: string, vat: string) => ({
		...{ id: of, name: `Article ${of}`, sku: '', quantity: 1, product_id: of, variation_id: 0 },
		...{ subtotal: net, total: net, subtotal_tax: vat, total_tax: vat, meta_data: [] },
		taxes: vat === '0.00' ? [] : tax,
	});
	const rate = { id: 7, rate_id: 1, rate_code: 'BE-BTW-1', label: 'BTW', compound: false };
	const address = { country: 'BE', postcode: '1000', city: 'Brussel', address_1: 'Straat 1' };
	stage.sandbox.wooCommerce.putOrder({
		...structuredClone(model),
		...{ id, number: String(id), status: 'processing', total: '146.00', total_tax: '21.00' },
		...{ date_created: moment(), date_created_gmt: moment(), date_paid: moment() },
		...{ date_paid_gmt: moment(), date_modified: moment(), date_modified_gmt: moment() },
		...{ transaction_id: `tr_${id}`, customer_id: 0, cart_tax: '21.00', discount_total: '0.00' },
		...{ shipping_total: '0.00', shipping_tax: '0.00', discount_tax: '0.00', meta_data: [] },
		...{ shipping_lines: [], fee_lines: [], coupon_lines: [], refunds: [] },
		line_items: [line(id * 10, '100.00', '21.00'), line(id * 10 + 1, '25.00', '0.00')],
		tax_lines: [{ ...rate, tax_total: '21.00', shipping_tax_total: '0.00', rate_percent: 21 }],
		billing: { ...(model.billing as object), ...address, email: `two.${id}@mail.example` },
		shipping: { ...(model.shipping as object), ...address },
		...changes,
	} as Order);
}
const unpaid = { date_paid: null, date_paid_gmt: null, transaction_id: '', status: 'processing' };

function change(id: number, changes: object): void {
	const order = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	const now = { date_modified_gmt: moment(), date_modified: moment() };
	stage.sandbox.wooCommerce.putOrder({ ...order, ...now, ...changes });
}
const cancel = (id: number) => change(id, { ...unpaid, status: 'cancelled' });

/** As when the hour is over in which SnelStart may still carry out what it did not answer. */
function anHourLater(id: number): void {
	expect(row(keyOf(id)).tryUntil).not.toBe('');
	row(keyOf(id)).tryUntil = new Date(stage.now().getTime() - 1000).toISOString();
}
/**
 * On a card without a country, as SnelStart demands beside goods by OSS.
 * @param email of a new card; or the number of an entry, whose card it is
 */
async function bookByHand(factuurnummer: string, bedrag: number, email: string): Promise<string> {
	const client = await openSnelStart(stage.sandbox.snelStart);
	const first = books().salesEntries.find((one) => `${one.factuurnummer}-G` === factuurnummer);
	const factuurdatum = first?.factuurdatum ?? moment().slice(0, 10);
	const card = { relatiesoort: ['Klant'], naam: 'By hand', email };
	const sale = books().salesEntries.find((one) => one.factuurnummer === email);
	const customer = sale ? sale.klant : (await client.send('POST', '/relaties', card)).json;
	const made = await client.send('POST', '/verkoopboekingen', {
		...{ factuurnummer, factuurbedrag: bedrag, betalingstermijn: 14, omschrijving: 'By hand' },
		...{ klant: { id: customer.id }, factuurdatum, btw: [] },
		boekingsregels: [
			{
				...{ omschrijving: 'By hand', bedrag, btwSoort: 'Geen' },
				grootboek: { id: accountId(WITHOUT_VAT) },
			},
		],
	});
	expect([made.status, made.text]).toEqual([201, expect.any(String)]);
	return String(made.json.id);
}
const takeAway = async (entryId: string) => {
	const client = await openSnelStart(stage.sandbox.snelStart);
	expect((await client.send('DELETE', `/verkoopboekingen/${entryId}`)).status).toBeLessThan(300);
};

const both = (id: number, open = true) => [
	[`W${id}`, 12_100, open ? 12_100 : 0],
	[`W${id}-G`, 2500, open ? 2500 : 0],
];

beforeAll(async () => {
	const oss = Object.fromEntries(
		['products', 'shipping', 'fees', 'discount'].map((name) => [
			`${name}AccountId`,
			accountId(8180),
		]),
	);
	stage = await startStage((client, sandbox) => {
		sandbox.snelStart.switches.foreignVat = true;
		const { settings } = client;
		const belgium = { country: 'BE', percentage: 21, vatKind: 'oss', ...oss };
		return {
			...client,
			settings: {
				...settings,
				vatMapping: [...settings.vatMapping, belgium as (typeof settings.vatMapping)[number]],
				ossAccountWithoutVatId: accountId(WITHOUT_VAT),
				setOffJournalId: guidFor('dagboeken', 5),
			},
		};
	});
	model = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 29)!;
	for (const { id } of [...stage.sandbox.wooCommerce.orders]) {
		stage.sandbox.wooCommerce.removeOrder(id);
	}
});
afterAll(async () => await stage?.sandbox.stop());
afterEach(() => stage.sandbox.snelStart.faults.clear());

it('books both, each on its own accounts and card, once', async () => {
	sell(801);
	for (let times = 0; times < 2; times += 1) await sync();
	await review();
	expect(entriesOf('W801')).toEqual([
		{ number: 'W801', cents: 12_100, accounts: [8180, 1680], open: 12_100, country: 'BE' },
		expect.objectContaining({ number: 'W801-G', cents: 2500, accounts: [WITHOUT_VAT] }),
	]);
	expect(entriesOf('W801')[1]!.country).not.toBe('BE');
	expect(row(keyOf(801))).toMatchObject({ state: 'booked', code: '', total: 146 });
});

it('a payment settles both, and its refund both credit notes', async () => {
	for (let times = 0; times < 2; times += 1) await run(PAYMENTS, 'Every day');
	expect(short('W801')).toEqual(both(801, false));
	expect(books().memorialEntries).toHaveLength(1);
	stage.sandbox.wooCommerce.putRefund({
		...amountRefund(9801, 801, '146.00', moment()),
		refunded_payment: true,
	} as never);
	change(801, { status: 'refunded', refunds: [{ id: 9801, reason: '', total: '-146.00' }] });
	for (let times = 0; times < 2; times += 1) await run(REFUNDS, 'Every hour');
	expect(short('CW9801')).toEqual([
		['CW9801', -12_100, -12_100],
		['CW9801-G', -2500, -2500],
	]);
	for (let times = 0; times < 2; times += 1) await run(PAYMENTS, 'Every day');
	expect([...short('W801'), ...short('CW9801')].map(([, , open]) => open)).toEqual([0, 0, 0, 0]);
});

it('a cancelled order that nobody paid is credited on both, and settled with both', async () => {
	sell(802, unpaid);
	await sync();
	expect(short('W802')).toEqual(both(802));
	cancel(802);
	for (let times = 0; times < 2; times += 1) await review();
	for (let times = 0; times < 2; times += 1) await run(PAYMENTS, 'Every day');
	expect([...short('W802'), ...short('CW802')]).toEqual([
		...both(802, false),
		['CW802', -12_100, 0],
		['CW802-G', -2500, 0],
	]);
});

describe('cancelled while nobody knows what became of it', () => {
	/** As a run leaves it that died after it sent everything and before it recorded anything. */
	function runDied(id: number): void {
		Object.assign(row(keyOf(id)), { state: 'unknown', claimId: '', mayBeSent: true });
		Object.assign(row(keyOf(id)), { snelStartNumber: '', salesEntryId: '', bookedAt: null });
		const records = stage.engine.rows('BookingRecords');
		records.splice(records.indexOf(recordOf(id)!), 1);
	}

	it.each<[string, number, object | undefined, Array<[string, number]>]>([
		['nothing of it was carried out', 811, { kind: '504' }, []],
		['the first was, not the second', 812, { kind: '504', skip: 1 }, [['W812', 12_100]]],
		[
			'both were',
			813,
			undefined,
			[
				['W813', 12_100],
				['W813-G', 2500],
			],
		],
	])(
		'%s: it is looked up, nothing more is sent, and what is there is credited',
		async (_, id, fault, there) => {
			sell(id, unpaid);
			if (fault) stage.sandbox.snelStart.faults.add({ shape: POST, ...fault } as never);
			await sync();
			stage.sandbox.snelStart.faults.clear();
			if (!fault) runDied(id);
			const known = () => short(`W${id}`).map(([number, all]) => [number, all]);
			expect(row(keyOf(id)).state).toBe('unknown');
			expect(known()).toEqual(there);
			cancel(id);
			// SnelStart may still carry it out: the first look settles nothing that is not there in full.
			await sync();
			if (fault) {
				expect(row(keyOf(id)).state).toBe('unknown');
				anHourLater(id);
				await sync();
			}
			expect(known()).toEqual(there);
			expect(row(keyOf(id))).toMatchObject(
				there.length > 0
					? { state: 'booked', mayBeSent: false, snelStartNumber: `W${id}` }
					: { state: 'nothingToBook', mayBeSent: false, code: 'STATUS_SKIPPED' },
			);
			for (let times = 0; times < 2; times += 1) await review();
			const credited = short(`CW${id}`).map(([number, all]) => [number, all]);
			expect(credited).toEqual(there.map(([number, all]) => [`C${number}`, -all]));
		},
	);

	it('what SnelStart carries out after the first look is found by the second', async () => {
		const id = 814;
		sell(id, unpaid);
		const late = { kind: '504-late-commit', delayMs: 4000 } as const;
		stage.sandbox.snelStart.faults.add({ shape: POST, ...late });
		await sync();
		cancel(id);
		await sync();
		expect(row(keyOf(id))).toMatchObject({ state: 'unknown', mayBeSent: true });
		while (short(`W${id}`).length === 0) await new Promise((go) => setTimeout(go, 200));
		// Its second entry may turn up too, for an hour.
		await sync();
		expect(row(keyOf(id)).state).toBe('unknown');
		anHourLater(id);
		await sync();
		expect(row(keyOf(id))).toMatchObject({ state: 'booked', snelStartNumber: `W${id}` });
		await review();
		expect(short(`CW${id}`).map(([, all]) => all)).toEqual([-12_100]);
	});
});

describe('a second entry that SnelStart refused', () => {
	/** Books the order while another entry has the number of its second, and gives that entry's id. */
	async function withNumberInUse(id: number, changes: object = {}): Promise<string> {
		const other = await bookByHand(`W${id}-G`, 12.34, 'other@mail.example');
		sell(id, changes);
		await sync();
		expect(row(keyOf(id))).toMatchObject({ state: 'booked', code: 'BESIDE_NOT_BOOKED' });
		expect(short(`W${id}`).filter(([number]) => number === `W${id}`)).toHaveLength(1);
		return other;
	}
	it('is tried again by the nightly review once its cause is gone, and never twice', async () => {
		const other = await withNumberInUse(821);
		await takeAway(other);
		await review();
		expect(short('W821')).toEqual(both(821));
		expect(row(keyOf(821))).toMatchObject({ state: 'booked', code: '', snelStartNumber: 'W821' });
		expect(String(recordOf(821)!.notes)).toContain('"beside"');
		await review();
		expect(short('W821')).toEqual(both(821));
	});

	it('that is still refused leaves the first as it is booked, whatever was said in between', async () => {
		const other = await withNumberInUse(822);
		const { salesEntryId } = row(keyOf(822));
		await review();
		expect(row(keyOf(822))).toMatchObject({
			...{ state: 'booked', code: 'BESIDE_NOT_BOOKED', salesEntryId, snelStartNumber: 'W822' },
		});
		// SnelStart cannot be reached: the row is open, and the next run goes on with it.
		stage.sandbox.snelStart.faults.add({ kind: '500', times: 100 } as never);
		await review();
		stage.sandbox.snelStart.faults.clear();
		expect(row(keyOf(822))).toMatchObject({ state: 'unknown', code: 'BESIDE_NOT_BOOKED' });
		await takeAway(other);
		expect(short('W822')).toEqual([['W822', 12_100, 12_100]]);
		await sync();
		expect(row(keyOf(822))).toMatchObject({ state: 'booked', code: '', salesEntryId });
		expect(short('W822')).toEqual(both(822));
	});

	it('that was booked by hand is found by its number, and taken over into the record', async () => {
		await takeAway(await withNumberInUse(823));
		// Its row was written when a fingerprint said less.
		const before = row(keyOf(823));
		before.fingerprint = /^.* \| to [A-Z]{2}/.exec(String(before.fingerprint))![0];
		const byHand = await bookByHand('W823-G', 25, 'two.823@mail.example');
		await review();
		expect(short('W823')).toEqual(both(823));
		expect(row(keyOf(823))).toMatchObject({ state: 'booked', code: '' });
		expect(String(recordOf(823)!.notes)).toContain(`"entryId":"${byHand}"`);
		change(823, { ...unpaid, status: 'cancelled' });
		await review();
		expect(short('CW823').map(([, all]) => all)).toEqual([-12_100, -2500]);
	});

	it('of a cancelled order is not booked any more: the first is credited', async () => {
		await takeAway(await withNumberInUse(824, unpaid));
		cancel(824);
		for (let times = 0; times < 2; times += 1) await review();
		expect([...short('W824'), ...short('CW824')].map(([number, all]) => [number, all])).toEqual([
			['W824', 12_100],
			['CW824', -12_100],
		]);
	});
});

describe('a second credit note that SnelStart refused', () => {
	const creditRow = (id: number, part: string) => row(`${keyOf(id)}/${part}`);
	const recordOfCredit = (id: number, part: string) =>
		stage.engine
			.rows('BookingRecords')
			.find(({ documentKey }) => documentKey === `${keyOf(id)}/${part}`);
	const refunds = () => run(REFUNDS, 'Every hour');
	/** As when the sync looks at it again the next day. */
	function aDayLater(id: number, part: string): void {
		creditRow(id, part).updatedAt = new Date(stage.now().getTime() - 86_400_000).toISOString();
	}
	const amounts = (beginning: string) => short(beginning).map(([number, all]) => [number, all]);
	const bothCredits = (number: string) => [
		[number, -12_100],
		[`${number}-G`, -2500],
	];

	/** Refunds all of an order while another entry has the number of its second credit note. */
	async function refundedWithNumberInUse(id: number): Promise<string> {
		sell(id);
		await sync();
		const other = await bookByHand(`CW9${id}-G`, -12.34, `other.${id}@mail.example`);
		stage.sandbox.wooCommerce.putRefund(amountRefund(9000 + id, id, '146.00', moment()) as never);
		const short = { id: 9000 + id, reason: '', total: '-146.00' };
		change(id, { status: 'refunded', refunds: [short] });
		await refunds();
		expect(creditRow(id, `refund/9${id}`)).toMatchObject({
			...{ state: 'booked', code: 'BESIDE_NOT_BOOKED', snelStartNumber: `CW9${id}` },
		});
		return other;
	}
	/** Cancels an order that nobody paid, the same way. */
	async function cancelledWithNumberInUse(id: number): Promise<string> {
		sell(id, unpaid);
		await sync();
		const other = await bookByHand(`CW${id}-G`, -12.34, `other.${id}@mail.example`);
		cancel(id);
		await review();
		expect(creditRow(id, 'credit/1')).toMatchObject({
			...{ state: 'booked', code: 'BESIDE_NOT_BOOKED', snelStartNumber: `CW${id}` },
		});
		return other;
	}

	it('of a refund is tried again the next day, and never twice', async () => {
		const other = await refundedWithNumberInUse(831);
		aDayLater(831, 'refund/9831');
		await refunds();
		expect(creditRow(831, 'refund/9831')).toMatchObject({
			...{ state: 'booked', code: 'BESIDE_NOT_BOOKED', snelStartNumber: 'CW9831' },
		});
		await takeAway(other);
		for (let times = 0; times < 2; times += 1) {
			aDayLater(831, 'refund/9831');
			await refunds();
			expect(amounts('CW9831')).toEqual(bothCredits('CW9831'));
		}
		expect(creditRow(831, 'refund/9831')).toMatchObject({ state: 'booked', code: '' });
	});

	it('of a cancelled order is tried again every night, and settled once both are there', async () => {
		const other = await cancelledWithNumberInUse(832);
		await review();
		await run(PAYMENTS, 'Every day');
		expect(creditRow(832, 'credit/1')).toMatchObject({
			...{ state: 'booked', code: 'BESIDE_NOT_BOOKED', snelStartNumber: 'CW832' },
		});
		expect(short('CW832').filter(([number]) => number === 'CW832')).toEqual([
			['CW832', -12_100, -12_100],
		]);
		await takeAway(other);
		for (let times = 0; times < 2; times += 1) await review();
		expect(amounts('CW832')).toEqual(bothCredits('CW832'));
		expect(creditRow(832, 'credit/1')).toMatchObject({ state: 'booked', code: '' });
		for (let times = 0; times < 2; times += 1) await run(PAYMENTS, 'Every day');
		expect([...short('W832'), ...short('CW832')].map(([, , open]) => open)).toEqual([0, 0, 0, 0]);
	});

	it('that was booked by hand is taken over into the record', async () => {
		await takeAway(await refundedWithNumberInUse(833));
		await takeAway(await cancelledWithNumberInUse(834));
		const ofRefund = await bookByHand('CW9833-G', -25, 'W833-G');
		const ofCancelled = await bookByHand('CW834-G', -25, 'W834-G');
		aDayLater(833, 'refund/9833');
		await refunds();
		await review();
		expect([...amounts('CW9833'), ...amounts('CW834')]).toEqual([
			...bothCredits('CW9833'),
			...bothCredits('CW834'),
		]);
		const known = [recordOfCredit(833, 'refund/9833'), recordOfCredit(834, 'credit/1')];
		expect(String(known[0]!.notes)).toContain(`"entryId":"${ofRefund}"`);
		expect(String(known[1]!.notes)).toContain(`"entryId":"${ofCancelled}"`);
		expect([creditRow(833, 'refund/9833').code, creditRow(834, 'credit/1').code]).toEqual(['', '']);
	});
});
