import { DateTime } from 'luxon';
import { NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';
import type {
	IDataObject,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import type { Language } from '../../bookkeeping';
import {
	allowedAddressesField,
	checkAllowedAddresses,
	refuseAddress,
} from '../shared/allowedAddresses';
import { languageField } from '../shared/languageField';
import { isFormToken } from './formToken';
import { isLoginFit } from './isLoginFit';
import { isSignedIn, weakness, type Login } from './login';
import { isStandStill, languageOf, readAction, readRequest, type Action } from './request';
import { countRight, countWrong, LOCKED_MS, lockedFor, MOST_WRONG } from './signInGuard';
import { texts } from './texts';

const OUTPUTS = [
	...['Page', 'Process', 'Report Problem', 'Mark as Seen', 'Pause, Stop or Go On'],
	'Sign Off or Take Back',
];
const OUTPUT_OF: Partial<Record<Action['action'], number>> = {
	...{ reportProblem: 2, check: 3 },
	...{ pause: 4, stop: 4, goOn: 4, signOff: 5, takeBack: 5 },
};

const nothingOutside = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		checkAllowedAddresses.call(this, String(this.getNodeParameter('allowedAddresses', '')));
		return true;
	},
	create: async () => true,
	delete: async () => true,
};

export class WebshopDashboardTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Webshop Dashboard Trigger',
		name: 'webshopDashboardTrigger',
		icon: {
			light: 'file:../../icons/webshopDashboard.svg',
			dark: 'file:../../icons/webshopDashboard.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["shows"] === "allClients" ? "all clients" : $parameter["client"] }}',
		description: "Signs the reader of a client's dashboard in and says what the browser asks for",
		defaults: { name: 'Webshop Dashboard Trigger' },
		inputs: [],
		outputs: OUTPUTS.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
		outputNames: OUTPUTS,
		credentials: [{ name: 'webshopDashboardApi', required: true, testedBy: 'isLoginFit' }],
		webhooks: [
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'responseNode',
				path: '={{ $parameter["path"] }}',
				isFullPath: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'responseNode',
				path: '={{ $parameter["path"] }}',
				isFullPath: true,
			},
		],
		properties: [
			{
				displayName:
					'The dashboard opens at the Production URL above. The browser asks for the user and password of the credential.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Shows',
				name: 'shows',
				type: 'options',
				options: [
					{
						name: 'All Clients',
						value: 'allClients',
						description: 'A page for an office, on which every client of this n8n stands',
					},
					{ name: 'One Client', value: 'oneClient', description: 'The dashboard of a client' },
				],
				default: 'oneClient',
			},
			{
				displayName: 'Client',
				name: 'client',
				type: 'string',
				default: '',
				required: true,
				displayOptions: { show: { shows: ['oneClient'] } },
				placeholder: 'e.g. my-client',
				description: 'The name of the client as in its settings. Only its orders are shown.',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'webshop-dashboard',
				required: true,
				description: "The last part of the dashboard's address; another one for every client",
			},
			languageField('The language of the page until the reader chooses the other one'),
			{
				displayName: 'Days Shown',
				name: 'daysShown',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 366 },
				default: 31,
				displayOptions: { show: { shows: ['oneClient'] } },
				description: 'How many days back the page shows until the reader chooses a period',
			},
			allowedAddressesField,
		],
	};

	methods = { credentialTest: { isLoginFit } };

	// n8n itself serves the page: outside it there is nothing to register or to clean up.
	webhookMethods = { setup: nothingOutside, default: nothingOutside };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const refused = refuseAddress.call(this);
		if (refused !== undefined) return refused;
		const login = await this.getCredentials<Login>('webshopDashboardApi');
		const query = this.getQueryData() as IDataObject;
		const language = languageOf(query, this.getNodeParameter('language', 'nl') as Language);
		const words = texts[language].refused;
		const weak = weakness(login);
		if (weak !== undefined) return refuse.call(this, 500, words[weak]);
		const { authorization } = this.getHeaderData();
		const dashboard = String(this.getNodeParameter('path', ''));
		const { ip, method } = this.getRequestObject();
		const seconds = lockedFor(dashboard, ip, Date.now());
		if (seconds > 0) {
			this.getResponseObject().setHeader('Retry-After', String(seconds));
			return refuse.call(this, 429, `${words.wait} ${Math.ceil(seconds / 60)}.`);
		}
		if (!isSignedIn(authorization, login)) {
			// A browser asks without a login first, which is no wrong one.
			if (authorization !== undefined) await slowDown.call(this, dashboard, ip);
			this.getResponseObject().setHeader(
				'WWW-Authenticate',
				'Basic realm="Dashboard", charset="UTF-8"',
			);
			return refuse.call(this, 401, words.signIn);
		}
		countRight(dashboard, ip);
		if (this.getNodeParameter('shows', 'oneClient') === 'allClients') {
			// The page of all clients changes nothing: it has no forms.
			if (method === 'POST') return refuse.call(this, 400, words.noButton);
			return { workflowData: onOutput(0, { language }) };
		}
		const client = String(this.getNodeParameter('client', '')).trim();
		if (client === '') {
			throw new NodeOperationError(this.getNode(), "'Client' is empty", {
				description: 'Enter the name of the client as in its settings',
			});
		}
		const today = DateTime.now().setZone(this.getTimezone()).startOf('day');
		const daysShown = Number(this.getNodeParameter('daysShown', 31));
		const request = readRequest(query, {
			client,
			language,
			from: today.minus({ days: daysShown - 1 }).toISODate() ?? '',
			until: today.toISODate() ?? '',
		});
		if (method !== 'POST') {
			const processed = query.processed === '1';
			return { workflowData: onOutput(0, { ...request, processed }) };
		}
		const body = this.getBodyData();
		const days = [today, today.minus({ days: 1 })].map((day) => day.toISODate() ?? '');
		if (!isFormToken(String(body.token ?? ''), login.password, client, days)) {
			return refuse.call(this, 403, words.tooOld);
		}
		const action = readAction(body, client);
		if (action === undefined) return refuse.call(this, 400, words.noButton);
		const by = {
			...(action.action === 'check' && { checkedBy: login.user }),
			...(action.action === 'signOff' && { by: login.user }),
			...(isStandStill(action.action) && { by: login.user, today: today.toISODate() }),
		};
		const output = OUTPUT_OF[action.action] ?? 1;
		return { workflowData: onOutput(output, { ...request, ...action, ...by }) };
	}
}

/** Counts a wrong sign-in, says so in n8n's log, and lets the answer wait. */
async function slowDown(
	this: IWebhookFunctions,
	dashboard: string,
	address: string | undefined,
): Promise<void> {
	const { count, delayMs, isLocked } = countWrong(dashboard, address, Date.now());
	const then = isLocked ? `; locked for ${LOCKED_MS / 60_000} minutes` : '';
	this.logger.warn(
		`Webshop dashboard "${dashboard}": wrong sign-in ${count} of ${MOST_WRONG} from ${address ?? 'an unknown address'}${then}`,
	);
	await sleep(delayMs);
}

function onOutput(output: number, request: object): INodeExecutionData[][] {
	return OUTPUTS.map((_, index) =>
		index === output ? [{ json: { ...request } as IDataObject }] : [],
	);
}

/** Answers at once; the workflow is not started. */
function refuse(this: IWebhookFunctions, status: number, text: string): IWebhookResponseData {
	const response = this.getResponseObject();
	response.status(status).setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(text);
	return { noWebhookResponse: true };
}
