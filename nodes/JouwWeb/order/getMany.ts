import type { Operation } from '../../shared/kit/resource';
import { listFields, readLimit, simplifyField } from '../../shared/listFields';
import { connectionIn } from '../connection';
import { websiteId, websiteParameter } from '../website/parameter';
import { orderFilters, wantedOrders } from './filters';
import { firstOrders, readAllOrders } from './read';
import { simplifyOrder } from './simplify';

/** Reads the orders of a website that pass the filters, in the order JouwWeb lists them. */
export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many orders',
	description: 'Read orders by date or status',
	fields: [websiteParameter, ...listFields, orderFilters, simplifyField],
	async execute(itemIndex) {
		const limit = readLimit.call(this, itemIndex);
		const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
		const connection = await connectionIn.call(this, itemIndex);
		const website = websiteId.call(this, itemIndex);
		const wanted = wantedOrders.call(this, itemIndex);

		const orders =
			limit === undefined
				? await readAllOrders.call(this, connection, website, wanted)
				: await firstOrders.call(this, connection, website, wanted, limit);
		return simplify ? orders.map(simplifyOrder) : orders;
	},
};
