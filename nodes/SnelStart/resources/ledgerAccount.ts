import type { IDataObject } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { toLedgerAccount } from '../../../bookkeeping';
import type { FilterProperty } from '../blocks/conditions';
import { choice, flag, number, text } from '../blocks/field';
import { create, getMany, getOne, type Kind } from '../blocks/operations';

const kind: Kind = {
	singular: 'ledger account',
	plural: 'ledger accounts',
	path: '/grootboeken',
	simplify: (row) => ({ ...toLedgerAccount(row) }) as unknown as IDataObject,
	id: {
		name: 'ledgerAccountId',
		displayName: 'Ledger Account',
		description: 'The account (grootboekrekening)',
		search: 'searchLedgerAccounts',
	},
};

const conditions: FilterProperty[] = [
	['Changed On', 'ModifiedOn', 'date'],
	['Cost Centre Required', 'KostenplaatsVerplicht', 'flag'],
	['Function', 'Grootboekfunctie', 'text'],
	['Name', 'Omschrijving', 'text'],
	['Number', 'Nummer', 'number'],
	['VAT Rate Code (OSS)', 'VatRateCode', 'text'],
];

/** SnelStart's functions for accounts that people add themselves; any other goes in as an expression. */
const functions = [
	['Costs, All VAT Rates', 'InkopenKostenAlleBtwTarieven'],
	['Costs, High VAT', 'InkopenKostenHoog'],
	['Costs, Low VAT', 'InkopenKostenLaag'],
	['Cross Postings (Kruisposten)', 'Kruisposten'],
	['Distance Sales Within the EU (OSS)', 'InstallatieTeleverkoopBinnenEUgeen'],
	['Other (Diversen)', 'Diversen'],
	['Payments in Transit', 'TussenrekeningBetalingen'],
	['Revenue Outside the EU', 'VerkopenExportBuitenEU'],
	['Revenue Within the EU, Goods', 'VerkopenExportBinnenEU'],
	['Revenue Within the EU, Services', 'DienstverleningBinnenEU'],
	['Revenue, High VAT', 'VerkopenOmzetHoog'],
	['Revenue, Low VAT', 'VerkopenOmzetLaag'],
	['Revenue, Other VAT', 'VerkopenOmzetOverig'],
	['Revenue, Zero Rate or Reverse Charge', 'VerkopenOmzetOnbelastVerlegd'],
] as const;

/** Ledger accounts (grootboekrekeningen); SnelStart lets them be added, not changed or deleted. */
export const ledgerAccount: Resource = {
	name: 'Ledger Account (Grootboekrekening)',
	operations: {
		create: create(kind, {
			required: [
				number({
					path: 'nummer',
					name: 'number',
					displayName: 'Number',
					description: 'Each number only once',
				}),
				text({
					path: 'omschrijving',
					name: 'name',
					displayName: 'Name',
					description: 'At most 50 characters',
				}),
				choice(
					{
						path: 'grootboekfunctie',
						name: 'function',
						displayName: 'Function',
						default: 'Diversen',
						description:
							'What SnelStart does with the account (grootboekfunctie); it decides the VAT',
					},
					functions,
				),
			],
			additional: [
				flag({
					path: 'kostenplaatsVerplicht',
					name: 'costCentreRequired',
					displayName: 'Cost Centre Required',
					description: 'Whether every booking on the account needs a cost centre',
				}),
				choice(
					{
						path: 'rekeningCode',
						name: 'accountCode',
						displayName: 'Statement',
						description: 'On which statement the account stands (rekeningcode)',
					},
					[
						['Balance Sheet (Balans)', 'Balans'],
						['Profit and Loss (Winst En Verlies)', 'WinstEnVerlies'],
					],
				),
				choice(
					{
						path: 'vatRateCode',
						name: 'vatRateCode',
						displayName: 'VAT Rate Code (OSS)',
						description: 'Only for distance sales within the EU',
					},
					[
						['Parking (PR)', 'PR'],
						['Reduced, Higher (RRH)', 'RRH'],
						['Reduced, Lower (RRL)', 'RRL'],
						['Standard (SR)', 'SR'],
						['Super Reduced (SRR)', 'SRR'],
					],
				),
			],
		}),
		get: getOne(kind),
		getMany: getMany(kind, {
			conditions,
			changedSince: true,
			inactive: 'nonactief',
			order: (a, b) => Number(a.nummer) - Number(b.nummer),
		}),
	},
	start: 'getMany',
};
