import { readFile } from 'node:fs/promises';

import { runWorkflow } from '../../../../scripts/demoStage';
import type { DemoStage } from '../../../../scripts/demoStage';
import { lastDayOfLastMonth } from '../../../support/months';
import { openEditor } from '../editor';
import { tabOf, untilOrders, type Walk } from './walk';

const PREVIEW = 'Preview orders WooCommerce';
/** A cent that the shop and the books differ in. */
const TRIFLE = '0,01';

/** A month as people say it: 10-2026. */
export const monthInWords = (month: string): string => month.split('-').reverse().join('-');

/** In the client's first days: looks at the preview in n8n, then approves what it showed. */
export async function approveThePreview({ stage, page, take }: Walk): Promise<{ preview: string }> {
	const editor = await openEditor(stage.server);
	let preview: string;
	try {
		await editor.openWorkflow(stage.ids[PREVIEW]!);
		await editor.execute();
		await editor.openNode('Preview orders');
		const panel = editor.page.locator('[data-test-id=output-panel]');
		await panel.getByText('domestic').first().waitFor();
		preview = await panel.innerText();
	} finally {
		await editor.close();
	}
	await page.goto(tabOf(stage, 'open'));
	await page.getByText('wacht op goedkeuring').first().waitFor();
	await take('journey-bookkeeper-1-approve', page, false);
	await page.getByRole('button', { name: 'Keur alles goed', exact: true }).click();
	await page.getByRole('status').waitFor();
	await untilOrders(stage, (rows) => rows.every(({ code }) => code !== 'AWAITS_APPROVAL'));
	await untilOrders(stage, (rows) => rows.every(({ state }) => state !== 'booking'));
	return { preview };
}

/** Both shops compared with the books over last month, as n8n does by itself on the third. */
export async function compareLastMonth(stage: DemoStage): Promise<void> {
	for (const shop of ['WooCommerce', 'JouwWeb']) {
		await runWorkflow(stage, `Reconcile period ${shop}`, 'When clicked');
	}
}

/** Signs last month off with a cent set aside, and takes the month along as CSV and as a workbook. */
export async function signTheMonthOff(
	{ stage, page, take }: Walk,
	by: string,
): Promise<{ csv: string; workbook: Buffer; from: string; until: string }> {
	const until = lastDayOfLastMonth(new Date());
	const month = until.slice(0, 7);
	const period = `&from=${month}-01&until=${until}`;
	const card = page.locator(`section[data-month="${month}"]`);

	await page.goto(tabOf(stage, 'reconciliation', period));
	await card.getByLabel('Zet verschillen opzij').fill(TRIFLE);
	await card.getByRole('button', { name: 'Toon welke' }).click();
	await card.getByText('zou opzij gezet worden').waitFor();
	await take('journey-bookkeeper-2-month', page);
	await card.getByRole('button', { name: `Teken ${monthInWords(month)} af` }).click();
	await card.getByText(`afgetekend door ${by}`).waitFor();
	await take('journey-bookkeeper-3-signed', page, false);

	await page.goto(tabOf(stage, 'report', period));
	await page.getByText('Geboekt en gedateerd in deze periode').waitFor();
	await take('journey-bookkeeper-4-export', page, false);
	const download = async (name: string): Promise<Buffer> => {
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name }).click(),
		]);
		return await readFile(await file.path());
	};
	const csv = (await download('Download als CSV')).toString('utf8');
	const workbook = await download('Download als Excel');
	return { csv, workbook, from: `${month}-01`, until };
}
