import type { CodeEntry } from './code';

const CHOOSE_MISSING_ACCOUNT = {
	en: "Choose the missing ledger account in the client settings and run 'Client settings'.",
	nl: "Kies de ontbrekende grootboekrekening in 'Client settings' en voer die workflow uit.",
};

/** An exchange rate of the settings says nothing of what a provider paid out. */
const PAYOUT_IN_EURO = {
	en: 'SnelStart books euros only, and a payout as the provider paid it out. Take a report in which each line has its amount in euro (net or settlement amount, with its currency), or book this payout by hand with the rate of the day.',
	nl: "SnelStart boekt alleen euro's, en een uitbetaling zoals de provider haar heeft gedaan. Neem een rapport waarin elke regel zijn bedrag in euro heeft (netto of afrekenbedrag, met de valuta), of boek deze uitbetaling met de hand tegen de dagkoers.",
};

/** Why no sales entry (verkoopboeking) or sales order (verkooporder) can be made of an order. */
export const documentCodes = {
	CURRENCY_NOT_EUR: {
		cases: {
			order: {
				facts: { currency: 'text' },
				en: 'The order is in {currency}.',
				nl: 'De bestelling is in {currency}.',
			},
			orderUnknown: {
				en: 'The order is in an unknown currency.',
				nl: 'De bestelling is in een onbekende valuta.',
			},
			threeDecimals: {
				facts: { currency: 'text' },
				en: 'The order is in {currency}, which has three decimals.',
				nl: 'De bestelling is in {currency}, een valuta met drie decimalen.',
			},
			payout: {
				facts: { currency: 'text' },
				en: 'The payout is in {currency}.',
				nl: 'De uitbetaling is in {currency}.',
				tip: PAYOUT_IN_EURO,
			},
			payoutField: {
				facts: { field: 'text', currency: 'text' },
				en: 'The field "{field}" is in {currency}.',
				nl: 'Het veld "{field}" is in {currency}.',
				tip: PAYOUT_IN_EURO,
			},
			payoutFieldUnknown: {
				facts: { field: 'text' },
				en: 'The field "{field}" is in an unknown currency.',
				nl: 'Het veld "{field}" is in een onbekende valuta.',
				tip: PAYOUT_IN_EURO,
			},
			payoutLine: {
				facts: { line: 'count' },
				en: 'Line {line} of the file is not in euro.',
				nl: 'Regel {line} van het bestand is niet in euro.',
				tip: PAYOUT_IN_EURO,
			},
			transaction: {
				en: 'A transaction is in another currency than the payout.',
				nl: 'Een transactie is in een andere valuta dan de uitbetaling.',
				tip: PAYOUT_IN_EURO,
			},
		},
		tip: {
			en: "SnelStart books euros only. Choose where the exchange rate comes from in 'Other Currencies' of the client settings, or book this order by hand with the rate of the day.",
			nl: "SnelStart boekt alleen euro's. Kies bij 'Other Currencies' in 'Client settings' waar de wisselkoers vandaan komt, of boek dit met de hand tegen de dagkoers.",
		},
	},
	TOTAL_NOT_EXACT: {
		cases: {
			empty: {
				facts: { number: 'text' },
				en: 'No order was found that belongs to the total {number}.',
				nl: 'Er is geen bestelling gevonden die bij totaal {number} hoort.',
			},
			mixed: {
				facts: { number: 'text', order: 'text' },
				en: 'Order {order} of the total {number} is treated otherwise for VAT than the others.',
				nl: 'Bestelling {order} van totaal {number} wordt voor de btw anders behandeld dan de andere.',
			},
			unread: {
				facts: { number: 'text', orders: 'count', read: 'count' },
				en: 'The total {number} has {orders} orders, and the booking records of {read} of them can be read.',
				nl: 'Totaal {number} heeft {orders} bestellingen, en van {read} is de vastlegging te lezen.',
			},
		},
		tip: {
			en: "Nothing was sent. Look at the rows of these orders in 'WebshopOrders' and 'BookingRecords': somebody changed or removed one. Put it back, or ask whoever keeps the workflows.",
			nl: "Er is niets verstuurd. Kijk naar de regels van deze bestellingen in 'WebshopOrders' en 'BookingRecords': iemand heeft er een veranderd of weggehaald. Zet die terug, of vraag het aan wie de workflows beheert.",
		},
	},
	TOTAL_WITHOUT_PAYOUT: {
		facts: { date: 'date' },
		found: {
			en: 'No payout of a payment provider has named this order of {date}, so it is in no total yet.',
			nl: 'Geen uitbetaling van een betaalprovider heeft deze bestelling van {date} genoemd, dus die staat nog in geen totaal.',
		},
		tip: {
			en: "Nothing was sent. Look at the provider whether this order is paid out. Is it, see whether that payout was read, and upload its report with 'Payout upload CSV'. Will it not be, choose 'Book per Day' at 'Without a Payout' in 'Day Totals', or name its payment method in 'Payment Methods by Themselves'; it is booked so the next night.",
			nl: "Er is niets verstuurd. Kijk bij de provider of deze bestelling is uitbetaald. Zo ja, kijk of die uitbetaling gelezen is, en upload het overzicht met 'Payout upload CSV'. Wordt die niet uitbetaald, kies dan 'Book per Day' bij 'Without a Payout' in 'Day Totals', of noem de betaalmethode bij 'Payment Methods by Themselves'; de nacht erna wordt die zo geboekt.",
		},
	},
	DRAFT_NOT_EXACT: {
		cases: {
			gap: {
				facts: { gap: 'cents' },
				en: 'Lines and VAT miss the invoice by {gap}.',
				nl: 'Regels en btw verschillen {gap} van het factuurbedrag.',
			},
			field: {
				facts: { field: 'text' },
				en: 'The draft is not valid: {field}.',
				nl: 'Het concept klopt niet: {field}.',
			},
			creditNote: {
				facts: { field: 'text' },
				en: 'The credit note is not valid: {field}.',
				nl: 'De creditnota klopt niet: {field}.',
			},
			creditNoteGap: {
				facts: { gap: 'cents' },
				en: 'The credit note is not valid: a gap of {gap}.',
				nl: 'De creditnota klopt niet: een verschil van {gap}.',
			},
		},
		tip: {
			en: 'The lines cannot be made to add up to the total. Book the order by hand and report the order number.',
			nl: 'De regels zijn niet sluitend te krijgen met het totaal. Boek de bestelling met de hand en meld het ordernummer.',
		},
	},
	EXCHANGE_RATE_MISSING: {
		cases: {
			fixed: {
				facts: { currency: 'text', date: 'date' },
				en: 'The order is in {currency}; no rate is set for {date}.',
				nl: 'De bestelling is in {currency}; voor {date} is geen koers ingesteld.',
			},
			field: {
				facts: { currency: 'text', field: 'text' },
				en: 'The order is in {currency}; its field "{field}" has no rate.',
				nl: 'De bestelling is in {currency}; in haar veld "{field}" staat geen koers.',
			},
			oneToOne: {
				facts: { currency: 'text', field: 'text' },
				en: 'The order is in {currency}; its field "{field}" says one to one, as if nothing was converted.',
				nl: 'De bestelling is in {currency}; haar veld "{field}" zegt één op één, alsof er niets omgerekend is.',
			},
		},
		tip: {
			en: "Add the rate to 'Fixed Rates' of 'Other Currencies' in the client settings, or let the shop store it on its orders.",
			nl: "Voeg de koers toe aan 'Fixed Rates' van 'Other Currencies' in 'Client settings', of laat de winkel hem bij haar bestellingen opslaan.",
		},
	},
	EXPORT_NOT_CONFIGURED: {
		found: {
			en: "'International' is not filled in for this order.",
			nl: "'International' is niet ingevuld voor deze bestelling.",
		},
		tip: {
			en: "Fill 'International' in the client settings and run 'Client settings'.",
			nl: "Vul 'International' in 'Client settings' in en voer die workflow uit.",
		},
	},
	GIFT_CARD_ACCOUNT_MISSING: {
		cases: {
			paid: {
				facts: { amount: 'cents' },
				en: 'A gift card covered {amount} of the order.',
				nl: 'Met een cadeaubon is {amount} van de bestelling betaald.',
			},
			sold: {
				en: 'The order sells a gift card or store credit without VAT.',
				nl: 'De bestelling verkoopt een cadeaubon of tegoed zonder btw.',
			},
		},
		tip: {
			en: "Choose 'Gift Card Account' in the client settings: the account that sold gift cards stand on.",
			nl: "Kies 'Gift Card Account' in 'Client settings': de grootboekrekening waar verkochte cadeaubonnen op staan.",
		},
	},
	ICP_NOT_CONFIGURED: {
		found: {
			en: "'ICP' is not filled in for this order.",
			nl: "'ICP' is niet ingevuld voor deze bestelling.",
		},
		tip: {
			en: "Fill 'ICP' in the client settings and run 'Client settings'.",
			nl: "Vul 'ICP' in 'Client settings' in en voer die workflow uit.",
		},
	},
	LEDGER_ACCOUNT_REFUSES_VAT: {
		facts: { account: 'count', setting: 'text' },
		found: {
			en: 'Ledger account {account} does not take the VAT of {setting}.',
			nl: 'Grootboekrekening {account} neemt de btw van {setting} niet aan.',
		},
		tip: {
			en: "Choose another ledger account for this line in the client settings and run 'Client settings'.",
			nl: "Kies in 'Client settings' een andere grootboekrekening voor deze regel en voer die workflow uit.",
		},
	},
	MAPPING_INCOMPLETE: {
		cases: {
			account: {
				facts: { part: 'part', setting: 'text', row: 'text' },
				en: "The order has a {part} line, but '{setting}' of {row} is empty.",
				nl: "De bestelling heeft een regel ({part}), maar '{setting}' van {row} is leeg.",
			},
			setting: {
				facts: { setting: 'text' },
				en: "'{setting}' is not filled in for this order.",
				nl: "'{setting}' is niet ingevuld voor deze bestelling.",
			},
			vatAccount: {
				facts: { row: 'text' },
				en: "'VAT Account' of {row} is empty.",
				nl: "'VAT Account' van {row} is leeg.",
			},
		},
		tip: CHOOSE_MISSING_ACCOUNT,
	},
	MARGIN_NOT_CONFIGURED: {
		found: {
			en: "'Margin Scheme' is not filled in for this order.",
			nl: "'Margin Scheme' is niet ingevuld voor deze bestelling.",
		},
		tip: {
			en: "Fill 'Margin Scheme' in the client settings, or switch the margin scheme of the shop off.",
			nl: "Vul 'Margin Scheme' in 'Client settings' in, of zet de margeregeling van de winkel uit.",
		},
	},
	NO_VAT_MAPPING: {
		cases: {
			noRow: {
				facts: { rate: 'percentage', country: 'country' },
				en: "The order has VAT at {rate} delivered in {country}, but 'VAT Mapping' has no such row.",
				nl: "De bestelling heeft btw van {rate}, geleverd in {country}, maar zo'n regel staat niet in 'VAT Mapping'.",
			},
			otherDays: {
				facts: { rate: 'percentage', country: 'country', date: 'date' },
				en: "The order has VAT at {rate} delivered in {country}, but 'VAT Mapping' has no such row for {date}.",
				nl: "De bestelling heeft btw van {rate}, geleverd in {country}, maar voor {date} staat zo'n regel niet in 'VAT Mapping'.",
			},
			notOss: {
				facts: { row: 'text' },
				en: '{row} is not an OSS row, but other lines of the order are.',
				nl: '{row} is geen OSS-regel, maar andere regels van de bestelling vallen wel onder OSS.',
				tip: {
					en: "Choose OSS as 'VAT Rate' of that row too, with accounts of its OSS rate.",
					nl: "Kies ook bij die regel OSS als 'VAT Rate', met rekeningen van het OSS-tarief.",
				},
			},
		},
		tip: {
			en: "Add a row for this country and percentage to 'VAT Mapping' in the client settings, or correct the tax settings of the shop.",
			nl: "Voeg voor dit land en percentage een regel toe aan 'VAT Mapping' in 'Client settings', of verbeter de btw-instellingen van de winkel.",
		},
	},
	OSS_NOT_AVAILABLE: {
		facts: { country: 'country' },
		found: {
			en: 'The order has VAT of {country} that is booked by OSS.',
			nl: 'De bestelling heeft btw van {country} die via OSS geboekt wordt.',
		},
		tip: {
			en: "Switch OSS on in SnelStart (foreign VAT on invoices) and run 'Client settings' again.",
			nl: "Zet OSS in SnelStart aan (buitenlandse btw op facturen) en voer 'Client settings' opnieuw uit.",
		},
	},
	REVENUE_GROUP_MISSING: {
		cases: {
			order: {
				facts: { part: 'part', vatKind: 'text' },
				en: "The order has a {part} line with the VAT rate {vatKind}, but 'Revenue Groups' has no such row.",
				nl: "De bestelling heeft een regel ({part}) met het btw-tarief {vatKind}, maar zo'n regel staat niet in 'Revenue Groups'.",
			},
			article: {
				facts: { vatKind: 'text' },
				en: "'Revenue Groups' has no row for the VAT rate {vatKind}.",
				nl: "'Revenue Groups' heeft geen regel voor het btw-tarief {vatKind}.",
			},
		},
		tip: {
			en: "Add a row for this VAT rate to 'Revenue Groups' in the client settings and run 'Client settings'.",
			nl: "Voeg voor dit btw-tarief een regel toe aan 'Revenue Groups' in 'Client settings' en voer die workflow uit.",
		},
	},
	ROUNDING_ACCOUNT_MISSING: {
		cases: {
			order: {
				facts: { made: 'cents', total: 'cents', gap: 'cents' },
				en: 'Lines and VAT make {made}, the total is {total}: a gap of {gap}.',
				nl: 'Regels en btw komen uit op {made}, het totaal is {total}: een verschil van {gap}.',
			},
			refund: {
				facts: { gap: 'cents' },
				en: 'The lines of the refund miss {gap} of its amount.',
				nl: 'De regels van de terugbetaling verschillen {gap} van haar bedrag.',
			},
		},
		tip: {
			en: "Choose 'Rounding Account' in the client settings, so that a difference of a few cents can be booked.",
			nl: "Kies 'Rounding Account' in 'Client settings', zodat een verschil van enkele centen geboekt kan worden.",
		},
	},
	SALES_ORDER_VAT: {
		cases: {
			oss: {
				facts: { country: 'country' },
				en: 'Delivered to a consumer in {country} with VAT of that country: OSS.',
				nl: 'Geleverd aan een consument in {country} met btw van dat land: OSS.',
			},
			ownRegistration: {
				facts: { country: 'country' },
				en: 'Delivered to {country} with VAT of that country, where the client has a VAT registration of its own, as the VAT mapping says.',
				nl: "Geleverd aan {country} met btw van dat land, waar de onderneming een eigen btw-registratie heeft, zoals in 'VAT Mapping' staat.",
			},
			reverseCharge: {
				facts: { country: 'country' },
				en: 'Delivered in {country} without VAT to a business with a VAT number: reverse charge, as the settings say.',
				nl: 'Geleverd in {country} zonder btw aan een bedrijf met een btw-nummer: btw verlegd, zoals is ingesteld.',
			},
		},
		tip: {
			en: 'SnelStart decides the VAT of a sales order by itself and cannot be told this. Make this order by hand, or book sales entries.',
			nl: 'SnelStart bepaalt de btw van een verkooporder zelf en laat zich dit niet opgeven. Maak deze order met de hand, of boek verkoopboekingen.',
		},
	},
	UNTAXED_DOMESTIC_LINE: {
		facts: { country: 'country' },
		found: {
			en: 'A product delivered in {country} has no VAT rate.',
			nl: 'Een artikel dat in {country} is geleverd, heeft geen btw-tarief.',
		},
		tip: {
			en: "A line at home has no VAT rate at all, as gift cards and deposits have. Give its SKU an account in 'Product Accounts' of the client settings, or the product a tax class in the shop. For reverse charge the order needs the customer's VAT number of that country. A client that charges no VAT by law says so in 'Small-Business Scheme' or 'Exempt Products' of the client settings.",
			nl: "Een binnenlandse regel heeft helemaal geen btw-tarief, zoals bij cadeaubonnen en statiegeld. Geef de SKU een rekening in 'Product Accounts' van 'Client settings', of het artikel een belastingklasse in de winkel. Voor btw verlegd heeft de bestelling het btw-nummer van de klant in dat land nodig. Een onderneming die volgens de wet geen btw rekent, vult 'Small-Business Scheme' of 'Exempt Products' in 'Client settings' in.",
		},
	},
	VAT_CHARGED_ON_ZERO_RATE: {
		facts: { vat: 'cents' },
		found: {
			en: 'The shop charged {vat} VAT where the settings say none.',
			nl: 'De winkel heeft {vat} btw berekend waar volgens de instellingen geen btw geldt.',
		},
		tip: {
			en: 'Correct the tax settings of the shop, or book the order by hand.',
			nl: 'Verbeter de btw-instellingen van de winkel, of boek de bestelling met de hand.',
		},
	},
	VAT_RATE_DIFFERS: {
		cases: {
			other: {
				facts: { rate: 'percentage', vatKind: 'text', inForce: 'percentage', date: 'date' },
				en: 'The shop charged {rate}, but the VAT rate "{vatKind}" in SnelStart is {inForce} on {date}.',
				nl: 'De winkel heeft {rate} berekend, maar het btw-tarief "{vatKind}" is in SnelStart op {date} {inForce}.',
			},
			none: {
				facts: { rate: 'percentage', vatKind: 'text', date: 'date' },
				en: 'The shop charged {rate}, but the VAT rate "{vatKind}" in SnelStart is not in force on {date}.',
				nl: 'De winkel heeft {rate} berekend, maar het btw-tarief "{vatKind}" geldt in SnelStart niet op {date}.',
			},
		},
		tip: {
			en: "The VAT rate chosen in 'VAT Mapping' has another percentage in SnelStart on the order's date. Correct the row in the client settings.",
			nl: "Het btw-tarief dat in 'VAT Mapping' gekozen is, heeft in SnelStart op de besteldatum een ander percentage. Verbeter de regel in 'Client settings'.",
		},
	},
} as const satisfies Record<string, CodeEntry>;
