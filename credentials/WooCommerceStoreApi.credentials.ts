import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { withShopKeys } from '../nodes/shared/wooCommerce/authenticate';

/** Tested by the node WooCommerce Store. */
export class WooCommerceStoreApi implements ICredentialType {
	name = 'wooCommerceStoreApi';

	displayName = 'WooCommerce Store API';

	icon: Icon = {
		light: 'file:../icons/woocommerce.svg',
		dark: 'file:../icons/woocommerce.dark.svg',
	};

	documentationUrl =
		'https://github.com/webshop-snelstart/n8n-nodes-webshop-snelstart/blob/main/docs/credentials.md#woocommerce';

	properties: INodeProperties[] = [
		{
			displayName: 'Shop URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://shop.example.com',
			description:
				'The WordPress address of the shop. With https the keys are sent as such; with http they only sign each request.',
		},
		{
			displayName: 'Consumer Key',
			name: 'consumerKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'From WordPress: WooCommerce, Settings, Advanced, REST API; begins with ck_',
			description:
				'Made in WooCommerce under Settings, Advanced, REST API. Read access is enough for reading.',
		},
		{
			displayName: 'Consumer Secret',
			name: 'consumerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'From the same page as the key, shown once; begins with cs_',
			description: 'Shown once, together with the consumer key',
		},
		{
			displayName: 'Keys in Query',
			name: 'keysInQuery',
			type: 'boolean',
			default: false,
			description:
				"Whether to send the keys in the address instead of a header. Only for web servers that drop the Authorization header; the keys then show up in the server's log.",
		},
		{
			displayName: 'Site Address',
			name: 'siteAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://shop.example.com',
			description:
				"Only with http, when the shop is reached at another address than its own: 'Site Address (URL)' from Settings, General. The signature is made for it.",
		},
	];

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => withShopKeys(credentials, options);
}
