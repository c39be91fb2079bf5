import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

export const credentials: INodeCredentialDescription[] = [
	{
		name: 'jouwWebTokenApi',
		required: true,
		displayOptions: { show: { authentication: ['token'] } },
	},
	{
		name: 'jouwWebOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
];

export const authenticationParameter: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'OAuth2', value: 'oAuth2', description: 'The owner of the shop logs in' },
		{ name: 'Token', value: 'token', description: 'A token that JouwWeb gave you' },
	],
	default: 'token',
};
