import { answerAll, answerOData, answerOne } from '../answers';
import { entities } from '../odata';
import { createRelation, deleteRelation, replaceRelation } from '../relations';
import type { Resource } from '../routing';
import { renderEntry } from '../salesEntries';

/** Customers and suppliers (relaties). */
export const relations: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'relaties',
			scopes: ['relaties:read'],
			answer: (request, books) =>
				answerOData(books.ledger.relations, request, entities.relaties, books),
		},
		{
			method: 'POST',
			path: 'relaties',
			scopes: ['relaties:write'],
			answer: ({ body }, { ledger, switches, modifiedOn }) =>
				createRelation(body, ledger, switches, modifiedOn),
		},
		{
			method: 'GET',
			path: 'relaties/:id',
			scopes: ['relaties:read'],
			answer: (request, { ledger }) => answerOne(ledger.relations, request),
		},
		{
			method: 'PUT',
			path: 'relaties/:id',
			scopes: ['relaties:write'],
			answer: ({ id, body }, { ledger, switches, modifiedOn }) =>
				replaceRelation(id, body, ledger, switches, modifiedOn),
		},
		{
			method: 'DELETE',
			path: 'relaties/:id',
			scopes: ['relaties:write'],
			answer: ({ id }, { ledger }) => deleteRelation(id, ledger),
		},
		{
			method: 'GET',
			path: 'relaties/:id/verkoopboekingen',
			scopes: ['relaties:read', 'boekhouden:read'],
			answer: ({ id }, { ledger }) =>
				answerAll(ledger.salesEntries.map(renderEntry).filter((entry) => entry.klant.id === id)),
		},
	],
};
