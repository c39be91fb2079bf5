import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { filterMoment, momentOf } from '../../shared/moment';
import type { ApiLayout } from '../apiLayout';

const CREATED_FIELDS = ['createdAt', 'date_created', 'created_at', 'dateCreated'];
const UPDATED_FIELDS = ['updatedAt', 'date_updated', 'updated_at', 'modifiedAt', 'date_modified'];

/** The "Filters" collection of Get Many. */
export const orderFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		"Sent to JouwWeb and applied again to what it returns. A moment without a time zone is taken in the workflow's time zone.",
	options: [
		{
			displayName: 'Created After',
			name: 'createdAfter',
			type: 'dateTime',
			default: '',
			description: 'Only orders placed from this moment on',
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'string',
			default: '',
			placeholder: 'e.g. processed, shipped',
			description: 'Only orders with one of these statuses, separated by commas',
		},
		{
			displayName: 'Updated After',
			name: 'updatedAfter',
			type: 'dateTime',
			default: '',
			description:
				'Only orders changed from this moment on. An order that does not say when it changed is kept.',
		},
	],
};

export interface OrderSelection {
	query: IDataObject;
	/** Whether an order passes. What an order does not say cannot make it fail: nothing gets lost. */
	accepts: (order: IDataObject) => boolean;
}

/** @throws NodeOperationError when a date cannot be read */
export function orderSelection(
	this: IExecuteFunctions,
	itemIndex: number,
	layout: ApiLayout,
): OrderSelection {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const zone = this.getTimezone();
	const createdAfter = filterMoment.call(this, 'Created After', filters.createdAfter, itemIndex);
	const updatedAfter = filterMoment.call(this, 'Updated After', filters.updatedAfter, itemIndex);
	const statuses = listOf(filters.statuses);

	const query: IDataObject = {};
	const send = (name: string, value: string | undefined) => {
		if (name !== '' && value !== undefined && value !== '') query[name] = value;
	};
	send(layout.createdAfterParameter, createdAfter && inGmt(createdAfter));
	send(layout.updatedAfterParameter, updatedAfter && inGmt(updatedAfter));
	send(layout.statusParameter, statuses.join(','));

	const allowed = new Set(statuses.map((status) => status.toLowerCase()));
	const accepts = (order: IDataObject): boolean =>
		notBefore(order, CREATED_FIELDS, createdAfter, zone) &&
		notBefore(order, UPDATED_FIELDS, updatedAfter, zone) &&
		(allowed.size === 0 ||
			typeof order.status !== 'string' ||
			allowed.has(order.status.trim().toLowerCase()));
	return { query, accepts };
}

function notBefore(
	order: IDataObject,
	fields: readonly string[],
	start: DateTime | undefined,
	zone: string,
): boolean {
	if (start === undefined) return true;
	const stated = fields.map((field) => momentOf(order[field], zone)).find(Boolean);
	return stated === undefined || stated.toMillis() >= start.toMillis();
}

function inGmt(moment: DateTime): string {
	return moment.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}

/** Text with commas from the field, or a list from an expression. */
function listOf(value: unknown): string[] {
	const parts = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,;\n]/);
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}
