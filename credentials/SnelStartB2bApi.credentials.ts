import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { allowHttpField } from '../nodes/shared/keysOnTheWay';
import {
	tokenIn,
	tokenRequest,
	withSnelStartKeys,
	type TokenAnswer,
} from '../nodes/shared/snelStart/authenticate';

/** Tested by the node SnelStart. */
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
			hint: 'From SnelStart Web: Koppelingen, the tile of the coupling (Maatwerk), Genereer de sleutel',
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
			hint: 'From your profile at b2bapi-developer.snelstart.nl; of the developer, not of the administration',
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
			displayName: 'Workers',
			name: 'workers',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description:
				'How many workers this n8n has in queue mode: each gets an equal part of both limits, because SnelStart counts them together. 1 without queue mode.',
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
		allowHttpField,
	];

	/** @throws UserError when SnelStart refuses the key or gives no token */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const answer = (await this.helpers.httpRequest({
			...tokenRequest(credentials),
			timeout: 30_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as TokenAnswer;
		return { accessToken: tokenIn(answer, credentials) };
	}

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => withSnelStartKeys(credentials, options);
}
