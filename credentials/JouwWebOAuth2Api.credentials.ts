import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { apiLayoutProperties } from '../nodes/shared/jouwWeb/apiLayout';
import { allowHttpField } from '../nodes/shared/keysOnTheWay';

export class JouwWebOAuth2Api implements ICredentialType {
	name = 'jouwWebOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'JouwWeb OAuth2 API';

	icon: Icon = { light: 'file:../icons/jouwweb.svg', dark: 'file:../icons/jouwweb.dark.svg' };

	documentationUrl =
		'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/blob/main/docs/credentials.md#jouwweb';

	properties: INodeProperties[] = [
		{
			displayName:
				"JouwWeb's API is not publicly documented: every address and scope below comes from JouwWeb itself, together with the client ID and secret",
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api.example.com/v1',
			description: 'The address every request starts with, without a slash at the end',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://login.example.com/oauth/authorize',
			description: 'Where the shop owner logs in and allows the connection',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://login.example.com/oauth/token',
			description: 'Where the login is traded for a token',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: '',
			description: 'The rights to ask for, separated by spaces. Reading orders is enough.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'string',
			default: '',
			placeholder: 'e.g. access_type=offline',
			description: 'Extra parameters for the login page, when JouwWeb asks for them',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Body', value: 'body', description: 'Send client ID and secret in the body' },
				{ name: 'Header', value: 'header', description: 'Send them as Basic authentication' },
			],
			default: 'header',
			description: 'How client ID and secret are sent when a token is asked for',
		},
		allowHttpField,
		...apiLayoutProperties,
	];
}
