import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { signedUrl } from './support/oauthSignature';
import { shopUrl } from './support/shopUrl';

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
	): Promise<IHttpRequestOptions> => {
		const { qs, ...rest } = options;
		delete rest.baseURL;
		const url = completeUrl(options.url, qs, shopUrl(String(credentials.url)));
		const consumerKey = String(credentials.consumerKey);
		const consumerSecret = String(credentials.consumerSecret);

		if (url.protocol === 'http:') {
			const method = options.method ?? 'GET';
			const signed = signedUrl(
				method,
				url,
				consumerKey,
				consumerSecret,
				undefined,
				signedAddress(url, credentials),
			);
			return { ...rest, url: signed };
		}
		if (credentials.keysInQuery === true) {
			url.searchParams.set('consumer_key', consumerKey);
			url.searchParams.set('consumer_secret', consumerSecret);
			return { ...rest, url: url.href };
		}
		const keys = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
		return {
			...rest,
			url: url.href,
			headers: { ...options.headers, Authorization: `Basic ${keys}` },
		};
	};

	/** Reads one order id: proves the address, the keys and the right to read orders. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.url}}',
			url: '/wp-json/wc/v3/orders',
			qs: { per_page: 1, _fields: 'id' },
		},
	};
}

/** A path is taken below the shop; lists become comma-separated, which WordPress reads as a list. */
function completeUrl(pathOrUrl: string, query: IDataObject | undefined, shop: string): URL {
	const isPath = !/^https?:\/\//i.test(pathOrUrl);
	const url = new URL(isPath ? `${shop}/${pathOrUrl.replace(/^\/+/, '')}` : pathOrUrl);
	for (const [name, value] of Object.entries(query ?? {})) {
		if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
	}
	return url;
}

/** The called address as the shop itself knows it; undefined when no site address is given. */
function signedAddress(
	{ pathname }: URL,
	{ url, siteAddress }: ICredentialDataDecryptedObject,
): string | undefined {
	const entered = String(siteAddress ?? '').trim();
	if (entered === '') return undefined;
	const folder = new URL(shopUrl(String(url))).pathname.replace(/\/$/, '');
	return `${shopUrl(entered)}${pathname.slice(folder.length)}`;
}
