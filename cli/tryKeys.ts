import { isThisMachine } from './n8nApi';
import type { WantedCredential } from './wantedCredential';

/** A credential with its secrets, before it is made. */
export interface FilledCredential {
	wanted: WantedCredential;
	/** Field → secret. */
	secrets: Record<string, string>;
}
type Data = Record<string, unknown>;
/** Asks an address, as `fetch` does. */
export type Ask = (url: string, request: RequestInit) => Promise<Response>;

const ANSWERS_WITHIN_MS = 20_000;
const REFUSED = [401, 403];
const LONGEST_MESSAGE = 200;

/** What was refused: the secret's field, and the words of whoever refused it. */
interface Refusal {
	fields: string[];
	status: number;
	words: string;
}

/**
 * Asks SnelStart and the shops whether they accept the keys, before anything is made. Only a clear
 * refusal counts: what this machine cannot reach, n8n may, and its set-up check asks again. Keys of a
 * shop over http are signed by the node, so they are left to that check.
 *
 * @returns one line per refused key, with the names of its environment variables
 */
export async function refusedKeys(
	credentials: readonly FilledCredential[],
	ask: Ask,
): Promise<string[]> {
	const lines: string[] = [];
	for (const { wanted, secrets } of credentials) {
		const tried = tests[wanted.type];
		const refusal = await tried?.({ ...wanted.data, ...secrets }, ask).catch(() => undefined);
		if (refusal !== undefined) lines.push(lineOf(wanted, refusal));
	}
	return lines;
}

/**
 * Asks the shops whether keys that have to write there may: a webhook that cannot be is changed.
 * WooCommerce looks at what a key may before it looks for the webhook, so nothing is done.
 *
 * @returns one line per key that may not, as `refusedKeys` has them
 */
export async function keysThatOnlyRead(
	credentials: readonly FilledCredential[],
	ask: Ask,
): Promise<string[]> {
	const lines: string[] = [];
	for (const { wanted, secrets } of credentials) {
		if (wanted.writes !== true) continue;
		const data = { ...wanted.data, ...secrets };
		const refusal = await askShop(data, ask, 'PUT', 'webhooks/0').catch(() => undefined);
		if (refusal !== undefined) lines.push(lineOf(wanted, refusal));
	}
	return lines;
}

const lineOf = ({ secrets }: WantedCredential, { fields, status, words }: Refusal): string => {
	const variables = fields.map((field) => secrets[field] ?? field).join(', ');
	return `${variables}: HTTP ${status}${words && `, ${words}`}`;
};

const tests: Record<string, (data: Data, ask: Ask) => Promise<Refusal | undefined>> = {
	async snelStartB2bApi({ baseUrl, tokenUrl, clientKey, subscriptionKey }, ask) {
		const token = await askForToken(ask, String(tokenUrl), String(clientKey));
		if ([400, ...REFUSED].includes(token.status)) return await refusal(token, ['clientKey']);
		const { access_token: access } = (await token.json()) as Data;
		const company = await send(ask, `${String(baseUrl).replace(/\/+$/, '')}/companyInfo`, {
			headers: {
				Authorization: `Bearer ${String(access)}`,
				'Ocp-Apim-Subscription-Key': String(subscriptionKey),
			},
		});
		return REFUSED.includes(company.status)
			? await refusal(company, ['subscriptionKey'])
			: undefined;
	},
	wooCommerceStoreApi: async (data, ask) => await askShop(data, ask, 'GET', 'orders'),
	async jouwWebTokenApi({ baseUrl, testPath, headerName, prefix, token }, ask) {
		const answer = await send(ask, `${String(baseUrl).replace(/\/+$/, '')}${String(testPath)}`, {
			headers: { [String(headerName)]: `${String(prefix)} ${String(token)}`.trim() },
		});
		return REFUSED.includes(answer.status) ? await refusal(answer, ['token']) : undefined;
	},
};

/** What WooCommerce says against a request; nothing over http, where keys are signed by the node. */
async function askShop(
	{ url, keysInQuery, consumerKey, consumerSecret }: Data,
	ask: Ask,
	method: 'GET' | 'PUT',
	path: string,
): Promise<Refusal | undefined> {
	if (!/^https:/i.test(String(url))) return undefined;
	const address = new URL(`${String(url).replace(/\/+$/, '')}/wp-json/wc/v3/${path}`);
	if (method === 'GET') address.searchParams.set('per_page', '1');
	const pair = [String(consumerKey), String(consumerSecret)];
	if (keysInQuery === true) {
		address.searchParams.set('consumer_key', pair[0]!);
		address.searchParams.set('consumer_secret', pair[1]!);
	}
	const basic = Buffer.from(pair.join(':')).toString('base64');
	const headers = { Authorization: `Basic ${basic}` };
	const request = { method, ...(keysInQuery === true ? {} : { headers }) };
	const answer = await send(ask, address.href, request);
	// A firewall or a password before the site refuses too, but not in WooCommerce's JSON.
	if (!REFUSED.includes(answer.status)) return undefined;
	const found = await refusal(answer, ['consumerKey', 'consumerSecret']);
	return found.words === '' ? undefined : found;
}

/** Trades SnelStart's client key for a token (SS-110). */
export const askForToken = (ask: Ask, tokenUrl: string, clientKey: string): Promise<Response> =>
	send(ask, tokenUrl, {
		method: 'POST',
		headers: { accept: 'application/json' },
		body: new URLSearchParams({ grant_type: 'clientkey', clientkey: clientKey }),
	});

/**
 * Keys never follow a redirect, nor go over http to another machine.
 *
 * @throws Error when they would, or when nothing answers
 */
export async function send(
	ask: Ask,
	url: string,
	request: RequestInit,
	withinMs = ANSWERS_WITHIN_MS,
): Promise<Response> {
	const { protocol, hostname } = new URL(url);
	if (protocol !== 'https:' && !isThisMachine(hostname)) throw new Error(`${url} is open to all`);
	const signal = AbortSignal.timeout(withinMs);
	return await ask(url, { ...request, redirect: 'manual', signal });
}

async function refusal(answer: Response, fields: string[]): Promise<Refusal> {
	const text = await answer.text();
	return { fields, status: answer.status, words: messageIn(text).slice(0, LONGEST_MESSAGE) };
}

function messageIn(text: string): string {
	try {
		const { message, error_description: description, error } = JSON.parse(text) as Data;
		const said = [message, description, error].find((one) => typeof one === 'string');
		return said === undefined ? '' : String(said);
	} catch {
		return '';
	}
}
