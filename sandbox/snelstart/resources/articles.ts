import { answerOData, answerOne } from '../answers';
import { createArticle, renderArticle } from '../articles';
import { entities } from '../odata';
import type { Resource } from '../routing';

/** Items (artikelen). */
export const articles: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'artikelen',
			scopes: ['artikelen:read'],
			answer: (request, books) =>
				answerOData(books.ledger.articles.map(renderArticle), request, entities.artikelen, books),
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
			answer: (request, { ledger }) => answerOne(ledger.articles.map(renderArticle), request),
		},
	],
};
