import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { checkedId, words } from '../blocks/fields';
import { momentQuery, overlapField } from '../blocks/moments';

/** WooCommerce's own statuses. */
export const statusOptions = [
	{ name: 'Cancelled', value: 'cancelled' },
	{ name: 'Completed', value: 'completed' },
	{ name: 'Draft', value: 'checkout-draft' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'On Hold', value: 'on-hold' },
	{ name: 'Pending Payment', value: 'pending' },
	{ name: 'Processing', value: 'processing' },
	{ name: 'Refunded', value: 'refunded' },
	{ name: 'Trash', value: 'trash' },
];

/** The "Filters" collection of Get Many. */
export const orderFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: "A moment without a time zone is taken in the workflow's time zone",
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
			description: 'Only orders placed before this moment',
		},
		{
			displayName: 'Custom Statuses',
			name: 'customStatuses',
			type: 'string',
			default: '',
			placeholder: 'e.g. partially-paid, shipped',
			description: "Statuses that a plugin added, separated by commas, without 'wc-'",
		},
		{
			displayName: 'Modified After',
			name: 'modifiedAfter',
			type: 'dateTime',
			default: '',
			description: 'Only orders changed from this moment on, the overlap included',
		},
		{
			displayName: 'Modified Before',
			name: 'modifiedBefore',
			type: 'dateTime',
			default: '',
			description: 'Only orders changed before this moment',
		},
		{
			displayName: 'Order IDs',
			name: 'orderIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1041, 1042',
			description:
				'Only these orders, by their IDs, separated by commas. An expression may give a list; an empty list reads nothing.',
		},
		overlapField,
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			default: [],
			description: 'Only orders with one of these statuses. Empty means all but the trash.',
			options: statusOptions,
		},
	],
};

/** What the filters mean for WooCommerce. */
export interface OrderSelection {
	query: IDataObject;
	/** Only these orders; undefined when none are named, empty when an expression gave no IDs. */
	ids: string[] | undefined;
	/** Whether a filter on the moment of change is set. */
	byChange: boolean;
}

/**
 * Turns the filters of one item into query parameters.
 *
 * @throws NodeOperationError when a date or an order ID cannot be read
 */
export function orderSelection(this: IExecuteFunctions, itemIndex: number): OrderSelection {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const query = momentQuery.call(this, filters, itemIndex);
	const statuses = [...words(filters.statuses), ...words(filters.customStatuses)];
	if (statuses.length > 0) query.status = [...new Set(statuses)].join(',');

	return {
		query,
		ids: namedIds.call(this, filters.orderIds, itemIndex),
		byChange: 'modified_after' in query || 'modified_before' in query,
	};
}

/** An empty list from an expression means no orders; an empty field means no filter. */
function namedIds(
	this: IExecuteFunctions,
	entered: unknown,
	itemIndex: number,
): string[] | undefined {
	const ids = words(entered);
	if (ids.length === 0 && !Array.isArray(entered)) return undefined;
	return ids.map((id) => checkedId.call(this, 'Order IDs', id, itemIndex));
}
