import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	judgePayments,
	listingProviders,
	readProviderPayments,
	reasonOf,
	type ListingProvider,
} from '../../bookkeeping';
import { inputError } from '../shared/codedError';
import { optionalItemsAt, optionalRowsAt } from './messages/read';
import { settingsOf } from './settingsInput';
import { settingsVersionField } from './settingsVersionField';
import { neededMoment } from './neededMoment';

export const inputNames = ['Pages', 'Settings', 'Rows'];
export const outputNames = ['paid', 'new', 'changed', 'explained', 'cursor'] as const;

const displayOptions = { show: { resource: ['payout'], operation: ['comparePayments'] } };
const ROWS_INPUT = 2;

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect all pages of the provider's lists of payments and of refunds to 'Pages', an item each, and to 'Rows' the rows of the order table about orders, refunds, payments and lines that have no order. 'Paid' gives each order that the shop does not call paid, with what is to stand in its row; 'New', 'Changed' and 'Explained' give rows that tell somebody; 'Cursor' from when on the next run has to read. The node fails when a list is not whole.",
		name: 'comparePaymentsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Provider',
		name: 'listingProvider',
		type: 'options',
		options: [
			{
				name: 'Mollie',
				value: 'mollie',
				description: 'Payments, and refunds with their payment embedded',
			},
			{
				name: 'Stripe',
				value: 'stripe',
				description: 'Charges, and refunds with their charge expanded',
			},
		],
		default: 'mollie',
		displayOptions,
	},
	{
		displayName: 'Read From',
		name: 'readFrom',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2026-11-22T13:45:00Z',
		description: 'From when on this run read',
		displayOptions,
	},
	{
		displayName: 'Started At',
		name: 'startedAt',
		type: 'string',
		default: '',
		required: true,
		description: 'When this run began, noted before anything was read',
		displayOptions,
	},
	settingsVersionField(displayOptions),
];

/**
 * Holds the payments of a provider against the order table.
 *
 * @throws NodeOperationError PROVIDER_LIST_NOT_WHOLE, or when a payment cannot be read
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const given = this.getNodeParameter('listingProvider', 0);
	const provider = listingProviders.find((name) => name === given) ?? 'mollie';
	const fromMs = neededMoment.call(this, 'Read From', 'readFrom').toMillis();
	const startedMs = neededMoment.call(this, 'Started At', 'startedAt').toMillis();
	const pages = optionalItemsAt.call(this, 0);
	const zone = settings.shops[0]?.zone ?? 'Europe/Amsterdam';
	const judged = judgePayments(
		provider,
		readOf.call(this, provider, pages, fromMs, zone),
		optionalRowsAt.call(this, ROWS_INPUT, 'orderKey'),
		settings,
		this.getNodeParameter('settingsVersion', 0),
		startedMs,
	);
	const items = (all: readonly object[]): INodeExecutionData[] =>
		all.map((json) => ({ json: json as IDataObject, pairedItem: { item: 0 } }));
	return [
		items(judged.paid),
		items(judged.added),
		items(judged.changed),
		items(judged.explained.map((orderKey) => ({ orderKey }))),
		items([{ readUntil: judged.readUntil }]),
	];
}

function readOf(
	this: IExecuteFunctions,
	provider: ListingProvider,
	pages: readonly IDataObject[],
	fromMs: number,
	zone: string,
): ReturnType<typeof readProviderPayments> {
	try {
		return readProviderPayments(provider, pages, fromMs, zone);
	} catch (error) {
		throw inputError(this.getNode(), reasonOf(error));
	}
}
