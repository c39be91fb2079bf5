import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { refuseOpenRoute } from '../keysOnTheWay';

/**
 * The request with the token of JouwWeb. Never follows a redirect, which would carry the token to
 * wherever it leads.
 *
 * @throws UserError when the token would go over http
 */
export function withJouwWebToken(
	{ headerName, prefix, token, allowHttp }: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	refuseOpenRoute(`${options.baseURL ?? ''}${options.url}`, 'Base URL', allowHttp);
	const value = `${String(prefix ?? '').trim()} ${String(token).trim()}`.trim();
	return {
		...options,
		disableFollowRedirect: true,
		headers: { ...options.headers, [String(headerName)]: value },
	};
}
