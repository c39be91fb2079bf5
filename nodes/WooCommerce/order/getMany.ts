import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { listOrders, withoutDoubles } from '../transport';
import { orderFilters, orderSelection } from './filters';
import { simplifiedFields, simplifyOrder } from './simplify';

const show = { resource: ['order'], operation: ['getMany'] };
const LARGEST_PAGE = 100;

export const getManyDescription: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...show, returnAll: [false] } },
	},
	{ ...orderFilters, displayOptions: { show } },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: LARGEST_PAGE,
				description: 'How many orders to ask for at a time, 100 at most. Lower it for a slow shop.',
			},
		],
	},
];

/** Reads the orders that pass the filters: the oldest change first when filtered on changes. */
export async function getMany(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const returnAll = this.getNodeParameter('returnAll', itemIndex) as boolean;
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	const limit = returnAll ? undefined : (this.getNodeParameter('limit', itemIndex) as number);
	const { pageSize } = this.getNodeParameter('options', itemIndex, {}) as { pageSize?: number };
	const { query, ids, byChange } = orderSelection.call(this, itemIndex);

	// A changed order moves to the end when sorted by change, so a full reading is sorted by ID,
	// where orders keep their place between two pages.
	query.orderby = byChange && !returnAll ? 'modified' : 'id';
	query.order = 'asc';
	if (simplify) query._fields = simplifiedFields.join(',');

	const found: IDataObject[] = [];
	for (const include of inParts(ids, LARGEST_PAGE)) {
		if (include.length > 0) query.include = include.join(',');
		const options = { pageSize: sizeWithin(pageSize ?? LARGEST_PAGE), limit };
		found.push(...(await listOrders.call(this, { ...query }, options)));
	}
	const orders = withoutDoubles(found).slice(0, limit);
	if (byChange) orders.sort((a, b) => order(a.date_modified_gmt, b.date_modified_gmt));
	return simplify ? orders.map(simplifyOrder) : orders;
}

/** Readings to do: one without `include` when no orders are named. */
function inParts(ids: readonly string[] | undefined, size: number): string[][] {
	if (ids === undefined) return [[]];
	const parts: string[][] = [];
	for (let start = 0; start < ids.length; start += size) parts.push(ids.slice(start, start + size));
	return parts;
}

function sizeWithin(pageSize: number): number {
	return Math.min(LARGEST_PAGE, Math.max(1, Math.floor(pageSize)));
}

function order(a: unknown, b: unknown): number {
	if (a === b) return 0;
	return String(a) < String(b) ? -1 : 1;
}
