import { randomUUID } from 'node:crypto';

import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { textOf, type Language } from '../../bookkeeping';
import { languageField } from '../shared/languageField';
import { answerCall } from './answerCall';
import { isInvitationFit } from './isInvitationFit';
import type { Answered, Ask } from './n8n';
import { readCall } from './readCall';

const ANSWERS_WITHIN_MS = 20_000;

const nothingOutside = {
	checkExists: async () => true,
	create: async () => true,
	delete: async () => true,
};

/** What the owner sees afterwards; it says nothing that a stranger could learn from. */
const thanks = {
	nl: 'Bedankt. U kunt dit venster sluiten: wie de koppeling voor u beheert, krijgt bericht.',
	en: 'Thank you. You may close this window: whoever runs the connection for you is told.',
} as const satisfies Record<Language, string>;
/** WooCommerce sends the owner here in either case, and says which in `success`. */
const notAgreed = {
	nl: 'Er is niets gekoppeld: de winkel meldt dat de toegang niet is gegeven. Open de link nog eens om alsnog akkoord te gaan, of vraag wie de koppeling voor u beheert om een nieuwe.',
	en: 'Nothing was connected: the shop says that access was not given. Open the link once more to agree after all, or ask whoever runs the connection for you for a new one.',
} as const satisfies Record<Language, string>;
const subjects = {
	nl: 'Koppeling van {client}',
	en: 'Connection of {client}',
} as const satisfies Record<Language, string>;

export class WebshopInvitationTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Webshop Invitation Trigger',
		name: 'webshopInvitationTrigger',
		icon: { light: 'file:../../icons/snelstart.svg', dark: 'file:../../icons/snelstart.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["path"] }}',
		description:
			"Takes the key that an owner hands over after an invitation, puts it into the client's credential and says that it did; no key leaves it",
		defaults: { name: 'Webshop Invitation Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'webshopInvitationApi', required: true, testedBy: 'isInvitationFit' }],
		webhooks: [
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: '={{ $parameter["path"] }}',
				isFullPath: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: '={{ $parameter["path"] }}',
				isFullPath: true,
			},
		],
		properties: [
			{
				displayName:
					'Give the Production URL above to SnelStart as the webhook of your app. Links are made by the command: webshop-snelstart invite.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Path',
				name: 'path',
				type: 'string',
				default: 'webshop-invitations',
				required: true,
				description: 'The last part of the address that SnelStart and the shops call',
			},
			languageField('The language of the page that the owner sees, and of what is told'),
		],
	};

	methods = { credentialTest: { isInvitationFit } };

	webhookMethods = { setup: nothingOutside, default: nothingOutside };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const language = this.getNodeParameter('language', 'nl') as Language;
		if (this.getRequestObject().method !== 'POST') {
			const { success } = this.getQueryData() as IDataObject;
			const isRefused = success !== undefined && success !== '1';
			return end.call(this, 200, (isRefused ? notAgreed : thanks)[language]);
		}
		const call = readCall(this.getBodyData());
		if (call === undefined) return end.call(this, 404);
		const credential = await this.getCredentials<IDataObject>('webshopInvitationApi');
		const moment = { now: new Date(), callId: randomUUID() };
		const { taken, tell, client, shop } = await answerCall(askOf(this), call, credential, moment);
		end.call(this, taken ? 200 : 404);
		if (tell === undefined) return { noWebhookResponse: true };
		const { message, tip } = textOf(tell, language);
		const json = {
			...{ client, shop, kind: call.kind, action: call.action, taken },
			...{ code: tell.code, message, tip },
			subject: subjects[language].replace('{client}', client),
			text: `${message}\n${tip}`,
		};
		return { noWebhookResponse: true, workflowData: [[{ json }]] };
	}
}

/** Answers at once. */
function end(this: IWebhookFunctions, status: number, text = ''): IWebhookResponseData {
	const response = this.getResponseObject();
	response.status(status).setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(text);
	return { noWebhookResponse: true };
}

/** Never throws: n8n would keep an error with the request, and that holds keys. */
const askOf =
	({ helpers }: IWebhookFunctions): Ask =>
	async (method: IHttpRequestMethods, url, headers, body): Promise<Answered> => {
		const options: IHttpRequestOptions = {
			...{ method, url, headers: { Accept: 'application/json', ...headers } },
			...(body !== undefined && { body: body as IDataObject }),
			json: typeof body !== 'string',
			timeout: ANSWERS_WITHIN_MS,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		};
		try {
			const answer = (await helpers.httpRequest(options)) as { statusCode: number; body: unknown };
			return { status: answer.statusCode, body: parsed(answer.body) };
		} catch (error) {
			const { code } = error as { code?: unknown };
			return { status: 0, body: undefined, error: typeof code === 'string' ? code : 'ECONNRESET' };
		}
	};

function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return body;
	}
}
