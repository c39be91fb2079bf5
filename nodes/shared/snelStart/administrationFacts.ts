import {
	type AdministrationFacts,
	namesJournals,
	pickedFrom,
	type Settings,
} from '../../../bookkeeping';
import { guidLiteral } from './odata';
import { getAllWith } from './paging';
import {
	company,
	costCentres,
	journals,
	ledgerAccounts,
	ossRates,
	revenueGroups,
	salesOrderTemplates,
	vatRates,
} from './referenceData';
import type { SnelStartContext } from './transport';

/**
 * Reads what the settings can name in the client's administration, and no list that they do not
 * need.
 *
 * @throws NodeApiError
 */
export async function administrationFacts(
	this: SnelStartContext,
	settings: Settings,
): Promise<AdministrationFacts> {
	const { name, foreignVatEnabled, foreignVatLedgerAccountId, itemCodeKind, itemCodeMaxLength } =
		await company.call(this);
	const debtors = pickedFrom(settings, ['debtors']).map((id) => guidLiteral(id));
	const relations = await getAllWith.call(this, '/relaties', 'Id', debtors);
	return {
		name,
		foreignVatAccountId: foreignVatEnabled ? foreignVatLedgerAccountId : '',
		accounts: await ledgerAccounts.call(this),
		vatRates: await vatRates.call(this),
		...(settings.vatMapping.some(({ vatKind }) => vatKind === 'oss') && {
			ossRates: await ossRates.call(this),
		}),
		journals: settings.salesJournalId || namesJournals(settings) ? await journals.call(this) : [],
		costCentres: settings.costCentreId ? await costCentres.call(this) : [],
		salesOrderTemplates: settings.salesOrderTemplateId ? await salesOrderTemplates.call(this) : [],
		relationIds: relations.map(({ id }) => String(id)),
		...(settings.document === 'salesOrder' && {
			salesOrders: {
				revenueGroups: await revenueGroups.call(this),
				itemCodeKind,
				itemCodeMaxLength,
			},
		}),
	};
}
