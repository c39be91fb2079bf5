import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

import { importOffice } from '../../cli/officeDashboard';
import { tabs } from '../../nodes/WebshopDashboard/rows';
import type { Sandbox } from '../../sandbox/index';
import { ensureChromium } from '../../scripts/chromium';
import { runHourly, runWorkflow, switchOnSchedules } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { BROWSER_ARGUMENTS } from './support/editor';
import { startStage, startStandIns } from './support/stage';
import { PATIENCE_MS, until, untilIdle } from './support/until';

const OUTPUT = path.resolve(__dirname, '..', '..', 'test-output');
const MARKUP = `<img src=x onerror="document.title='owned'">7`;

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;
let browser: Browser;
let page: Page;
const asked: string[] = [];

const signedIn = () => ({ username: stage.dashboard.user, password: stage.dashboard.password });
const headers = (user: string, password: string) => ({
	authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const open = async (query = '') => await page.goto(`${stage.dashboard.url}?language=en${query}`);
const row = (key: string) => page.locator(`tr[data-key="my-client/${key}"]`);
const numbers = () =>
	sandbox.snelStart.books.summary().salesEntries.map(({ factuurnummer }) => factuurnummer);
/** Waits until the row says so: it is written after SnelStart has the entry, by the same run. */
async function recordedAs(key: string, state: string): Promise<void> {
	const rowOf = async () =>
		(await server.client.rows('WebshopOrders')).find(
			({ orderKey }) => orderKey === `my-client/${key}`,
		);
	await until(rowOf, (found) => found?.state === state);
}
const OFFICE = { username: 'office', password: 'a long password of the office' };
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What axe-core finds on a page that keeps people from using it. */
async function findings(shown: Page): Promise<string[]> {
	await shown.evaluate(axe);
	const { violations } = await shown.evaluate<{
		violations: Array<{ id: string; impact: string; nodes: Array<{ html: string }> }>;
	}>('axe.run()');
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
const screenshot = async (name: string) =>
	await page.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage: true });

beforeAll(async () => {
	await mkdir(OUTPUT, { recursive: true });
	sandbox = await startStandIns();
	const sample = sandbox.wooCommerce.orders.find(({ id }) => id === 33)!;
	sandbox.wooCommerce.putOrder({ ...sample, id: 9007, number: MARKUP });
	stage = await startStage(sandbox);
	server = stage.server;
	await runHourly(stage);
	await switchOnSchedules(stage);
	browser = await chromium.launch({ executablePath: ensureChromium(), args: BROWSER_ARGUMENTS });
	const context = await browser.newContext({
		httpCredentials: signedIn(),
		viewport: { width: 1100, height: 900 },
		locale: 'en-GB',
	});
	page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	page.on('request', (request) => asked.push(request.url()));
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await sandbox?.stop();
});

test('J209, W070: nobody sees the dashboard without the login', async () => {
	const { url, user, password } = stage.dashboard;
	const bare = await fetch(url);
	expect(bare.status).toBe(401);
	expect(bare.headers.get('www-authenticate')).toMatch(/^Basic/);
	expect((await fetch(url, { headers: headers(user, `${password}x`) })).status).toBe(401);
	expect((await fetch(url, { headers: headers('x', password) })).status).toBe(401);
	const known = await fetch(url, { headers: headers(user, password) });
	expect([known.status, known.headers.get('content-type')]).toEqual([
		200,
		'text/html; charset=utf-8',
	]);
	expect((await fetch(url, { method: 'POST' })).status).toBe(401);
});

test('a change without the token of the page is refused and changes nothing', async () => {
	const { url, user, password } = stage.dashboard;
	const post = async (body: Record<string, string>) =>
		await fetch(url, {
			method: 'POST',
			headers: headers(user, password),
			body: new URLSearchParams(body),
			redirect: 'manual',
		});
	const order = { orderKey: 'my-client/woocommerce/33', state: 'needsAttention' };
	expect((await post({ action: 'process', ...order })).status).toBe(403);
	expect((await post({ action: 'process', ...order, token: 'a'.repeat(64) })).status).toBe(403);
	const rows = await server.client.rows('WebshopOrders');
	expect(rows.find(({ orderKey }) => orderKey === order.orderKey)).toMatchObject({
		state: 'needsAttention',
	});
});

test('J200: Report shows what is booked, with its number in SnelStart and a chart', async () => {
	await open();
	await row('woocommerce/28').waitFor();
	const booked = row('woocommerce/28');
	expect(await booked.innerText()).toMatch(
		/28[\s\S]*woocommerce[\s\S]*€ 62\.30[\s\S]*€ 7\.21[\s\S]*W28/,
	);
	await booked.getByText('More info').click();
	const entry = sandbox.snelStart.books
		.summary()
		.salesEntries.find(({ factuurnummer }) => factuurnummer === 'W28')!;
	expect(await booked.innerText()).toContain(String(entry.id));
	// Nothing can be done to a booked order but ask about it (J035).
	expect(await booked.getByRole('button').allInnerTexts()).toEqual(['Report a problem']);
	// A bar per day of the orders, as the books have it.
	const [from, until] = await Promise.all(
		['from', 'until'].map((name) => page.locator(`input[name=${name}]`).inputValue()),
	);
	const inPeriod = sandbox.snelStart.books
		.summary()
		.salesEntries.filter(({ factuurdatum }) => {
			const day = factuurdatum.slice(0, 10);
			return day >= from! && day <= until!;
		})
		.map(({ factuurbedrag }) => Math.round(factuurbedrag * 100));
	const bars = (await page.locator('svg title').allTextContents()).map((title) => {
		const [, orders, amount] = /: (\d+) orders?, € ([\d,.]+)$/.exec(title) ?? [];
		return { orders: Number(orders), cents: Number(amount?.replace(/[,.]/g, '')) };
	});
	const sum = (amounts: number[]): number => amounts.reduce((all, one) => all + one, 0);
	expect(sum(bars.map(({ orders }) => orders))).toBe(inPeriod.length);
	expect(sum(bars.map(({ cents }) => cents))).toBe(sum(inPeriod));
	await screenshot('dashboard-report');
});

test('an order has a page: what was charged beside what is booked, and its history', async () => {
	await open();
	await row('woocommerce/28').getByRole('link', { name: '28', exact: true }).click();
	await page.getByText('What the shop charged, and what is booked').waitFor();
	const text = await page.locator('main').innerText();
	expect(text).toMatch(/Charged by the shop\s+€ 55\.09\s+€ 7\.21\s+€ 62\.30/);
	expect(text).toMatch(/Booked in SnelStart\s+€ 55\.09\s+€ 7\.21\s+€ 62\.30/);
	expect(text).not.toContain('These totals differ');
	expect(text).toMatch(/Booked\s+20\d\d-\d\d-\d\d \d\d:\d\d/);
	await screenshot('dashboard-order');
	await page.getByText('Back to the list').click();
	await row('woocommerce/28').waitFor();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download as CSV' }).click(),
	]);
	const csv = await readFile(await file.path(), 'utf8');
	expect(csv).toMatch(/^\uFEFFOrder,Kind,Shop,/);
	expect(csv).toMatch(/^28,order,woocommerce,.*,62\.30,7\.21,iDEAL,booked,W28,/m);
});

test('J202: Open shows what waits for its status', async () => {
	await open('&tab=open');
	expect(await row('woocommerce/2633').innerText()).toMatch(/waiting/);
	expect(await page.locator('tr[data-key]').count()).toBe(12);
});

test('J204: search by number, in a period', async () => {
	await open();
	await page.getByLabel('Order or SnelStart number').fill('W28');
	await page.getByRole('button', { name: 'Show' }).click();
	await page.waitForURL(/search=W28/);
	expect(await page.locator('tr[data-key]').count()).toBe(1);
	await page.getByLabel('Until').fill('2020-01-31');
	await page.getByRole('textbox', { name: 'From' }).fill('2020-01-01');
	await page.getByRole('button', { name: 'Show' }).click();
	await page.getByText('Nothing with this number in this period').waitFor();
});

test('J203: Configuration shows the settings in force, accounts by name', async () => {
	await open('&tab=configuration');
	const text = await page.locator('main').innerText();
	expect(text).toContain('Version 1');
	expect(text).toContain('8000 Omzet hoog');
	await screenshot('dashboard-configuration');
});

test('Payments is there, in Dutch too', async () => {
	await page.goto(`${stage.dashboard.url}?language=nl&tab=payments`);
	await page.getByText('Betalingen en uitbetalingen van geboekte bestellingen.').waitFor();
});

test('an order number with markup is text and does nothing', async () => {
	await open('&tab=errors');
	await page.getByText(MARKUP).waitFor();
	expect(await page.locator('img').count()).toBe(0);
	expect(await page.title()).toBe('my-client: Webshop orders in SnelStart');
	await open(`&tab=errors&search=${encodeURIComponent(MARKUP)}`);
	expect(await page.getByLabel('Order or SnelStart number').inputValue()).toBe(MARKUP);
	expect(await page.locator('img').count()).toBe(0);
});

test('J201, J206, W071: Report a problem gives a file without personal data', async () => {
	await open('&tab=errors');
	const order = row('woocommerce/33');
	await order.getByText('More info').click();
	expect(await order.innerText()).toMatch(/NO_VAT_MAPPING[\s\S]*What to do/);
	await screenshot('dashboard-errors');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		order.getByRole('button', { name: 'Report a problem' }).click(),
	]);
	const text = readFileSync(await download.path(), 'utf8');
	expect(JSON.parse(text)).toMatchObject({
		rows: [{ key: 'woocommerce/33', code: 'NO_VAT_MAPPING' }],
		settingsVersion: 1,
	});
	expect(text).not.toContain('my-client');
	const { billing } = sandbox.wooCommerce.orders.find(({ id }) => id === 33) as unknown as {
		billing: Record<string, string>;
	};
	for (const field of ['last_name', 'email', 'address_1', 'postcode', 'phone']) {
		if (billing[field]) expect(text).not.toContain(billing[field]);
	}
});

test('J201, W029: Process books the order once it can be booked', async () => {
	// The shop charged German VAT; the owner changes the order to Dutch VAT of the same amount.
	const order = sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
	sandbox.wooCommerce.putOrder({ ...order, id: 33, number: '33' });
	await open('&tab=errors');
	await row('woocommerce/33').getByText('More info').click();
	await row('woocommerce/33').getByRole('button', { name: 'Process' }).click();
	await page.getByRole('status').waitFor();
	expect(page.url()).toContain('processed=1');
	await recordedAs('woocommerce/33', 'booked');
	expect(numbers()).toContain('W33');
	await open();
	expect(await row('woocommerce/33').innerText()).toMatch(/booked · SnelStart W33/);
});

test('J165, J167: a payment is shown, and Process books it once its open item is there', async () => {
	const { books } = sandbox.snelStart;
	const openOf = () =>
		books.summary().salesInvoices.find((one) => one.factuurnummer === 'W29')!.openstaandSaldo;
	books.pay('W29', 1295);
	await runWorkflow(stage, 'Daily payment matching WooCommerce', 'Every day');
	await open('&tab=payments');
	await row('woocommerce/29/paid').getByText('OPEN_ITEM_DOES_NOT_FIT').first().waitFor();
	// Somebody had settled the invoice by hand, and takes that back.
	books.pay('W29', -1295);
	await open('&tab=errors');
	await row('woocommerce/29/paid').getByText('More info').click();
	await row('woocommerce/29/paid').getByRole('button', { name: 'Process' }).click();
	await page.getByRole('status').waitFor();
	await recordedAs('woocommerce/29/paid', 'booked');
	expect(openOf()).toBe(0);
	const settled = JSON.stringify(books.summary().memorialEntries).match(/iDEAL 29/g);
	expect(settled).toHaveLength(2);
	await open('&tab=payments');
	expect(await row('woocommerce/29/paid').innerText()).toMatch(/booked/);
});

test('Process all offers everything that needs attention again, and books nothing twice', async () => {
	const before = sandbox.snelStart.books.summary().salesEntries.length;
	await open('&tab=errors');
	await page.getByRole('button', { name: 'Process all' }).click();
	await page.getByRole('status').waitFor();
	await untilIdle(server);
	await runHourly(stage);
	expect(sandbox.snelStart.books.summary().salesEntries).toHaveLength(before);
});

test('J203: a client is paused on its page, books nothing, and goes on where it was', async () => {
	const order = sandbox.wooCommerce.orders.find(({ id }) => id === 28)!;
	const now = new Date().toISOString().slice(0, 19);
	await open('&tab=configuration');
	await page.getByText('Pause this client …').click();
	await page.getByLabel('Yes, stop reading and booking for now').check();
	// As long as the page is at work it says so, and a second click sends nothing.
	let posts = 0;
	const said: string[] = [];
	page.on('request', (request) => void (posts += Number(request.method() === 'POST')));
	page.on('console', (message) => void said.push(message.text()));
	await page.evaluate(
		'new MutationObserver(() => console.log(document.body.ariaBusy, document.body.innerText)).observe(document.body, { attributes: true })',
	);
	await page.getByRole('button', { name: 'Pause', exact: true }).dblclick();
	await page.getByText('Go on, on the tab Configuration').waitFor();
	expect([posts, said[0]]).toEqual([1, expect.stringMatching(/^true [^]*Working …/)]);
	sandbox.wooCommerce.putOrder({
		...{ ...order, id: 9028, number: '9028' },
		...{ date_created_gmt: now, date_modified_gmt: now },
	});
	await runWorkflow(stage, 'Hourly order sync WooCommerce', 'Every hour');
	expect(numbers()).not.toContain('W9028');
	await page.getByRole('link', { name: 'Go on, on the tab Configuration' }).click();
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByText('Pause this client …').waitFor();
	await runWorkflow(stage, 'Hourly order sync WooCommerce', 'Every hour');
	expect(numbers()).toContain('W9028');
});

test('the office has a page of its own, on which the client stands', async () => {
	await importOffice({
		...stage.request,
		...{ path: OFFICE.username, language: 'en', postgres: '' },
		secrets: async () => OFFICE.password,
	});
	const url = `${server.baseUrl}/webhook/${OFFICE.username}`;
	const statusOf = async (user: string, password: string) =>
		(await fetch(url, { headers: headers(user, password) })).status;
	// n8n listens to a new address a moment later.
	await until(
		() => statusOf(OFFICE.username, OFFICE.password),
		(status) => status === 200,
	);
	expect(await statusOf(stage.dashboard.user, stage.dashboard.password)).toBe(401);
	const context = await browser.newContext({ httpCredentials: OFFICE });
	const office = await context.newPage();
	await office.goto(url);
	const client = office.locator('tr[data-client="my-client"]');
	expect(await client.innerText()).toMatch(/woocommerce: 20\d\d-\d\d-\d\d \d\d:\d\d/);
	expect(await client.getByRole('link').first().getAttribute('href')).toBe(
		'./my-client?language=en',
	);
	expect(await findings(office)).toEqual([]);
	await context.close();
});

test.each(['dark', 'light'] as const)(
	'nothing on any page is seriously hard to read or to reach, in %s colours',
	async (colorScheme) => {
		await page.emulateMedia({ colorScheme });
		for (const tab of tabs) {
			await open(`&tab=${tab}`);
			expect([tab, await findings(page)]).toEqual([tab, []]);
		}
		await open(`&order=${encodeURIComponent('my-client/woocommerce/28')}`);
		await page.getByText('What the shop charged, and what is booked').waitFor();
		expect(await findings(page)).toEqual([]);
	},
);

test('a phone shows it without scrolling sideways, and no page asks anything of another host', async () => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const tab of ['report', 'errors', 'open', 'payments', 'configuration']) {
		await open(`&tab=${tab}`);
		const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
		expect([tab, overflow]).toEqual([tab, 0]);
	}
	await open('&tab=errors');
	await screenshot('dashboard-phone');
	const hosts = new Set(asked.map((url) => new URL(url).host));
	expect([...hosts]).toEqual([new URL(server.baseUrl).host]);
});
