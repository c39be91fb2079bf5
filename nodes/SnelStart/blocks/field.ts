import { DateTime } from 'luxon';
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { fromJson } from '../../../bookkeeping';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Turns what stands in the panel into SnelStart's form; `undefined` leaves the field out. */
type Write = (value: unknown, refuse: Refuse) => unknown;

/** Stops: the field holds a value that cannot be sent. `problem` goes after the field's name. */
type Refuse = (problem: string, tip: string) => never;

/** One field of a record: how the panel asks for it and where it goes. */
export interface Field {
	property: INodeProperties;
	/** SnelStart's own name, with dots inside a part of the record: `vestigingsAdres.straat`. */
	path: string;
	write: Write;
}

/** What is particular to a field: its names and its explanation. */
export type Naming = Pick<INodeProperties, 'displayName' | 'name'> &
	Partial<Pick<INodeProperties, 'description' | 'placeholder' | 'default' | 'hint'>> & {
		path: string;
	};

const field = (
	{ path, ...naming }: Naming,
	rest: Pick<INodeProperties, 'type'> & Partial<INodeProperties>,
	write: Write,
): Field => ({ path, property: { default: '', ...rest, ...naming }, write });

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

export const text = (naming: Naming): Field =>
	field(naming, { type: 'string' }, (value) => (isEmpty(value) ? undefined : String(value)));

export const longText = (naming: Naming): Field =>
	field(naming, { type: 'string', typeOptions: { rows: 3 } }, (value) =>
		isEmpty(value) ? undefined : String(value),
	);

export const flag = (naming: Naming): Field =>
	field(naming, { type: 'boolean', default: false }, (value) => value === true || value === 'true');

/** A number; an amount stays as it was written, so that no cent is lost in a calculation. */
export const number = (naming: Naming): Field =>
	field(naming, { type: 'number', default: 0 }, (value, refuse) => {
		if (isEmpty(value)) return undefined;
		const amount = Number(value);
		if (Number.isFinite(amount)) return amount;
		return refuse('is not a number', 'Write it like 12.50');
	});

/** A Dutch calendar day; the time of day is dropped, since SnelStart's dates have none. */
export const day = (naming: Naming): Field =>
	field(naming, { type: 'dateTime' }, (value, refuse) => {
		if (isEmpty(value)) return undefined;
		const text = value instanceof Date ? value.toISOString() : String(value);
		const moment = DateTime.fromISO(text, { zone: 'Europe/Amsterdam' });
		if (moment.isValid) return moment.toFormat("yyyy-MM-dd'T'00:00:00");
		return refuse('is not a date', 'Write it like 2026-01-31');
	});

/** Name in the panel and SnelStart's own word. */
export type Options = ReadonlyArray<readonly [name: string, value: string]>;

/** One of SnelStart's own words. */
export const choice = (naming: Naming, options: Options): Field =>
	field(
		{ default: options[0]![1], ...naming },
		{ type: 'options', options: options.map(([name, value]) => ({ name, value })) },
		(value) => (isEmpty(value) ? undefined : String(value)),
	);

/** Several of SnelStart's own words. */
export const choices = (naming: Naming, options: Options): Field =>
	field(
		naming,
		{
			type: 'multiOptions',
			default: [],
			options: options.map(([name, value]) => ({ name, value })),
		},
		(value) => (Array.isArray(value) && value.length > 0 ? value : undefined),
	);

/** Another record, picked from a searchable list or given by its ID. */
export const reference = (naming: Naming, search: string): Field =>
	field(naming, locator(search), (value, refuse) => {
		const id = idIn(value);
		if (id === '') return undefined;
		if (GUID.test(id)) return { id };
		return refuse(
			'is not an ID of SnelStart',
			'An ID looks like 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
		);
	});

/** A resource locator that searches with one of the node's list searches. */
export const locator = (search: string): Pick<INodeProperties, 'type' | 'default' | 'modes'> => ({
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: search, searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
		},
	],
});

function idIn(value: unknown): string {
	const inner = typeof value === 'object' && value !== null ? (value as IDataObject).value : value;
	return isEmpty(inner) ? '' : String(inner).trim();
}

/** Lines of a document, each with fields of its own. */
export const lines = (naming: Naming, fields: readonly Field[]): Field =>
	field(
		naming,
		{
			type: 'fixedCollection',
			default: {},
			placeholder: 'Add Line',
			typeOptions: { multipleValues: true, sortable: true },
			options: [
				{ displayName: 'Line', name: 'line', values: fields.map(({ property }) => property) },
			],
		},
		(value, refuse) => {
			const rows = (value as { line?: IDataObject[] } | undefined)?.line ?? [];
			return rows.length === 0
				? undefined
				: rows.map((row) =>
						writeFields(fields, row, (message, tip) =>
							refuse(`hold a line of which ${message}`, tip),
						),
					);
		},
	);

/** Whatever the panel has no field for, in SnelStart's own names. */
export const otherFields: Field = {
	path: '',
	property: {
		displayName: 'Other Fields (JSON)',
		name: 'otherFields',
		type: 'json',
		default: '{}',
		description:
			'Further fields in SnelStart\'s own names, such as {"memo": "Text"}; null empties a field. The panel\'s own fields go before these.',
	},
	write: (value, refuse) => {
		if (isEmpty(value)) return {};
		const parsed = fromJson(value);
		if (isPart(parsed)) return parsed;
		return refuse('is not a JSON object', 'Write it like {"memo": "Text"}');
	},
};

/** SnelStart's record from values by the panel's names. */
function writeFields(
	fields: readonly Field[],
	values: IDataObject,
	refuse: (message: string, tip: string) => never,
): IDataObject {
	const record: IDataObject = {};
	for (const { path, property, write } of fields) {
		if (!(property.name in values)) continue;
		const value = write(values[property.name], (problem, tip) =>
			refuse(`'${property.displayName}' ${problem}`, tip),
		);
		if (path === '') Object.assign(record, mergeRecords(record, value as IDataObject));
		else if (value !== undefined) put(record, path.split('.'), value);
	}
	return record;
}

function put(record: IDataObject, [name, ...inner]: string[], value: unknown): void {
	if (inner.length === 0) record[name!] = value as IDataObject;
	else put((record[name!] ??= {}) as IDataObject, inner, value);
}

/**
 * The record with changes laid over it, part by part: an address keeps what is not changed.
 * Lists, references and everything that is not a plain record are replaced.
 */
export function mergeRecords(record: IDataObject, changes: IDataObject): IDataObject {
	const merged = { ...record };
	for (const [name, change] of Object.entries(changes)) {
		const current = merged[name];
		merged[name] =
			isPart(current) && isPart(change) && !('id' in change)
				? mergeRecords(current, change)
				: change;
	}
	return merged;
}

const isPart = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads fields that stand in the panel themselves, and those inside a collection.
 * @throws NodeOperationError for a value that cannot be sent
 */
export function readFields(
	this: IExecuteFunctions,
	itemIndex: number,
	required: readonly Field[],
	more: readonly Field[],
	collectionName: string,
): IDataObject {
	const values = Object.fromEntries(
		required.map(({ property: { name } }) => [name, this.getNodeParameter(name, itemIndex, '')]),
	) as IDataObject;
	const collection = this.getNodeParameter(collectionName, itemIndex, {}) as IDataObject;
	const refuse = (message: string, description: string): never => {
		throw new NodeOperationError(this.getNode(), message, { itemIndex, description });
	};
	const record = writeFields(more, collection, refuse);
	return mergeRecords(record, writeFields(required, values, refuse));
}
