import path from 'node:path';
import type { Sandbox } from '../../sandbox/index';
import { guidFor } from '../../sandbox/snelstart/identity';
import { runHourly, runWorkflow } from '../../scripts/demoStage';
import { ROOT } from '../../scripts/setUp.js';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { openEditor } from './support/editor';
import type { Editor } from './support/editor';
import { switchOnTotals, TOTALS } from '../campaigns/totals';
import { amountRefund } from '../support/amountRefund';
import { startStage, startStandIns } from './support/stage';
import { until, untilOpen } from './support/until';

const template = (provider: string) => `Payout matching ${provider}`;
const MOLLIE = template('Mollie');
const BY_CLOCK = 'Every day';
const UPLOAD = 'Payout upload CSV';

const accountNumbers = [1104, 1105, 1106, 1107, 1108, 1109, 4310];
const account = (number: number) => guidFor('grootboek', String(number));
const numberOf = new Map(accountNumbers.map((number) => [account(number), number]));

interface Line {
	debet: number;
	credit: number;
	omschrijving: string;
	grootboek: { id: string };
}
interface MoneyEntry {
	boekstuk: string;
	datum: string;
	omschrijving: string;
	dagboek: { id: string };
	bedragOntvangen?: number;
	bedragUitgegeven?: number;
	memoriaalBoekingsRegels?: Line[];
	grootboekBoekingsRegels?: Line[];
}

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;

const services = () => [sandbox.mollie, sandbox.stripe, sandbox.payPal, sandbox.klarna];
const books = () => sandbox.snelStart.books.summary();
const entries = (): MoneyEntry[] => {
	const { memorialEntries, bankEntries } = books();
	return [...memorialEntries, ...bankEntries] as unknown as MoneyEntry[];
};
const entriesOf = (document: string) =>
	entries().filter(({ boekstuk }) => boekstuk === document.slice(-25).trim());
const linesOf = (entry: MoneyEntry | undefined): Line[] => [
	...(entry?.memoriaalBoekingsRegels ?? []),
	...(entry?.grootboekBoekingsRegels ?? []),
];
/** Debit less credit per account, in cents, of one entry. */
const perAccount = (entry: MoneyEntry | undefined): Record<string, number> => {
	const totals: Record<string, number> = {};
	for (const { grootboek, debet, credit } of linesOf(entry)) {
		const number = String(numberOf.get(grootboek.id));
		totals[number] = (totals[number] ?? 0) + Math.round(debet * 100) - Math.round(credit * 100);
	}
	return totals;
};
const rows = async () => await server.client.rows('WebshopOrders');
const rowOf = async (key: string) =>
	(await rows()).find(({ orderKey }) => orderKey === `my-client/payout/${key}`);
const unmatchedOf = async (key: string) =>
	(await rows()).filter(
		({ kind, parentKey }) => kind === 'payoutEntry' && parentKey === `my-client/payout/${key}`,
	);
/** The statement of the day that the stand-in of PayPal has. */
const statement = (): string => {
	const [first] = sandbox.payPal.records.transactions;
	const day = String(first!.transaction_info.transaction_initiation_date).slice(0, 10);
	return `JD7QMPVA9K2WS ${day} ${day}`;
};
const run = async (provider: string) => await runWorkflow(stage, template(provider), BY_CLOCK);

function changeOrder(id: number, changes: Record<string, unknown>): void {
	const order = sandbox.wooCommerce.orders.find((entry) => entry.id === id);
	sandbox.wooCommerce.putOrder({ ...order!, ...changes });
}

/** What the gateways of the shop leave on its orders. */
function knowPayments(): void {
	changeOrder(28, { transaction_id: 'tr_WDqYK6vllg' });
	changeOrder(30, { transaction_id: 'tr_D2mXc4Rq9a' });
	changeOrder(37, { transaction_id: 'pi_3SWaB22eZvKYlo2C1qR5sTuV' });
	changeOrder(38, { transaction_id: 'ch_3SWaC32eZvKYlo2C2kL5mN6o' });
	changeOrder(34, { transaction_id: '9GS80322P28628837' });
	changeOrder(42, { transaction_id: '5TY05013RG002845M' });
	for (const order of sandbox.jouwWeb.orders) {
		sandbox.jouwWeb.putOrder({ ...order, paymentStatus: 'paid' });
	}
}

/** Sends the form as a browser does and gives the page that comes back. */
async function upload(values: Record<string, string>, file: string): Promise<string> {
	const { url, user, password } = stage.upload;
	const form = new FormData();
	Object.values(values).forEach((value, index) => form.set(`field-${index}`, value));
	const place = Object.keys(values).length;
	form.set(`field-${place}`, new Blob([file], { type: 'text/csv' }), 'payout.csv');
	const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
	const answer = await fetch(url, {
		method: 'POST',
		headers: { Authorization: authorization },
		body: form,
	});
	return await answer.text();
}

beforeAll(async () => {
	sandbox = await startStandIns();
	knowPayments();
	for (const { switches } of services()) {
		// Several pages each, so that none may be forgotten.
		switches.pageSize = 4;
	}
	stage = await startStage(sandbox);
	server = stage.server;
	await runHourly(stage);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.stop();
});

describe('each provider, from its API to the books', () => {
	test('Mollie: SnelStart down books nothing, and two runs at once book each settlement once', async () => {
		sandbox.snelStart.faults.add({ kind: '504', times: 40 });
		await run('Mollie');
		sandbox.snelStart.faults.clear();
		expect(await rowOf('mollie/stl_jDk30akdN')).toMatchObject({ kind: 'payout', state: 'ready' });
		expect(entriesOf('stl_jDk30akdN')).toEqual([]);

		const id = stage.ids[MOLLIE]!;
		const runs = await Promise.all([
			server.client.run(id, BY_CLOCK),
			server.client.run(id, BY_CLOCK),
		]);
		expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
		await run('Mollie');
		expect(entriesOf('stl_jDk30akdN')).toHaveLength(1);
		expect(entriesOf('stl_Qw8zYb5h2')).toHaveLength(1);
		// Only what was paid out: not the open balance, nor the settlement under way.
		expect(
			(await rows()).filter(({ kind, shop }) => kind === 'payout' && shop === 'mollie'),
		).toHaveLength(2);
	});

	test('W049, W050: Mollie’s net goes to transfers, fees, reserve, refund and chargeback beside it', async () => {
		const [entry] = entriesOf('stl_jDk30akdN');
		// Payments 62.30 + 12.95 + 3.63 + 116.92 + 44.90 + 25.55 = 266.25; refund 16.65; chargeback 3.63.
		// Clearing: −266.25 + 16.65 + 3.63 = −245.97.
		// Fees 2.3232 + 0.3025 + 9.0750 = 11.7007; 245.97 − 11.70 − 10.00 = 224.27.
		expect(perAccount(entry)).toEqual({ 1105: 22427, 4310: 1170, 1109: 1000, 1104: -24597 });
		expect(entry).toMatchObject({ omschrijving: 'Payout mollie 1234567.2611.03' });
		expect(entry!.datum).toContain('2026-11-24');
		expect(linesOf(entry).map(({ omschrijving }) => omschrijving)).toEqual(
			expect.arrayContaining(['Payment 28', 'Refund 28', 'Payment 32', 'Chargeback 30']),
		);
		// JouwWeb: 34.95 + 97.75 = 132.70; fees 0.7744; 131.93.
		expect(perAccount(entriesOf('stl_Qw8zYb5h2')[0])).toEqual({
			1105: 13193,
			4310: 77,
			1104: -13270,
		});
		expect(await rowOf('mollie/stl_jDk30akdN')).toMatchObject({
			state: 'booked',
			code: '',
			total: 224.27,
			orderNumber: '1234567.2611.03',
			orderDate: '2026-11-24',
		});
	});

	test('Stripe: an automatic payout in the bank; a manual one needs attention', async () => {
		await run('Stripe');
		const [entry] = entriesOf('po_1SWbQx2eZvKYlo2C');
		// 45.89 + 57.37 + 22.27 + 15.00 = 140.53; back 7.37 + 22.27 = 29.64; clearing −110.89.
		// Fees 0.94 + 1.11 + 0.58 + 0.48 + 20.00 + 1.21 = 24.32; 110.89 − 24.32 − 5.00 = 81.57.
		expect(perAccount(entry)).toEqual({ 4310: 2432, 1109: 500, 1106: -11089 });
		expect([entry?.bedragOntvangen, entry?.dagboek.id]).toEqual([81.57, guidFor('dagboeken', 2)]);
		expect(await rowOf('stripe/po_1SVmManual2eZvKYlo2C')).toMatchObject({
			state: 'needsAttention',
			code: 'PAYOUT_UNREADABLE',
		});
	});

	test('PayPal: a day is a statement of its balance; the withdrawal is a transfer', async () => {
		await run('PayPal');
		const [entry] = entriesOf(statement());
		// 54.48 + 68.83 + 9.95 = 133.26; back 10.00 + 54.48 = 64.48; clearing −68.78.
		// Fees 2.20 + 2.69 + 0.69 + 16.00 = 21.58. 68.78 − 21.58 − 20.00 − 100.00 = −72.80,
		// as the balances say: 27.20 − 100.00.
		expect(perAccount(entry)).toEqual({ 4310: 2158, 1109: 2000, 1105: 10000, 1107: -6878 });
		expect([entry?.bedragUitgegeven, entry?.dagboek.id]).toEqual([72.8, guidFor('dagboeken', 7)]);
	});

	test('Klarna: what it kept is costs', async () => {
		await run('Klarna');
		const [entry] = entriesOf('XISA93DJ');
		// 12.95 + 12.95 + 37.25 + 19.95 = 83.10; back 5.00 + 12.95 = 17.95; clearing −65.15.
		// 1.49 + 0.75 + 0.47 = 2.71; 65.15 − 2.71 − 3.00 = 59.44.
		expect(perAccount(entry)).toEqual({ 4310: 271, 1109: 300, 1108: -6515 });
		expect(entry?.bedragOntvangen).toBe(59.44);
	});

	test('entries without an order are listed, each with what it is and a tip', async () => {
		const listed = await Promise.all(
			[
				'mollie/stl_jDk30akdN',
				'stripe/po_1SWbQx2eZvKYlo2C',
				`payPal/${statement()}`,
				'klarna/XISA93DJ',
			].map(unmatchedOf),
		);
		expect(listed.map((list) => list.map(({ total }) => total))).toEqual([
			[25.55, -16.65],
			[-7.37, 15],
			[-10, 9.95],
			[19.95, -5],
		]);
		// W024: what the provider paid back, and the shop did not.
		expect(listed.flat().filter(({ code }) => code === 'REFUND_WITHOUT_CREDIT_NOTE')).toHaveLength(
			4,
		);
		expect(listed[0]![0]).toMatchObject({
			state: 'needsAttention',
			code: 'PAYOUT_ENTRY_UNMATCHED',
			orderNumber: 'tr_y9RfTq1HcW',
			message: expect.stringContaining('Payment of € 25.55 of 2026-11-22 in payout stl_jDk30akdN'),
			tip: expect.stringContaining('nothingToBook'),
		});
	});

	test('a second run of all books nothing and reads nothing of what is done', async () => {
		const before = sandbox.snelStart.journal.entries.length;
		const readBefore = sandbox.mollie.journal.entries.length;
		for (const provider of ['Mollie', 'Stripe', 'PayPal', 'Klarna']) await run(provider);
		const sent = sandbox.snelStart.journal.calls({ since: before });
		expect(Object.keys(sent).filter((shape) => shape.startsWith('POST'))).toEqual([]);
		const read = sandbox.mollie.journal.entries.slice(readBefore).map(({ path }) => path);
		expect(new Set(read)).toEqual(new Set(['/v2/settlements']));
	});
});

test('the clearing account ends at zero for every order that was paid and paid out', async () => {
	await runWorkflow(stage, 'Daily payment matching WooCommerce', BY_CLOCK);
	await runWorkflow(stage, 'Daily payment matching JouwWeb', BY_CLOCK);
	const left = (number: string): number =>
		entries()
			.flatMap(linesOf)
			.filter(({ grootboek, omschrijving }) => {
				return grootboek.id === account(1104) && omschrijving.split(' ').at(-1) === number;
			})
			.reduce((sum, { debet, credit }) => sum + Math.round(debet * 100 - credit * 100), 0);
	const orders = ['29', '32', '35', '2026001', '2026002'];
	expect(orders.map(left)).toEqual([0, 0, 0, 0, 0]);
	// Paid back by the provider, but not yet credited in the shop: 62.30 − 62.30 + 16.65. And the
	// chargeback that somebody has to look at: 3.63 − 3.63 + 3.63. Order 34 is not paid out yet.
	expect(['28', '30', '34'].map(left)).toEqual([1665, 363, 6883]);
});

test('an answer that is lost books once, and an entry that finds its order later is struck off', async () => {
	const { settlements, contents } = sandbox.mollie.records;
	const good = settlements.find(({ id }) => id === 'stl_Qw8zYb5h2')!;
	const [payment] = contents[good.id]!.payments!;
	const id = 'stl_Later0rder';
	const metadata = { order_id: '9001' };
	contents[id] = {
		payments: [{ ...payment!, id: 'tr_Later0rder', metadata, description: '9001' }],
	};
	contents[id].payments![0]!.settlementAmount = { currency: 'EUR', value: '12.95' };
	// One payment of 12.95 without costs.
	const amount = { currency: 'EUR', value: '12.95' };
	settlements.unshift({ ...good, id, reference: '1234567.2610.03', amount, periods: {} });
	sandbox.snelStart.faults.add({ kind: '504', times: 40 });
	await run('Mollie');
	sandbox.snelStart.faults.clear();
	expect(await rowOf(`mollie/${id}`)).toMatchObject({ state: 'ready' });
	expect(await unmatchedOf(`mollie/${id}`)).toMatchObject([
		{ state: 'needsAttention', total: 12.95 },
	]);

	const order = sandbox.wooCommerce.orders.find((entry) => entry.id === 29)!;
	sandbox.wooCommerce.putOrder({
		...structuredClone(order),
		...{ id: 9001, number: '9001', transaction_id: '', date_modified_gmt: '2026-11-22T09:00:00' },
	});
	await runWorkflow(stage, 'Hourly order sync WooCommerce', 'Every hour');
	sandbox.snelStart.faults.add({ kind: '504-after-commit', shape: 'POST memoriaalboekingen' });
	await run('Mollie');
	await run('Mollie');
	expect(await rowOf(`mollie/${id}`)).toMatchObject({ state: 'booked', code: '' });
	expect(entriesOf(id)).toHaveLength(1);
	expect(await unmatchedOf(`mollie/${id}`)).toMatchObject([
		{ state: 'nothingToBook', code: 'ENTRY_MATCHED_LATER' },
	]);
});

test('a payout with unexplained cents is not booked; corrected at the provider, it is', async () => {
	const { settlements, contents } = sandbox.mollie.records;
	const good = settlements.find(({ id }) => id === 'stl_Qw8zYb5h2')!;
	const id = 'stl_Odd1cent99';
	contents[id] = contents[good.id]!;
	const odd = { ...good, id, reference: '1234567.2610.02' };
	settlements.unshift({ ...odd, amount: { currency: 'EUR', value: '131.94' } });
	await run('Mollie');
	expect(await rowOf(`mollie/${id}`)).toMatchObject({
		state: 'needsAttention',
		code: 'PAYOUT_NOT_EXPLAINED',
		orderNumber: '1234567.2610.02',
		message: expect.stringContaining('a gap of € 0.01'),
		tip: expect.stringContaining('Read the whole payout again'),
	});
	expect(entriesOf(id)).toEqual([]);
	settlements[0] = odd;
	await run('Mollie');
	expect(await rowOf(`mollie/${id}`)).toMatchObject({ state: 'booked', code: '', tip: '' });
	expect(entriesOf(id)).toHaveLength(1);
});

test('a wrong key fails the run, so that somebody is told', async () => {
	for (const { faults } of services()) faults.add({ kind: '401', times: 9 });
	await Promise.all(
		['Mollie', 'Stripe', 'PayPal', 'Klarna'].map(async (provider) => {
			await expect(run(provider)).rejects.toThrow(/failed in node "Get/);
		}),
	);
	for (const { faults } of services()) faults.clear();
});

describe('a CSV file of another provider', () => {
	/** A file may have 10,000 lines, which PAYOUT_LINES=10000 tries. */
	const LINES = Number(process.env.PAYOUT_LINES ?? 1_200);
	const values = {
		provider: 'multisafepay',
		number: 'MSP-2026-47',
		day: '2026-11-24',
		amount: '43,18',
	};
	// 45.89 − 1.21 = 44.68; a payment nobody knows of 3.50; back 5.00. 44.68 + 3.50 − 5.00 = 43.18.
	const file = [
		'Transactienummer;Soort;Bestelnummer;Bedrag;Kosten;Datum',
		'6098112;Betaling;36;45,89;1,21;22-11-2026',
		'6098113;Betaling;;"3,50";;22-11-2026',
		'6098112;Terugbetaling;36;-5,00;;23-11-2026',
	].join('\r\n');

	beforeAll(async () => {
		await server.client.activate(stage.ids[UPLOAD]!);
		// n8n opens the form a moment after it says that the workflow is published.
		await untilOpen(stage.upload.url);
	});

	test('is refused without the password', async () => {
		expect((await fetch(stage.upload.url)).status).toBe(401);
	});

	test('is booked, and the page shows what was matched, booked and unmatched', async () => {
		const page = await upload(values, file);
		expect(page).toContain('Geboekt: € 43,18');
		expect(page).toContain('€ 45,89 my-client/woocommerce/36');
		expect(page).toContain('€ -5,00 my-client/woocommerce/36');
		expect(page).toMatch(/Zonder bestelling[\s\S]*€ 3,50 6098113/);
		const [entry] = entriesOf('MSP-2026-47');
		// Clearing −45.89 − 3.50 + 5.00 = −44.39; 44.39 − 1.21 = 43.18.
		expect(perAccount(entry)).toEqual({ 4310: 121, 1104: -4439 });
		expect(entry?.bedragOntvangen).toBe(43.18);
		expect(await unmatchedOf('multisafepay/MSP-2026-47')).toHaveLength(2);
	});

	test('is never booked twice, and the page says so', async () => {
		expect(await upload(values, file)).toContain('Eerder geboekt');
		expect(entriesOf('MSP-2026-47')).toHaveLength(1);
	});

	test.each([
		['more lines than are booked at once', '2026-11-01;payment;tr_1;1,00;0,00\n'.repeat(10_001)],
		['more than 5 MB', `2026-11-01;payment;${'x'.repeat(5_300_000)};1,00;0,00\n`],
	])('with %s it is refused before anything is done', async (_, lines) => {
		const heading = file.slice(0, file.indexOf('\n') + 1);
		const page = await upload({ ...values, number: 'MSP-3' }, heading + lines);
		expect(page).toContain('UPLOAD_TOO_LARGE');
		expect(page).toContain('Niet geboekt');
		expect(
			(await server.client.rows('WebshopOrders')).filter(({ orderKey }) =>
				String(orderKey).includes('MSP-3'),
			),
		).toEqual([]);
	});

	test('of more than 500 lines it is answered before they are booked, and each is listed once', async () => {
		const lines = Array.from({ length: LINES }, (_, at) => `7${at};Betaling;;1,00;;22-11-2026`);
		const form = { ...values, number: 'MSP-L', amount: `${LINES},00` };
		const text = [file.slice(0, file.indexOf('\r\n')), ...lines].join('\n');
		const lineCount = new Intl.NumberFormat('nl').format(LINES);
		const listed = async (): Promise<number> => (await unmatchedOf('multisafepay/MSP-L')).length;
		const started = Date.now();
		expect(await upload(form, text)).toContain(`${lineCount} regels worden nu`);
		const answered = Date.now() - started;
		await until(listed, (count) => count === LINES, 300);
		const done = Date.now() - started;
		process.stdout.write(`${LINES} lines: answered after ${answered} ms, done after ${done} ms\n`);
		await until(
			() => entriesOf('MSP-L').length,
			(count) => count === 1,
		);
		// Sent again, it says how far it is, and nothing is listed or booked twice.
		expect(await upload(form, text)).toMatch(
			new RegExp(`Eerder geboekt[\\s\\S]*${lineCount} zonder bestelling`),
		);
		await new Promise((go) => setTimeout(go, 5_000));
		expect([await listed(), entriesOf('MSP-L').length]).toEqual([LINES, 1]);
	}, 400_000);

	test('with a cent too many it is refused with the gap and a tip', async () => {
		const page = await upload({ ...values, number: 'MSP-2', amount: '43,19' }, file);
		expect(page).toContain('Niet geboekt');
		expect(page).toContain('PAYOUT_NOT_EXPLAINED');
		expect(page).toContain('€ 0,01');
		expect(entriesOf('MSP-2')).toEqual([]);
	});
});

describe('in the editor', () => {
	let editor: Editor;
	const issues = async (): Promise<number> =>
		await editor.page
			.locator('[data-test-id=node-issues], [data-test-id=node-setup-required]')
			.count();

	beforeAll(async () => {
		editor = await openEditor(server);
	});
	afterAll(async () => await editor?.close());

	test.each([MOLLIE, UPLOAD, 'Match and book payout'])(
		'"%s" shows no complaint after the import',
		async (name) => {
			await editor.openWorkflow(stage.ids[name]!);
			await editor.screenshot(`canvas-${name.toLowerCase().replace(/ /g, '-')}`);
			expect(await issues()).toBe(0);
		},
	);

	test('the form asks for a payout', async () => {
		const { url, user, password } = stage.upload;
		const page = await editor.page
			.context()
			.browser()!
			.newPage({
				viewport: { width: 900, height: 900 },
				httpCredentials: { username: user, password },
			});
		await page.goto(url);
		await page.getByText('Een uitbetaling boeken').waitFor();
		for (const label of [
			'Betaaldienst',
			'Nummer van de uitbetaling',
			'Uitbetaald op',
			'Uitbetaald bedrag',
			'Bestand',
		]) {
			expect(await page.getByText(label, { exact: true }).count()).toBeGreaterThan(0);
		}
		await page.screenshot({ path: path.join(ROOT, 'test-output', 'payout-form.png') });
		await page.close();
	});
});

test('a shop with totals per payout: an entry for its deposit, and what went back in a negative total', async () => {
	const rules = { period: 'payout', refunds: 'inTotals', payoutWaitDays: 62 };
	stage = await switchOnTotals(stage, rules);
	const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
	const placed = Object.fromEntries(
		['date_created', 'date_paid', 'date_completed'].flatMap((name) => [
			[name, `${day}T11:00:00`],
			[`${name}_gmt`, `${day}T11:00:00`],
		]),
	);
	const now = new Date().toISOString().slice(0, 19);
	const ids = [80_001, 80_002, 80_003];
	const model = sandbox.wooCommerce.orders.find(({ id }) => id === 29)!;
	for (const id of ids) {
		sandbox.wooCommerce.putOrder({
			...{ ...model, ...placed, id, number: String(id), transaction_id: `tr_${id}` },
			...{ date_modified: now, date_modified_gmt: now },
		} as typeof model);
	}
	await runWorkflow(stage, 'Hourly order sync WooCommerce', 'Every hour');
	// The payout names two of the three: 2 x 12.95 less 2 x 0.35.
	const line = { type: 'payment', date: day, gross: 12.95, fee: 0.35, net: 12.6 };
	const payout = {
		...{ provider: 'mollie', id: 'stl_Test0001', reference: 'totals', date: day, currency: 'EUR' },
		net: 25.2,
		entries: ids.slice(0, 2).map((id) => ({ ...line, id: `bal_${id}`, paymentIds: [`tr_${id}`] })),
	};
	const { client } = server;
	const calling = { client: 'my-client', form: 'general', payout };
	const matching = stage.ids['Match and book payout']!;
	const begun = await client.runWorkflow(matching, 'When called with payouts', [calling]);
	expect(await client.waitForExecution(begun)).toMatchObject({ status: 'success' });
	await runWorkflow(stage, TOTALS, 'Every hour');
	const totals = () =>
		books()
			.salesEntries.filter(({ factuurnummer }) => /^C?WDAG-/.test(factuurnummer))
			.map((one) => [one.factuurnummer, one.factuurbedrag, one.factuurdatum.slice(0, 10)]);
	const month = day.slice(2, 7).replace('-', '');
	const ofPayout = [`WDAG-TEST0001-P${month}`, 25.9, day];
	expect(totals()).toEqual([ofPayout]);
	const orders = (await rows()).filter(({ orderKey }) => /\/8000\d$/.test(String(orderKey)));
	expect(orders.map(({ state }) => state).toSorted()).toEqual(['booked', 'booked', 'gathered']);

	sandbox.wooCommerce.putRefund(amountRefund(90_001, 80_001, '12.95', `${day}T12:00:00`));
	const refund = { id: 90_001, reason: '', total: '-12.95' };
	changeOrder(80_001, { status: 'refunded', refunds: [refund], date_modified_gmt: now });
	await runWorkflow(stage, 'Hourly refund sync WooCommerce', 'Every hour');
	await runWorkflow(stage, TOTALS, 'Every hour');
	expect(totals()).toEqual([ofPayout, [`CWDAG-${day}`, -12.95, day]]);
});
