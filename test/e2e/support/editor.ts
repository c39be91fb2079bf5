import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { ensureChromium } from '../../../scripts/chromium';
import type { N8nServer } from '../../../scripts/n8nServer';
import { PATIENCE_MS, untilShown } from './until';

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

/** What a browser would make up; n8n binds the sign-in to it. */
const BROWSER_ID = 'webshop-snelstart-browser';

/** Signs the owner in by n8n's own call: its page would load the whole editor first. */
async function signIn(context: BrowserContext, server: N8nServer): Promise<void> {
	await context.addInitScript(`localStorage.setItem('n8n-browserId', '${BROWSER_ID}')`);
	const answer = await context.request.post(`${server.baseUrl}/rest/login`, {
		headers: { 'browser-id': BROWSER_ID },
		data: { emailOrLdapLoginId: server.email, password: server.password },
	});
	if (!answer.ok()) throw new Error(`n8n lets nobody in: ${await answer.text()}`);
}

/**
 * Goes to a workflow. The editor is loaded anew: on the way from one workflow to the next, n8n's own
 * router throws now and then, and draws no node.
 */
async function goToWorkflow(page: Page, baseUrl: string, id: string): Promise<void> {
	await page.goto(`${baseUrl}/workflow/${id}`);
	await page.locator(byTestId('canvas-node')).first().waitFor();
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
		await signIn(context, server);
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		const panel = page.locator(byTestId('ndv'));
		return {
			page,
			openWorkflow: async (id) => {
				await goToWorkflow(page, server.baseUrl, id);
				await page.locator(byTestId('zoom-to-fit')).click();
				// The zoom is an animation.
				await page.waitForTimeout(1_000);
			},
			openNode: async (name) => {
				const node = page.locator(
					`${byTestId('canvas-node')}[data-node-name=${JSON.stringify(name)}]`,
				);
				await untilShown(panel, async (limit) => await node.dblclick(limit));
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
