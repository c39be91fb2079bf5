import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { filterMoment, momentOf } from '../../shared/moment';
import type { ApiLayout, DateFormat } from '../../shared/jouwWeb/apiLayout';

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
			displayName: 'Created Before',
			name: 'createdBefore',
			type: 'dateTime',
			default: '',
			description:
				'Only orders placed before this moment. Applied to what JouwWeb returns, so it makes no reading shorter.',
		},
		{
			displayName: 'Status Names or IDs',
			name: 'statuses',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getStatuses' },
			default: [],
			description:
				'Only orders with one of these statuses. The list shows those that the newest orders of the shop have; capitals make no difference. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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

export interface Wanted {
	createdAfter?: DateTime;
	createdBefore?: DateTime;
	updatedAfter?: DateTime;
	/** Any when empty. */
	statuses: string[];
	/** The time zone of moments that name none. */
	zone: string;
}

/** What the "Filters" collection asks for. @throws NodeOperationError when a date cannot be read */
export function wantedOrders(this: IExecuteFunctions, itemIndex: number): Wanted {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	return {
		createdAfter: filterMoment.call(this, 'Created After', filters.createdAfter, itemIndex),
		createdBefore: filterMoment.call(this, 'Created Before', filters.createdBefore, itemIndex),
		updatedAfter: filterMoment.call(this, 'Updated After', filters.updatedAfter, itemIndex),
		statuses: textList(filters.statuses),
		zone: this.getTimezone(),
	};
}

/** How to ask JouwWeb for the orders that are wanted, and how to tell them apart from others. */
export function orderSelection(
	{ createdAfter, createdBefore, updatedAfter, statuses, zone }: Wanted,
	layout: ApiLayout,
): OrderSelection {
	const query: IDataObject = {};
	const send = (name: string, value: string | undefined) => {
		if (name !== '' && value !== undefined && value !== '') query[name] = value;
	};
	send(layout.createdAfterParameter, createdAfter && written(createdAfter, layout.dateFormat));
	send(layout.updatedAfterParameter, updatedAfter && written(updatedAfter, layout.dateFormat));
	send(layout.statusParameter, statuses.join(','));

	const allowed = new Set(statuses.map((status) => status.toLowerCase()));
	const accepts = (order: IDataObject): boolean =>
		notBefore(order, CREATED_FIELDS, createdAfter, zone) &&
		isBefore(order, CREATED_FIELDS, createdBefore, zone) &&
		notBefore(order, UPDATED_FIELDS, updatedAfter, zone) &&
		(allowed.size === 0 ||
			typeof order.status !== 'string' ||
			allowed.has(order.status.trim().toLowerCase()));
	return { query, accepts };
}

/** When the order last changed, or else was placed; undefined when it says neither. */
export function changedAt(order: IDataObject, zone: string): DateTime | undefined {
	return stated(order, [...UPDATED_FIELDS, ...CREATED_FIELDS], zone);
}

function notBefore(
	order: IDataObject,
	fields: readonly string[],
	start: DateTime | undefined,
	zone: string,
): boolean {
	if (start === undefined) return true;
	const moment = stated(order, fields, zone);
	return moment === undefined || moment.toMillis() >= start.toMillis();
}

function isBefore(
	order: IDataObject,
	fields: readonly string[],
	end: DateTime | undefined,
	zone: string,
): boolean {
	if (end === undefined) return true;
	const moment = stated(order, fields, zone);
	return moment === undefined || moment.toMillis() < end.toMillis();
}

function stated(order: IDataObject, fields: readonly string[], zone: string): DateTime | undefined {
	return fields.map((field) => momentOf(order[field], zone)).find(Boolean);
}

/** In GMT. A filter by day asks for the whole day; what came before the moment falls away later. */
function written(moment: DateTime, format: DateFormat): string {
	if (format === 'seconds') return String(Math.floor(moment.toSeconds()));
	// The day of a shop may begin before that of GMT, so its day before is asked for too.
	if (format === 'date') return moment.toUTC().minus({ days: 1 }).toFormat('yyyy-MM-dd');
	return moment.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}

/** A list from the dropdown or an expression, or text with commas. */
export function textList(value: unknown): string[] {
	const parts = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,;\n]/);
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}
