import type { INodeProperties } from 'n8n-workflow';

export { listFields, simplifyField } from '../shared/listFields';

/** Inactive records are left out unless asked for: they cannot be booked on. */
export const includeInactiveField: INodeProperties = {
	displayName: 'Include Inactive',
	name: 'includeInactive',
	type: 'boolean',
	default: false,
	description: 'Whether to return records that are inactive in SnelStart too',
};

/** A raw OData filter, for what the other filters cannot say. */
export const odataFilterField: INodeProperties = {
	displayName: 'OData Filter',
	name: 'odataFilter',
	type: 'string',
	default: '',
	placeholder: 'e.g. Relatiecode eq 1001',
	description:
		"Filter in SnelStart's own OData v3 words, combined with the other filters. Field names start with a capital.",
};

export const changedSinceField: INodeProperties = {
	displayName: 'Changed Since',
	name: 'changedSince',
	type: 'dateTime',
	default: '',
	description: 'Only records that were added or changed after this moment',
};

/** Picks one relation: from a searchable list, or by its ID. */
export const relationField: INodeProperties = {
	displayName: 'Relation',
	name: 'relationId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The customer or supplier (relatie)',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRelations', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
		},
	],
};
