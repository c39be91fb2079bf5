import type { Answer, Call } from '../http';
import type { Fields } from './binding';
import type { Ledger, Row } from './ledger';
import type { Switches } from './switches';

/** The administration as one call finds it. */
export interface Books {
	ledger: Ledger;
	switches: Switches;
	/** Now, as SnelStart writes it. */
	modifiedOn: string;
	/** The current book year. */
	bookYear: number;
}

/** One call to a route: what its path holds, and its body. */
export interface RouteCall {
	call: Call;
	/** The first `:name` of the path, in lower case; empty when the path has none. */
	id: string;
	/** Every `:name` of the path as it was sent. */
	params: Record<string, string>;
	/** The body as an object with lower-cased names; undefined when it is none. */
	body: Fields | undefined;
	/** The body as it was sent, parsed; undefined when it is no JSON. */
	json: unknown;
}

export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below /v2; a segment `:name` takes whatever stands there. */
	path: string;
	/** All of these are needed. */
	scopes: string[];
	answer: (request: RouteCall, books: Books) => Answer;
}

/** What one file of `resources/` adds to the service. */
export interface Resource {
	routes: Route[];
	/** What a fresh administration has, by path: `ledger.records[path]`. */
	rows?: Record<string, () => Row[]>;
}

const isName = (segment: string): boolean => segment.startsWith(':');

function paramsOf({ path }: Route, segments: string[]): Record<string, string> | undefined {
	const wanted = path.split('/');
	if (wanted.length !== segments.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const given = segments[index] ?? '';
		if (isName(part)) params[part.slice(1)] = decodeURIComponent(given);
		else if (part.toLowerCase() !== given.toLowerCase()) return undefined;
	}
	return params;
}

/** Finds the route of a call; a path that is written out goes before one with a `:name`. */
export function createRouter(resources: readonly Resource[]) {
	const names = (route: Route): number => route.path.split('/').filter(isName).length;
	const routes = resources
		.flatMap((resource) => resource.routes)
		.sort((a, b) => names(a) - names(b));
	return (method: string, path: string) => {
		const segments = path.split('/');
		for (const route of routes) {
			if (route.method !== method) continue;
			const params = paramsOf(route, segments);
			if (params) return { route, params };
		}
		return undefined;
	};
}

/** The rows every resource brings along, made anew. */
export const seedRecords = (resources: readonly Resource[]): Record<string, Row[]> =>
	Object.fromEntries(
		resources.flatMap(({ rows = {} }) =>
			Object.entries(rows).map(([path, make]) => [path, make()] as const),
		),
	);
