import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { dateTimeLiteral, guidLiteral, textLiteral } from '../../shared/snelStart/odata';

/** How a value of a property is written in a filter (SS-301). */
export type FilterKind = 'date' | 'flag' | 'id' | 'number' | 'text';

/** What a list can be filtered on: name in the panel, SnelStart's property and its kind. */
export type FilterProperty = [name: string, property: string, kind: FilterKind];

const comparisons: Array<[name: string, value: string]> = [
	['Contains', 'contains'],
	['Equals', 'eq'],
	['Greater or Equal', 'ge'],
	['Greater Than', 'gt'],
	['Is Empty', 'empty'],
	['Is Not Empty', 'notEmpty'],
	['Less or Equal', 'le'],
	['Less Than', 'lt'],
	['Not Equal', 'ne'],
	['Starts With', 'startsWith'],
];

/** The filter builder of a list: any number of conditions, all of which must hold. */
export const conditionsField = (properties: readonly FilterProperty[]): INodeProperties => ({
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description: 'Only records for which every condition holds',
	options: [
		{
			displayName: 'Condition',
			name: 'condition',
			values: [
				{
					displayName: 'Field',
					name: 'property',
					type: 'options',
					options: [...properties]
						.sort(([a], [b]) => a.localeCompare(b))
						.map(([name, property]) => ({ name, value: property })),
					default: '',
				},
				{
					displayName: 'Comparison',
					name: 'comparison',
					type: 'options',
					options: comparisons.map(([name, value]) => ({ name, value })),
					default: 'eq',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description: 'Text, number, ID, true or false, or a date such as 2026-01-31',
					displayOptions: { hide: { comparison: ['empty', 'notEmpty'] } },
				},
			],
		},
	],
});

/** The filters the panel's conditions stand for. @throws NodeOperationError for a wrong value */
export function conditionFilters(
	this: IExecuteFunctions,
	properties: readonly FilterProperty[],
	itemIndex: number,
): string[] {
	const given = this.getNodeParameter('conditions', itemIndex, {}) as {
		condition?: IDataObject[];
	};
	return (given.condition ?? []).map((condition) => {
		const name = String(condition.property ?? '');
		const comparison = String(condition.comparison ?? 'eq');
		const found = properties.find(([, property]) => property === name);
		const refuse = (message: string, description: string): never => {
			throw new NodeOperationError(this.getNode(), message, { itemIndex, description });
		};
		if (!found) return refuse(`'Field' of a condition is not known`, 'Choose it from the list');
		const [label, property, kind] = found;
		if (comparison === 'empty') return `${property} eq null`;
		if (comparison === 'notEmpty') return `${property} ne null`;
		const value = String(condition.value ?? '');
		if (comparison === 'contains' || comparison === 'startsWith') {
			if (kind !== 'text') {
				return refuse(`'${label}' holds no text`, "Choose another 'Comparison', such as Equals");
			}
			return comparison === 'contains'
				? `substringof(${textLiteral(value)}, ${property}) eq true`
				: `startswith(${property}, ${textLiteral(value)}) eq true`;
		}
		const literal = toLiteral(value, kind);
		return literal === undefined
			? refuse(`The value for '${label}' cannot be compared with it`, hints[kind])
			: `${property} ${comparison} ${literal}`;
	});
}

const hints: Record<FilterKind, string> = {
	date: 'Write a date like 2026-01-31 or 2026-01-31T09:30:00',
	flag: 'Write true or false',
	id: 'An ID looks like 1f8c0b1e-6f0a-4d3e-9a53-0d2f7c5a1b90',
	number: 'Write a number like 12.50',
	text: 'Write a text',
};

function toLiteral(value: string, kind: FilterKind): string | undefined {
	const trimmed = value.trim();
	switch (kind) {
		case 'text':
			return textLiteral(value);
		case 'number':
			return /^-?\d+(\.\d+)?$/.test(trimmed) ? trimmed : undefined;
		case 'flag':
			return /^(true|false)$/i.test(trimmed) ? trimmed.toLowerCase() : undefined;
		case 'id':
			return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(trimmed)
				? guidLiteral(trimmed)
				: undefined;
		case 'date': {
			const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2}))?/.exec(trimmed) ?? [];
			return day && dateTimeLiteral(`${day}T${time ?? '00:00:00'}`);
		}
	}
}
