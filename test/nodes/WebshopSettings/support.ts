import type { IDataObject } from 'n8n-workflow';

import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import type { Sandbox } from '../../../sandbox';
import { demoSettings, type SettingsChanges } from '../../support/demoSettings';
import { runNode } from '../../support/engine';
import type { NodeRun, RunNodeOptions } from '../../support/engine';
import { credentialsOf } from '../SnelStart/support';

/** Runs the settings node with the demo's settings, changed where the test says so. */
export async function checkSettings(
	sandbox: Sandbox,
	changes: SettingsChanges = {},
	more: Partial<RunNodeOptions> = {},
): Promise<NodeRun> {
	return await runNode({
		node: new WebshopSettings(),
		parameters: demoSettings(changes),
		credentials: credentialsOf(sandbox),
		...more,
	});
}

/** What the node says is wrong, one sentence each; empty when it took the settings. */
export async function complaintsAbout(
	sandbox: Sandbox,
	changes: SettingsChanges,
): Promise<string[]> {
	const { error } = await checkSettings(sandbox, changes);
	return (error?.description ?? '')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => line.replace(/^• /, ''));
}

/** The settings in the item that left the node. */
export function settingsIn({ outputs }: NodeRun): IDataObject {
	return outputs[0]![0]!.json.settings as IDataObject;
}
