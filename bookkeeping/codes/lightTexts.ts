import type { Language } from './facts';
import { sayText, type FactsIn, type SpokenEntry } from './sayText';

/**
 * What the set-up check says: names of its lights, what was found, and what to do. Names of settings
 * and of SnelStart's own screens stay as they are.
 */
export const lightTexts = {
	// SnelStart.
	keys: { en: 'Client key and subscription key', nl: 'Koppelsleutel en subscription key' },
	administration: {
		facts: { name: 'words' },
		en: 'Administration "{name}"',
		nl: 'Administratie "{name}"',
	},
	keyDays: {
		en: 'Days left of the development key',
		nl: 'Dagen dat de ontwikkelsleutel nog geldt',
	},
	days: { facts: { days: 'count' }, en: '{days} days', nl: '{days} dagen' },
	keyEnds: {
		en: 'Make a new subscription key in the SnelStart developer portal, or ask for a Maatwerk key, which does not end',
		nl: 'Maak een nieuwe subscription key in het ontwikkelaarsportaal van SnelStart, of vraag een Maatwerk-sleutel aan, die niet afloopt',
	},
	keyDayUnknown: {
		en: 'The day it was made is not a date',
		nl: 'De dag waarop hij gemaakt is, is geen datum',
	},
	writeDay: { en: 'Write it like 2026-01-31', nl: 'Schrijf de dag als 2026-01-31' },
	scopes: { en: 'Rights of the client key (scopes)', nl: 'Rechten van de koppelsleutel (scopes)' },
	scopesUntold: {
		en: 'SnelStart does not say which rights this key has',
		nl: 'SnelStart zegt niet welke rechten deze sleutel heeft',
	},
	scopesAll: {
		facts: { count: 'count' },
		en: '{count} rights, with all that are needed',
		nl: '{count} rechten, met alles wat nodig is',
	},
	scopesMissing: {
		facts: { scopes: 'text' },
		en: 'Missing: {scopes}',
		nl: 'Ontbreekt: {scopes}',
	},
	scopesTip: {
		en: "Make a new client key (koppelsleutel) with these rights in SnelStart Web (Instellingen, Koppelingen) and put it in the credential. 'orders:read' is needed for sales entries too: invoice numbers are looked up with it. With the package inKaart 'orders:write' may be missing: choose 'Sales Entry' in the settings then",
		nl: "Maak in SnelStart Web (Instellingen, Koppelingen) een nieuwe koppelsleutel met deze rechten en zet hem in de credential. 'orders:read' is ook voor verkoopboekingen nodig: factuurnummers worden ermee opgezocht. Met het pakket inKaart mag 'orders:write' ontbreken: kies dan 'Sales Entry' in de instellingen",
	},
	package: { en: 'Sales orders (package)', nl: 'Verkooporders (pakket)' },
	packageReads: { en: 'Sales orders can be read', nl: 'Verkooporders zijn te lezen' },
	packageTip: {
		en: "Sales orders need the package inBalans or inZicht and the right orders:read; with inKaart choose 'Sales Entry' in the settings",
		nl: "Verkooporders vragen het pakket inBalans of inZicht en het recht orders:read; kies met inKaart 'Sales Entry' in de instellingen",
	},
	itemCodes: { en: 'Article codes (artikelcodes)', nl: 'Artikelcodes' },
	digits: { facts: { count: 'count' }, en: '{count} digits', nl: '{count} cijfers' },
	letters: {
		facts: { count: 'count' },
		en: '{count} letters and digits',
		nl: '{count} letters en cijfers',
	},
	itemCodesTip: {
		facts: { count: 'count' },
		en: 'Sales orders need {count} letters and digits: change it in SnelStart. Sales entries do without',
		nl: 'Verkooporders vragen {count} letters en cijfers: wijzig dat in SnelStart. Verkoopboekingen kunnen zonder',
	},
	ossOn: {
		en: 'Foreign VAT on invoices is switched on',
		nl: 'Buitenlandse btw op facturen staat aan',
	},
	ossOff: {
		en: 'Foreign VAT on invoices is switched off',
		nl: 'Buitenlandse btw op facturen staat uit',
	},
	ossTip: {
		en: 'Switch it on in SnelStart before orders with foreign VAT are booked',
		nl: 'Zet het in SnelStart aan voordat bestellingen met buitenlandse btw geboekt worden',
	},
	journals: { en: 'Journals', nl: 'Dagboeken' },
	none: { en: 'none', nl: 'geen' },
	journalsTip: {
		en: 'Sales entries need a sales journal (Verkoop) in SnelStart',
		nl: 'Verkoopboekingen vragen een verkoopdagboek in SnelStart',
	},
	accounts: { en: 'Ledger accounts', nl: 'Grootboekrekeningen' },
	inUse: { facts: { count: 'count' }, en: '{count} in use', nl: '{count} in gebruik' },
	doubled: { en: 'Customers with more than one card', nl: 'Klanten met meer dan één kaart' },
	oneCardEach: {
		facts: { count: 'count' },
		en: '{count} customers, each with one card',
		nl: '{count} klanten, elk met één kaart',
	},
	doubledCards: { facts: { codes: 'text' }, en: 'Relations {codes}', nl: 'Relaties {codes}' },
	doubledTip: {
		en: 'Orders go to the card with the lowest relation code. Make the other one inactive (non-actief) in SnelStart, or give it another e-mail address when it is somebody else.',
		nl: 'Bestellingen gaan naar de kaart met de laagste relatiecode. Zet de andere in SnelStart op non-actief, of geef die een ander e-mailadres als het iemand anders is.',
	},
	settings: { en: 'Settings', nl: 'Instellingen' },
	settingsFit: {
		facts: { client: 'text' },
		en: 'Every account, journal and relation that the settings of "{client}" name is in the administration and takes its VAT',
		nl: 'Elke rekening, elk dagboek en elke relatie die de instellingen van "{client}" noemen, staat in de administratie en past bij de btw ervan',
	},
	settingsTip: {
		en: "Correct it in the 'Webshop Settings' node and save the settings again",
		nl: "Verbeter het in de node 'Webshop Settings' en sla de instellingen opnieuw op",
	},
	statements: {
		en: 'Statements of payment providers',
		nl: 'Afschriften van betaalproviders',
	},
	noStatements: {
		facts: { days: 'count' },
		en: 'No other bank journal booked on their accounts in {days} days',
		nl: 'Geen ander bankboek boekte in {days} dagen op hun rekeningen',
	},
	statementLines: {
		facts: { provider: 'text', count: 'count', days: 'count', journal: 'text' },
		en: '{provider}: {count} lines in {days} days in the bank journal {journal}',
		nl: '{provider}: {count} regels in {days} dagen in het bankboek {journal}',
	},
	statementsTip: {
		en: "Let one way book the payouts of a provider. Do not import its statements (such as MT940 of Mollie) from the day that the payout workflow books them, or take the provider out of 'Payout Providers'. A bank line of the payout itself belongs on the transfer account (kruisposten), not on the clearing account",
		nl: "Laat de uitbetalingen van een provider op één manier boeken. Lees zijn afschriften (zoals MT940 van Mollie) niet meer in vanaf de dag dat de workflow voor uitbetalingen ze boekt, of haal de provider uit 'Payout Providers'. De bankregel van de uitbetaling zelf hoort op kruisposten, niet op de tussenrekening",
	},

	// The orders of the last month.
	ratesOfMonth: { en: 'VAT rates of last month', nl: 'Btw-tarieven van de afgelopen maand' },
	ordersOfMonth: { en: 'Orders of last month', nl: 'Bestellingen van de afgelopen maand' },
	oneOrder: { en: '1 order', nl: '1 bestelling' },
	orders: { facts: { count: 'count' }, en: '{count} orders', nl: '{count} bestellingen' },
	wouldBook: { facts: { orders: 'text' }, en: '{orders} would be booked', nl: '{orders} geboekt' },
	wouldWait: { facts: { orders: 'text' }, en: '{orders} would wait', nl: '{orders} in de wacht' },
	wouldSkip: {
		facts: { orders: 'text' },
		en: '{orders} would be skipped',
		nl: '{orders} overgeslagen',
	},
	wouldNeed: {
		facts: { orders: 'text' },
		en: '{orders} would need attention',
		nl: '{orders} met een vraag',
	},
	bookable: {
		facts: { count: 'count', orders: 'text' },
		en: '{count} of {orders} would be booked',
		nl: '{count} van {orders} geboekt',
	},
	status: { facts: { status: 'text' }, en: 'Status {status}', nl: 'Status {status}' },
	method: {
		facts: { method: 'text' },
		en: 'Payment method {method}',
		nl: 'Betaalmethode {method}',
	},
	methodSet: {
		facts: { orders: 'text' },
		en: '{orders}; has a row in the settings',
		nl: '{orders}; heeft een regel in de instellingen',
	},
	methodUnset: {
		facts: { orders: 'text' },
		en: '{orders}; stands in no row, so its invoices stay open',
		nl: '{orders}; staat in geen regel, dus de facturen blijven open',
	},
	methodTip: {
		facts: { method: 'text' },
		en: "Add {method} to 'Payment Methods' when its payments are to be booked",
		nl: "Voeg {method} toe aan 'Payment Methods' als de betalingen geboekt moeten worden",
	},
	vatNumbers: { en: 'VAT numbers of businesses', nl: 'Btw-nummers van bedrijven' },
	noVatNumber: { en: 'No order has a VAT number', nl: 'Geen bestelling heeft een btw-nummer' },
	withVatNumber: {
		facts: { orders: 'text', icp: 'count' },
		en: '{orders} with a VAT number, {icp} of them without VAT to another EU country',
		nl: '{orders} met een btw-nummer, waarvan {icp} zonder btw naar een ander EU-land',
	},
	vatNumberTip: {
		en: "If businesses in other EU countries buy here, name the field of their number at 'Fields of Orders'",
		nl: "Kopen hier bedrijven uit andere EU-landen, noem dan het veld van hun nummer bij 'Fields of Orders'",
	},
	refunds: { en: 'Refund sync', nl: 'Terugbetalingen' },
	refundsBooked: {
		facts: { orders: 'text' },
		en: '{orders} with refunds; the sale is booked in full, and the refund sync credits what went back',
		nl: '{orders} met een terugbetaling; de verkoop wordt helemaal geboekt, en de refund sync crediteert wat terugging',
	},
	refundsWait: {
		facts: { orders: 'text' },
		en: '{orders} with refunds; they would need attention',
		nl: '{orders} met een terugbetaling; die zouden aandacht vragen',
	},
	refundsTip: {
		en: "Set 'Orders With Refunds' to 'Book the Sale', and publish Hourly refund sync WooCommerce",
		nl: "Zet 'Orders With Refunds' op 'Book the Sale', en publiceer Hourly refund sync WooCommerce",
	},

	// What the template looks at itself.
	saved: { en: 'Saved settings', nl: 'Opgeslagen instellingen' },
	running: { en: 'Reading and booking', nl: 'Lezen en boeken' },
	goesOn: { en: 'Goes on', nl: 'Gaat door' },
	pausedBy: { en: 'Paused by', nl: 'Gepauzeerd door' },
	stoppedBy: { en: 'Stopped by', nl: 'Gestopt door' },
	since: { en: 'since', nl: 'sinds' },
	runningTip: {
		en: 'Let it go on, or start it again, on the tab Configuration of the dashboard',
		nl: 'Laat de klant verdergaan, of start hem weer, op de tab Instellingen van het dashboard',
	},
	tables: { en: 'Data tables', nl: 'Datatabellen' },
	tableUnread: {
		en: 'The data table ClientSettings cannot be read',
		nl: 'De datatabel ClientSettings is niet te lezen',
	},
	savedTip: {
		en: 'Fill in and run the workflow Client settings, and check the name of the client in Your values',
		nl: 'Vul de workflow Client settings in, voer hem uit, en controleer de naam van de klant in Your values',
	},
	tablesTip: { en: 'Run the workflow Set up tables', nl: 'Voer de workflow Set up tables uit' },
	shop: { en: 'Shop', nl: 'Winkel' },
	shopTip: {
		en: 'Check the credential of the shop: its address, its keys and the right to read orders',
		nl: 'Controleer de credential van de winkel: het adres, de sleutels en het recht om bestellingen te lezen',
	},
	shopSilent: {
		en: 'The shop does not give its orders',
		nl: 'De winkel geeft zijn bestellingen niet',
	},
	webhooks: { en: 'Webhooks', nl: 'Webhooks' },
	webhookTip: {
		en: 'Publish Realtime order sync WooCommerce again. Why one was disabled: WooCommerce, Status, Logs',
		nl: 'Publiceer Realtime order sync WooCommerce opnieuw. Waarom er een is uitgezet: WooCommerce, Status, Logboeken',
	},
	webhooksSilent: {
		en: 'The shop does not list its webhooks',
		nl: 'De winkel somt zijn webhooks niet op',
	},
	webhooksTip: {
		en: 'Only for orders in realtime: the key of the shop needs the permission Read/Write',
		nl: 'Alleen voor bestellingen die meteen doorkomen: de sleutel van de winkel heeft het recht Lezen/Schrijven nodig',
	},

	// Who is told, and day totals.
	told: { en: 'Who is told', nl: 'Wie bericht krijgt' },
	toldTip: {
		en: "Agree on who gets them, write 'channel' at Your values of Alerts and Daily digest, publish both, and note here who it is: 'alertsTo' and 'digestTo'",
		nl: "Spreek af wie ze krijgt, vul 'channel' in bij Your values van Alerts en Daily digest, publiceer beide, en noteer hier wie het is: 'alertsTo' en 'digestTo'",
	},
	dayTotals: { en: 'Day totals', nl: 'Dagomzet' },
	dayTotalsTip: {
		en: 'Publish Book day totals and look at its last runs; its row on the dashboard says what SnelStart refused',
		nl: 'Publiceer Book day totals en kijk naar de laatste runs; de regel van het totaal op het dashboard zegt wat SnelStart weigerde',
	},
} as const satisfies Record<string, SpokenEntry>;
export type LightTextName = keyof typeof lightTexts;

/** A sentence of the set-up check in the language of its client. */
export const lightText = <Name extends LightTextName>(
	language: Language,
	name: Name,
	...[facts]: FactsIn<(typeof lightTexts)[Name]>
): string => sayText(lightTexts[name], language, facts);
