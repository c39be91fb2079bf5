import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import type { Operation, Resource } from '../../shared/kit/resource';
import { idOf } from '../../shared/snelStart/idOf';
import { allOf } from '../../shared/snelStart/odata';
import { readList } from '../../shared/snelStart/transport';
import { conditionFilters, conditionsField, type FilterProperty } from '../blocks/conditions';
import { dayOf, english, idIn } from '../blocks/english';
import { getMany, getOne, type Kind } from '../blocks/operations';
import { odataFilterField } from '../fields';

const kind: Kind = {
	singular: 'ledger mutation',
	plural: 'ledger mutations',
	path: '/grootboekmutaties',
	simplify: english({
		id: 'id',
		date: dayOf('datum'),
		description: 'omschrijving',
		debit: 'debet',
		credit: 'credit',
		balance: 'saldo',
		ledgerAccountId: idIn('grootboek'),
		costCentreId: idIn('kostenplaats'),
		journalId: idIn('dagboek'),
		relationId: idIn('relatiePublicIdentifier'),
		voucher: 'boekstuk',
		invoiceNumber: 'factuurNummer',
		changedOn: 'modifiedOn',
	}),
	id: {
		name: 'ledgerMutationId',
		displayName: 'Ledger Mutation ID',
		description: "The 'ID' that Get Many returns",
	},
};

const conditions: FilterProperty[] = [
	['Balance (Debit Less Credit)', 'Saldo', 'number'],
	['Changed On', 'ModifiedOn', 'date'],
	['Cost Centre ID', 'Kostenplaats/Id', 'id'],
	['Credit', 'Credit', 'number'],
	['Date', 'Datum', 'date'],
	['Debit', 'Debet', 'number'],
	['Description', 'Omschrijving', 'text'],
	['Invoice Number', 'FactuurNummer', 'text'],
	['Journal ID', 'Dagboek/Id', 'id'],
	['Ledger Account ID', 'Grootboek/Id', 'id'],
	['Voucher', 'Boekstuk', 'text'],
];

const groups = ['', 'Dagboek', 'Grootboek', 'Kostenplaats'];
const amounts = ['Credit', 'Debet', 'Saldo'];
const calculations = ['average', 'max', 'min', 'sum'];

/** Adds up in SnelStart itself, so that no mutation has to travel (SS-303). */
const getSums: Operation = {
	name: 'Get Sums',
	action: 'Get sums of ledger mutations',
	description: 'Add up an amount in SnelStart, in total or per group',
	fields: [
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'options',
			options: [
				{ name: 'Balance: Debit Less Credit (Saldo)', value: 'Saldo' },
				{ name: 'Credit', value: 'Credit' },
				{ name: 'Debit (Debet)', value: 'Debet' },
			],
			default: 'Saldo',
		},
		{
			displayName: 'Calculation',
			name: 'calculation',
			type: 'options',
			options: [
				{ name: 'Average', value: 'average' },
				{ name: 'Maximum', value: 'max' },
				{ name: 'Minimum', value: 'min' },
				{ name: 'Sum', value: 'sum' },
			],
			default: 'sum',
		},
		{
			displayName: 'Group By',
			name: 'groupBy',
			type: 'options',
			options: [
				{ name: 'Cost Centre (Kostenplaats)', value: 'Kostenplaats' },
				{ name: 'Journal (Dagboek)', value: 'Dagboek' },
				{ name: 'Ledger Account (Grootboekrekening)', value: 'Grootboek' },
				{ name: 'Nothing: One Total', value: '' },
			],
			default: 'Grootboek',
		},
		conditionsField(conditions),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [odataFilterField],
		},
	],
	async execute(itemIndex) {
		const chosen = (name: string, label: string, known: string[]): string => {
			const value = this.getNodeParameter(name, itemIndex) as string;
			if (known.includes(value)) return value;
			throw new NodeOperationError(this.getNode(), `'${label}' is not known`, {
				itemIndex,
				description: 'Choose it from the list',
			});
		};
		const amount = chosen('amount', 'Amount', amounts);
		const calculation = chosen('calculation', 'Calculation', calculations);
		const group = chosen('groupBy', 'Group By', groups);
		const aggregate = `aggregate(${amount} with ${calculation} as Result)`;
		const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const filter = allOf([
			...conditionFilters.call(this, conditions, itemIndex),
			String(filters.odataFilter ?? ''),
		]);
		const rows = await readList.call(this, kind.path, {
			...(filter && { $filter: filter }),
			$apply: group === '' ? aggregate : `groupby((${group}),${aggregate})`,
		});
		return rows.map((row) => readResult(row, group));
	},
};

/** Names are read in any case: how SnelStart writes the name of a result is not documented. */
function readResult(row: IDataObject, group: string): IDataObject {
	const named = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
	const result = named.get('result') ?? 0;
	return group === '' ? { result } : { id: idOf(named.get(group.toLowerCase())) ?? '', result };
}

/** Ledger mutations (grootboekmutaties): every line of every booking, only read. */
export const ledgerMutation: Resource = {
	name: 'Ledger Mutation (Grootboekmutatie)',
	operations: {
		get: getOne(kind),
		getMany: getMany(kind, { conditions, changedSince: true }),
		getSums,
	},
	start: 'getMany',
};
