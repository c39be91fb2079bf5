import { setTimeout as wait } from 'node:timers/promises';
import { createFaults, faultKinds, readFaults, type Fault, type Faults } from './faults';
import { parseJson, startServer, type Answer, type Call, type Handler, type Reply } from './http';
import { createJournal, journalQuery, type Journal } from './journal';

/** What every stand-in has in common: a journal, faults, and a reset. */
export interface Service {
	origin: string;
	journal: Journal;
	faults: Faults;
	/** Back to how it started: records, journal and faults. */
	reset(): void;
	stop(): Promise<void>;
}

interface ServiceOptions {
	port: number;
	now: () => Date;
	shape: (call: Call) => string;
	/** Admission: an answer refuses the call, a function is called when it is over. */
	enter?: (call: Call) => Answer | (() => void);
	latencyMs?: (call: Call) => number;
	handle: Handler;
	/** The service's own 401 and 429 answers. */
	unauthorized: () => Answer;
	rateLimited: (seconds: number) => Answer;
	resetRecords: () => void;
	/** Further /_sandbox/ doors of this service; undefined when the path is not one of them. */
	control?: (call: Call, door: string) => Answer | undefined;
}

const gatewayPage = (title: string): string =>
	`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };

/** The first half of what would have come: JSON that nobody can read. */
function cutOff(reply: Reply): Reply {
	if (typeof reply === 'string') return reply;
	const { json, ...rest } = reply;
	const whole = json === undefined ? (reply.text ?? '') : JSON.stringify(json);
	const headers = { ...(json !== undefined && JSON_TYPE), ...reply.headers };
	return { ...rest, headers, text: whole.slice(0, Math.floor(whole.length / 2)) };
}

/** Answers with the fault; before or after the service did its work, as the kind says. */
async function withFault(
	fault: Fault,
	{ unauthorized, rateLimited, handle }: ServiceOptions,
	call: Call,
): Promise<Reply> {
	const isLate = fault.kind === '504-late-commit';
	if (fault.kind === 'slow' || (fault.delayMs && !isLate)) await wait(fault.delayMs ?? 1_000);
	switch (fault.kind) {
		case '401':
			return unauthorized();
		case '429':
			return rateLimited(fault.retryAfter ?? 1);
		case '500':
			return { status: 500, json: { Message: 'An error has occurred.' } };
		case '504':
			return { status: 504, headers: html, text: gatewayPage('504 Gateway Time-out') };
		case 'html':
			return { status: 403, headers: html, text: gatewayPage('Request blocked') };
		case 'html-200':
			return { status: 200, headers: html, text: gatewayPage('Please sign in') };
		case 'cut':
			return cutOff(await handle(call));
		case 'reset-before-commit':
			return 'reset';
		case 'timeout-before-commit':
			return 'silence';
		case 'timeout-after-commit':
			await handle(call);
			return 'silence';
		case 'slow':
			return handle(call);
		case '500-after-commit':
			await handle(call);
			return { status: 500, json: { Message: 'An error has occurred.' } };
		case '504-late-commit':
			setTimeout(() => void handle(call), fault.delayMs ?? 5_000).unref();
			return { status: 504, headers: html, text: gatewayPage('504 Gateway Time-out') };
		case '504-after-commit':
			await handle(call);
			return { status: 504, headers: html, text: gatewayPage('504 Gateway Time-out') };
		case 'reset-after-commit':
			await handle(call);
			return 'reset';
	}
}

const notFound: Answer = { status: 404, json: { message: 'No such sandbox door.' } };

/** Starts one stand-in with its journal, faults and /_sandbox/ doors. */
export async function startService(options: ServiceOptions): Promise<Service> {
	const journal = createJournal();
	const faults = createFaults();
	const reset = (): void => {
		options.resetRecords();
		journal.clear();
		faults.clear();
	};

	const control = (call: Call): Answer => {
		const door = call.path.slice('/_sandbox/'.length);
		const own = options.control?.(call, door);
		if (own) return own;
		switch (`${call.method} ${door}`) {
			case 'GET journal': {
				const since = Number(call.query.get('since') ?? 0) || 0;
				return {
					status: 200,
					json: {
						entries: journal.entries.slice(since),
						calls: journal.calls({ since }),
						next: journal.entries.length,
					},
				};
			}
			case 'POST reset':
				reset();
				return { status: 204 };
			case 'GET faults':
				return { status: 200, json: faults.pending() };
			case 'PUT faults': {
				const wanted = readFaults(parseJson(call.body));
				if (!wanted) {
					return { status: 400, json: { message: `Known faults: ${faultKinds.join(', ')}.` } };
				}
				faults.clear();
				faults.add(...wanted);
				return { status: 200, json: faults.pending() };
			}
			case 'DELETE faults':
				faults.clear();
				return { status: 204 };
			default:
				return notFound;
		}
	};

	const answer = async (call: Call, shape: string): Promise<Reply> => {
		const admission = options.enter?.(call) ?? (() => undefined);
		if (typeof admission !== 'function') return admission;
		try {
			const latency = options.latencyMs?.(call) ?? 0;
			if (latency > 0) await wait(latency);
			const fault = faults.take(shape);
			return fault ? await withFault(fault, options, call) : await options.handle(call);
		} finally {
			admission();
		}
	};

	const server = await startServer(options.port, async (call) => {
		if (call.path.startsWith('/_sandbox/')) return control(call);
		const at = options.now().toISOString();
		const shape = options.shape(call);
		const reply = await answer(call, shape);
		journal.record({
			at,
			method: call.method,
			path: call.path,
			query: journalQuery(call.query),
			status: typeof reply === 'string' ? 0 : reply.status,
			shape,
		});
		return reply;
	});
	return { origin: server.origin, journal, faults, reset, stop: server.stop };
}
