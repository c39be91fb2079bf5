import { reason, retell } from '../../../bookkeeping';
import type { Code, Facts } from '../../../bookkeeping';
import { readRefusal, refusalOf } from './refusal';
import type { Refusal } from './refusal';

/** Trouble that arises before a request can have left this machine. */
const NEVER_LEFT = [
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETDOWN',
	'ENETUNREACH',
	'ENOTFOUND',
];
const TOOK_TOO_LONG = ['ECONNABORTED', 'ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT'];

/** The parts of n8n's and axios' errors that are looked at; nothing else of them is passed on. */
interface ThrownError {
	code?: unknown;
	cause?: unknown;
	extra?: { code?: unknown; facts?: unknown };
	config?: { url?: unknown };
	response?: { status?: unknown; data?: unknown };
}

/**
 * Reads what n8n's request helper threw: no answer, a refused token, or a 401 that stayed after the
 * token was renewed.
 *
 * @param url the address that was asked; trouble with another address is trouble with the token
 * @returns `arrived`: whether SnelStart may have received the request and done the work
 */
export function readThrown(thrown: unknown, url: string): { refusal: Refusal; arrived: boolean } {
	const chain = causes(thrown);
	for (const { extra } of chain) {
		const code = OF_CREDENTIAL.find((one) => one === extra?.code);
		const facts = (extra?.facts ?? {}) as Facts;
		if (code !== undefined && retell(code, facts, 'en') !== undefined) {
			return { refusal: refusalOf({ code, facts }), arrived: false };
		}
	}
	const response = chain.find((error) => typeof error.response?.status === 'number')?.response;
	if (response) {
		return { refusal: readRefusal(Number(response.status), response.data), arrived: false };
	}
	const code = chain.map((error) => error.code).find((one) => typeof one === 'string');
	const asked = chain.map(({ config }) => config?.url).find((one) => typeof one === 'string');
	const wasToken = asked !== undefined && asked !== url;
	if (typeof code === 'string' && NEVER_LEFT.includes(code)) {
		return { refusal: refusalOf(reason('NO_CONNECTION')), arrived: false };
	}
	const tookTooLong = typeof code === 'string' && TOOK_TOO_LONG.includes(code);
	return {
		refusal: refusalOf(reason(tookTooLong ? 'TIMED_OUT' : 'CONNECTION_LOST')),
		arrived: !wasToken,
	};
}

/** What the credential itself throws, before a request leaves. */
const OF_CREDENTIAL = [
	'CLIENT_KEY_REFUSED',
	'KEYS_OVER_HTTP',
	'NO_ACCESS_TOKEN',
	'REDIRECTED',
] as const satisfies Code[];

/** The error and its causes; the outermost first. */
function causes(thrown: unknown): ThrownError[] {
	const chain: ThrownError[] = [];
	let error: unknown = thrown;
	while (typeof error === 'object' && error !== null && chain.length < 5) {
		chain.push(error);
		error = (error as ThrownError).cause;
	}
	return chain;
}
