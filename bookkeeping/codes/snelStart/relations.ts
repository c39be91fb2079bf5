import { relationMailRefusals } from './relationMails';
import { all, numbered, says, type Refusals } from './refusal';
import { tips } from './tips';

const street = says(
	'The street is longer than 50 characters',
	'De straat is langer dan 50 tekens',
	tips.address,
);
const postcode = says(
	'The postcode is longer than 25 characters',
	'De postcode is langer dan 25 tekens',
	tips.address,
);
const city = says(
	'The city is longer than 50 characters',
	'De plaats is langer dan 50 tekens',
	tips.address,
);
const contact = says(
	'The contact person is longer than 50 characters',
	'De contactpersoon is langer dan 50 tekens',
	tips.address,
);
const country = says(
	'The country of the address does not exist',
	'Het land van het adres bestaat niet',
	tips.address,
);

/** An address, on a relation or on a sales order. */
export const addressRefusals = { street, postcode, city, contact, country };

/** Relations (relaties). */
export const relationRefusals: Refusals = {
	'REL-0001': says('The relation has no kind', 'De relatie heeft geen soort', tips.report),
	...all(
		['REL-0002', 'REL-0004', 'REL-0016', 'REL-0062'],
		says(
			'Reminders, discount, direct debit and credit limit are for customers only',
			'Aanmaningen, korting, incasso en kredietlimiet zijn er alleen voor klanten',
			{
				en: 'Leave the field out, or make the relation a customer',
				nl: 'Laat het veld weg, of maak van de relatie een klant',
			},
		),
	),
	'REL-0003': says(
		'The payment term must be from -365 to 1000 days',
		'De betalingstermijn moet van -365 tot en met 1000 dagen zijn',
		tips.again,
	),
	'REL-0005': says('The relation does not exist', 'De relatie bestaat niet', {
		en: 'It was probably deleted: choose another one',
		nl: 'Ze is waarschijnlijk verwijderd: kies een andere',
	}),
	'REL-0006': says(
		'The Chamber of Commerce number (KvK) is not valid',
		'Het KvK-nummer is ongeldig',
		tips.customer,
	),
	'REL-0007': says('The relation has no name', 'De relatie heeft geen naam', tips.customer),
	'REL-0008': says('The relation code is already in use', 'De relatiecode is al in gebruik', {
		en: 'Choose another code, or leave it out',
		nl: 'Kies een andere code, of laat haar weg',
	}),
	'REL-0009': says(
		'Payments by bank or direct debit need an IBAN',
		'Voor betalen per bank of incasso is een IBAN nodig',
		{ en: 'Fill in the IBAN on the relation', nl: 'Vul de IBAN in bij de relatie' },
	),
	'REL-0010': says('The BIC is not valid', 'De BIC is ongeldig', tips.again),
	'REL-0011': says('The IBAN is not valid', 'De IBAN is ongeldig', tips.again),
	'REL-0012': says(
		'The mobile phone number is too long',
		'Het mobiele nummer is te lang',
		tips.customer,
	),
	'REL-0013': says('The phone number is too long', 'Het telefoonnummer is te lang', tips.customer),
	'REL-0014': says(
		'Payments by bank are for suppliers only',
		'Bankbetalingen zijn er alleen voor leveranciers',
		{
			en: 'Leave the field out, or make the relation a supplier',
			nl: 'Laat het veld weg, of maak van de relatie een leverancier',
		},
	),
	'REL-0015': says('The website is not valid', 'De website is ongeldig', {
		en: 'Write it like https://example.com',
		nl: 'Schrijf haar als https://example.com',
	}),
	'REL-0017': says(
		'The invoice relation does not exist',
		'De factuurrelatie bestaat niet',
		tips.pickAgain,
	),
	...all(
		['REL-0018', 'VOR-0003'],
		says('The invoice relation is not a customer (klant)', 'De factuurrelatie is geen klant', {
			en: 'Choose a relation that is a customer',
			nl: 'Kies een relatie die klant is',
		}),
	),
	...all(['REL-0020', 'REL-0025'], street),
	...all(['REL-0021', 'REL-0026'], postcode),
	...all(['REL-0022', 'REL-0027'], city),
	...all(['REL-0023', 'REL-0028'], contact),
	'REL-0047': says(
		'The ID in the address and in the relation differ',
		'Het ID in het adres is een ander dan dat in de relatie',
		tips.bySnelStart,
	),
	'REL-0048': says(
		'Only the administration itself is its own relation',
		'Alleen de administratie zelf is haar eigen relatie',
		{ en: 'Choose Customer or Supplier', nl: 'Kies Customer of Supplier' },
	),
	...all(
		numbered('REL', 49, 54),
		says(
			'The relation is used in invoices or orders, or gets the invoices of others',
			'De relatie staat op facturen of orders, of krijgt de facturen van anderen',
			tips.inUse,
		),
	),
	'REL-0055': says(
		'The country of the postal address does not exist',
		'Het land van het postadres bestaat niet',
		tips.address,
	),
	'REL-0056': country,
	'REL-0057': says(
		'The VAT number is longer than 50 characters',
		'Het btw-nummer is langer dan 50 tekens',
		tips.customer,
	),
	'REL-0058': says('The VAT number is too short', 'Het btw-nummer is te kort', tips.customer),
	'REL-0059': says(
		'The VAT number may hold letters and digits only',
		'Het btw-nummer mag alleen letters en cijfers bevatten',
		tips.customer,
	),
	'REL-0060': says(
		'The address is not complete: street, postcode, city and country belong together',
		'Het adres is niet compleet: straat, postcode, plaats en land horen bij elkaar',
		tips.address,
	),
	...all(
		['REL-0061', 'REL-0084'],
		says('The e-mail address is not valid', 'Het e-mailadres is ongeldig', tips.customer),
	),
	'REL-0063': says(
		'A new relation was sent with an ID',
		'Er is een nieuwe relatie verstuurd die al een ID heeft',
		tips.report,
	),
	'REL-0064': says(
		'SnelStart does not let a relation change from customer to supplier or back',
		'SnelStart laat een relatie niet van klant leverancier worden, of andersom',
		tips.secondRelation,
	),
	'REL-0065': says(
		'SnelStart does not accept a relation that is both customer and supplier',
		'SnelStart neemt geen relatie aan die zowel klant als leverancier is',
		tips.secondRelation,
	),
	'REL-0066': says(
		'SnelStart received an incomplete relation',
		'SnelStart kreeg een relatie die niet compleet is',
		tips.report,
	),
	...all(
		['REL-0067', 'REL-0103'],
		says('SnelStart uses this relation itself', 'SnelStart gebruikt deze relatie zelf', {
			en: 'Leave the relation as it is',
			nl: 'Laat de relatie zoals ze is',
		}),
	),
	'REL-0085': says(
		'The e-mail address is longer than 250 characters',
		'Het e-mailadres is langer dan 250 tekens',
		tips.customer,
	),
	'REL-0086': says(
		'The OIN must have exactly 20 digits',
		'Het OIN moet precies 20 cijfers hebben',
		tips.again,
	),
	'REL-0087': says(
		'The country of the VAT number differs from the country of the address',
		'Het land van het btw-nummer is een ander dan dat van het adres',
		{
			en: 'Check both in the shop; add the relation in SnelStart when they are really meant to differ',
			nl: 'Controleer beide in de winkel; voeg de relatie in SnelStart toe als ze echt mogen verschillen',
		},
	),
	'REL-0088': says('The VAT number is not valid', 'Het btw-nummer is ongeldig', {
		en: 'Ask the customer for the right VAT number and correct it in the shop',
		nl: 'Vraag de klant om het juiste btw-nummer en verbeter het in de winkel',
	}),
	...relationMailRefusals,
};
