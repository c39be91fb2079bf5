import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	namedOrders,
	reason,
	told,
	readBesideParts,
	readKnownPayments,
	readKnownRefunds,
	readPayoutOrder,
	type PayoutOrder,
	transformPayout,
	type PayoutOptions,
	type TransformedPayout,
	type Settings,
} from '../../bookkeeping';
import { settingsOf } from './settingsInput';

export const outputNames = ['book', 'unmatched', 'attention', 'named'] as const;
const ORDERS_INPUT = 2;

const displayOptions = { show: { resource: ['payout'], operation: ['matchPayout'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the payouts to the input 'Payouts', the item of the client's settings to 'Settings', and the orders that were paid to 'Orders': rows of the order table, raw orders, or rows with the raw order in the field 'order'. Rows of refunds among them say which credit note a refund settles, rows of payments what was booked of orders in another currency, booking records what of an order in two entries stands in which. With day totals per payout, rows of lines that had no order name orders that came later; 'Named' gives each order that a payout names, once.",
		name: 'payoutNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'Payout Form',
		name: 'payoutForm',
		type: 'options',
		options: [
			{
				name: 'CSV File',
				value: 'csv',
				description: 'The report of any provider, with what was paid out beside it',
			},
			{
				name: 'General Form',
				value: 'general',
				description: 'A payout of any provider, written as the documentation describes',
			},
			{ name: 'Klarna Payout', value: 'klarna', description: 'Payout with its transactions' },
			{
				name: 'Mollie Settlement',
				value: 'mollie',
				description: 'Settlement with its payments, refunds and chargebacks',
			},
			{
				name: 'PayPal Transactions',
				value: 'payPal',
				description: 'All transactions of a period, treated as a bank statement',
			},
			{
				name: 'Stripe Payout',
				value: 'stripe',
				description: 'Automatic payout with its balance transactions',
			},
		],
		default: 'general',
		description: 'How the payout is written',
		displayOptions,
	},
	{
		displayName: 'Payout Field',
		name: 'payoutField',
		type: 'string',
		default: '',
		placeholder: 'e.g. payout',
		description:
			'The field of the item that holds the payout. Leave empty if the item is the payout.',
		displayOptions,
	},
	{
		displayName: 'Shop',
		name: 'shop',
		type: 'string',
		default: '',
		placeholder: 'e.g. woocommerce',
		description:
			"The name of the shop in the client's settings that raw orders come from. Rows of the order table do without.",
		displayOptions,
	},
	{
		displayName: 'Clearing Lines',
		name: 'lines',
		type: 'options',
		options: [
			{ name: 'Per Day', value: 'perDay', description: 'One line per day and kind' },
			{ name: 'Per Order', value: 'perOrder', description: 'One line per payment' },
		],
		default: 'perOrder',
		description: 'How finely the clearing account is settled',
		displayOptions,
	},
	{
		displayName: 'Settle',
		name: 'settle',
		type: 'options',
		options: [
			{
				name: 'Clearing Account',
				value: 'clearingAccount',
				description: 'The payments were booked on the clearing account before',
			},
			{
				name: 'Open Items of Orders',
				value: 'openItems',
				description: 'The payments were not booked yet: the payout settles the invoices itself',
			},
		],
		default: 'clearingAccount',
		description: 'What the payout is booked against (afletteren)',
		displayOptions,
	},
	{
		displayName: 'Payouts With Unmatched Entries',
		name: 'unmatched',
		type: 'options',
		options: [
			{
				name: 'Book',
				value: 'book',
				description: 'Unmatched entries stay on the clearing account until they are explained',
			},
			{ name: 'Hold', value: 'hold', description: 'The payout needs attention first' },
		],
		default: 'book',
		displayOptions,
	},
	{
		displayName: 'Days Between Order and Payment',
		name: 'windowDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 31, numberPrecision: 0 },
		default: 3,
		description:
			'Within how many days an order of the same amount is taken for the paid one, when nothing else ties them and there is only one. 0 never does so.',
		displayOptions,
	},
];

/** Matches every payout with the orders and drafts its entry. Never fails on a payout. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const items = this.getInputData(ORDERS_INPUT).map(({ json }) => json);
	const orders = ordersOf.call(this, items, settings);
	const payouts: TransformedPayout[] = [];
	const outputs: INodeExecutionData[][] = outputNames.map(() => []);
	const seen = new Set<string>();
	this.getInputData().forEach(({ json }, item) => {
		const parameter = (name: string) => this.getNodeParameter(name, item) as never;
		const field: string = parameter('payoutField');
		const options: PayoutOptions = {
			form: parameter('payoutForm'),
			lines: parameter('lines'),
			settle: parameter('settle'),
			unmatched: parameter('unmatched'),
			windowDays: parameter('windowDays'),
		};
		const raw = field === '' ? json : json[field];
		const payout = once(transformPayout(raw, orders, settings, options), seen);
		payouts.push(payout);
		const push = (name: (typeof outputNames)[number], content: object) =>
			outputs[outputNames.indexOf(name)]?.push({
				json: content as IDataObject,
				pairedItem: { item },
			});
		push(payout.outcome, payout);
		if (payout.outcome === 'book' || payout.code === 'PAYOUT_UNMATCHED_HELD') {
			payout.unmatched.forEach((entry) => push('unmatched', entry));
		}
	});
	const named = namedOrders(payouts, items, settings);
	outputs[outputNames.indexOf('named')]?.push(
		...named.map((order) => ({ json: { ...order }, pairedItem: { item: 0 } })),
	);
	return outputs;
}

/** A payout that comes twice in one run is booked once. */
function once(payout: TransformedPayout, seen: Set<string>): TransformedPayout {
	if (payout.outcome !== 'book') return payout;
	if (!seen.has(payout.payoutKey)) {
		seen.add(payout.payoutKey);
		return payout;
	}
	return {
		...payout,
		draft: undefined,
		outcome: 'attention',
		...told(reason('PAYOUT_TWICE')),
	};
}

function ordersOf(
	this: IExecuteFunctions,
	items: readonly IDataObject[],
	settings: Settings,
): PayoutOrder[] {
	const shop = this.getNodeParameter('shop', 0) as string;
	const parts = readBesideParts(items);
	const refunds = readKnownRefunds(items, parts);
	const payments = readKnownPayments(items);
	return items.flatMap(
		(item) => readPayoutOrder(item, shop, settings, refunds, payments, parts) ?? [],
	);
}
