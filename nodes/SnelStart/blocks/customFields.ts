import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../shared/kit/resource';
import { read } from '../../shared/snelStart/transport';
import { idField, pickedId, send, type Kind } from './operations';

/** The lists of custom fields in a record's answer: the part's name, or '' when it is the answer. */
type Parts = ReadonlyArray<readonly [part: string, label: string]>;

const valuesField = (part: string, label: string): INodeProperties => ({
	displayName: label,
	name: part === '' ? 'customFields' : part,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					description: "The name of the extra field, as 'Get Custom Fields' returns it",
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
});

const asList = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? (value as IDataObject[]) : [];

/** One item per extra field: its name, type and value. */
function inEnglish(answer: unknown, parts: Parts): IDataObject[] {
	return parts.flatMap(([part]) =>
		asList(part === '' ? answer : (answer as IDataObject)[part]).map((row) => {
			const definition = (row.definition ?? {}) as IDataObject;
			return {
				...(part !== '' && { list: part }),
				name: definition.name ?? '',
				type: definition.type ?? '',
				value: row.value ?? null,
			};
		}),
	);
}

/** Get Custom Fields: the extra fields of one record. */
export const getCustomFields = (kind: Kind, parts: Parts): Operation => ({
	name: 'Get Custom Fields',
	action: `Get custom fields of ${kind.singular}`,
	description: `Retrieve the extra fields (extra velden) of one ${kind.singular}`,
	fields: [idField(kind)],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		return inEnglish(await read.call(this, `${kind.path}/${id}/customFields`), parts);
	},
});

/** Update Custom Fields: sets the extra fields that are named. */
export const updateCustomFields = (kind: Kind, parts: Parts): Operation => ({
	name: 'Update Custom Fields',
	action: `Update custom fields of ${kind.singular}`,
	description: `Set extra fields (extra velden) of one ${kind.singular}`,
	fields: [idField(kind), ...parts.map(([part, label]) => valuesField(part, label))],
	async execute(itemIndex) {
		const id = pickedId.call(this, kind, itemIndex);
		const lists = parts.map(([part]) => [part, readValues.call(this, part, itemIndex)] as const);
		if (lists.every(([, values]) => values.length === 0)) {
			throw new NodeOperationError(this.getNode(), 'There is no field to update', {
				itemIndex,
				description: 'Add at least one field with its name',
			});
		}
		const [first] = lists;
		const body = first![0] === '' ? first![1] : Object.fromEntries(lists);
		const answer = await send.call(this, 'PUT', `${kind.path}/${id}/customFields`, body);
		return inEnglish(answer, parts);
	},
});

function readValues(this: IExecuteFunctions, part: string, itemIndex: number): IDataObject[] {
	const name = part === '' ? 'customFields' : part;
	const given = this.getNodeParameter(name, itemIndex, {}) as { field?: IDataObject[] };
	return (given.field ?? [])
		.filter((row) => String(row.name ?? '').trim() !== '')
		.map((row) => ({ name: String(row.name).trim(), value: row.value ?? null }));
}
