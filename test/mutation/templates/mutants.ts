import { placesOf, valueAt, writeAt, type FlowJson, type Place } from './places';
import { columns, misspell, opposites, otherState, states } from './vocabulary';

export type Kind = 'state' | 'column' | 'code' | 'connection' | 'condition';

/** One small fault in one template. */
export interface Mutant {
	kind: Kind;
	/** Node and what was changed: the same in the same template of another shop. */
	what: string;
	/** The nodes that do something else by it. */
	nodes: readonly string[];
	/** Makes the fault; false when the flow has no such place. */
	apply(flow: FlowJson): boolean;
}

interface Change {
	kind: Kind;
	text: string;
	said: string;
}

/** One change per place in a text where the pattern is found. */
const eachIn = (
	text: string,
	pattern: RegExp,
	kind: Kind,
	change: (found: string) => string,
): Change[] =>
	[...text.matchAll(pattern)].map((match) => {
		const found = match[1]!;
		const start = match.index + match[0].indexOf(found);
		const changed = change(found);
		return {
			kind,
			text: `${text.slice(0, start)}${changed}${text.slice(start + found.length)}`,
			said: `${found} → ${changed} at ${start}`,
		};
	});

const isExpression = (text: string): boolean => text.startsWith('=');

function changesOfState(place: Place): Change[] {
	const whole = states.includes(place.text);
	// Outside expressions a state is a whole text, as of a condition on a column.
	if (!whole && !isExpression(place.text)) return [];
	const pattern = whole ? /^(\w+)$/g : new RegExp(`['"](${states.join('|')})['"]`, 'g');
	return [
		...eachIn(place.text, pattern, 'state', misspell),
		...eachIn(place.text, pattern, 'state', otherState),
	];
}

function changesOfColumn({ path, text }: Place): Change[] {
	if (path.at(-1) === 'keyName' || path.at(-1) === 'orderByColumn') {
		return eachIn(text, /^(\w+)$/g, 'column', misspell);
	}
	if (path.at(-1) === 'name' && columns.has(text)) {
		return eachIn(text, /^(\w+)$/g, 'column', misspell);
	}
	if (!isExpression(text)) return [];
	return eachIn(text, /\.(\w+)\b(?!\()/g, 'column', misspell).filter(({ said }) =>
		columns.has(said.split(' ')[0]!),
	);
}

const changesOfCode = ({ text }: Place): Change[] =>
	eachIn(text, /\b([A-Z]{2,}(?:_[A-Z]+)+)\b/g, 'code', misspell);

function changesOfCondition({ path, text }: Place): Change[] {
	const named = ['operation', 'condition', 'matchType'].includes(path.at(-1)!);
	const isQuestion = path.at(-1) !== 'operation' || path.at(-2) === 'operator';
	if (named && isQuestion && opposites.has(text)) {
		return eachIn(text, /^(\w+)$/g, 'condition', (word) => opposites.get(word)!);
	}
	if (!isExpression(text)) return [];
	return [
		...eachIn(text, /(===)/g, 'condition', () => '!=='),
		...eachIn(text, /(!==)/g, 'condition', () => '==='),
		...eachIn(text, /(&&)/g, 'condition', () => '||'),
		...eachIn(text, /(\|\|)/g, 'condition', () => '&&'),
	];
}

const ofTexts = (flow: FlowJson): Mutant[] =>
	placesOf(flow).flatMap((place) =>
		[changesOfState, changesOfColumn, changesOfCode, changesOfCondition]
			.flatMap((changes) => changes(place))
			.map(({ kind, text, said }) => ({
				kind,
				what: `${place.node}: ${place.path.join('.')}: ${said}`,
				nodes: [place.node],
				apply: (other: FlowJson) => {
					const node = other.nodes.find(({ name }) => name === place.node);
					if (valueAt(node?.parameters, place.path) !== place.text) return false;
					writeAt(node!.parameters, place.path, text);
					return true;
				},
			})),
	);

/** The columns that a row is written with are keys, with their types beside them. */
function ofWrittenColumns({ nodes }: FlowJson): Mutant[] {
	return nodes.flatMap(({ name, parameters }) =>
		Object.keys((valueAt(parameters, ['columns', 'value']) ?? {}) as object).map((column) => ({
			kind: 'column' as const,
			what: `${name}: writes ${misspell(column)} for ${column}`,
			nodes: [name],
			apply: (other: FlowJson) => {
				const node = other.nodes.find((one) => one.name === name);
				const written = valueAt(node?.parameters, ['columns', 'value']);
				if (typeof written !== 'object' || !(column in written!)) return false;
				const spelt = (key: string) => (key === column ? misspell(column) : key);
				const renamed = Object.entries(written!).map(([key, value]) => [spelt(key), value]);
				writeAt(node!.parameters, ['columns', 'value'], Object.fromEntries(renamed));
				const schema = valueAt(node!.parameters, ['columns', 'schema']) as Array<{ id: string }>;
				for (const one of schema) one.id = spelt(one.id);
				return true;
			},
		})),
	);
}

/** Each arrow left out, and the first two outputs of a node taken for each other. */
function ofConnections({ connections }: FlowJson): Mutant[] {
	return Object.entries(connections).flatMap(([name, ports]) =>
		Object.entries(ports).flatMap(([port, outputs]) => {
			const dropped = outputs.flatMap((targets, output) =>
				(targets ?? []).map(({ node }, place) => ({
					kind: 'connection' as const,
					what: `${name}: output ${output} no longer leads to ${node}`,
					nodes: [name],
					apply: (other: FlowJson) =>
						other.connections[name]?.[port]?.[output]?.splice(place, 1).length === 1,
				})),
			);
			const crossed = {
				kind: 'connection' as const,
				what: `${name}: outputs 0 and 1 are crossed`,
				nodes: [name],
				apply: (other: FlowJson) => {
					const [first = [], second = [], ...rest] = other.connections[name]?.[port] ?? [];
					if (first?.length === 0 && second?.length === 0) return false;
					other.connections[name]![port] = [second, first, ...rest];
					return true;
				},
			};
			return outputs.length > 1 ? [...dropped, crossed] : dropped;
		}),
	);
}

/** All faults of a template, in a fixed order. */
export const mutantsOf = (flow: FlowJson): Mutant[] => [
	...ofTexts(flow),
	...ofWrittenColumns(flow),
	...ofConnections(flow),
];
