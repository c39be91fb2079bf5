import { chosenId, locator, simplifyField, view } from '../blocks/fields';
import type { Operation } from '../../shared/kit/resource';
import { chosenOrder, orderField } from '../order/order';
import { readPlace } from '../transport';
import { refundPlace, simplifiedRefund, withOrder } from './refund';

/** Reads one refund, with the order it belongs to in `parent_id`. */
export const get: Operation = {
	name: 'Get',
	action: 'Get a refund',
	description: 'Read one refund of an order',
	fields: [orderField, locator('refundId', 'Refund', 'searchRefunds'), simplifyField],
	async execute(itemIndex) {
		const orderId = chosenOrder.call(this, itemIndex);
		const id = chosenId.call(this, 'refundId', 'Refund', itemIndex);
		const { query, show } = view.call(this, simplifiedRefund, itemIndex);
		const refund = await readPlace.call(this, refundPlace(orderId, id), query);
		return [show(withOrder(orderId)(refund))];
	},
};
