import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	entryDraftSchema,
	fromEuro,
	type Facts,
	type Mutation,
	reason,
	reconcile,
	type ShopDocument,
	type StatementLine,
	textsOf,
} from '../../bookkeeping';
import { accountRoles } from '../shared/snelStart/accountRoles';

export const inputNames = ['Documents', 'Mutations', 'Accounts'];
export const outputNames = ['Differences', 'VAT Return', 'Summary', 'Statements'];

const displayOptions = { show: { resource: ['period'], operation: ['reconcilePeriod'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect what Transform Orders and Transform Refunds give to 'Documents', SnelStart's ledger mutations (grootboekmutaties) to 'Mutations' and its ledger accounts to 'Accounts'. Read all three from a month before the period to a month after it, so that what was booked in another period is found.",
		name: 'reconcileNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'From',
		name: 'periodFrom',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-10-01',
		description: 'First day of the period',
		displayOptions,
	},
	{
		displayName: 'Until',
		name: 'periodUntil',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-12-31',
		description: 'Last day of the period',
		displayOptions,
	},
	{
		displayName: 'Foreign VAT Account ID',
		name: 'foreignVatAccountId',
		type: 'string',
		default: '',
		description:
			"The account that takes the VAT of OSS sales: 'administration.foreignVatAccountId' of the client's settings. Leave empty without OSS.",
		displayOptions,
	},
];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Compares a period of the shop with the books; the same input always gives the same answer. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const [from, until] = [
		day.call(this, 'periodFrom', 'From'),
		day.call(this, 'periodUntil', 'Until'),
	];
	const accounts = itemsOf.call(this, 2).map(({ id, function: purpose }) => ({
		id: text(id),
		function: text(purpose),
	}));
	if (accounts.every((account) => account.function === '')) {
		throw new NodeOperationError(this.getNode(), "The input 'Accounts' holds no ledger accounts", {
			description: 'Connect SnelStart: Ledger Account, Get Many, with Return All',
		});
	}
	const foreignVatAccountId = text(this.getNodeParameter('foreignVatAccountId', 0, '')).trim();
	const result = reconcile(
		itemsOf
			.call(this, 0)
			.filter(({ orderId, draft }) => Boolean(orderId) || draft !== undefined)
			.map(toDocument),
		itemsOf
			.call(this, 1)
			.filter(({ ledgerAccountId }) => ledgerAccountId !== undefined)
			.map(toMutation),
		{ from, until },
		accountRoles(accounts, foreignVatAccountId || undefined),
	);
	const { differences, boxes, statements, ...counts } = result;
	const asItems = (rows: object[]): INodeExecutionData[] =>
		rows.map((row) => ({ json: { ...row } as IDataObject, pairedItem: { item: 0 } }));
	const summary = { from, until, ...counts, differences: differences.length };
	const { code, found, facts } = textsOf(
		reason('PERIOD_COMPARED', {
			documents: counts.documents,
			agreed: counts.agreed,
			differences: differences.length,
			other: fromEuro(counts.otherTurnover),
		}),
	);
	const lines = statements.map((line) => ({ ...line, found: foundOf(line) }));
	return [
		asItems(differences),
		asItems(boxes),
		asItems([{ ...summary, code, found, facts }]),
		asItems(lines),
	];
}

/** What a line of the ICP or OSS statement is about. */
function foundOf(line: StatementLine): string {
	const { country } = line;
	const what = line.statement === 'oss' ? `${line.percentage} %` : line.supply;
	return [country, what].filter(Boolean).join(' ');
}

function itemsOf(this: IExecuteFunctions, input: number): IDataObject[] {
	return this.getInputData(input).map(({ json }) => json);
}

function toDocument({
	orderNumber,
	total,
	draft,
	outcome,
	code,
	message,
	facts,
}: IDataObject): ShopDocument {
	const read = entryDraftSchema.safeParse(draft);
	return {
		orderNumber: text(orderNumber),
		total: typeof total === 'number' ? total : null,
		...(read.success && { draft: read.data }),
		// What waits or needs no booking is not expected in the books.
		code: outcome === 'attention' ? text(code) : '',
		message: text(message),
		...(typeof facts === 'object' && facts !== null && { facts: facts as Facts }),
	};
}

function toMutation({
	invoiceNumber,
	ledgerAccountId,
	date,
	debit,
	credit,
	description: words,
}: IDataObject): Mutation {
	const cents = (value: unknown) => (typeof value === 'number' ? fromEuro(value) : 0);
	return {
		invoiceNumber: text(invoiceNumber),
		accountId: text(ledgerAccountId),
		date: text(date).slice(0, 10),
		amount: cents(credit) - cents(debit),
		description: text(words),
	};
}

function day(this: IExecuteFunctions, name: string, displayName: string): string {
	const value = text(this.getNodeParameter(name, 0, ''))
		.trim()
		.slice(0, 10);
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
	throw new NodeOperationError(this.getNode(), `'${displayName}' is not a day`, {
		description: 'Write it like 2026-10-01',
	});
}
