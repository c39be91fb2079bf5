import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { inputError, reason } from '../../shared/codedError';
import { readLimit } from '../../shared/listFields';
export { listFields as pagingFields, simplifyField } from '../../shared/listFields';
import { LARGEST_PAGE, PAGES_IN_FLIGHT, type ListOptions } from '../transport';
import { fieldsOf, simplify, type Simplified } from './simplify';

/** A record chosen from a list, or by its ID. */
export function locator(
	name: string,
	displayName: string,
	searchListMethod: string,
	description?: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		...(description !== undefined && { description }),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1041' },
		],
	};
}

/** The ID in a locator or a plain text. @throws NodeOperationError when it is not a whole number */
export function chosenId(
	this: IExecuteFunctions,
	name: string,
	label: string,
	itemIndex: number,
	lowest = 1,
): string {
	const chosen = this.getNodeParameter(name, itemIndex, '', { extractValue: true });
	return checkedId.call(this, label, String(chosen ?? '').trim(), itemIndex, lowest);
}

/** @throws NodeOperationError when it is not a whole number, `lowest` or more */
export function checkedId(
	this: IExecuteFunctions,
	label: string,
	id: string,
	itemIndex: number,
	lowest = 1,
): string {
	if (/^(0|[1-9]\d*)$/.test(id) && Number(id) >= lowest) return id;
	throw inputError(this.getNode(), reason('INPUT_ID', { field: label }), { itemIndex });
}

/** What can be set about the reading itself. */
export const listOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'string',
			default: '',
			placeholder: 'e.g. number,total,status',
			description:
				"Only these fields of each raw record, as WooCommerce names them. Four times as fast for a scan; not for 'Simplify'.",
		},
		{
			displayName: 'Page Size',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: LARGEST_PAGE,
			description: 'How many records to ask for at a time, 100 at most. Lower it for a slow shop.',
		},
		{
			displayName: 'Pages at a Time',
			name: 'inFlight',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: PAGES_IN_FLIGHT,
			description: 'How many pages to ask for at the same time. Lower it for a shop that is busy.',
		},
	],
};

/** How much to read, from Return All, Limit and Options. */
export function listOptions(this: IExecuteFunctions, itemIndex: number): ListOptions {
	const limit = readLimit.call(this, itemIndex);
	const options = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const within = (value: unknown, usual: number, most: number): number =>
		Math.min(most, Math.max(1, Math.floor(Number(value ?? usual) || usual)));
	return {
		pageSize: within(options.pageSize, LARGEST_PAGE, LARGEST_PAGE),
		inFlight: within(options.inFlight, PAGES_IN_FLIGHT, 10),
		...(limit !== undefined && { limit }),
	};
}

/** Which fields to ask for, and how a record then leaves the node. */
export interface View {
	query: IDataObject;
	show: (row: IDataObject) => IDataObject;
}

/** The fields that the option Fields names; none when all are wanted. */
export function listedFields(this: IExecuteFunctions, itemIndex: number): string[] {
	const { fields } = this.getNodeParameter('options', itemIndex, {}) as { fields?: unknown };
	return words(fields);
}

/** The view that Simplify and the option Fields ask for. */
export function view(this: IExecuteFunctions, simplified: Simplified, itemIndex: number): View {
	if (this.getNodeParameter('simplify', itemIndex, false) as boolean) {
		return {
			query: { _fields: fieldsOf(simplified) },
			show: (row) => simplify(row, simplified),
		};
	}
	const wanted = listedFields.call(this, itemIndex);
	if (wanted.length === 0) return { query: {}, show: (row) => row };
	// The ID and the moment of change find doubles, so they always come along.
	const asked = [...new Set(['id', 'date_modified_gmt', ...wanted])];
	const show = (row: IDataObject): IDataObject =>
		wanted.includes('date_modified_gmt')
			? row
			: Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'date_modified_gmt'));
	return { query: { _fields: asked.join(',') }, show };
}

/** Text with commas or spaces from a field, or a list from an expression. */
export function words(value: unknown): string[] {
	const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
	return text.split(/[\s,;]+/).filter((word) => word !== '');
}
