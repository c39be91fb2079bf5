/** Where in the nodes of a template a text stands that can be changed. */
export interface Place {
	node: string;
	/** Property names and indices from the parameters of the node on. */
	path: readonly string[];
	text: string;
}

export interface NodeJson {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
}

export interface FlowJson {
	name: string;
	nodes: NodeJson[];
	connections: Record<string, Record<string, Array<Array<{ node: string }> | null>>>;
}

/** Notes are read by people, never by n8n. */
const isNote = ({ type }: NodeJson): boolean => type.endsWith('.stickyNote');

/** What n8n's editor shows, or what a form says to its reader: no state, column, code or condition. */
const ONLY_SHOWN = ['cachedResultName', 'displayName', 'id', 'content', 'description', 'notice'];

function placesIn(node: string, value: unknown, path: readonly string[]): Place[] {
	if (typeof value === 'string') return [{ node, path, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value)
		.filter(([key]) => !ONLY_SHOWN.includes(key))
		.flatMap(([key, inner]) => placesIn(node, inner, [...path, key]));
}

/** Every text in the parameters of a template's nodes, in the order of the file. */
export const placesOf = ({ nodes }: FlowJson): Place[] =>
	nodes
		.filter((node) => !isNote(node))
		.flatMap(({ name, parameters }) => placesIn(name, parameters, []));

/** Whatever stands at a path, or nothing. */
export function valueAt(root: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(value, key) =>
			typeof value === 'object' && value !== null
				? (value as Record<string, unknown>)[key]
				: undefined,
		root,
	);
}

/** Writes a value at a path that is there. */
export function writeAt(root: unknown, path: readonly string[], value: unknown): void {
	const holder = valueAt(root, path.slice(0, -1)) as Record<string, unknown>;
	holder[path.at(-1)!] = value;
}
