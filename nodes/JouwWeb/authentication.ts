import type { INodeProperties } from 'n8n-workflow';

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
