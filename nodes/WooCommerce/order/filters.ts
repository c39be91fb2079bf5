import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { DateTime } from 'luxon';

import { filterMoment } from '../../shared/moment';

const DEFAULT_OVERLAP_SECONDS = 5;

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
		{
			displayName: 'Overlap (Seconds)',
			name: 'overlap',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: DEFAULT_OVERLAP_SECONDS,
			description:
				"How much earlier than 'Modified After' and 'Created After' to start reading. WooCommerce leaves out orders of that very second, so without overlap one can be missed.",
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			default: [],
			description: 'Only orders with one of these statuses. Empty means all but the trash.',
			options: [
				{ name: 'Cancelled', value: 'cancelled' },
				{ name: 'Completed', value: 'completed' },
				{ name: 'Draft', value: 'checkout-draft' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'On Hold', value: 'on-hold' },
				{ name: 'Pending Payment', value: 'pending' },
				{ name: 'Processing', value: 'processing' },
				{ name: 'Refunded', value: 'refunded' },
				{ name: 'Trash', value: 'trash' },
			],
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
 * Turns the filters of one item into query parameters. Moments are sent in GMT without `Z` next to
 * `dates_are_gmt=true`: with the `Z` WooCommerce would shift them twice (WooCommerce reference 3).
 *
 * @throws NodeOperationError when a date or an order ID cannot be read
 */
export function orderSelection(this: IExecuteFunctions, itemIndex: number): OrderSelection {
	const filters = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const overlap = Number(filters.overlap ?? DEFAULT_OVERLAP_SECONDS);
	const moment = (label: string, value: unknown) =>
		filterMoment.call(this, label, value, itemIndex);

	const dates = {
		after: moment('Created After', filters.createdAfter)?.minus({ seconds: overlap }),
		before: moment('Created Before', filters.createdBefore),
		modified_after: moment('Modified After', filters.modifiedAfter)?.minus({ seconds: overlap }),
		modified_before: moment('Modified Before', filters.modifiedBefore),
	};
	const query: IDataObject = {};
	for (const [name, date] of Object.entries(dates)) {
		if (date !== undefined) query[name] = inGmtWithoutSuffix(date);
	}
	if (Object.keys(query).length > 0) query.dates_are_gmt = 'true';

	const statuses = [...words(filters.statuses), ...words(filters.customStatuses)];
	if (statuses.length > 0) query.status = [...new Set(statuses)].join(',');

	return {
		query,
		ids: namedIds.call(this, filters.orderIds, itemIndex),
		byChange: dates.modified_after !== undefined || dates.modified_before !== undefined,
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

/** @throws NodeOperationError when it is not a whole positive number */
export function checkedId(
	this: IExecuteFunctions,
	label: string,
	id: string,
	itemIndex: number,
): string {
	if (/^[1-9]\d*$/.test(id)) return id;
	throw new NodeOperationError(this.getNode(), `'${label}' must hold a whole number`, {
		itemIndex,
		description: "It is the order's ID in WordPress, as the address of its page in the shop shows",
	});
}

function inGmtWithoutSuffix(moment: DateTime): string {
	return moment.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** Text with commas or spaces from a field, or a list from an expression. */
function words(value: unknown): string[] {
	const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
	return text.split(/[\s,;]+/).filter((word) => word !== '');
}
