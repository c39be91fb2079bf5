import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, Call } from '../http';

const lifetimeSeconds = 3599;

/** All scopes a key can carry (SS-111). */
export const allScopes = [
	...[
		'artikelen',
		'bankieren',
		'boekhouden',
		'btwaangiftes',
		'documenten',
		'kas',
		'memoriaal',
		'orders',
		'relaties',
		'settings',
	].flatMap((name) => [`${name}:read`, `${name}:write`]),
	'rapportage',
];

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A client key (koppelsleutel) that breaks when it is sent without form-encoding. */
export function createClientKey(): string {
	for (;;) {
		const key = randomBytes(500).toString('base64');
		if (/\+/.test(key) && /\//.test(key) && key.endsWith('=')) return key;
	}
}

export interface Tokens {
	/** POST /b2b/token. */
	issue(call: Call, scopes: readonly string[]): Answer;
	/** The scopes of a bearer that is still good. */
	scopesOf(authorization: string | undefined): readonly string[] | undefined;
	/** Makes every token given so far worthless. */
	revokeAll(): void;
}

/** Hands out and checks bearers (SS-110): form body only, 3,599 seconds, no refresh. */
export function createTokens(clientKeys: ReadonlySet<string>, now: () => Date): Tokens {
	const live = new Map<string, { until: number; scopes: readonly string[] }>();
	const refuse = (error: string): Answer => ({ status: 400, json: { error } });
	return {
		issue(call, scopes) {
			const type = call.headers['content-type'] ?? '';
			const form = type.startsWith('application/x-www-form-urlencoded')
				? new URLSearchParams(call.body)
				: new URLSearchParams();
			if (form.get('grant_type') !== 'clientkey') return refuse('unsupported_grant_type');
			if (!clientKeys.has(form.get('clientkey') ?? '')) {
				return refuse(
					'GrantType clientkey was found. Parameter clientkey does not contain a valid value',
				);
			}
			const issued = Math.floor(now().getTime() / 1000);
			const token = [
				encode({ alg: 'RS256', typ: 'JWT' }),
				encode({
					jti: randomUUID(),
					iat: issued,
					exp: issued + lifetimeSeconds,
					scopes: scopes.join(' '),
				}),
				randomBytes(32).toString('base64url'),
			].join('.');
			live.set(token, { until: (issued + lifetimeSeconds) * 1000, scopes: [...scopes] });
			return {
				status: 200,
				json: { access_token: token, token_type: 'bearer', expires_in: lifetimeSeconds },
			};
		},
		scopesOf(authorization) {
			const found = /^bearer (.+)$/i.exec(authorization ?? '');
			const known = live.get(found?.[1] ?? '');
			return known && known.until > now().getTime() ? known.scopes : undefined;
		},
		revokeAll: () => live.clear(),
	};
}
