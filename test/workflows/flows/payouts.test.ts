import { DateTime } from 'luxon';

import { guidFor } from '../../../sandbox/snelstart/identity';
import { startStage, type Stage } from '../../support/flow/stage';

const TRANSFERS = 1105;
const accountNumbers = [1104, TRANSFERS, 1106, 1107, 1108, 1109, 4310];
const numberOf = new Map(
	accountNumbers.map((number) => [guidFor('grootboek', String(number)), number]),
);

interface Line {
	debet: number;
	credit: number;
	grootboek: { id: string };
}
interface MoneyEntry {
	boekstuk: string;
	bedragOntvangen?: number;
	bedragUitgegeven?: number;
	memoriaalBoekingsRegels?: Line[];
	grootboekBoekingsRegels?: Line[];
}

let stage: Stage;

const rows = () => stage.engine.rows('WebshopOrders');
const rowOf = (key: string) =>
	rows().filter(({ orderKey }) => orderKey === `my-client/payout/${key}`);
const unmatchedOf = (key: string) =>
	rows().filter(({ parentKey }) => parentKey === `my-client/payout/${key}`);
const entries = (): MoneyEntry[] => {
	const { memorialEntries, bankEntries } = stage.sandbox.snelStart.books.summary();
	return [...memorialEntries, ...bankEntries] as unknown as MoneyEntry[];
};
const entriesOf = (document: string) =>
	entries().filter(({ boekstuk }) => boekstuk === document.slice(-25).trim());

/** Debit less credit per account, in cents, of one entry. */
function perAccount(entry: MoneyEntry | undefined): Record<string, number> {
	const totals: Record<string, number> = {};
	const lines = [
		...(entry?.memoriaalBoekingsRegels ?? []),
		...(entry?.grootboekBoekingsRegels ?? []),
	];
	for (const { grootboek, debet, credit } of lines) {
		const number = String(numberOf.get(grootboek.id));
		totals[number] = (totals[number] ?? 0) + Math.round(debet * 100) - Math.round(credit * 100);
	}
	return totals;
}

const services = () => {
	const { mollie, stripe, payPal, klarna } = stage.sandbox;
	return { Mollie: mollie, Stripe: stripe, PayPal: payPal, Klarna: klarna };
};
const providers = ['Mollie', 'Stripe', 'PayPal', 'Klarna'] as const;

/** Matches the payouts of a provider; what the summary says, and the requests it took. */
async function match(provider: (typeof providers)[number]) {
	const service = services()[provider];
	const since = service.journal.entries.length;
	const run = await stage.engine.run(`Payout matching ${provider}`, 'Every day');
	const read = service.journal.entries.slice(since).map(({ path }) => path);
	return { run, summary: run.items('Summary'), read };
}

/** The statement of the day that the stand-in of PayPal has. */
function statement(): string {
	const [first] = stage.sandbox.payPal.records.transactions;
	const day = String(first!.transaction_info.transaction_initiation_date).slice(0, 10);
	return `JD7QMPVA9K2WS ${day} ${day}`;
}

/** What the gateways of the shop leave on its orders. */
function knowPayments(): void {
	const paidBy: Record<number, string> = {
		28: 'tr_WDqYK6vllg',
		30: 'tr_D2mXc4Rq9a',
		37: 'pi_3SWaB22eZvKYlo2C1qR5sTuV',
		38: 'ch_3SWaC32eZvKYlo2C2kL5mN6o',
		34: '9GS80322P28628837',
		42: '5TY05013RG002845M',
	};
	for (const order of stage.sandbox.wooCommerce.orders) {
		const transaction_id = paidBy[order.id];
		if (transaction_id) stage.sandbox.wooCommerce.putOrder({ ...order, transaction_id });
	}
	for (const order of stage.sandbox.jouwWeb.orders) {
		stage.sandbox.jouwWeb.putOrder({ ...order, paymentStatus: 'paid' });
	}
}

/** Rows with the payment id of an entry that has no order, none of which is its order. */
function knowOthers(): void {
	const [order] = rows().filter(({ orderKey }) => orderKey === 'my-client/woocommerce/29');
	const paid = { ...order!, paymentIds: 'tr_y9RfTq1HcW' };
	const others = [
		{ ...paid, orderKey: 'other/woocommerce/9000', orderId: '9000', client: 'other' },
		{ ...paid, orderKey: 'my-client/woocommerce/9001', orderId: '9001', kind: 'refund' },
		{ ...paid, orderKey: 'my-client/woocommerce/9002', orderId: '9002' },
	];
	for (const other of others) stage.engine.table('WebshopOrders').insert(other);
	const day = 24 * 3_600_000;
	// An order of more than 400 days ago is none of these payouts'.
	rows().at(-1)!.createdAt = new Date(stage.now().getTime() - 401 * day).toISOString();
}

beforeAll(async () => {
	stage = await startStage();
	knowPayments();
	// Several pages each, so that none may be forgotten.
	for (const { switches } of Object.values(services())) switches.pageSize = 4;
	for (const shop of ['WooCommerce', 'JouwWeb']) {
		const { error } = await stage.engine.run(`Hourly order sync ${shop}`, 'Every hour');
		expect(error).toBeUndefined();
	}
	knowOthers();
});
afterAll(async () => await stage?.sandbox.stop());

it('keeps a payout ready when SnelStart does not answer, and says so', async () => {
	stage.sandbox.snelStart.faults.add({ kind: '401', times: 50 });
	const { run, summary } = await match('Mollie');
	stage.sandbox.snelStart.faults.clear();
	expect(run.error).toBeUndefined();
	expect(summary).toEqual([{ booked: 0, needsAttention: 0, tryAgain: 2, unmatched: 2 }]);
	expect(rowOf('mollie/stl_jDk30akdN')).toMatchObject([{ kind: 'payout', state: 'ready' }]);
	expect(entries()).toEqual([]);
});

it('W049, W050: books each settlement of Mollie that was paid out, and lists what has no order', async () => {
	const { run, summary } = await match('Mollie');
	expect(run.error).toBeUndefined();
	expect(summary).toEqual([{ booked: 2, needsAttention: 0, tryAgain: 0, unmatched: 2 }]);
	// The arithmetic stands beside the same facts in test/e2e/payouts.test.ts.
	const [entry] = entriesOf('stl_jDk30akdN');
	expect(perAccount(entry)).toEqual({ 1105: 22427, 4310: 1170, 1109: 1000, 1104: -24597 });
	expect(perAccount(entriesOf('stl_Qw8zYb5h2')[0])).toEqual({
		1105: 13193,
		4310: 77,
		1104: -13270,
	});
	expect(entries()).toHaveLength(2);
	expect(rowOf('mollie/stl_jDk30akdN')).toMatchObject([
		{
			kind: 'payout',
			client: 'my-client',
			shop: 'mollie',
			orderId: 'stl_jDk30akdN',
			orderNumber: '1234567.2611.03',
			orderDate: '2026-11-24',
			state: 'booked',
			code: '',
			tip: '',
			total: 224.27,
		},
	]);
	expect(unmatchedOf('mollie/stl_jDk30akdN')).toMatchObject([
		{
			kind: 'payoutEntry',
			client: 'my-client',
			shop: 'mollie',
			state: 'needsAttention',
			code: 'PAYOUT_ENTRY_UNMATCHED',
			orderNumber: 'tr_y9RfTq1HcW',
			total: 25.55,
			message: expect.stringContaining('in payout stl_jDk30akdN'),
			tip: expect.stringContaining('nothingToBook'),
		},
		// W024: paid back by the provider, not by the shop.
		{
			kind: 'payoutEntry',
			state: 'needsAttention',
			code: 'REFUND_WITHOUT_CREDIT_NOTE',
			total: -16.65,
			message: expect.stringContaining('€ 16.65 of order 28 back'),
			tip: expect.stringContaining('in the shop'),
		},
	]);
});

it('says of each payout of one run what became of it', async () => {
	const { run, summary } = await match('Stripe');
	expect(run.error).toBeUndefined();
	expect(summary).toEqual([{ booked: 1, needsAttention: 1, tryAgain: 0, unmatched: 2 }]);
	const payoutKey = 'my-client/payout/stripe/po_1SWbQx2eZvKYlo2C';
	const matched = [
		[-22.27, 37],
		[-7.37, 38],
		[57.37, 38],
		[22.27, 37],
		[45.89, 36],
	].map(([gross, id]) =>
		expect.objectContaining({ gross, orderKey: `my-client/woocommerce/${id}` }),
	);
	expect(run.items('Match and book payout')).toEqual([
		{
			payoutKey,
			reference: 'STRIPE 8157NL2611',
			net: 81.57,
			state: 'booked',
			bookedNow: true,
			code: '',
			message: '',
			tip: '',
			facts: '',
			matched,
			unmatched: expect.arrayContaining([
				expect.objectContaining({ gross: 15, payoutKey, type: 'payment' }),
			]),
		},
		{
			payoutKey: 'my-client/payout/stripe/po_1SVmManual2eZvKYlo2C',
			reference: 'po_1SVmManual2eZvKYlo2C',
			net: null,
			state: 'needsAttention',
			bookedNow: false,
			code: 'PAYOUT_UNREADABLE',
			message: expect.stringContaining('manual payout'),
			tip: expect.stringMatching(/./),
			facts: '{"case":"manualPayout"}',
			matched: [],
			unmatched: [],
		},
	]);
	const [entry] = entriesOf('po_1SWbQx2eZvKYlo2C');
	expect(perAccount(entry)).toEqual({ 4310: 2432, 1109: 500, 1106: -11089 });
	expect(entry?.bedragOntvangen).toBe(81.57);
});

it('books a day of PayPal as a statement, and the days without transactions not', async () => {
	// Paid in dollars, which PayPal keeps: told, and no reason to leave the day.
	const { transactions } = stage.sandbox.payPal.records;
	const { transaction_info: first } = transactions[0]!;
	const dollars = (value: string) => ({ value, currency_code: 'USD' });
	transactions.push({
		transaction_info: {
			...first,
			...{ transaction_id: 'KEPT1', transaction_event_code: 'T0006', transaction_status: 'S' },
			...{ transaction_amount: dollars('10.00'), fee_amount: dollars('-0.60') },
			ending_balance: dollars('9.40'),
		},
	});
	const { run, summary, read } = await match('PayPal');
	expect(run.error).toBeUndefined();
	expect(summary).toEqual([{ booked: 1, needsAttention: 0, tryAgain: 0, unmatched: 3 }]);
	const [told] = stage.engine
		.rows('WebshopOrders')
		.filter(({ code }) => code === 'PAYOUT_LINE_KEPT');
	expect(told).toMatchObject({ kind: 'payoutEntry', state: 'needsAttention', orderId: 'KEPT1' });
	expect(told!.message).toContain('USD 10.00');
	const [entry] = entriesOf(statement());
	expect(perAccount(entry)).toEqual({ 4310: 2158, 1109: 2000, 1105: 10000, 1107: -6878 });
	expect(entry?.bedragUitgegeven).toBe(72.8);
	expect(read.filter((path) => !path.endsWith('/token')).length).toBeGreaterThan(30);
});

it('books a payout of Klarna with what Klarna kept as costs', async () => {
	const { run, summary } = await match('Klarna');
	expect(run.error).toBeUndefined();
	expect(summary).toEqual([{ booked: 1, needsAttention: 0, tryAgain: 0, unmatched: 2 }]);
	const [entry] = entriesOf('XISA93DJ');
	expect(perAccount(entry)).toEqual({ 4310: 271, 1109: 300, 1108: -6515 });
	expect(entry?.bedragOntvangen).toBe(59.44);
});

describe('a later run', () => {
	const stateOf = (key: string, state: string) => Object.assign(rowOf(key)[0]!, { state });

	it('books nothing, and reads nothing of what is done or needs nothing', async () => {
		stateOf('mollie/stl_Qw8zYb5h2', 'nothingToBook');
		const before = entries().length;
		const asked: Record<string, string[]> = {};
		const counted: Record<string, unknown> = {};
		for (const provider of providers) {
			const { run, summary, read } = await match(provider);
			expect(run.error).toBeUndefined();
			asked[provider] = [...new Set(read)];
			counted[provider] = summary;
		}
		expect(entries()).toHaveLength(before);
		const nothing = { booked: 0, needsAttention: 0, tryAgain: 0, unmatched: 0 };
		// The manual payout of Stripe still needs attention.
		expect(counted).toEqual({
			Mollie: [],
			Stripe: [{ ...nothing, needsAttention: 1 }],
			PayPal: [],
			Klarna: [],
		});
		expect(asked).toEqual({
			Mollie: ['/v2/settlements'],
			Stripe: ['/v1/payouts'],
			PayPal: ['/v1/oauth2/token', '/v1/reporting/transactions'],
			Klarna: ['/settlements/v1/payouts'],
		});
		stateOf('mollie/stl_Qw8zYb5h2', 'booked');
	});

	it('takes a payout up again that needed attention', async () => {
		stateOf('klarna/XISA93DJ', 'needsAttention');
		const { run, read } = await match('Klarna');
		expect(run.error).toBeUndefined();
		expect(read).toContain('/settlements/v1/transactions');
		expect(entriesOf('XISA93DJ')).toHaveLength(1);
		expect(rowOf('klarna/XISA93DJ')).toMatchObject([{ state: 'booked', alreadyThere: true }]);
	});

	it('reads no further back than the first day that is booked, and books nothing older', async () => {
		const { settlements } = stage.sandbox.mollie.records;
		const count = settlements.length;
		const paid = settlements.find(({ status }) => status === 'paidout')!;
		for (let number = 1; number <= 12; number += 1) {
			const moment = `2019-12-${String(31 - number)}T05:00:00+00:00`;
			settlements.push({ ...paid, id: `stl_old${number}`, createdAt: moment, settledAt: moment });
		}
		const { run, read } = await match('Mollie');
		expect(run.error).toBeUndefined();
		settlements.splice(count);
		// Four on a page: the four of 2026, and the first four that are too old.
		expect(read).toEqual(['/v2/settlements', '/v2/settlements']);
		const known = rows().filter(({ kind, shop }) => kind === 'payout' && shop === 'mollie');
		expect(known).toHaveLength(2);
	});

	it.each([
		// Half an hour past midnight in the Netherlands, in summer and in winter, and an hour earlier.
		['Mollie', '2026-10-20', '2026-10-19T22:30:00+00:00', true],
		['Mollie', '2026-10-20', '2026-10-19T21:30:00+00:00', false],
		['Klarna', '2026-11-24', '2026-11-23T23:30:00.000Z', true],
		['Klarna', '2026-11-24', '2026-11-23T22:30:00.000Z', false],
	] as const)(
		'%s: the first day, %s, begins at midnight in the Netherlands: paid at %s is read: %s',
		async (provider, payoutsFrom, paidAt, isRead) => {
			const settlement = stage.sandbox.mollie.records.settlements.find(
				({ id }) => id === 'stl_Qw8zYb5h2',
			)!;
			const payout = stage.sandbox.klarna.records.payouts[0]!;
			const before = [settlement.settledAt, payout.payout_date] as const;
			const key = provider === 'Mollie' ? 'mollie/stl_Qw8zYb5h2' : 'klarna/XISA93DJ';
			stateOf(key, 'needsAttention');
			settlement.settledAt = paidAt;
			payout.payout_date = paidAt;
			stage.engine.fillIn(`Payout matching ${provider}`, { payoutsFrom });
			const { run, read } = await match(provider);
			expect(run.error).toBeUndefined();
			const inside =
				provider === 'Mollie' ? '/v2/settlements/stl_Qw8zYb5h2' : '/settlements/v1/transactions';
			expect(read.some((path) => path.startsWith(inside))).toBe(isRead);
			stage.engine.fillIn(`Payout matching ${provider}`, { payoutsFrom: '2020-01-01' });
			settlement.settledAt = before[0];
			payout.payout_date = before[1];
			stateOf(key, 'booked');
		},
	);

	it('leaves a day of PayPal that is not complete yet for the next run', async () => {
		const { records } = stage.sandbox.payPal;
		const [first] = records.transactions;
		// Days are those of the administration.
		const now = DateTime.fromJSDate(stage.now(), { zone: 'Europe/Amsterdam' });
		const day = now.minus({ days: 1 }).toISODate();
		const info = {
			...first!.transaction_info,
			transaction_id: '1TODAY',
			transaction_initiation_date: `${day}T10:00:00+0000`,
		};
		records.transactions.push({ transaction_info: info });
		records.last_refreshed_datetime = `${day}T11:59:59Z`;
		const key = `payPal/JD7QMPVA9K2WS ${day} ${day}`;
		expect((await match('PayPal')).run.error).toBeUndefined();
		expect(rowOf(key)).toEqual([]);
		records.last_refreshed_datetime = stage.now().toISOString();
		expect((await match('PayPal')).summary).toMatchObject([{ needsAttention: 0 }]);
		expect(rowOf(key)).toMatchObject([{ state: 'booked' }]);
	});

	/** A payment of 10.00 at noon, so many days ago; the key of the statement of that day. */
	function payDaysAgo(days: number, balance: string): string {
		const { transactions } = stage.sandbox.payPal.records;
		const today = DateTime.fromJSDate(stage.now(), { zone: 'Europe/Amsterdam' });
		const day = today.minus({ days }).toISODate();
		const euro = (value: string) => ({ value, currency_code: 'EUR' });
		transactions.push({
			transaction_info: {
				...{ transaction_id: `PAID${days}`, transaction_event_code: 'T0006' },
				...{ transaction_status: 'S', transaction_initiation_date: `${day}T11:00:00+0000` },
				...{ transaction_amount: euro('10.00'), ending_balance: euro(balance) },
			},
		});
		return `payPal/JD7QMPVA9K2WS ${day} ${day}`;
	}

	it('reads every day of PayPal since the latest that is known, and those that are not done', async () => {
		const keys = [payDaysAgo(200, '10.00'), payDaysAgo(100, '20.00')];
		const known = rows().filter(({ kind, shop }) => kind === 'payout' && shop === 'payPal');
		// A client that was paused after the first of the two.
		for (const row of known) row.shop = 'set aside';
		// A report that was uploaded is no day that was read.
		const uploaded = { ...known[0]!, orderKey: 'my-client/payPal/report', shop: 'payPal' };
		stage.engine.table('WebshopOrders').insert(uploaded);
		const payoutsFrom = keys[0]!.slice(-10);
		stage.engine.fillIn('Payout matching PayPal', { payoutsFrom });
		expect((await match('PayPal')).run.error).toBeUndefined();
		for (const key of keys) expect(rowOf(key)).toMatchObject([{ state: 'booked' }]);
		stateOf(keys[0]!, 'needsAttention');
		const { read } = await match('PayPal');
		expect(rowOf(keys[0]!)).toMatchObject([{ state: 'booked', alreadyThere: true }]);
		expect(read.length).toBeLessThan(60);
	});

	it('fails when the key of a provider is refused, so that somebody is told', async () => {
		for (const { faults } of Object.values(services())) faults.add({ kind: '401', times: 9 });
		for (const provider of providers) {
			const { run } = await match(provider);
			expect(run.error).toMatchObject({ httpCode: '401' });
		}
		for (const { faults } of Object.values(services())) faults.clear();
	});
});

describe('a payout that changes between two runs', () => {
	const ID = 'stl_Later0rder';
	const OTHER = 'tr_Never0rder';
	const amount = (value: string) => ({ currency: 'EUR', value });
	const listed = () =>
		Object.fromEntries(
			unmatchedOf(`mollie/${ID}`).map(({ orderNumber, state, code, message }) => [
				orderNumber,
				{ state, code, message },
			]),
		);

	beforeAll(() => {
		const { settlements, contents } = stage.sandbox.mollie.records;
		const good = settlements.find(({ id }) => id === 'stl_Qw8zYb5h2')!;
		const [payment] = contents[good.id]!.payments!;
		const without = { ...payment!, settlementAmount: amount('10.00') };
		contents[ID] = {
			payments: [
				{ ...without, id: 'tr_Later0rder', metadata: { order_id: '9101' }, description: '9101' },
				{ ...without, id: OTHER, metadata: { order_id: '9102' }, description: '9102' },
				{ ...without, id: 'tr_Handled', metadata: { order_id: '9103' }, description: '9103' },
			],
		};
		const reference = '1234567.2610.03';
		// Three payments of 10.00 without costs.
		settlements.unshift({ ...good, id: ID, reference, amount: amount('30.00'), periods: {} });
	});

	const unmatched = { state: 'needsAttention', code: 'PAYOUT_ENTRY_UNMATCHED' };

	it('lists what has no order, also when SnelStart does not answer', async () => {
		stage.sandbox.snelStart.faults.add({ kind: '401', times: 50 });
		const { summary } = await match('Mollie');
		stage.sandbox.snelStart.faults.clear();
		expect(summary).toEqual([{ booked: 0, needsAttention: 0, tryAgain: 1, unmatched: 3 }]);
		expect(listed()).toMatchObject({
			tr_Later0rder: unmatched,
			[OTHER]: unmatched,
			tr_Handled: unmatched,
		});
	});

	it('is not booked with unexplained cents, and says which; what was listed stays so', async () => {
		stage.sandbox.mollie.records.settlements[0]!.amount = amount('30.01');
		expect((await match('Mollie')).summary).toEqual([
			{ booked: 0, needsAttention: 1, tryAgain: 0, unmatched: 0 },
		]);
		expect(rowOf(`mollie/${ID}`)).toMatchObject([
			{
				state: 'needsAttention',
				code: 'PAYOUT_NOT_EXPLAINED',
				orderNumber: '1234567.2610.03',
				message: expect.stringContaining('a gap of € 0.01'),
				tip: expect.stringContaining('Read the whole payout again'),
			},
		]);
		expect(entriesOf(ID)).toEqual([]);
		expect(listed()).toMatchObject({ tr_Later0rder: unmatched, [OTHER]: unmatched });
	});

	it('is booked once corrected; an entry that has its order now is struck off, another is not', async () => {
		const { settlements } = stage.sandbox.mollie.records;
		settlements[0]!.amount = amount('30.00');
		const [order] = rows().filter(({ orderKey }) => orderKey === 'my-client/woocommerce/29');
		stage.engine.table('WebshopOrders').insert({
			...order!,
			orderKey: 'my-client/woocommerce/9101',
			orderId: '9101',
			orderNumber: '9101',
			paymentIds: 'tr_Later0rder',
		});
		const [handled] = unmatchedOf(`mollie/${ID}`).filter((row) => row.orderNumber === 'tr_Handled');
		rows().find(({ id }) => id === handled!.id)!.state = 'nothingToBook';
		expect((await match('Mollie')).summary).toMatchObject([{ booked: 1, needsAttention: 0 }]);
		expect(entriesOf(ID)).toHaveLength(1);
		expect(rowOf(`mollie/${ID}`)).toMatchObject([{ state: 'booked', code: '', tip: '' }]);
		expect(listed()).toMatchObject({
			tr_Later0rder: {
				state: 'nothingToBook',
				code: 'ENTRY_MATCHED_LATER',
				message: 'The entry was matched with its order later.',
			},
			[OTHER]: unmatched,
		});
	});

	it('is booked again after a run that died, and not while a run is at work', async () => {
		const [row] = rowOf(`mollie/${ID}`);
		Object.assign(row!, { state: 'booking', claimId: 'another' });
		const since = entries().length;
		expect((await match('Mollie')).summary).toEqual([
			{ booked: 0, needsAttention: 0, tryAgain: 1, unmatched: 2 },
		]);
		expect(rowOf(`mollie/${ID}`)).toMatchObject([{ state: 'booking', claimId: 'another' }]);
		const threeHours = 3 * 3_600_000;
		row!.updatedAt = new Date(stage.now().getTime() - threeHours).toISOString();
		await match('Mollie');
		expect(rowOf(`mollie/${ID}`)).toMatchObject([{ state: 'booked', alreadyThere: true }]);
		expect(entries()).toHaveLength(since);
	});
});

it('refuses to match for nobody', async () => {
	const { error } = await stage.engine.run('Match and book payout', 'When called with payouts', [
		{ client: null, form: 'csv', payout: null },
	]);
	expect(error?.message).toMatch(/^INPUTS_MISSING: .* client, payout/);
});

describe('a CSV file of another provider', () => {
	const values = {
		Betaaldienst: ' multisafepay ',
		'Nummer van de uitbetaling': ' MSP-2026-47 ',
		'Uitbetaald op': '2026-11-24',
		'Uitbetaald bedrag': '43,18',
	};
	// 45.89 − 1.21 = 44.68; a payment nobody knows of 3.50; back 5.00. 44.68 + 3.50 − 5.00 = 43.18.
	const heading = 'Transactienummer;Soort;Bestelnummer;Bedrag;Kosten;Datum';
	const file = [
		heading,
		'6098112;Betaling;36;45,89;1,21;22-11-2026',
		'6098113;Betaling;;"3,50";;22-11-2026',
		'6098112;Terugbetaling;36;-5,00;;23-11-2026',
	].join('\r\n');

	/** Sends the form; the page that comes back. */
	async function upload(
		text: string,
		fileSize = '251 B',
		form: object = values,
		shownBy = 'Show answer',
	): Promise<string> {
		const since = stage.engine.sent.length;
		const data = Buffer.from(text).toString('base64');
		const files = { Bestand: { data, mimeType: 'text/csv', fileSize } };
		const { error } = await stage.engine.run(
			'Payout upload CSV',
			'On upload',
			[{ ...form }],
			0,
			files,
		);
		expect(error).toBeUndefined();
		const [answer, ...more] = stage.engine.sent.slice(since);
		expect([answer?.node, more]).toEqual([shownBy, []]);
		expect(answer!.parameters).toMatchObject({ respondWith: 'text' });
		return String(answer!.parameters.responseBody);
	}

	it('J203: is refused while the client is stopped', async () => {
		const troubles = stage.engine.tables.named('ShopTroubles');
		const facts = '{"by":"anna","since":"2026-11-29"}';
		const stopped = { client: 'my-client', subject: 'paused', code: 'CLIENT_STOPPED' };
		troubles.insert({ ...stopped, shop: 'my-client', facts });
		expect(await upload(file)).toContain('Gestopt door anna op 29-11-2026');
		expect(entriesOf('MSP-2026-47')).toEqual([]);
		const held = troubles.rows.findIndex(({ code }) => code === 'CLIENT_STOPPED');
		troubles.rows.splice(held, 1);
	});

	it('is refused with a reason that is true of an empty file, and of an amount by its column', async () => {
		expect(await upload('', '')).toContain('Het bestand is leeg, is groter dan 5 MB');
		const wrong = 'Bestelnummer;Bedrag;Kosten\r\n36;twaalf;1,21';
		const id = { 'Nummer van de uitbetaling': 'MSP-9' };
		const page = await upload(wrong, '40 B', { ...values, ...id });
		expect(page).toContain('Regel 2, bruto: dit is geen bedrag');
	});

	it('of a provider that the settings do not know is refused at once, with those they know, and leaves no row', async () => {
		const before = rows().length;
		const page = await upload(file, '251 B', { ...values, Betaaldienst: 'multisafepaay' });
		expect(page).toContain('UPLOAD_PROVIDER_UNKNOWN');
		expect(page).toMatch(
			/geen betaaldienst &quot;multisafepaay&quot;\. Ze kennen: [^.]*multisafepay/,
		);
		expect(rows()).toHaveLength(before);
		stage.engine.fillIn('Payout upload CSV', { language: 'en' });
		const english = await upload(file, '251 B', { ...values, Betaaldienst: 'multisafepaay' });
		expect(english).toMatch(/no payment provider &quot;multisafepaay&quot;\. They know: /);
		stage.engine.fillIn('Payout upload CSV', { language: 'nl' });
	});

	it('is booked, and the page shows what was matched, booked and unmatched', async () => {
		const page = await upload(file);
		expect(page).toContain('Geboekt: € 43,18');
		expect(page).toContain('€ 45,89 my-client/woocommerce/36');
		expect(page).toMatch(/Zonder bestelling[\s\S]*€ 3,50 6098113/);
		const [entry] = entriesOf('MSP-2026-47');
		// Clearing −45.89 − 3.50 + 5.00 = −44.39; 44.39 − 1.21 = 43.18.
		expect(perAccount(entry)).toEqual({ 4310: 121, 1104: -4439 });
		expect(rowOf('multisafepay/MSP-2026-47')).toMatchObject([
			{ client: 'my-client', shop: 'multisafepay', state: 'booked', orderDate: '2026-11-24' },
		]);
	});

	it('is never booked twice, and the page says so', async () => {
		expect(await upload(file, '1.2 kB')).toContain('Eerder geboekt');
		const inCapitals = { ...values, Betaaldienst: 'MultiSafePay' };
		expect(await upload(file, '1.2 kB', inCapitals)).toContain('Eerder geboekt');
		expect(rowOf('MultiSafePay/MSP-2026-47')).toEqual([]);
		expect(entriesOf('MSP-2026-47')).toHaveLength(1);
	});

	it('of thousands of lines is answered at once, booked behind the page, and lists each line once', async () => {
		const LINES = 2_000;
		// Payments of 1.00 that nobody knows of, and one of an order.
		const lines = Array.from({ length: LINES - 1 }, (_, at) => `7${at};Betaling;;1,00;;22-11-2026`);
		const text = [heading, '6098200;Betaling;36;45,89;;22-11-2026', ...lines].join('\n');
		const form = {
			...values,
			'Nummer van de uitbetaling': 'MSP-L',
			'Uitbetaald bedrag': '2044,89',
		};
		const sent = async () => await upload(text, '1.2 MB', form, 'Show at once');
		expect(await sent()).toMatch(/Uitbetaling MSP-L[\s\S]*2\.000 regels worden nu/);
		expect(await sent()).toMatch(/Eerder geboekt[\s\S]*2\.000 regels; 1\.999 zonder bestelling/);
		expect(rowOf('multisafepay/MSP-L')).toMatchObject([{ state: 'booked' }]);
		expect(entriesOf('MSP-L')).toHaveLength(1);
		expect(entriesOf('MSP-L')[0]!.bedragOntvangen).toBe(2044.89);
		const keys = unmatchedOf('multisafepay/MSP-L').map(({ orderKey }) => orderKey);
		expect([keys.length, new Set(keys).size]).toEqual([LINES - 1, LINES - 1]);
		const [row] = unmatchedOf('multisafepay/MSP-L');
		expect(row).toMatchObject({
			...{ kind: 'payoutEntry', client: 'my-client', shop: 'multisafepay', total: 1 },
			...{ state: 'needsAttention', code: 'PAYOUT_ENTRY_UNMATCHED', claimId: '' },
		});
	});

	it.each([
		['5 MB', file, '5 MB'],
		['more than 5 MB', file, '12.3 MB'],
		['no size', file, ''],
		[
			'more lines than are booked at once',
			`${heading}\n${'1;2;3;4;5;6\n'.repeat(10_001)}`,
			'120 kB',
		],
	])('with %s is refused before anything is done', async (_, text, size) => {
		const page = await upload(text, size, { ...values, 'Nummer van de uitbetaling': ' MSP-3 ' });
		expect(page).toContain('Niet geboekt');
		expect(page).toContain('UPLOAD_TOO_LARGE');
		expect(page).toMatch(/MSP-3[\s\S]*10[,.]?000/);
		expect(rowOf('multisafepay/MSP-3')).toEqual([]);
	});
});
