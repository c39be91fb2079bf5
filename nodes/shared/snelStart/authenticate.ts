import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { reason } from '../../../bookkeeping';
import type { Reason } from '../../../bookkeeping';
import { credentialError } from '../codedError';
import { redirectTarget, refuseOpenRoute } from '../keysOnTheWay';

/** What the token's address answered. */
export interface TokenAnswer {
	statusCode: number;
	headers: object;
	body: unknown;
}

/**
 * The request that trades the koppelsleutel for a token of one hour (SS-110). The key is base64-like
 * and must be form-encoded: a bare `+` would arrive as a space.
 *
 * @throws UserError when the key would go over http
 */
export function tokenRequest({
	tokenUrl,
	clientKey,
	allowHttp,
}: ICredentialDataDecryptedObject): IHttpRequestOptions {
	const url = String(tokenUrl).trim();
	refuseOpenRoute(url, 'Token URL', allowHttp);
	const form = { grant_type: 'clientkey', clientkey: String(clientKey).trim() };
	return {
		method: 'POST',
		url,
		headers: {
			Accept: 'application/json',
			'Content-Type': 'application/x-www-form-urlencoded',
		},
		body: new URLSearchParams(form).toString(),
		disableFollowRedirect: true,
	};
}

/** The token in the answer. @throws UserError when SnelStart refuses the key or gives no token */
export function tokenIn(
	{ statusCode, headers, body }: TokenAnswer,
	{ tokenUrl }: ICredentialDataDecryptedObject,
): string {
	if (statusCode === 400 || statusCode === 401) throw credentialError(reason('CLIENT_KEY_REFUSED'));
	if (statusCode >= 300 && statusCode < 400) {
		throw credentialError(redirected(headers, String(tokenUrl).trim(), 'Token URL', ''));
	}
	const accessToken = (body as { access_token?: unknown } | null | undefined)?.access_token;
	if (typeof accessToken === 'string' && accessToken !== '') return accessToken;
	throw credentialError(reason('NO_ACCESS_TOKEN', { status: statusCode }));
}

/**
 * The request with both keys (SS-120). Never follows a redirect, which would carry them to wherever it leads.
 *
 * @throws UserError when the keys would go over http
 */
export function withSnelStartKeys(
	{ accessToken, subscriptionKey, allowHttp }: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	refuseOpenRoute(`${options.baseURL ?? ''}${options.url}`, 'Base URL', allowHttp);
	return {
		...options,
		disableFollowRedirect: true,
		headers: {
			...options.headers,
			Authorization: `Bearer ${String(accessToken)}`,
			'Ocp-Apim-Subscription-Key': String(subscriptionKey).trim(),
		},
	};
}

/** Says where an answer leads on, as it would be entered. */
export function redirected(headers: object, asked: string, field: string, path: string): Reason {
	const [, location] =
		Object.entries(headers).find(([name]) => name.toLowerCase() === 'location') ?? [];
	const target = redirectTarget(typeof location === 'string' ? location : undefined, asked, path);
	return target === undefined
		? reason('REDIRECTED', { case: 'somewhere', field })
		: reason('REDIRECTED', { case: 'to', field, target });
}
