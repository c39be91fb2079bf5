import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	bookableDraftSchema,
	fromEuro,
	keptFacts,
	planOf,
	type PlannedDocument,
} from '../../bookkeeping';
import { outputNames as outcomes } from './transformOrders.operation';

export const outputNames = ['plan'] as const;

const displayOptions = { show: { resource: ['period'], operation: ['planPeriod'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect what Transform Orders and Transform Refunds give, on all their outputs. One item leaves, with counts per outcome and amounts per month and VAT rate. Nothing is booked.',
		name: 'planNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Found Field',
		name: 'foundField',
		type: 'string',
		default: 'found',
		description:
			"The field of the item that holds what 'SnelStart: Sales Entry, Find Booked' found. Items without it count as not in SnelStart yet.",
		displayOptions,
	},
];

/** Counts what would become of drafts; items that are not drafts (an empty branch) are passed over. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const foundField = this.getNodeParameter('foundField', 0, 'found') as string;
	const documents = this.getInputData().flatMap(({ json }) => toDocument(json, foundField) ?? []);
	const { fates, months } = planOf(documents);
	const plan = { documents: documents.length, fates, months };
	return [[{ json: plan as unknown as IDataObject, pairedItem: { item: 0 } }]];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function toDocument(json: IDataObject, foundField: string): PlannedDocument | undefined {
	const outcome = outcomes.find((one) => one === json.outcome);
	if (!outcome) return undefined;
	const code = text(json.code);
	const read = bookableDraftSchema.safeParse(json.draft);
	const found = json[foundField] as IDataObject | undefined;
	return {
		kind: 'originalOrderKey' in json ? 'refund' : 'order',
		outcome,
		orderNumber: text(json.orderNumber),
		total: typeof json.total === 'number' ? fromEuro(json.total) : null,
		code,
		facts: keptFacts(code, json.facts),
		...(read.success && { draft: read.data }),
		...(found && {
			found: {
				state: text(found.state),
				code: text(found.code),
				facts: keptFacts(text(found.code), found.facts),
			},
		}),
	};
}
