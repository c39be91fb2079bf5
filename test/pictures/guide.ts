import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DemoStage } from '../../scripts/demoStage';
import { openEditor } from '../e2e/support/editor';
import type { Editor } from '../e2e/support/editor';
import { IMAGES } from './canvases';
import { smallPng } from './smallPng';

const WINDOW = { width: 1280, height: 800 };

/** What the guide shows by hand: templates as they come out of their files. */
const BY_HAND = ['Book and record', 'Process orders'];

/** What a step needs to get to its picture. */
interface Scene {
	stage: DemoStage;
	editor: Editor;
	/** Template → workflow that was imported by hand. */
	byHand: Record<string, string>;
}

const byTestId = (id: string): string => `[data-test-id=${id}]`;

/** Waits until nothing moves any more. */
async function settle({ page }: Editor): Promise<void> {
	await page.waitForLoadState('networkidle').catch(() => undefined);
	await wait(1_500);
}

async function openResult(scene: Scene, name: string, node: string): Promise<void> {
	const { editor, stage } = scene;
	await editor.openWorkflow(stage.ids[name]!);
	await editor.execute();
	await settle(editor);
	await editor.openNode(node);
	await settle(editor);
}

/** File name of the picture → how to get there. */
const steps: Record<string, (scene: Scene) => Promise<void>> = {
	'guide-1-install': async ({ editor, stage }) => {
		await editor.page.goto(`${stage.server.baseUrl}/settings/community-nodes`);
		await settle(editor);
		const install = editor.page.getByRole('button', { name: /install/i }).first();
		await install.click();
		await editor.page
			.getByRole('dialog')
			.locator('input')
			.first()
			.fill('n8n-nodes-webshop-snelstart');
		await settle(editor);
	},
	'guide-2-credential': async ({ editor, stage }) => {
		await editor.page.goto(`${stage.server.baseUrl}/home/credentials`);
		await editor.page.getByText('my-client: SnelStart').first().click();
		await editor.page
			.getByText(/Connection tested successfully/)
			.first()
			.waitFor();
		await settle(editor);
	},
	'guide-3-import': async ({ editor, stage }) => {
		await editor.page.goto(`${stage.server.baseUrl}/workflow/new`);
		await settle(editor);
		await editor.page.locator(byTestId('workflow-menu')).first().click();
		await editor.page.getByText('Import', { exact: true }).first().hover();
		await settle(editor);
	},
	'guide-4-settings': async ({ editor, stage }) => {
		await editor.openWorkflow(stage.ids['Client settings']!);
		await editor.openNode('Webshop settings');
		await editor.page
			.locator(byTestId('ndv'))
			.getByText('VAT Mapping')
			.first()
			.scrollIntoViewIfNeeded();
		await settle(editor);
	},
	'guide-5-link': async ({ editor, byHand }) => {
		await editor.openWorkflow(byHand['Process orders']!);
		await editor.openNode('Book and record');
		await editor.page
			.locator(`${byTestId('ndv')} ${byTestId('rlc-input')}`)
			.first()
			.click();
		await settle(editor);
	},
	'guide-6-values': async ({ editor, stage }) => {
		await editor.openWorkflow(stage.ids['Hourly order sync WooCommerce']!);
		await editor.openNode('Your values');
		await settle(editor);
	},
	'guide-7-check': async (scene) => await openResult(scene, 'Set-up check WooCommerce', 'Lights'),
	'guide-8-preview': async (scene) =>
		await openResult(scene, 'Preview orders WooCommerce', 'Preview orders'),
	'guide-9-publish': async ({ editor, stage }) => {
		await editor.openWorkflow(stage.ids['Hourly order sync WooCommerce']!);
		await editor.page.getByRole('button', { name: 'Publish' }).first().click();
		await settle(editor);
	},
};

/** Takes the pictures of docs/new-client.md; call it before anything is switched on. */
export async function pictureGuide(
	stage: DemoStage,
	wanted: (name: string) => boolean,
): Promise<void> {
	const { server, templates, say } = stage;
	const byHand: Record<string, string> = {};
	for (const name of BY_HAND) {
		const template = templates.find((one) => one.name === name)!;
		byHand[name] = await server.client.importWorkflow(template);
	}
	await mkdir(IMAGES, { recursive: true });
	const editor = await openEditor(server);
	try {
		await editor.page.setViewportSize(WINDOW);
		for (const [name, step] of Object.entries(steps)) {
			if (!wanted(name)) continue;
			// The step before may have left a panel open.
			await editor.page.goto('about:blank');
			await step({ stage, editor, byHand });
			const picture = await smallPng(editor.page, await editor.page.screenshot());
			await writeFile(path.join(IMAGES, `${name}.png`), picture);
			say(`${name}: ${Math.round(picture.length / 1000)} kB`);
		}
	} finally {
		await editor.close();
	}
}
