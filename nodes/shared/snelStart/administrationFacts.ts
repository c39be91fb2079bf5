import { type AdministrationFacts, namesJournals, type Settings } from '../../../bookkeeping';
import { guidLiteral, orFilters } from './odata';
import { getAll } from './paging';
import {
	company,
	costCentres,
	journals,
	ledgerAccounts,
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
