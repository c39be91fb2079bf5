import type { CodeEntry } from './code';

/** What is wrong with a file can be mended in it. */
const IN_THE_FILE = {
	en: "Nothing was booked. Correct this in the file, or write in 'Your values' of 'Payout upload CSV' which heading each column has, and send the file again.",
	nl: "Er is niets geboekt. Verbeter dit in het bestand, of schrijf bij 'Your values' van 'Payout upload CSV' welke kop elke kolom heeft, en stuur het bestand opnieuw.",
};

/** Why a payout (uitbetaling) of a payment provider is not booked. */
export const payoutCodes = {
	ENTRY_WITHOUT_ORDER: {
		cases: {
			none: {
				en: 'No order carries its payment id, order id or number.',
				nl: 'Geen bestelling heeft dit betalings-id, order-id of nummer.',
			},
			severalNamed: {
				facts: { orders: 'count', by: 'text' },
				en: '{orders} orders fit ({by}).',
				nl: 'Er passen {orders} bestellingen ({by}).',
			},
			severalAlike: {
				en: 'Several orders or payments have this amount and date.',
				nl: 'Meer bestellingen of betalingen hebben dit bedrag en deze datum.',
			},
			tooMuch: {
				facts: { total: 'cents', settled: 'cents' },
				en: 'The order of {total} would be settled for {settled}.',
				nl: 'De bestelling van {total} zou voor {settled} afgeletterd worden.',
			},
		},
		tip: {
			en: 'Find out which order was paid, and book the line against the clearing account.',
			nl: 'Zoek uit welke bestelling betaald is, en boek de regel op de tussenrekening.',
		},
	},
	EXCHANGE_UNCLEAR: {
		cases: {
			amounts: {
				facts: { order: 'text', gross: 'cents', booked: 'amounts' },
				en: 'The provider settled {gross} of order {order}, which was paid in another currency and booked as {booked}: more than an exchange rate makes, or several fit.',
				nl: 'De provider heeft {gross} van bestelling {order} afgerekend, die in een andere valuta betaald is en geboekt als {booked}: meer dan een koers verschilt, of er passen er meer.',
			},
			unknown: {
				facts: { order: 'text', gross: 'cents' },
				en: 'The provider settled {gross} of order {order}, which was paid in another currency, and what was booked of it is not known.',
				nl: 'De provider heeft {gross} van bestelling {order} afgerekend, die in een andere valuta betaald is, en wat daarvan geboekt is, is niet bekend.',
			},
		},
		tip: {
			en: 'See what the payment of this order put on the clearing account, book what is left there on the exchange account, and set the state of this row to nothingToBook.',
			nl: 'Kijk wat de betaling van deze bestelling op de tussenrekening heeft gezet, boek wat daar overblijft op de rekening koersverschillen, en zet state van deze regel op nothingToBook.',
		},
	},
	PAYOUT_CAME_ANOTHER_WAY: {
		facts: { journal: 'text', date: 'date', amount: 'cents' },
		found: {
			en: 'In the journal {journal} something of this payout stands already: {amount} on {date}. It came another way, such as an imported statement of the provider, so the payout is not booked again.',
			nl: 'In het dagboek {journal} staat al iets van deze uitbetaling: {amount} op {date}. Dat kwam langs een andere weg, zoals een ingelezen afschrift van de provider, dus de uitbetaling is niet nog eens geboekt.',
		},
		tip: {
			en: "Let one way book the payouts. Stop importing the statements of the provider and take out of that journal what they booked, then the next run books this payout. Or keep importing them, take the provider out of 'Payout Providers', and set the state of this row to nothingToBook. Is it other money, book this payout by hand.",
			nl: "Laat uitbetalingen langs één weg boeken. Lees de afschriften van de provider niet meer in en haal uit dat dagboek weg wat ze boekten, dan boekt de volgende keer deze uitbetaling. Of blijf ze inlezen, haal de provider uit 'Payout Providers' en zet state van deze regel op nothingToBook. Is het ander geld, boek deze uitbetaling dan met de hand.",
		},
	},
	PAYOUT_ENTRY_UNKNOWN: {
		cases: {
			line: {
				facts: { line: 'count', net: 'cents' },
				en: 'Line {line} of {net} is of an unknown kind.',
				nl: 'Regel {line} van {net} is van een onbekende soort.',
			},
			kind: {
				facts: { line: 'count', net: 'cents', kind: 'words' },
				en: 'Line {line} of {net} is of a kind that is not known: "{kind}".',
				nl: 'Regel {line} van {net} is van een soort die niet bekend is: "{kind}".',
			},
		},
		tip: {
			en: "The payout holds a line of a kind that is not booked by itself. Find out what it is, and write the word for it in a report of the provider as a CSV file: payment, refund, chargeback, fee, reserve or invoice. Send that by 'Payout upload CSV', or book this payout by hand.",
			nl: "De uitbetaling bevat een soort regel die niet vanzelf geboekt wordt. Zoek uit wat het is en zet het woord daarvoor in een rapport van de provider als CSV-bestand: betaling, terugbetaling, chargeback, kosten, reservering of factuur. Stuur dat met 'Payout upload CSV', of boek deze uitbetaling met de hand.",
		},
	},
	PAYOUT_FEE_VAT: {
		cases: {
			reverseCharge: {
				facts: { vat: 'cents' },
				en: "The provider charged VAT of {vat} on its fees, while 'Fees On' says that it is in another EU country and charges none.",
				nl: "De provider heeft {vat} btw over zijn kosten berekend, terwijl 'Fees On' zegt dat hij in een ander EU-land zit en geen btw berekent.",
			},
			tooMuch: {
				facts: { vat: 'cents', fees: 'cents', percentage: 'percentage' },
				en: 'The provider states VAT of {vat} in fees of {fees}, which is not what {percentage} makes of them.',
				nl: 'De provider noemt {vat} btw in kosten van {fees}, en dat is niet wat {percentage} daarvan maakt.',
			},
		},
		tip: {
			en: "Look at the invoice of the provider and choose 'Fees On' of this provider in 'Payout Providers' to match: Dutch VAT, services from the EU, or the clearing account, where the invoice itself is booked.",
			nl: "Kijk op de factuur van de provider en kies 'Fees On' van deze provider in 'Payout Providers' zoals die is: Nederlandse btw, diensten uit de EU, of de tussenrekening, waarop de factuur zelf wordt geboekt.",
		},
	},
	PAYOUT_NOT_EXPLAINED: {
		cases: {
			line: {
				facts: { line: 'count', gross: 'cents', fee: 'cents', net: 'cents' },
				en: 'Line {line} has {gross} − fee {fee}, but states {net}.',
				nl: 'Regel {line} heeft {gross} − {fee} kosten, maar noemt {net}.',
			},
			total: {
				facts: { made: 'cents', net: 'cents', gap: 'cents' },
				en: 'The lines make {made}, paid out was {net}: a gap of {gap}.',
				nl: 'De regels komen uit op {made}, uitbetaald is {net}: een verschil van {gap}.',
			},
			empty: {
				en: 'The payout has no lines.',
				nl: 'De uitbetaling heeft geen regels.',
			},
		},
		tip: {
			en: "The lines of the payout do not add up to what was paid out. Read the whole payout again, with all its lines. Of a file: let it hold the lines of this payout alone, and look in 'Your values' of 'Payout upload CSV' whether gross, costs and net are the right columns.",
			nl: "De regels van de uitbetaling tellen niet op tot wat er uitbetaald is. Lees de hele uitbetaling opnieuw, met al haar regels. Van een bestand: laat er alleen de regels van deze uitbetaling in staan, en kijk bij 'Your values' van 'Payout upload CSV' of bruto, kosten en netto de goede kolommen zijn.",
		},
	},
	PAYOUT_NOT_FINAL: {
		cases: {
			settlement: {
				facts: { status: 'text' },
				en: 'The settlement is {status}.',
				nl: 'De afrekening heeft de status {status}.',
			},
			payout: {
				facts: { status: 'text' },
				en: 'The payout is {status}.',
				nl: 'De uitbetaling heeft de status {status}.',
			},
		},
		tip: {
			en: 'Nothing to do: the payout is booked when the provider has paid it out.',
			nl: 'Niets te doen: de uitbetaling wordt geboekt zodra de provider haar heeft uitbetaald.',
		},
	},
	PAYOUT_PROVIDER_NOT_CONFIGURED: {
		facts: { provider: 'text' },
		found: {
			en: "'Payout Providers' has no row for {provider}.",
			nl: "'Payout Providers' heeft geen regel voor {provider}.",
		},
		tip: {
			en: "Add the provider to 'Payout Providers' in the client settings and run 'Client settings'.",
			nl: "Voeg de provider toe aan 'Payout Providers' in 'Client settings' en voer die workflow uit.",
		},
	},
	PAYOUT_SETTING_MISSING: {
		cases: {
			costs: {
				en: "'Payment Costs Account' is empty.",
				nl: "'Payment Costs Account' is leeg.",
			},
			provider: {
				facts: { setting: 'text', provider: 'text' },
				en: "The payout needs '{setting}' of 'Payout Providers' \"{provider}\", which is empty.",
				nl: "Voor de uitbetaling is '{setting}' van 'Payout Providers' \"{provider}\" nodig, en dat is leeg.",
			},
		},
		tip: {
			en: "Choose the missing ledger account of this provider in the client settings and run 'Client settings'.",
			nl: "Kies in 'Client settings' de ontbrekende grootboekrekening van deze provider en voer die workflow uit.",
		},
	},
	PAYOUT_TWICE: {
		found: {
			en: 'The payout stands twice in the input.',
			nl: 'De uitbetaling staat twee keer in de invoer.',
		},
		tip: {
			en: 'Nothing to do: the payout is booked once.',
			nl: 'Niets te doen: de uitbetaling wordt één keer geboekt.',
		},
	},
	PAYOUT_UNMATCHED_HELD: {
		facts: { lines: 'count' },
		found: {
			en: '{lines} line(s) have no order.',
			nl: 'Bij {lines} regel(s) hoort geen bestelling.',
		},
		tip: {
			en: 'Match the entries listed with their orders, or let the node book them on the clearing account.',
			nl: 'Koppel de genoemde regels aan hun bestellingen, of laat de node ze op de tussenrekening boeken.',
		},
	},
	PAYOUT_UNREADABLE: {
		cases: {
			item: {
				en: 'The item holds no payout.',
				nl: 'Het item bevat geen uitbetaling.',
			},
			form: {
				facts: { field: 'text' },
				en: 'The payout cannot be read: {field}.',
				nl: 'De uitbetaling is niet te lezen: {field}.',
			},
			noDate: {
				en: 'The payout has no readable date.',
				nl: 'De uitbetaling heeft geen leesbare datum.',
			},
			noAmount: {
				facts: { field: 'text' },
				en: 'The field "{field}" holds no amount.',
				nl: 'In het veld "{field}" staat geen bedrag.',
			},
			noCents: {
				facts: { field: 'text' },
				en: 'The field "{field}" holds no amount in whole cents.',
				nl: 'In het veld "{field}" staat geen bedrag in hele centen.',
			},
			noCentsAt: {
				facts: { place: 'place' },
				en: '{place}: this is not an amount in whole cents.',
				nl: '{place}: dit is geen bedrag in hele centen.',
			},
			settlementAmount: {
				en: 'The settlement has no amount.',
				nl: 'De afrekening heeft geen bedrag.',
			},
			settlementLine: {
				facts: { type: 'text' },
				en: 'A {type} of the settlement has no amount.',
				nl: 'Een regel ({type}) van de afrekening heeft geen bedrag.',
			},
			payoutAmount: {
				en: 'The payout has no settlement amount.',
				nl: 'De uitbetaling heeft geen afrekenbedrag.',
			},
			transaction: {
				en: 'A transaction has no amount.',
				nl: 'Een transactie heeft geen bedrag.',
			},
			manualPayout: {
				en: 'Stripe does not say which transactions a manual payout holds.',
				nl: 'Stripe zegt niet welke transacties bij een handmatige uitbetaling horen.',
			},
			pages: {
				en: 'The statement is one of several pages; join them.',
				nl: "Het overzicht is een van meer pagina's; voeg ze samen.",
			},
			noBalances: {
				en: 'PayPal states no balances, so nothing proves that no transaction is missing.',
				nl: "PayPal noemt geen saldo's, dus niets bewijst dat er geen transactie ontbreekt.",
			},
			noAmountColumn: {
				facts: { columns: 'names' },
				en: 'The file has no column of amounts. Its columns are: {columns}.',
				nl: 'Het bestand heeft geen kolom met bedragen. Zijn kolommen zijn: {columns}.',
				tip: IN_THE_FILE,
			},
			noHeadings: {
				en: 'The file has no column of amounts, and no other column either.',
				nl: 'Het bestand heeft geen kolom met bedragen, en ook geen andere kolom.',
				tip: IN_THE_FILE,
			},
			noColumn: {
				facts: { column: 'text' },
				en: 'The file has no column "{column}".',
				nl: 'Het bestand heeft geen kolom "{column}".',
				tip: IN_THE_FILE,
			},
			sign: {
				facts: { place: 'place', word: 'words' },
				en: '{place}: "{word}" does not say whether the money came in (C) or went out (D).',
				nl: '{place}: "{word}" zegt niet of het geld binnenkwam (C) of eruit ging (D).',
				tip: IN_THE_FILE,
			},
			openQuote: {
				en: 'The file has a quote that never ends.',
				nl: 'In het bestand staat een aanhalingsteken dat niet gesloten wordt.',
				tip: IN_THE_FILE,
			},
			twoDecimalMarks: {
				en: 'Some amounts have a decimal comma, others a point.',
				nl: 'Sommige bedragen hebben een decimale komma, andere een punt.',
				tip: IN_THE_FILE,
			},
			noDecimalMark: {
				en: 'Nothing tells whether a comma or a point stands before the cents. Write amounts with two decimals.',
				nl: 'Nergens blijkt of er een komma of een punt voor de centen staat. Schrijf bedragen met twee decimalen.',
				tip: IN_THE_FILE,
			},
			date: {
				facts: { place: 'place', value: 'words' },
				en: '{place}: "{value}" is not a date like 24-11-2026.',
				nl: '{place}: "{value}" is geen datum zoals 24-11-2026.',
				tip: IN_THE_FILE,
			},
		},
		tip: {
			en: 'The payout lacks something that every payout has. Check how it was read from the provider.',
			nl: 'De uitbetaling mist iets wat elke uitbetaling heeft. Controleer hoe ze bij de provider is gelezen.',
		},
	},
	PAYOUT_LINE_KEPT: {
		facts: { currency: 'text', amount: 'amount', date: 'date', order: 'text' },
		found: {
			en: 'On {date} the provider took in or paid out {currency} {amount} ({order}) and keeps it in that currency. It is no part of what was paid out in euro, and nothing is booked of it.',
			nl: 'De provider heeft op {date} {currency} {amount} ({order}) ontvangen of betaald en houdt dat in die valuta aan. Het is geen deel van de uitbetaling in euro, en er is niets van geboekt.',
		},
		tip: {
			en: 'As long as it is kept it stays on the clearing account. When the provider turns it into euro, the statement of that day takes it off. Then set the state of this row to nothingToBook.',
			nl: 'Zolang het wordt aangehouden, blijft het op de tussenrekening staan. Wisselt de provider het om in euro, dan haalt het overzicht van die dag het eraf. Zet daarna state van deze regel op nothingToBook.',
		},
	},
	PAYOUT_ONLY_FOREIGN: {
		facts: { lines: 'count' },
		found: {
			en: 'All {lines} lines are in another currency that the provider keeps; nothing moved in euro.',
			nl: 'Alle {lines} regels zijn in een andere valuta die de provider aanhoudt; in euro is er niets gebeurd.',
		},
		tip: {
			en: 'Nothing to book: set the state of this row to nothingToBook. Each line has a row of its own.',
			nl: 'Niets te boeken: zet state van deze regel op nothingToBook. Elke regel heeft een eigen rij.',
		},
	},
	PROVIDER_LIST_NOT_WHOLE: {
		facts: { list: 'text' },
		found: {
			en: 'The provider did not give its list of {list} to the end.',
			nl: 'De provider heeft zijn lijst ({list}) niet tot het einde gegeven.',
		},
		tip: {
			en: 'Nothing was decided and the next run reads it again. If it stays, look at the run: which page is the last one.',
			nl: 'Er is niets beslist en de volgende run leest de lijst opnieuw. Blijft het zo, kijk dan in de run welke pagina de laatste is.',
		},
	},
	REFUND_CAME_BACK: {
		facts: { refund: 'cents', date: 'date', order: 'text' },
		found: {
			en: 'A refund of {refund} of order {order} came back to the provider on {date}: it did not reach the customer.',
			nl: 'Een terugbetaling van {refund} van bestelling {order} is op {date} bij de provider teruggekomen: ze heeft de klant niet bereikt.',
		},
		tip: {
			en: 'The credit note stands, so the customer still gets this money; until then it is on the clearing account. Pay it back in another way and book that against the clearing account, or, if the customer gets nothing after all, delete the refund in the shop and take its credit note back. Then set the state of this row to nothingToBook.',
			nl: 'De creditnota blijft staan, dus de klant krijgt dit geld nog; tot dan staat het op de tussenrekening. Betaal het op een andere manier terug en boek dat op de tussenrekening, of verwijder, als de klant toch niets krijgt, de terugbetaling in de winkel en draai haar creditnota terug. Zet daarna state van deze regel op nothingToBook.',
		},
	},
	REFUND_WITHOUT_CREDIT_NOTE: {
		facts: { refund: 'cents', date: 'date', order: 'text' },
		found: {
			en: 'The provider paid {refund} of order {order} back on {date}, but there is no credit note for it.',
			nl: 'De provider heeft op {date} {refund} van bestelling {order} terugbetaald, maar er is geen creditnota voor.',
		},
		tip: {
			en: 'Enter the refund in the shop too, by hand, for the money went back already: its credit note follows from that. Settle the credit note against the clearing account and set the state of this row to nothingToBook.',
			nl: 'Voer de terugbetaling ook in de winkel in, handmatig, want het geld is al terug: daar volgt de creditnota uit. Letter de creditnota af tegen de tussenrekening en zet state van deze regel op nothingToBook.',
		},
	},
	UPLOAD_PROVIDER_UNKNOWN: {
		cases: {
			known: {
				facts: { provider: 'text', known: 'names' },
				en: 'The settings know no payment provider "{provider}". They know: {known}. Nothing was read or booked.',
				nl: 'De instellingen kennen geen betaaldienst "{provider}". Ze kennen: {known}. Er is niets gelezen of geboekt.',
			},
			none: {
				facts: { provider: 'text' },
				en: 'The settings know no payment provider "{provider}", nor any other one. Nothing was read or booked.',
				nl: 'De instellingen kennen geen betaaldienst "{provider}", en ook geen andere. Er is niets gelezen of geboekt.',
				tip: {
					en: "Add the provider to 'Payout Providers' in the client settings, run 'Client settings', and send the file again.",
					nl: "Voeg de betaaldienst toe aan 'Payout Providers' in 'Client settings', voer die workflow uit en stuur het bestand opnieuw.",
				},
			},
		},
		tip: {
			en: "Go back and send the file again with one of these names. Is it another provider, add it to 'Payout Providers' in the client settings first and run 'Client settings'.",
			nl: "Ga terug en stuur het bestand opnieuw met een van deze namen. Is het een andere betaaldienst, voeg die dan eerst toe aan 'Payout Providers' in 'Client settings' en voer die workflow uit.",
		},
	},
	UPLOAD_TOO_LARGE: {
		facts: { most: 'count' },
		found: {
			en: 'The file is empty, larger than 5 MB, or has more than {most} lines below its headings. Nothing was read.',
			nl: 'Het bestand is leeg, is groter dan 5 MB, of heeft meer dan {most} regels onder zijn kolomkoppen. Er is niets gelezen.',
		},
		tip: {
			en: 'Upload the report of this one payout only. Is it really so long, then use the workflow of its provider, or book it by hand.',
			nl: 'Upload alleen het overzicht van deze ene uitbetaling. Is het echt zo lang, gebruik dan de workflow van de provider, of boek haar met de hand.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
