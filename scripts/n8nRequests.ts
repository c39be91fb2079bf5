import { sendPatiently } from '../cli/sendPatiently';

/** Sends one request to n8n and gives the JSON it answers. */
export type N8nRequest = <Answer>(
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
	path: string,
	body?: unknown,
) => Promise<Answer>;

interface Owner {
	email: string;
	password: string;
}

/** The two doors of a running n8n. */
export interface N8nDoors {
	/** The key of the public API. */
	apiKey: string;
	/** The public API (`/api/v1`), with that key. */
	api: N8nRequest;
	/** The editor's own calls (`/rest`), signed in as the owner; answers without their `data` wrap. */
	rest: N8nRequest;
	/** A file the editor loads, such as `/types/nodes.json`, signed in as the owner. */
	editorFile: <Content>(path: string) => Promise<Content>;
}

/** The cookie is bound to this header; a browser makes one up too. */
const BROWSER_ID = 'webshop-snelstart';

async function send(
	url: string,
	method: string,
	headers: Record<string, string>,
	body: unknown,
): Promise<Response> {
	const ask = async () =>
		await fetch(url, {
			method,
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				// On a machine at its limit n8n ends a kept connection just as it is used again.
				connection: 'close',
				...headers,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	const response = await sendPatiently(method, ask);
	if (response.ok) return response;
	const text = await response.text();
	throw new Error(`n8n answered ${response.status} to ${method} ${new URL(url).pathname}: ${text}`);
}

const readJson = async <Answer>(response: Response): Promise<Answer> => {
	const text = await response.text();
	return (text === '' ? undefined : JSON.parse(text)) as Answer;
};

/** The `name=value` parts of the cookies an answer sets. */
const cookiesOf = (response: Response): string =>
	response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');

/**
 * Opens both doors of a running n8n.
 * @param isNew the n8n has no owner yet: set this one up; else sign in
 */
export async function openDoors(baseUrl: string, owner: Owner, isNew: boolean): Promise<N8nDoors> {
	const identity = { 'browser-id': BROWSER_ID };
	if (isNew) {
		await send(`${baseUrl}/rest/owner/setup`, 'POST', identity, {
			...owner,
			firstName: 'Shop',
			lastName: 'Owner',
		});
	}
	const signedIn = await send(`${baseUrl}/rest/login`, 'POST', identity, {
		emailOrLdapLoginId: owner.email,
		password: owner.password,
	});
	const editor = { ...identity, cookie: cookiesOf(signedIn) };
	const rest: N8nRequest = async <Answer>(method: string, path: string, body?: unknown) => {
		const answer = await send(`${baseUrl}/rest${path}`, method, editor, body);
		return (await readJson<{ data: Answer }>(answer)).data;
	};
	const scopes = await rest<string[]>('GET', '/api-keys/scopes');
	const label = `webshop-snelstart ${new Date().toISOString()}`;
	const { rawApiKey } = await rest<{ rawApiKey: string }>('POST', '/api-keys', {
		label,
		expiresAt: null,
		scopes,
	});
	const api: N8nRequest = async (method, path, body) => {
		const headers = { 'X-N8N-API-KEY': rawApiKey };
		return await readJson(await send(`${baseUrl}/api/v1${path}`, method, headers, body));
	};
	const editorFile = async <Content>(path: string): Promise<Content> =>
		await readJson(await send(`${baseUrl}${path}`, 'GET', editor, undefined));
	return { apiKey: rawApiKey, api, rest, editorFile };
}
