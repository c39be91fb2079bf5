import { SETTINGS_NODE } from '../../nodes/WebshopSettings/settingsNode';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { whenClicked, ownNode } from '../fragments/basics';
import { insertRow, is, isBelow, isEmpty, updateRows } from '../fragments/table';
import { readSettings } from '../fragments/settings';

export function clientSettings(): Flow {
	const flow = new Flow({
		name: 'Client settings',
		description:
			'Holds the settings of one client: fill in the settings node, run the workflow. The settings are checked against the SnelStart administration and saved as a new version; every other workflow reads the newest one.',
	});

	flow.note(
		'Overview',
		[-440, -200],
		[400, 480],
		text`
			## Client settings

			### How it works
			Everything the bookkeeping needs to know of a client stands in the node **Webshop settings**. Running the workflow
			1. checks the settings, also against the client's SnelStart administration (do the accounts exist, do they take the VAT rate, …),
			2. saves them as a new version.

			All other workflows use the newest saved version, so a half-edited node never books anything. Each booked order names the version it was booked with.

			### Setup
			1. Run *Set up tables* once.
			2. Choose the SnelStart credential of the client's administration in **Webshop settings**; then every list shows its own ledger accounts.
			3. Fill in the node and run the workflow. When something is wrong, it says what and saves nothing.
			4. For another client, duplicate this workflow.
		`,
	);
	const whenClickedNode = flow.add('When clicked', [0, 0], whenClicked());
	const webshopSettings = flow.add(
		SETTINGS_NODE,
		[220, 0],
		ownNode('webshopSettings', { client: 'my-client' }),
	);
	const findNewestVersion = flow.add(
		'Find newest version',
		[440, 0],
		readSettings('={{ $json.client }}'),
		'once',
		'evenWhenEmpty',
	);
	const saveAsNewVersion = flow.add(
		'Save as new version',
		[660, 0],
		insertRow('ClientSettings', {
			client: webshopSettings.first('client'),
			version: '={{ ($json.version ?? 0) + 1 }}',
			settings: `={{ JSON.stringify($('${SETTINGS_NODE}').first().json.settings) }}`,
		}),
		'once',
	);

	// After the new one: a run that breaks off leaves the newest version to be found.
	const markOlderVersions = flow.add(
		'Mark older versions',
		[880, 0],
		updateRows(
			'ClientSettings',
			[
				is('client', saveAsNewVersion.first('client')),
				isBelow('version', saveAsNewVersion.first('version')),
				isEmpty('replaced'),
			],
			{ replaced: 'yes' },
		),
		'once',
	);

	flow.wire(
		whenClickedNode,
		webshopSettings,
		findNewestVersion,
		saveAsNewVersion,
		markOlderVersions,
	);

	return flow;
}
