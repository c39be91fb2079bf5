import { NodeApiError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { Answer, Unreachable } from '../shared/read';
import { shopUrl } from '../shared/wooCommerce/shopUrl';

/** One sentence on what happened, one on what to do, and a code a workflow can act on. */
interface Failure {
	code: string;
	message: string;
	tip: string;
}

/** What the request was about. */
export interface Asked {
	/** What is missing when the shop says there is none, for example `order`. */
	what?: string;
	/** Whether it was to change something. */
	write?: boolean;
}

/**
 * The error for a creation whose answer was lost: it may or may not be in the shop, so sending it
 * again could make it twice.
 */
export function unknownOutcome(node: INode, what: string): NodeApiError {
	const error = new NodeApiError(
		node,
		{},
		{
			message: `The shop did not say whether the ${what} was made`,
			description: `Look in the shop before you run this again: the ${what} may be there already`,
		},
	);
	error.context.code = 'SHOP_WRITE_UNKNOWN';
	return error;
}

/**
 * The node error for an answer that is not the data asked for. Tells apart what a shop owner can
 * mend: address, keys, permalinks, firewall, a shop that is down. Never names a key, a full
 * address with its query, or anything of a customer.
 */
export function shopError(
	node: INode,
	answer: Answer | Unreachable,
	{ what = 'record', write = false }: Asked = {},
): NodeApiError {
	const { code, message, tip } = shopFailure(answer, { what, write });
	const httpCode = 'unreachable' in answer ? undefined : String(answer.status);
	const error = new NodeApiError(node, {}, { message, description: tip, httpCode });
	error.context.code = code;
	return error;
}

/** What an answer that is not the data asked for means. */
export function shopFailure(
	answer: Answer | Unreachable,
	{ what = 'record', write = false }: Asked = {},
): Failure {
	return 'unreachable' in answer ? unreachable(answer.unreachable) : refused(answer, what, write);
}

function refused(answer: Answer, what: string, write: boolean): Failure {
	const { status, headers, body } = answer;
	if (status >= 300 && status < 400) return redirected(headers.location);
	const { code, message } = errorOf(body);
	if (status === 429) {
		return {
			code: 'SHOP_TOO_MANY_REQUESTS',
			message: 'The shop keeps asking to slow down (HTTP 429)',
			tip: 'Run the workflow less often, or ask the host of the shop to allow more requests',
		};
	}
	if (code === undefined) return status >= 500 ? unavailable(status) : notData(status);
	if (status === 401 || status === 403) return notAllowed(code, message, write);
	if (code === 'rest_no_route') return noApi(code);
	if (status >= 500) return { ...unavailable(status), code, message: said(message, code) };
	if (status === 404) {
		return {
			code,
			message: `The shop has no such ${what}`,
			tip:
				what === 'order'
					? "Check 'Order': it takes the order's ID in WordPress, which may differ from its number. An order that was deleted for good cannot be read."
					: `Check the ID: the ${what} may have been deleted, or belong to another record`,
		};
	}
	return {
		code,
		message: said(message, code),
		tip: detailsOf(body) ?? 'Check the parameters of this node',
	};
}

function redirected(location: string | undefined): Failure {
	const isWhole = location !== undefined && /^https?:\/\//i.test(location);
	const target = isWhole && URL.canParse(location) ? shopUrl(location) : undefined;
	return {
		code: 'SHOP_REDIRECTS',
		message: `The shop sends this request on to ${target ?? 'another address'}, and keys never follow`,
		tip: `Use the address the shop itself uses as 'Shop URL' in the credential${target === undefined ? '' : `, '${target}' if that is the shop`}: the 'WordPress Address' under Settings, General (mind https and www)`,
	};
}

function notData(status: number): Failure {
	if (status === 404) return { ...noApi('SHOP_API_NOT_FOUND') };
	return {
		code: 'SHOP_ANSWERS_HTML',
		message: `The shop answered with a web page instead of data (HTTP ${status})`,
		tip: 'A firewall, a captcha, a maintenance page or a password in front of the shop answered. Let the host allow requests to /wp-json/wc/v3 from this server.',
	};
}

function unavailable(status: number): Failure {
	return {
		code: 'SHOP_UNAVAILABLE',
		message: `The shop is not available now (HTTP ${status})`,
		tip: "Try again later. If it happens with many orders only, lower 'Page Size' under Options.",
	};
}

function noApi(code: string): Failure {
	return {
		code,
		message: 'There is no WooCommerce API at this address',
		tip: "Check 'Shop URL' in the credential and that WooCommerce is active. Under Settings, Permalinks anything but 'Plain' must be chosen; with 'Plain', end the 'Shop URL' with /index.php.",
	};
}

function notAllowed(code: string, message: string, write: boolean): Failure {
	if (/write permissions/i.test(message)) {
		return {
			code: 'SHOP_KEY_READ_ONLY',
			message: 'The key of the shop may only read',
			tip: 'Give the key the permission Read/Write in WooCommerce under Settings, Advanced, REST API',
		};
	}
	if (/signature|timestamp|nonce/i.test(message)) {
		return {
			code,
			message: 'The shop does not accept the signature of this request',
			tip: "Over http the request is signed with the shop's address: enter 'Site Address (URL)' from Settings, General exactly as 'Shop URL' (www, port), and check the consumer secret and the clock of this server. With https no signature is needed.",
		};
	}
	if (code === 'woocommerce_rest_authentication_error') {
		return {
			code,
			message: 'The shop does not accept the consumer key or secret',
			tip: 'Make a new key in WooCommerce under Settings, Advanced, REST API and copy both parts into the credential',
		};
	}
	return {
		code,
		message: `The shop does not let this key ${write ? 'change' : 'read'} this`,
		tip: "Give the key to a user who may manage the shop. If the key is right, the web server drops the Authorization header: switch on 'Keys in Query' in the credential. Behind a proxy that ends https, WordPress must be told so with X-Forwarded-Proto.",
	};
}

function unreachable(code: string): Failure {
	const tips: Record<string, string> = {
		ECONNABORTED: "The shop took too long. Lower 'Page Size' under Options.",
		ECONNREFUSED: "Nothing listens there: check 'Shop URL' in the credential, and its port",
		ENOTFOUND: "The name in 'Shop URL' is not known: check its spelling",
		ETIMEDOUT: "The shop took too long. Lower 'Page Size' under Options.",
	};
	return {
		code: `SHOP_UNREACHABLE_${code}`,
		message: 'The shop cannot be reached',
		tip:
			tips[code] ??
			(/CERT|SSL|TLS|SELF_SIGNED/.test(code)
				? "The certificate of the shop is not accepted: let the host renew it, or use the name it was issued for as 'Shop URL'"
				: 'Check that the shop is online, then try again'),
	};
}

/** WordPress' own error: `{ code, message, data }`. Its messages may hold markup. */
function errorOf(body: unknown): { code: string | undefined; message: string } {
	const { code, message } = (typeof body === 'object' && body !== null ? body : {}) as {
		code?: unknown;
		message?: unknown;
	};
	return {
		code: typeof code === 'string' && code !== '' ? code : undefined,
		message: typeof message === 'string' ? message.replace(/<[^>]*>/g, '').trim() : '',
	};
}

function said(message: string, code: string): string {
	return `The shop refused the request: ${message || 'no reason given'} (${code})`;
}

/** What WordPress says per parameter, for example which statuses this shop knows. */
function detailsOf(body: unknown): string | undefined {
	const params = (body as { data?: { params?: unknown } }).data?.params;
	if (typeof params !== 'object' || params === null) return undefined;
	return Object.entries(params)
		.map(([name, text]) => `${name}: ${String(text)}`)
		.join('. ');
}
