import { listOptions, listOptionsField, pagingFields, simplifyField } from '../blocks/fields';
import type { Operation } from '../../shared/kit/resource';
import { listAll, listByIds } from '../transport';
import { orderFilters, orderSelection } from './filters';
import { orderView } from './ofVisitor';
import { orders } from './order';
import { joinedFields, withJoined } from './joined';

/** Reads the orders that pass the filters: the oldest change first when filtered on changes. */
export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many orders',
	description: 'Read orders by date, status or ID',
	fields: [...pagingFields, orderFilters, simplifyField, ...joinedFields, listOptionsField],
	async execute(itemIndex) {
		const options = listOptions.call(this, itemIndex);
		const { query: fields, show } = orderView.call(this, itemIndex);
		const { query: filters, ids, byChange } = orderSelection.call(this, itemIndex);

		// A changed order moves to the end when sorted by change, so a full reading is sorted by ID,
		// where orders keep their place between two pages.
		const orderby = byChange && options.limit !== undefined ? 'modified' : 'id';
		const query = { ...filters, ...fields, orderby, order: 'asc' };
		const found =
			ids === undefined
				? await listAll.call(this, orders, query, options)
				: (await listByIds.call(this, orders, ids, query, options)).slice(0, options.limit);
		if (byChange) found.sort((a, b) => order(a.date_modified_gmt, b.date_modified_gmt));
		const all = await withJoined.call(this, found, itemIndex);
		return all.map(show);
	},
};

function order(a: unknown, b: unknown): number {
	if (a === b) return 0;
	return String(a) < String(b) ? -1 : 1;
}
