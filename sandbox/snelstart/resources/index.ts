import type { Resource } from '../routing';
import { articles } from './articles';
import { bankStatementFiles } from './bankStatementFiles';
import { companyResource } from './company';
import { costCentres } from './costCentres';
import { documents } from './documents';
import { foreignVat } from './foreignVat';
import { ledgerAccounts } from './ledgerAccounts';
import { ledgerMutations } from './ledgerMutations';
import { bankEntries, cashEntries, memorialEntries } from './moneyEntries';
import { prices } from './prices';
import { purchaseEntries } from './purchaseEntries';
import { quotes } from './quotes';
import { referenceLists } from './referenceLists';
import { relations } from './relations';
import { reports } from './reports';
import { salesEntries } from './salesEntries';
import { salesInvoices } from './salesInvoices';
import { salesOrders } from './salesOrders';
import { vatReturns } from './vatReturns';

/** Everything the service answers; a new resource is a file of its own and a line here. */
export const resources: readonly Resource[] = [
	articles,
	bankEntries,
	bankStatementFiles,
	cashEntries,
	companyResource,
	costCentres,
	documents,
	foreignVat,
	ledgerAccounts,
	ledgerMutations,
	memorialEntries,
	prices,
	purchaseEntries,
	quotes,
	referenceLists,
	relations,
	reports,
	salesEntries,
	salesInvoices,
	salesOrders,
	vatReturns,
];
