import { answerOData, answerOne } from '../answers';
import { createArticle, deleteArticle, renderArticle, replaceArticle } from '../articles';
import { articleFields } from '../customFields';
import type { Ledger } from '../ledger';
import { entities } from '../odata';
import type { Resource } from '../routing';

const all = (ledger: Ledger) => ledger.articles.map((one) => renderArticle(one, ledger));

/** Articles (artikelen). */
export const articles: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'artikelen',
			scopes: ['artikelen:read'],
			answer: (request, books) =>
				answerOData(all(books.ledger), request, entities.artikelen, books),
		},
		{
			method: 'POST',
			path: 'artikelen',
			scopes: ['artikelen:write'],
			answer: ({ body }, { ledger, switches, modifiedOn }) =>
				createArticle(body, ledger, switches, modifiedOn),
		},
		{
			method: 'GET',
			path: 'artikelen/:id',
			scopes: ['artikelen:read'],
			answer: (request, { ledger }) => answerOne(all(ledger), request),
		},
		{
			method: 'PUT',
			path: 'artikelen/:id',
			scopes: ['artikelen:write'],
			answer: ({ id, body }, { ledger, switches, modifiedOn }) =>
				replaceArticle(id, body, ledger, switches, modifiedOn),
		},
		{
			method: 'DELETE',
			path: 'artikelen/:id',
			scopes: ['artikelen:write'],
			answer: ({ id }, { ledger }) => deleteArticle(id, ledger),
		},
		{
			method: 'GET',
			path: 'artikelen/:id/customFields',
			scopes: ['artikelen:read'],
			answer: ({ id }, { ledger }) => articleFields(ledger, id),
		},
		{
			method: 'PUT',
			path: 'artikelen/:id/customFields',
			scopes: ['artikelen:write'],
			answer: ({ id, json }, { ledger }) => articleFields(ledger, id, { json }),
		},
	],
};
