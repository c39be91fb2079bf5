import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	listOptions,
	listOptionsField,
	pagingFields,
	simplifyField,
	view,
	words,
} from '../blocks/fields';
import { momentQuery, overlapField } from '../blocks/moments';
import { inputError, reason } from '../../shared/codedError';
import type { Operation } from '../../shared/kit/resource';
import { chosenOrder, orderField } from '../order/order';
import { listAll } from '../transport';
import { refundsOf, shopRefunds, simplifiedRefund, withOrder } from './refund';

const scope: INodeProperties = {
	displayName: 'Refunds Of',
	name: 'scope',
	type: 'options',
	default: 'shop',
	options: [
		{ name: 'One Order', value: 'order' },
		{ name: 'Whole Shop', value: 'shop' },
	],
	description: 'Which refunds to read; each names its order in parent_id',
};

const filters: INodeProperties = {
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
			description: 'Only refunds made from this moment on, the overlap included',
		},
		{
			displayName: 'Created Before',
			name: 'createdBefore',
			type: 'dateTime',
			default: '',
			description: 'Only refunds made before this moment',
		},
		overlapField,
	],
};

/** Reads the refunds of one order or of the whole shop: the oldest first, the newest with a limit. */
export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many refunds',
	description: 'Read the refunds of one order or of the whole shop',
	fields: [
		scope,
		{ ...orderField, displayOptions: { show: { scope: ['order'] } } },
		{
			displayName: 'Expected Refund IDs',
			name: 'expectedIds',
			type: 'string',
			default: '',
			displayOptions: { show: { scope: ['order'] } },
			placeholder: 'e.g. 66, 67',
			description:
				'The IDs of the refunds that the order names, separated by commas or as a list; an answer without one of them is an error',
		},
		...pagingFields,
		filters,
		simplifyField,
		listOptionsField,
	],
	async execute(itemIndex) {
		const options = listOptions.call(this, itemIndex);
		const { query: fields, show } = view.call(this, simplifiedRefund, itemIndex);
		const chosen = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const query = {
			...momentQuery.call(this, chosen, itemIndex),
			...fields,
			orderby: 'id',
			order: options.limit === undefined ? 'asc' : 'desc',
		};
		if (this.getNodeParameter('scope', itemIndex) === 'shop') {
			return (await listAll.call(this, shopRefunds, query, options)).map(show);
		}
		const orderId = chosenOrder.call(this, itemIndex);
		const refunds = await listAll.call(this, refundsOf(orderId), query, options);
		refuseMissing.call(this, refunds, itemIndex);
		return refunds.map(withOrder(orderId)).map(show);
	},
};

/** @throws NodeOperationError `SHOP_REFUNDS_MISSING` */
function refuseMissing(this: IExecuteFunctions, refunds: IDataObject[], itemIndex: number): void {
	const given = new Set(refunds.map(({ id }) => String(id)));
	const missing = words(this.getNodeParameter('expectedIds', itemIndex, '')).filter(
		(id) => !given.has(id),
	);
	if (missing.length === 0) return;
	const why = reason('SHOP_REFUNDS_MISSING', { refunds: missing });
	throw inputError(this.getNode(), why, { itemIndex });
}
