import { DateTime } from 'luxon';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	namedColumns,
	readOrderJson,
	readOrderTable,
	reason,
	shopOf,
	told,
	type OrderFile,
} from '../../bookkeeping';
import { shopField } from './orderInput';
import { settingsOf } from './settingsInput';

export const outputNames = ['preview', 'book', 'file'] as const;
export const inputNames = ['Rows', 'Settings'];

const displayOptions = { show: { resource: ['orderFile'], operation: ['readOrderFile'] } };

/** More orders than this are booked after the answer, because no browser waits so long. */
const MOST_TO_WAIT_FOR = 250;

export const description: INodeProperties[] = [
	{
		displayName:
			"Connect what n8n's <i>Extract From File</i> gives, without a header row, or its error. Orders leave in the form of other shops on <i>Preview</i> or <i>Book</i>; <i>File</i> gives one item that says what was understood.",
		name: 'readOrderFileNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	shopField(displayOptions),
	{
		displayName: 'What to Do',
		name: 'whatToDo',
		type: 'options',
		options: [
			{
				name: 'Book',
				value: 'book',
				description: 'Only when every row is understood; else preview',
			},
			{
				name: 'Book What Is Understood',
				value: 'bookUnderstood',
				description: 'Rows that are not understood are told and left out',
			},
			{ name: 'Preview', value: 'preview' },
		],
		default: 'preview',
		description: 'What is to become of the orders',
		displayOptions,
	},
];

/** Reads the orders of a file and says of every row that is not understood why. */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const settings = settingsOf.call(this);
	const shop = shopOf(this.getNodeParameter('shop', 0) as string, settings);
	const percentages = [0, ...settings.vatMapping.map(({ percentage }) => percentage)];
	const items = this.getInputData().map(({ json }) => json);
	const file = readItems(items, namedColumns(shop.orderFileColumns), percentages);
	const action = this.getNodeParameter('whatToDo', 0) as string;
	const mayBook =
		!file.trouble &&
		(action === 'bookUnderstood' || (action === 'book' && file.complaints.length === 0));
	const orders = file.orders.map(({ order }) => ({
		json: order as IDataObject,
		pairedItem: { item: 0 },
	}));
	const { trouble, complaints, columns, rows } = file;
	const answersFirst = mayBook && orders.length > MOST_TO_WAIT_FOR;
	const report = {
		...told(trouble),
		...{ rows, orders: orders.length, complaints, columns },
		asked: action,
		// On the clock of the readers: it is shown as it stands.
		readAt: DateTime.now().setZone(this.getTimezone()).toFormat('yyyy-MM-dd HH:mm'),
		books: mayBook,
		answersFirst,
		listed: mayBook && !answersFirst ? file.orders.map(({ order }) => listed(order)) : [],
	};
	return [
		mayBook ? [] : orders,
		mayBook ? orders : [],
		[{ json: report as unknown as IDataObject, pairedItem: { item: 0 } }],
	];
}

/** What a page lists of an order that is booked: no personal data. */
const listed = ({ number, date, total }: OrderFile['orders'][number]['order']) => ({
	orderNumber: number,
	date: String(date).slice(0, 10),
	shopTotal: Number(total),
});

type Named = ReturnType<typeof namedColumns>;

function readItems(items: IDataObject[], named: Named, percentages: readonly number[]): OrderFile {
	const [first = {}] = items;
	if (first.error !== undefined) return unreadable(recordIn(first.error));
	if (first.form === 'tooLarge') return unreadable({ case: 'size', most: Number(first.mostMb) });
	if (first.form === 'empty') return unreadable({ case: 'empty' });
	if (first.form === 'unknown') return unreadable({ case: 'form' });
	if ('data' in first) return readOrderJson(first.data, named, percentages);
	if (items.length === 0) return unreadable({ case: 'empty' });
	if (!items.some(({ row }) => Array.isArray(row))) return unreadable({ case: 'reading' });
	const table = items.map(({ row }) => (Array.isArray(row) ? row : []));
	return readOrderTable(table, named, percentages);
}

type Unreadable = Parameters<typeof reason<'ORDER_FILE_UNREADABLE'>>[1];

const unreadable = (facts: Unreadable): OrderFile => ({
	...{ orders: [], columns: [], complaints: [], rows: 0 },
	trouble: reason('ORDER_FILE_UNREADABLE', facts),
});

/** The reader of CSV files says where it stopped: `columns length is 3, got 2 on line 5`. */
function recordIn(error: unknown): Unreadable {
	const text = typeof error === 'string' ? error : JSON.stringify(error);
	const line = /(?:on|at) line (\d+)/.exec(text)?.[1];
	return line === undefined ? { case: 'reading' } : { case: 'record', record: Number(line) };
}
