import type { INodeProperties } from 'n8n-workflow';

import type { BatchOperation, ItemOperation, Operations } from '../router';

/** One thing a node does: its entry in the dropdown, its fields, and what runs. */
export type Operation = {
	name: string;
	action: string;
	description: string;
	/** Its parameters, without saying when they are shown. */
	fields: INodeProperties[];
} & (ItemWise | BatchOperation);

/** Does one item. */
interface ItemWise {
	execute: ItemOperation;
}

/** A kind of record, or whatever else operations are grouped by. */
export interface Resource {
	name: string;
	/** By their values in the panel. */
	operations: Record<string, Operation>;
	/** The operation a new node starts with. */
	start: string;
}

/** Resources by their values in the panel. */
export type Resources = Record<string, Resource>;

/**
 * The parameters of all resources: two dropdowns by name, then the fields of each operation, shown
 * for that operation only.
 *
 * @param start the resource a new node starts with
 */
export function resourceProperties(resources: Resources, start: string): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: byName(resources).map(([value, { name }]) => ({ name, value })),
			default: start,
		},
		...byName(resources).flatMap(([resource, { operations, start: first }]): INodeProperties[] => [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [resource] } },
				options: byName(operations).map(([value, { name, action, description }]) => ({
					name,
					value,
					action,
					description,
				})),
				default: first,
			},
			...byName(operations).flatMap(([operation, { fields }]) =>
				fields.map((field) => shownFor(resource, operation, field)),
			),
		]),
	];
}

/**
 * What stands under the name of a node on the canvas: what it does, in the words of the list of actions.
 * Of an operation chosen by an expression nothing is known before the run.
 */
export function subtitleOf(resources: Resources): string {
	const actions = mapValues(resources, ({ operations }) =>
		mapValues(operations, ({ action }) => action),
	);
	// Within an expression two braces in a row would end it.
	const words = JSON.stringify(actions).replace(/\}(?=\})/g, '} ');
	return `={{ (${words})[$parameter["resource"]]?.[$parameter["operation"]] ?? "" }}`;
}

/** The same for a node with a choice instead of operations, such as a trigger: what is chosen, in words. */
export function subtitleOfChoice({ name, options = [] }: INodeProperties): string {
	const words = Object.fromEntries(
		options.flatMap((option) => ('value' in option ? [[String(option.value), option.name]] : [])),
	);
	return `={{ [$parameter["${name}"]].flat().map((one) => (${JSON.stringify(words)})[one] ?? "").join(", ") }}`;
}

/** What the router runs. */
export function operationsOf(resources: Resources): Operations {
	return mapValues(resources, ({ operations }) =>
		mapValues(operations, (operation) =>
			'execute' in operation ? operation.execute : { batch: operation.batch },
		),
	);
}

function shownFor(resource: string, operation: string, field: INodeProperties): INodeProperties {
	const show = { ...field.displayOptions?.show, resource: [resource], operation: [operation] };
	return { ...field, displayOptions: { ...field.displayOptions, show } };
}

function byName<Entry extends { name: string }>(entries: Record<string, Entry>) {
	return Object.entries(entries).sort(([, a], [, b]) => a.name.localeCompare(b.name));
}

function mapValues<Value, Result>(
	record: Record<string, Value>,
	change: (value: Value) => Result,
): Record<string, Result> {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
