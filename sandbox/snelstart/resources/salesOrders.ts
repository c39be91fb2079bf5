import { answerOData, answerOne } from '../answers';
import { entities } from '../odata';
import type { Books, Resource } from '../routing';
import {
	createSalesOrder,
	deleteSalesOrder,
	renderSalesOrder,
	replaceSalesOrder,
	setStatus,
} from '../salesOrders';

const orders = ({ ledger, switches }: Books) =>
	ledger.salesOrders.map((order) => renderSalesOrder(order, ledger, switches));

/** Sales orders (verkooporders). */
export const salesOrders: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'verkooporders',
			scopes: ['orders:read'],
			answer: (request, books) =>
				answerOData(orders(books), request, entities.verkooporders, books),
		},
		{
			method: 'POST',
			path: 'verkooporders',
			scopes: ['orders:write'],
			answer: ({ body }, { ledger, switches, modifiedOn }) =>
				createSalesOrder(body, ledger, switches, modifiedOn),
		},
		{
			method: 'GET',
			path: 'verkooporders/:id',
			scopes: ['orders:read'],
			answer: (request, books) => answerOne(orders(books), request),
		},
		{
			method: 'PUT',
			path: 'verkooporders/:id',
			scopes: ['orders:write'],
			answer: ({ id, body }, { ledger, switches, modifiedOn }) =>
				replaceSalesOrder(id, body, ledger, switches, modifiedOn),
		},
		{
			method: 'DELETE',
			path: 'verkooporders/:id',
			scopes: ['orders:write'],
			answer: ({ id }, { ledger, switches }) =>
				deleteSalesOrder(id, ledger, 'salesOrders', switches.orderDelete),
		},
		{
			method: 'PUT',
			path: 'verkooporders/:id/ProcesStatus',
			scopes: ['orders:write'],
			answer: ({ id, body }, { ledger, modifiedOn }) => setStatus(id, body, ledger, modifiedOn),
		},
	],
};
