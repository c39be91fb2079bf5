import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { demoClientParameters } from '../../scripts/demoClient';

/** The collections of the Webshop Settings node that hold rows. */
type Rows = 'shops' | 'vatMapping' | 'fixedDebtors';

/** The settings node never asks VIES; whoever does by these settings must find nobody. */
const NOWHERE = { url: 'http://127.0.0.1:9' };

export interface SettingsChanges {
	/** Fields to change in the row with this index; all other rows stay. */
	rows?: Array<{ of: Rows; index: number; fields: IDataObject }>;
	/** Whole parameters of the node to replace. */
	parameters?: IDataObject;
	/** Options to add to those of the demo. */
	options?: IDataObject;
}

/**
 * The settings of the demo's client, which the sandbox's administration accepts, as the parameters
 * of the Webshop Settings node, changed where a test says so.
 */
export function demoSettings({ rows = [], parameters, options }: SettingsChanges = {}) {
	const settings = structuredClone(demoClientParameters(NOWHERE)) as Record<string, IDataObject>;
	Object.assign(settings, parameters);
	Object.assign(settings.options ?? {}, options);
	for (const { of, index, fields } of rows) {
		Object.assign((settings[of]?.rows as IDataObject[])[index] ?? {}, fields);
	}
	return settings as INodeParameters;
}
