import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

import { ensureChromium } from '../../../../scripts/chromium';
import type { DemoStage } from '../../../../scripts/demoStage';
import { PATIENCE_MS, until } from '../until';
import { BROWSER_ARGUMENTS } from '../editor';

/** What whoever walks has at hand. */
export interface Walk {
	stage: DemoStage;
	/** The dashboard of the client, signed in. */
	page: Page;
	/** Where a picture of the journey belongs; the documentation shows them in this order. */
	take: (name: string, page: Page, fullPage?: boolean) => Promise<void>;
}

/** A browser with the client's dashboard. */
export async function openDashboard({
	dashboard: { url, user, password },
}: DemoStage): Promise<{ page: Page; browser: Browser }> {
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: [...BROWSER_ARGUMENTS, '--lang=nl-NL'],
		// Chromium writes days in the language of its surroundings.
		env: { ...process.env, LANGUAGE: 'nl_NL' },
	});
	const context = await browser.newContext({
		httpCredentials: { username: user, password },
		viewport: { width: 1100, height: 900 },
		locale: 'nl-NL',
	});
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(`${url}?language=nl`);
	return { page, browser };
}

/** The address of a tab in Dutch, over a period. */
export const tabOf = ({ dashboard }: DemoStage, tab: string, more = ''): string =>
	`${dashboard.url}?language=nl&tab=${tab}${more}`;

/** Clicks what stands on the page under this name; the page that follows is there then. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
	await page.locator('nav, main').getByRole('link', { name }).first().click();
	await page.waitForLoadState();
}

/** Waits until this many orders of the client's shops are in this state. */
export async function untilOrders(
	{ server }: DemoStage,
	isSo: (rows: Array<Record<string, unknown>>) => boolean,
): Promise<void> {
	const orders = async () =>
		(await server.client.rows('WebshopOrders')).filter(({ kind }) => kind === 'order');
	await until(orders, isSo);
}
