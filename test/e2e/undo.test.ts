/** The form of Undo bookings on a real n8n, and SnelStart's books after it. */
import type { Sandbox } from '../../sandbox/index';
import type { DemoStage } from '../../scripts/demoStage';
import type { N8nServer } from '../../scripts/n8nServer';
import { openEditor } from './support/editor';
import type { Editor } from './support/editor';
import { startStage, startStandIns } from './support/stage';

const HOURLY = 'Hourly order sync WooCommerce';

let sandbox: Sandbox;
let server: N8nServer;
let stage: DemoStage;
let editor: Editor;

const entries = () => sandbox.snelStart.books.summary().salesEntries;
const cents = (numbers: string[]) =>
	entries()
		.filter(({ factuurnummer }) => numbers.includes(factuurnummer))
		.reduce((all, { factuurbedrag }) => all + Math.round(Number(factuurbedrag) * 100), 0);

async function sync(): Promise<void> {
	const id = await server.client.runWorkflow(stage.ids[HOURLY]!, 'Every hour');
	const { status, error } = await server.client.waitForExecution(id, 300);
	expect([status, error]).toEqual(['success', undefined]);
}

/** Fills in the form as a person does; gives the text of the page that comes. */
async function ask(orders: string, action: string, count = ''): Promise<string> {
	const { page } = editor;
	await page.goto(`${server.baseUrl}/form/undo-bookings-my-client`);
	const permission = page.getByText('Allow access');
	const form = page.getByText('Bestelnummers', { exact: true });
	await permission.or(form).first().waitFor();
	if (await permission.isVisible()) await permission.click();
	await form.waitFor();
	await page.getByPlaceholder('met komma').fill(orders);
	await page.locator('select').nth(1).selectOption('Meenemen');
	await page.locator('select').nth(2).selectOption(action);
	if (count !== '') await page.locator('input[type=number]').nth(1).fill(count);
	await page.getByRole('button', { name: 'Uitvoeren' }).click();
	await page
		.getByText(/Dit is een voorbeeld|teruggedraaid/)
		.first()
		.waitFor({ timeout: 120_000 });
	return await page.locator('body').innerText();
}

beforeAll(async () => {
	sandbox = await startStandIns();
	stage = await startStage(sandbox);
	server = stage.server;
	await server.client.activate(stage.ids['Undo bookings']!);
	editor = await openEditor(server);
	await sync();
});

afterAll(async () => {
	await editor?.close();
	await server?.stop();
	await sandbox?.stop();
});

test('a booking is shown, undone and booked again under the next number', async () => {
	const before = entries().length;
	expect(await ask('28, 29', 'Voorbeeld')).toContain('2 boekingen kunnen teruggedraaid worden');
	expect(entries()).toHaveLength(before);
	expect(await ask('28, 29', 'Terugdraaien', '1')).toContain('Er is niets teruggedraaid');
	expect(entries()).toHaveLength(before);
	expect(await ask('28, 29', 'Terugdraaien', '2')).toContain('2 boekingen zijn teruggedraaid');
	expect(entries()).toHaveLength(before + 2);
	await sync();
	expect(entries()).toHaveLength(before + 4);
	for (const number of ['28', '29']) {
		expect(cents([`W${number}`, `CW${number}`])).toBe(0);
		expect(cents([`W${number}-2`])).toBe(cents([`W${number}`]));
	}
	const rows = (await server.client.rows('WebshopOrders')).filter(({ version }) => version === 2);
	expect(rows).toMatchObject([{ state: 'booked' }, { state: 'booked' }]);
	await sync();
	expect(entries()).toHaveLength(before + 4);
});
