import type { Spoken } from '../facts';
import { all, says, type Refusals } from './refusal';

interface Mail {
	documents: Spoken;
	missing: string;
	invalid: readonly string[];
	long: readonly string[];
}

/** The e-mail addresses of a relation, per kind of document that is sent to them. */
const mails: readonly Mail[] = [
	{
		documents: { en: 'reminders', nl: 'aanmaningen' },
		missing: 'REL-0029',
		invalid: ['REL-0030', 'REL-0031', 'REL-0068', 'REL-0070'],
		long: ['REL-0069', 'REL-0071'],
	},
	{
		documents: { en: 'invoices', nl: 'facturen' },
		missing: 'REL-0032',
		invalid: ['REL-0033', 'REL-0034', 'REL-0072', 'REL-0074'],
		long: ['REL-0073', 'REL-0075'],
	},
	{
		documents: { en: 'confirmations', nl: 'bevestigingen' },
		missing: 'REL-0038',
		invalid: ['REL-0039', 'REL-0040', 'REL-0076', 'REL-0078'],
		long: ['REL-0077', 'REL-0079'],
	},
	{
		documents: { en: 'quotes', nl: 'offertes' },
		missing: 'REL-0044',
		invalid: ['REL-0045', 'REL-0046', 'REL-0080', 'REL-0082'],
		long: ['REL-0081', 'REL-0083'],
	},
	{
		documents: { en: 'requests for quotes', nl: 'offerteaanvragen' },
		missing: 'REL-0089',
		invalid: ['REL-0090', 'REL-0091', 'REL-0093', 'REL-0094'],
		long: ['REL-0092', 'REL-0095'],
	},
	{
		documents: { en: 'purchase orders', nl: 'inkooporders' },
		missing: 'REL-0096',
		invalid: ['REL-0097', 'REL-0098', 'REL-0100', 'REL-0101'],
		long: ['REL-0099', 'REL-0102'],
	},
];

/** Addresses that are missing, not valid or too long. */
export const relationMailRefusals: Refusals = Object.assign(
	{},
	...mails.map(({ documents: { en, nl }, missing, invalid, long }) => ({
		...all(
			[missing],
			says(`The e-mail address for ${en} is missing`, `Het e-mailadres voor ${nl} ontbreekt`, {
				en: `Fill in the address, or switch off that ${en} are sent by e-mail`,
				nl: `Vul het adres in, of zet uit dat ${nl} per e-mail verstuurd worden`,
			}),
		),
		...all(
			invalid,
			says(`The e-mail address for ${en} is not valid`, `Het e-mailadres voor ${nl} is ongeldig`, {
				en: 'Write it like name@example.com; separate several addresses with a semicolon',
				nl: 'Schrijf het als naam@example.com; scheid meer adressen met een puntkomma',
			}),
		),
		...all(
			long,
			says(
				`The e-mail address for ${en} is longer than 250 characters`,
				`Het e-mailadres voor ${nl} is langer dan 250 tekens`,
				{ en: 'Use fewer addresses', nl: 'Gebruik minder adressen' },
			),
		),
	})),
) as Refusals;
