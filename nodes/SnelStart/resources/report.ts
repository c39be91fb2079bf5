import { NodeOperationError } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from '../../shared/kit/resource';
import { readList } from '../../shared/snelStart/transport';
import { english, idIn } from '../blocks/english';
import { day, readFields } from '../blocks/field';
import { shown, type Kind } from '../blocks/operations';
import { simplifyField } from '../fields';

const period = [
	day({
		path: 'start',
		name: 'startDate',
		displayName: 'Start Date',
		description: 'The first day of the report',
	}),
	day({
		path: 'end',
		name: 'endDate',
		displayName: 'End Date',
		description: 'The last day of the report',
	}),
];

const account = {
	ledgerAccountId: idIn('grootboekIdentifier'),
	number: 'grootboekNummer',
	name: 'grootboekOmschrijving',
};

const report = (
	path: string,
	{ name, action, description }: Pick<Operation, 'action' | 'description' | 'name'>,
	kind: Pick<Kind, 'simplify'>,
): Operation => ({
	name,
	action,
	description,
	fields: [
		...period.map(({ property }): INodeProperties => ({ ...property, required: true })),
		simplifyField,
	],
	async execute(itemIndex) {
		const { start, end } = readFields.call(this, itemIndex, period, [], 'none');
		if (typeof start !== 'string' || typeof end !== 'string') {
			throw new NodeOperationError(this.getNode(), 'The report has no first or no last day', {
				itemIndex,
				description: "Fill in 'Start Date' and 'End Date'",
			});
		}
		const rows = await readList.call(this, path, { start, end });
		return rows.map((row) => shown.call(this, kind, row, itemIndex));
	},
});

/** Balances per ledger account (rapportages), only read. */
export const reports: Resource = {
	name: 'Report (Rapportage)',
	operations: {
		columnBalance: report(
			'/rapportages/kolommenbalans',
			{
				name: 'Get Column Balance',
				action: 'Get column balance',
				description: 'Retrieve profit and loss and balance sheet per account (kolommenbalans)',
			},
			{
				simplify: english({
					...account,
					profitAndLossDebit: 'verliesEnWinstDebet',
					profitAndLossCredit: 'verliesEnWinstCredit',
					balanceDebit: 'balansDebet',
					balanceCredit: 'balansCredit',
				}),
			},
		),
		periodBalance: report(
			'/rapportages/periodebalans',
			{
				name: 'Get Period Balance',
				action: 'Get period balance',
				description:
					'Retrieve debit, credit and balances per account over a period (periodebalans)',
			},
			{
				simplify: english({
					...account,
					debit: 'debet',
					credit: 'credit',
					openingBalance: 'startSaldoPeriode',
					closingBalance: 'eindSaldoPeriode',
					yearOpeningBalance: 'startSaldoBoekjaar',
				}),
			},
		),
	},
	start: 'periodBalance',
};
