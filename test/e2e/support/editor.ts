import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { ensureChromium } from '../../../scripts/chromium';
import type { N8nServer } from '../../../scripts/n8nServer';

const OUTPUT = path.resolve(__dirname, '..', '..', '..', 'test-output');

export const BROWSER_ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** n8n's editor in a browser, signed in. */
export interface Editor {
	/** Playwright's page, for whatever the helpers below do not cover. */
	page: Page;
	/** Opens a workflow's canvas and shows all of its nodes. */
	openWorkflow(id: string): Promise<void>;
	/** Opens the panel of the node with exactly this name. */
	openNode(name: string): Promise<void>;
	closeNode(): Promise<void>;
	/** Clicks Execute and waits until the run is over. */
	execute(): Promise<void>;
	/** Saves test-output/<name>.png and gives its path. */
	screenshot(name: string): Promise<string>;
	close(): Promise<void>;
}

const byTestId = (id: string): string => `[data-test-id="${id}"]`;

/** Signs the owner in through n8n's own page. */
async function signIn(page: Page, { baseUrl, email, password }: N8nServer): Promise<void> {
	await page.goto(`${baseUrl}/signin`);
	await page.locator('input[type=email]').fill(email);
	await page.locator('input[type=password]').fill(password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}

/** Opens the editor of a running n8n in Chromium and signs in. */
export async function openEditor(server: N8nServer): Promise<Editor> {
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: BROWSER_ARGUMENTS,
	});
	try {
		// A context of its own takes more pages, which are signed in as well.
		const context = await browser.newContext({
			viewport: { width: 1600, height: 1000 },
			locale: 'en-GB',
		});
		const page = await context.newPage();
		page.setDefaultTimeout(60_000);
		await signIn(page, server);
		const panel = page.locator(byTestId('ndv'));
		return {
			page,
			openWorkflow: async (id) => {
				await page.goto(`${server.baseUrl}/workflow/${id}`);
				await page.locator(byTestId('canvas-node')).first().waitFor();
				await page.locator(byTestId('zoom-to-fit')).click();
				// The zoom is an animation.
				await page.waitForTimeout(1_000);
			},
			openNode: async (name) => {
				const node = `[data-node-name=${JSON.stringify(name)}]`;
				await page.locator(byTestId('canvas-node') + node).dblclick();
				await panel.waitFor();
			},
			closeNode: async () => {
				await page.keyboard.press('Escape');
				await panel.waitFor({ state: 'hidden' });
			},
			execute: async () => {
				await page.locator(byTestId('execute-workflow-button')).first().click();
				await page
					.getByText(/Workflow executed successfully|Problem in node/)
					.first()
					.waitFor();
			},
			screenshot: async (name) => {
				await mkdir(OUTPUT, { recursive: true });
				const file = path.join(OUTPUT, `${name}.png`);
				await page.screenshot({ path: file });
				return file;
			},
			close: async () => await browser.close(),
		};
	} catch (error) {
		await browser.close();
		throw error;
	}
}
