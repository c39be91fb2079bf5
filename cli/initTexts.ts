import type { Language } from '../bookkeeping';

const texts = {
	resumed: {
		en: 'Going on where the last run stopped; what was answered then is not asked again.',
		nl: 'Gaat verder waar de vorige keer stopte; wat toen beantwoord is, wordt niet opnieuw gevraagd.',
	},
	client: {
		en: 'Short name of the client (small letters, digits, dashes):',
		nl: 'Korte naam van de klant (kleine letters, cijfers, streepjes):',
	},
	kind: {
		en: 'Which shop: wooCommerce or jouwWeb?',
		nl: 'Welke winkel: wooCommerce of jouwWeb?',
	},
	url: {
		en: 'Address of the shop (https://…):',
		nl: 'Adres van de winkel (https://…):',
	},
	baseUrl: { en: "Base URL of JouwWeb's API:", nl: 'Basisadres van de API van JouwWeb:' },
	website: { en: 'Id of the website at JouwWeb:', nl: 'Id van de website bij JouwWeb:' },
	lastOldNumber: {
		en: 'Did another connector book before? Then the last invoice number it booked (such as W4102), else nothing:',
		nl: 'Boekte eerder een andere koppeling? Dan het laatste factuurnummer dat die boekte (zoals W4102), anders niets:',
	},
	ordersFrom: {
		en: 'First day whose orders are read (yyyy-mm-dd):',
		nl: 'Eerste dag waarvan bestellingen gelezen worden (jjjj-mm-dd):',
	},
	makeAccounts: {
		en: 'Make these ledger accounts in SnelStart now (yes or no)?',
		nl: 'Deze grootboekrekeningen nu in SnelStart maken (ja of nee)?',
	},
	doImport: {
		en: 'Put this client into n8n now (yes or no)? With no, look at {file} first and give: webshop-snelstart import {file}',
		nl: 'Deze klant nu in n8n zetten (ja of nee)? Bij nee bekijkt u eerst {file} en geeft: webshop-snelstart import {file}',
	},
	read: {
		en: '{name}: {accounts} ledger accounts. Shop: {orders} orders from {from} until {to}.',
		nl: '{name}: {accounts} grootboekrekeningen. Winkel: {orders} bestellingen van {from} tot en met {to}.',
	},
	missing: {
		en: 'These ledger accounts are missing:',
		nl: 'Deze grootboekrekeningen ontbreken:',
	},
	made: { en: 'Made: {account}', nl: 'Gemaakt: {account}' },
	inBooks: {
		en: 'Already in SnelStart under {pattern}: {count} of the {all} last orders ({examples}). They are recognised by number, amount and customer and taken over, not booked again.',
		nl: 'Al in SnelStart onder {pattern}: {count} van de {all} laatste bestellingen ({examples}). Ze worden herkend aan nummer, bedrag en klant en overgenomen, niet opnieuw geboekt.',
	},
	notInBooks: {
		en: 'None of the {all} last orders is in SnelStart under {pattern}.',
		nl: 'Geen van de {all} laatste bestellingen staat in SnelStart onder {pattern}.',
	},
	patternUnknown: {
		en: 'The number {last} cannot be traced to an order: what the other connector booked is not recognised. Take a first day after its last order.',
		nl: 'Het nummer {last} is niet tot een bestelling te herleiden: wat de andere koppeling boekte, wordt niet herkend. Neem een eerste dag na haar laatste bestelling.',
	},
	recognised: {
		en: 'The numbers of the other connector run by themselves. Of the {all} last orders {count} were recognised in SnelStart by amount, day and number or customer ({examples}). These are taken over when they are read; nothing of before {from} is booked again.',
		nl: 'De nummers van de andere koppeling lopen op zichzelf. Van de {all} laatste bestellingen zijn er {count} in SnelStart herkend aan bedrag, dag en nummer of klant ({examples}). Die worden overgenomen zodra ze gelezen zijn; niets van voor {from} wordt nog eens geboekt.',
	},
	notRecognised: {
		en: 'Of before {from} nothing in SnelStart could be: {orders}. Look whether these are to be booked; if so, book them by hand.',
		nl: 'Van voor {from} is in SnelStart niets te vinden dat dit kan zijn: {orders}. Kijk of deze geboekt horen te zijn; zo ja, boek ze met de hand.',
	},
	written: {
		en: 'Written: {file}, and why each line is as it is: {reasons}',
		nl: 'Geschreven: {file}, en waarom elke regel is zoals hij is: {reasons}',
	},
	reasonsTitle: { en: 'Settings of {client}: why', nl: 'Instellingen van {client}: waarom' },
	questionsTitle: { en: 'What only you know', nl: 'Wat alleen u weet' },
	notName: {
		en: 'Use small letters, digits and dashes.',
		nl: 'Gebruik kleine letters, cijfers en streepjes.',
	},
	notKind: { en: 'Write wooCommerce or jouwWeb.', nl: 'Schrijf wooCommerce of jouwWeb.' },
	notAddress: {
		en: 'Write an address that begins with https://',
		nl: 'Schrijf een adres dat met https:// begint',
	},
	notDay: { en: 'Write a day as 2026-01-31.', nl: 'Schrijf een dag als 2026-01-31.' },
	notYesNo: { en: 'Write yes or no.', nl: 'Schrijf ja of nee.' },
	notEmpty: { en: 'An answer is needed.', nl: 'Hier is een antwoord nodig.' },
	yes: { en: 'yes', nl: 'ja' },
	no: { en: 'no', nl: 'nee' },
} as const satisfies Record<string, Record<Language, string>>;

export type InitText = keyof typeof texts;
export type Say = (key: InitText, facts?: Readonly<Record<string, string | number>>) => string;

/** The words of `init` in a language. */
export const textsIn =
	(language: Language): Say =>
	(key, facts = {}) =>
		texts[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
