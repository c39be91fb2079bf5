import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { signedUrl } from './oauthSignature';
import { shopUrl } from './shopUrl';

/**
 * The request with the keys of a shop: in a header over https, or in the query where the web server
 * drops the header; over http it is signed and no secret goes along (WC-201). Never follows a
 * redirect, which would carry the keys to wherever it leads.
 *
 * @throws UserError when the Shop URL is not a web address
 */
export function withShopKeys(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	const { qs, ...rest } = { ...options, disableFollowRedirect: true };
	delete rest.baseURL;
	const url = completeUrl(options.url, qs, shopUrl(String(credentials.url)));
	const consumerKey = String(credentials.consumerKey).trim();
	const consumerSecret = String(credentials.consumerSecret).trim();

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
