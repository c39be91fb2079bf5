import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	NodeApiError,
} from 'n8n-workflow';

import { reason, withRemark } from '../../../bookkeeping';
import { serviceError } from '../codedError';
import { isCutOff } from '../read';
import { retried, retryAfterMs, type Patience } from '../retry';
import { redirected } from './authenticate';
import { readThrown } from './networkTrouble';
import { paced, shareOf, tooMany, type Limits } from './pace';
import { readRefusal, refusalOf } from './refusal';
import type { Refusal } from './refusal';

export type SnelStartContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export interface SnelStartRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the base URL, starting with a slash: `/relaties`. */
	path: string;
	query?: Record<string, string | number>;
	body?: IDataObject | IDataObject[];
	/** 'anything' takes an answer that is no JSON as well, such as XML. Default 'json'. */
	accept?: 'anything' | 'json';
	/** Never sent a second time, not even when SnelStart asks to slow down. */
	onlyOnce?: boolean;
}

/**
 * What became of a request.
 * `ok`: done. `refused`: not done, and SnelStart or the network says why. `unknown`: a write that
 * may or may not have been done; only a look-up can tell.
 */
export type SnelStartResult =
	| { outcome: 'ok'; data: unknown }
	| { outcome: 'refused'; refusal: Refusal }
	| { outcome: 'unknown'; refusal: Refusal };

const CREDENTIAL = 'snelStartB2bApi';

/** What the credential says about where and how fast; older credentials have no limits in them. */
interface Access {
	baseUrl: string;
	clientKey?: string;
	requestsPerMinute?: number;
	requestsInFlight?: number;
	workers?: number;
}

const limitsIn = ({ requestsPerMinute, requestsInFlight, workers }: Partial<Access>): Limits =>
	shareOf(
		{
			requestsPerMinute: Number(requestsPerMinute ?? 0),
			requestsInFlight: Number(requestsInFlight ?? 0),
		},
		Number(workers ?? 1),
	);
/** What SnelStart allows at once with its largest key (SS-122). */
const MOST_IN_FLIGHT = 50;
const READ_TIMEOUT_MS = 30_000;
const WRITE_TIMEOUT_MS = 60_000;
/** The limit per minute is renewed within it. */
const PATIENCE: Patience = { tries: 5, totalWaitMs: 75_000 };

/** One try, and whether another one may help. */
interface Attempt {
	result: SnelStartResult;
	repeat?: { afterMs?: number | undefined } | undefined;
}

/** What tells the administration apart that the node writes in. */
export async function administrationOf(this: SnelStartContext): Promise<string> {
	const { baseUrl, clientKey = '' } = await this.getCredentials<Access>(CREDENTIAL);
	return `${baseUrl} ${clientKey}`;
}

/** How many requests a batch may have under way at once, by the credential. */
export async function inFlightLimit(this: SnelStartContext): Promise<number> {
	const { requestsInFlight } = limitsIn(await this.getCredentials<Access>(CREDENTIAL));
	return requestsInFlight > 0 ? requestsInFlight : MOST_IN_FLIGHT;
}

/**
 * Sends one request to SnelStart with both keys (SS-120, SS-122, SS-123). Reads are repeated after
 * 429, 5xx, network trouble and an answer that breaks off, with growing waits. A write is repeated only after 429, which says
 * that it was not accepted, and once by n8n with a new token after 401: there is no idempotency
 * key, so any other repetition could book twice.
 */
export async function request(
	this: SnelStartContext,
	options: SnelStartRequest,
): Promise<SnelStartResult> {
	const { result } = await retried(
		() => tryOnce.call(this, options),
		({ repeat }) => (options.onlyOnce ? undefined : repeat),
		PATIENCE,
	);
	return result;
}

/**
 * Reads from SnelStart.
 *
 * @throws NodeApiError with SnelStart's code in `context.code` and the way out as description
 */
export async function read(
	this: SnelStartContext,
	path: string,
	query: SnelStartRequest['query'] = {},
): Promise<unknown> {
	return dataOf.call(this, await request.call(this, { method: 'GET', path, query }));
}

/** Reads a list. @throws NodeApiError, also when the answer is not a list of records: it must not pass for empty */
export async function readList(
	this: SnelStartContext,
	path: string,
	query: SnelStartRequest['query'] = {},
): Promise<IDataObject[]> {
	const rows = await read.call(this, path, query);
	if (Array.isArray(rows) && rows.every(isJson)) return rows as IDataObject[];
	throw asNodeError.call(this, refusalOf(reason('UNEXPECTED_ANSWER')));
}

/** The data of a result that went well. @throws NodeApiError for any other */
export function dataOf(this: SnelStartContext, result: SnelStartResult): unknown {
	if (result.outcome === 'ok') return result.data;
	const { outcome, refusal } = result;
	throw asNodeError.call(this, outcome === 'unknown' ? unsettled(refusal) : refusal);
}

/** The reason of a write that may have been done: it must not simply be tried again. */
export const unsettled = (refusal: Refusal): Refusal => withRemark(refusal, { unsettled: 'you' });

/** A refusal as n8n shows it: what happened, how to get on, and the code for the workflow. */
export function asNodeError(this: SnelStartContext, refusal: Refusal): NodeApiError {
	return serviceError(this.getNode(), refusal, { status: refusal.status });
}

/**
 * Sends one request once and gives back whatever SnelStart answers, outside of all limits.
 *
 * @throws Error of n8n when no answer came, or a 401 stayed after the token was renewed
 */
export async function exchange(
	this: SnelStartContext,
	options: SnelStartRequest,
): Promise<IN8nHttpFullResponse> {
	const { baseUrl } = await this.getCredentials<Access>(CREDENTIAL);
	const httpOptions: IHttpRequestOptions = {
		method: options.method,
		url: addressOf(baseUrl, options),
		...(options.body && { body: options.body }),
		json: true,
		timeout: options.method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
		returnFullResponse: true,
		// n8n renews the token only when a 401 is thrown; every other answer is read here.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		// A redirect would repeat a write, or carry the keys to another host.
		disableFollowRedirect: true,
	};
	return (await this.helpers.httpRequestWithAuthentication.call(
		this,
		CREDENTIAL,
		httpOptions,
	)) as IN8nHttpFullResponse;
}

async function tryOnce(this: SnelStartContext, options: SnelStartRequest): Promise<Attempt> {
	const isRead = options.method === 'GET';
	const { baseUrl, clientKey = '', ...limits } = await this.getCredentials<Access>(CREDENTIAL);
	const url = addressOf(baseUrl, options);
	try {
		const send = () => exchange.call(this, options);
		const administration = `${baseUrl} ${clientKey}`;
		const response: IN8nHttpFullResponse = await paced(administration, limitsIn(limits), send);
		if (response.statusCode === 429) tooMany(administration);
		if (response.statusCode >= 300 && response.statusCode < 400) {
			const why = redirected(response.headers, url, 'Base URL', options.path);
			const refusal = refusalOf(why, response.statusCode);
			return { result: { outcome: 'refused', refusal } };
		}
		return readAnswer(response, isRead, options.accept === 'anything');
	} catch (thrown) {
		const { refusal, arrived } = readThrown(thrown, url);
		const isTransient = ['CONNECTION_LOST', 'NO_CONNECTION', 'TIMED_OUT'].includes(refusal.code);
		const outcome = isRead || !arrived ? 'refused' : 'unknown';
		return { result: { outcome, refusal }, repeat: isRead && isTransient ? {} : undefined };
	}
}

function readAnswer(
	response: IN8nHttpFullResponse,
	isRead: boolean,
	takesAnything: boolean,
): Attempt {
	const { statusCode, body, headers } = response;
	if (statusCode >= 200 && statusCode < 300) {
		if (isJson(body) || (takesAnything && !isPage(body))) {
			return { result: { outcome: 'ok', data: body } };
		}
		// A write may be answered with its status alone.
		if (statusCode === 204 || (!isRead && isEmpty(body))) {
			return { result: { outcome: 'ok', data: {} } };
		}
		// A web page with status 200 must not pass for an empty list.
		const refusal = refusalOf(reason('UNEXPECTED_ANSWER'), statusCode);
		const repeat = isRead && isCutOff(body) ? {} : undefined;
		return { result: { outcome: isRead ? 'refused' : 'unknown', refusal }, repeat };
	}
	const refusal = readRefusal(statusCode, body);
	if (statusCode === 429) {
		const afterMs = retryAfterMs(headers['retry-after']) || undefined;
		return { result: { outcome: 'refused', refusal }, repeat: { afterMs } };
	}
	if (statusCode >= 500 || statusCode === 408) {
		return isRead
			? { result: { outcome: 'refused', refusal }, repeat: {} }
			: { result: { outcome: 'unknown', refusal } };
	}
	return { result: { outcome: 'refused', refusal } };
}

function isJson(body: unknown): boolean {
	return typeof body === 'object' && body !== null;
}

/** A web page, from a gateway or proxy; an XML document is none. */
const isPage = (body: unknown): boolean =>
	typeof body === 'string' && /^\s*<(!doctype\s+html|html|head|body)\b/i.test(body);

const isEmpty = (body: unknown): boolean => body === undefined || body === null || body === '';

function addressOf(baseUrl: string, { path, query = {} }: SnelStartRequest): string {
	const pairs = Object.entries(query).map(
		([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
	);
	const address = `${baseUrl.trim().replace(/\/+$/, '')}${path}`;
	return pairs.length === 0 ? address : `${address}?${pairs.join('&')}`;
}
