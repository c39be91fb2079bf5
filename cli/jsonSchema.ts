/** The part of JSON Schema that this package's own schemas use. */
export interface JsonSchema {
	$ref?: string;
	type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
	properties?: Record<string, JsonSchema>;
	required?: readonly string[];
	additionalProperties?: boolean | JsonSchema;
	items?: JsonSchema;
	minItems?: number;
	enum?: readonly unknown[];
	pattern?: string;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
	[annotation: string]: unknown;
}

const typeOf = (value: unknown): string => {
	if (Array.isArray(value)) return 'array';
	return value === null ? 'null' : typeof value;
};

function fitsType(value: unknown, type: JsonSchema['type']): boolean {
	if (type === 'integer') return Number.isInteger(value);
	return type === undefined || typeOf(value) === type;
}

/** The schema that a `$ref` such as `#/properties/settings` points at. */
function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
	if (schema.$ref === undefined) return schema;
	const found = schema.$ref
		.replace(/^#\//, '')
		.split('/')
		.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], root);
	return resolve(found as JsonSchema, root);
}

/**
 * What in a value is against its schema: one sentence per field, with the field's path. Says
 * everything at once, so that a file is corrected in one go.
 */
export function complaintsAbout(
	value: unknown,
	schema: JsonSchema,
	root: JsonSchema = schema,
	path = '',
): string[] {
	const rule = resolve(schema, root);
	const where = path === '' ? 'The file' : path;
	if (!fitsType(value, rule.type)) {
		return [`${where}: must be of type ${rule.type}, but is ${typeOf(value)}`];
	}
	if (rule.enum && !rule.enum.includes(value)) {
		return [`${where}: must be one of ${rule.enum.join(', ')}`];
	}
	if (typeof value === 'string') return textComplaints(value, rule).map((c) => `${where}: ${c}`);
	if (typeof value === 'number') return numberComplaints(value, rule).map((c) => `${where}: ${c}`);
	if (Array.isArray(value)) {
		const tooFew = value.length < (rule.minItems ?? 0);
		return [
			...(tooFew ? [`${where}: needs at least ${rule.minItems}`] : []),
			...value.flatMap((item, index) =>
				complaintsAbout(item, rule.items ?? {}, root, `${path}[${index}]`),
			),
		];
	}
	if (typeOf(value) === 'object') {
		return objectComplaints(value as Record<string, unknown>, rule, root, path);
	}
	return [];
}

function textComplaints(value: string, rule: JsonSchema): string[] {
	const { pattern, minLength = 0, maxLength = Infinity } = rule;
	return [
		...(pattern !== undefined && !new RegExp(pattern).test(value)
			? [`"${value}" does not have the form ${pattern}`]
			: []),
		...(value.length < minLength ? ['may not be empty'] : []),
		...(value.length > maxLength ? [`has more than ${maxLength} characters`] : []),
	];
}

function numberComplaints(value: number, { minimum, maximum }: JsonSchema): string[] {
	return [
		...(minimum !== undefined && value < minimum ? [`must be ${minimum} at least`] : []),
		...(maximum !== undefined && value > maximum ? [`must be ${maximum} at most`] : []),
	];
}

function objectComplaints(
	value: Record<string, unknown>,
	rule: JsonSchema,
	root: JsonSchema,
	path: string,
): string[] {
	const inside = (key: string): string => (path === '' ? key : `${path}.${key}`);
	const missing = (rule.required ?? []).filter((key) => value[key] === undefined);
	const others = rule.additionalProperties ?? true;
	return [
		...missing.map((key) => `${inside(key)}: is missing`),
		...Object.entries(value).flatMap(([key, part]) => {
			const known = Object.hasOwn(rule.properties ?? {}, key) ? rule.properties?.[key] : undefined;
			if (known) return complaintsAbout(part, known, root, inside(key));
			if (others === false) return [`${inside(key)}: is not a field of this file`];
			return typeof others === 'object' ? complaintsAbout(part, others, root, inside(key)) : [];
		}),
	];
}
