import { UserError } from 'n8n-workflow';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

export class SnelStartB2bApi implements ICredentialType {
	name = 'snelStartB2bApi';

	displayName = 'SnelStart B2B API';

	icon: Icon = { light: 'file:../icons/snelstart.svg', dark: 'file:../icons/snelstart.dark.svg' };

	documentationUrl =
		'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/blob/main/docs/credentials.md#snelstart';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Client Key (Koppelsleutel)',
			name: 'clientKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				"The administration's own key, made in SnelStart Web under Instellingen, Koppelingen. One key opens one administration.",
		},
		{
			displayName: 'Subscription Key',
			name: 'subscriptionKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: "The developer's key from the SnelStart B2B API portal (primary or secondary)",
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 100,
			description:
				'What SnelStart allows this administration: 100 with a key of Ontwikkeling & Test, 500 with Maatwerk or Productie. 0 sets no limit.',
		},
		{
			displayName: 'Requests in Flight',
			name: 'requestsInFlight',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 5,
			description:
				'How many requests may be under way at once: 5 with a key of Ontwikkeling & Test, 50 with Maatwerk or Productie. 0 sets no limit.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://b2bapi.snelstart.nl/v2',
			required: true,
			description: 'Change it only to work against a test system',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: 'https://auth.snelstart.nl/b2b/token',
			required: true,
			description: 'Change it only to work against a test system',
		},
	];

	/**
	 * Trades the koppelsleutel for a token of one hour (SS-110). The key is
	 * base64-like and must be form-encoded: a bare `+` would arrive as a space.
	 *
	 * @throws UserError when SnelStart refuses the key or gives no token
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const form = { grant_type: 'clientkey', clientkey: String(credentials.clientKey).trim() };
		const { statusCode, body } = await this.helpers.httpRequest({
			method: 'POST',
			url: String(credentials.tokenUrl).trim(),
			headers: {
				Accept: 'application/json',
				'Content-Type': 'application/x-www-form-urlencoded',
			},
			body: new URLSearchParams(form).toString(),
			timeout: 30_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
		if (statusCode === 400 || statusCode === 401) {
			throw new UserError("SnelStart does not accept the 'Client Key (Koppelsleutel)'", {
				description:
					'Copy the key again from SnelStart Web (Instellingen, Koppelingen). A key that was renewed or deleted there stops working at once.',
				extra: { code: 'CLIENT_KEY_REFUSED' },
			});
		}
		const accessToken: unknown = body?.access_token;
		if (typeof accessToken !== 'string' || accessToken === '') {
			throw new UserError(`SnelStart gave no access token (HTTP ${statusCode})`, {
				description:
					"Check the 'Token URL' of the credential, and try again later when it is right",
				extra: { code: 'NO_ACCESS_TOKEN' },
			});
		}
		return { accessToken };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{$credentials.accessToken}}',
				'Ocp-Apim-Subscription-Key': '={{$credentials.subscriptionKey}}',
			},
		},
	};

	/** Names the administration; unlike the echo service it checks both keys. */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/companyInfo' },
	};
}
