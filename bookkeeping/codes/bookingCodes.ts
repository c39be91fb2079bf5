import type { CodeEntry } from './code';
import type { Spoken } from './facts';

const ownPrefix: Spoken = {
	en: 'Look the number up in SnelStart; give the shop its own number prefix if two shops share numbers',
	nl: 'Zoek het nummer op in SnelStart; geef de winkel een eigen voorvoegsel als twee winkels dezelfde nummers gebruiken',
};
const ownPrefixOfReference: Spoken = {
	en: 'Look the reference up in SnelStart; give the shop its own number prefix if two shops share numbers',
	nl: 'Zoek het kenmerk op in SnelStart; geef de winkel een eigen voorvoegsel als twee winkels dezelfde nummers gebruiken',
};
const changedOnTheWay: Spoken = {
	en: 'Nothing was sent; check what changed the draft between the transformer and this node',
	nl: 'Er is niets verstuurd; ga na wat het concept tussen de transformer en deze node veranderd heeft',
};
const lettersAndDigits: Spoken = {
	en: 'Set article codes to 25 letters and digits in SnelStart, then offer the order again',
	nl: 'Zet artikelcodes in SnelStart op 25 letters en cijfers en bied de bestelling opnieuw aan',
};

/** Why the SnelStart node did not book or register what it was given. */
export const bookingCodes = {
	BESIDE_NOT_BOOKED: {
		facts: { number: 'text', beside: 'text', amount: 'cents', answer: 'text' },
		found: {
			en: '{number} is in the books, and {beside} of {amount} that belongs to it was refused ({answer})',
			nl: '{number} staat in de boekhouding, en {beside} van {amount} die erbij hoort, is geweigerd ({answer})',
		},
		tip: {
			en: 'Do what is said of the code in brackets. It is then tried again within a day, as long as the order or refund in the shop is as it was booked; of an undo when the form is sent again. Booked by hand under that number, with the day and the customer of {number}, it is found and nothing more is sent. Cancelled in the shop, what stands in the books is credited',
			nl: 'Doe wat er bij de code tussen haakjes staat. Binnen een dag wordt {beside} daarna opnieuw geprobeerd, zolang de bestelling of terugbetaling in de winkel is zoals ze geboekt werd; bij terugdraaien als het formulier opnieuw verstuurd wordt. Met de hand geboekt onder dat nummer, met de dag en de klant van {number}, wordt ze gevonden en niets meer verstuurd. Bij annulering in de winkel wordt gecrediteerd wat er in de boekhouding staat',
		},
	},
	CUSTOMER_CANNOT_BE_FOUND: {
		found: {
			en: 'The customer has no e-mail address, number or postcode to be found by',
			nl: 'De klant heeft geen e-mailadres, nummer of postcode om op te zoeken',
		},
		tip: {
			en: "Fill the e-mail address or the postcode in the shop, or set a fixed debtor for this payment method in the 'Webshop Settings' node",
			nl: "Vul in de winkel het e-mailadres of de postcode in, of kies in de node 'Webshop Settings' een vaste debiteur voor deze betaalmethode",
		},
	},
	DOCUMENT_NUMBER_IN_USE: {
		facts: { number: 'text' },
		found: {
			en: 'The journal holds another entry with this document number (boekstuk): {number}',
			nl: 'In het dagboek staat al een andere boeking met dit boekstuknummer: {number}',
		},
		tip: {
			en: 'Look the number up in SnelStart: when it is this payment, nothing has to be done; else give that entry another number',
			nl: 'Zoek het nummer op in SnelStart: is het deze betaling, dan hoeft er niets te gebeuren; geef anders die boeking een ander nummer',
		},
	},
	DOCUMENT_NUMBER_TWICE_IN_BATCH: {
		facts: { number: 'text' },
		found: {
			en: 'Another item of this run has the same document number (boekstuk): {number}',
			nl: 'Een ander item van deze uitvoering heeft hetzelfde boekstuknummer: {number}',
		},
		tip: {
			en: "Book it by hand, or give the payments ids of their own in the order's field 'payments'",
			nl: "Boek het met de hand, of geef de betalingen eigen ids in het veld 'payments' van de bestelling",
		},
	},
	DRAFT_INVALID: {
		cases: {
			fields: {
				facts: { fields: 'names' },
				en: 'The draft does not have the form of a sales entry or sales order: {fields}',
				nl: 'Het concept heeft niet de vorm van een verkoopboeking of verkooporder: {fields}',
			},
			noDraft: {
				en: 'The draft does not have the form of a sales entry or sales order',
				nl: 'Het concept heeft niet de vorm van een verkoopboeking of verkooporder',
			},
		},
		tip: {
			en: "Connect the 'Book' output of the 'Webshop Transformer' node, or check 'Draft Field'",
			nl: "Verbind de uitgang 'Book' van de node 'Webshop Transformer', of controleer 'Draft Field'",
		},
	},
	DRAFT_NOT_BALANCED: {
		cases: {
			gap: {
				facts: { gap: 'cents' },
				en: 'Lines and VAT of the draft do not add up to its total: a gap of {gap}',
				nl: 'Regels en btw van het concept tellen niet op tot het totaal: een verschil van {gap}',
			},
			line: {
				facts: { line: 'count' },
				en: 'Lines and VAT of the draft do not add up to its total: line {line} is not its quantity times its unit price',
				nl: 'Regels en btw van het concept tellen niet op tot het totaal: regel {line} is niet haar aantal maal haar stuksprijs',
			},
		},
		tip: changedOnTheWay,
	},
	INVOICE_NUMBER_IN_USE: {
		cases: {
			amount: {
				facts: { found: 'amounts', total: 'cents' },
				en: 'The invoice number is already in use in SnelStart: for {found} instead of {total}',
				nl: 'Het factuurnummer is al in gebruik in SnelStart: voor {found} in plaats van {total}',
			},
			customer: {
				en: 'The invoice number is already in use in SnelStart: for another customer',
				nl: 'Het factuurnummer is al in gebruik in SnelStart: voor een andere klant',
			},
			date: {
				facts: { found: 'dates', date: 'date' },
				en: 'The invoice number is already in use in SnelStart: dated {found} instead of {date}',
				nl: 'Het factuurnummer is al in gebruik in SnelStart: met datum {found} in plaats van {date}',
			},
		},
		tip: ownPrefix,
	},
	INVOICE_NUMBER_TWICE_IN_BATCH: {
		found: {
			en: 'Another order in this run has the same invoice number',
			nl: 'Een andere bestelling in deze uitvoering heeft hetzelfde factuurnummer',
		},
		tip: {
			en: 'Give each shop its own number prefix in the settings, or correct the number in the shop',
			nl: 'Geef elke winkel in de instellingen een eigen voorvoegsel, of verbeter het nummer in de winkel',
		},
	},
	ITEM_CODE_NOT_NUMERIC: {
		facts: { code: 'text' },
		found: {
			en: 'SnelStart takes only digits as an article code (artikelcode): "{code}"',
			nl: 'SnelStart neemt alleen cijfers aan als artikelcode: "{code}"',
		},
		tip: lettersAndDigits,
	},
	ITEM_CODE_TOO_LONG: {
		facts: { code: 'text', most: 'count' },
		found: {
			en: 'An article code (artikelcode) is longer than SnelStart takes: "{code}", {most} at most',
			nl: 'Een artikelcode is langer dan SnelStart aanneemt: "{code}", hoogstens {most}',
		},
		tip: {
			en: 'Set the length of article codes to 25 in SnelStart, or shorten the SKU in the shop',
			nl: 'Zet de lengte van artikelcodes in SnelStart op 25, of kort de SKU in de winkel in',
		},
	},
	ITEM_INACTIVE: {
		facts: { code: 'text' },
		found: {
			en: 'An article (artikel) is inactive in SnelStart: "{code}"',
			nl: 'Een artikel is inactief in SnelStart: "{code}"',
		},
		tip: {
			en: 'Make the article active in SnelStart, or give the product another SKU in the shop',
			nl: 'Maak het artikel actief in SnelStart, of geef het product in de winkel een andere SKU',
		},
	},
	ITEM_VAT_DIFFERS: {
		facts: { code: 'text', kind: 'text', ordered: 'text' },
		found: {
			en: 'An article (artikel) has a revenue group with another VAT rate than the order: "{code}" has {kind}, the order {ordered}',
			nl: 'Een artikel heeft een omzetgroep met een ander btw-tarief dan de bestelling: "{code}" heeft {kind}, de bestelling {ordered}',
		},
		tip: {
			en: 'Choose another revenue group (omzetgroep) for the article in SnelStart, or correct the VAT of the product in the shop',
			nl: 'Kies in SnelStart een andere omzetgroep voor het artikel, of verbeter de btw van het product in de winkel',
		},
	},
	NO_UBL: {
		found: {
			en: 'SnelStart has no UBL of this sales invoice',
			nl: 'SnelStart heeft geen UBL van deze verkoopfactuur',
		},
		tip: {
			en: 'UBL exists only for invoices that were made of an order in SnelStart',
			nl: 'UBL is er alleen van facturen die in SnelStart van een order gemaakt zijn',
		},
	},
	OPEN_ITEM_AMBIGUOUS: {
		facts: { invoice: 'text' },
		found: {
			en: 'SnelStart has several open items that could be meant: invoice {invoice}',
			nl: 'SnelStart heeft meer openstaande posten die bedoeld kunnen zijn: factuur {invoice}',
		},
		tip: {
			en: 'Book this payment by hand on the right invoice',
			nl: 'Boek deze betaling met de hand op de juiste factuur',
		},
	},
	OPEN_ITEM_DOES_NOT_FIT: {
		facts: { invoice: 'text', open: 'cents', payment: 'cents' },
		found: {
			en: 'The payment does not fit what is open on the invoice: invoice {invoice} has {open} open, the payment is {payment}',
			nl: 'De betaling past niet bij wat er op de factuur openstaat: op factuur {invoice} staat {open} open, de betaling is {payment}',
		},
		tip: {
			en: 'Look the invoice up in SnelStart: when somebody settled it by hand, nothing has to be done; else book the payment by hand',
			nl: 'Zoek de factuur op in SnelStart: heeft iemand haar met de hand afgeletterd, dan hoeft er niets te gebeuren; boek anders de betaling met de hand',
		},
	},
	OPEN_ITEM_NOT_FOUND: {
		cases: {
			now: {
				facts: { invoice: 'text' },
				en: 'SnelStart has no open item for this payment yet: invoice {invoice}',
				nl: 'SnelStart heeft nog geen openstaande post voor deze betaling: factuur {invoice}',
				tip: {
					en: 'Book the sales entry first; offering the payment again later is safe',
					nl: 'Boek eerst de verkoopboeking; de betaling later opnieuw aanbieden kan geen kwaad',
				},
			},
			triedAgain: {
				facts: { invoice: 'text' },
				en: 'SnelStart has no open item for this payment yet: invoice {invoice}',
				nl: 'SnelStart heeft nog geen openstaande post voor deze betaling: factuur {invoice}',
			},
			creditNote: {
				facts: { invoice: 'text' },
				en: 'SnelStart has no credit note {invoice} yet, which this refund pays back',
				nl: 'SnelStart heeft nog geen creditnota {invoice}, waarvan deze terugbetaling het geld is',
				tip: {
					en: 'Look at the row of the refund: needs it attention, follow its tip, and this payment is booked after it. It is looked for on the next days too.',
					nl: 'Kijk naar de regel van de terugbetaling: vraagt die aandacht, volg dan haar tip, en deze betaling wordt daarna geboekt. Er wordt ook de komende dagen naar gezocht.',
				},
			},
			triedEnough: {
				facts: { invoice: 'text' },
				en: 'SnelStart has no open item for this payment yet: invoice {invoice}',
				nl: 'SnelStart heeft nog geen openstaande post voor deze betaling: factuur {invoice}',
				tip: {
					en: 'Looked for on several days. Book the sale, then press Process on the dashboard to try once more. Was it settled by hand in SnelStart, nothing is left to do: whoever keeps n8n sets state of its row to nothingToBook, and it is off the list.',
					nl: 'Op meer dagen naar gezocht. Boek de verkoop en klik daarna op het dashboard op Verwerk om het nog eens te proberen. Is ze in SnelStart met de hand afgeletterd, dan hoeft er niets meer te gebeuren: de beheerder van n8n zet state van de rij op nothingToBook, en ze is van de lijst.',
				},
			},
		},
		tip: {
			en: 'Nothing to do yet: it is looked for on the next days too.',
			nl: 'Nog niets te doen: er wordt ook de komende dagen naar gezocht.',
		},
	},
	OLD_INVOICE_UNCLEAR: {
		cases: {
			notThere: {
				facts: { invoice: 'text' },
				en: 'Invoice {invoice} of another connector is not in SnelStart.',
				nl: 'Factuur {invoice} van een andere koppeling staat niet in SnelStart.',
			},
			noEntry: {
				facts: { invoice: 'text' },
				en: 'Invoice {invoice} of another connector has no sales entry in SnelStart that can be read.',
				nl: 'Factuur {invoice} van een andere koppeling heeft in SnelStart geen verkoopboeking die te lezen is.',
			},
			vat: {
				facts: { invoice: 'text', found: 'cents', vat: 'cents' },
				en: 'Invoice {invoice} of another connector has VAT {found}, and the order {vat}.',
				nl: 'Factuur {invoice} van een andere koppeling heeft {found} btw, en de bestelling {vat}.',
			},
			rates: {
				facts: { invoice: 'text' },
				en: 'Invoice {invoice} of another connector stands at other VAT rates than the order.',
				nl: 'Factuur {invoice} van een andere koppeling staat op andere btw-tarieven dan de bestelling.',
			},
			takenBack: {
				facts: { invoice: 'text', status: 'status' },
				en: 'Another connector booked the order as invoice {invoice}, and its status is "{status}" now: whether it is credited, only SnelStart can show.',
				nl: 'Een andere koppeling boekte de bestelling als factuur {invoice}, en haar status is nu "{status}": of ze gecrediteerd is, is alleen in SnelStart te zien.',
			},
			notTaken: {
				facts: { invoice: 'text' },
				en: 'Another connector booked the order as invoice {invoice}, and what it booked is not known here.',
				nl: 'Een andere koppeling boekte de bestelling als factuur {invoice}, en wat die boekte, is hier niet bekend.',
			},
		},
		tip: {
			en: "The order is not booked again. Look at the invoice in SnelStart: correct there what is wrong, or the number at 'Invoices of Another Connector' in the client settings, and try again; or leave it, and book refunds and payments of it by hand.",
			nl: "De bestelling wordt niet nog eens geboekt. Bekijk de factuur in SnelStart: verbeter daar wat niet klopt, of het nummer bij 'Invoices of Another Connector' in 'Client settings', en bied de bestelling opnieuw aan; of laat haar zo, en boek terugbetalingen en betalingen ervan met de hand.",
		},
	},
	ORDER_REFERENCE_IN_USE: {
		cases: {
			amount: {
				facts: { found: 'amounts', total: 'cents' },
				en: 'SnelStart has another sales order with this reference: for {found} instead of {total}',
				nl: 'SnelStart heeft een andere verkooporder met dit kenmerk: voor {found} in plaats van {total}',
			},
			customer: {
				en: 'SnelStart has another sales order with this reference: for another customer',
				nl: 'SnelStart heeft een andere verkooporder met dit kenmerk: voor een andere klant',
			},
			date: {
				facts: { found: 'dates', date: 'date' },
				en: 'SnelStart has another sales order with this reference: dated {found} instead of {date}',
				nl: 'SnelStart heeft een andere verkooporder met dit kenmerk: met datum {found} in plaats van {date}',
			},
		},
		tip: ownPrefixOfReference,
	},
	ORDER_TWICE_IN_BATCH: {
		found: {
			en: 'This order is in the same run already, with another invoice number',
			nl: 'Deze bestelling zit al in dezelfde uitvoering, met een ander factuurnummer',
		},
		tip: {
			en: 'Look the order up in SnelStart, and check what changed its number between two readings',
			nl: 'Zoek de bestelling op in SnelStart, en ga na wat haar nummer tussen twee keer lezen veranderd heeft',
		},
	},
	PAYMENT_DRAFT_INVALID: {
		cases: {
			fields: {
				facts: { fields: 'names' },
				en: 'The draft does not have the form of a payment or payout: {fields}',
				nl: 'Het concept heeft niet de vorm van een betaling of uitbetaling: {fields}',
			},
			noDraft: {
				en: 'The draft does not have the form of a payment or payout',
				nl: 'Het concept heeft niet de vorm van een betaling of uitbetaling',
			},
		},
		tip: {
			en: "Connect the 'Book' output of 'Draft Payments' or 'Match Payouts', or check 'Draft Field'",
			nl: "Verbind de uitgang 'Book' van 'Draft Payments' of 'Match Payouts', of controleer 'Draft Field'",
		},
	},
	PAYMENT_DRAFT_NOT_BALANCED: {
		found: {
			en: 'The sides of the draft do not balance',
			nl: 'De zijden van het concept zijn niet in evenwicht',
		},
		tip: changedOnTheWay,
	},
	PAYMENT_KEY_TWICE: {
		found: {
			en: 'This payment is in the same run already, with other contents',
			nl: 'Deze betaling zit al in dezelfde uitvoering, met een andere inhoud',
		},
		tip: {
			en: 'Check what changed the payment between two readings',
			nl: 'Ga na wat de betaling tussen twee keer lezen veranderd heeft',
		},
	},
	PERIOD_CLOSED: {
		cases: {
			filed: {
				facts: { date: 'date', from: 'date', until: 'date' },
				en: 'Its date, {date}, lies in a VAT return that was filed: {from} until {until}',
				nl: 'De datum, {date}, valt in een btw-aangifte die al is ingediend: {from} tot en met {until}',
			},
			booksClosed: {
				facts: { date: 'date', until: 'date' },
				en: 'Its date, {date}, lies before the books were closed: nothing is booked until {until}',
				nl: 'De datum, {date}, valt in een afgesloten periode: tot en met {until} wordt niets geboekt',
			},
		},
		tip: {
			en: "Ask the bookkeeper. To date it on the first open day, choose that in 'Closed Periods' in the settings; to book it on its own date, open the period and press Process on the dashboard",
			nl: "Vraag het de boekhouder. Kies bij 'Closed Periods' in de instellingen de eerste open dag om het daarop te boeken; open de periode en klik op het dashboard op Verwerk om het op de eigen datum te boeken",
		},
	},
	SALES_ORDER_TOTAL_DIFFERS: {
		cases: {
			total: {
				facts: { theirs: 'cents', theirVat: 'cents', total: 'cents', vat: 'cents' },
				en: 'The sales order is in SnelStart, but SnelStart calculated a different total: {theirs} (VAT {theirVat}) instead of {total} (VAT {vat})',
				nl: 'De verkooporder staat in SnelStart, maar SnelStart rekende een ander totaal uit: {theirs} (btw {theirVat}) in plaats van {total} (btw {vat})',
			},
			vat: {
				facts: { total: 'cents', theirVat: 'cents', vat: 'cents' },
				en: 'The sales order is in SnelStart with the right total of {total}, but SnelStart worked out VAT of {theirVat} instead of {vat}',
				nl: 'De verkooporder staat in SnelStart met het juiste totaal van {total}, maar SnelStart rekende {theirVat} btw uit in plaats van {vat}',
				tip: {
					en: 'The shop rounds its VAT in another way than SnelStart. Correct the sales order before it is invoiced; an order booked as sales entry keeps the VAT of the shop to the cent',
					nl: 'De winkel rondt haar btw anders af dan SnelStart. Verbeter de verkooporder voordat ze gefactureerd wordt; een bestelling die als verkoopboeking geboekt wordt, houdt de btw van de winkel tot op de cent',
				},
			},
		},
		tip: {
			en: "Correct the sales order in SnelStart before it is invoiced; with 'Price Entry' Including VAT the total stays that of the shop",
			nl: "Verbeter de verkooporder in SnelStart voordat ze gefactureerd wordt; met 'Price Entry' Including VAT blijft het totaal dat van de winkel",
		},
	},
	SALES_ORDER_TOTAL_UNKNOWN: {
		found: {
			en: 'The sales order is in SnelStart, but its total could not be read',
			nl: 'De verkooporder staat in SnelStart, maar haar totaal was niet te lezen',
		},
		tip: {
			en: 'Compare the total of the sales order in SnelStart with the order',
			nl: 'Vergelijk het totaal van de verkooporder in SnelStart met de bestelling',
		},
	},
	STATEMENT_KNOWN: {
		found: {
			en: 'SnelStart has read this bank statement before',
			nl: 'SnelStart heeft dit bankafschrift al eerder ingelezen',
		},
		tip: {
			en: 'Nothing was added; leave the file out',
			nl: 'Er is niets toegevoegd; laat het bestand weg',
		},
	},
	STATEMENT_REFUSED: {
		found: {
			en: 'SnelStart does not accept the bank statement file',
			nl: 'SnelStart neemt het bankafschriftbestand niet aan',
		},
		tip: {
			en: 'Send a CAMT.053, CAMT.052 or structured MT940 file in UTF-8, as the bank made it',
			nl: 'Verstuur een CAMT.053-, CAMT.052- of gestructureerd MT940-bestand in UTF-8, zoals de bank het maakte',
		},
	},
} as const satisfies Record<string, CodeEntry>;
