import { createHmac } from 'node:crypto';
import type { Answer, Call } from '../http';
import { authenticationError, missingParameters } from './errors';

export interface Keys {
	consumerKey: string;
	consumerSecret: string;
	/** May it change anything? */
	mayWrite: boolean;
}

/** Keys: these may come in. `false`: as if no key was sent. An answer: this key is wrong. */
export type Verdict = Keys | false | Answer;

const required = [
	'oauth_consumer_key',
	'oauth_timestamp',
	'oauth_nonce',
	'oauth_signature',
	'oauth_signature_method',
];
const algorithms: Record<string, string> = { 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' };
const windowSeconds = 15 * 60;

/** Percent-encoding of RFC 3986, as OAuth 1.0a wants it. */
const encode = (text: string): string =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The OAuth parameters of an Authorization header, without realm. */
function headerParameters(authorization: string): Array<[string, string]> {
	const pattern = /(oauth_\w+)="([^"]*)"/g;
	return [...authorization.matchAll(pattern)].map(([, name = '', value = '']) => [
		name,
		decodeURIComponent(value),
	]);
}

/** WordPress sees TLS only through its proxy here; the stand-in itself speaks plain HTTP. */
export const isTls = (call: Call): boolean => call.headers['x-forwarded-proto'] === 'https';

/**
 * Reads keys the way WooCommerce does: Basic and query keys count over TLS only; else OAuth 1.0a in
 * header or query, signed over the shop's own home address, fresh and never used before.
 */
export function createAuthentication(pairs: readonly Keys[], now: () => Date) {
	const usedNonces = new Map<string, number>();
	const pairOf = (key: unknown): Keys | undefined =>
		pairs.find(({ consumerKey }) => consumerKey === key);

	const secretVerdict = (key: string, secret: string): Verdict => {
		const keys = pairOf(key);
		if (!keys) return false;
		return secret === keys.consumerSecret
			? keys
			: authenticationError('Consumer secret is invalid.');
	};

	function overTls(call: Call): Verdict {
		const queryKey = call.query.get('consumer_key');
		if (queryKey !== null) return secretVerdict(queryKey, call.query.get('consumer_secret') ?? '');
		const basic = /^basic (.+)$/i.exec(call.headers.authorization ?? '')?.[1];
		if (basic === undefined) return false;
		const pair = Buffer.from(basic, 'base64').toString('utf8');
		const colon = pair.indexOf(':');
		return secretVerdict(pair.slice(0, colon), pair.slice(colon + 1));
	}

	function oauth(call: Call, home: string): Verdict {
		const authorization = call.headers.authorization ?? '';
		const fromHeader = /^oauth /i.test(authorization) ? headerParameters(authorization) : [];
		const all = [...call.query, ...fromHeader];
		const given = new Map(all);
		if (!required.some((name) => given.has(name))) return false;
		const missing = required.filter((name) => !given.get(name));
		if (missing.length > 0) return missingParameters(missing);
		const keys = pairOf(given.get('oauth_consumer_key'));
		if (!keys) return authenticationError('Consumer key is invalid.');
		const algorithm = algorithms[given.get('oauth_signature_method') ?? ''];
		if (algorithm === undefined) {
			return authenticationError('Invalid signature - signature method is invalid.');
		}
		const parameters = all
			.filter(([name]) => name !== 'oauth_signature')
			.map(([name, value]): [string, string] => [encode(name), encode(value)])
			.sort(([a, x], [b, y]) => byText(a, b) || byText(x, y))
			.map((pair) => pair.join('='))
			.join('&');
		const base = [call.method.toUpperCase(), encode(home + call.path), encode(parameters)].join(
			'&',
		);
		const signature = createHmac(algorithm, `${keys.consumerSecret}&`)
			.update(base)
			.digest('base64');
		if (given.get('oauth_signature') !== signature) {
			return authenticationError('Invalid signature - provided signature does not match.');
		}
		const stale = staleness(Number(given.get('oauth_timestamp')), given.get('oauth_nonce') ?? '');
		return stale ?? keys;
	}

	function staleness(timestamp: number, nonce: string): Answer | undefined {
		const seconds = Math.floor(now().getTime() / 1000);
		if (!(Math.abs(seconds - timestamp) <= windowSeconds)) {
			return authenticationError('Invalid timestamp.');
		}
		if (usedNonces.has(nonce)) {
			return authenticationError('Invalid nonce - nonce has already been used.');
		}
		for (const [old, used] of usedNonces) {
			if (seconds - used > windowSeconds) usedNonces.delete(old);
		}
		usedNonces.set(nonce, timestamp);
		return undefined;
	}

	/** `home` is the shop's own http address; over TLS the signature counts for https. */
	return (call: Call, home: string): Verdict => {
		const tls = isTls(call);
		const verdict = tls && overTls(call);
		return verdict || oauth(call, tls ? home.replace(/^http:/, 'https:') : home);
	};
}
