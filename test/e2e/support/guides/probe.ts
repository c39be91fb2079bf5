import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { lastItems } from '../../../../cli/executionData';
import type { SnelStartSandbox } from '../../../../sandbox/snelstart/server';
import type { N8nServer } from '../../../../scripts/n8nServer';
import { followGuide } from '../../../support/guide';
import type { Hand } from '../byHand';
import { openPanel } from '../panel';

/** A canvas with a manual trigger and a node of its own behind it, as it is when it is put there. */
const canvas = {
	name: 'Probe of a test administration',
	nodes: [
		{
			...{ id: 'start', name: 'When clicked', type: 'n8n-nodes-base.manualTrigger' },
			...{ typeVersion: 1, position: [0, 0], parameters: {} },
		},
		{
			...{ id: 'probe', name: 'SnelStart', type: 'n8n-nodes-webshop-snelstart.snelStart' },
			...{ typeVersion: 1, position: [220, 0], parameters: {} },
		},
	],
	connections: { 'When clicked': { main: [[{ node: 'SnelStart', type: 'main', index: 0 }]] } },
};

/**
 * Tries two assumptions on an administration by hand, as docs/probe.md says.
 *
 * @returns what a person reads of the report
 */
export async function walkProbe(
	hand: Hand,
	server: N8nServer,
	snelStart: SnelStartSandbox,
): Promise<string> {
	const { clientKey, subscriptionKey, baseUrl, tokenUrl } = snelStart;
	const folder = await mkdtemp(path.join(tmpdir(), 'webshop-snelstart-probe-'));
	let [node, id, report] = ['', '', ''];
	await followGuide('probe.md', 'Run it', [
		async ({ says }) => {
			node = says('SnelStart');
			const file = path.join(folder, 'probe.json');
			await writeFile(file, JSON.stringify(canvas));
			id = await hand.importFile(file);
			await rm(folder, { recursive: true });
			const panel = await openPanel(hand.page, node);
			const keys = { clientKey, subscriptionKey };
			// Where the stand-in is, which nobody fills in for SnelStart itself.
			const addresses = { baseUrl, tokenUrl };
			await panel.makeCredential(says('SnelStart B2B API'), { ...keys, ...addresses });
			await panel.close();
		},
		async ({ says }) => {
			says('--only');
			const panel = await openPanel(hand.page, node);
			await panel.fill({ Resource: says('Connection (Koppeling)') });
			await panel.fill({ Operation: says('Probe') });
			await panel.fill({ [says('Only These')]: 'memorial-sign, set-off' });
			await panel.close();
		},
		async ({ says }) => {
			await hand.run();
			const [run] = (
				await server.api<{ data: Array<{ id: string }> }>('GET', `/executions?workflowId=${id}`)
			).data;
			const [item] = lastItems(await server.client.waitForExecution(run!.id));
			report = String(item?.[says('text')]);
		},
	]);
	return report;
}
