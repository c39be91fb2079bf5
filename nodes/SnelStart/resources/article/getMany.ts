import { exactly, getMany as getManyOf } from '../../blocks/operations';
import { articleKind } from './kind';

/** Reads articles (artikelen) that fit every filter. */
export const getMany = getManyOf(articleKind, {
	description: 'Retrieve many articles with their revenue group',
	conditions: [
		['Changed On', 'ModifiedOn', 'date'],
		['Code', 'Artikelcode', 'text'],
		['Description', 'Omschrijving', 'text'],
		['Free Stock', 'VrijeVoorraad', 'number'],
		['Price', 'Verkoopprijs', 'number'],
		['Revenue Group ID', 'ArtikelOmzetgroep/Id', 'id'],
		['Stock', 'TechnischeVoorraad', 'number'],
	],
	changedSince: true,
	inactive: 'isNonActief',
	active: 'IsNonActief eq false',
	odataExample: 'e.g. VrijeVoorraad lt 0',
	filters: [
		{
			field: {
				displayName: 'Code',
				name: 'code',
				type: 'string',
				default: '',
				description: 'Only the article with exactly this code (artikelcode)',
			},
			filter: exactly('Artikelcode'),
		},
	],
});
