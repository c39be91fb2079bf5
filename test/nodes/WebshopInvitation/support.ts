import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';

import { WebshopInvitationTrigger } from '../../../nodes/WebshopInvitation/WebshopInvitationTrigger.node';

/**
 * As n8n's own helper sends it: every status comes back, only a lost connection throws. Who hangs up
 * after a time does so a hundred times as soon.
 */
async function httpRequest(options: IHttpRequestOptions) {
	const { method, url, headers, body, qs, timeout } = options;
	const address = new URL(url);
	for (const [name, value] of Object.entries(qs ?? {})) {
		address.searchParams.set(name, String(value));
	}
	const answer = await fetch(address, {
		method: method ?? 'GET',
		redirect: 'manual',
		headers: {
			...(headers as Record<string, string>),
			...(typeof body === 'object' && { 'content-type': 'application/json' }),
		},
		...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		...(timeout !== undefined && { signal: AbortSignal.timeout(timeout / 100) }),
	}).catch((error: Error & { cause?: { code?: string } }) => {
		throw Object.assign(new Error('lost'), { code: error.cause?.code });
	});
	return { statusCode: answer.status, body: await answer.text() };
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const part of request) text += String(part);
	return text;
}

export interface Door {
	/** Where SnelStart and the shops call. */
	url: string;
	/** What started the workflow, in order. */
	started: IDataObject[];
	/** Every status that a caller got. */
	statuses: number[];
	/** Calls it as anyone may. */
	post(body: unknown): Promise<number>;
	stop(): Promise<void>;
}

/** The trigger at a real address, as n8n serves it. */
export async function openDoor(credential: () => IDataObject): Promise<Door> {
	const started: IDataObject[] = [];
	const statuses: number[] = [];
	const server = createServer((request, response) => {
		void textOf(request).then(async (text) => {
			const answer = {
				status: (status: number) => {
					response.statusCode = status;
					statuses.push(status);
					return answer;
				},
				setHeader: (name: string, value: string) => response.setHeader(name, value) && answer,
				end: (said: string) => response.end(said),
			};
			const context = {
				helpers: { httpRequest },
				getRequestObject: () => ({ method: request.method }),
				getResponseObject: () => answer,
				getQueryData: () =>
					Object.fromEntries(new URL(request.url ?? '/', 'http://n8n.example').searchParams),
				getBodyData: () => JSON.parse(text === '' ? '{}' : text) as unknown,
				getNodeParameter: (name: string) => (name === 'language' ? 'en' : 'webshop-invitations'),
				getCredentials: async () => credential(),
			};
			const { workflowData } = await new WebshopInvitationTrigger().webhook.call(
				context as unknown as IWebhookFunctions,
			);
			started.push(...(workflowData ?? []).flat().map(({ json }) => json));
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/webshop-invitations`;
	return {
		...{ url, started, statuses },
		async post(body) {
			const answer = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			return answer.status;
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}
