import { importClient } from '../../cli/importClient';
import { listTables, rowsOfClient, where } from '../../cli/tables';
import type { DemoStage } from '../../scripts/demoStage';

export const PAPERS = 'Attach papers WooCommerce';

/** Has a paper attached to the entry of each order of the demo's WooCommerce shop from now on. */
export async function switchOnPapers(stage: DemoStage): Promise<DemoStage> {
	const { settings, ...connections } = stage.request.file;
	const shops = settings.shops.map((shop) =>
		shop.kind === 'wooCommerce' ? { ...shop, paper: 'orderSheet' as const } : shop,
	);
	const request = { ...stage.request, file: { ...connections, settings: { ...settings, shops } } };
	return { ...stage, request, ids: await importClient({ ...request, inactive: true }) };
}

const HOURS = 3;

/**
 * Lets the hours pass in which nobody but the run that failed may try its papers again. Nothing of the
 * client may run meanwhile.
 */
export async function letPapersRest({ request: { api, file } }: DemoStage): Promise<void> {
	const { client } = file.settings;
	const table = (await listTables(api)).find(({ name }) => name === 'BookingRecords')!;
	const claims = (await rowsOfClient(api, table, client)).map((row) => String(row.documentClaim));
	for (const claim of new Set(claims.filter((one) => one.includes('/')))) {
		const [moment = '', run = ''] = claim.split('/');
		const earlier = new Date(Date.parse(moment) - HOURS * 3_600_000).toISOString();
		await api.request('PATCH', `/data-tables/${table.id}/rows/update`, {
			filter: where({ client, documentClaim: claim }),
			data: { documentClaim: `${earlier}/${run}` },
		});
	}
}
