import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { fromJson, readSettings, type Settings } from '../../bookkeeping';

/** Every operation that needs settings has them on its second input. */
const SETTINGS_INPUT = 1;

/** The settings item as the settings node gives it, or as a row of the table with them as text. */
export function settingsOf(this: IExecuteFunctions): Settings {
	const json = this.getInputData(SETTINGS_INPUT)[0]?.json ?? {};
	const given = fromJson(json.settings ?? json);
	if (isEmpty(given)) {
		throw new NodeOperationError(this.getNode(), "The input 'Settings' has no item", {
			itemIndex: 0,
			description:
				"Run the workflow 'Client settings' for this client first, and check the name of the client",
		});
	}
	const result = readSettings(given);
	if (result.ok) return result.settings;
	throw new NodeOperationError(
		this.getNode(),
		`The settings are not valid: ${result.complaints.join(' ')}`,
		{
			itemIndex: 0,
			description: "Correct them in the workflow 'Client settings' and run it again",
		},
	);
}

/** Of a node that had to give an item although no settings were found. */
const isEmpty = (given: unknown): boolean =>
	typeof given === 'object' && given !== null && Object.keys(given).length === 0;
