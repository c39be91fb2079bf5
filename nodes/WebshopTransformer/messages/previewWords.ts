import type { Language, VatBox } from '../../../bookkeeping';

/** What a preview to sign says. */
export const words = {
	title: { en: 'Preview of bookings in SnelStart', nl: 'Voorbeeld van boekingen in SnelStart' },
	nothing: {
		en: 'This is how these orders would be booked. Nothing of it is in SnelStart.',
		nl: 'Zo zouden deze bestellingen geboekt worden. Er staat niets van in SnelStart.',
	},
	client: { en: 'Client', nl: 'Klant' },
	shop: { en: 'Shop', nl: 'Winkel' },
	madeOn: { en: 'Made on', nl: 'Gemaakt op' },
	settings: { en: 'Settings', nl: 'Instellingen' },
	version: { en: 'version', nl: 'versie' },
	notSaved: { en: 'not saved yet', nl: 'nog niet opgeslagen' },
	shown: { en: 'Rows shown', nl: 'Getoonde regels' },
	noneBooked: {
		en: 'None of these orders would be booked: there is nothing to hold beside the shop.',
		nl: 'Geen van deze bestellingen zou geboekt worden: er is niets om naast de winkel te leggen.',
	},
	agrees: {
		en: 'What would be booked is what the shop says: no difference in any total or VAT.',
		nl: 'Wat geboekt zou worden, is wat de winkel zegt: geen verschil in een totaal of in btw.',
	},
	differs: {
		en: 'Rows in which the books would say something else than the shop; they are marked below:',
		nl: 'Regels waarin de boekhouding iets anders zou zeggen dan de winkel; ze zijn hieronder gemarkeerd:',
	},
	accounts: { en: 'Per ledger account, without VAT', nl: 'Per grootboekrekening, zonder btw' },
	account: { en: 'Ledger account', nl: 'Grootboekrekening' },
	boxes: { en: 'Per box of the VAT return', nl: 'Per rubriek van de btw-aangifte' },
	box: { en: 'Box', nl: 'Rubriek' },
	orders: { en: 'Orders', nl: 'Bestellingen' },
	order: { en: 'Order', nl: 'Bestelling' },
	refund: { en: 'refund', nl: 'terugbetaling' },
	date: { en: 'Date', nl: 'Datum' },
	becomes: { en: 'Becomes', nl: 'Wordt' },
	byShop: { en: 'Shop', nl: 'Winkel' },
	booked: { en: 'Booked', nl: 'Geboekt' },
	vat: { en: 'VAT', nl: 'Btw' },
	net: { en: 'Without VAT', nl: 'Zonder btw' },
	all: { en: 'Together', nl: 'Samen' },
	how: { en: 'How it is booked', nl: 'Hoe het geboekt wordt' },
	dayTotal: { en: 'Day total', nl: 'Dagtotaal' },
	approval: { en: 'Seen and approved', nl: 'Gezien en akkoord' },
	name: { en: 'Name', nl: 'Naam' },
	signature: { en: 'Signature', nl: 'Handtekening' },
	remarks: { en: 'Remarks', nl: 'Opmerkingen' },
} as const satisfies Record<string, Record<Language, string>>;

/** Names of the boxes as the tax authorities have them on the return. */
export const boxes: Record<VatBox, Record<Language, string>> = {
	'1a': {
		en: '1a: supplies at the high rate',
		nl: '1a: leveringen/diensten belast met hoog tarief',
	},
	'1b': {
		en: '1b: supplies at the low rate',
		nl: '1b: leveringen/diensten belast met laag tarief',
	},
	'1c': {
		en: '1c: supplies at other rates, but for 0 %',
		nl: '1c: leveringen/diensten belast met overige tarieven behalve 0%',
	},
	'1e': {
		en: '1e: supplies at 0 % or not taxed at you',
		nl: '1e: leveringen/diensten belast met 0% of niet bij u belast',
	},
	'3a': {
		en: '3a: supplies outside the EU',
		nl: '3a: leveringen naar landen buiten de EU (uitvoer)',
	},
	'3b': {
		en: '3b: supplies inside the EU',
		nl: '3b: leveringen naar of diensten in landen binnen de EU',
	},
	oss: { en: 'OSS: the return of the Union scheme', nl: 'OSS: de aangifte van de Unieregeling' },
	none: { en: 'in no return', nl: 'in geen aangifte' },
};
