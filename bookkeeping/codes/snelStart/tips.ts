import type { Spoken } from '../facts';

/** What to do about more than one of SnelStart's codes. */
export const tips = {
	account: {
		en: "Choose another account in the 'Webshop Settings' node and save the settings",
		nl: "Kies een andere rekening in de node 'Webshop Settings' en sla de instellingen op",
	},
	address: {
		en: 'Complete the address in the shop, or add the relation in SnelStart with the same e-mail address',
		nl: 'Vul het adres in de winkel aan, of voeg de relatie in SnelStart toe met hetzelfde e-mailadres',
	},
	again: {
		en: 'Correct the field and run the item again',
		nl: 'Verbeter het veld en bied het item opnieuw aan',
	},
	bySnelStart: {
		en: 'SnelStart does this itself; leave the field out',
		nl: 'SnelStart doet dit zelf; laat het veld weg',
	},
	costCentre: {
		en: "Choose another cost centre in the 'Webshop Settings' node",
		nl: "Kies een andere kostenplaats in de node 'Webshop Settings'",
	},
	customer: {
		en: "Correct the customer's details in the shop, or add the relation in SnelStart",
		nl: 'Verbeter de gegevens van de klant in de winkel, of voeg de relatie toe in SnelStart',
	},
	customField: {
		en: "Look at type, length and choices in 'Get Custom Fields'",
		nl: "Kijk naar soort, lengte en keuzes in 'Get Custom Fields'",
	},
	dates: {
		en: "Open the period in SnelStart (or ask the accountant), or give its last day in 'Books Closed Until' in the settings and choose there what becomes of such entries",
		nl: "Open de periode in SnelStart (of vraag het de accountant), of vul in de instellingen de laatste dag in bij 'Books Closed Until' en kies daar wat er met zulke boekingen gebeurt",
	},
	file: {
		en: 'Check the node that makes the file',
		nl: 'Controleer de node die het bestand maakt',
	},
	inUse: {
		en: 'Settle or remove what uses it first, or make the record inactive instead',
		nl: 'Handel eerst af of verwijder wat het gebruikt, of maak het inactief',
	},
	isCustomer: {
		en: "Tick 'Klant' on the relation in SnelStart, or choose another fixed debtor in the settings",
		nl: "Vink 'Klant' aan bij de relatie in SnelStart, of kies een andere vaste debiteur in de instellingen",
	},
	journal: {
		en: 'Make the journal (dagboek) active in SnelStart',
		nl: 'Maak het dagboek actief in SnelStart',
	},
	later: { en: 'Try again later', nl: 'Probeer het later opnieuw' },
	mandate: {
		en: "Choose one of 'Relation: Get Direct Debit Mandates'",
		nl: "Kies er een uit 'Relation: Get Direct Debit Mandates'",
	},
	oneOfTwo: {
		en: 'Fill in only one of the two on each line',
		nl: 'Vul op elke regel maar een van de twee in',
	},
	pickAgain: {
		en: 'Choose the record from the list again: it may have been deleted',
		nl: 'Kies opnieuw uit de lijst: misschien is het verwijderd',
	},
	prefix: {
		en: 'Shorten the number prefix of this shop in the settings',
		nl: "Kort in de instellingen het voorvoegsel ('Invoice Number Prefix') van deze winkel in",
	},
	report: {
		en: 'Report this code together with the order number: the node should not send this',
		nl: 'Meld deze code met het ordernummer: de node hoort dit niet te versturen',
	},
	secondRelation: { en: 'Add a second relation', nl: 'Voeg een tweede relatie toe' },
	supplier: {
		en: 'Choose a relation that is a supplier',
		nl: 'Kies een relatie die leverancier is',
	},
} as const satisfies Record<string, Spoken>;
