/**
 * Makes the pictures of the documentation again, from a real n8n beside the stand-ins:
 * `npm run docs:pictures`, or with words of a name for some only: `npm run docs:pictures -- refund`.
 * Needs a current dist/ (`npm run build`).
 */
import { startSandbox } from '../../sandbox/index';
import { prepareStage, withFileShop } from '../../scripts/demoStage';
import type { DemoStage } from '../../scripts/demoStage';
import { startN8nWithNodes } from '../support/n8nServer';
import { guidFor } from '../../sandbox/snelstart/identity';
import { pictureCanvases } from './canvases';
import { pictureGuide } from './guide';
import { pictureJourneys } from './journeys';
import { liveForAWhile } from './life';
import { picturePages } from './pages';

/** The relation code of a customer that the stand-in of SnelStart has from the start. */
const COLLECTIVE_CUSTOMER = 1000;

/** Stand in an n8n once, for all clients. */
const SHARED = ['Invite clients', 'Office dashboard', 'Probe'];

/** The stage with everything a client can ask for. */
async function withAll(stage: DemoStage): Promise<DemoStage> {
	const { file } = stage.request;
	const woocommerce = { ...file.shops.woocommerce!, realtime: true };
	const dayTotals = [
		{
			...{ shop: 'woocommerce', numberPrefix: 'WDAG' },
			relationId: guidFor('relatie', COLLECTIVE_CUSTOMER),
		},
	];
	const paper = 'orderSheet' as const;
	const sold = file.settings.shops.map((shop) => ({ ...shop, paper }));
	const settings = { ...file.settings, shops: sold, dayTotals };
	const shops = { ...file.shops, woocommerce };
	const values = { ...file.values, 'Tell the shop WooCommerce': { numbers: 'yes' } };
	const request = { ...stage.request, file: { ...file, shops, settings, values } };
	const all = await withFileShop({ ...stage, request });
	// The picture is that of the template, whatever shop it was imported for.
	const ids: DemoStage['ids'] = {
		...all.ids,
		'Orders from a file': all.ids['Orders from a file (webshop)']!,
	};
	for (const template of all.templates.filter(({ name }) => SHARED.includes(name))) {
		ids[template.name] = await all.server.client.importWorkflow(template);
	}
	return { ...all, ids };
}

async function main(): Promise<void> {
	const words = process.argv.slice(2).map((word) => word.toLowerCase());
	const wanted = (name: string): boolean =>
		words.length === 0 || words.some((word) => name.toLowerCase().includes(word));
	await pictureJourneys(wanted, (line) => console.log(line));
	if (words.length > 0 && words.every((word) => word.startsWith('journey'))) return;
	const sandbox = await startSandbox();
	liveForAWhile(sandbox);
	const server = await startN8nWithNodes();
	try {
		const stage = await prepareStage(sandbox, server, { say: (line) => console.log(line) });
		await pictureGuide(stage, wanted);
		await picturePages(stage, wanted);
		await pictureCanvases(await withAll(stage), wanted);
	} finally {
		await server.stop();
		await sandbox.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
