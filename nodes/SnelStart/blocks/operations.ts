import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../shared/kit/resource';
import { allOf, textLiteral } from '../../shared/snelStart/odata';
import { getAll } from '../../shared/snelStart/paging';
import { dataOf, read, readList, request } from '../../shared/snelStart/transport';
import {
	changedSinceField,
	includeInactiveField,
	listFields,
	odataFilterField,
	simplifyField,
} from '../fields';
import { readLimit } from '../../shared/listFields';
import { changedSinceFilter, readId } from '../readParameters';
import { conditionFilters, conditionsField, type FilterProperty } from './conditions';
import { locator, mergeRecords, otherFields, readFields, type Field } from './field';

/** What all operations of one kind of record share. */
export interface Kind {
	/** In running text: `cost centre`, `cost centres`. */
	singular: string;
	plural: string;
	/** Below the base URL: `/kostenplaatsen`. */
	path: string;
	/** SnelStart's record in English, at most ten fields or so. */
	simplify: (row: IDataObject) => IDataObject;
	/** How one record is picked: the parameter's name, its label, and a list search if it has names. */
	id: { name: string; displayName: string; description: string; search?: string };
}

/** The field that picks one record. */
export const idField = ({ id }: Pick<Kind, 'id'>): INodeProperties => ({
	displayName: id.displayName,
	name: id.name,
	required: true,
	description: id.description,
	...(id.search === undefined
		? {
				type: 'string',
				default: '',
				placeholder: 'e.g. 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
			}
		: locator(id.search)),
});

/** The ID that the panel picked. @throws NodeOperationError */
export function pickedId(this: IExecuteFunctions, { id }: Pick<Kind, 'id'>, itemIndex: number) {
	return readId.call(this, id.name, id.displayName, itemIndex);
}

/** The record as the panel wants it: in English, or as SnelStart gave it. */
export function shown(
	this: IExecuteFunctions,
	{ simplify }: Pick<Kind, 'simplify'>,
	row: IDataObject,
	itemIndex: number,
): IDataObject {
	return (this.getNodeParameter('simplify', itemIndex, true) as boolean) ? simplify(row) : row;
}

/** Get: one record by its ID. */
export const getOne = (kind: Kind): Operation => ({
	name: 'Get',
	action: `Get ${kind.singular}`,
	description: `Retrieve one ${kind.singular}`,
	fields: [idField(kind), simplifyField],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		const row = (await read.call(this, `${kind.path}/${id}`)) as IDataObject;
		return [shown.call(this, kind, row, itemIndex)];
	},
});

/** A filter that only one list has. */
export interface ListFilter {
	/** Its place in the collection 'Filters'. */
	field: INodeProperties;
	/** SnelStart's words for what was filled in; nothing when it is empty. */
	filter: (value: string | boolean) => string | undefined;
}

/** Only records whose field is exactly the text that was filled in. */
export const exactly =
	(property: string): ListFilter['filter'] =>
	(value) =>
		value === '' ? undefined : `${property} eq ${textLiteral(String(value))}`;

export interface ListOptions {
	/** What the list holds, when there is more to say than its name. */
	description?: string;
	/** What the list can be filtered on; left out for a list that ignores OData. */
	conditions?: readonly FilterProperty[];
	/** Whether records carry the moment they were changed, or what is to be said about it. */
	changedSince?: boolean | string;
	/** The list's own filters. */
	filters?: readonly ListFilter[];
	/** An example of a filter in SnelStart's own words. */
	odataExample?: string;
	/** The raw field that says a record is inactive; such records are left out unless asked for. */
	inactive?: string;
	/** SnelStart's filter for records in use; without it they are sorted out here. */
	active?: string;
	/** Order of a list that SnelStart gives as a whole. */
	order?: (a: IDataObject, b: IDataObject) => number;
}

/** What stands in the collection 'Filters', by name. */
function filterFields({
	conditions,
	changedSince,
	filters = [],
	odataExample,
	inactive,
}: ListOptions): INodeProperties[] {
	return [
		...(changedSince === undefined || changedSince === false
			? []
			: [
					{
						...changedSinceField,
						...(typeof changedSince === 'string' && { description: changedSince }),
					},
				]),
		...(inactive === undefined ? [] : [includeInactiveField]),
		...(conditions
			? [{ ...odataFilterField, ...(odataExample !== undefined && { placeholder: odataExample }) }]
			: []),
		...filters.map(({ field }) => field),
	].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

/** Get Many: all records that fit, page by page; filtered by SnelStart where it can. */
export const getMany = (kind: Kind, list: ListOptions = {}): Operation => {
	const { conditions, filters: own = [], inactive, active, order } = list;
	const options = filterFields(list);
	return {
		name: 'Get Many',
		action: `Get many ${kind.plural}`,
		description: list.description ?? `Retrieve many ${kind.plural}`,
		fields: [
			...listFields,
			simplifyField,
			...(conditions ? [conditionsField(conditions)] : []),
			...(options.length > 0
				? [
						{
							displayName: conditions ? 'Filters' : 'Options',
							name: conditions ? 'filters' : 'options',
							type: 'collection' as const,
							placeholder: conditions ? 'Add Filter' : 'Add Option',
							default: {},
							options,
						},
					]
				: []),
		],
		async execute(itemIndex) {
			const limit = readLimit.call(this, itemIndex);
			const filters = this.getNodeParameter(
				conditions ? 'filters' : 'options',
				itemIndex,
				{},
			) as IDataObject;
			const onlyActive = inactive !== undefined && filters.includeInactive !== true;
			const filter = conditions
				? allOf([
						...conditionFilters.call(this, conditions, itemIndex),
						...own.map(({ field, filter: inWords }) => inWords(filledIn(filters[field.name]))),
						onlyActive ? active : undefined,
						changedSinceFilter.call(this, filters, itemIndex),
						String(filters.odataFilter ?? ''),
					])
				: undefined;
			const sortOut = onlyActive && active === undefined;
			const rows = conditions
				? await getAll.call(this, kind.path, { filter, limit: sortOut ? undefined : limit })
				: await readList.call(this, kind.path);
			const fitting = sortOut ? rows.filter((row) => row[inactive] !== true) : rows;
			if (order) fitting.sort(order);
			return fitting.slice(0, limit).map((row) => shown.call(this, kind, row, itemIndex));
		},
	};
};

/** A switch as it is, everything else as text without space around it. */
const filledIn = (value: unknown): string | boolean =>
	typeof value === 'boolean' ? value : String(value ?? '').trim();

export interface WriteOptions {
	/** Fields that stand in the panel themselves. */
	required: readonly Field[];
	/** Fields in the collection below. */
	additional: readonly Field[];
	/** What a new record has besides, whatever the panel says. */
	always?: IDataObject;
}

const collectionOf = (
	name: string,
	displayName: string,
	fields: readonly Field[],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [...fields.map(({ property }) => property), otherFields.property].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
});

export const additionalFields = (fields: readonly Field[]): INodeProperties =>
	collectionOf('additionalFields', 'Additional Fields', fields);

/** The record that the panel describes. @throws NodeOperationError for a value that cannot be sent */
export function readRecord(
	this: IExecuteFunctions,
	{ required, additional, always = {} }: WriteOptions,
	itemIndex: number,
): IDataObject {
	const more = [otherFields, ...additional];
	const record = readFields.call(this, itemIndex, required, more, 'additionalFields');
	return mergeRecords(always, record);
}

const asRequired = ({ property }: Field): INodeProperties =>
	property.type === 'boolean' ? property : { ...property, required: true };

/** Create: one record, sent once. */
export const create = (kind: Kind, write: WriteOptions): Operation => ({
	name: 'Create',
	action: `Create ${kind.singular}`,
	description: `Add one ${kind.singular}`,
	fields: [...write.required.map(asRequired), additionalFields(write.additional), simplifyField],
	async execute(itemIndex) {
		const body = readRecord.call(this, write, itemIndex);
		const row = await send.call(this, 'POST', kind.path, body);
		return [shown.call(this, kind, row, itemIndex)];
	},
});

/** Sends a write once and returns the record it made. @throws NodeApiError */
export async function send(
	this: IExecuteFunctions,
	method: 'POST' | 'PUT' | 'DELETE',
	path: string,
	body?: IDataObject | IDataObject[],
): Promise<IDataObject> {
	const result = await request.call(this, { method, path, ...(body && { body }) });
	return dataOf.call(this, result) as IDataObject;
}

/**
 * Update: SnelStart's PUT replaces the whole record and clears what is not sent (SS-208), so
 * the record is read, the changes are laid over it, and all of it is written.
 */
export const update = (kind: Kind, fields: readonly Field[]): Operation => ({
	name: 'Update',
	action: `Update ${kind.singular}`,
	description: `Change one ${kind.singular}; what is not filled in stays as it is`,
	fields: [idField(kind), collectionOf('updateFields', 'Update Fields', fields), simplifyField],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		const changes = readFields.call(this, itemIndex, [], [otherFields, ...fields], 'updateFields');
		if (Object.keys(changes).length === 0) {
			throw new NodeOperationError(this.getNode(), "'Update Fields' is empty", {
				itemIndex,
				description: 'Add at least one field to change',
			});
		}
		const row = await change.call(this, `${kind.path}/${id}`, changes);
		return [shown.call(this, kind, row, itemIndex)];
	},
});

/** Reads a record, lays changes over it and writes it back whole. @throws NodeApiError */
export async function change(
	this: IExecuteFunctions,
	path: string,
	changes: IDataObject,
): Promise<IDataObject> {
	const current = (await read.call(this, path)) as IDataObject;
	return await send.call(this, 'PUT', path, mergeRecords(current, changes));
}

/** Delete: one record by its ID. */
export const remove = (kind: Kind): Operation => ({
	name: 'Delete',
	action: `Delete ${kind.singular}`,
	description: `Remove one ${kind.singular} for good`,
	fields: [idField(kind)],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		await send.call(this, 'DELETE', `${kind.path}/${id}`);
		return [{ id, deleted: true }];
	},
});

/**
 * Create or Update: the record with the same key is changed, else one is added. Two records with
 * that key are left alone. `find` gives every record whose key equals the value.
 */
export const upsert = (
	kind: Kind,
	write: WriteOptions,
	key: {
		/** One of the required fields. */
		field: Field;
		find: (this: IExecuteFunctions, value: unknown) => Promise<IDataObject[]>;
	},
): Operation => ({
	name: 'Create or Update',
	action: `Create or update ${kind.singular}`,
	description: `Change the ${kind.singular} with this ${key.field.property.displayName}, or add it when there is none`,
	fields: [...write.required.map(asRequired), additionalFields(write.additional), simplifyField],
	async execute(itemIndex) {
		const body = readRecord.call(this, write, itemIndex);
		const value = body[key.field.path];
		const { displayName } = key.field.property;
		if (value === undefined) {
			throw new NodeOperationError(this.getNode(), `'${displayName}' is empty`, {
				itemIndex,
				description: `Fill in the ${displayName} by which the ${kind.singular} is found`,
			});
		}
		const found = await key.find.call(this, value);
		if (found.length > 1) {
			throw new NodeOperationError(
				this.getNode(),
				`More than one ${kind.singular} has this ${displayName}`,
				{ itemIndex, description: `Use 'Update' with the ID of the ${kind.singular} you mean` },
			);
		}
		const [current] = found;
		const row = current
			? await change.call(this, `${kind.path}/${String(current.id)}`, body)
			: await send.call(this, 'POST', kind.path, body);
		return [{ ...shown.call(this, kind, row, itemIndex), created: current === undefined }];
	},
});
