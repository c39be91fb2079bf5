import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';
import { dayTotals } from './dayTotals';
import { entryDates } from './entryDates';
import { exchangeRates } from './exchangeRates';
import { fixedDebtors, paymentTerms } from './fixedDebtors';
import { giftCards } from './giftCards';
import { marginScheme } from './marginScheme';
import { creditNoteNumbers, invoiceNumbers } from './numbers';
import { oldInvoices } from './oldInvoices';
import { ossAccount } from './ossAccount';
import { ownVatNumber } from './ownVatNumber';
import { papers } from './papers';
import { paymentMethods } from './paymentMethods';
import { payoutProviders } from './payoutProviders';
import { productAccounts } from './productAccounts';
import { revenueGroups, salesOrderTerm } from './salesOrders';
import { sharedCards } from './sharedCards';
import { shopNames } from './shopNames';
import { statuses } from './statuses';
import { ownRegistrations, vatPercentages, vatRows } from './vatMapping';

/** What settings may not say together: each rule gives one sentence per contradiction, in both languages. */
export type Rule = (settings: Settings) => Spoken[];

const RULES: readonly Rule[] = [
	shopNames,
	vatRows,
	fixedDebtors,
	sharedCards,
	paymentMethods,
	payoutProviders,
	paymentTerms,
	revenueGroups,
	salesOrderTerm,
	exchangeRates,
	ownVatNumber,
	vatPercentages,
	ownRegistrations,
	creditNoteNumbers,
	invoiceNumbers,
	productAccounts,
	marginScheme,
	giftCards,
	ossAccount,
	statuses,
	entryDates,
	dayTotals,
	papers,
	oldInvoices,
];

/** Every contradiction in settings of the right form, in sentences that name both settings. */
export function contradictions(settings: Settings): Spoken[] {
	return RULES.flatMap((rule) => rule(settings));
}
