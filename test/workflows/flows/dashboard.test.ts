import { cellsOf } from '../../support/flow/rows';
import { startStage, type Stage } from '../../support/flow/stage';

const DASHBOARD = 'Dashboard';
const [PAGE, PROCESS, REPORT, SEEN] = [0, 1, 2, 3];
const DAY = 24 * 3_600_000;

let stage: Stage;

const day = (daysAgo: number) =>
	new Date(stage.now().getTime() - daysAgo * DAY).toISOString().slice(0, 10);
const keyOf = (id: number | string) => `my-client/woocommerce/${id}`;
const rows = () => stage.engine.rows('WebshopOrders');
const rowOf = (id: number | string) => rows().find(({ orderKey }) => orderKey === keyOf(id))!;
const stateOf = (id: number | string) => rowOf(id).state;
const inState = (state: string) =>
	rows()
		.filter((row) => row.state === state && row.client === 'my-client')
		.map(({ orderKey }) => orderKey)
		.sort();

/** What the browser of a reader who is signed in asks for, and what it is answered. */
async function ask(output: number, asked: object) {
	const run = await askAndRun(output, asked);
	if (run.error) throw run.error;
	return run;
}

/** The same, whatever becomes of the run once the answer is sent. */
async function askAndRun(output: number, asked: object) {
	const request = {
		...{ client: 'my-client', tab: 'report', language: 'en', search: '', page: 1 },
		...{ from: day(30), until: day(-1), ...asked },
	};
	stage.engine.answers.splice(0);
	const run = await stage.engine.run(DASHBOARD, 'Open dashboard', [request], output);
	expect(stage.engine.answers).toHaveLength(1);
	return { ...run, answer: stage.engine.answers[0]! };
}

async function run(name: string, trigger: string) {
	const { error } = await stage.engine.run(name, trigger);
	if (error) throw error;
}

beforeAll(async () => {
	stage = await startStage();
	await run('Hourly order sync WooCommerce', 'Every hour');
	for (const state of ['booked', 'needsAttention']) {
		stage.engine.table('WebshopOrders').insert({
			...{ client: 'another', shop: 'woocommerce', kind: 'order', state },
			...{ orderKey: `another/woocommerce/${state}`, orderNumber: `FOREIGN-${state}` },
		});
	}
	const period = (client: string, from: string, until: string, found: string) =>
		stage.engine.table('PeriodChecks').insert({
			...{ client, shop: found, periodFrom: from, periodUntil: until },
			...{ kind: 'summary', found: `${found} was compared`, difference: 0 },
		});
	period('my-client', day(40), day(20), 'half-before');
	period('my-client', day(9), day(3), 'inside');
	period('my-client', day(60), day(40), 'long-ago');
	period('my-client', day(-9), day(-20), 'to-come');
	period('another', day(9), day(3), 'foreign');
});
afterAll(async () => await stage?.sandbox.stop());

describe('the page', () => {
	it('shows what is booked, of this client and this period', async () => {
		rowOf(30).updatedAt = new Date(stage.now().getTime() - 32 * DAY).toISOString();
		const { answer } = await ask(PAGE, {});
		expect([answer.statusCode, answer.headers['content-type']]).toEqual([
			200,
			'text/html; charset=utf-8',
		]);
		expect(answer.body).toMatch(/W28/);
		expect(answer.body).toContain('€ 62.30');
		expect(answer.body).not.toMatch(/FOREIGN/);
		expect(answer.body).not.toMatch(/>W30</);
	});

	it('J203: shows the newest settings of this client, accounts by name', async () => {
		stage.engine.table('ClientSettings').insert({ client: 'another', version: 9, settings: '{}' });
		const { answer } = await ask(PAGE, { tab: 'configuration' });
		expect(answer.body).toContain('Version 1');
		expect(answer.body).toContain('8000 Omzet hoog');
	});

	it('shows the comparisons that fall in the period', async () => {
		const { answer } = await ask(PAGE, { tab: 'reconciliation', until: day(0) });
		const shown = [...answer.body.matchAll(/([\w-]+) was compared/g)].map((match) => match[1]);
		expect(shown.sort()).toEqual(['half-before', 'inside']);
	});

	it('is there before anything else is', async () => {
		const { answer } = await ask(PAGE, { client: 'nobody' });
		expect(answer.statusCode).toBe(200);
		expect(answer.body).not.toContain('W28');
	});
});

describe('J201: a report of a problem', () => {
	it('holds the row that was asked for and the settings', async () => {
		const { answer } = await ask(REPORT, { action: 'reportProblem', orderKey: keyOf(33) });
		expect(answer.headers['content-disposition']).toContain('problem-report.json');
		const { rows: reported, settingsVersion } = JSON.parse(answer.body);
		expect(reported).toEqual([
			expect.objectContaining({ key: 'woocommerce/33', code: 'NO_VAT_MAPPING' }),
		]);
		expect(settingsVersion).toBe(1);
	});

	it('holds no row of another client', async () => {
		const { answer } = await ask(REPORT, { orderKey: 'another/woocommerce/booked' });
		expect(JSON.parse(answer.body).rows).toEqual([]);
	});
});

describe('Mark as seen', () => {
	const mark = async (id: number, checkedAs: string) =>
		await ask(SEEN, {
			...{ action: 'check', tab: 'errors', orderKey: keyOf(id) },
			...{ checkedAs, checkedBy: 'ann' },
		});
	const counted = async () =>
		/Errors<small>(\d+)</.exec((await ask(PAGE, { tab: 'errors' })).answer.body)?.[1];

	it('takes a change after booking off the list, until the order changes again', async () => {
		const order = stage.sandbox.wooCommerce.orders.find(({ id }) => id === 34)!;
		const change = async (total: string) => {
			stage.sandbox.wooCommerce.putOrder({ ...order, total });
			await run('Hourly order sync WooCommerce', 'Every hour');
			expect(rowOf(34).code).toBe('CHANGED_AFTER_BOOKING');
		};
		const before = Number(await counted());
		await change('70.00');
		expect(Number(await counted())).toBe(before + 1);
		const { answer, items } = await mark(34, `CHANGED_AFTER_BOOKING ${String(rowOf(34).facts)}`);
		expect([answer.statusCode, answer.headers.location]).toEqual([
			303,
			expect.stringMatching(/^\?tab=errors(?!.*processed)/),
		]);
		expect(items('Process now')).toEqual([]);
		expect(rowOf(34)).toMatchObject({ state: 'booked', checkedBy: 'ann' });
		expect(Number(await counted())).toBe(before);
		// A sync that finds it as it was tells nothing new.
		await change('70.00');
		expect(Number(await counted())).toBe(before);
		await change('80.00');
		expect(Number(await counted())).toBe(before + 1);
		stage.sandbox.wooCommerce.putOrder(order);
		await run('Hourly order sync WooCommerce', 'Every hour');
		expect(rowOf(34).code).toBe('');
	});

	it('marks nothing that is not booked, and no row of another client', async () => {
		await mark(33, 'NO_VAT_MAPPING m');
		expect(rowOf(33).checkedAs ?? '').toBe('');
		await ask(SEEN, { action: 'check', orderKey: 'another/woocommerce/booked', checkedAs: 'x' });
		const foreign = rows().find(({ orderKey }) => orderKey === 'another/woocommerce/booked')!;
		expect(foreign.checkedAs ?? '').toBe('');
	});
});

describe('Process', () => {
	const process = async (id: number | string, state: string, more: object = {}) =>
		await ask(PROCESS, { action: 'process', orderKey: keyOf(id), state, ...more });

	it('W029: offers one row again, books it, and goes back to the page', async () => {
		// The shop charged German VAT; the owner changes the order to Dutch VAT of the same amount.
		const [order, other] = [28, 41].map((id) =>
			stage.sandbox.wooCommerce.orders.find((one) => one.id === id),
		);
		expect([order, other]).not.toContain(undefined);
		stage.sandbox.wooCommerce.putOrder({ ...order!, id: 33, number: '33' });
		const { answer, items } = await process(33, 'needsAttention', { tab: 'errors' });
		expect(answer.statusCode).toBe(303);
		expect(answer.headers.location).toMatch(/tab=errors.*&processed=1$/);
		expect(items('Offer again').map(({ orderKey }) => orderKey)).toEqual([keyOf(33)]);
		expect(rowOf(33)).toMatchObject({ state: 'booked', snelStartNumber: 'W33' });
		expect(stateOf(41)).toBe('needsAttention');
		expect(items('Match payments now')).toEqual([]);
		expect(rows().filter(({ kind }) => kind === 'payment')).toEqual([]);
	});

	it('fails, once the page is sent, with what it started: so it is told', async () => {
		stage.sandbox.wooCommerce.faults.add({ kind: '500', times: 1_000_000 });
		const asked = { action: 'process', orderKey: keyOf(41), state: 'needsAttention' };
		const { answer, error } = await askAndRun(PROCESS, asked);
		stage.sandbox.wooCommerce.faults.clear();
		expect(answer.statusCode).toBe(303);
		expect(error?.message).toMatch(/^SHOP_OUTAGE: /);
		await process(41, 'ready', { tab: 'errors' });
		expect(stateOf(41)).toBe('needsAttention');
	});

	it('leaves a row alone that is in another state by now', async () => {
		for (const [id, state] of [
			[28, 'booked'],
			[2633, 'needsAttention'],
		] as const) {
			const before = cellsOf(rowOf(id));
			const { answer, items } = await process(id, state);
			expect(answer.statusCode).toBe(303);
			expect(items('Offer again')).toEqual([{}]);
			expect(cellsOf(rowOf(id))).toEqual(before);
		}
		rowOf(2633).state = 'booking';
		await process(2633, 'booking');
		expect(stateOf(2633)).toBe('booking');
		rowOf(2633).state = 'waiting';
	});

	it('offers a row that waits again', async () => {
		const { items } = await process(2633, 'waiting');
		expect(items('Offer again')).toMatchObject([{ orderKey: keyOf(2633), state: 'ready' }]);
	});

	it('J165, J167: a payment is matched once its open item is there', async () => {
		const { books } = stage.sandbox.snelStart;
		const openOf = () =>
			books.summary().salesInvoices.find((one) => one.factuurnummer === 'W29')!.openstaandSaldo;
		books.pay('W29', 1295);
		await run('Daily payment matching WooCommerce', 'Every day');
		const { state, code } = rowOf('29/paid');
		expect([state, code]).toEqual(['needsAttention', 'OPEN_ITEM_DOES_NOT_FIT']);
		// Somebody had settled the invoice by hand, and takes that back.
		books.pay('W29', -1295);
		await process('29/paid', 'needsAttention');
		expect(stateOf('29/paid')).toBe('booked');
		expect(openOf()).toBe(0);
	});

	it('offers all that need attention again, of this client, and books nothing twice', async () => {
		const before = inState('needsAttention');
		const entries = stage.sandbox.snelStart.books.summary().salesEntries.length;
		expect(before.length).toBeGreaterThan(0);
		const { items } = await ask(PROCESS, { action: 'processAll' });
		const offered = items('Offer again').map(({ orderKey }) => orderKey);
		expect(offered.sort()).toEqual(before);
		expect(inState('needsAttention')).toEqual(before);
		expect(stage.sandbox.snelStart.books.summary().salesEntries).toHaveLength(entries);
		expect(
			rows().find(({ orderKey }) => orderKey === 'another/woocommerce/needsAttention'),
		).toMatchObject({
			state: 'needsAttention',
		});
	});
});

describe('the tools that answer questions', () => {
	const ask = async (tool: string, filled: Record<string, string>) => {
		const { error, items } = await stage.engine.useTool(
			'Answer questions about orders',
			tool,
			filled,
		);
		if (error) throw error;
		return items(tool);
	};

	it('find the orders of this client that are in a state', async () => {
		const found = await ask('Find orders in a state', { state: 'needsAttention' });
		expect(found.map(({ orderKey }) => orderKey).sort()).toEqual(inState('needsAttention'));
	});

	it('find what became of one order of this client', async () => {
		const found = await ask('Find one order', { orderNumber: '28' });
		expect(found.map(({ orderKey }) => orderKey)).toEqual([keyOf(28), keyOf('28/paid')]);
		expect(await ask('Find one order', { orderNumber: 'FOREIGN-booked' })).toEqual([]);
	});

	it('find an invoice in SnelStart', async () => {
		const found = await ask('Find invoice', { invoiceNumber: 'W28' });
		expect(found).toHaveLength(1);
		expect(JSON.stringify(found)).toContain('62.3');
	});
});
