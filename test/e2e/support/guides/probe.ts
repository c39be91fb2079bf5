import type { SnelStartSandbox } from '../../../../sandbox/snelstart/server';
import type { N8nServer } from '../../../../scripts/n8nServer';
import { followGuide } from '../../../support/guide';
import type { Hand } from '../byHand';
import { openPanel } from '../panel';
import { templateFile } from './templateFile';

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
	let [node, id, report] = ['', '', ''];
	await followGuide('probe.md', 'Run it', [
		async ({ says }) => {
			says('probe.json');
			id = await hand.importFile(templateFile('Probe'));
			node = says('Ask SnelStart');
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
			await panel.fill({ [says('Only These')]: 'memorial-sign, set-off' });
			await panel.close();
		},
		async ({ says }) => {
			await hand.run();
			const [run] = (
				await server.api<{ data: Array<{ id: string }> }>('GET', `/executions?workflowId=${id}`)
			).data;
			const { outputs } = await server.client.waitForExecution(run!.id);
			report = String(outputs[says(node)]![0]![0]![says('text')]);
			expect(outputs[says('Make file')]![0]).toHaveLength(1);
			says('report.json');
		},
	]);
	return report;
}
