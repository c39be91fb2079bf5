import { addressFields } from '../../blocks/addresses';
import {
	choice,
	choices,
	flag,
	longText,
	number,
	reference,
	text,
	type Field,
} from '../../blocks/field';

const kinds = [
	['Customer (Klant)', 'Klant'],
	['Supplier (Leverancier)', 'Leverancier'],
] as const;

export const name = text({
	path: 'naam',
	name: 'name',
	displayName: 'Name',
	description: 'Company or person, at most 50 characters',
});

/** A relation is made as one kind; SnelStart refuses both at once (REL-0065). */
export const kind: Field = {
	...choice(
		{
			path: 'relatiesoort',
			name: 'kind',
			displayName: 'Kind',
			description: 'Only a customer can be booked on in a sales entry',
		},
		kinds,
	),
	write: (value) => (typeof value === 'string' && value !== '' ? [value] : undefined),
};

/** Afterwards a relation may turn out to have both kinds, so all of them are set. */
const allKinds = choices(
	{
		path: 'relatiesoort',
		name: 'kinds',
		displayName: 'Kinds',
		description: 'SnelStart may refuse to change what a relation is',
	},
	kinds,
);

/** Codes below 1 are SnelStart's own: the administration itself and its unknown relations. */
export const code: Field = {
	...number({
		path: 'relatiecode',
		name: 'code',
		displayName: 'Relation Code',
		description: 'Each code only once, from 1 on; SnelStart gives the next one when left out',
	}),
	write: (value, refuse) => {
		if (value === undefined || value === null || value === '') return undefined;
		const wanted = Number(value);
		if (Number.isInteger(wanted) && wanted > 0) return wanted;
		return refuse('is not the code of a customer or supplier', 'Codes are whole numbers from 1 on');
	},
};

const vatNumber: Field = {
	...text({
		path: 'btwNummer',
		name: 'vatNumber',
		displayName: 'VAT Number',
		description: 'Spaces and dots are taken out',
	}),
	write: (value) => String(value ?? '').replace(/[^A-Za-z0-9]/g, '') || undefined,
};

/** Fields that may be added to a new relation. */
export const additional: Field[] = [
	...addressFields('vestigingsAdres', '', ''),
	...addressFields('correspondentieAdres', 'postal', 'Postal '),
	text({
		path: 'bic',
		name: 'bic',
		displayName: 'BIC',
		description: 'Of the bank that the IBAN belongs to',
	}),
	text({
		path: 'kvkNummer',
		name: 'chamberOfCommerceNumber',
		displayName: 'Chamber of Commerce Number (KvK)',
		description: 'Eight digits',
	}),
	number({
		path: 'kredietLimiet',
		name: 'creditLimit',
		displayName: 'Credit Limit',
		description: 'In euro, for customers only',
	}),
	text({
		path: 'email',
		name: 'email',
		displayName: 'E-Mail',
		placeholder: 'e.g. name@example.com',
		description: 'Separate several addresses with a semicolon',
	}),
	text({
		path: 'iban',
		name: 'iban',
		displayName: 'IBAN',
		description: 'Checked by SnelStart',
	}),
	number({
		path: 'factuurkorting',
		name: 'invoiceDiscount',
		displayName: 'Invoice Discount',
		description: 'Standard discount on invoices, for customers only',
	}),
	reference(
		{
			path: 'factuurRelatie',
			name: 'invoiceRelation',
			displayName: 'Invoice Relation',
			description: 'The customer who gets the invoices',
		},
		'searchRelations',
	),
	longText({ path: 'memo', name: 'memo', displayName: 'Memo', description: 'Free text' }),
	text({
		path: 'mobieleTelefoon',
		name: 'mobilePhone',
		displayName: 'Mobile Phone',
		description: 'At most 25 characters',
	}),
	number({
		path: 'krediettermijn',
		name: 'paymentTermDays',
		displayName: 'Payment Term (Days)',
		description: 'From -365 to 1000 days',
	}),
	text({
		path: 'telefoon',
		name: 'phone',
		displayName: 'Phone',
		description: 'At most 25 characters',
	}),
	choice(
		{
			path: 'aanmaningsoort',
			name: 'reminders',
			displayName: 'Reminders',
			description: 'Kind of payment reminders (aanmaningen), for customers only',
		},
		[
			['For a Business (Onderneming)', 'Onderneming'],
			['For a Consumer (Consument)', 'Consument'],
			['None (Nee)', 'Nee'],
		],
	),
	vatNumber,
	text({
		path: 'websiteUrl',
		name: 'website',
		displayName: 'Website',
		description: 'At most 100 characters',
	}),
];

const inactive = flag({
	path: 'nonactief',
	name: 'inactive',
	displayName: 'Inactive',
	description: 'Whether the relation is no longer in use',
});

export const create = { required: [name, kind], additional: [...additional, code] };
export const upsert = { required: [code, name, kind], additional };
export const update: Field[] = [...additional, name, allKinds, inactive, code];
