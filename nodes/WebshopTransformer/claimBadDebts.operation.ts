import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { claimBadDebt } from '../../bookkeeping';
import { bookedOf, listOf } from './keptInput';
import { settingsOf } from './settingsInput';

export const inputNames = ['Orders', 'Settings', 'Accounts'];
const outcomes = ['book', 'nothingToBook', 'attention'] as const;
export const outputNames: readonly string[] = outcomes;

const displayOptions = { show: { operation: ['claimBadDebts'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"One item per booked order: its row of the order table in 'row', what 'Read Booked' of the SnelStart node says of it, with its open amount, in 'booked', and the rows of its payments in 'payments'. SnelStart's ledger accounts, simplified, go to 'Accounts'. What leaves on 'Book' holds the memorial that claims the VAT of the open part back, or that makes it due again after a later payment.",
		name: 'badDebtsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Date',
		name: 'claimDate',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-12-31',
		description: 'The day of the entries, in a VAT period that is still open',
		displayOptions,
	},
	{
		displayName: 'Bad Debts Account ID',
		name: 'badDebtsAccountId',
		type: 'string',
		default: '',
		description:
			"The ledger account for bad debts. Leave empty for the one account with SnelStart's function for them (oninbare vorderingen).",
		displayOptions,
	},
];

const ACCOUNTS_INPUT = 2;
const BAD_DEBTS = 'oninbarevorderingen';
const VAT_OWED: Record<string, string> = {
	high: 'btwaftedragenhoog',
	low: 'btwaftedragenlaag',
	other: 'btwaftedragenoverig',
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Drafts what claims VAT of unpaid invoices back, or makes it due again. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const accounts = this.getInputData(ACCOUNTS_INPUT).map(({ json }) => json);
	const withFunction = (name: string | undefined): string | undefined => {
		const found = accounts.filter((one) => text(one.function).toLowerCase() === name);
		return found.length === 1 ? text(found[0]?.id) : undefined;
	};
	const rules = {
		date: text(this.getNodeParameter('claimDate', 0)).slice(0, 10),
		badDebtsAccountId:
			text(this.getNodeParameter('badDebtsAccountId', 0)) || withFunction(BAD_DEBTS),
		vatAccountOf: (vatKind: string) => withFunction(VAT_OWED[vatKind]),
	};
	const outputs: INodeExecutionData[][] = outcomes.map(() => []);
	this.getInputData().forEach(({ json }, item) => {
		const { booked = [] } = bookedOf(json.booked);
		const payments = listOf(json.payments) as IDataObject[];
		const claim = claimBadDebt(
			{ row: (json.row ?? {}) as IDataObject, booked, payments },
			rules,
			settings,
		);
		outputs[outcomes.findIndex((name) => name === claim.outcome)]?.push({
			json: claim as unknown as IDataObject,
			pairedItem: { item },
		});
	});
	return outputs;
}
