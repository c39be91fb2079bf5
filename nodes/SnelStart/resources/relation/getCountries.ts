import type { Operation } from '../../../shared/kit/resource';
import { findCardsById } from '../../booking/customers/findCards';
import { readCountryIds } from '../../booking/customers/findOrCreateCustomers';

/** Reads the countries of cards, many per call: SnelStart declares distance sales there (SS-420). */
export const getCountries: Operation = {
	name: 'Get Countries',
	action: 'Get the countries of relations',
	description: 'Read the country of the relation of every input item, many per call',
	fields: [
		{
			displayName: 'Relation ID',
			name: 'relationId',
			type: 'string',
			default: '={{ $json.relationId }}',
			required: true,
			description: 'The card (relatie); one that SnelStart does not have gives no item',
		},
	],
	async batch(items) {
		const wanted = items.map((_item, itemIndex) =>
			String(this.getNodeParameter('relationId', itemIndex, ''))
				.trim()
				.toLowerCase(),
		);
		const ids = [...new Set(wanted.filter(Boolean))];
		if (ids.length === 0) return [];
		const cards = await findCardsById.call(this, ids, await readCountryIds.call(this));
		const countries = new Map(cards.map(({ id, country }) => [id, country]));
		return wanted.flatMap((id, item) => {
			const country = countries.get(id);
			return country === undefined ? [] : [{ json: { id, country }, pairedItem: { item } }];
		});
	},
};
