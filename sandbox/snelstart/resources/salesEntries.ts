import { answerOne } from '../answers';
import type { Resource } from '../routing';
import {
	createSalesEntry,
	deleteSalesEntry,
	renderEntry,
	replaceSalesEntry,
} from '../salesEntries';

/** Sales entries (verkoopboekingen); there is no list of them (SS-209). */
export const salesEntries: Resource = {
	routes: [
		{
			method: 'POST',
			path: 'verkoopboekingen',
			scopes: ['boekhouden:write'],
			answer: ({ body }, { ledger, switches, ...clock }) =>
				createSalesEntry(body, ledger, switches, clock),
		},
		{
			method: 'GET',
			path: 'verkoopboekingen/:id',
			scopes: ['boekhouden:read'],
			answer: (request, { ledger }) => answerOne(ledger.salesEntries.map(renderEntry), request),
		},
		{
			method: 'PUT',
			path: 'verkoopboekingen/:id',
			scopes: ['boekhouden:write'],
			answer: ({ id, body }, { ledger, switches, ...clock }) =>
				replaceSalesEntry(id, body, ledger, switches, clock),
		},
		{
			method: 'DELETE',
			path: 'verkoopboekingen/:id',
			scopes: ['boekhouden:write'],
			answer: ({ id }, { ledger }) => deleteSalesEntry(id, ledger),
		},
	],
};
