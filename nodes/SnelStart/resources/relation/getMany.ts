import { orFilters, textLiteral } from '../../../shared/snelStart/odata';
import { getMany as getManyOf } from '../../blocks/operations';
import { relationKind } from './kind';

/** Reads relations (relaties) that fit every filter. */
export const getMany = getManyOf(relationKind, {
	description: 'Retrieve many customers and suppliers',
	conditions: [
		['BIC', 'Bic', 'text'],
		['Changed On', 'ModifiedOn', 'date'],
		['Chamber of Commerce Number (KvK)', 'KvkNummer', 'text'],
		['City', 'VestigingsAdres/Plaats', 'text'],
		['Country ID', 'VestigingsAdres/Land/Id', 'id'],
		['Credit Limit', 'KredietLimiet', 'number'],
		['E-Mail', 'Email', 'text'],
		['IBAN', 'Iban', 'text'],
		['Inactive', 'Nonactief', 'flag'],
		['Name', 'Naam', 'text'],
		['Phone', 'Telefoon', 'text'],
		['Postcode', 'VestigingsAdres/Postcode', 'text'],
		['Relation Code', 'Relatiecode', 'number'],
		['VAT Number', 'BtwNummer', 'text'],
	],
	changedSince: true,
	filters: [
		{
			field: {
				displayName: 'E-Mail',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. name@example.com',
				default: '',
				description: 'Only relations with exactly this e-mail address',
			},
			filter: (value) => {
				const email = String(value);
				const spellings = email ? [email, email.toLowerCase()] : [];
				return orFilters('Email', spellings.map(textLiteral))[0];
			},
		},
		{
			field: {
				displayName: 'Name Contains',
				name: 'name',
				type: 'string',
				default: '',
				description: 'Only relations with this text in their name',
			},
			filter: (value) =>
				value === '' ? undefined : `substringof(${textLiteral(String(value))}, Naam) eq true`,
		},
	],
});
