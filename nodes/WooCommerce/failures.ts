import type { INode, NodeApiError } from 'n8n-workflow';

import { reason, serviceError, told, toldOther } from '../shared/codedError';
import type { Reason, ToldCode } from '../shared/codedError';
import { isCutOff } from '../shared/read';
import type { Answer, Unreachable } from '../shared/read';
import { shopUrl } from '../shared/wooCommerce/shopUrl';

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
export const unknownOutcome = (node: INode, what: string): NodeApiError =>
	serviceError(node, reason('SHOP_WRITE_UNKNOWN', { what }));

/**
 * The node error for an answer that is not the data asked for. Tells apart what a shop owner can
 * mend: address, keys, permalinks, firewall, a shop that is down. Never names a key, a full
 * address with its query, or anything of a customer.
 */
export function shopError(
	node: INode,
	answer: Answer | Unreachable,
	asked: Asked = {},
): NodeApiError {
	const status = 'unreachable' in answer ? undefined : answer.status;
	return serviceError(node, shopFailure(answer, asked), { status });
}

/** What an answer that is not the data asked for means; the shop's own code stays. */
export function shopFailure(
	answer: Answer | Unreachable,
	{ what = 'record', write = false }: Asked = {},
): ToldCode {
	if ('unreachable' in answer) {
		const { unreachable } = answer;
		return toldOther(`SHOP_UNREACHABLE_${unreachable}`, notReached(unreachable));
	}
	const { status, headers, body } = answer;
	if (status >= 300 && status < 400) return told(redirected(headers.location));
	if (status === 429) return told(reason('SHOP_TOO_MANY_REQUESTS'));
	const { code, message } = errorOf(body);
	if (code === undefined) return told(notData(status, body));
	if ((status === 401 || status === 403) && /write permissions/i.test(message)) {
		return told(reason('SHOP_KEY_READ_ONLY'));
	}
	return toldOther(code, refused(status, { code, message, what, write, details: detailsOf(body) }));
}

function refused(
	status: number,
	{ code, message, what, write, details }: Required<Asked> & Refused,
): Reason {
	if (status === 401 || status === 403) return notAllowed(code, message, write);
	if (code === 'rest_no_route') return reason('SHOP_API_NOT_FOUND');
	if (status >= 500) return said('unavailable', message, code);
	if (status === 404) {
		return what === 'order'
			? reason('SHOP_HAS_NOT', { case: 'order' })
			: reason('SHOP_HAS_NOT', { case: 'other', what });
	}
	if (details === undefined || message === '') return said('words', message, code);
	return reason('SHOP_REFUSES', { case: 'parameters', words: message, shopCode: code, details });
}

/** WordPress' own words on a refusal. */
interface Refused {
	code: string;
	message: string;
	details: string | undefined;
}

function redirected(location: string | undefined): Reason {
	const isWhole = location !== undefined && /^https?:\/\//i.test(location);
	const target = isWhole && URL.canParse(location) ? shopUrl(location) : undefined;
	return target === undefined
		? reason('SHOP_REDIRECTS', { case: 'somewhere' })
		: reason('SHOP_REDIRECTS', { case: 'to', target });
}

function notData(status: number, body: unknown): Reason {
	if (isCutOff(body)) return reason('SHOP_ANSWER_CUT_OFF');
	if (status >= 500) return reason('SHOP_UNAVAILABLE', { status });
	return status === 404 ? reason('SHOP_API_NOT_FOUND') : reason('SHOP_ANSWERS_HTML', { status });
}

function notAllowed(code: string, message: string, write: boolean): Reason {
	if (/signature|timestamp|nonce/i.test(message)) return reason('SHOP_SIGNATURE_REFUSED');
	return code === 'woocommerce_rest_authentication_error'
		? reason('SHOP_KEY_REFUSED')
		: reason('SHOP_KEY_RIGHTS', { case: write ? 'change' : 'read' });
}

/** What it was that could not be reached, by the error code of Node. */
function notReached(code: string): Reason {
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') {
		return reason('SHOP_UNREACHABLE', { case: 'slow' });
	}
	if (code === 'ECONNREFUSED') return reason('SHOP_UNREACHABLE', { case: 'notListening' });
	if (code === 'ENOTFOUND') return reason('SHOP_UNREACHABLE', { case: 'unknownName' });
	const isCertificate = /CERT|SSL|TLS|SELF_SIGNED/.test(code);
	return reason('SHOP_UNREACHABLE', { case: isCertificate ? 'certificate' : 'other' });
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

function said(how: 'words' | 'unavailable', words: string, shopCode: string): Reason {
	if (words !== '') return reason('SHOP_REFUSES', { case: how, words, shopCode });
	return reason('SHOP_REFUSES', { case: 'noReason', shopCode });
}

/** What WordPress says per parameter, for example which statuses this shop knows. */
function detailsOf(body: unknown): string | undefined {
	const params = (body as { data?: { params?: unknown } }).data?.params;
	if (typeof params !== 'object' || params === null) return undefined;
	return Object.entries(params)
		.map(([name, text]) => `${name}: ${String(text)}`)
		.join('. ');
}
