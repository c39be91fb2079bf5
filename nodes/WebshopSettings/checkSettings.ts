import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import {
	administrationOf,
	checkAgainstAdministration,
	type AdministrationFacts,
} from '../../bookkeeping/administrationCheck';
import { namesJournals } from '../../bookkeeping/payments/paymentAdministrationCheck';
import { readSettings, type Settings, type SettingsInput } from '../../bookkeeping/settings';
import { guidLiteral, orFilters } from '../shared/snelStart/odata';
import { getAll } from '../shared/snelStart/paging';
import {
	company,
	costCentres,
	journals,
	ledgerAccounts,
	revenueGroups,
	salesOrderTemplates,
	vatRates,
} from '../shared/snelStart/referenceData';

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
	if (complaints.length > 0) throw refusal.call(this, complaints, itemIndex);
	return { ...read.settings, administration: administrationOf(read.settings, facts) };
}

async function administrationFacts(
	this: IExecuteFunctions,
	settings: Settings,
): Promise<AdministrationFacts> {
	const { name, foreignVatEnabled, foreignVatLedgerAccountId, itemCodeKind, itemCodeMaxLength } =
		await company.call(this);
	const relationIds: string[] = [];
	const wanted = settings.fixedDebtors.map(({ relationId }) => guidLiteral(relationId));
	for (const filter of orFilters('Id', wanted)) {
		const found = await getAll.call(this, '/relaties', { filter });
		relationIds.push(...found.map(({ id }) => String(id)));
	}
	return {
		name,
		foreignVatAccountId: foreignVatEnabled ? foreignVatLedgerAccountId : '',
		accounts: await ledgerAccounts.call(this),
		vatRates: await vatRates.call(this),
		journals: settings.salesJournalId || namesJournals(settings) ? await journals.call(this) : [],
		costCentres: settings.costCentreId ? await costCentres.call(this) : [],
		salesOrderTemplates: settings.salesOrderTemplateId ? await salesOrderTemplates.call(this) : [],
		relationIds,
		...(settings.document === 'salesOrder' && {
			salesOrders: {
				revenueGroups: await revenueGroups.call(this),
				itemCodeKind,
				itemCodeMaxLength,
			},
		}),
	};
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
