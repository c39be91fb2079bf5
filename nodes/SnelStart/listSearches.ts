import {
	searchArticles,
	searchCostCentres,
	searchCountries,
	searchJournals,
	searchLedgerAccounts,
	searchRelations,
	searchRevenueGroups,
	searchSalesOrderTemplates,
} from '../shared/snelStart/listSearch';

/** The searches behind every "From List" of the node. */
export const listSearch = {
	searchArticles,
	searchCostCentres,
	searchCountries,
	searchJournals,
	searchLedgerAccounts,
	searchRelations,
	searchRevenueGroups,
	searchSalesOrderTemplates,
};
