import { DateTime } from 'luxon';
import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { Language } from '../../../bookkeeping';
import { languageField } from '../../shared/languageField';
import { alert } from './alert';
import { digest, outageNews } from './digest';
import { orderFilePage } from './orderFilePage';
import { planPage, progressPage } from './migrationPages';
import { payoutPage } from './payoutPage';
import { optionalRowsAt, rowsAt } from './read';
import { undoPage } from './undoPage';

/** One message, or several: an operation of the resource Message. */
const message = (write: (this: IExecuteFunctions) => IDataObject | IDataObject[]) => ({
	outputNames: ['message'] as const,
	execute(this: IExecuteFunctions): INodeExecutionData[][] {
		return [[write.call(this)].flat().map((json) => ({ json, pairedItem: { item: 0 } }))];
	},
});

const clientOf = (context: IExecuteFunctions): string =>
	context.getNodeParameter('client', 0) as string;

const languageOf = (context: IExecuteFunctions): Language =>
	context.getNodeParameter('language', 0, 'nl') === 'en' ? 'en' : 'nl';

/** The one item that a message is about. */
const first = (context: IExecuteFunctions): IDataObject => context.getInputData()[0]?.json ?? {};

export const operations = {
	writeAlert: message(function () {
		return { ...alert(clientOf(this), first(this), languageOf(this)) };
	}),
	writeDigest: message(function () {
		const zone = this.getTimezone();
		const now = DateTime.now().setZone(zone);
		if (!now.isValid) throw new NodeOperationError(this.getNode(), `"${zone}" is no time zone`);
		const facts = {
			client: clientOf(this),
			language: languageOf(this),
			keyMadeOn: this.getNodeParameter('keyMadeOn', 0) as string,
			statusDays: Number(this.getNodeParameter('statusDays', 0, 30)) || 0,
			open: rowsAt.call(this, 0, 'orderKey'),
			noted: rowsAt.call(this, 1, 'orderKey'),
			troubles: rowsAt.call(this, 2, 'subject'),
			abroad: optionalRowsAt.call(this, 3, 'documentKey'),
			now,
		};
		const isNews = this.getNodeParameter('about', 0, 'everything') === 'outage';
		return isNews ? outageNews(facts).map((news) => ({ ...news })) : { ...digest(facts) };
	}),
	writeOrderFilePage: message(function () {
		const previews = optionalRowsAt.call(this, 1, 'orderNumber');
		const known = optionalRowsAt.call(this, 2, 'orderKey');
		const [unfinished] = optionalRowsAt.call(this, 3, 'code');
		const rows = { previews, recorded: known, unfinished };
		return { html: orderFilePage(first(this), rows, languageOf(this)) };
	}),
	writePayoutPage: message(function () {
		return { html: payoutPage(first(this), languageOf(this)) };
	}),
	writePlanPage: message(function () {
		return { ...planPage(first(this), languageOf(this)) };
	}),
	writeProgressPage: message(function () {
		return { ...progressPage(rowsAt.call(this, 0, 'id'), languageOf(this)) };
	}),
	writeUndoPage: message(function () {
		const undo = {
			request: first(this),
			undoable: optionalRowsAt.call(this, 1, 'orderKey'),
			left: optionalRowsAt.call(this, 2, 'orderKey'),
			credits: optionalRowsAt.call(this, 3, 'orderKey'),
		};
		return { ...undoPage(undo, languageOf(this)) };
	}),
};

export const inputNames = {
	writeAlert: ['Failure'],
	writeDigest: ['Open Rows', 'Booked Rows with a Code', 'Shop Troubles', 'Sold Abroad'],
	writeOrderFilePage: ['File', 'Preview', 'Recorded Orders', 'Unfinished File'],
	writePayoutPage: ['Payout'],
	writePlanPage: ['Period'],
	writeProgressPage: ['Periods'],
	writeUndoPage: ['Form', 'Can Be Undone', 'Left as They Are', 'Credit Notes'],
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [
			{
				name: 'Write Alert',
				value: 'writeAlert',
				action: 'Write an alert',
				description: 'Say which workflow failed, without a word of the error itself',
			},
			{
				name: 'Write Digest',
				value: 'writeDigest',
				action: 'Write the daily digest',
				description: 'Say what needs somebody; the text is empty when nothing does',
			},
			{
				name: 'Write Order File Page',
				value: 'writeOrderFilePage',
				action: 'Write the page on a file with orders',
				description: 'Say what of a file was understood, and what became of each order',
			},
			{
				name: 'Write Payout Page',
				value: 'writePayoutPage',
				action: 'Write the page on a payout',
				description: 'Say what became of a payout and of each of its lines',
			},
			{
				name: 'Write Plan Page',
				value: 'writePlanPage',
				action: 'Write the page on a dry run',
				description: 'Say what a migration would book, per month and VAT rate',
			},
			{
				name: 'Write Progress Page',
				value: 'writeProgressPage',
				action: 'Write the page on the progress',
				description: 'Say how far the migrations are',
			},
			{
				name: 'Write Undo Page',
				value: 'writeUndoPage',
				action: 'Write the page on an undo',
				description: 'Say which bookings can be undone or were, and which are left as they are',
			},
		],
		default: 'writeDigest',
	},
	{
		displayName: 'Client',
		name: 'client',
		type: 'string',
		default: '',
		required: true,
		description: 'The name of the client, as in the client settings',
		displayOptions: { show: { resource: ['message'], operation: ['writeAlert', 'writeDigest'] } },
	},
	{
		displayName: 'About',
		name: 'about',
		type: 'options',
		default: 'everything',
		description: 'What the message tells',
		options: [
			{ name: 'Everything That Needs Somebody', value: 'everything' },
			{ name: 'Outages That Began or Ended', value: 'outage' },
		],
		displayOptions: { show: { resource: ['message'], operation: ['writeDigest'] } },
	},
	{
		displayName: 'Key Made On',
		name: 'keyMadeOn',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22',
		description:
			'The day on which a SnelStart key of Ontwikkeling & Test was made: it ends after 90 days. Empty for a key that stays.',
		displayOptions: { show: { resource: ['message'], operation: ['writeDigest'] } },
	},
	{
		displayName: 'Days to Wait for a Status',
		name: 'statusDays',
		type: 'number',
		default: 30,
		typeOptions: { minValue: 0 },
		description:
			'Orders that have waited longer for the status in which they are booked are named. 0 names none.',
		displayOptions: { show: { resource: ['message'], operation: ['writeDigest'] } },
	},
	languageField('The language of the message', { show: { resource: ['message'] } }),
];
