import { z } from 'zod';

import { valueText } from '../codes/valueTexts';
import {
	shapeOf,
	type About,
	type Choice,
	type Fields,
	type PickList,
	type Setting,
	type Shape,
} from './declaration';

/**
 * The kinds of settings. Each gives the zod schema and how it is shown. Every schema says its own
 * messages, because those of zod differ between its versions, and n8n decides which one there is.
 */

const TEXT = valueText('text');
const texts = () =>
	z.array(z.string({ message: TEXT }).trim().min(1, valueText('emptyText')), {
		message: valueText('texts'),
	});

/** A text by a schema of its own, such as a name of a certain form. */
export function formatted<S extends z.ZodTypeAny>(
	schema: S,
	{ proposed = '', required, ...about }: About & { proposed?: string; required?: boolean },
): Setting<S> {
	return { ...about, schema, shown: { as: 'text', proposed, ...(required && { required }) } };
}

/** A text that has to be there. */
export const text = (about: About & { proposed?: string }) => formatted(filledText(), about);

/** A text that may be left out; empty counts as left out. */
export const optionalText = (about: About) => formatted(emptyOrText(), about);

/** Texts, shown with commas between. */
export function list({ usual = [], ...about }: About & { usual?: readonly string[] }) {
	const schema = texts().default([...usual]);
	return setting(schema, about, { as: 'list', proposed: usual });
}

/** Statuses of orders, as their shop names them. */
export function statuses(about: About) {
	return setting(texts().default([]), about, { as: 'list', proposed: [], of: 'statuses' });
}

/** A whole number with a usual value. */
export function wholeNumber({
	usual,
	min,
	max,
	...about
}: About & { usual: number; min: number; max: number }) {
	const schema = z
		.number({ message: valueText('number') })
		.int(valueText('whole'))
		.min(min, valueText('least', { least: min }))
		.max(max, valueText('most', { most: max }))
		.default(usual);
	return setting(schema, about, { as: 'number', proposed: usual, min });
}

/** A percentage from 0 to 100, with decimals. */
export function percentage({ proposed, ...about }: About & { proposed: number }) {
	const schema = z
		.number({ message: valueText('number') })
		.min(0, valueText('least', { least: 0 }))
		.max(100, valueText('most', { most: 100 }));
	return setting(schema, about, { as: 'number', proposed, min: 0, decimals: 2 });
}

/** Yes or no; no unless switched on. */
export function onOff(about: About) {
	const schema = z.boolean({ message: valueText('trueOrFalse') }).default(false);
	return setting(schema, about, { as: 'switch', proposed: false });
}

/** One of some values, with a usual one. */
export function choice<const V extends string>({
	usual,
	choices,
	...about
}: About & { usual: NoInfer<V>; choices: ReadonlyArray<Choice<V>> }) {
	const schema = oneOf(choices).default(usual as never);
	return setting(schema, about, { as: 'choice', proposed: usual, choices });
}

/** One of some values that has to be chosen; the node proposes one. */
export function requiredChoice<const V extends string>({
	proposed,
	choices,
	...about
}: About & { proposed: NoInfer<V>; choices: ReadonlyArray<Choice<V>> }) {
	return setting(oneOf(choices), about, { as: 'choice', proposed, choices });
}

/** Something that has to be picked from a list of the administration: its id. */
export function pick({ from, ...about }: About & { from: PickList }) {
	return setting(filledText(), about, { as: 'pick', proposed: '', from });
}

/** The same, but it may be left out. */
export function optionalPick({ from, ...about }: About & { from: PickList }) {
	return setting(emptyOrText(), about, { as: 'pick', proposed: '', from });
}

/** The same, with a schema of its own. */
export function pickedBy<S extends z.ZodTypeAny>(
	schema: S,
	{ from, proposed = '', ...about }: About & { from: PickList; proposed?: string },
) {
	return setting(schema, about, { as: 'pick', proposed, from });
}

interface RowsAbout<F extends Fields> extends About {
	/** What one row is. */
	item: string;
	add: string;
	fields: F;
}

/** Any number of rows; none unless there are some. */
export function rows<F extends Fields>({ item, add, fields, ...about }: RowsAbout<F>) {
	const schema = z.array(objectOf(fields), { message: ROWS }).default([]);
	return setting(schema, about, { as: 'rows', item, add, fields });
}

/** Rows of which there must be one at least. */
export function requiredRows<F extends Fields>({
	item,
	add,
	fields,
	whenNone,
	...about
}: RowsAbout<F> & { whenNone: string }) {
	const schema = z.array(objectOf(fields), { message: ROWS }).min(1, whenNone);
	return setting(schema, about, { as: 'rows', item, add, fields });
}

/** Fields that are filled in together or not at all. */
export function accounts<F extends Fields>({
	fields,
	...about
}: About & { fields: F }): Setting<z.ZodOptional<z.ZodObject<Shape<F>>>> {
	return setting(objectOf(fields).optional(), about, {
		as: 'accounts',
		add: 'Add accounts',
		fields,
	});
}

/** Fields that all have a usual value or may be left out. */
export function collection<F extends Fields>({ fields, ...about }: About & { fields: F }) {
	return setting(withUsualValues(fields), about, { as: 'collection', add: 'Add option', fields });
}

/** The same, each shown wherever it says. */
export function spread<F extends Fields>({ fields, ...about }: About & { fields: F }) {
	return setting(withUsualValues(fields), about, { as: 'spread', fields });
}

/** What the node fills in itself. */
export function hidden<S extends z.ZodTypeAny>(schema: S, about: About) {
	return setting(schema, about, { as: 'hidden' });
}

const ROWS = valueText('rows');

function setting<S extends z.ZodTypeAny>(
	schema: S,
	about: About,
	shown: Setting['shown'],
): Setting<S> {
	return { ...about, schema, shown };
}

function filledText() {
	return z.string({ message: TEXT }).trim().min(1, valueText('empty'));
}

function emptyOrText() {
	return z
		.string({ message: TEXT })
		.trim()
		.optional()
		.transform((value) => value || undefined);
}

function oneOf<V extends string>(choices: ReadonlyArray<Choice<V>>) {
	const values = choices.map(({ value }) => value) as [V, ...V[]];
	return z.enum(values, { message: valueText('oneOf', { values: values.join(', ') }) });
}

export function objectOf<F extends Fields>(fields: F) {
	return z.object(shapeOf(fields), { message: valueText('object') });
}

/** Left out, it is what an empty object would be. zod 3 and 4 agree on this form only. */
function withUsualValues<F extends Fields>(fields: F) {
	const schema = objectOf(fields);
	return schema.default(() => schema.parse({}) as z.input<typeof schema>);
}
