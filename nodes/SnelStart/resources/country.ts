import type { Resource } from '../../shared/kit/resource';
import { english } from '../blocks/english';
import { getMany, getOne, type Kind } from '../blocks/operations';

const kind: Kind = {
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
export const country: Resource = {
	name: 'Country (Land)',
	operations: {
		get: getOne(kind),
		getMany: getMany(kind, {
			order: (a, b) => String(a.naam).localeCompare(String(b.naam), 'nl'),
		}),
	},
	start: 'getMany',
};
