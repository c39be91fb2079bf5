import type { Spoken } from './facts';
import { sayInBoth, type FactsIn, type SpokenEntry } from './sayText';

/**
 * What settings may not say together. Names of settings stay as they are on the screen of n8n, as in the
 * lights of the set-up check; a place is the name of a setting with what its row is about.
 */
export const contradictionTexts = {
	// Shops and their numbers.
	shopTwice: {
		facts: { shop: 'text' },
		en: '\'Shops\' names the shop "{shop}" twice; every shop needs a name of its own.',
		nl: '\'Shops\' noemt de winkel "{shop}" twee keer; elke winkel heeft een eigen naam nodig.',
	},
	creditNumbers: {
		facts: { shop: 'text', other: 'text' },
		en: '\'Credit Note Number Prefix\' of shop "{shop}" gives credit notes numbers like those of the orders of shop "{other}" (\'Invoice Number Prefix\'); put other letters in one of them.',
		nl: "'Credit Note Number Prefix' van winkel \"{shop}\" geeft creditnota's nummers als die van de bestellingen van winkel \"{other}\" ('Invoice Number Prefix'); zet in een van beide andere letters.",
	},
	invoiceNumbers: {
		facts: { shop: 'text', other: 'text' },
		en: '\'Invoice Number Prefix\' of shop "{shop}" and of shop "{other}" can give the same invoice numbers, since both shops number their orders alike; put other letters in one of them.',
		nl: '\'Invoice Number Prefix\' van winkel "{shop}" en van winkel "{other}" kunnen dezelfde factuurnummers geven, omdat beide winkels hun bestellingen gelijk nummeren; zet in een van beide andere letters.',
	},
	oldInvoiceForm: {
		facts: { shop: 'text', entry: 'text' },
		en: '\'Invoices of Another Connector\' of the shop "{shop}": write "{entry}" as 4102=2026-0901.',
		nl: '\'Invoices of Another Connector\' van de winkel "{shop}": schrijf "{entry}" als 4102=2026-0901.',
	},
	oldInvoiceTwice: {
		facts: { shop: 'text', number: 'text' },
		en: '\'Invoices of Another Connector\' of the shop "{shop}" names {number} more than once; keep one of them.',
		nl: '\'Invoices of Another Connector\' van de winkel "{shop}" noemt {number} meer dan eens; laat er één staan.',
	},
	oldInvoiceOfOther: {
		facts: { shop: 'text', other: 'text', number: 'text' },
		en: '\'Invoices of Another Connector\' of the shop "{shop}" names {number}, as that of the shop "{other}" does; an invoice is of one order, so keep one of them.',
		nl: '\'Invoices of Another Connector\' van de winkel "{shop}" noemt {number}, net als die van de winkel "{other}"; een factuur is van één bestelling, laat er dus één staan.',
	},
	oldInvoiceNoDay: {
		facts: { shop: 'text' },
		en: "'Invoices of Another Connector' of the shop \"{shop}\" needs 'Book From': the first day that is not the other connector's; fill it in.",
		nl: "'Invoices of Another Connector' van de winkel \"{shop}\" vraagt 'Book From': de eerste dag die niet van de andere koppeling is; vul die in.",
	},
	noStatuses: {
		facts: { shop: 'text' },
		en: '\'Statuses to Book\' of shop "{shop}" is empty, so nothing would ever be booked.',
		nl: '\'Statuses to Book\' van winkel "{shop}" is leeg, dus er zou nooit iets geboekt worden.',
	},
	statusInBoth: {
		facts: { shop: 'text', status: 'text' },
		en: 'Shop "{shop}": status "{status}" stands both in \'Statuses to Book\' and in \'Statuses to Skip\'; keep one.',
		nl: 'Winkel "{shop}": status "{status}" staat zowel in \'Statuses to Book\' als in \'Statuses to Skip\'; laat er één staan.',
	},
	entryDateField: {
		facts: { shop: 'text' },
		en: "Shop \"{shop}\": 'Entry Date' is a field; name it in 'Entry Date Field'.",
		nl: "Winkel \"{shop}\": 'Entry Date' is een veld; noem het in 'Entry Date Field'.",
	},
	entryDateCompleted: {
		facts: { shop: 'text', kind: 'text' },
		en: 'Shop "{shop}": {kind} does not say when an order was completed; choose another \'Entry Date\'.',
		nl: 'Winkel "{shop}": {kind} zegt niet wanneer een bestelling is afgerond; kies een ander \'Entry Date\'.',
	},
	entryDateUnused: {
		facts: { shop: 'text' },
		en: "Shop \"{shop}\": 'Entry Date Field' is only used when 'Entry Date' is Field.",
		nl: "Winkel \"{shop}\": 'Entry Date Field' telt alleen als 'Entry Date' Field is.",
	},
	paperOfOrder: {
		facts: { shop: 'text' },
		en: "'Paper at the Entry' of the shop \"{shop}\" needs sales entries, but 'Document' makes sales orders; use one of them.",
		nl: "'Paper at the Entry' van de winkel \"{shop}\" vraagt verkoopboekingen, maar 'Document' maakt verkooporders; gebruik een van beide.",
	},
	paperInvoice: {
		facts: { shop: 'text' },
		en: '\'Paper at the Entry\' of the shop "{shop}" is its invoice, which can be fetched from WooCommerce only; choose the order sheet or none.',
		nl: '\'Paper at the Entry\' van de winkel "{shop}" is haar factuur, en die is alleen bij WooCommerce op te halen; kies het bestelblad of niets.',
	},
	paperReadAgain: {
		facts: { shop: 'text' },
		en: '\'Paper at the Entry\' of the shop "{shop}" is made of an order that is read again, which only WooCommerce and JouwWeb can give; choose none.',
		nl: '\'Paper at the Entry\' van de winkel "{shop}" wordt gemaakt van een bestelling die opnieuw gelezen wordt, en dat kan alleen bij WooCommerce en JouwWeb; kies niets.',
	},
	marginAccounts: {
		facts: { shop: 'text' },
		en: "Shop \"{shop}\" has 'Margin Scheme' on, but the accounts of 'Margin Scheme' are empty; fill them or switch it off.",
		nl: "Winkel \"{shop}\" heeft 'Margin Scheme' aan, maar de rekeningen van 'Margin Scheme' zijn leeg; vul ze in of zet het uit.",
	},

	// Rows that name the same thing twice, or nothing.
	methodTwice: {
		facts: { place: 'text', method: 'text' },
		en: '{place} names the payment method "{method}" twice; keep one.',
		nl: '{place} noemt de betaalmethode "{method}" twee keer; laat er één staan.',
	},
	providerTwice: {
		facts: { provider: 'text' },
		en: '\'Payout Providers\' names the provider "{provider}" twice; keep one.',
		nl: '\'Payout Providers\' noemt de provider "{provider}" twee keer; laat er één staan.',
	},
	skuTwice: {
		facts: { sku: 'text' },
		en: '\'Product Accounts\' names the SKU "{sku}" twice; keep one.',
		nl: '\'Product Accounts\' noemt de SKU "{sku}" twee keer; laat er één staan.',
	},
	categoryTwice: {
		facts: { category: 'text' },
		en: '\'Product Accounts\' names the category "{category}" twice; keep one.',
		nl: '\'Product Accounts\' noemt de categorie "{category}" twee keer; laat er één staan.',
	},
	productOfNothing: {
		en: "'Product Accounts' has a row with neither 'SKU' nor 'Category'; fill one of them.",
		nl: "'Product Accounts' heeft een regel zonder 'SKU' en zonder 'Category'; vul een van beide in.",
	},
	productOfBoth: {
		facts: { sku: 'text' },
		en: "'Product Accounts' has a row with both 'SKU' \"{sku}\" and 'Category'; fill one of them.",
		nl: "'Product Accounts' heeft een regel met 'SKU' \"{sku}\" én 'Category'; vul een van beide in.",
	},
	cardTwice: {
		facts: { place: 'text' },
		en: '{place} has two rows; keep one.',
		nl: '{place} heeft twee regels; laat er één staan.',
	},

	// VAT mapping.
	rateTwice: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' has two rows for {country} {percentage}; keep one.",
		nl: "'VAT Mapping' heeft twee regels voor {country} {percentage}; laat er één staan.",
	},
	rateOverlaps: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' has two rows for {country} {percentage}; let their 'From' and 'Until' not overlap.",
		nl: "'VAT Mapping' heeft twee regels voor {country} {percentage}; laat hun 'From' en 'Until' elkaar niet overlappen.",
	},
	untilBeforeFrom: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' of {country} {percentage}: 'Until' is before 'From'; correct one of them.",
		nl: "'VAT Mapping' van {country} {percentage}: 'Until' ligt voor 'From'; verbeter een van beide.",
	},
	vatAccountUnused: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' of {country} {percentage}: 'VAT Account' is for 'VAT Rate' own registration only; leave it empty.",
		nl: "'VAT Mapping' van {country} {percentage}: 'VAT Account' is alleen voor 'VAT Rate' eigen registratie; laat het leeg.",
	},
	vatAccountMissing: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' of {country} {percentage}: 'VAT Rate' is own registration, but 'VAT Account' is empty; choose the account on which the VAT owed there stands.",
		nl: "'VAT Mapping' van {country} {percentage}: 'VAT Rate' is eigen registratie, maar 'VAT Account' is leeg; kies de rekening waarop de daar verschuldigde btw staat.",
	},
	registeredAtHome: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' of {country} {percentage}: 'VAT Rate' own registration is for other countries than that of the shop in 'Shops'.",
		nl: "'VAT Mapping' van {country} {percentage}: 'VAT Rate' eigen registratie is voor andere landen dan dat van de winkel in 'Shops'.",
	},
	ossAtHome: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' of {country} {percentage}: 'VAT Rate' OSS is for other countries than that of the shop in 'Shops'.",
		nl: "'VAT Mapping' van {country} {percentage}: 'VAT Rate' OSS is voor andere landen dan dat van de winkel in 'Shops'.",
	},
	zeroAndNone: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'VAT Mapping' of {country} {percentage}: 'Percentage' and 'VAT Rate' contradict each other; 0 % goes with None (geen), any other percentage with High, Low or Other.",
		nl: "'VAT Mapping' van {country} {percentage}: 'Percentage' en 'VAT Rate' spreken elkaar tegen; 0 % hoort bij None (geen), elk ander percentage bij High, Low of Other.",
	},
	ossAccountMapped: {
		facts: { country: 'text', percentage: 'percentage' },
		en: "'OSS Account Without VAT' is an account of 'VAT Mapping' {country} {percentage}, which bears VAT; choose an account of turnover without VAT.",
		nl: "'OSS Account Without VAT' is een rekening van 'VAT Mapping' {country} {percentage}, waar btw op komt; kies een rekening voor omzet zonder btw.",
	},
	ossAccountTakes: {
		facts: { account: 'text', takes: 'text' },
		en: "'OSS Account Without VAT' is ledger account {account}, which takes VAT ({takes}); choose an account of turnover without VAT.",
		nl: "'OSS Account Without VAT' is grootboekrekening {account}, die btw aanneemt ({takes}); kies een rekening voor omzet zonder btw.",
	},
	ownVatNumber: {
		en: "'Own VAT Number' of 'VAT Number Check' does not have the form of an EU VAT number, such as NL123456789B01.",
		nl: "'Own VAT Number' van 'VAT Number Check' heeft niet de vorm van een btw-nummer uit de EU, zoals NL123456789B01.",
	},

	// Payments.
	fixedAndPaid: {
		facts: { method: 'text' },
		en: "The payment method \"{method}\" stands both in 'Fixed Debtors' and in 'Payment Methods'; with a clearing account there is no fixed debtor, keep one.",
		nl: "De betaalmethode \"{method}\" staat zowel in 'Fixed Debtors' als in 'Payment Methods'; met een tussenrekening is er geen vaste debiteur, laat er één staan.",
	},
	needsClearing: {
		facts: { place: 'text' },
		en: "{place}: 'Entry Kind' is memorial, so 'Clearing Account' has to be chosen.",
		nl: "{place}: 'Entry Kind' is memoriaal, dus 'Clearing Account' moet gekozen worden.",
	},
	noClearing: {
		facts: { place: 'text', kind: 'text' },
		en: "{place}: 'Entry Kind' is {kind}, which is booked on the journal's own account; leave 'Clearing Account' empty or choose memorial.",
		nl: "{place}: 'Entry Kind' is {kind}, en dat wordt op de eigen rekening van het dagboek geboekt; laat 'Clearing Account' leeg of kies memoriaal.",
	},
	needsCosts: {
		facts: { place: 'text' },
		en: "{place}: 'Book Fees' is on, so 'Payment Costs Account' has to be chosen.",
		nl: "{place}: 'Book Fees' staat aan, dus 'Payment Costs Account' moet gekozen worden.",
	},
	feesTwice: {
		facts: { place: 'text', provider: 'text', feesOn: 'text' },
		en: "{place}: 'Book Fees' is on while 'Payout Providers' \"{provider}\" has 'Fees On' {feesOn}, so every fee would be booked twice; switch one off.",
		nl: "{place}: 'Book Fees' staat aan terwijl 'Payout Providers' \"{provider}\" 'Fees On' {feesOn} heeft, dus elke toeslag zou twee keer geboekt worden; zet een van beide uit.",
	},
	needsTransfer: {
		facts: { place: 'text' },
		en: "{place}: 'Entry Kind' is memorial, so 'Transfer Account' has to be chosen.",
		nl: "{place}: 'Entry Kind' is memoriaal, dus 'Transfer Account' moet gekozen worden.",
	},
	feesNeedCosts: {
		facts: { place: 'text', feesOn: 'text' },
		en: "{place}: 'Fees On' is {feesOn}, so 'Payment Costs Account' has to be chosen.",
		nl: "{place}: 'Fees On' is {feesOn}, dus 'Payment Costs Account' moet gekozen worden.",
	},
	feesNeedVat: {
		facts: { place: 'text' },
		en: "{place}: a memorial that deducts VAT needs 'VAT Account of Fees' (btw te vorderen hoog); choose it.",
		nl: "{place}: een memoriaal dat btw aftrekt, vraagt 'VAT Account of Fees' (btw te vorderen hoog); kies die.",
	},
	feesNeedEu: {
		facts: { place: 'text' },
		en: "{place}: 'Fees On' is reverseCharge, so 'Account of EU Fees' has to be chosen.",
		nl: "{place}: 'Fees On' is reverseCharge, dus 'Account of EU Fees' moet gekozen worden.",
	},
	feesOfSmall: {
		facts: { place: 'text' },
		en: "{place}: 'Fees On' is costsWithVat, but under 'Small-Business Scheme' no VAT is deducted; choose costs.",
		nl: "{place}: 'Fees On' is costsWithVat, maar onder 'Small-Business Scheme' (kleineondernemersregeling) wordt geen btw afgetrokken; kies costs.",
	},
	sameAccounts: {
		facts: { place: 'text' },
		en: "{place}: 'Transfer Account' and 'Clearing Account' are the same ledger account; choose two.",
		nl: "{place}: 'Transfer Account' en 'Clearing Account' zijn dezelfde grootboekrekening; kies er twee.",
	},
	cardAccount: {
		en: "'Gift Card Journal' is chosen, so 'Gift Card Account' has to be chosen as well.",
		nl: "'Gift Card Journal' is gekozen, dus 'Gift Card Account' moet ook gekozen worden.",
	},

	// Other currencies.
	ratesEmpty: {
		en: "'Other Currencies': 'Exchange Rate' is Fixed Rates, but 'Fixed Rates' is empty; add a row per currency.",
		nl: "'Other Currencies': 'Exchange Rate' is Fixed Rates, maar 'Fixed Rates' is leeg; voeg een regel per valuta toe.",
	},
	ratesUnused: {
		facts: { use: 'text' },
		en: "'Other Currencies': 'Exchange Rate' is {use}, but 'Fixed Rates' has rows; choose Fixed Rates or remove them.",
		nl: "'Other Currencies': 'Exchange Rate' is {use}, maar 'Fixed Rates' heeft regels; kies Fixed Rates of haal ze weg.",
	},
	rateFieldEmpty: {
		en: "'Other Currencies': 'Exchange Rate' is Rate on the Order, but 'Rate Field' is empty; fill it.",
		nl: "'Other Currencies': 'Exchange Rate' is Rate on the Order, maar 'Rate Field' is leeg; vul het in.",
	},
	rateFieldUnused: {
		facts: { use: 'text', field: 'text' },
		en: "'Other Currencies': 'Exchange Rate' is {use}, but 'Rate Field' is \"{field}\"; choose Rate on the Order or empty it.",
		nl: "'Other Currencies': 'Exchange Rate' is {use}, maar 'Rate Field' is \"{field}\"; kies Rate on the Order of maak het leeg.",
	},
	currencyTwice: {
		facts: { currency: 'text' },
		en: "'Other Currencies': 'Fixed Rates' has two rows for {currency}; keep one.",
		nl: "'Other Currencies': 'Fixed Rates' heeft twee regels voor {currency}; laat er één staan.",
	},
	currencyTwiceFrom: {
		facts: { currency: 'text', from: 'date' },
		en: "'Other Currencies': 'Fixed Rates' has two rows for {currency} from {from}; keep one.",
		nl: "'Other Currencies': 'Fixed Rates' heeft twee regels voor {currency} vanaf {from}; laat er één staan.",
	},
	euroRate: {
		en: "'Other Currencies': 'Fixed Rates' has a row for EUR, which needs no rate; remove it.",
		nl: "'Other Currencies': 'Fixed Rates' heeft een regel voor EUR, die geen koers nodig heeft; haal hem weg.",
	},
	rateUnreadable: {
		facts: { currency: 'text', rate: 'text' },
		en: "'Other Currencies': 'Rate' of {currency} is \"{rate}\"; write a number above 0 with a point and at most 15 decimals, such as 1.0850.",
		nl: "'Other Currencies': 'Rate' van {currency} is \"{rate}\"; schrijf een getal boven 0 met een punt en hoogstens 15 decimalen, zoals 1.0850.",
	},
	rateUnreadableFrom: {
		facts: { currency: 'text', from: 'date', rate: 'text' },
		en: "'Other Currencies': 'Rate' of {currency} from {from} is \"{rate}\"; write a number above 0 with a point and at most 15 decimals, such as 1.0850.",
		nl: "'Other Currencies': 'Rate' van {currency} vanaf {from} is \"{rate}\"; schrijf een getal boven 0 met een punt en hoogstens 15 decimalen, zoals 1.0850.",
	},

	// Sales orders.
	groupTwice: {
		facts: { kind: 'text' },
		en: "'Revenue Groups' has two rows for {kind}; keep one.",
		nl: "'Revenue Groups' heeft twee regels voor {kind}; laat er één staan.",
	},
	groupMissing: {
		facts: { kind: 'text' },
		en: "'Document' is Sales Order, so 'Revenue Groups' needs a row for the VAT rate {kind} of 'VAT Mapping'.",
		nl: "'Document' is Sales Order, dus 'Revenue Groups' vraagt een regel voor de btw-soort {kind} van 'VAT Mapping'.",
	},
	termTooLong: {
		facts: { place: 'text', days: 'count', most: 'count' },
		en: "{place} is {days}, but with 'Document' Sales Order SnelStart takes {most} at most.",
		nl: "{place} is {days}, maar met 'Document' Sales Order neemt SnelStart hoogstens {most} aan.",
	},

	// Day totals.
	totalTwice: {
		facts: { shop: 'text' },
		en: '\'Day Totals\' names the shop "{shop}" twice; keep one.',
		nl: '\'Day Totals\' noemt de winkel "{shop}" twee keer; laat er één staan.',
	},
	totalOfNone: {
		facts: { shop: 'text' },
		en: "'Day Totals' names the shop \"{shop}\", which is not in 'Shops'.",
		nl: "'Day Totals' noemt de winkel \"{shop}\", die niet in 'Shops' staat.",
	},
	totalWithoutPayouts: {
		facts: { shop: 'text' },
		en: "'Day Totals' books the shop \"{shop}\" per payout, but no row of 'Payment Methods' has the clearing account of a row of 'Payout Providers'; choose the same one in both, or another period.",
		nl: "'Day Totals' boekt de winkel \"{shop}\" per uitbetaling, maar geen regel van 'Payment Methods' heeft de tussenrekening van een regel van 'Payout Providers'; kies in beide dezelfde, of een andere periode.",
	},
	totalPrefixTwice: {
		facts: { prefix: 'text' },
		en: "'Number Prefix' of two shops in 'Day Totals' is \"{prefix}\"; give each shop another one.",
		nl: "'Number Prefix' van twee winkels in 'Day Totals' is \"{prefix}\"; geef elke winkel een ander.",
	},
	totalPrefixLong: {
		facts: { prefix: 'text', most: 'count' },
		en: "'Number Prefix' \"{prefix}\" in 'Day Totals' has no room for the C that negative totals have before it; use at most {most} characters, or book refunds each by itself.",
		nl: "'Number Prefix' \"{prefix}\" in 'Day Totals' heeft geen plaats voor de C die bij negatieve totalen ervoor komt; gebruik hoogstens {most} tekens, of boek terugbetalingen elk apart.",
	},
	totalPrefixOfRefunds: {
		facts: { prefix: 'text' },
		en: "'Number Prefix' \"{prefix}\" in 'Day Totals' is that of the negative totals of another shop; give one of them another one.",
		nl: "'Number Prefix' \"{prefix}\" in 'Day Totals' is dat van de negatieve totalen van een andere winkel; geef een van beide een ander.",
	},
	totalCountryTwice: {
		facts: { country: 'text' },
		en: '\'Day Totals Abroad\' names the country "{country}" twice; keep one.',
		nl: '\'Day Totals Abroad\' noemt het land "{country}" twee keer; laat er één staan.',
	},
	totalsOfOrders: {
		en: "'Day Totals' are sales entries, but 'Document' makes sales orders; use one of them.",
		nl: "'Day Totals' zijn verkoopboekingen, maar 'Document' maakt verkooporders; gebruik een van beide.",
	},
} as const satisfies Record<string, SpokenEntry>;
export type ContradictionName = keyof typeof contradictionTexts;

/** A contradiction in both languages. */
export const contradiction = <Name extends ContradictionName>(
	name: Name,
	...[facts]: FactsIn<(typeof contradictionTexts)[Name]>
): Spoken => sayInBoth(contradictionTexts[name], facts);
