import { reason, Trouble } from './trouble';
import { sendPatiently } from './sendPatiently';
import { whatStandsAt } from './whatStandsAt';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** n8n's public API (`/api/v1`), with an API key. */
export interface N8nApi {
	/** The address of the editor, without a slash at the end. */
	url: string;
	/** @throws Trouble for anything but success */
	request<Answer>(method: Method, path: string, body?: unknown): Promise<Answer>;
	/** All items of a list, page by page. */
	all<Item>(path: string): Promise<Item[]>;
}

interface Page<Item> {
	data: Item[];
	nextCursor?: string | null;
}

/** n8n answers errors as JSON with a message; anything else is not n8n. */
function messageIn(text: string): string | undefined {
	try {
		const { message } = JSON.parse(text) as { message?: unknown };
		return typeof message === 'string' ? message : undefined;
	} catch {
		return undefined;
	}
}

async function refusal(
	status: number,
	text: string,
	method: Method,
	path: string,
	url: string,
): Promise<Trouble> {
	const message = messageIn(text);
	if (message === undefined) {
		// What stands before an n8n says so while that is away.
		const isAway = status >= 500;
		return new Trouble(
			isAway ? reason('NOT_N8N', { case: 'status', url, status }) : await whatStandsAt(url),
		);
	}
	if (status === 401) return new Trouble(reason('N8N_KEY_REFUSED'));
	const [place = path] = path.split('?');
	const request = `${method} ${place}`;
	if (status === 403) return new Trouble(reason('N8N_KEY_RIGHTS', { request }));
	const facts = { request, status, words: message };
	return new Trouble(reason('N8N_REFUSED', { case: 'request', ...facts }), status);
}

/** The key never follows a redirect: it would go to wherever that leads. */
function redirected(response: Response, url: string): Trouble {
	const location = response.headers.get('location') ?? '';
	const whole = URL.canParse(location, url) ? new URL(location, url) : undefined;
	const target = whole && `${whole.origin}${whole.pathname.replace(/\/api\/v1\/.*$/, '')}`;
	return new Trouble(
		target
			? reason('N8N_REDIRECTS', { case: 'elsewhere', url, target })
			: reason('N8N_REDIRECTS', { case: 'nowhere', url }),
	);
}

/** Whether a host is the machine that asks, so that nothing goes over a network. */
export const isThisMachine = (host: string): boolean =>
	host === 'localhost' ||
	host === '[::1]' ||
	host.endsWith('.localhost') ||
	/^127(\.\d{1,3}){3}$/.test(host);

/**
 * Opens the public API of an n8n; sends nothing yet.
 *
 * @throws Trouble when the key would go over http to another machine, unless that is allowed
 */
export function openApi(address: string, key: string, allowHttp = false): N8nApi {
	const url = address.replace(/\/+$/, '');
	const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
	if (protocol === 'http:' && !isThisMachine(hostname) && !allowHttp) {
		throw new Trouble(reason('KEY_OVER_HTTP', { host: hostname }));
	}

	async function request<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
		const send = async () =>
			await fetch(`${url}/api/v1${path}`, {
				method,
				redirect: 'manual',
				headers: {
					accept: 'application/json',
					'X-N8N-API-KEY': key,
					...(body !== undefined && { 'content-type': 'application/json' }),
				},
				...(body !== undefined && { body: JSON.stringify(body) }),
			});
		const response = await sendPatiently(method, send).catch(
			(error: Error & { cause?: { code?: string } }) => {
				const found = error.cause?.code ?? error.message;
				throw new Trouble(reason('N8N_UNREACHABLE', { url, error: found }));
			},
		);
		if (response.status >= 300 && response.status < 400) throw redirected(response, url);
		const text = await response.text();
		if (!response.ok) throw await refusal(response.status, text, method, path, url);
		if (text === '') return undefined as Answer;
		try {
			return JSON.parse(text) as Answer;
		} catch {
			throw new Trouble(await whatStandsAt(url));
		}
	}

	async function all<Item>(path: string): Promise<Item[]> {
		const items: Item[] = [];
		let cursor: string | null | undefined;
		do {
			const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
			const separator = path.includes('?') ? '&' : '?';
			const page = await request<Page<Item>>('GET', `${path}${separator}limit=100${next}`);
			items.push(...page.data);
			cursor = page.nextCursor;
		} while (cursor);
		return items;
	}

	return { url, request, all };
}

/** Whether a request fails because n8n does not know its path. */
const isUnknown = (error: unknown): boolean => error instanceof Trouble && error.status === 404;

/**
 * Looks, before anything is changed, whether this n8n can take a client.
 *
 * @throws Trouble when the key is wrong, n8n is too old, or the package is not installed there
 */
export async function checkN8n(api: N8nApi): Promise<void> {
	await api.request('GET', '/workflows?limit=1').catch(async (error: unknown) => {
		throw isUnknown(error) ? new Trouble(await whatStandsAt(api.url)) : error;
	});
	await api.request('GET', '/data-tables?limit=1').catch((error: unknown) => {
		if (!isUnknown(error)) throw error;
		throw new Trouble(reason('N8N_TOO_OLD', { case: 'api', url: api.url }));
	});
	await api.request('GET', '/credentials/schema/snelStartB2bApi').catch((error: unknown) => {
		if (!isUnknown(error)) throw error;
		throw new Trouble(reason('PACKAGE_MISSING', { url: api.url }));
	});
}
