import { simplifyField, view } from '../blocks/fields';
import type { Operation } from '../../shared/kit/resource';
import { readPlace } from '../transport';
import { chosenOrder, orderField, orderPlace, simplifiedOrder } from './order';

/** Reads one order, also one in the trash. */
export const get: Operation = {
	name: 'Get',
	action: 'Get an order',
	description: 'Read one order by its ID',
	fields: [orderField, simplifyField],
	async execute(itemIndex) {
		const id = chosenOrder.call(this, itemIndex);
		const { query, show } = view.call(this, simplifiedOrder, itemIndex);
		return [show(await readPlace.call(this, orderPlace(id), query))];
	},
};
