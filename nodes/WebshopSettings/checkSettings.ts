import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import {
	administrationOf,
	checkAgainstAdministration,
	readSettings,
	type Settings,
	type SettingsInput,
} from '../../bookkeeping';
import { administrationFacts } from '../shared/snelStart/administrationFacts';

/**
 * Checks the settings by themselves and against the client's SnelStart administration, and adds
 * what the transformer needs of the latter.
 *
 * @throws NodeOperationError that lists every complaint at once.
 */
export async function checkSettings(
	this: IExecuteFunctions,
	input: SettingsInput,
	itemIndex: number,
): Promise<Settings> {
	const read = readSettings(input);
	if (!read.ok) throw refusal.call(this, read.complaints, itemIndex);
	const facts = await administrationFacts.call(this, read.settings);
	const today = DateTime.now().setZone('Europe/Amsterdam').toFormat('yyyy-MM-dd');
	const complaints = checkAgainstAdministration(read.settings, facts, today);
	if (complaints.length > 0) {
		const said = complaints.map(({ en }) => en);
		throw refusal.call(this, said, itemIndex);
	}
	return { ...read.settings, administration: administrationOf(read.settings, facts) };
}

function refusal(
	this: IExecuteFunctions,
	complaints: readonly string[],
	itemIndex: number,
): NodeOperationError {
	const [first = '', ...others] = complaints;
	return new NodeOperationError(
		this.getNode(),
		others.length === 0 ? first : `${complaints.length} settings need attention. ${first}`,
		{ itemIndex, description: complaints.map((complaint) => `• ${complaint}`).join('\n') },
	);
}
