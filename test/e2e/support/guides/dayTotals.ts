import type { Sandbox } from '../../../../sandbox';
import { openSnelStart } from '../../../sandbox/client';
import { followGuide } from '../../../support/guide';
import type { Hand } from '../byHand';
import { openPanel } from '../panel';
import { templateFile } from './templateFile';

/**
 * Has the shop booked in day totals, as docs/day-totals.md says.
 *
 * @param clientSettings id of that workflow
 * @returns the id of _Book day totals_
 */
export async function walkDayTotals(
	hand: Hand,
	sandbox: Sandbox,
	clientSettings: string,
): Promise<string> {
	let customer = '';
	let id = '';
	await followGuide('day-totals.md', 'Set it up', [
		async ({ says }) => {
			customer = says('Webshop day totals');
			const snelStart = await openSnelStart(sandbox.snelStart);
			await snelStart.send('POST', '/relaties', { naam: customer, relatiesoort: ['Klant'] });
		},
		async ({ says }) => {
			await hand.openWorkflow(clientSettings);
			const settings = await openPanel(hand.page, 'Webshop settings');
			await settings.addRow(says('Day Totals'), {
				'Collective Customer': customer,
				[says('Number Prefix')]: 'WDAG',
				'Close After Hours': '1',
			});
			// This client sells by no OSS: the list is there, and stays empty.
			const abroad = says('Day Totals Abroad');
			if (!(await settings.hasList(abroad))) throw new Error(`No list is called "${abroad}"`);
			await settings.close();
			await hand.run();
		},
		async ({ says }) => {
			id = await hand.importFile(templateFile(says('Book day totals')));
			// The import command looks at it; by hand nobody has to.
			says('Day Totals');
			await hand.link(says('Book and record'), 'Book and record');
			await hand.publish();
		},
	]);
	return id;
}
