import { DateTime } from 'luxon';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { SavedSettings } from './configuration';
import { formToken } from './formToken';
import type { Login } from './login';
import { isLoginFit } from './loginTest';
import { page } from './page';
import { problemReport } from './report';
import { toQuery, type DashboardRequest } from './request';
import { readRow } from './rows';

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
			'={{ { makePage: "Make page", makeReport: "Make problem report" }[$parameter["operation"]] }}',
		description: 'Makes the pages of a dashboard from the order table',
		defaults: { name: 'Webshop Dashboard' },
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Rows' },
			{ type: NodeConnectionTypes.Main, displayName: 'Settings' },
		],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'webshopDashboardApi', required: true, testedBy: 'isLoginFit' }],
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Make Page',
						value: 'makePage',
						action: 'Make a page',
						description: 'The page the browser asked for, as HTML',
					},
					{
						name: 'Make Problem Report',
						value: 'makeReport',
						action: 'Make a problem report',
						description: 'What somebody who helps needs to know of an order, without personal data',
					},
				],
				default: 'makePage',
			},
			{
				displayName: 'Request',
				name: 'request',
				type: 'json',
				default: '',
				required: true,
				description: 'The item of Webshop Dashboard Trigger',
			},
		],
	};

	methods = { credentialTest: { isLoginFit } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const zone = this.getTimezone();
		const rows = this.getInputData(0).map(({ json }) => json);
		const saved = readSettings(this.getInputData(1)[0]?.json);
		const request = readRequestItem.call(this);
		const pairedItem = { item: 0 };
		if (this.getNodeParameter('operation', 0) === 'makeReport') {
			const known = rows.filter((row) => row.orderKey === request.orderKey);
			const json = { report: JSON.stringify(problemReport(known, saved), null, 2) };
			return [[{ json, pairedItem }]];
		}
		const login = await this.getCredentials<Login>('webshopDashboardApi');
		const today = DateTime.now().setZone(zone);
		const dayOf = (moment: string) =>
			DateTime.fromISO(moment, { zone: 'utc' }).setZone(zone).toISODate() ?? '';
		const days = daysBetween(request.from, request.until);
		const html = page({
			request,
			rows: rows
				.filter(({ client }) => client === request.client)
				.map((row) => readRow(row, dayOf))
				.filter(({ day }) => day >= request.from && day <= request.until),
			days,
			settings: saved,
			token: formToken(login.password, request.client, today.toISODate() ?? ''),
			processed: request.processed === true,
		});
		return [[{ json: { html, query: toQuery(request) }, pairedItem }]];
	}
}

type RequestItem = DashboardRequest & { processed?: boolean; orderKey?: string };

function readRequestItem(this: IExecuteFunctions): RequestItem {
	const value = this.getNodeParameter('request', 0) as unknown;
	const read = typeof value === 'string' ? safeJson(value) : value;
	const item = read as RequestItem | undefined;
	if (typeof item?.client === 'string' && typeof item.from === 'string') return item;
	throw new NodeOperationError(
		this.getNode(),
		"'Request' is not what the dashboard's trigger gives",
		{
			itemIndex: 0,
			description: 'Use the item of Webshop Dashboard Trigger',
		},
	);
}

function readSettings(row: IDataObject | undefined): SavedSettings | undefined {
	if (typeof row?.version !== 'number') return undefined;
	const settings = safeJson(String(row.settings)) as IDataObject | undefined;
	return settings && { version: row.version, settings };
}

function safeJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const MOST_DAYS = 366;

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
