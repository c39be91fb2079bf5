import { randomBytes } from 'node:crypto';
import type { Answer, Call } from '../http';

/** The login of the JouwWeb stand-in: authorization code with refresh tokens that rotate. */
export interface OAuth {
	clientId: string;
	clientSecret: string;
	/** Answers /oauth/authorize and /oauth/token; undefined for other paths. */
	handle(call: Call): Answer | undefined;
	accepts(bearer: string): boolean;
	/** Makes every access token worthless; a refresh token still brings a new one. */
	expireTokens(): void;
	/** The owner takes the permission back: refresh tokens are worthless too. */
	revoke(): void;
}

const secret = (): string => randomBytes(24).toString('base64url');
const refusal = (error: string, status = 400): Answer => ({ status, json: { error } });

/** Client ID and secret from the Basic header or from the body (RFC 6749 section 2.3.1). */
function clientOf(call: Call, form: URLSearchParams): string {
	const basic = /^Basic (.+)$/.exec(call.headers.authorization ?? '')?.[1];
	if (basic !== undefined) {
		return Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent).join(':');
	}
	return `${form.get('client_id') ?? ''}:${form.get('client_secret') ?? ''}`;
}

export function createOAuth(): OAuth {
	const clientId = 'sandbox-client';
	const clientSecret = secret();
	const codes = new Map<string, string>();
	const access = new Set<string>();
	const refresh = new Set<string>();

	const issue = (scope: string): Answer => {
		const tokens = { access_token: secret(), refresh_token: secret() };
		access.add(tokens.access_token);
		refresh.add(tokens.refresh_token);
		return { status: 200, json: { ...tokens, token_type: 'Bearer', expires_in: 3600, scope } };
	};

	/** The owner of the shop always allows it. */
	const authorize = ({ query }: Call): Answer => {
		const back = query.get('redirect_uri') ?? '';
		if (query.get('client_id') !== clientId || !URL.canParse(back)) {
			return refusal('invalid_request');
		}
		if (query.get('response_type') !== 'code') return refusal('unsupported_response_type');
		const code = secret();
		codes.set(code, back);
		const target = new URL(back);
		target.searchParams.set('code', code);
		target.searchParams.set('state', query.get('state') ?? '');
		return { status: 302, headers: { Location: target.href } };
	};

	const token = (call: Call): Answer => {
		const form = new URLSearchParams(call.body);
		if (clientOf(call, form) !== `${clientId}:${clientSecret}`) {
			return refusal('invalid_client', 401);
		}
		switch (form.get('grant_type')) {
			case 'authorization_code': {
				const code = form.get('code') ?? '';
				const isKnown = codes.has(code) && codes.get(code) === form.get('redirect_uri');
				codes.delete(code);
				return isKnown ? issue('orders') : refusal('invalid_grant');
			}
			case 'refresh_token':
				return refresh.delete(form.get('refresh_token') ?? '')
					? issue('orders')
					: refusal('invalid_grant');
			default:
				return refusal('unsupported_grant_type');
		}
	};

	return {
		clientId,
		clientSecret,
		handle(call) {
			if (call.path === '/oauth/authorize' && call.method === 'GET') return authorize(call);
			if (call.path === '/oauth/token' && call.method === 'POST') return token(call);
			return undefined;
		},
		accepts: (bearer) => access.has(bearer),
		expireTokens: () => access.clear(),
		revoke() {
			access.clear();
			refresh.clear();
		},
	};
}
