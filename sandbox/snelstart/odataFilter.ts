import { ODataError, tokenise, type Token } from './odataTokens';

export type Scalar = 'String' | 'Number' | 'Boolean' | 'Guid' | 'DateTime';
/** What may be filtered on, by UpperCamelCase name; one-element lists stand for collections. */
export type Shape = { readonly [property: string]: PropertyType };
export type PropertyType = Scalar | Shape | readonly [Scalar | Shape];

export interface FilterOptions {
	/** Full .NET name, for the error text. */
	typeName: string;
	shape: Shape;
	/** Whether text comparison ignores case; SnelStart's own answer is not known. */
	ignoreCase?: boolean;
	/** Refuses expressions with more nodes, as ASP.NET Web API does from 100 on by default. */
	maxNodes?: number | null;
	/** Whether `startswith` is known; SnelStart's own answer was never seen. */
	startsWith?: 'accept' | 'refuse';
	/** The same of `substringof`. */
	substringOf?: 'accept' | 'refuse';
}

type Row = unknown;
type Scope = ReadonlyMap<string, Row>;
interface Expression {
	type: PropertyType | 'Null';
	value: (scope: Scope) => unknown;
}

const operators = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const names: Record<string, string> = {
	eq: 'Equal',
	ne: 'NotEqual',
	gt: 'GreaterThan',
	ge: 'GreaterThanOrEqual',
	lt: 'LessThan',
	le: 'LessThanOrEqual',
};
const whole = '';

const describe = (type: Expression['type']): string =>
	typeof type === 'string' ? `Edm.${type}` : 'a complex or collection type';

/** The JSON property behind an UpperCamelCase name. */
const read = (row: Row, property: string): unknown =>
	typeof row === 'object' && row !== null
		? (row as Record<string, unknown>)[property.charAt(0).toLowerCase() + property.slice(1)]
		: undefined;

/** Milliseconds of a date without zone; undefined when it is none. */
function moment(text: string): number | undefined {
	const match = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.exec(text);
	const time = match ? Date.parse(`${match[1] ? text : `${text}T00:00:00`}Z`) : NaN;
	return Number.isNaN(time) ? undefined : time;
}

/**
 * Compiles an OData v3 `$filter` to a predicate: eq ne gt ge lt le, and or not, parentheses,
 * substringof, startswith, year, any, property paths; anything else throws ODataError (SS-301).
 */
export function compileFilter(expression: string, options: FilterOptions): (row: Row) => boolean {
	const tokens = tokenise(expression);
	const fold = (text: string): string => (options.ignoreCase ? text.toLowerCase() : text);
	const variables = new Map<string, PropertyType>();
	let position = 0;
	let nodes = 0;

	const fail = (token: Token | undefined): never => {
		throw new ODataError(
			token
				? `Syntax error at position ${token.at} in '${expression}'.`
				: `Expression expected at position ${expression.length} in '${expression}'.`,
		);
	};
	const peek = (): Token | undefined => tokens[position];
	const next = (): Token => tokens[position++] ?? fail(undefined);
	const takes = (text: string): boolean => {
		const token = peek();
		const fits = token?.text === text && (token.kind === 'name' || token.kind === 'symbol');
		if (fits) position += 1;
		return fits;
	};
	const expect = (text: string): void => {
		if (!takes(text)) fail(peek());
	};
	const node = (made: Expression): Expression => {
		nodes += 1;
		return made;
	};
	const mustBe = (type: Scalar, given: Expression): Expression => {
		if (given.type === type) return given;
		throw new ODataError(`A value of type '${describe(given.type)}' is not an Edm.${type}.`);
	};

	function disjunction(): Expression {
		let left = conjunction();
		while (takes('or')) {
			const [a, b] = [mustBe('Boolean', left), mustBe('Boolean', conjunction())];
			left = node({
				type: 'Boolean',
				value: (row) => a.value(row) === true || b.value(row) === true,
			});
		}
		return left;
	}

	function conjunction(): Expression {
		let left = negation();
		while (takes('and')) {
			const [a, b] = [mustBe('Boolean', left), mustBe('Boolean', negation())];
			left = node({
				type: 'Boolean',
				value: (row) => a.value(row) === true && b.value(row) === true,
			});
		}
		return left;
	}

	function negation(): Expression {
		if (!takes('not')) return comparison();
		const inner = mustBe('Boolean', negation());
		return node({ type: 'Boolean', value: (row) => inner.value(row) !== true });
	}

	function comparison(): Expression {
		const left = primary();
		const operator = peek();
		if (operator?.kind !== 'name' || !operators.has(operator.text)) return left;
		position += 1;
		const right = primary();
		const comparable =
			left.type === 'Null' ||
			right.type === 'Null' ||
			(typeof left.type === 'string' && left.type === right.type);
		if (!comparable) {
			throw new ODataError(
				`A binary operator with incompatible types was detected. Found operand types '${describe(left.type)}' and '${describe(right.type)}' for operator kind '${names[operator.text]}'.`,
			);
		}
		return node({
			type: 'Boolean',
			value: (row) => compare(operator.text, left.value(row), right.value(row)),
		});
	}

	function compare(operator: string, left: unknown, right: unknown): boolean {
		const [a, b] = [left, right].map((side) => (typeof side === 'string' ? fold(side) : side));
		if (operator === 'eq') return (a ?? null) === (b ?? null);
		if (operator === 'ne') return (a ?? null) !== (b ?? null);
		if (a === undefined || a === null || b === undefined || b === null) return false;
		if (operator === 'gt') return a > b;
		if (operator === 'ge') return a >= b;
		return operator === 'lt' ? a < b : a <= b;
	}

	function primary(): Expression {
		if (takes('(')) {
			const inner = disjunction();
			expect(')');
			return inner;
		}
		const token = next();
		switch (token.kind) {
			case 'text':
				return node({ type: 'String', value: () => token.text });
			case 'number': {
				const number = Number(token.text);
				return node({ type: 'Number', value: () => number });
			}
			case 'guid': {
				const guid = token.text.toLowerCase();
				if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid)) return fail(token);
				return node({ type: 'Guid', value: () => guid });
			}
			case 'datetime': {
				const time = moment(token.text);
				if (time === undefined) return fail(token);
				return node({ type: 'DateTime', value: () => time });
			}
			case 'symbol':
				return fail(token);
			case 'name':
				return named(token);
		}
	}

	function named(token: Token): Expression {
		if (token.text === 'null') return node({ type: 'Null', value: () => null });
		if (token.text === 'true' || token.text === 'false') {
			const truth = token.text === 'true';
			return node({ type: 'Boolean', value: () => truth });
		}
		if (peek()?.text === '(' && peek()?.kind === 'symbol') return call(token.text);
		const variable = variables.get(token.text);
		if (variable !== undefined) {
			const start: Expression = {
				type: variable,
				value: (scope) => scope.get(token.text),
			};
			return node(takes('/') ? path(next(), start) : scalarOf(start));
		}
		return node(path(token, { type: options.shape, value: (scope) => scope.get(whole) }));
	}

	/** Functions of the subset; `contains` is v4 and unknown here. */
	function call(name: string): Expression {
		if (name === 'year') {
			expect('(');
			const date = mustBe('DateTime', primary());
			expect(')');
			return node({
				type: 'Number',
				value: (scope) => {
					const time = date.value(scope);
					return typeof time === 'number' ? new Date(time).getUTCFullYear() : null;
				},
			});
		}
		const answers: Record<string, 'accept' | 'refuse'> = {
			startswith: options.startsWith ?? 'accept',
			substringof: options.substringOf ?? 'accept',
		};
		if (answers[name] !== 'accept') {
			throw new ODataError(
				`An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
			);
		}
		expect('(');
		const first = mustBe('String', primary());
		expect(',');
		const second = mustBe('String', primary());
		expect(')');
		return node({
			type: 'Boolean',
			value: (scope) => {
				const [a, b] = [first, second].map((one) => fold(String(one.value(scope) ?? '')));
				if (a === undefined || b === undefined) return false;
				return name === 'startswith' ? a.startsWith(b) : b.includes(a);
			},
		});
	}

	/** Guids are compared in lower case, dates as moments. */
	function scalarOf({ type, value }: Expression): Expression {
		if (type === 'Guid') {
			return { type, value: (scope) => (value(scope) as string | null)?.toLowerCase() ?? null };
		}
		if (type === 'DateTime') {
			return { type, value: (scope) => moment(String(value(scope) ?? '')) ?? null };
		}
		return { type, value };
	}

	function path(token: Token, from: Expression): Expression {
		if (token.kind !== 'name') return fail(token);
		const known = typeof from.type === 'object' && !Array.isArray(from.type);
		const shape = (known ? from.type : {}) as Shape;
		const type = Object.hasOwn(shape, token.text) ? shape[token.text] : undefined;
		if (type === undefined) {
			throw new ODataError(
				`Could not find a property named '${token.text}' on type '${options.typeName}'.`,
			);
		}
		const here: Expression = { type, value: (scope) => read(from.value(scope), token.text) };
		if (!takes('/')) return scalarOf(here);
		if (Array.isArray(type)) return any(here, (type as readonly [Scalar | Shape])[0]);
		return path(next(), here);
	}

	function any(collection: Expression, element: Scalar | Shape): Expression {
		expect('any');
		expect('(');
		const variable = next();
		if (variable.kind !== 'name') fail(variable);
		expect(':');
		variables.set(variable.text, element);
		const test = mustBe('Boolean', disjunction());
		variables.delete(variable.text);
		expect(')');
		return {
			type: 'Boolean',
			value: (scope) => {
				const rows = collection.value(scope);
				return (
					Array.isArray(rows) &&
					rows.some((row) => test.value(new Map([...scope, [variable.text, row]])) === true)
				);
			},
		};
	}

	const result = disjunction();
	if (peek()) fail(peek());
	const predicate = mustBe('Boolean', result);
	if (options.maxNodes && nodes > options.maxNodes) {
		throw new ODataError(
			`The node count limit of '${options.maxNodes}' has been exceeded. To increase the limit, set the 'MaxNodeCount' property on EnableQueryAttribute or ODataValidationSettings.`,
		);
	}
	return (row) => predicate.value(new Map([[whole, row]])) === true;
}
