import type { Locator, Page } from 'playwright-core';

import { untilSaved } from './byHand';
import { untilShown } from './until';

const byTestId = (id: string): string => `[data-test-id="${id}"]`;

/** A field's own label, and what n8n adds to the label of a list of an administration. */
const labelled = (label: string): string =>
	[label, `${label} Name or ID`]
		.map((text) => `label span:text-is(${JSON.stringify(text)})`)
		.join(', ');

/** What a person does in the panel of a node that is open. */
export interface Panel {
	/** Adds a row to a list and fills it in, by the labels as they stand there. */
	addRow(list: string, fields: Record<string, string>): Promise<void>;
	/** Fills in, or chooses in a list, what stands below a label of the first row of a list. */
	changeRow(list: string, fields: Record<string, string>): Promise<void>;
	/** Fills in what stands below labels of the node itself. */
	fill(fields: Record<string, string>): Promise<void>;
	/** Makes a credential where the node wants one, and chooses it. */
	makeCredential(type: string, fields: Record<string, string>): Promise<void>;
	/** Whether a list of this title stands there. */
	hasList(list: string): Promise<boolean>;
	/** The address that a form or a webhook has once it is published. */
	productionUrl(): Promise<string>;
	close(): Promise<void>;
}

/** Opens the panel of a node on the canvas that is shown. */
export async function openPanel(page: Page, node: string): Promise<Panel> {
	const panel = page.locator(byTestId('ndv'));
	const onCanvas = page.locator(
		`${byTestId('canvas-node')}[data-node-name=${JSON.stringify(node)}]`,
	);
	await untilShown(panel, async (limit) => await onCanvas.dblclick(limit));

	const listOf = (title: string): Locator =>
		panel.locator(
			`.multi-parameter:has(> ${byTestId('input-label')} span:text-is(${JSON.stringify(title)}))`,
		);
	const fill = async (row: Locator, label: string, value: string): Promise<void> => {
		const item = row.locator(byTestId('parameter-item')).filter({
			has: page.locator(labelled(label)),
		});
		const choice = item.locator('[data-test-id^="parameter-input-"] input[role=combobox]');
		const field = item.locator('input').last();
		// What kind of field it is shows once it is drawn.
		await field.waitFor();
		if ((await choice.count()) === 0) {
			await field.fill(value);
			return;
		}
		// The lists of a large node are asked of SnelStart one by one, no faster than it allows.
		await choice.click({ timeout: 240_000 });
		await page.locator('[role=option]:visible').filter({ hasText: value }).first().click();
	};
	const fillRow = async (row: Locator, fields: Record<string, string>): Promise<void> => {
		const changes = Object.entries(fields);
		const last = changes.pop()!;
		for (const [label, value] of changes) await fill(row, label, value);
		await untilSaved(page, async () => await fill(row, ...last));
	};

	return {
		addRow: async (title, fields) => {
			const list = listOf(title);
			await list.locator(byTestId('fixed-collection-add')).last().click();
			await fillRow(list.locator('[data-draggable]').last(), fields);
		},
		changeRow: async (title, fields) =>
			await fillRow(listOf(title).locator('[data-draggable]').first(), fields),
		hasList: async (title) => (await listOf(title).count()) === 1,
		fill: async (fields) => await fillRow(panel, fields),
		makeCredential: async (type, fields) => {
			const slots = panel.locator(byTestId('node-credentials-slot'));
			await slots.first().waitFor();
			const ofType = slots.filter({ hasText: type });
			const slot = ((await ofType.count()) > 0 ? ofType : slots).first();
			const isFirst = slot.locator(`${byTestId('node-credentials-empty-state')} button`);
			if ((await isFirst.count()) > 0) await isFirst.first().click();
			else {
				await slot.locator('input').first().click();
				await page.locator(byTestId('node-credentials-select-item-new')).click();
			}
			const dialog = page.locator(byTestId('editCredential-modal'));
			await dialog.getByText(type).first().waitFor();
			for (const [field, value] of Object.entries(fields)) {
				await dialog.locator(`${byTestId(`parameter-input-${field}`)} input`).fill(value);
			}
			await untilSaved(page, async () => {
				await dialog.getByRole('button', { name: 'Save' }).click();
			});
			// One that n8n can try stays open, with what came of it.
			const tried = dialog.getByText(/Connection tested successfully/).first();
			while (await dialog.isVisible()) {
				if (await tried.isVisible()) await page.keyboard.press('Escape');
				await page.waitForTimeout(100);
			}
		},
		productionUrl: async () => {
			const heading = panel.getByText(/^\s*(Form|Webhook) URLs\s*$/).first();
			await heading.waitFor();
			const production = panel.getByText('Production URL', { exact: true }).first();
			await untilShown(production, async (limit) => await heading.click(limit));
			await production.click();
			const url = panel.getByText(/^https?:\/\/\S+\/(form|webhook)\/\S+$/).first();
			return (await url.innerText()).trim();
		},
		close: async () => {
			await panel.locator(byTestId('ndv-close-button')).click();
			await panel.waitFor({ state: 'hidden' });
		},
	};
}
