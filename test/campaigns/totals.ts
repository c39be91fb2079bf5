import { importClient } from '../../cli/importClient';
import type { DemoStage } from '../../scripts/demoStage';
import { openSnelStart } from '../sandbox/client';

export const TOTALS = 'Book day totals';

/**
 * Has the demo's WooCommerce shop booked in day totals from now on.
 * @param rules more of the row of its totals
 */
export async function switchOnTotals(stage: DemoStage, rules: object = {}): Promise<DemoStage> {
	const { request, sandbox } = stage;
	const snelStart = await openSnelStart(sandbox.snelStart);
	const made = await snelStart.send('POST', '/relaties', {
		naam: 'Webshop day totals',
		relatiesoort: ['Klant'],
	});
	const row = {
		shop: 'woocommerce',
		numberPrefix: 'WDAG',
		relationId: (made.json as { id: string }).id,
		methodsByThemselves: [],
		...rules,
	};
	const { settings } = request.file;
	const file = { ...request.file, settings: { ...settings, dayTotals: [row] } };
	const ids = await importClient({ ...request, file, inactive: true });
	return { ...stage, ids, request: { ...request, file } };
}
