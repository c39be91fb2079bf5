import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { allowHttpField } from '../nodes/shared/keysOnTheWay';

/** What answering invitations takes: the door of n8n itself, and the integrator's own key. Tested by its node. */
export class WebshopInvitationApi implements ICredentialType {
	name = 'webshopInvitationApi';

	displayName = 'Webshop Invitation API';

	icon: Icon = { light: 'file:../icons/snelstart.svg', dark: 'file:../icons/snelstart.dark.svg' };

	documentationUrl =
		'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/blob/main/docs/snelstart-access.md#set-it-up-once';

	properties: INodeProperties[] = [
		{
			displayName: 'N8n URL',
			name: 'n8nUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://n8n.example.com',
			description: 'The address of this n8n itself',
		},
		{
			displayName: 'N8n API Key',
			name: 'n8nApiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Made in n8n under Settings, n8n API. It needs credential:update, dataTable:list, dataTableRow:read, dataTableRow:update, workflow:list and workflow:deactivate.',
		},
		{
			displayName: 'Subscription Key',
			name: 'subscriptionKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"The developer's key from the SnelStart B2B API portal, with which a new client key is tried. Leave empty when only shops are invited.",
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
}
