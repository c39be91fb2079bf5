import { english } from '../blocks/english';
import { defineResource, getMany, getOne, type Kind } from '../blocks/operations';

const kind: Kind = {
	resource: 'country',
	singular: 'country',
	plural: 'countries',
	path: '/landen',
	simplify: english({ id: 'id', name: 'naam', code: 'landcode', code3: 'landcodeISO' }),
	id: {
		name: 'countryId',
		displayName: 'Country',
		description: 'The country (land)',
		search: 'searchCountries',
	},
};

/** Countries (landen), only read. */
export const country = defineResource(
	kind.resource,
	{
		get: getOne(kind),
		getMany: getMany(kind, {
			order: (a, b) => String(a.naam).localeCompare(String(b.naam), 'nl'),
		}),
	},
	'getMany',
);
