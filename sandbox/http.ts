import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the stand-ins see it; `path` is without the query. */
export interface Call {
	method: string;
	path: string;
	/** The query as it was sent, without the question mark. */
	search: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: string;
}

/** What goes back: `json` is serialised, `text` is sent as it is, neither gives an empty body. */
export interface Answer {
	status: number;
	headers?: Record<string, string>;
	json?: unknown;
	text?: string;
}

/** `reset` breaks the connection instead of answering, `silence` leaves it open without an answer. */
export type Reply = Answer | 'reset' | 'silence';
export type Handler = (call: Call) => Promise<Reply> | Reply;

export interface RunningServer {
	/** http://127.0.0.1:port, without a trailing slash. */
	origin: string;
	stop(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

async function toCall(request: IncomingMessage): Promise<Call> {
	const url = request.url ?? '/';
	const mark = url.indexOf('?');
	const search = mark < 0 ? '' : url.slice(mark + 1);
	return {
		method: request.method ?? 'GET',
		path: mark < 0 ? url : url.slice(0, mark),
		search,
		query: new URLSearchParams(search),
		headers: request.headers,
		body: await readBody(request),
	};
}

/** Starts one HTTP server on 127.0.0.1; port 0 takes a free one. */
export async function startServer(port: number, handler: Handler): Promise<RunningServer> {
	const server = createServer((request, response) => {
		void (async () => {
			const call = await toCall(request);
			const reply = await handler(call);
			if (reply === 'reset') {
				request.socket.resetAndDestroy();
				return;
			}
			if (reply === 'silence') return;
			const headers: Record<string, string> = { ...reply.headers };
			let body = reply.text ?? '';
			if (reply.json !== undefined) {
				headers['Content-Type'] ??= 'application/json; charset=utf-8';
				body = JSON.stringify(reply.json);
			}
			response.writeHead(reply.status, headers).end(body);
		})().catch((error: unknown) => {
			// A defect of the stand-in itself must not look like an answer of the service.
			response.writeHead(599, { 'Content-Type': 'text/plain' }).end(`sandbox defect: ${error}`);
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** Parses a JSON body; undefined when it is empty or no JSON. */
export function parseJson(body: string): unknown {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

/** True for a JSON object, not for an array or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
