/** One call of SnelStart's API, below the base URL. */
export interface ProbeCall {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Starts with a slash: `/relaties`. */
	path: string;
	query?: Readonly<Record<string, string>>;
	body?: unknown;
}

/** What came back, whatever its status. */
export interface ProbeAnswer {
	status: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** Parsed when it is JSON, else the text. */
	body: unknown;
}

/**
 * Sends one call with both keys, once, and gives every answer back.
 *
 * @throws Error when no answer came
 */
export type Send = (call: ProbeCall) => Promise<ProbeAnswer>;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What stands in a body under a path such as `klant.id`; undefined when nothing does. */
export function at(body: unknown, path: string): unknown {
	let found = body;
	for (const name of path.split('.')) found = isFields(found) ? found[name] : undefined;
	return found;
}

/** The text under a path; empty when there is none. */
export function textAt(body: unknown, path: string): string {
	const value = at(body, path);
	return typeof value === 'string' ? value : '';
}

/** Whole cents of the amount under a path; undefined when none stands there. */
export function centsAt(body: unknown, path: string): number | undefined {
	const value = at(body, path);
	return typeof value === 'number' ? Math.round(value * 100) : undefined;
}

/** The rows of a list; empty when the body is none. */
export const rowsOf = (body: unknown): unknown[] => (Array.isArray(body) ? body : []);

/** Whether SnelStart did what was asked. */
export const isTaken = ({ status }: ProbeAnswer): boolean => status >= 200 && status < 300;

/** SnelStart's own codes in a refusal (SS-401), or its status where it gave none. */
export function codesOf({ status, body }: ProbeAnswer): string[] {
	const codes = rowsOf(body).map((rule) => textAt(rule, 'errorCode'));
	const named = codes.filter((code) => code !== '');
	return named.length > 0 || status < 300 ? named : [`HTTP ${status}`];
}
