import { createHmac, randomBytes } from 'node:crypto';

/** What makes one signature differ from the next; given from outside by tests only. */
export interface OAuthMoment {
	nonce: string;
	/** Seconds since 1970. */
	timestamp: number;
}

/**
 * The URL with the OAuth 1.0a parameters in its query (one-legged, HMAC-SHA256), which is how
 * WooCommerce accepts keys over plain http. All query parameters are signed and sent in the same
 * RFC 3986 encoding. The shop checks against its own site address, which behind a proxy may differ
 * from the address that is called: `signedAddress`. Source: RFC 5849 section 3.4.
 */
export function signedUrl(
	method: string,
	url: URL,
	consumerKey: string,
	consumerSecret: string,
	moment: OAuthMoment = now(),
	signedAddress = `${url.origin}${url.pathname}`,
): string {
	const parameters: Array<[string, string]> = [
		...url.searchParams.entries(),
		['oauth_consumer_key', consumerKey],
		['oauth_nonce', moment.nonce],
		['oauth_signature_method', 'HMAC-SHA256'],
		['oauth_timestamp', String(moment.timestamp)],
	];
	const query = parameters
		.map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
		.sort(([nameA, valueA], [nameB, valueB]) => order(nameA, nameB) || order(valueA, valueB))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
	const address = `${url.origin}${url.pathname}`;
	const base = [method.toUpperCase(), signedAddress, query].map(percentEncode).join('&');
	const key = `${percentEncode(consumerSecret)}&`;
	const signature = createHmac('sha256', key).update(base).digest('base64');
	return `${address}?${query}&oauth_signature=${percentEncode(signature)}`;
}

function now(): OAuthMoment {
	return { nonce: randomBytes(16).toString('hex'), timestamp: Math.floor(Date.now() / 1000) };
}

/** RFC 3986: only letters, digits and `-._~` stay as they are. */
function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** By character code, as the standard demands; localeCompare would sort differently. */
function order(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
