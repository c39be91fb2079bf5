import type { Language } from '../codes/facts';

/** Why a line of a proposal is as it is, and what only a person knows. `{…}` is filled in; a number of orders has no verb, so that one is as right as many. */
const texts = {
	products: {
		en: '{percentage} % in SnelStart; {orders}. Products go on {account}.',
		nl: '{percentage} % in SnelStart; {orders}. Artikelen gaan op {account}.',
	},
	zero: {
		en: 'Sales at home without VAT go on {account}.',
		nl: 'Binnenlandse verkopen zonder btw gaan op {account}.',
	},
	dutchAbroad: {
		en: '{orders} to consumers in {country} with Dutch VAT of {percentage} %: below the OSS threshold.',
		nl: '{orders} van consumenten in {country} met {percentage} % Nederlandse btw: onder de OSS-drempel.',
	},
	oss: {
		en: '{orders} to consumers in {country} with {percentage} % VAT of that country: OSS.',
		nl: '{orders} van consumenten in {country} met {percentage} % btw van dat land: OSS.',
	},
	icp: {
		en: 'Businesses in other EU countries without VAT: {orders}. The function of {account} brings them into box 3b.',
		nl: 'Bedrijven in andere EU-landen zonder btw: {orders}. De functie van {account} brengt ze in rubriek 3b.',
	},
	international: {
		en: 'Deliveries outside the EU: {orders}. The function of {account} brings them into box 3a.',
		nl: 'Leveringen buiten de EU: {orders}. De functie van {account} brengt ze in rubriek 3a.',
	},
	rounding: {
		en: 'A few cents between lines and total go on {account}; without it such orders wait for somebody.',
		nl: 'Enkele centen tussen regels en totaal gaan op {account}; zonder dat blijven zulke bestellingen liggen.',
	},
	giftCards: {
		en: 'Gift cards or store credit were seen in {orders}; until they are spent they stand on {account}.',
		nl: 'In {orders} kwamen cadeaubonnen of tegoed voor; tot ze besteed zijn staan ze op {account}.',
	},
	method: {
		en: '{orders} paid by {title}; the money stands on {account} until it is paid out.',
		nl: '{orders} betaald met {title}; het geld staat op {account} tot het wordt uitbetaald.',
	},
	methodOpen: {
		en: '{orders} with {title}: left out, so the invoices stay open until the bank statement pays them.',
		nl: '{orders} met {title}: weggelaten, dus de facturen blijven open tot het bankafschrift ze betaalt.',
	},
	costs: {
		en: 'Fees of payment providers go on {account}.',
		nl: 'Kosten van betaaldienstverleners gaan op {account}.',
	},
	costCentre: {
		en: 'The administration has one cost centre that is in use or is called after the webshop: {name}.',
		nl: 'De administratie heeft één kostenplaats in gebruik, of een die naar de webwinkel heet: {name}.',
	},
	statuses: {
		en: 'The usual statuses of {shop}. Seen: {seen}.',
		nl: 'De gebruikelijke statussen van {shop}. Gezien: {seen}.',
	},
	prefix: {
		en: 'Keeps invoice numbers apart from those that are in SnelStart already.',
		nl: 'Houdt factuurnummers uit elkaar met die al in SnelStart staan.',
	},
	approve: {
		en: 'A new client looks at each order on the dashboard first; switch it off after some days.',
		nl: 'Een nieuwe klant bekijkt eerst elke bestelling op het dashboard; zet het na een paar dagen uit.',
	},
	refunds: {
		en: 'Refunds are booked by a workflow of their own ({orders} with one), so the sale is booked in full.',
		nl: 'Terugbetalingen boekt een eigen workflow ({orders} met een terugbetaling), dus de verkoop wordt heel geboekt.',
	},
	ownNumber: {
		en: 'The VAT number of the administration: VIES then gives a proof of each check.',
		nl: 'Het btw-nummer van de administratie: VIES geeft dan een bewijs van elke controle.',
	},
	vatFields: {
		en: 'Fields of a plugin that hold what looks like a VAT number ({seen}).',
		nl: 'Velden van een plug-in met wat op een btw-nummer lijkt ({seen}).',
	},
	askStatus: {
		en: 'What do orders with these statuses mean, which are neither booked nor skipped: {seen}? Until they stand in "statusesToBook" they wait.',
		nl: 'Wat betekenen bestellingen met deze statussen, die niet geboekt en niet overgeslagen worden: {seen}? Tot ze in "statusesToBook" staan, wachten ze.',
	},
	askOss: {
		en: 'Foreign VAT was charged in {country} ({percentage} %), but OSS is switched off in SnelStart: switch it on there, then run this again. Such orders need attention until then.',
		nl: 'In {country} is buitenlandse btw gerekend ({percentage} %), maar OSS staat uit in SnelStart: zet het daar aan en voer dit opnieuw uit. Zulke bestellingen vragen tot dan aandacht.',
	},
	askOssRate: {
		en: 'SnelStart knows no OSS rate of {percentage} % in {country}, or there is no account for it: orders with it need attention.',
		nl: 'SnelStart kent geen OSS-tarief van {percentage} % in {country}, of er is geen rekening voor: bestellingen ermee vragen aandacht.',
	},
	askAccount: {
		en: 'No ledger account was found for {what}; choose one, or let it be made.',
		nl: 'Voor {what} is geen grootboekrekening gevonden; kies er een, of laat hem maken.',
	},
	askCurrency: {
		en: 'Orders in {seen}: choose where their exchange rates come from (docs/settings.md).',
		nl: 'Bestellingen in {seen}: kies waar hun wisselkoersen vandaan komen (docs/settings.md).',
	},
	askUnread: {
		en: 'Not read: {orders}; the set-up check says why of each.',
		nl: 'Niet te lezen: {orders}; de controle zegt van elk waarom.',
	},
	askPayouts: {
		en: 'Are the payouts of {seen} to be booked as well? Then fill in "payoutProviders" (docs/payouts.md).',
		nl: 'Moeten ook de uitbetalingen van {seen} geboekt worden? Vul dan "payoutProviders" in (docs/payouts.md).',
	},
} as const satisfies Record<string, Record<Language, string>>;

export type ProposalText = keyof typeof texts;

/** How many orders, in words. */
const ordersIn: Record<Language, (count: number) => string> = {
	en: (count) => (count === 1 ? '1 order' : `${count} orders`),
	nl: (count) => (count === 1 ? '1 bestelling' : `${count} bestellingen`),
};

/** The text in a language, with its facts filled in; `count` is how many `{orders}`. */
export function proposalText(
	key: ProposalText,
	facts: Readonly<Record<string, string | number>>,
	language: Language,
): string {
	const all = { ...facts, orders: ordersIn[language](Number(facts.count)) };
	return texts[key][language].replace(/\{(\w+)\}/g, (_, name: string) =>
		String((all as typeof facts)[name] ?? ''),
	);
}
