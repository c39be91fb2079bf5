import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { TESTED_N8N } from '../../../bookkeeping';

type Json = Record<string, unknown>;

interface Filter {
	filters: Array<{ columnName: string; value: unknown }>;
}

interface Table extends Json {
	id: string;
	name: string;
	columns: Json[];
}

/** What one n8n holds: enough of its public API for the import command, all in memory. */
export interface N8nStandIn {
	url: string;
	workflows: Map<string, Json>;
	credentials: Map<string, Json>;
	tags: Map<string, Json>;
	tables: Map<string, Table>;
	rows: Map<string, Json[]>;
	/** What the set-up check of a shop says of it. */
	shopLight: { ok: boolean; found: string };
	/** Every request that changes something: method and path. */
	writes: string[];
	/** What a workflow gives that is run once; else what settings and set-up checks give. */
	onRun?: (workflow: Json) => Json[] | undefined;
	/** How a workflow ends that is run once. */
	ends: string;
	/** What its page says of its version; empty: it does not say. */
	version: string;
	/** Answers a request itself when it gives something; else the stand-in does. */
	before?: (method: string, path: string) => { status: number; json: unknown } | undefined;
	/** Answers a request that the stand-in has carried out, when it gives something. */
	after?: N8nStandIn['before'];
	stop(): Promise<void>;
}

/** n8n does not have it. */
class Unknown extends Error {}

async function bodyOf(request: IncomingMessage): Promise<Json> {
	let text = '';
	for await (const part of request) text += String(part);
	return text === '' ? {} : (JSON.parse(text) as Json);
}

const fits = (row: Json, { filters }: Filter): boolean =>
	filters.every(({ columnName, value }) => row[columnName] === value);

/**
 * Starts a stand-in of n8n's public API, fast enough for many clients. That the real n8n answers like
 * this is what test/e2e/importClient.test.ts proves.
 */
export async function startN8nStandIn(): Promise<N8nStandIn> {
	let last = 0;
	const nextId = (): string => `id${(last += 1)}`;
	const maps = () => new Map<string, Json>();
	const [workflows, credentials, tags] = [maps(), maps(), maps()];
	const tables = new Map<string, Table>();
	const rows = new Map<string, Json[]>();
	const executions = new Map<string, Json>();
	const writes: string[] = [];

	/** A workflow that was started over its webhook: the settings are saved, or a shop is checked. */
	function runByWebhook(path: string): void {
		const found = [...workflows.values()].find(({ nodes }) =>
			(nodes as Json[]).some(({ webhookId }) => webhookId === path),
		)!;
		const [lastNodeExecuted, usual] = String(found.name).includes('Set-up check')
			? ['Lights', { check: 'Shop', ...standIn.shopLight }]
			: [String(found.name).includes('Preview') ? 'Preview orders' : 'Save', { version: 1 }];
		const items = (standIn.onRun?.(found) ?? [usual]).map((json) => ({ json }));
		const runData = { [lastNodeExecuted]: [{ data: { main: [items] } }] };
		executions.set(found.id as string, {
			id: nextId(),
			status: standIn.ends,
			data: { resultData: { runData, lastNodeExecuted } },
		});
	}

	const collections: Record<string, Map<string, Json>> = { workflows, credentials, tags };

	function answer(method: string, path: string, query: URLSearchParams, body: Json): unknown {
		const [kind = '', id = '', part = '', step = ''] = path.split('/').slice(1);
		if (kind === 'data-tables') return answerTables(method, id, part, step, query, body);
		if (kind === 'executions') {
			const run = executions.get(query.get('workflowId') ?? '');
			return { data: run ? [run] : [] };
		}
		if (kind === 'credentials' && id === 'schema') return {};
		const all = collections[kind]!;
		if (id === '' && method === 'GET') {
			const tag = query.get('tags');
			const isActive = query.get('active');
			const data = [...all.values()].filter(
				(one) =>
					(isActive === null || String(one.active) === isActive) &&
					(tag === null ||
						((one.tags as Json[] | undefined) ?? []).some(({ name }) => name === tag)),
			);
			return { data };
		}
		if (id === '') {
			const made = { active: false, ...body, id: nextId() };
			all.set(made.id, made);
			return made;
		}
		const one = all.get(id);
		if (!one) throw new Unknown();
		if (part === 'tags') {
			one.tags = (body as unknown as Array<{ id: string }>).map((tag) => tags.get(tag.id));
		} else if (part !== '') one.active = part === 'activate';
		else if (method === 'DELETE') all.delete(id);
		else if (method === 'PATCH' && body.isPartialData === true) {
			Object.assign(one, body, { data: { ...(one.data as Json), ...(body.data as Json) } });
		} else if (method !== 'GET') Object.assign(one, body);
		return structuredClone(one);
	}

	function answerTables(
		method: string,
		id: string,
		part: string,
		step: string,
		query: URLSearchParams,
		body: Json,
	): unknown {
		if (id === '' && method === 'GET') return { data: [...tables.values()] };
		if (id === '') {
			const made = { ...body, id: nextId() } as Table;
			tables.set(made.id, made);
			rows.set(made.id, []);
			return made;
		}
		const table = tables.get(id)!;
		if (part === 'columns') return table.columns.push(body);
		const held = rows.get(id)!;
		const asked = query.get('filter');
		const filter = (asked === null ? body.filter : JSON.parse(asked)) as Filter | undefined;
		const found = held.filter((row) => filter === undefined || fits(row, filter));
		if (method === 'GET') return { data: found };
		if (step === 'delete') {
			rows.set(
				id,
				held.filter((row) => !found.includes(row)),
			);
			return true;
		}
		if (step === '' && Array.isArray(body.data)) {
			held.push(...(body.data as Json[]));
			return body.data.length;
		}
		if (found.length === 0 && step === 'upsert') held.push({ ...(body.data as Json) });
		for (const row of found) Object.assign(row, body.data);
		return true;
	}

	function answered(...call: Parameters<typeof answer>): { status: number; json: unknown } {
		try {
			return { status: 200, json: answer(...call) };
		} catch (error) {
			if (error instanceof Unknown) return { status: 404, json: { message: 'not found' } };
			throw error;
		}
	}

	function carriedOut(call: Parameters<typeof answered>): { status: number; json: unknown } {
		const own = answered(...call);
		return standIn.after?.(call[0], call[1]) ?? own;
	}

	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			const method = request.method ?? '';
			const { pathname, searchParams } = new URL(request.url ?? '', 'http://n8n');
			const path = pathname.replace('/api/v1', '');
			if (path === '/') {
				const reports = JSON.stringify({ release: `n8n@${standIn.version}` });
				const encoded = Buffer.from(reports).toString('base64');
				response.end(`<meta name="n8n:config:sentry" content="${encoded}">`);
				return;
			}
			response.setHeader('Content-Type', 'application/json');
			if (path.startsWith('/webhook/')) {
				runByWebhook(path.split('/')[2]!);
				response.end('{}');
				return;
			}
			if (method !== 'GET') writes.push(`${method} ${path}`);
			const own = standIn.before?.(method, path) ?? carriedOut([method, path, searchParams, body]);
			response.statusCode = own.status;
			response.end(JSON.stringify(own.json));
		});
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const standIn: N8nStandIn = {
		...{ url, workflows, credentials, tags, tables, rows, writes },
		shopLight: { ok: true, found: '' },
		ends: 'success',
		version: TESTED_N8N,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return standIn;
}
