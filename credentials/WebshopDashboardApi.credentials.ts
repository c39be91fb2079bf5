import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

/** Who may open a client's dashboard. It stays inside this n8n, so there is nothing to test it against. */
export class WebshopDashboardApi implements ICredentialType {
	name = 'webshopDashboardApi';

	displayName = 'Webshop Dashboard API';

	icon: Icon = {
		light: 'file:../icons/webshopDashboard.svg',
		dark: 'file:../icons/webshopDashboard.dark.svg',
	};

	documentationUrl =
		'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/blob/main/docs/dashboard.md#sign-in';

	properties: INodeProperties[] = [
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			required: true,
			description: 'The name that the browser asks for',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'At least 12 characters. Use another one for every client.',
		},
	];
}
