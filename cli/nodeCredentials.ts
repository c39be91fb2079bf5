import type { NodeTypeReference } from './workflowJson';

const PACKAGE = 'n8n-nodes-webshop-snelstart';

/**
 * Which credentials the nodes in the templates ask for. n8n's public API does not tell, and the
 * nodes themselves cannot be loaded without n8n; a test compares this list with them.
 */
export const nodeCredentials: NodeTypeReference[] = [
	{ name: `${PACKAGE}.snelStart`, credentials: [{ name: 'snelStartB2bApi' }] },
	{ name: `${PACKAGE}.webshopSettings`, credentials: [{ name: 'snelStartB2bApi' }] },
	{ name: `${PACKAGE}.wooCommerce`, credentials: [{ name: 'wooCommerceStoreApi' }] },
	{ name: `${PACKAGE}.wooCommerceStoreTrigger`, credentials: [{ name: 'wooCommerceStoreApi' }] },
	{
		name: `${PACKAGE}.jouwWeb`,
		credentials: [
			{ name: 'jouwWebTokenApi', displayOptions: { show: { authentication: ['token'] } } },
			{ name: 'jouwWebOAuth2Api', displayOptions: { show: { authentication: ['oAuth2'] } } },
		],
	},
	{ name: `${PACKAGE}.webshopDashboard`, credentials: [{ name: 'webshopDashboardApi' }] },
	{ name: `${PACKAGE}.webshopDashboardTrigger`, credentials: [{ name: 'webshopDashboardApi' }] },
	{
		name: `${PACKAGE}.webshopInvitationTrigger`,
		credentials: [{ name: 'webshopInvitationApi' }],
	},
	{
		name: 'n8n-nodes-base.formTrigger',
		credentials: [
			{ name: 'httpBasicAuth', displayOptions: { show: { authentication: ['basicAuth'] } } },
		],
	},
	{ name: 'n8n-nodes-base.emailSend', credentials: [{ name: 'smtp' }] },
	{ name: 'n8n-nodes-base.postgres', credentials: [{ name: 'postgres' }] },
];
