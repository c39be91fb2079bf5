import { NodeApiError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
	JsonObject,
} from 'n8n-workflow';

import { retried, retryAfterMs, type Patience } from './retry';

/** Where a node may send requests from: a run, a dropdown in the editor, or a trigger. */
export type RequestContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** What a service answered, whatever its HTTP status. */
export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON, or the bare text when it was not JSON. */
	body: unknown;
}

/** Whether a body is JSON that ends in the middle: what is whole was parsed. */
export const isCutOff = (body: unknown): boolean =>
	typeof body === 'string' && /^\s*[[{]/.test(body);

/** The service could not be reached; `code` is Node's own, for example ECONNREFUSED. */
export interface Unreachable {
	unreachable: string;
}

/** Longer than this nobody waits inside a run: the answer is handed back as it is. */
const LONGEST_WAIT_MS = 60_000;
const PATIENCE: Patience = { tries: 4, totalWaitMs: 3 * LONGEST_WAIT_MS };
const TIMEOUT_MS = 60_000;

/**
 * Sends a GET and tries again, up to four times in all, after 429, 5xx, a lost connection or an answer
 * that breaks off. Waits as long as `Retry-After` says, else half a second and twice as long each
 * time. A refusal comes back as an answer, never as an exception, so that each transport finds its
 * own words for it.
 *
 * @throws NodeApiError when the credential itself cannot be used
 */
export async function read(
	this: RequestContext,
	credentialType: string,
	options: Omit<IHttpRequestOptions, 'method'>,
): Promise<Answer | Unreachable> {
	return await send.call(this, credentialType, { ...options, method: 'GET' }, () => true);
}

/**
 * Sends a request that may change something. `mayRepeat` says of an answer whether sending it once
 * more can do no harm; the waits are those of `read`.
 *
 * @throws NodeApiError when the credential itself cannot be used
 */
export async function send(
	this: RequestContext,
	credentialType: string,
	options: IHttpRequestOptions & { method: IHttpRequestMethods },
	mayRepeat: (answer: Answer | Unreachable) => boolean,
): Promise<Answer | Unreachable> {
	return await retried(
		() => sendOnce.call(this, credentialType, options),
		(answer) => (mayRepeat(answer) ? passing(answer) : undefined),
		PATIENCE,
	);
}

async function sendOnce(
	this: RequestContext,
	credentialType: string,
	options: IHttpRequestOptions,
): Promise<Answer | Unreachable> {
	try {
		const response = await this.helpers.httpRequestWithAuthentication.call(this, credentialType, {
			timeout: TIMEOUT_MS,
			json: true,
			// A redirect would carry the keys to wherever it leads.
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			...options,
			headers: { ...options.headers },
			...(options.qs && { qs: { ...options.qs } }),
			returnFullResponse: true,
		});
		return {
			status: response.statusCode,
			headers: lowerCaseNames(response.headers),
			body: response.body,
		};
	} catch (error) {
		const status = refusedWith(error);
		if (status !== undefined) return { status, headers: {}, body: dataOf(error) };
		const code = networkCode(error);
		if (code !== undefined) return { unreachable: code };
		throw new NodeApiError(this.getNode(), error as JsonObject);
	}
}

/** Whether trouble may be over soon, and how long to wait for that. */
function passing(answer: Answer | Unreachable): { afterMs?: number | undefined } | undefined {
	if ('unreachable' in answer) {
		return ['ECONNRESET', 'EAI_AGAIN', 'EPIPE'].includes(answer.unreachable) ? {} : undefined;
	}
	const isOver = answer.status !== 429 && answer.status < 500 && !isCutOff(answer.body);
	if (isOver) return undefined;
	const afterMs = retryAfterMs(answer.headers['retry-after']);
	return afterMs === undefined || afterMs <= LONGEST_WAIT_MS ? { afterMs } : undefined;
}

function lowerCaseNames(headers: IDataObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

/** The HTTP status of a refusal that was thrown (an expired token is, so that n8n renews it). */
function refusedWith(error: unknown): number | undefined {
	const status = error instanceof NodeApiError ? Number(error.httpCode) : Number.NaN;
	return status >= 300 && status <= 599 ? status : undefined;
}

function dataOf(error: unknown): unknown {
	return error instanceof NodeApiError ? error.context.data : undefined;
}

/** Node's code of a network failure, wherever n8n's wrapping has put it. */
function networkCode(error: unknown): string | undefined {
	for (let inner: unknown = error, depth = 0; inner instanceof Error && depth < 4; depth++) {
		const code = (inner as { code?: unknown }).code;
		if (typeof code === 'string' && code !== '') return code;
		inner = inner.cause;
	}
	return undefined;
}
