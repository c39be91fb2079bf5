import { answerOData } from '../answers';
import { renderArticle } from '../articles';
import { typeNameOf } from '../collection';
import { badQuery } from '../errors';
import { odataShape } from '../model';
import type { Resource } from '../routing';

const entity = (name: string, pageSize = 500) => ({
	typeName: typeNameOf(name),
	shape: odataShape(name),
	pageSize,
});
const agreement = entity('PrijsafspraakModel');
const articleAgreement = entity('ArtikelPrijsAfsprakenModel', 25);
const actionPrice = entity('ActieprijzenModel');

/** The one promotion of the administration; it names articles by code, which may not exist. */
const promotions = [
	{
		omschrijving: 'Voorjaarsactie',
		startdatum: '2026-03-01T00:00:00',
		einddatum: '2026-03-31T00:00:00',
		status: 'Verlopen',
		artikelPrijzen: [
			{
				artikelcode: 'KAARS',
				artikelOmschrijving: 'Kaars',
				prijsIngave: 'Bedrag',
				prijzen: [{ vanaf: 1, korting: 0, verkoopprijs: 7.5, basisprijs: 10 }],
			},
		],
	},
];

const literal = (filter: string, property: string, pattern: string): string | undefined =>
	new RegExp(`${property} eq ${pattern}`).exec(filter)?.[1];

/** Prices: no customer has an agreement of its own, so every price is the article's. */
export const prices: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'actieprijzen',
			scopes: ['settings:read'],
			answer: (request, books) => answerOData(promotions, request, actionPrice, books),
		},
		{
			method: 'GET',
			path: 'artikelen/prijsafspraken',
			scopes: ['artikelen:read'],
			answer: (request, books) =>
				answerOData(
					books.ledger.articles
						.map((one) => renderArticle(one, books.ledger))
						.map((article) => ({
							artikelCode: article.artikelcode,
							artikelOmschrijving: article.omschrijving,
							basisprijs: article.verkoopprijs,
							klantAfspraken: [],
						})),
					request,
					articleAgreement,
					books,
				),
		},
		{
			method: 'GET',
			path: 'prijsafspraken',
			scopes: ['relaties:read'],
			answer: (request, books) => {
				const filter = request.call.query.get('$filter') ?? '';
				const guid = "\\(?guid'([0-9a-fA-F-]{36})'\\)?";
				const articleId = literal(filter, 'Artikel/Id', guid)?.toLowerCase();
				if (articleId === undefined) return badQuery('Artikel/Id is verplicht');
				const relationId = literal(filter, 'Relatie/Id', guid)?.toLowerCase();
				const quantity = Number(literal(filter, 'Aantal', '(\\d+(?:\\.\\d+)?)') ?? 1);
				const day = literal(filter, 'Datum', "datetime'(\\d{4}-\\d{2}-\\d{2})");
				const rows = books.ledger.articles
					.filter(({ id }) => id === articleId)
					.map((one) => renderArticle(one, books.ledger))
					.map((article) => ({
						relatie: relationId ? { id: relationId, uri: `/relaties/${relationId}` } : null,
						artikel: { id: article.id, uri: article.uri },
						datum: `${day ?? books.modifiedOn.slice(0, 10)}T00:00:00`,
						aantal: quantity,
						korting: 0,
						verkoopprijs: article.verkoopprijs,
						basisprijs: article.verkoopprijs,
						datumVanaf: '1900-01-01T00:00:00',
						datumTotEnMet: '2400-12-31T00:00:00',
						prijsBepalingSoort: 'NormaleVerkoopprijs',
					}));
				return answerOData(rows, request, agreement, books);
			},
		},
	],
};
