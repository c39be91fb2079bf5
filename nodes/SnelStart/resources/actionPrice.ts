import type { Resource } from '../../shared/kit/resource';
import { dayOf, english, rowsIn } from '../blocks/english';
import { getMany, type Kind } from '../blocks/operations';

const kind: Kind = {
	singular: 'action price',
	plural: 'action prices',
	path: '/actieprijzen',
	simplify: english({
		description: 'omschrijving',
		startDate: dayOf('startdatum'),
		endDate: dayOf('einddatum'),
		status: 'status',
		articles: rowsIn(
			'artikelPrijzen',
			english({
				articleCode: 'artikelcode',
				description: 'artikelOmschrijving',
				kind: 'prijsIngave',
				prices: rowsIn(
					'prijzen',
					english({
						fromQuantity: 'vanaf',
						discountPercentage: 'korting',
						price: 'verkoopprijs',
						basePrice: 'basisprijs',
					}),
				),
			}),
		),
	}),
	id: { name: 'actionPriceId', displayName: 'Action Price', description: 'The action price' },
};

/** Prices for a limited time (actieprijzen), only read. */
export const actionPrice: Resource = {
	name: 'Action Price (Actieprijs)',
	operations: {
		getMany: getMany(kind, {
			conditions: [
				['Description', 'Omschrijving', 'text'],
				['End Date', 'Einddatum', 'date'],
				['Start Date', 'Startdatum', 'date'],
				['Status', 'Status', 'text'],
			],
		}),
	},
	start: 'getMany',
};
