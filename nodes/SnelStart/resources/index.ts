import type { Resources } from '../../shared/kit/resource';
import { actionPrice } from './actionPrice';
import { apiCall } from './apiCall';
import { article } from './article';
import { bankStatementFile } from './bankStatementFile';
import { company } from './company';
import { connection } from './connection';
import { costCentre } from './costCentre';
import { country } from './country';
import { creditNote } from './creditNote';
import { documents } from './document';
import { journal } from './journal';
import { ledgerAccount } from './ledgerAccount';
import { ledgerMutation } from './ledgerMutation';
import { bankEntry, cashEntry, memorialEntry } from './moneyEntries';
import { openItem } from './openItem';
import { ossVatRate } from './ossVatRate';
import { payment } from './payment';
import { priceAgreement } from './priceAgreement';
import { purchaseEntry } from './purchaseEntry';
import { purchaseInvoice } from './purchaseInvoice';
import { quote } from './quote';
import { relation } from './relation';
import { reports } from './report';
import { revenueGroup } from './revenueGroup';
import { salesEntry } from './salesEntry';
import { salesInvoice } from './salesInvoice';
import { salesOrder } from './salesOrder';
import { salesOrderTemplate } from './salesOrderTemplate';
import { vatRate } from './vatRate';
import { vatReturn } from './vatReturn';

/** Everything the node can do, by the resource's value in the panel. */
export const resources: Resources = {
	actionPrice,
	apiCall,
	article,
	bankEntry,
	bankStatementFile,
	cashEntry,
	company,
	connection,
	costCentre,
	country,
	creditNote,
	document: documents,
	journal,
	ledgerAccount,
	ledgerMutation,
	memorialEntry,
	openItem,
	ossVatRate,
	payment,
	priceAgreement,
	purchaseEntry,
	purchaseInvoice,
	quote,
	relation,
	report: reports,
	revenueGroup,
	salesEntry,
	salesInvoice,
	salesOrder,
	salesOrderTemplate,
	vatRate,
	vatReturn,
};
