import type { Sandbox } from '../../../../sandbox';
import type { N8nServer } from '../../../../scripts/n8nServer';
import { followGuide } from '../../../support/guide';
import type { Hand } from '../byHand';
import { openPanel } from '../panel';
import { templateFile } from './templateFile';

/**
 * Has an order sheet attached to the entries of the shop, as docs/papers.md says.
 *
 * @param clientSettings id of that workflow
 * @returns the id of _Attach papers WooCommerce_
 */
export async function walkPapers(
	hand: Hand,
	sandbox: Sandbox,
	server: N8nServer,
	clientSettings: string,
): Promise<string> {
	let id = '';
	await followGuide('papers.md', 'Set it up', [
		async ({ says }) => {
			await hand.openWorkflow(clientSettings);
			const settings = await openPanel(hand.page, 'Webshop settings');
			await settings.changeRow('Shops', { [says('Paper at the Entry')]: 'Order Sheet' });
			await settings.close();
			await hand.run();
		},
		async ({ says }) => {
			templateFile(says('Attach papers JouwWeb'));
			id = await hand.importFile(templateFile(says('Attach papers WooCommerce')));
			// n8n chooses the credentials while there is one of each kind.
			await hand.publish();
			const [record] = await server.client.rows(says('BookingRecords'));
			const column = says('documentClaim');
			if (!(column in record!)) throw new Error(`BookingRecords has no column ${column}`);
		},
		async ({ says }) => {
			const { scopes } = sandbox.snelStart.switches;
			const needed = ['documenten:read', 'documenten:write', 'boekhouden:write'].map(says);
			const missing = needed.filter((right) => !scopes.includes(right));
			if (missing.length > 0) throw new Error(`SnelStart knows no ${missing.join(', ')}`);
			// What stands in a row without these rights: test/workflows/flows/papers.test.ts.
			says('PAPER_NOT_ATTACHED');
			says('SCOPE_MISSING');
		},
	]);
	return id;
}
