import { FORMULA, SIGNED_NUMBER } from '../../bookkeeping';
import { because } from '../build/because';
import type { Kind } from '../build/flow';
import type { Parameters } from '../build/json';

type FieldType = 'string' | 'number' | 'boolean' | 'array' | 'object';

/** A value that is worked out, with the type it is to have. */
export interface Typed {
	type: FieldType;
	expression: string;
}

const typed =
	(type: FieldType) =>
	(expression: string): Typed => ({ type, expression });

export const asNumber = typed('number');
export const asBoolean = typed('boolean');
export const asArray = typed('array');
export const asObject = typed('object');

/** Text and expressions that give text stand as they are. */
export type Fields = Record<string, string | number | boolean | Typed>;

const assignment = (name: string, value: Fields[string], id: string): Parameters => {
	if (typeof value === 'object') return { id, name, type: value.type, value: value.expression };
	return { id, name, type: typeof value, value };
};

/** An item of these fields alone, or of these beside those it has. */
const setFields = (fields: Fields, keepOthers: boolean): Kind => ({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	parameters: (id) => ({
		assignments: {
			assignments: Object.entries(fields).map(([name, value]) => assignment(name, value, id(name))),
		},
		...(keepOthers ? { includeOtherFields: true } : {}),
		options: {},
	}),
});

/** An item of these fields and no other. */
export const onlyFields = (fields: Fields): Kind => setFields(fields, false);

/** These fields beside those the item has. */
export const withFields = (fields: Fields): Kind => setFields(fields, true);

/** Items from an expression that gives them as JSON. */
export const itemsFrom = (jsonOutput: string): Kind => ({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	parameters: { mode: 'raw', jsonOutput, options: {} },
});

/**
 * The same items, for a spreadsheet: a text that it would take for a formula (order numbers and
 * names come from whoever ordered) begins with an apostrophe. Numbers stay numbers; facts are for
 * programs.
 */
export const asCells = (): Kind =>
	itemsFrom(
		because(
			'it looks at every field, whatever it is called',
			`={{ Object.fromEntries(Object.entries($json).filter(([name]) => name !== 'facts').map(([name, value]) => [name, typeof value === 'string' && ${FORMULA}.test(value) && !${SIGNED_NUMBER}.test(value) ? "'" + value : value])) }}`,
		),
	);
