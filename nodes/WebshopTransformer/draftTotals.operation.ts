import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { isOfPayout, transformTotal } from '../../bookkeeping';
import { settingsOf } from './settingsInput';

export const inputNames = ['Orders', 'Settings', 'Records'];
const outcomes = ['book', 'attention'] as const;
export const outputNames: readonly string[] = outcomes;

const displayOptions = { show: { operation: ['draftTotals'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect the rows of the orders that are fixed in a total to 'Orders', their booking records to 'Records', and the item of the client's settings to 'Settings'. Each total leaves once, with the draft of its entry or why there is none.",
		name: 'draftTotalsNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Drafts the total of each number that the rows name. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const itemsOf = (name: string): IDataObject[] =>
		this.getInputData(inputNames.indexOf(name)).map(({ json }) => json);
	const records = new Map(
		itemsOf('Records').map((record) => [text(record.documentKey), record] as const),
	);
	const totals = new Map<
		string,
		{ number: string; shop: string; keys: Set<string>; payout: string }
	>();
	for (const row of itemsOf('Orders')) {
		const number = text(row.originalInvoiceNumber);
		if (number === '' || row.state !== 'inTotal') continue;
		const shop = text(row.shop);
		const payout = isOfPayout(number) ? text(row.payout) : '';
		const known = totals.get(`${shop}/${number}`);
		const total = known ?? { number, shop, keys: new Set<string>(), payout };
		total.keys.add(text(row.orderKey));
		totals.set(`${shop}/${number}`, total);
	}
	const { client } = settings;
	const drafted = [...totals.values()].map(({ keys, payout, ...one }) =>
		transformTotal({ client, ...one }, keys, records, settings, payout),
	);
	return outcomes.map((outcome) =>
		drafted
			.filter((total) => total.outcome === outcome)
			.map((total) => ({ json: { ...total } as unknown as IDataObject, pairedItem: { item: 0 } })),
	);
}
