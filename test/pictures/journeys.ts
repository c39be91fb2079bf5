import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { startSandbox } from '../../sandbox/index';
import { ensureChromium } from '../../scripts/chromium';
import { prepareStage, runHourly, runWorkflow } from '../../scripts/demoStage';
import { BROWSER_ARGUMENTS } from '../e2e/support/editor';
import {
	approveThePreview,
	compareLastMonth,
	signTheMonthOff,
} from '../e2e/support/journeys/bookkeeper';
import {
	bookInTheEditor,
	startWithNewShop,
	treeWithNewShop,
} from '../e2e/support/journeys/contributor';
import { approvingFirst, differByACent, giveLastMonth } from '../e2e/support/journeys/month';
import { findTheMissingOrder } from '../e2e/support/journeys/owner';
import { openDashboard, type Walk } from '../e2e/support/journeys/walk';
import { startN8nWithNodes } from '../support/n8nServer';
import { IMAGES } from './canvases';
import { smallPng } from './smallPng';

const OF_CLIENT = ['owner', 'bookkeeper'];
const OF_CONTRIBUTOR = ['contributor'];

/**
 * Walks the journeys that test/e2e walks, each on an n8n of its own, and takes the pictures of
 * docs/journeys.md on the way.
 */
export async function pictureJourneys(
	wanted: (name: string) => boolean,
	say: (line: string) => void,
): Promise<void> {
	const isWanted = (journeys: string[]): boolean =>
		journeys.some((journey) => wanted(`journey-${journey}`));
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: BROWSER_ARGUMENTS,
	});
	await mkdir(IMAGES, { recursive: true });
	try {
		// The pages themselves let no picture in.
		const empty = await browser.newPage();
		const take: Walk['take'] = async (name, page, fullPage = true) => {
			const picture = await smallPng(empty, await page.screenshot({ fullPage }));
			await writeFile(path.join(IMAGES, `${name}.png`), picture);
			say(`${name}: ${Math.round(picture.length / 1000)} kB`);
		};
		if (isWanted(OF_CLIENT)) await walkTheClient(take, say);
		if (isWanted(OF_CONTRIBUTOR)) await addAShop(take);
	} finally {
		await browser.close();
	}
}

async function walkTheClient(take: Walk['take'], say: (line: string) => void): Promise<void> {
	const sandbox = await startSandbox();
	giveLastMonth(sandbox);
	const server = await startN8nWithNodes();
	try {
		const first = await approvingFirst(await prepareStage(sandbox, server, { say }));
		await runHourly(first);
		const { page, browser } = await openDashboard(first);
		try {
			await approveThePreview({ stage: first, page, take });
			const { stage } = await findTheMissingOrder({ stage: first, page, take });
			differByACent(sandbox);
			for (const shop of ['WooCommerce', 'JouwWeb']) {
				await runWorkflow(stage, `Daily payment matching ${shop}`, 'Every day');
			}
			await compareLastMonth(stage);
			await signTheMonthOff({ stage, page, take }, stage.dashboard.user);
		} finally {
			await browser.close();
		}
	} finally {
		await server.stop();
		await sandbox.stop();
	}
}

async function addAShop(take: Walk['take']): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'new-shop-'));
	const tree = path.join(folder, 'tree');
	const sandbox = await startSandbox();
	try {
		treeWithNewShop(tree);
		const server = await startWithNewShop(tree, sandbox);
		try {
			await bookInTheEditor(server, tree, take);
		} finally {
			await server.stop();
		}
	} finally {
		await sandbox.stop();
		await rm(folder, { recursive: true, force: true });
	}
}
