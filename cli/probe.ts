import {
	ProbeRefused,
	runProbe,
	type ProbeAnswer,
	type ProbeOptions,
	type Report,
	type Send,
} from '../probe';
import type { CommandLine } from './commandLine';
import type { SecretSource } from './credentials';
import { asList, reason, Trouble } from './trouble';
import { askForToken, send, type Ask } from './tryKeys';

/** Writes may take long (SS-124). */
const ANSWERS_WITHIN_MS = 60_000;

export interface ProbeRequest
	extends Pick<CommandLine, 'administration' | 'despiteBookings' | 'only' | 'snelStart'>,
		Pick<ProbeOptions, 'now' | 'say' | 'wait'> {
	secrets: SecretSource;
	ask: Ask;
}

/**
 * Tries what is taken for granted of SnelStart on the administration of the client key.
 *
 * @throws Trouble when a key is missing or refused, or the administration has bookings
 */
export async function probeSnelStart(request: ProbeRequest): Promise<Report> {
	const { snelStart, secrets, ask, only, ...options } = request;
	const keys = await readKeys(secrets);
	const renew = async (): Promise<string> =>
		await tokenFrom(ask, snelStart.tokenUrl, keys.clientKey);
	let token = await renew();
	const call: Send = async (wanted) => {
		const answer = await sendOnce(ask, snelStart.baseUrl, wanted, token, keys.subscriptionKey);
		if (answer.status !== 401) return answer;
		// A token lives an hour; a call that was refused for it was not done.
		token = await renew();
		return await sendOnce(ask, snelStart.baseUrl, wanted, token, keys.subscriptionKey);
	};
	return await runProbe({ ...options, send: call, ...(only.length > 0 && { only }) }).catch(
		(error: unknown) =>
			Promise.reject(
				error instanceof ProbeRefused ? new Trouble(reason('PROBE_REFUSED', error.why)) : error,
			),
	);
}

async function readKeys(secrets: SecretSource) {
	const named = {
		clientKey: [
			'SNELSTART_CLIENT_KEY',
			'the client key (koppelsleutel) of the test administration',
		],
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

async function tokenFrom(ask: Ask, tokenUrl: string, clientKey: string): Promise<string> {
	const answer = await askForToken(ask, tokenUrl, clientKey).catch((error: unknown) => {
		const words = `${tokenUrl}: ${error instanceof Error ? error.message : 'no answer'}`;
		return Promise.reject(new Trouble(reason('PROBE_REFUSED', { case: 'noAnswer', words })));
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
	baseUrl: string,
	{ method, path, query, body }: Parameters<Send>[0],
	token: string,
	subscriptionKey: string,
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
