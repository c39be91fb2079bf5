import type { IDataObject } from 'n8n-workflow';

import type { Resource } from '../../shared/kit/resource';
import { allOf, dateTimeLiteral, guidLiteral } from '../../shared/snelStart/odata';
import { getAll } from '../../shared/snelStart/paging';
import { dayOf, english, idIn, rowsIn } from '../blocks/english';
import { day, number, readFields, reference } from '../blocks/field';
import { getMany, shown, type Kind } from '../blocks/operations';
import { listFields, simplifyField } from '../fields';
import { readLimit } from '../../shared/listFields';

const kind: Kind = {
	singular: 'price agreement',
	plural: 'price agreements',
	path: '/artikelen/prijsafspraken',
	simplify: english({
		articleCode: 'artikelCode',
		description: 'artikelOmschrijving',
		basePrice: 'basisprijs',
		agreements: rowsIn(
			'klantAfspraken',
			english({
				relationId: 'relatiePublicIdentifier',
				relationCode: 'relatieCode',
				relationName: 'relatieNaam',
				startDate: dayOf('startdatum'),
				endDate: dayOf('einddatum'),
				status: 'status',
				prices: rowsIn(
					'prijsAfspraken',
					english({ fromQuantity: 'vanaf', discountPercentage: 'korting', price: 'verkoopprijs' }),
				),
			}),
		),
	}),
	id: { name: 'priceAgreementId', displayName: 'Price Agreement', description: 'The agreement' },
};

const price: Pick<Kind, 'simplify'> = {
	simplify: english({
		articleId: idIn('artikel'),
		relationId: idIn('relatie'),
		date: dayOf('datum'),
		quantity: 'aantal',
		discountPercentage: 'korting',
		price: 'verkoopprijs',
		basePrice: 'basisprijs',
		validFrom: dayOf('datumVanaf'),
		validTo: dayOf('datumTotEnMet'),
		decidedBy: 'prijsBepalingSoort',
	}),
};

const article = reference(
	{
		path: 'article',
		name: 'articleId',
		displayName: 'Article',
		description: 'The article (artikel) whose price is asked for',
	},
	'searchArticles',
);
const circumstances = [
	day({ path: 'date', name: 'date', displayName: 'Date', description: 'The day of the sale' }),
	number({
		path: 'quantity',
		name: 'quantity',
		displayName: 'Quantity',
		default: 1,
		description: 'How many are sold',
	}),
	reference(
		{ path: 'relation', name: 'relationId', displayName: 'Relation', description: 'The customer' },
		'searchRelations',
	),
];

/** What customers pay for articles (prijsafspraken), only read. */
export const priceAgreement: Resource = {
	name: 'Price Agreement (Prijsafspraak)',
	operations: {
		getMany: getMany(kind, { conditions: [['Article Code', 'ArtikelCode', 'text']] }),
		getPrices: {
			name: 'Get Prices',
			action: 'Get prices of an article',
			description: 'Retrieve what an article costs for a customer, a quantity and a day',
			fields: [
				{ ...article.property, required: true },
				...listFields,
				simplifyField,
				{
					displayName: 'Filters',
					name: 'filters',
					type: 'collection',
					placeholder: 'Add Filter',
					default: {},
					options: circumstances.map(({ property }) => property),
				},
			],
			async execute(itemIndex) {
				const asked = readFields.call(this, itemIndex, [article], circumstances, 'filters');
				const { date, quantity } = asked;
				const id = (name: string) => String((asked[name] as IDataObject | undefined)?.id ?? '');
				const filter = allOf([
					`Artikel/Id eq ${guidLiteral(id('article'))}`,
					id('relation') && `Relatie/Id eq ${guidLiteral(id('relation'))}`,
					quantity === undefined ? undefined : `Aantal eq ${String(quantity)}`,
					date === undefined ? undefined : `Datum eq ${dateTimeLiteral(String(date))}`,
				]);
				const limit = readLimit.call(this, itemIndex);
				const rows = await getAll.call(this, '/prijsafspraken', { filter, limit });
				return rows.map((row) => shown.call(this, price, row, itemIndex));
			},
		},
	},
	start: 'getMany',
};
