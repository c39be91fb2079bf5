import { answerOData, answerOne } from '../answers';
import { entities } from '../odata';
import type { Books, Resource } from '../routing';
import {
	createSalesOrder,
	deleteSalesOrder,
	renderSalesOrder,
	replaceSalesOrder,
} from '../salesOrders';

const quotesIn = ({ ledger, switches }: Books) =>
	ledger.quotes.map((quote) => ({
		...renderSalesOrder(quote, ledger, switches),
		uri: `/offertes/${quote.id}`,
		isOfferte: true,
	}));

/** Quotes (offertes). */
export const quotes: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'offertes',
			scopes: ['orders:read'],
			answer: (request, books) =>
				answerOData(quotesIn(books), request, entities.verkooporders, books),
		},
		{
			method: 'POST',
			path: 'offertes',
			scopes: ['orders:write'],
			answer: ({ body }, { ledger, switches, modifiedOn }) =>
				createSalesOrder(body, ledger, switches, modifiedOn, 'quotes'),
		},
		{
			method: 'GET',
			path: 'offertes/:id',
			scopes: ['orders:read'],
			answer: (request, books) => answerOne(quotesIn(books), request),
		},
		{
			method: 'PUT',
			path: 'offertes/:id',
			scopes: ['orders:write'],
			answer: ({ id, body }, { ledger, switches, modifiedOn }) =>
				replaceSalesOrder(id, body, ledger, switches, modifiedOn, 'quotes'),
		},
		{
			method: 'DELETE',
			path: 'offertes/:id',
			scopes: ['orders:write'],
			answer: ({ id }, { ledger }) => deleteSalesOrder(id, ledger, 'quotes'),
		},
	],
};
