import type { IDataObject } from 'n8n-workflow';

import { inputError, reason, toldOther } from '../../shared/codedError';
import { simplifyField } from '../blocks/fields';
import { refusedItem, tryItem } from '../../shared/kit/batch';
import type { Operation } from '../../shared/kit/resource';
import { listByIds } from '../transport';
import { orderView } from './ofVisitor';
import { chosenOrder, orderField, orders } from './order';
import { joinedFields, withJoined } from './joined';

/** Reads the order of every input item, a hundred orders per request. */
export const getBatch: Operation = {
	name: 'Get Batch',
	action: 'Get the orders of all items',
	description: 'Read the order of every input item, a hundred per request, also from the trash',
	fields: [orderField, simplifyField, ...joinedFields],
	async batch(items) {
		const wanted = items.map((_, itemIndex) =>
			tryItem(this, itemIndex, () => chosenOrder.call(this, itemIndex)),
		);
		const ids = wanted.flatMap((result) => ('value' in result ? [result.value] : []));
		const { query, show } = orderView.call(this, 0);
		const byId = new Map<string, IDataObject>();
		// `any` leaves out the trash, also as `any,trash` (WC-306).
		for (const status of ['any', 'trash']) {
			const missing = ids.filter((id) => !byId.has(id));
			const found = await listByIds.call(this, orders, missing, { ...query, status });
			const whole = await withJoined.call(this, found, 0);
			for (const order of whole) byId.set(String(order.id), order);
		}
		return wanted.map((result, item) => {
			if ('failed' in result) return result.failed;
			const order = byId.get(result.value);
			if (order !== undefined) return { json: show(order), pairedItem: { item } };
			const why = reason('SHOP_HAS_NOT', { case: 'orderId', id: result.value });
			const missing = inputError(
				this.getNode(),
				toldOther('woocommerce_rest_shop_order_invalid_id', why),
				{ itemIndex: item },
			);
			return refusedItem.call(this, missing, item);
		});
	},
};
