import { answerAll, answerOData, answerOne } from '../answers';
import { rowsOf } from '../collection';
import { relationFields } from '../customFields';
import { notFound } from '../errors';
import { guidFor } from '../identity';
import { idIn } from '../moneyEntryLines';
import { entities } from '../odata';
import { createRelation, deleteRelation, replaceRelation } from '../relations';
import type { Resource } from '../routing';
import { renderEntry } from '../salesEntries';

/** The collective customer has one mandate for repeated direct debit; nobody else has any. */
const mandatesOf = (id: string): object[] =>
	id === guidFor('relatie', 1000)
		? [
				{
					id: guidFor('machtiging', 1),
					uri: `/doorlopendeincassomachtigingen/${guidFor('machtiging', 1)}`,
					kenmerk: 'M-0001',
					afsluitDatum: '2026-01-05T00:00:00',
					omschrijving: 'Doorlopende machtiging',
					klant: { id, uri: `/relaties/${id}` },
					intrekkingsDatum: null,
				},
			]
		: [];

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
		{
			method: 'GET',
			path: 'relaties/:id/inkoopboekingen',
			scopes: ['relaties:read', 'boekhouden:read'],
			answer: ({ id }, books) =>
				answerAll(
					rowsOf(books, 'inkoopboekingen').filter(({ leverancier }) => idIn(leverancier) === id),
				),
		},
		{
			method: 'GET',
			path: 'relaties/:id/doorlopendeincassomachtigingen',
			scopes: ['relaties:read'],
			answer: ({ id }, { ledger }) =>
				ledger.relations.some((one) => one.id === id) ? answerAll(mandatesOf(id)) : notFound(),
		},
		{
			method: 'GET',
			path: 'relaties/:id/customFields',
			scopes: ['relaties:read'],
			answer: ({ id }, { ledger }) => relationFields(ledger, id),
		},
		{
			method: 'PUT',
			path: 'relaties/:id/customFields',
			scopes: ['relaties:write'],
			answer: ({ id, json }, { ledger }) => relationFields(ledger, id, { json }),
		},
	],
};
