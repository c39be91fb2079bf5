import {
	searchArticles,
	searchBankJournals,
	searchCashJournals,
	searchCostCentres,
	searchCountries,
	searchJournals,
	searchLedgerAccounts,
	searchMemorialJournals,
	searchOpenSalesEntries,
	searchRelations,
	searchRevenueGroups,
	searchSalesOrderTemplates,
} from '../shared/snelStart/listSearch';

/** The searches behind every "From List" of the node. */
export const listSearch = {
	searchArticles,
	searchBankJournals,
	searchCashJournals,
	searchCostCentres,
	searchCountries,
	searchJournals,
	searchLedgerAccounts,
	searchMemorialJournals,
	searchOpenSalesEntries,
	searchRelations,
	searchRevenueGroups,
	searchSalesOrderTemplates,
};
