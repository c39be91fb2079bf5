import { all, says, type Refusals } from './refusal';
import { tips } from './tips';

/** Entries (boekingen), their journals, accounts and mandates. */
export const entryRefusals: Refusals = {
	'BOE-0001': says(
		'SnelStart cannot find a record this booking points at',
		'SnelStart kan iets niet vinden waar deze boeking naar verwijst',
		{
			en: 'It was probably deleted: choose the customer and the accounts in the settings again',
			nl: 'Het is waarschijnlijk verwijderd: kies de klant en de rekeningen opnieuw in de instellingen',
		},
	),
	...all(
		['BOE-0002', 'BOE-0038'],
		says(
			'The supplier (leverancier) does not exist',
			'De leverancier bestaat niet',
			tips.pickAgain,
		),
	),
	'BOE-0003': says(
		'The relation is not a supplier (leverancier)',
		'De relatie is geen leverancier',
		tips.supplier,
	),
	'BOE-0008': says(
		'A ledger account is inactive',
		'Een grootboekrekening is inactief',
		tips.account,
	),
	'BOE-0009': says(
		'The purchase journal is inactive',
		'Het inkoopdagboek is inactief',
		tips.journal,
	),
	'BOE-0010': says('There is no purchase journal', 'Er is geen inkoopdagboek', {
		en: 'Add the journal in SnelStart',
		nl: 'Voeg het dagboek toe in SnelStart',
	}),
	'BOE-0019': says(
		'The cost centre (kostenplaats) does not exist',
		'De kostenplaats bestaat niet',
		tips.costCentre,
	),
	'BOE-0021': says(
		'The invoice number is already in use in SnelStart',
		'Het factuurnummer is al in gebruik in SnelStart',
		{
			en: 'Look the number up in SnelStart; give the shop its own number prefix if two shops share numbers',
			nl: 'Zoek het nummer op in SnelStart; geef de winkel een eigen voorvoegsel als twee winkels dezelfde nummers gebruiken',
		},
	),
	'BOE-0022': says(
		'A ledger account demands a cost centre (kostenplaats)',
		'Een grootboekrekening vraagt om een kostenplaats',
		{
			en: "Set a cost centre in the 'Webshop Settings' node, or lift the demand in SnelStart",
			nl: "Kies een kostenplaats in de node 'Webshop Settings', of hef de verplichting in SnelStart op",
		},
	),
	'BOE-0023': says('The booking has no lines', 'De boeking heeft geen regels', tips.report),
	'BOE-0024': says('The cash journal is inactive', 'Het kasdagboek is inactief', {
		en: 'Make the journal (dagboek) active in SnelStart, or choose another one',
		nl: 'Maak het dagboek actief in SnelStart, of kies een ander',
	}),
	'BOE-0025': says('The journal is not a cash journal', 'Het dagboek is geen kasdagboek', {
		en: 'Choose a journal of kind Kas',
		nl: 'Kies een dagboek van de soort Kas',
	}),
	'BOE-0026': says(
		'The cost centre (kostenplaats) is inactive',
		'De kostenplaats is inactief',
		tips.costCentre,
	),
	'BOE-0027': says(
		'Money received and money spent are both filled in',
		'Ontvangen en uitgegeven zijn allebei ingevuld',
		{
			en: 'Make two entries, or fill in only one of the two',
			nl: 'Maak twee boekingen, of vul maar een van de twee in',
		},
	),
	'BOE-0028': says('A line has the amount zero', 'Een regel heeft het bedrag nul', tips.report),
	...all(
		['BOE-0029', 'BOE-0032', 'BOE-0043', 'BOE-0044', 'BOE-0045', 'BOE-0092'],
		says('SnelStart cannot read the UBL file', 'SnelStart kan het UBL-bestand niet lezen', {
			en: 'Ask the supplier for a UBL invoice after SI-UBL, or book it by hand',
			nl: 'Vraag de leverancier om een UBL-factuur volgens SI-UBL, of boek haar met de hand',
		}),
	),
	'BOE-0031': says('The UBL file is empty', 'Het UBL-bestand is leeg', tips.file),
	'BOE-0033': says(
		'The date lies more than five years before the current financial year',
		'De datum ligt meer dan vijf jaar voor het lopende boekjaar',
		{
			en: 'Book this one by hand, or leave it out',
			nl: 'Boek deze met de hand, of laat haar weg',
		},
	),
	'BOE-0036': says('The currency is not valid', 'De valuta is ongeldig', {
		en: 'SnelStart books in euro only',
		nl: 'SnelStart boekt alleen in euro',
	}),
	...all(
		['BOE-0037', 'BOE-0089'],
		says('A ledger account does not exist', 'Een grootboekrekening bestaat niet', tips.account),
	),
	'BOE-0039': says(
		'The lines and the VAT do not add up to the total',
		'De regels en de btw tellen niet op tot het totaal',
		tips.report,
	),
	'BOE-0042': says(
		'The date lies in a blocked period',
		'De datum ligt in een geblokkeerde periode',
		tips.dates,
	),
	'BOE-0046': says(
		'The date belongs to a VAT return that was filed',
		'De datum valt in een btw-aangifte die al is ingediend',
		tips.dates,
	),
	...all(
		['BOE-0047', 'BOE-0048', 'BOE-0049', 'BOE-0050'],
		says(
			'The booking is tied to an invoice, a till or a payment order',
			'De boeking hoort bij een factuur, een kassa of een betaalopdracht',
			{ en: 'Change it in SnelStart itself', nl: 'Wijzig haar in SnelStart zelf' },
		),
	),
	'BOE-0051': says(
		'The date lies in a period that the accountant has locked',
		'De datum ligt in een periode die de accountant heeft afgesloten',
		tips.dates,
	),
	'BOE-0052': says(
		'Direct debit needs the IBAN of the customer',
		'Voor incasso is de IBAN van de klant nodig',
		{
			en: 'Fill in the IBAN on the relation',
			nl: 'Vul de IBAN in bij de relatie',
		},
	),
	'BOE-0053': says(
		'VAT to reclaim needs a line on a purchase account',
		'Bij btw om terug te vragen hoort een regel op een inkooprekening',
		{
			en: 'Add the line that the VAT belongs to',
			nl: 'Voeg de regel toe waar de btw bij hoort',
		},
	),
	'BOE-0054': says('The customer is inactive in SnelStart', 'De klant is inactief in SnelStart', {
		en: 'Make the relation active in SnelStart, or choose another fixed debtor in the settings',
		nl: 'Maak de relatie actief in SnelStart, of kies een andere vaste debiteur in de instellingen',
	}),
	'BOE-0055': says(
		'Direct debit is not allowed for this customer',
		'Incasso is bij deze klant niet toegestaan',
		{
			en: 'Set the kind of direct debit on the relation',
			nl: 'Stel de incassosoort in bij de relatie',
		},
	),
	...all(
		['BOE-0056', 'BOE-0057'],
		says(
			'A text of the mandate is longer than 50 characters',
			'Een tekst van de machtiging is langer dan 50 tekens',
			tips.again,
		),
	),
	'BOE-0058': says(
		'The invoice number is empty or longer than 25 characters',
		'Het factuurnummer is leeg of langer dan 25 tekens',
		tips.prefix,
	),
	'BOE-0060': says(
		'The relation is not a customer (klant)',
		'De relatie is geen klant',
		tips.isCustomer,
	),
	'BOE-0061': says(
		'A ledger account may not be used here',
		'Een grootboekrekening mag hier niet gebruikt worden',
		tips.account,
	),
	'BOE-0062': says(
		'Reverse-charged VAT cannot be combined with other VAT on one booking',
		'Verlegde btw kan niet met andere btw op één boeking staan',
		{
			en: 'Book this one by hand as two bookings',
			nl: 'Boek deze met de hand als twee boekingen',
		},
	),
	'BOE-0063': says(
		'There is already a mandate with this reference',
		'Er is al een machtiging met dit kenmerk',
		{
			en: 'Give the mandate another reference',
			nl: 'Geef de machtiging een ander kenmerk',
		},
	),
	'BOE-0064': says('Two kinds of mandate are given', 'Er zijn twee soorten machtiging opgegeven', {
		en: 'Give the mandate for once or the one for repeated direct debit, not both',
		nl: 'Geef de eenmalige of de doorlopende machtiging op, niet allebei',
	}),
	...all(
		['BOE-0066', 'BOE-0067', 'BOE-0079'],
		says(
			'The mandate for direct debit cannot be used',
			'De incassomachtiging kan niet gebruikt worden',
			{
				en: "Choose one of 'Relation: Get Direct Debit Mandates' that is not withdrawn",
				nl: "Kies er een uit 'Relation: Get Direct Debit Mandates' die niet is ingetrokken",
			},
		),
	),
	'BOE-0068': says(
		'The voucher number is longer than 25 characters',
		'Het boekstuknummer is langer dan 25 tekens',
		tips.report,
	),
	'BOE-0069': says(
		'SnelStart does not accept the VAT amounts',
		'SnelStart neemt de btw-bedragen niet aan',
		{
			en: 'Compare the VAT rates of the shop with those in SnelStart for this date; with VAT of another EU country, check the OSS rate code of the ledger accounts with Connection → Check',
			nl: 'Vergelijk de btw-tarieven van de winkel met die in SnelStart voor deze datum; controleer bij btw van een ander EU-land de OSS-tariefcode van de grootboekrekeningen met Connection → Check',
		},
	),
	'BOE-0070': says('The date is not valid', 'De datum is ongeldig', {
		en: 'Check the date of the order in the shop',
		nl: 'Controleer de datum van de bestelling in de winkel',
	}),
	'BOE-0071': says(
		'A description is longer than 250 characters',
		'Een omschrijving is langer dan 250 tekens',
		tips.report,
	),
	'BOE-0075': says(
		'A line is booked on the account of a journal, which is not allowed',
		'Een regel staat op de rekening van een dagboek, en dat mag niet',
		tips.account,
	),
	...all(
		['BOE-0076', 'BOE-0091'],
		says(
			'A line has both debit and credit',
			'Een regel heeft zowel debet als credit',
			tips.oneOfTwo,
		),
	),
	'BOE-0077': says(
		'An entry cannot move to another journal',
		'Een boeking kan niet naar een ander dagboek',
		{
			en: 'Delete the entry and create it again in the other journal',
			nl: 'Verwijder de boeking en maak haar opnieuw in het andere dagboek',
		},
	),
	'BOE-0078': says(
		'The ID of an entry cannot change',
		'Het ID van een boeking kan niet veranderen',
		tips.bySnelStart,
	),
	'BOE-0080': says(
		'This customer may not be booked on an EU revenue account',
		'Deze klant mag niet op een omzetrekening voor de EU geboekt worden',
		{
			en: "Check the customer's country and VAT number in SnelStart",
			nl: 'Controleer het land en het btw-nummer van de klant in SnelStart',
		},
	),
	'BOE-0081': says(
		'SnelStart misses a ledger account with a function this booking needs',
		'SnelStart mist een grootboekrekening met een functie die deze boeking nodig heeft',
		{
			en: 'Add the account in SnelStart with the function that the VAT asks for',
			nl: 'Voeg in SnelStart de rekening toe met de functie die de btw vraagt',
		},
	),
	'BOE-0082': says(
		'The VAT kind of a line does not fit its ledger account',
		'De btw-soort van een regel past niet bij de grootboekrekening',
		{
			en: "Choose an account that takes this VAT kind in the 'Webshop Settings' node",
			nl: "Kies in de node 'Webshop Settings' een rekening die deze btw-soort toestaat",
		},
	),
	'BOE-0083': says('The invoice has payments', 'Op de factuur zijn betalingen geboekt', {
		en: 'Undo the payments in SnelStart first',
		nl: 'Maak eerst de betalingen in SnelStart ongedaan',
	}),
	'BOE-0084': says(
		'The ledger account has no name',
		'De grootboekrekening heeft geen naam',
		tips.again,
	),
	...all(
		['BOE-0085', 'BOE-0090'],
		says(
			'SnelStart does not know the function of the ledger account',
			'SnelStart kent de functie van de grootboekrekening niet',
			{ en: 'Choose the function from the list', nl: 'Kies de functie uit de lijst' },
		),
	),
	'BOE-0086': says(
		'There is already a ledger account with this number',
		'Er is al een grootboekrekening met dit nummer',
		{ en: 'Choose another number', nl: 'Kies een ander nummer' },
	),
	'BOE-0087': says(
		'Only one ledger account may have this function',
		'Maar één grootboekrekening mag deze functie hebben',
		{ en: 'Use the account that has it', nl: 'Gebruik de rekening die haar heeft' },
	),
	'BOE-0088': says(
		'The name of the ledger account is longer than 50 characters',
		'De naam van de grootboekrekening is langer dan 50 tekens',
		tips.again,
	),
	'BOE-0093': says(
		'A ledger account of the purchase entry takes no cost centre',
		'Bij een grootboekrekening van de inkoopboeking hoort geen kostenplaats',
		{
			en: 'Leave the cost centre out of that line',
			nl: 'Laat de kostenplaats van die regel weg',
		},
	),
	'BOE-0094': says(
		'A memorial entry needs at least two lines',
		'Een memoriaalboeking heeft ten minste twee regels nodig',
		{ en: 'Add the other side', nl: 'Voeg de tegenregel toe' },
	),
	'BOE-0095': says(
		'The journal is not a memorial journal',
		'Het dagboek is geen memoriaaldagboek',
		{
			en: 'Choose a journal of kind Memoriaal',
			nl: 'Kies een dagboek van de soort Memoriaal',
		},
	),
	'BOE-0096': says(
		'The journal does not exist or is of another kind',
		'Het dagboek bestaat niet of is van een andere soort',
		tips.pickAgain,
	),
};
