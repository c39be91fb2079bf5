import { SETTINGS_NODE } from '../../nodes/WebshopSettings/settingsNode';
import { Flow } from '../build/flow';
import { text } from '../build/text';
import { ownNode, whenClicked } from '../fragments/basics';
import { refuseMissingInputs, whenCalled } from '../fragments/call';
import { equals, isTrue, whether } from '../fragments/conditions';
import * as contracts from '../fragments/contracts';
import { onlyFields } from '../fragments/fields';
import { insertRow, is, isBelow, isEmpty, updateRows } from '../fragments/table';
import { readSettings } from '../fragments/settings';
import { refuse } from '../fragments/refusal';

/** By whom the settings are asked for as they stand. */
const ASKED = 'When asked for';

export function clientSettings(): Flow {
	const flow = new Flow({
		name: 'Client settings',
		description:
			'Holds the settings of one client: fill in the settings node, run the workflow. The settings are checked against the SnelStart administration and saved as a new version; every other workflow reads the newest one. A preview may ask for them before they are saved.',
		keepsRuns: true,
	});

	flow.note(
		'Overview',
		[-440, -200],
		[400, 600],
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

			### Try before you save
			*Preview orders* asks for the settings that stand here with *unsavedSettings* in its *Your values*: they are checked as above and nothing is saved.
		`,
	);
	const whenClickedNode = flow.add('When clicked', [0, 0], whenClicked());
	const webshopSettings = flow.add(
		SETTINGS_NODE,
		[220, 0],
		ownNode('webshopSettings', { client: 'my-client' }),
	);
	const whenAskedFor = flow.add(ASKED, [-20, 220], whenCalled(contracts.clientSettings));
	const called = refuseMissingInputs(flow, whenAskedFor, contracts.clientSettings, {
		gate: [160, 220],
		refusal: [360, 380],
	});
	const asked = flow.add(
		'Only asked for?',
		[460, 100],
		whether(isTrue(`={{ $('${ASKED}').isExecuted }}`)),
	);
	const ofThisClient = flow.add(
		'Of this client?',
		[680, 220],
		whether(equals('={{ $json.client }}', whenAskedFor.first('client'))),
	);
	const asTheyStand = flow.add(
		'As they stand',
		[900, 160],
		onlyFields({
			client: '={{ $json.client }}',
			settings: '={{ JSON.stringify($json.settings) }}',
		}),
	);
	const refusal = flow.add(
		'Refuse another client',
		[900, 340],
		refuse('SETTINGS_OF_ANOTHER_CLIENT', {
			client: '{{ $json.client }}',
			asked: `{{ $('${ASKED}').first().json.client }}`,
		}),
	);
	const findNewestVersion = flow.add(
		'Find newest version',
		[680, 0],
		readSettings(webshopSettings.first('client')),
		'once',
		'evenWhenEmpty',
	);
	const saveAsNewVersion = flow.add(
		'Save as new version',
		[900, 0],
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
		[1120, 0],
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

	flow.wire(whenClickedNode, webshopSettings, asked);
	flow.wire(called, webshopSettings);
	flow.wire(asked.no, findNewestVersion, saveAsNewVersion, markOlderVersions);
	flow.wire(asked.yes, ofThisClient);
	flow.wire(ofThisClient.yes, asTheyStand);
	flow.wire(ofThisClient.no, refusal);

	return flow;
}
