import { says, type Refusals } from './refusal';
import { tips } from './tips';

/** Articles (artikelen). */
export const articleRefusals: Refusals = {
	'ART-0001': says('An article (artikel) does not exist', 'Een artikel bestaat niet', {
		en: 'It was probably deleted; offer the order again, and it will be looked up again',
		nl: 'Het is waarschijnlijk verwijderd; bied de bestelling opnieuw aan, dan wordt het opnieuw opgezocht',
	}),
	'ART-0002': says('An item has no code', 'Een artikel heeft geen code', tips.report),
	'ART-0003': says(
		'SnelStart takes only digits as an article code (artikelcode)',
		'SnelStart neemt alleen cijfers aan als artikelcode',
		{
			en: 'Set article codes to 25 letters and digits in SnelStart, then offer the order again',
			nl: 'Zet artikelcodes in SnelStart op 25 letters en cijfers en bied de bestelling opnieuw aan',
		},
	),
	'ART-0004': says(
		'An article code (artikelcode) is longer than SnelStart takes',
		'Een artikelcode is langer dan SnelStart aanneemt',
		{
			en: 'Set the length of article codes to 25 in SnelStart, or shorten the SKU in the shop',
			nl: 'Zet de lengte van artikelcodes in SnelStart op 25, of kort de SKU in de winkel in',
		},
	),
	'ART-0005': says(
		'The article code (artikelcode) is already in use',
		'De artikelcode is al in gebruik',
		{
			en: 'Look the code up in SnelStart: it may differ from the SKU in capitals only',
			nl: 'Zoek de code op in SnelStart: misschien verschilt ze alleen in hoofdletters van de SKU',
		},
	),
	'ART-0006': says(
		'An item has no description',
		'Een artikel heeft geen omschrijving',
		tips.report,
	),
	'ART-0007': says(
		'The description of an item is too long',
		'De omschrijving van een artikel is te lang',
		tips.report,
	),
	'ART-0008': says(
		'An item has no revenue group (artikelomzetgroep)',
		'Een artikel heeft geen artikelomzetgroep',
		tips.report,
	),
	'ART-0009': says(
		'The revenue group (artikelomzetgroep) does not exist',
		'De artikelomzetgroep bestaat niet',
		{
			en: "Choose another one in 'Revenue Groups' of the 'Webshop Settings' node",
			nl: "Kies een andere in 'Revenue Groups' van de node 'Webshop Settings'",
		},
	),
	'ART-0010': says(
		'The article (artikel) still has stock',
		'Het artikel heeft nog voorraad',
		tips.inUse,
	),
	'ART-0011': says(
		'The article (artikel) is used in an open order or invoice',
		'Het artikel staat op een openstaande order of factuur',
		tips.inUse,
	),
	'ART-0012': says(
		'The article (artikel) is part of a composed article',
		'Het artikel is deel van een samengesteld artikel',
		tips.inUse,
	),
	'ART-0013': says(
		'The article (artikel) is linked to a wholesaler',
		'Het artikel is gekoppeld aan een groothandel',
		{
			en: 'Undo the link in SnelStart first',
			nl: 'Maak eerst de koppeling in SnelStart ongedaan',
		},
	),
	'ART-0014': says('The customer does not exist', 'De klant bestaat niet', tips.pickAgain),
	'ART-0015': says(
		'SnelStart uses this article (artikel) for texts on invoices',
		'SnelStart gebruikt dit artikel voor teksten op facturen',
		{
			en: 'Choose another text article in SnelStart first',
			nl: 'Kies in SnelStart eerst een ander tekstartikel',
		},
	),
	'ART-0016': says(
		'The supplier of the article does not exist',
		'De leverancier van het artikel bestaat niet',
		tips.pickAgain,
	),
	'ART-0017': says(
		'The supplier of the article is not a supplier (leverancier)',
		'De leverancier van het artikel is geen leverancier',
		tips.supplier,
	),
	'ART-0018': says(
		'The supplier of the article is inactive',
		'De leverancier van het artikel is inactief',
		{
			en: 'Make the relation active in SnelStart, or choose another one',
			nl: 'Maak de relatie actief in SnelStart, of kies een andere',
		},
	),
};
