import type { Resource } from '../routing';
import { articles } from './articles';
import { companyResource } from './company';
import { costCentres } from './costCentres';
import { ledgerAccounts } from './ledgerAccounts';
import { ledgerMutations } from './ledgerMutations';
import { bankEntries, cashEntries, memorialEntries } from './moneyEntries';
import { referenceLists } from './referenceLists';
import { relations } from './relations';
import { salesEntries } from './salesEntries';
import { salesInvoices } from './salesInvoices';
import { salesOrders } from './salesOrders';

/** Everything the service answers; a new resource is a file of its own and a line here. */
export const resources: readonly Resource[] = [
	articles,
	bankEntries,
	cashEntries,
	companyResource,
	costCentres,
	ledgerAccounts,
	ledgerMutations,
	memorialEntries,
	referenceLists,
	relations,
	salesEntries,
	salesInvoices,
	salesOrders,
];
