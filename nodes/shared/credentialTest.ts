import type {
	IDataObject,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import type { Answer, Unreachable } from './read';

const TIMEOUT_MS = 30_000;

/**
 * Sends the request of a credential test, and never follows where an answer leads on: n8n's own test
 * of a credential would, with the keys, and then call the connection successful.
 */
export async function askForTest(
	this: ICredentialTestFunctions,
	{ url, method = 'GET', headers, body }: IHttpRequestOptions,
): Promise<Answer | Unreachable> {
	// The only way to send something that n8n gives a credential test.
	const { request } = this.helpers;
	try {
		const response = (await request({
			uri: url,
			method,
			headers: { Accept: 'application/json', ...headers },
			...(body !== undefined && { body }),
			json: true,
			timeout: TIMEOUT_MS,
			followRedirect: false,
			followAllRedirects: false,
			simple: false,
			resolveWithFullResponse: true,
		})) as { statusCode: number; headers: IDataObject; body: unknown };
		return {
			status: response.statusCode,
			headers: Object.fromEntries(
				Object.entries(response.headers).map(([name, value]) => [
					name.toLowerCase(),
					String(value),
				]),
			),
			body: parsed(response.body),
		};
	} catch (error) {
		const { code } = error as { code?: unknown };
		return { unreachable: typeof code === 'string' ? code : 'NO_ANSWER' };
	}
}

/** An answer with an error status comes as text. */
function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return body;
	}
}

/**
 * The result of a credential test: what `test` says is wrong, or that the connection works.
 *
 * @param test gives one sentence on what is wrong and one on what to do; undefined when all is well
 */
export async function resultOf(
	test: () => Promise<{ message: string; tip?: string } | undefined>,
): Promise<INodeCredentialTestResult> {
	let trouble: { message: string; tip?: string } | undefined;
	try {
		trouble = await test();
	} catch (error) {
		const { message, description } = error as { message: string; description?: string };
		trouble = { message, ...(description !== undefined && { tip: description }) };
	}
	if (trouble === undefined) return { status: 'OK', message: 'Connection successful!' };
	const { message, tip } = trouble;
	return { status: 'Error', message: tip === undefined ? message : `${message}. ${tip}` };
}
