import type { SnelStartSandbox } from '../../sandbox/snelstart/server';

/** A parsed body of any shape; tests look into it without declaring it. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Got {
	status: number;
	headers: Headers;
	text: string;
	/** Undefined when the body is no JSON. */
	json: Json;
}

/** One real HTTP request. */
export async function request(url: string, init: RequestInit = {}): Promise<Got> {
	const response = await fetch(url, init);
	const text = await response.text();
	let json: Json;
	try {
		json = JSON.parse(text);
	} catch {
		json = undefined;
	}
	return { status: response.status, headers: response.headers, text, json };
}

export const requestToken = (
	{ tokenUrl, clientKey }: SnelStartSandbox,
	body: RequestInit['body'] = new URLSearchParams({
		grant_type: 'clientkey',
		clientkey: clientKey,
	}),
	headers: Record<string, string> = {},
): Promise<Got> => request(tokenUrl, { method: 'POST', body, headers });

export interface Client {
	headers: Record<string, string>;
	get(path: string): Promise<Got>;
	/** A list with a $filter. */
	find(list: string, filter: string): Promise<Got>;
	send(method: string, path: string, body?: unknown): Promise<Got>;
}

/** A client with a fresh bearer and the right subscription key. */
export async function openSnelStart(sandbox: SnelStartSandbox): Promise<Client> {
	const token = (await requestToken(sandbox)).json.access_token;
	const headers = {
		Authorization: `Bearer ${token}`,
		'Ocp-Apim-Subscription-Key': sandbox.subscriptionKey,
		// The stand-in may end a connection in the moment in which it would be used again.
		Connection: 'close',
	};
	const get = (path: string): Promise<Got> => request(sandbox.baseUrl + path, { headers });
	return {
		headers,
		get,
		find: (list, filter) => get(`/${list}?$filter=${encodeURIComponent(filter)}`),
		send: (method, path, body) =>
			request(sandbox.baseUrl + path, {
				method,
				headers: { ...headers, 'Content-Type': 'application/json' },
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
			}),
	};
}

/** The codes of a refusal in SnelStart's array shape. */
export const codesOf = ({ json }: Got): string[] =>
	Array.isArray(json) ? json.map((one: Json) => one.errorCode) : [];

export const putJson = (url: string, body: unknown): Promise<Got> =>
	request(url, { method: 'PUT', body: JSON.stringify(body) });
