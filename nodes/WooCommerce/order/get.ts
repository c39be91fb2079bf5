import { simplifyField } from '../blocks/fields';
import type { Operation } from '../../shared/kit/resource';
import { readPlace } from '../transport';
import { orderView } from './ofVisitor';
import { chosenOrder, orderField, orderPlace } from './order';
import { joinedFields, withJoined } from './joined';

/** Reads one order, also one in the trash. */
export const get: Operation = {
	name: 'Get',
	action: 'Get an order',
	description: 'Read one order by its ID',
	fields: [orderField, simplifyField, ...joinedFields],
	async execute(itemIndex) {
		const id = chosenOrder.call(this, itemIndex);
		const { query, show } = orderView.call(this, itemIndex);
		const order = await readPlace.call(this, orderPlace(id), query);
		return (await withJoined.call(this, [order], itemIndex)).map(show);
	},
};
