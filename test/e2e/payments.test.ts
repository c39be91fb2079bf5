import { importClient } from '../../cli/importClient';
import type { Sandbox } from '../../sandbox/index';
import { guidFor } from '../../sandbox/snelstart/identity';
import { runHourly, runWorkflow } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { startStage, startStandIns } from './support/stage';

const WOOCOMMERCE = 'Daily payment matching WooCommerce';
const JOUWWEB = 'Daily payment matching JouwWeb';
const REFUNDS = 'Hourly refund sync WooCommerce';
const TRANSACTION = 'tr_7UhSN1zuXS';

const account = (number: number) => guidFor('grootboek', String(number));
const journal = (number: number) => guidFor('dagboeken', number);

/** A booked memorial, bank or cash entry, as far as these tests look at it. */
interface MoneyEntry {
	boekstuk: string;
	datum: string;
	omschrijving: string;
	dagboek: { id: string };
	bedragOntvangen?: number;
	memoriaalBoekingsRegels?: Line[];
	grootboekBoekingsRegels?: Line[];
	verkoopboekingBoekingsRegels: Array<{ boekingId: { id: string }; bedrag?: number }>;
}
interface Line {
	debet: number;
	credit: number;
	grootboek: { id: string };
}

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

const books = () => sandbox.snelStart.books.summary();
const moneyEntries = (): MoneyEntry[] => {
	const { memorialEntries, bankEntries, cashEntries } = books();
	return [...memorialEntries, ...bankEntries, ...cashEntries] as unknown as MoneyEntry[];
};
const saleOf = (number: string) =>
	books().salesEntries.find(({ factuurnummer }) => factuurnummer === number);
const openOf = (number: string) =>
	books().salesInvoices.find(({ factuurnummer }) => factuurnummer === number)?.openstaandSaldo;
/** The entries that settle the sale with this invoice number. */
const paymentsOf = (number: string): MoneyEntry[] =>
	moneyEntries().filter(({ verkoopboekingBoekingsRegels }) =>
		verkoopboekingBoekingsRegels.some(({ boekingId }) => boekingId.id === saleOf(number)!.id),
	);
const lines = ({ memoriaalBoekingsRegels, grootboekBoekingsRegels }: MoneyEntry) =>
	[...(memoriaalBoekingsRegels ?? []), ...(grootboekBoekingsRegels ?? [])].map(
		({ grootboek, debet, credit }) => [grootboek.id, debet, credit],
	);

const rows = async () => await server.client.rows('WebshopOrders');
const rowOf = async (key: string) =>
	(await rows()).find(({ orderKey }) => orderKey === `my-client/${key}`);
const bookedPayments = async (shop: string) =>
	(await rows()).filter(
		(row) => row.kind === 'payment' && row.state === 'booked' && row.shop === shop,
	);

/** Sets cells of a row, as somebody does in n8n's data table. */
async function setRow(key: string, data: Record<string, string>): Promise<void> {
	const table = (await server.client.tables()).find(({ name }) => name === 'WebshopOrders');
	await server.api('PATCH', `/data-tables/${table!.id}/rows/update`, {
		filter: {
			type: 'and',
			filters: [{ columnName: 'orderKey', condition: 'eq', value: `my-client/${key}` }],
		},
		data,
	});
}

const pay = async (name = WOOCOMMERCE) => await runWorkflow(stage, name, 'Every day');
const moment = (): number => sandbox.snelStart.journal.entries.length;
/** How many bank, cash and memorial entries SnelStart was sent since a moment. */
const sent = (since: number): number => {
	const calls = sandbox.snelStart.journal.calls({ since });
	return ['bank', 'kas', 'memoriaal'].reduce(
		(total, kind) => total + (calls[`POST ${kind}boekingen`] ?? 0),
		0,
	);
};

function changeOrder(id: number, changes: Record<string, unknown>): void {
	const order = sandbox.wooCommerce.orders.find((entry) => entry.id === id);
	const now = new Date().toISOString().slice(0, 19);
	sandbox.wooCommerce.putOrder({ ...order!, date_modified_gmt: now, ...changes });
}
function changeJouwWeb(id: number, changes: Record<string, unknown>): void {
	const order = sandbox.jouwWeb.orders.find((entry) => entry.id === id);
	sandbox.jouwWeb.putOrder({ ...order!, updatedAt: new Date().toISOString(), ...changes });
}

/** The demo's client, with a payment method for each way of booking. */
async function settlePaymentMethods({ request }: DemoStage): Promise<void> {
	const { file } = request;
	const memorial = { entryKind: 'memorial', journalId: journal(5) } as const;
	const clearing = { ...memorial, clearingAccountId: account(1104) };
	const settings = {
		...file.settings,
		paymentCostsAccountId: account(4310),
		// With them, fees would be booked at the payout, not with the payment.
		payoutProviders: [],
		fixedDebtors: [{ paymentMethod: 'klarna_payments', relationId: guidFor('relatie', 1000) }],
		paymentMethods: [
			{ ...clearing, paymentMethod: 'mollie_wc_gateway_ideal' },
			{ ...clearing, paymentMethod: 'stripe', bookFees: true },
			{ ...clearing, paymentMethod: 'ideal' },
			{ ...clearing, paymentMethod: 'bank', alwaysPaid: true },
			{ paymentMethod: 'bacs', entryKind: 'bank', journalId: journal(2) },
			{ paymentMethod: 'cod', entryKind: 'cash', journalId: journal(1), alwaysPaid: true },
		],
	} as typeof file.settings;
	await importClient({ ...request, file: { ...file, settings }, inactive: true });
}

beforeAll(async () => {
	sandbox = await startStandIns();
	stage = await startStage(sandbox);
	server = stage.server;
	await settlePaymentMethods(stage);
	changeOrder(45, {
		payment_method: 'stripe',
		payment_method_title: 'Creditcard',
		transaction_id: 'ch_45',
		meta_data: [{ id: 1, key: '_stripe_fee', value: '0.44' }],
	});
	changeOrder(46, { payment_method: 'bacs', payment_method_title: 'Overboeking' });
	// A gift card paid 10.00 of 22.27, and all of 68.83.
	changeOrder(37, { gift_cards: [{ id: 1, code: 'A', amount: '10.00' }], total: '12.27' });
	changeOrder(34, { gift_cards: [{ id: 2, code: 'B', amount: '68.83' }], total: '0.00' });
	changeOrder(36, { payment_method: 'klarna_payments', payment_method_title: 'Klarna' });
	changeOrder(30, {
		payments: [
			{ id: 'tr_part_1', amount: '2.00', status: 'paid', paidAt: '2026-11-22T10:00:00Z' },
			{ id: 'tr_part_2', amount: '1.63', status: 'open' },
		],
	});
	changeJouwWeb(440001, { paymentStatus: 'paid', transactionId: 'jw_440001' });
	await runHourly(stage);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

test('J166, W023: SnelStart that refuses everyone gets nothing; the next run books', async () => {
	const since = moment();
	sandbox.snelStart.faults.add({ kind: '500', times: 50 });
	await pay();
	sandbox.snelStart.faults.clear();
	expect(sent(since)).toBe(0);
	expect(await rowOf('woocommerce/29/paid')).toMatchObject({ kind: 'payment', state: 'ready' });
	expect(await rowOf('woocommerce/29')).toMatchObject({ state: 'booked', paidState: 'open' });
});

test('J038, J160, J163, J167: two runs at once book every payment once, on its open item', async () => {
	const since = moment();
	const id = stage.ids[WOOCOMMERCE]!;
	sandbox.snelStart.switches.latencyMs = 50;
	const runs = await Promise.all([
		server.client.run(id, 'Every day'),
		server.client.run(id, 'Every day'),
	]);
	await pay();
	sandbox.snelStart.switches.latencyMs = 0;
	expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
	const booked = await bookedPayments('woocommerce');
	expect(booked.length).toBeGreaterThan(10);
	expect(sent(since)).toBe(booked.length);
	expect(moneyEntries()).toHaveLength(booked.length);
	expect(openOf('W29')).toBe(0);
	expect(await rowOf('woocommerce/29/paid')).toMatchObject({
		state: 'booked',
		parentKey: 'my-client/woocommerce/29',
		originalInvoiceNumber: 'W29',
		total: 12.95,
		code: '',
	});
	expect(await rowOf('woocommerce/29')).toMatchObject({ paidState: 'done' });
});

test('J168-J170: a memorial: clearing account debit, the sale credited, order and method named', () => {
	const [entry, ...more] = paymentsOf('W29');
	expect(more).toEqual([]);
	expect(entry).toMatchObject({
		datum: '2026-11-22T00:00:00',
		omschrijving: 'iDEAL 29',
		dagboek: { id: journal(5) },
		verkoopboekingBoekingsRegels: [{ boekingId: { id: saleOf('W29')!.id }, bedrag: 12.95 }],
	});
	expect(lines(entry!)).toEqual([[account(1104), 12.95, 0]]);
});

test('J168: orders paid in one transaction share its id, each with a number of its own', () => {
	const numbers = books().memorialEntries.map(({ boekstuk }) => String(boekstuk));
	const shared = numbers.filter((number) => number.startsWith(TRANSACTION));
	expect(shared.length).toBeGreaterThan(5);
	expect(shared).toContain(`${TRANSACTION}-W29`);
	expect(new Set(numbers).size).toBe(numbers.length);
});

test('W003, W009: bank and cash by payment method; J161: cash on delivery always counts as paid', () => {
	expect(paymentsOf('W46')).toMatchObject([
		{ bedragOntvangen: 12.95, dagboek: { id: journal(2) }, boekstuk: 'W46' },
	]);
	expect(sandbox.wooCommerce.orders.find(({ id }) => id === 60)).toMatchObject({ date_paid: null });
	expect(paymentsOf('W60')).toMatchObject([
		{ bedragOntvangen: 17.95, dagboek: { id: journal(1) }, boekstuk: 'W60' },
	]);
	expect([openOf('W46'), openOf('W60')]).toEqual([0, 0]);
});

test('W049: the fee that the order states goes from the clearing account to the costs', () => {
	const [entry] = paymentsOf('W45');
	expect(lines(entry!)).toEqual([
		[account(1104), 12.95, 0],
		[account(4310), 0.44, 0],
		[account(1104), 0, 0.44],
	]);
	expect(openOf('W45')).toBe(0);
});

test('HC-08: what a gift card paid comes off the liability account, and nothing stays open', async () => {
	const ofCard = (number: string) =>
		paymentsOf(number).filter(({ boekstuk }) => boekstuk === `giftcard-${number}`);
	expect(paymentsOf('W37')).toHaveLength(2);
	expect(ofCard('W37').map(lines)).toEqual([[[account(1550), 10, 0]]]);
	expect(paymentsOf('W34')).toHaveLength(1);
	expect(ofCard('W34').map(lines)).toEqual([[[account(1550), 68.83, 0]]]);
	expect([openOf('W37'), openOf('W34')]).toEqual([0, 0]);
	expect(await rowOf('woocommerce/37/giftcard')).toMatchObject({ state: 'booked', total: 10 });
	expect(await rowOf('woocommerce/37')).toMatchObject({ paidState: 'done' });
	expect(await rowOf('woocommerce/34/paid')).toBeUndefined();
});

test('J073: a payment method with a fixed debtor has nothing to book', async () => {
	expect(await rowOf('woocommerce/36/paid')).toMatchObject({
		state: 'nothingToBook',
		code: 'PAYMENT_ON_FIXED_DEBTOR',
	});
	expect(openOf('W36')).toBe(45.89);
	expect(await rowOf('woocommerce/36')).toMatchObject({ paidState: 'done' });
});

test('W004: a part is booked when it is paid, the rest when that is', async () => {
	expect(openOf('W30')).toBe(1.63);
	expect(await rowOf('woocommerce/30/tr_part_2')).toMatchObject({ state: 'waiting' });
	expect(await rowOf('woocommerce/30')).toMatchObject({ paidState: 'open' });
	changeOrder(30, {
		payments: [
			{ id: 'tr_part_1', amount: '2.00', status: 'paid', paidAt: '2026-11-22T10:00:00Z' },
			{ id: 'tr_part_2', amount: '1.63', status: 'paid', paidAt: '2026-11-23T10:00:00Z' },
		],
	});
	const since = moment();
	await pay();
	expect([sent(since), openOf('W30')]).toEqual([1, 0]);
	expect(await rowOf('woocommerce/30')).toMatchObject({ paidState: 'done' });
});

test('J167: another run books nothing', async () => {
	const since = moment();
	await pay();
	expect(sent(since)).toBe(0);
});

test('J164, J165: an open item that is not found is looked for on three more days, then shown', async () => {
	// The table says that the order is booked, and SnelStart has no such sale.
	changeOrder(43, {
		payment_method: 'mollie_wc_gateway_ideal',
		date_paid_gmt: '2026-11-23T10:00:00',
	});
	await setRow('woocommerce/43', { state: 'booked', bookedAt: new Date().toISOString() });
	await pay();
	const first = await rowOf('woocommerce/43/paid');
	expect(first).toMatchObject({ state: 'ready', code: 'OPEN_ITEM_NOT_FOUND' });
	const days = (Date.parse(String(first!.tryUntil)) - Date.now()) / 86_400_000;
	expect(days).toBeGreaterThan(2);
	expect(days).toBeLessThanOrEqual(3.1);
	await pay();
	expect(await rowOf('woocommerce/43/paid')).toMatchObject({
		state: 'ready',
		tryUntil: first!.tryUntil,
	});

	await setRow('woocommerce/43/paid', { tryUntil: new Date(Date.now() - 1000).toISOString() });
	await pay();
	expect(await rowOf('woocommerce/43/paid')).toMatchObject({
		state: 'needsAttention',
		code: 'OPEN_ITEM_NOT_FOUND',
		tip: expect.stringMatching(/Book the sale/),
	});
	expect(await rowOf('woocommerce/43')).toMatchObject({ paidState: 'attention' });

	await setRow('woocommerce/43', { state: 'ready' });
	changeOrder(43, { status: 'processing' });
	await runHourly(stage);
	await setRow('woocommerce/43/paid', { state: 'ready' });
	await pay();
	expect(openOf('W43')).toBe(0);
	expect(await rowOf('woocommerce/43/paid')).toMatchObject({ state: 'booked', tip: '' });
	expect(await rowOf('woocommerce/43')).toMatchObject({ paidState: 'done' });
});

test('W004, W024: money that went back settles the credit note', async () => {
	sandbox.wooCommerce.playRecordedRefunds();
	await runWorkflow(stage, REFUNDS, 'Every hour');
	await pay();
	// The recorded refunds were paid back by hand.
	expect(await rowOf('woocommerce/28/refund-66')).toMatchObject({
		state: 'nothingToBook',
		code: 'PAYMENT_REFUND_OUTSIDE',
	});
	expect(openOf('CW66')).toBe(-16.65);
	sandbox.wooCommerce.putRefund({
		id: 9042,
		parent_id: 42,
		amount: '4.00',
		reason: '',
		refunded_payment: true,
		date_created: new Date().toISOString().slice(0, 19),
		date_created_gmt: new Date().toISOString().slice(0, 19),
		line_items: [],
		shipping_lines: [],
		fee_lines: [],
		tax_lines: [],
		meta_data: [],
	});
	await runWorkflow(stage, REFUNDS, 'Every hour');
	expect(openOf('CW9042')).toBe(-4);
	await pay();
	expect(openOf('CW9042')).toBe(0);
	expect(await rowOf('woocommerce/42/refund-9042')).toMatchObject({ state: 'booked', total: -4 });
});

test('HC-08: a refund of 0.00 of an order that a gift card paid fills the card again', async () => {
	const order = sandbox.wooCommerce.orders.find(({ id }) => id === 34)!;
	const [line] = order.line_items as Array<Record<string, string>>;
	const back = Number(line!.total) + Number(line!.total_tax);
	const now = new Date().toISOString().slice(0, 19);
	sandbox.wooCommerce.putRefund({
		...{ id: 9034, parent_id: 34, amount: '0.00', reason: '', refunded_payment: false },
		...{ date_created: now, date_created_gmt: now },
		line_items: [
			{
				...{ id: 90_340, name: line!.name, quantity: -1, meta_data: [] },
				...{ total: `-${line!.total}`, total_tax: `-${line!.total_tax}` },
				taxes: (line!.taxes as unknown as Array<Record<string, string>>).map((tax) => ({
					...tax,
					total: tax.total === '' ? '' : `-${tax.total}`,
				})),
			},
		],
		...{ shipping_lines: [], fee_lines: [], tax_lines: [], meta_data: [] },
	});
	await runWorkflow(stage, REFUNDS, 'Every hour');
	expect(openOf('CW9034')).toBe(-back);
	await pay();
	expect(openOf('CW9034')).toBe(0);
	const [entry] = books().memorialEntries.filter(({ boekstuk }) => boekstuk === 'giftcard-CW9034');
	expect(lines(entry as unknown as MoneyEntry)).toEqual([[account(1550), 0, back]]);
	expect(await rowOf('woocommerce/34/giftcard-refund-9034')).toMatchObject({ state: 'booked' });
});

test('J002, J160, J161: JouwWeb: paid orders are booked, others wait, or always by setting', async () => {
	await pay(JOUWWEB);
	expect(paymentsOf('2026001')).toMatchObject([{ boekstuk: 'jw_440001-2026001' }]);
	expect(openOf('2026001')).toBe(0);
	// Not called paid, but its method always counts as paid.
	expect(openOf('2026016')).toBe(0);
	expect(await rowOf('jouwweb/440002/paid')).toMatchObject({
		state: 'waiting',
		code: 'PAYMENT_NOT_YET',
	});
	changeJouwWeb(440002, { paymentStatus: 'voldaan' });
	const since = moment();
	await pay(JOUWWEB);
	expect([sent(since), openOf('2026002')]).toEqual([1, 0]);
});

test('W071: no row of a payment holds personal data', async () => {
	const text = JSON.stringify((await rows()).filter(({ kind }) => kind === 'payment'));
	for (const order of sandbox.wooCommerce.orders) {
		const { email } = order.billing as { email: string };
		if (email) expect(text).not.toContain(email);
	}
});
