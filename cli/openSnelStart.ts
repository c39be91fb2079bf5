import type { ProbeAnswer, Send } from '../probe';
import type { SecretSource } from './credentials';
import { asList, reason, Trouble } from './trouble';
import { askForToken, send, type Ask } from './tryKeys';

/** Writes may take long (SS-124). */
const ANSWERS_WITHIN_MS = 60_000;

/** Where an administration answers, and with which keys. */
export interface SnelStartAccess {
	baseUrl: string;
	tokenUrl: string;
	clientKey: string;
	subscriptionKey: string;
}

/**
 * Trades the client key for a token and gives what sends calls with it; a token that was refused in
 * the meantime is renewed once.
 *
 * @throws Trouble KEYS_REFUSED when the client key is refused, SNELSTART_UNREAD when nothing answers
 */
export async function openSnelStart(ask: Ask, access: SnelStartAccess): Promise<Send> {
	let token = await tokenFrom(ask, access);
	return async (wanted) => {
		const answer = await sendOnce(ask, access, wanted, token);
		if (answer.status !== 401) return answer;
		// A token lives an hour; a call that was refused for it was not done.
		token = await tokenFrom(ask, access);
		return await sendOnce(ask, access, wanted, token);
	};
}

/** The keys of an administration. @throws Trouble when one is missing */
export async function readKeys(secrets: SecretSource) {
	const named = {
		clientKey: ['SNELSTART_CLIENT_KEY', 'the client key (koppelsleutel) of the administration'],
		subscriptionKey: ['SNELSTART_SUBSCRIPTION_KEY', 'the subscription key of the developer portal'],
	} as const;
	const read = async ([variable, what]: readonly [string, string]): Promise<string> => {
		const secret = await secrets(variable, what);
		if (secret !== undefined) return secret;
		throw new Trouble(reason('SECRET_MISSING', { case: 'one', variable, what }));
	};
	return {
		clientKey: await read(named.clientKey),
		subscriptionKey: await read(named.subscriptionKey),
	};
}

async function tokenFrom(ask: Ask, { tokenUrl, clientKey }: SnelStartAccess): Promise<string> {
	const answer = await askForToken(ask, tokenUrl, clientKey).catch((error: unknown) => {
		const words = `${tokenUrl}: ${error instanceof Error ? error.message : 'no answer'}`;
		return Promise.reject(new Trouble(reason('SNELSTART_UNREAD', { case: 'noAnswer', words })));
	});
	const { access_token: token } = (await answer.json().catch(() => ({}))) as {
		access_token?: unknown;
	};
	if (typeof token === 'string' && token !== '') return token;
	const complaints = asList([`SNELSTART_CLIENT_KEY: HTTP ${answer.status}`]);
	throw new Trouble(reason('KEYS_REFUSED', { complaints }));
}

async function sendOnce(
	ask: Ask,
	{ baseUrl, subscriptionKey }: SnelStartAccess,
	{ method, path, query, body }: Parameters<Send>[0],
	token: string,
): Promise<ProbeAnswer> {
	const pairs = Object.entries(query ?? {}).map(
		([name, value]) => `${name}=${encodeURIComponent(value)}`,
	);
	const address = `${baseUrl.replace(/\/+$/, '')}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
	const answer = await send(
		ask,
		address,
		{
			method,
			headers: {
				Accept: 'application/json',
				Authorization: `Bearer ${token}`,
				'Ocp-Apim-Subscription-Key': subscriptionKey,
				...(body !== undefined && { 'Content-Type': 'application/json' }),
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		},
		ANSWERS_WITHIN_MS,
	);
	const text = await answer.text();
	return { status: answer.status, headers: Object.fromEntries(answer.headers), body: parsed(text) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
