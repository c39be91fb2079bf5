import { DateTime } from 'luxon';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import {
	fromJson,
	nextOrderSync,
	payoutOfTotal,
	readMember,
	totalKey,
	type Language,
	type Member,
} from '../../bookkeeping';
import { clientStates } from './clients';
import { clientsPage } from './clientsPage';
import type { SavedSettings } from './configuration';
import { formToken } from './formToken';
import type { Login } from './login';
import { isLoginFit } from './isLoginFit';
import { csvFile } from './csv';
import { download } from './download';
import { page } from './page';
import type { PageContent } from './pageContent';
import { periodChecks } from './periodChecks';
import { problemReport } from './report';
import { isStandStill, toQuery, type DashboardRequest, type FileFormat } from './request';
import { xlsxFile } from './xlsx';
import { chargedDocuments, documentDays, readRecord } from './record';
import { isWithin, readRows } from './rows';
import { readBookings, readSignOffs } from './signOffs';
import { pauseOf, wentOnOf } from './troubles';
import { texts } from './texts';

export class WebshopDashboard implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Webshop Dashboard',
		name: 'webshopDashboard',
		icon: {
			light: 'file:../../icons/webshopDashboard.svg',
			dark: 'file:../../icons/webshopDashboard.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { showClients: "Show all clients", showPage: "Show page", goBack: "Go back", downloadReport: "Download problem report" }[$parameter["operation"]] }}',
		description: "Answers the browser that shows a client's dashboard",
		defaults: { name: 'Webshop Dashboard' },
		inputs: `={{ $parameter["operation"] === "goBack" ? ["${NodeConnectionTypes.Main}"] : $parameter["operation"] === "showClients" ? ${JSON.stringify(CLIENTS_INPUTS.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })))} : [{ type: "${NodeConnectionTypes.Main}", displayName: "Rows" }, { type: "${NodeConnectionTypes.Main}", displayName: "Settings" }, ...($parameter["operation"] === "showPage" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Period Checks" }, { type: "${NodeConnectionTypes.Main}", displayName: "Booking Records" }, { type: "${NodeConnectionTypes.Main}", displayName: "Troubles" }, { type: "${NodeConnectionTypes.Main}", displayName: "Month Sign-Offs" }] : [])] }}`,
		outputs: [NodeConnectionTypes.Main],
		// An agent fills one input only.
		usableAsTool: undefined,
		credentials: [{ name: 'webshopDashboardApi', required: true, testedBy: 'isLoginFit' }],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Download Problem Report',
						value: 'downloadReport',
						action: 'Download a problem report',
						description:
							'Send what somebody who helps needs to know of an order, without personal data',
					},
					{
						name: 'Go Back to Page',
						value: 'goBack',
						action: 'Go back to the page',
						description: 'Send the browser back to the tab it came from, after a change',
					},
					{
						name: 'Show All Clients',
						value: 'showClients',
						action: 'Show all clients',
						description: 'Send a page on which every client of an office stands',
					},
					{
						name: 'Show Page',
						value: 'showPage',
						action: 'Show a page',
						description: 'Send the page that the browser asked for',
					},
				],
				default: 'showPage',
			},
			{
				displayName: 'Request',
				name: 'request',
				type: 'json',
				default: '',
				required: true,
				description: 'The item of Webshop Dashboard Trigger',
			},
			{
				displayName: 'Hours Until Silent',
				name: 'silentAfter',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 3,
				displayOptions: { show: { operation: ['showClients'] } },
				description:
					'After so many hours without a run the page says that a client is silent. Orders are read every hour.',
			},
			{
				displayName: 'Dashboards Elsewhere',
				name: 'dashboards',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add client',
				default: {},
				displayOptions: { show: { operation: ['showClients'] } },
				description:
					"Where the dashboards are whose path is not the client's name. All others are found by that name.",
				options: [
					{
						displayName: 'Client',
						name: 'client',
						values: [
							{
								displayName: 'Client',
								name: 'client',
								type: 'string',
								default: '',
								placeholder: 'e.g. my-client',
								description: 'The name of the client as in its settings',
							},
							{
								displayName: 'Address',
								name: 'address',
								type: 'string',
								default: '',
								placeholder: 'e.g. https://n8n.example/webhook/books',
								description: "The Production URL of the client's dashboard",
							},
						],
					},
				],
			},
			{
				displayName: 'Order Pages',
				name: 'orderPages',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add shop',
				default: {},
				displayOptions: { show: { operation: ['showPage'] } },
				description:
					'Where each shop shows an order to who runs it, so that the page of an order can lead there',
				options: [
					{
						displayName: 'Shop',
						name: 'shop',
						values: [
							{
								displayName: 'Shop',
								name: 'shop',
								type: 'string',
								default: '',
								placeholder: 'e.g. woocommerce',
								description: 'The name of the shop as in the client settings',
							},
							{
								displayName: 'Address',
								name: 'address',
								type: 'string',
								default: '',
								placeholder: 'e.g. https://shop.example/wp-admin/post.php?post={order}&action=edit',
								description:
									'The address of an order in the administration of the shop, with {order} for the number by which the shop itself knows the order',
							},
						],
					},
				],
			},
		],
	};

	methods = { credentialTest: { isLoginFit } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = operationOf.call(this);
		const request = readRequestItem.call(this, operation === 'showClients');
		const { headers, statusCode = 200, body } = await answers[operation].call(this, request);
		this.sendResponse({
			statusCode,
			headers: { 'cache-control': 'no-store', 'x-frame-options': 'DENY', ...headers },
			body,
		});
		const { client, tab } = request;
		return [[{ json: { client, tab, statusCode }, pairedItem: { item: 0 } }]];
	}
}

interface Answer {
	statusCode?: number;
	headers: Record<string, string>;
	body: string | Buffer;
}

const answers = { showClients, showPage, goBack, downloadReport };

function operationOf(this: IExecuteFunctions): keyof typeof answers {
	return this.getNodeParameter('operation', 0) as keyof typeof answers;
}

/** The inputs of the page of all clients, in their order. */
const CLIENTS_INPUTS = [
	'Settings',
	'Cursors',
	'Unfinished Rows',
	'Noted Rows',
	'Troubles',
	'Month Sign-Offs',
];

async function showClients(this: IExecuteFunctions, { language }: RequestItem): Promise<Answer> {
	const zone = this.getTimezone();
	const input = (name: string) =>
		this.getInputData(CLIENTS_INPUTS.indexOf(name)).map(({ json }) => json);
	const tables = {
		settings: input('Settings'),
		cursors: input('Cursors'),
		rows: [...input('Unfinished Rows'), ...input('Noted Rows')],
		troubles: input('Troubles'),
		signOffs: input('Month Sign-Offs'),
	};
	const { client: elsewhere = [] } = this.getNodeParameter('dashboards', 0, {}) as {
		client?: Array<{ client: string; address: string }>;
	};
	const body = clientsPage({
		language,
		clients: clientStates(tables, {
			now: DateTime.now(),
			silentAfter: Number(this.getNodeParameter('silentAfter', 0, 3)),
			dayOf: dayIn(zone),
		}),
		addresses: Object.fromEntries(
			elsewhere
				.map(({ client, address }) => [client.trim(), address.trim()])
				.filter(([, address = '']) => /^https?:\/\//.test(address)),
		),
		momentOf: momentIn(zone),
	});
	return { headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

async function showPage(this: IExecuteFunctions, request: RequestItem): Promise<Answer> {
	const { from, until, client, processed } = request;
	const zone = this.getTimezone();
	const login = await this.getCredentials<Login>('webshopDashboardApi');
	const now = DateTime.now().setZone(zone);
	const today = now.toISODate() ?? '';
	const dayOf = dayIn(zone);
	const records = this.getInputData(3).map(({ json }) => json);
	const ownRows = this.getInputData(4).map(({ json }) => json);
	const pause = pauseOf(ownRows, client);
	const wentOn = wentOnOf(ownRows, client);
	const content: PageContent = {
		request,
		...(pause && { pause }),
		...(wentOn && { wentOn }),
		nextSync: nextOrderSync(now),
		signOffs: readSignOffs(
			this.getInputData(5).map(({ json }) => json),
			client,
		),
		bookings: readBookings(records, client),
		dayOf,
		rows: readRows(
			rowsOf.call(this).filter((row) => row.client === client),
			dayOf,
		)
			// What belongs to an order may be of another month.
			.filter((row) => request.order !== undefined || isWithin(row, request)),
		days: daysBetween(from, until),
		checks: periodChecks(
			this.getInputData(2).map(({ json }) => json),
			request,
		),
		settings: savedSettings.call(this),
		shopAddresses: shopAddresses.call(this),
		charged: chargedDocuments(records, client),
		noted: new Map(
			records
				.filter((record) => record.client === client)
				.map(({ documentKey, notes }) => [String(documentKey), notes]),
		),
		dated: documentDays(records, client),
		record: readRecord(
			records.find(({ documentKey }) => documentKey === request.order),
			request,
			momentIn(zone),
		),
		members: membersIn(records, request),
		...payoutIn(records, request),
		token: formToken(login.password, client, today),
		processed: processed === true,
	};
	const { membersOf, format } = request;
	if (format !== undefined && (membersOf === undefined || content.members?.length)) {
		return file(content, format);
	}
	if (membersOf !== undefined) return noMembers(request);
	return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: page(content) };
}

/** The orders of the total whose list is asked for; records of nothing else are members of it. */
function membersIn(
	records: readonly IDataObject[],
	{ client, order, membersOf }: DashboardRequest,
): Member[] {
	if (membersOf === undefined) return [];
	return records
		.filter((row) => row.client === client && row.number === membersOf)
		.filter((row) => totalKey(client, String(row.shop), membersOf) === order)
		.flatMap((row) => readMember(row) ?? [])
		.sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1));
}

/** What the total whose list is asked for explains, where it is one of a payout. */
function payoutIn(
	records: readonly IDataObject[],
	{ client, order, membersOf }: DashboardRequest,
): Pick<PageContent, 'payoutOfTotal'> {
	if (membersOf === undefined) return {};
	const own = records.filter((row) => row.client === client);
	const total = own.find(({ kind, documentKey }) => kind === 'total' && documentKey === order);
	const key = total?.parentKey;
	if (typeof key !== 'string' || key === '') return {};
	const record = own.find(({ documentKey }) => documentKey === key);
	return { payoutOfTotal: payoutOfTotal(key, record) };
}

/** A total that is not booked, or a workflow of before there was a list. */
const noMembers = ({ language }: DashboardRequest): Answer => ({
	statusCode: 404,
	headers: { 'content-type': 'text/plain; charset=utf-8' },
	body: texts[language].noMembers,
});

/** A tab as a file for a spreadsheet. */
function file(content: PageContent, format: FileFormat): Answer {
	const { tab, from, until, language, membersOf } = content.request;
	const name = membersOf?.replace(/[^\w.-]/g, '-') ?? `${tab}-${from}-${until}`;
	const { type, write } = {
		csv: { type: 'text/csv; charset=utf-8', write: csvFile },
		xlsx: {
			type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			write: xlsxFile,
		},
	}[format];
	const { heads, lines } = download(content);
	return {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}.${format}"`,
		},
		body: write(heads, lines, language),
	};
}

/** The day of a moment (ISO, UTC) in a zone. */
const dayIn =
	(zone: string) =>
	(moment: string): string =>
		DateTime.fromISO(moment, { zone: 'utc' }).setZone(zone).toISODate() ?? '';

/** A moment (ISO, UTC) as day and time in a zone. */
const momentIn =
	(zone: string) =>
	(moment: string): string => {
		const read = DateTime.fromISO(moment, { zone: 'utc' }).setZone(zone);
		return read.isValid ? read.toFormat('yyyy-MM-dd HH:mm') : '';
	};

/** What offers no row again. */
const WITHOUT_NOTE = ['check', 'signOff', 'takeBack'];

/** 303: the browser reloads the page, so that a reload does not post the form again. */
async function goBack(this: IExecuteFunctions, request: RequestItem): Promise<Answer> {
	const { action = '' } = request;
	const note = WITHOUT_NOTE.includes(action) || isStandStill(action) ? '' : '&processed=1';
	const location = `?${toQuery(request)}${note}`;
	return { statusCode: 303, headers: { location }, body: '' };
}

async function downloadReport(this: IExecuteFunctions, { orderKey }: RequestItem): Promise<Answer> {
	const known = rowsOf.call(this).filter((row) => row.orderKey === orderKey);
	return {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="problem-report.json"',
		},
		body: JSON.stringify(problemReport(known, savedSettings.call(this)), null, 2),
	};
}

function shopAddresses(this: IExecuteFunctions): Record<string, string> {
	const { shop = [] } = this.getNodeParameter('orderPages', 0, {}) as {
		shop?: Array<{ shop: string; address: string }>;
	};
	return Object.fromEntries(shop.map((one) => [one.shop.trim(), one.address.trim()]));
}

function rowsOf(this: IExecuteFunctions): IDataObject[] {
	return this.getInputData(0).map(({ json }) => json);
}

type RequestItem = DashboardRequest & { processed?: boolean; orderKey?: string; action?: string };

function readRequestItem(this: IExecuteFunctions, isOfAllClients: boolean): RequestItem {
	const value = this.getNodeParameter('request', 0) as unknown;
	const read = typeof value === 'string' ? fromJson(value) : value;
	const item = read as RequestItem | undefined;
	if (typeof item?.client === 'string' && typeof item.from === 'string') return item;
	if (isOfAllClients && item && texts[item.language as Language]) return item;
	throw new NodeOperationError(
		this.getNode(),
		"'Request' is not what the dashboard's trigger gives",
		{
			itemIndex: 0,
			description: 'Use the item of Webshop Dashboard Trigger',
		},
	);
}

function savedSettings(this: IExecuteFunctions): SavedSettings | undefined {
	const row = this.getInputData(1)[0]?.json;
	if (typeof row?.version !== 'number') return undefined;
	const settings = fromJson(row.settings) as IDataObject | undefined;
	return settings && { version: row.version, settings };
}

/** Ten years. */
const MOST_DAYS = 3660;

function daysBetween(from: string, until: string): string[] {
	const days: string[] = [];
	let day = DateTime.fromISO(from, { zone: 'utc' });
	const last = DateTime.fromISO(until, { zone: 'utc' });
	while (day <= last && days.length < MOST_DAYS) {
		days.push(day.toISODate() ?? '');
		day = day.plus({ days: 1 });
	}
	return days;
}
