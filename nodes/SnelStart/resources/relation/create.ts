import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { dataOf, request } from '../../../shared/snelStart/transport';
import { shownFor, simplifyField } from '../../fields';
import { simplifyRelation } from '../../simplify';

export const description = shownFor({ resource: 'relation', operations: ['create'] }, [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		description: 'Company or person, at most 50 characters',
	},
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		options: [
			{ name: 'Customer (Klant)', value: 'Klant' },
			{ name: 'Supplier (Leverancier)', value: 'Leverancier' },
		],
		default: 'Klant',
		description: 'Only a customer can be booked on in a sales entry',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Chamber of Commerce Number (KvK)',
				name: 'chamberOfCommerceNumber',
				type: 'string',
				default: '',
			},
			{ displayName: 'City', name: 'city', type: 'string', default: '' },
			{ displayName: 'Contact Person', name: 'contact', type: 'string', default: '' },
			{
				displayName: 'Country Name or ID',
				name: 'countryId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getCountries' },
				default: '',
				description:
					'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			},
			{
				displayName: 'E-Mail',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. name@example.com',
				default: '',
			},
			{ displayName: 'Phone', name: 'phone', type: 'string', default: '' },
			{ displayName: 'Postcode', name: 'postcode', type: 'string', default: '' },
			{
				displayName: 'Street',
				name: 'street',
				type: 'string',
				default: '',
				description: 'With the house number',
			},
			{ displayName: 'VAT Number', name: 'vatNumber', type: 'string', default: '' },
		],
	},
	simplifyField,
]);

/**
 * Adds a relation (relatie). SnelStart completes the address only as a whole: street, postcode,
 * city and country. Never sent twice: without an answer the operation stops.
 */
export async function execute(this: IExecuteFunctions, itemIndex: number): Promise<IDataObject[]> {
	const more = this.getNodeParameter('additionalFields', itemIndex, {}) as Record<string, string>;
	const address = {
		...(more.contact && { contactpersoon: more.contact }),
		...(more.street && { straat: more.street }),
		...(more.postcode && { postcode: more.postcode }),
		...(more.city && { plaats: more.city }),
		...(more.countryId && { land: { id: more.countryId } }),
	};
	const body = {
		naam: this.getNodeParameter('name', itemIndex) as string,
		relatiesoort: [this.getNodeParameter('kind', itemIndex) as string],
		...(more.email && { email: more.email }),
		...(more.phone && { telefoon: more.phone }),
		...(more.vatNumber && { btwNummer: more.vatNumber.replace(/[^A-Za-z0-9]/g, '') }),
		...(more.chamberOfCommerceNumber && { kvkNummer: more.chamberOfCommerceNumber }),
		...(Object.keys(address).length > 0 && { vestigingsAdres: address }),
	};
	const result = await request.call(this, { method: 'POST', path: '/relaties', body });
	const relation = dataOf.call(this, result) as IDataObject;
	const simplify = this.getNodeParameter('simplify', itemIndex) as boolean;
	return [simplify ? simplifyRelation(relation) : relation];
}
