import type { Answer, Call } from '../http';
import type { Keys } from './authentication';

const SCOPES = ['read', 'write', 'read_write'];
const ASKED = ['app_name', 'user_id', 'return_url', 'callback_url', 'scope'] as const;

/** Keys go over https, and over http to this machine only, where the tests are. */
const isSafe = (address: string): boolean =>
	/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:|\/))/.test(address);

/**
 * WooCommerce's own page on which an owner gives an app keys (WC_Auth): it asks, and when the owner
 * agrees it makes a pair of keys, POSTs it to the app once, and takes it back unless that is answered
 * with 200.
 */
export function createAuthorization(pairs: Keys[], makeKeys: (mayWrite: boolean) => Keys) {
	let lastId = 0;

	function complaint(query: URLSearchParams): string | undefined {
		const missing = ASKED.find((name) => !query.get(name));
		if (missing) return `Missing parameter ${missing}`;
		if (!SCOPES.includes(query.get('scope')!)) return 'Invalid scope';
		const wrong = (['return_url', 'callback_url'] as const).find(
			(name) => !URL.canParse(query.get(name)!),
		);
		if (wrong) return `The ${wrong} is not a valid URL`;
		return isSafe(query.get('callback_url')!) ? undefined : 'The callback_url needs to be over SSL';
	}

	async function grant(query: URLSearchParams): Promise<Answer> {
		const scope = query.get('scope')!;
		const keys = makeKeys(scope !== 'read');
		pairs.push(keys);
		const { consumerKey, consumerSecret } = keys;
		const status = await fetch(query.get('callback_url')!, {
			method: 'POST',
			headers: { 'content-type': 'application/json;charset=UTF-8' },
			body: JSON.stringify({
				key_id: (lastId += 1),
				user_id: query.get('user_id'),
				consumer_key: consumerKey,
				consumer_secret: consumerSecret,
				key_permissions: scope,
			}),
		}).then(
			(answer) => answer.status,
			() => 0,
		);
		if (status !== 200) {
			pairs.splice(pairs.indexOf(keys), 1);
			const text =
				'An error occurred in the request and at the time were unable to send the consumer data';
			return { status: 401, text };
		}
		return { status: 302, headers: { location: backWith(query, '1') } };
	}

	/** Undefined for another path. */
	return async ({ path, query }: Call): Promise<Answer | undefined> => {
		if (path !== '/wc-auth/v1/authorize' && path !== '/wc-auth/v1/access_granted') return undefined;
		const text = complaint(query);
		if (text) return { status: 401, text: `Error: ${text}` };
		if (path.endsWith('access_granted')) return await grant(query);
		const approve = `/wc-auth/v1/access_granted?${query.toString()}`;
		const html = { 'content-type': 'text/html; charset=UTF-8' };
		return {
			status: 200,
			headers: html,
			text: [
				`<a href="${approve.replaceAll('&', '&amp;')}">Approve</a>`,
				`<a href="${backWith(query, '0').replaceAll('&', '&amp;')}">No thanks</a>`,
			].join('\n'),
		};
	};
}

/** Where the owner is sent back to, told whether access was given. */
function backWith(query: URLSearchParams, success: '0' | '1'): string {
	const back = new URL(query.get('return_url')!);
	back.searchParams.set('success', success);
	back.searchParams.set('user_id', query.get('user_id')!);
	return back.href;
}
