import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium';
import { runHourly, runWorkflow, switchOnSchedules, withFileShop } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import { BROWSER_ARGUMENTS, openEditor } from '../e2e/support/editor';
import { PATIENCE_MS, untilOpen } from '../e2e/support/until';
import { IMAGES } from './canvases';
import { smallPng } from './smallPng';

const WIDE = { width: 1100, height: 900 };
const NARROW = { width: 520, height: 700 };
const PHONE = { width: 390, height: 844 };
/** An order of the demo that waits for a row of VAT Mapping, and one that is booked. */
const WAITING = 'my-client/woocommerce/33';
const BOOKED = 'my-client/woocommerce/28';
const MIGRATE = 'Migrate orders WooCommerce';
const DAYS = ['2025-01-01', '2025-12-31'] as const;

const ORDERS = [
	'Bestelnummer;Datum;Klant;E-mail;Straat;Postcode;Plaats;Land;Artikel;Aantal;Prijs;Btw %;Totaal;Btw',
	'2041;22-11-2026;J. de Boer;jdeboer@example.com;Kade 7;3012 CA;Rotterdam;NL;Mok;1;12,10;21;12,10;2,10',
	'2042;23-11-2026;A. Smit;asmit@example.com;Kade 9;3012 CA;Rotterdam;NL;Thee;2;5,45;9;10,90;0,90',
	'2043;23-11-2026;M. Visser;mvisser@example.com;Kade 11;3012 CA;Rotterdam;NL;Mok;1;12,10;21;12,01;2,10',
];

/** What a step needs to get to its picture. */
interface Scene {
	stage: DemoStage;
	/** Opens an address in a browser window of this size, signed in as this user. */
	open: (url: string, login: Login, size?: { width: number; height: number }) => Promise<Page>;
	/** n8n itself, signed in as its owner. */
	owner: Page;
	take: (name: string, page: Page, fullPage?: boolean) => Promise<void>;
}
interface Login {
	user: string;
	password: string;
}

/** The dashboard of an ordinary day: orders booked, a few that need somebody, one of them opened. */
async function pictureDashboard({ stage, open, take }: Scene): Promise<void> {
	const { url } = stage.dashboard;
	const errors = async (language: string, size = WIDE): Promise<Page> => {
		const page = await open(`${url}?language=${language}&tab=errors`, stage.dashboard, size);
		await page.locator(`tr[data-key="${WAITING}"] summary`).first().click();
		return page;
	};
	await take('dashboard-errors', await errors('en'));
	await take('dashboard-errors-nl', await errors('nl'));
	await take('dashboard-phone', await errors('en', PHONE));
	await take('dashboard-report', await open(`${url}?language=en`, stage.dashboard), false);
	const order = `${url}?language=en&order=${encodeURIComponent(BOOKED)}`;
	await take('dashboard-order', await open(order, stage.dashboard));
	const from = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
	const reconciliation = `${url}?language=en&tab=reconciliation&from=${from}`;
	await take('dashboard-reconciliation', await open(reconciliation, stage.dashboard));
}

/** The form of the migration, a dry run over a year, and how far the migration is. */
async function pictureMigration({ stage, owner, take }: Scene): Promise<void> {
	const { server } = stage;
	await server.client.activate(stage.ids[MIGRATE]!);
	await owner.setViewportSize({ ...WIDE, height: 240 });
	const ask = async (action: string): Promise<void> => {
		await owner.goto(`${server.baseUrl}/form/migrate-orders-my-client-woocommerce`);
		const permission = owner.getByText('Allow access');
		const form = owner.getByText('Wat te doen');
		await permission.or(form).first().waitFor();
		if (await permission.isVisible()) await permission.click();
		await form.waitFor();
		await owner.locator('input[type=date]').nth(0).fill(DAYS[0]);
		await owner.locator('input[type=date]').nth(1).fill(DAYS[1]);
		await owner.locator('select').selectOption(action);
	};
	const send = async (answer: RegExp): Promise<void> => {
		await owner.getByRole('button', { name: 'Uitvoeren' }).click();
		await owner.getByText(answer).first().waitFor({ timeout: 300_000 });
	};
	await ask('Proefronde');
	await take('migration-form', owner);
	await send(/Er is niets geboekt/);
	await take('migration-dry-run', owner);
	await ask('Overzetten');
	await send(/elke vijf minuten/);
	const run = await server.client.runWorkflow(stage.ids[MIGRATE]!, 'Every five minutes');
	await server.client.waitForExecution(run, 600);
	await ask('Voortgang tonen');
	await send(/gelezen|gereed|loopt/i);
	await take('migration-progress', owner);
}

/** The forms on which files are uploaded. */
async function pictureUploads({ stage, open, take }: Scene): Promise<void> {
	const payout = await open(stage.upload.url, stage.upload, NARROW);
	await payout.getByText('Een uitbetaling boeken').waitFor();
	await take('payout-form', payout);
	const { ids, server } = await withFileShop(stage);
	await server.client.activate(ids['Process orders']!);
	await server.client.activate(ids['Orders from a file (webshop)']!);
	const form = `${server.baseUrl}/form/my-client-webshop-orders`;
	await untilOpen(form);
	const page = await open(form, stage.upload, NARROW);
	await page.getByText('Bestellingen uit een bestand').waitFor();
	await take('order-files-form', page);
	const file = { name: 'bestellingen.csv', mimeType: 'text/csv' };
	const buffer = Buffer.from(ORDERS.join('\r\n'));
	await page.locator('input[type=file]').setInputFiles({ ...file, buffer });
	await page.locator('select').selectOption('Voorbeeld');
	await page.getByRole('button', { name: 'Versturen' }).click();
	await page
		.getByText(/begrepen/)
		.first()
		.waitFor();
	await page.setViewportSize(WIDE);
	await take('order-files-preview', page);
}

/** What the demo's client did by the time the pictures are taken. */
async function liveADay(stage: DemoStage): Promise<void> {
	await runHourly(stage);
	for (const name of ['Hourly refund sync WooCommerce', 'Daily payment matching WooCommerce']) {
		const trigger = name.startsWith('Daily') ? 'Every day' : 'Every hour';
		await runWorkflow(stage, name, trigger);
	}
	await runWorkflow(stage, 'Reconcile period WooCommerce', 'When clicked');
	await switchOnSchedules(stage);
}

/** Pictures and how they are taken. */
const parts = [
	{
		names: ['errors', 'errors-nl', 'phone', 'report', 'order', 'reconciliation'].map(
			(name) => `dashboard-${name}`,
		),
		picture: pictureDashboard,
	},
	{
		names: ['form', 'dry-run', 'progress'].map((name) => `migration-${name}`),
		picture: pictureMigration,
	},
	{ names: ['payout-form', 'order-files-form', 'order-files-preview'], picture: pictureUploads },
];

async function openIn(browser: Browser, url: string, login: Login, size = WIDE): Promise<Page> {
	const context = await browser.newContext({
		httpCredentials: { username: login.user, password: login.password },
		viewport: size,
		locale: 'en-GB',
	});
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(url);
	return page;
}

/** Takes the pictures of the pages that people see outside n8n's editor. */
export async function picturePages(
	stage: DemoStage,
	wanted: (name: string) => boolean,
): Promise<void> {
	const chosen = parts.filter(({ names }) => names.some(wanted));
	if (chosen.length === 0) return;
	await mkdir(IMAGES, { recursive: true });
	await liveADay(stage);
	const editor = await openEditor(stage.server);
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: BROWSER_ARGUMENTS,
	});
	try {
		// The pages themselves let no picture in.
		const empty = await browser.newPage();
		const take: Scene['take'] = async (name, page, fullPage = true) => {
			const picture = await smallPng(empty, await page.screenshot({ fullPage }));
			await writeFile(path.join(IMAGES, `${name}.png`), picture);
			stage.say(`${name}: ${Math.round(picture.length / 1000)} kB`);
		};
		const open: Scene['open'] = async (url, login, size) => await openIn(browser, url, login, size);
		for (const { picture } of chosen) await picture({ stage, open, owner: editor.page, take });
	} finally {
		await browser.close();
		await editor.close();
	}
}
