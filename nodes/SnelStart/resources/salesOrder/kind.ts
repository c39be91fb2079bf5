import type { Kind } from '../../blocks/operations';
import { simplifySalesOrder } from './simplify';

export const salesOrderKind: Kind = {
	singular: 'sales order',
	plural: 'sales orders',
	path: '/verkooporders',
	simplify: simplifySalesOrder,
	id: {
		name: 'salesOrderId',
		displayName: 'Sales Order ID',
		description: "The 'salesOrderId' that Book returns",
	},
};
