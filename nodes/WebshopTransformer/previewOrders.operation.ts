import { DateTime } from 'luxon';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	besideItsSale,
	notFoundRows,
	orderNumbersIn,
	previewOf,
	previewRefund,
	previewSummary,
	previewTotals,
	statedRefund,
	transformRefund,
	unreadRefunds,
	type PreviewRow,
	type PreviewSum,
	type Settings,
	type TransformedRefund,
} from '../../bookkeeping';
import { filled, listOf } from './keptInput';
import { previewPage } from './messages/previewPage';
import { optionalItemsAt } from './messages/read';
import { chosenNumbersField, isPlaceholder, orderFields, rawOrderOf } from './orderInput';
import { settingsOf } from './settingsInput';
import { transformInput } from './transformOrders.operation';

export const outputNames = ['preview', 'summary', 'page'] as const;
export const inputNames = ['Orders', 'Settings', 'Refunds'];

const displayOptions = { show: { operation: ['previewOrders'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			"Shows how orders would be booked beside the shop's own figures, one row per order, without personal data. 'Refunds' may be left unconnected: items as Transform Refunds takes them, whose credit notes follow their orders. Day totals follow, as they would be booked of these orders. Summary says what it all comes to per ledger account and per box of the VAT return. Page has all of it as one HTML file to print and sign, in the language of the client. Nothing is booked.",
		name: 'previewNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	...orderFields(displayOptions),
	chosenNumbersField(
		displayOptions,
		'Numbers that should be among the orders, separated by commas: each that is not gets a row that says so',
	),
];

const REFUNDS_INPUT = 2;

/** A refund with what the shop says of it, and the item that it came with. */
interface Refund {
	transformed: TransformedRefund;
	stated: ReturnType<typeof statedRefund>;
	item: number;
}

/** Drafts every order and refund as they are booked, and gives rows for a table instead of the drafts. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const settings = settingsOf.call(this);
	const { lineLanguage: language } = settings;
	const items = this.getInputData();
	const orders = (await transformInput.call(this))
		.map((one, item) => ({ ...one, item }))
		.filter(({ item }) => !isPlaceholder(items[item]!));
	const drafted = orders.map(({ transformed }) => transformed);
	const refunds = refundsOf.call(this, settings).map((refund) => {
		const sale = drafted.find(({ orderKey }) => orderKey === refund.transformed.originalOrderKey);
		return { ...refund, transformed: besideItsSale(refund.transformed, sale) };
	});
	const rowsOf = (orderKey: string) =>
		refunds
			.filter(({ transformed }) => transformed.originalOrderKey === orderKey)
			.map(({ transformed, stated, item }) => ({
				json: previewRefund(transformed, stated, language) as unknown as IDataObject,
				pairedItem: { item, input: REFUNDS_INPUT },
			}));
	const notFound = notFoundRows(
		orderNumbersIn(items.length > 0 ? this.getNodeParameter('orderNumbers', 0, '') : ''),
		drafted,
		language,
	);
	const given = items.map((_, item) => ({ item }));
	const rows = [
		...orders.flatMap(({ transformed, order, item }) => [
			{
				json: previewOf(transformed, order, language) as unknown as IDataObject,
				pairedItem: { item },
			},
			...rowsOf(transformed.orderKey),
		]),
		...notFound.map((row) => ({ json: row as unknown as IDataObject, pairedItem: given })),
		...previewTotals(drafted, settings).map((total) => ({
			json: total.row as unknown as IDataObject,
			pairedItem: orders.flatMap(({ transformed, item }) =>
				total.orders.includes(transformed) ? [{ item }] : [],
			),
		})),
	];
	const sums = previewSummary(
		drafted,
		settings,
		refunds.map(({ transformed }) => transformed),
	);
	const told = rows.map(({ json }) => json as unknown as PreviewRow);
	return [
		rows,
		sums.map((sum) => ({ json: sum as unknown as IDataObject, pairedItem: given })),
		told.length === 0
			? []
			: [{ ...(await pageOf.call(this, told, sums, settings)), pairedItem: given }],
	];
}

/** The page to print and sign; its file is named after client and shop. */
async function pageOf(
	this: IExecuteFunctions,
	rows: readonly PreviewRow[],
	sums: readonly PreviewSum[],
	settings: Settings,
): Promise<INodeExecutionData> {
	const { client, lineLanguage: language } = settings;
	const shop = String(this.getNodeParameter('shop', 0));
	const version = Number(this.getInputData(1)[0]?.json.version ?? 0);
	const saved = version > 0 ? { settingsVersion: version } : {};
	const madeOn = DateTime.now().setZone(this.getTimezone()).toISODate() ?? '';
	const html = previewPage({ client, shop, madeOn, ...saved, rows, sums }, language);
	const name = `preview-${client}-${shop}${saved.settingsVersion === undefined ? '-not-saved' : ''}.html`;
	const data = await this.helpers.prepareBinaryData(Buffer.from(html, 'utf8'), name, 'text/html');
	return { json: { client, shop, file: name }, binary: { data } };
}

/** The refunds of the third input, drafted on the sales of these orders; none where it is not connected. */
function refundsOf(this: IExecuteFunctions, settings: Settings): Refund[] {
	const rows = optionalItemsAt.call(this, REFUNDS_INPUT);
	if (rows.length === 0) return [];
	const { shop } = rawOrderOf.call(this, 0);
	return rows.flatMap(({ order, refund, earlierRefunds, refundsNotRead }, item): Refund[] => {
		if (order === undefined) return [];
		const notRead = filled(refundsNotRead);
		if (notRead !== undefined) {
			return unreadRefunds(order, String(notRead), shop, settings).map((transformed) => ({
				...{ transformed, item, stated: undefined },
			}));
		}
		const input = { order, refund, earlierRefunds: listOf(earlierRefunds) };
		const transformed = transformRefund(input, shop, settings);
		return [{ transformed, item, stated: statedRefund(input, shop, settings) }];
	});
}
