import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { redirectTarget, refuseOpenRoute } from '../keysOnTheWay';
import { connectionCodes } from './errors';

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
	if (statusCode === 400 || statusCode === 401) {
		throw new UserError("SnelStart does not accept the 'Client Key (Koppelsleutel)'", {
			description:
				'Copy the key again from SnelStart Web (Instellingen, Koppelingen). A key that was renewed or deleted there stops working at once.',
			extra: { code: 'CLIENT_KEY_REFUSED' },
		});
	}
	if (statusCode >= 300 && statusCode < 400) {
		throw new UserError(redirected(headers, String(tokenUrl).trim(), 'Token URL', ''), {
			description: connectionCodes.REDIRECTED.tip,
			extra: { code: 'REDIRECTED' },
		});
	}
	const accessToken = (body as { access_token?: unknown } | null | undefined)?.access_token;
	if (typeof accessToken === 'string' && accessToken !== '') return accessToken;
	throw new UserError(`SnelStart gave no access token (HTTP ${statusCode})`, {
		description: "Check the 'Token URL' of the credential, and try again later when it is right",
		extra: { code: 'NO_ACCESS_TOKEN' },
	});
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
			'Ocp-Apim-Subscription-Key': String(subscriptionKey),
		},
	};
}

/** Says where an answer leads on, as it would be entered. */
export function redirected(headers: object, asked: string, field: string, path: string): string {
	const [, location] =
		Object.entries(headers).find(([name]) => name.toLowerCase() === 'location') ?? [];
	const target = redirectTarget(typeof location === 'string' ? location : undefined, asked, path);
	return `The '${field}' of SnelStart leads on to ${target ?? 'another address'}, and keys never follow`;
}
