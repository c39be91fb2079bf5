import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

import type { WorkflowJson } from '../../../cli/workflowJson';
import type { N8nServer } from '../../../scripts/n8nServer';
import { withoutStrike } from './clockMinute';
import { openEditor } from './editor';
import { PATIENCE_MS, until, untilShown } from './until';

/** Seconds per key, per pointing, per press of a button, per move of the hand, and per thought before it. */
const [KEY, POINT, PRESS, HAND, THINK] = [0.28, 1.1, 0.2, 0.4, 1.35];
/** A file is found and opened in the system's own window: two clicks that n8n does not see. */
const CHOOSE_FILE = 2 * (THINK + POINT + PRESS);
const LONGEST_TYPED = 24;

const WORKFLOW = '/workflow/';

const byTestId = (id: string): string => `[data-test-id="${id}"]`;

/** A person at n8n's editor, who does what docs/new-client.md says and has the clicks counted. */
export interface Hand {
	page: Page;
	/** Shows a workflow that is there already. */
	openWorkflow(id: string): Promise<void>;
	/** Clicks so far; a double click is two. */
	clicks(): number;
	/**
	 * What a practised person's hands and head take for it, in seconds, by the keystroke-level model
	 * (Card, Moran and Newell 1983): no time of this machine. The waiting for n8n comes on top.
	 */
	seconds(): number;
	/** Step 2: makes a credential and waits until n8n says that it works. */
	makeCredential(
		type: string,
		fields: Record<string, string>,
		/** Where the stand-ins are, which nobody fills in for SnelStart itself. */
		addresses?: Record<string, string>,
	): Promise<void>;
	/** Step 3: a new workflow, its menu, Import, From file; gives the id of the saved workflow. */
	importFile(file: string): Promise<string>;
	/** Step 4: puts proposed settings on the canvas of Client settings, in the place of its node. */
	pasteSettings(text: string): Promise<void>;
	/** Step 5: chooses the workflow that a node of the open workflow calls. */
	link(node: string, workflow: string): Promise<void>;
	/** Step 6: fills in one of Your values. */
	fillValue(name: string, value: string): Promise<void>;
	/** Clicks Execute and waits until n8n says that the run succeeded. */
	run(): Promise<void>;
	publish(): Promise<void>;
	close(): Promise<void>;
}

/** Does something to the open workflow and waits until n8n has saved it, a moment later by itself. */
export async function untilSaved(page: Page, change: () => Promise<void>): Promise<void> {
	const saved = page.waitForResponse(
		(answer) =>
			['POST', 'PATCH'].includes(answer.request().method()) &&
			/\/rest\/workflows(\/[^/?]+)?(\?|$)/.test(answer.url()) &&
			answer.ok(),
		// A large node is drawn anew at every change, for seconds on a busy machine.
		{ timeout: 180_000 },
	);
	await Promise.all([saved, change()]);
}

/** Imports a file as a new workflow, from any page of n8n; gives the id of the saved workflow. */
async function importFile(
	page: Page,
	file: string,
	click: (target: Locator) => Promise<void>,
	clickUntil: (shown: Locator, target: Locator) => Promise<void>,
): Promise<string> {
	const before = page.url();
	await click(page.locator(byTestId('universal-add')));
	await click(page.getByText('New workflow', { exact: true }).first());
	await page.waitForURL(({ href, pathname }) => href !== before && pathname.startsWith(WORKFLOW));
	const [id] = new URL(page.url()).pathname.slice(WORKFLOW.length).split('/');
	await page.getByText('Add first step').first().waitFor();
	const menu = page.locator(byTestId('workflow-menu')).first();
	const entry = page.getByText('Import', { exact: true }).first();
	await clickUntil(entry, menu);
	await entry.hover();
	const chosen = page.waitForEvent('filechooser');
	await click(page.getByText(/^From file/).first());
	const chooser = await chosen;
	const template = JSON.parse(await readFile(file, 'utf8')) as WorkflowJson;
	const buffer = Buffer.from(JSON.stringify(withoutStrike(template)));
	const chosenFile = { name: path.basename(file), mimeType: 'application/json', buffer };
	await untilSaved(page, async () => await chooser.setFiles(chosenFile));
	return id!;
}

/** Opens the editor for somebody who imports a client by hand. */
export async function openByHand(server: N8nServer): Promise<Hand> {
	const editor = await openEditor(server);
	const { page } = editor;
	const panel = page.locator(byTestId('ndv'));
	let clicks = 0;
	let seconds = 0;

	const countClicks = (count: number): void => {
		clicks += count;
		seconds += THINK + POINT + count * PRESS;
	};

	const click = async (target: Locator): Promise<void> => {
		countClicks(1);
		await target.click();
	};

	/** A click that opens something; counted once, however often n8n loses it. */
	const clickUntil = async (shown: Locator, target: Locator): Promise<void> => {
		countClicks(1);
		await untilShown(shown, async (limit) => await target.click(limit));
	};

	const dialog = page.locator('[role=dialog][aria-modal=true]');
	const notice = dialog.getByText("Don't show again");
	/** What n8n explains at the first publication; not at every one, and sometimes a moment later. */
	await page.addLocatorHandler(notice, async () => {
		await click(notice);
		await click(dialog.getByRole('button', { name: 'Got it' }));
	});

	const drag = async (from: Locator, to: Locator): Promise<void> => {
		countClicks(1);
		seconds += POINT;
		await from.dragTo(to);
	};

	const keys = (count: number): void => {
		seconds += 2 * HAND + THINK + count * KEY;
	};
	/** A name is typed; a key or address is copied where it stands and pasted. */
	const type = async (field: Locator, text: string): Promise<void> => {
		if (text.length <= LONGEST_TYPED) keys(text.length);
		else {
			seconds += THINK + POINT + 2 * PRESS;
			keys(4);
		}
		await field.fill(text);
	};

	const changing = async (change: () => Promise<void>): Promise<void> =>
		await untilSaved(page, change);

	const openNode = async (name: string): Promise<void> => {
		countClicks(2);
		await editor.openNode(name);
	};

	return {
		page,
		openWorkflow: editor.openWorkflow,
		clicks: () => clicks,
		seconds: () => seconds,
		makeCredential: async (name, fields, addresses = {}) => {
			await page.goto(`${server.baseUrl}/home/credentials`);
			await click(
				page.getByRole('button', { name: /create credential|add first credential/i }).first(),
			);
			await type(page.locator(`${byTestId('new-credential-type-select')} input`).first(), name);
			await page.getByRole('option', { name, exact: true }).first().waitFor();
			await page.keyboard.press('Enter');
			await click(page.locator(byTestId('new-credential-type-button')));
			const input = (field: string): Locator =>
				page.locator(`${byTestId(`parameter-input-${field}`)} input`).first();
			for (const [field, address] of Object.entries(addresses)) await input(field).fill(address);
			for (const [field, value] of Object.entries(fields)) {
				await click(input(field));
				await type(input(field), value);
			}
			await click(page.getByRole('dialog').getByRole('button', { name: 'Save' }));
			await page
				.getByText(/Connection tested successfully/)
				.first()
				.waitFor();
			await page.keyboard.press('Escape');
			await page.getByRole('dialog').waitFor({ state: 'hidden' });
		},
		importFile: async (file) => {
			seconds += CHOOSE_FILE;
			return await importFile(page, file, click, clickUntil);
		},
		pasteSettings: async (text) => {
			await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
			const node = (name: string): Locator =>
				page.locator(`${byTestId('canvas-node')}[data-node-name="${name}"]`);
			const handle = (side: string, name: string): Locator =>
				page.locator(`${byTestId(`canvas-node-${side}-handle`)}[data-node-name="${name}"]`);
			await click(node('Webshop settings'));
			await page.keyboard.press('Delete');
			await page
				.locator(`${byTestId('edge')}[data-source-node-name="When clicked"]`)
				.hover({ force: true });
			await click(page.locator(byTestId('delete-connection-button')).first());
			await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
			keys(2);
			await page.keyboard.press('ControlOrMeta+v');
			await node('Webshop settings').waitFor();
			await drag(handle('output', 'When clicked'), handle('input', 'Webshop settings'));
			await changing(
				async () =>
					await drag(handle('output', 'Webshop settings'), handle('input', 'Find newest version')),
			);
		},
		link: async (node, workflow) => {
			await openNode(node);
			await click(panel.locator(byTestId('rlc-input')).first());
			// The first of this name, in colour, is what the file says; the other one is the workflow.
			const items = page.locator(byTestId('rlc-item')).filter({ hasText: workflow });
			await changing(async () => await click(items.last()));
			await editor.closeNode();
		},
		fillValue: async (name, value) => {
			await openNode('Your values');
			const field = panel
				.locator(byTestId('assignment'))
				.filter({ has: page.locator(`input[value="${name}"]`) });
			await changing(async () => {
				const input = field.locator('input, textarea, [contenteditable=true]').last();
				await click(input);
				await type(input, value);
			});
			// Escape would only leave the field.
			await click(panel.locator(byTestId('ndv-close-button')));
			await panel.waitFor({ state: 'hidden' });
		},
		run: async () => {
			const succeeded = page.getByText('Workflow executed successfully').first();
			// The notice of the run before.
			await succeeded.waitFor({ state: 'hidden' });
			countClicks(1);
			await editor.execute();
			await succeeded.waitFor({ timeout: 5_000 });
		},
		publish: async () => {
			const button = dialog.getByRole('button', { name: 'Publish' });
			const published = page.getByRole('button', { name: 'Published' }).first();
			const isDone = async (): Promise<boolean> => {
				// Whatever is done next has the notice closed first.
				if (await notice.isVisible()) await page.locator('body').hover({ trial: true });
				return await published.isVisible();
			};
			const opener = page.getByRole('button', { name: 'Publish', exact: true }).first();
			await clickUntil(button, opener);
			await click(button);
			// A click that comes before n8n has drawn everything is lost.
			await until(isDone, (done) => done, 20).catch(async () => {
				if (await button.isVisible()) await button.click();
			});
			await until(isDone, (done) => done, PATIENCE_MS / 1_000).catch(async () => {
				throw new Error(`Not published: ${await page.locator('body').ariaSnapshot()}`);
			});
		},
		close: editor.close,
	};
}
