import type { CodeEntry } from './code';
import type { Spoken } from './facts';

const byOthers: Spoken = {
	en: 'It was booked by hand or by another link as well.',
	nl: 'Hij is ook met de hand of door een andere koppeling geboekt.',
};

/** The code of a document that cannot be compared, and what it says. */
const aboutDocument = {
	code: {
		facts: { found: 'text', why: 'reason' },
		en: '{found}: {why}',
		nl: '{why} ({found})',
	},
	/** It came without its facts, so that it is told as it was. */
	words: {
		facts: { found: 'text', said: 'text' },
		en: '{found}: {said}',
		nl: '{said} ({found})',
	},
} as const;

/** What a comparison of a shop with the books found. */
export const reconciliationCodes = {
	BOOKED_ACCOUNT_DIFFERS: {
		found: {
			en: 'Amounts and VAT are right, but stand on other ledger accounts than the settings say now.',
			nl: 'Bedragen en btw kloppen, maar staan op andere grootboekrekeningen dan de instellingen nu zeggen.',
		},
		cause: {
			en: 'The settings were changed after it was booked.',
			nl: 'De instellingen zijn gewijzigd nadat er geboekt is.',
		},
		tip: {
			en: 'Nothing has to be done for the VAT return.',
			nl: 'Voor de btw-aangifte hoeft er niets te gebeuren.',
		},
	},
	CHANGED_AFTER_SIGN_OFF: {
		cases: {
			booked: {
				facts: { number: 'text', date: 'date', booked: 'date', by: 'text', signed: 'date' },
				en: '{number}, dated {date}, was booked on {booked}, after {by} signed the month off on {signed}.',
				nl: '{number}, gedateerd op {date}, is geboekt op {booked}, nadat {by} de maand op {signed} had afgetekend.',
			},
			differs: {
				facts: { number: 'text', difference: 'cents', by: 'text', signed: 'date' },
				en: '{number} differs by {difference}; {by}, who signed the month off on {signed}, did not set that aside.',
				nl: '{number} verschilt {difference}; {by}, die de maand op {signed} aftekende, heeft dat niet opzij gezet.',
			},
		},
		cause: {
			en: 'The entry was late, or shop or books were changed since.',
			nl: 'De boeking was laat, of de winkel of de boekhouding is daarna gewijzigd.',
		},
		tip: {
			en: 'See whether it belongs in this month, and whether the VAT return has to be corrected. Then compare the month again and sign it off once more.',
			nl: 'Kijk of het in deze maand hoort en of de btw-aangifte gecorrigeerd moet worden. Vergelijk de maand dan opnieuw en teken haar nog eens af.',
		},
	},
	BOOKED_AFTER_FILING: {
		cases: {
			supplement: {
				facts: { from: 'date', until: 'date', filed: 'date', entries: 'count', vat: 'cents' },
				en: 'The VAT return of {from} until {until} was filed on {filed}; entries booked or changed in it since then: {entries}, with {vat} VAT.',
				nl: 'De btw-aangifte van {from} tot en met {until} is ingediend op {filed}; boekingen die er daarna in kwamen of wijzigden: {entries}, met {vat} btw.',
				tip: {
					en: 'More than € 1,000.00 of VAT: a supplement (suppletie) is due. Compare the return with the books in SnelStart and file it.',
					nl: 'Meer dan € 1.000,00 btw: er moet een suppletie worden ingediend. Vergelijk de aangifte in SnelStart met de boekhouding en dien haar in.',
				},
			},
			nextReturn: {
				facts: { from: 'date', until: 'date', filed: 'date', entries: 'count', vat: 'cents' },
				en: 'The VAT return of {from} until {until} was filed on {filed}; entries booked or changed in it since then: {entries}, with {vat} VAT.',
				nl: 'De btw-aangifte van {from} tot en met {until} is ingediend op {filed}; boekingen die er daarna in kwamen of wijzigden: {entries}, met {vat} btw.',
			},
		},
		cause: {
			en: 'They were booked late, or changed after the return was filed.',
			nl: 'Ze zijn laat geboekt, of gewijzigd nadat de aangifte was ingediend.',
		},
		tip: {
			en: 'Up to € 1,000.00 of VAT may be settled in the next return; ask the bookkeeper.',
			nl: 'Tot en met € 1.000,00 btw mag in de volgende aangifte worden verwerkt; vraag het de boekhouder.',
		},
	},
	BOOKED_AMOUNT_DIFFERS: {
		facts: { shop: 'cents', books: 'cents' },
		found: {
			en: 'The shop says {shop}, the books {books}.',
			nl: 'De winkel zegt {shop}, de boekhouding {books}.',
		},
		cause: {
			en: 'The order was changed in the shop after it was booked, or the booking was changed.',
			nl: 'De bestelling is na het boeken in de winkel gewijzigd, of de boeking is gewijzigd.',
		},
		tip: {
			en: 'Credit the entry and book the order again, or correct the entry in SnelStart.',
			nl: 'Crediteer de boeking en boek de bestelling opnieuw, of verbeter de boeking in SnelStart.',
		},
	},
	BOOKED_CENTS_DIFFER: {
		facts: { shop: 'cents', books: 'cents' },
		found: {
			en: 'The shop says {shop}, the books {books}.',
			nl: 'De winkel zegt {shop}, de boekhouding {books}.',
		},
		cause: {
			en: 'It was rounded in another way, by hand or by another link.',
			nl: 'Er is anders afgerond, met de hand of door een andere koppeling.',
		},
		tip: {
			en: 'Correct the entry in SnelStart.',
			nl: 'Verbeter de boeking in SnelStart.',
		},
	},
	BOOKED_PERIOD_DIFFERS: {
		facts: { date: 'date', elsewhere: 'dates' },
		found: {
			en: 'The order is of {date}, the books have it on {elsewhere}.',
			nl: 'De bestelling is van {date}, in de boekhouding staat zij op {elsewhere}.',
		},
		cause: {
			en: 'The date was changed in SnelStart, or the zone of the shop is not set right.',
			nl: 'De datum is in SnelStart gewijzigd, of de tijdzone van de winkel is niet goed ingesteld.',
		},
		tip: {
			en: "Correct the date of the entry, or the 'Time Zone' of the shop in the client settings.",
			nl: "Verbeter de datum van de boeking, of 'Time Zone' van de winkel in de klantinstellingen.",
		},
	},
	BOOKED_TWICE: {
		cases: {
			amount: {
				facts: { invoice: 'text' },
				en: 'The books hold twice the amount under {invoice}.',
				nl: 'In de boekhouding staat onder {invoice} het dubbele bedrag.',
			},
			number: {
				facts: { other: 'text' },
				en: 'The same amount stands under {other} too.',
				nl: 'Hetzelfde bedrag staat ook onder {other}.',
			},
			customer: {
				facts: { other: 'text' },
				en: '{other} books the same on the same day, on the card of the same customer.',
				nl: '{other} boekt op dezelfde dag hetzelfde, op de kaart van dezelfde klant.',
				tip: {
					en: 'Look whether it is the same sale. If so, reverse the surplus entry in SnelStart.',
					nl: 'Kijk of het dezelfde verkoop is. Zo ja, boek de overtollige boeking in SnelStart tegen.',
				},
			},
		},
		cause: byOthers,
		tip: {
			en: 'Reverse the surplus entry in SnelStart.',
			nl: 'Boek de overtollige boeking in SnelStart tegen.',
		},
	},
	BOOKED_VAT_DIFFERS: {
		facts: { shop: 'figures', books: 'figures' },
		found: {
			en: 'By box the shop has {shop}, the books {books}.',
			nl: 'Per rubriek heeft de winkel {shop}, de boekhouding {books}.',
		},
		cause: {
			en: 'The VAT mapping was different when the order was booked, or the entry was changed.',
			nl: 'De btw-tarieven waren anders ingesteld toen de bestelling geboekt werd, of de boeking is gewijzigd.',
		},
		tip: {
			en: "Correct the VAT of the entry in SnelStart, and check 'VAT Mapping' in the client settings.",
			nl: "Verbeter de btw van de boeking in SnelStart, en controleer 'VAT Mapping' in de klantinstellingen.",
		},
	},
	BOOKING_MISSING: {
		cases: {
			nothing: {
				facts: { invoice: 'text' },
				en: 'The books hold nothing under {invoice}.',
				nl: 'In de boekhouding staat niets onder {invoice}.',
				cause: {
					en: 'The order was not offered, or its booking was deleted in SnelStart.',
					nl: 'De bestelling is niet aangeboden, of haar boeking is in SnelStart verwijderd.',
				},
				tip: {
					en: 'Look the order up on the dashboard and press Process. An order that stands there as booked has lost its entry in SnelStart: whoever keeps n8n takes its row out of the table WebshopOrders first.',
					nl: 'Zoek de bestelling op op het dashboard en klik op Verwerk. Staat ze daar als geboekt, dan is haar boeking uit SnelStart verwijderd: de beheerder van n8n haalt haar rij eerst uit de tabel WebshopOrders.',
				},
			},
			otherNumber: {
				facts: { invoice: 'text', other: 'text' },
				en: 'The books hold nothing under {invoice}, but the same amount under {other}.',
				nl: 'In de boekhouding staat niets onder {invoice}, maar wel hetzelfde bedrag onder {other}.',
				cause: {
					en: 'It was booked by hand, or with another number prefix.',
					nl: 'Hij is met de hand geboekt, of met een ander voorvoegsel.',
				},
			},
		},
		tip: {
			en: 'Leave it as it is, and set the row of the order to nothingToBook.',
			nl: 'Laat het zo, en zet de regel van de bestelling op nothingToBook.',
		},
	},
	CREDIT_ON_OTHER_CARD: {
		facts: { invoice: 'text', sale: 'text' },
		found: {
			en: '{invoice} takes back {sale}, and stands on the card of another customer.',
			nl: '{invoice} neemt {sale} terug, en staat op de kaart van een andere klant.',
		},
		cause: {
			en: 'The customer of one of the two was changed in SnelStart, or the credit note was made by hand.',
			nl: 'De klant van een van de twee is in SnelStart gewijzigd, of de creditnota is met de hand gemaakt.',
		},
		tip: {
			en: 'Put both on one card in SnelStart: else the sale stays open on the one, and the credit note on the other.',
			nl: 'Zet beide in SnelStart op één kaart: anders blijft de verkoop op de ene open staan, en de creditnota op de andere.',
		},
	},
	CUSTOMER_ON_TWO_CARDS: {
		facts: { invoice: 'text', other: 'text' },
		found: {
			en: '{invoice} stands on another card than {other}, of the same customer.',
			nl: '{invoice} staat op een andere kaart dan {other}, van dezelfde klant.',
		},
		cause: {
			en: 'A second card was made for the customer, or the entry was put on it in SnelStart.',
			nl: 'Er is een tweede kaart voor de klant gemaakt, of de boeking is er in SnelStart op gezet.',
		},
		tip: {
			en: 'Put the entries on one card in SnelStart, and make the other inactive.',
			nl: 'Zet de boekingen in SnelStart op één kaart, en maak de andere inactief.',
		},
	},
	CREDIT_WITHOUT_SALE: {
		cases: {
			sale: {
				facts: { invoice: 'text' },
				en: 'The credit note {invoice} is booked, but the sale that it takes back is not.',
				nl: 'Creditnota {invoice} is geboekt, maar de verkoop die zij terugneemt niet.',
				cause: {
					en: 'The entry of the sale was deleted in SnelStart.',
					nl: 'De boeking van de verkoop is in SnelStart verwijderd.',
				},
			},
			shop: {
				facts: { invoice: 'text' },
				en: 'The credit note {invoice} is booked; the shop has no refund and no cancelled order for it.',
				nl: 'Creditnota {invoice} is geboekt; de winkel heeft er geen terugbetaling en geen geannuleerde bestelling bij.',
				cause: {
					en: 'The refund was deleted in the shop, or the credit note was made by hand.',
					nl: 'De terugbetaling is in de winkel verwijderd, of de creditnota is met de hand gemaakt.',
				},
			},
		},
		tip: {
			en: 'Reverse the credit note in SnelStart, unless the money did go back to the customer.',
			nl: 'Boek de creditnota in SnelStart tegen, tenzij het geld wel naar de klant terugging.',
		},
	},
	DOCUMENT_NOT_READ: {
		cases: aboutDocument,
		cause: {
			en: 'The shop did not answer when it was asked for it; the others are compared.',
			nl: 'De winkel antwoordde niet toen ernaar gevraagd werd; de andere zijn vergeleken.',
		},
		tip: {
			en: 'Run the reconciliation again.',
			nl: 'Voer de aansluiting nog eens uit.',
		},
	},
	GIFT_CARD_OF_ORDER_DIFFERS: {
		facts: { sold: 'cents', spent: 'cents', shop: 'cents', books: 'cents' },
		found: {
			en: 'Gift cards of this order: sold {sold}, spent {spent}; that is {shop}, and the account moved {books}.',
			nl: 'Cadeaubonnen van deze bestelling: verkocht {sold}, besteed {spent}; dat is {shop}, en de rekening veranderde met {books}.',
		},
		cause: {
			en: 'What a card paid is not booked yet, or was booked by hand with another amount.',
			nl: 'Wat een bon betaalde is nog niet geboekt, of is met de hand met een ander bedrag geboekt.',
		},
		tip: {
			en: 'Look for the payment by gift card of this order on the dashboard, then at the entry in SnelStart.',
			nl: 'Zoek op het dashboard naar de betaling met een cadeaubon van deze bestelling, en kijk dan naar de boeking in SnelStart.',
		},
	},
	CLEARING_ACCOUNT: {
		cases: {
			empty: {
				facts: {
					account: 'text',
					opening: 'cents',
					payments: 'cents',
					payouts: 'cents',
					fees: 'cents',
					other: 'cents',
					closing: 'cents',
				},
				en: 'Clearing account {account}: {opening} at first, {payments} of payments, {payouts} taken off by payouts, {fees} of fees, {other} of other entries; {closing} in the end.',
				nl: 'Tussenrekening {account}: eerst {opening}, {payments} door betalingen, {payouts} eraf door uitbetalingen, {fees} door kosten, {other} door andere boekingen; uiteindelijk {closing}.',
			},
			open: {
				facts: {
					account: 'text',
					opening: 'cents',
					payments: 'cents',
					payouts: 'cents',
					fees: 'cents',
					other: 'cents',
					closing: 'cents',
					named: 'figures',
				},
				en: 'Clearing account {account}: {opening} at first, {payments} of payments, {payouts} taken off by payouts, {fees} of fees, {other} of other entries; {closing} in the end. That is: {named}.',
				nl: 'Tussenrekening {account}: eerst {opening}, {payments} door betalingen, {payouts} eraf door uitbetalingen, {fees} door kosten, {other} door andere boekingen; uiteindelijk {closing}. Dat is: {named}.',
			},
		},
		tip: {
			en: 'What is named above zero was not paid out yet: compare it with the balance that the provider shows. An amount behind dots (…) is older than the mutations that were read.',
			nl: 'Wat boven nul genoemd is, is nog niet uitbetaald: vergelijk het met het saldo dat de provider toont. Een bedrag achter puntjes (…) is ouder dan de gelezen mutaties.',
		},
	},
	CLEARING_DIFFERS: {
		cases: {
			noPayment: {
				facts: { account: 'text', transaction: 'text', paidOut: 'cents', left: 'cents' },
				en: 'A payout took {paidOut} of {transaction} off clearing account {account}, and no payment put it there: {left} is left.',
				nl: 'Een uitbetaling haalde {paidOut} van {transaction} van tussenrekening {account}, en geen betaling heeft dat erop gezet: er blijft {left} over.',
			},
			amount: {
				facts: {
					...{ account: 'text', transaction: 'text', paid: 'cents' },
					...{ paidOut: 'cents', left: 'cents' },
				},
				en: 'On clearing account {account} payments of {transaction} put {paid}, and payouts took {paidOut} off: {left} is left.',
				nl: 'Op tussenrekening {account} hebben betalingen van {transaction} {paid} gezet, en uitbetalingen hebben er {paidOut} af gehaald: er blijft {left} over.',
			},
			bookedTwice: {
				facts: {
					...{ account: 'text', transaction: 'text', date: 'date' },
					...{ paidOut: 'cents', payout: 'text', paidOutOn: 'date' },
				},
				en: 'On {date} "{transaction}" took {paidOut} off clearing account {account}. Payout {payout} of {paidOutOn} paid out just that, and has taken it off already.',
				nl: 'Op {date} haalde "{transaction}" {paidOut} van tussenrekening {account}. Uitbetaling {payout} van {paidOutOn} betaalde precies dat uit, en heeft het er al af gehaald.',
				cause: {
					en: 'The payout came into the books a second time, with an imported statement (MT940) or by hand.',
					nl: 'De uitbetaling kwam een tweede keer in de boekhouding, met een ingelezen afschrift (MT940) of met de hand.',
				},
				tip: {
					en: "Book the line of the bank on the account of transfers (kruisposten) that stands in the provider's row of the client settings, not on the clearing account.",
					nl: 'Boek de bankregel op de kruispostenrekening die in de klantinstellingen bij de provider staat, niet op de tussenrekening.',
				},
			},
		},
		cause: {
			en: 'The payment is not booked yet, the provider pays it out in parts, it was taken back (chargeback), or it was booked in another amount.',
			nl: 'De betaling is nog niet geboekt, de provider betaalt haar in delen uit, ze is teruggeboekt (chargeback), of ze is met een ander bedrag geboekt.',
		},
		tip: {
			en: 'Look on the dashboard what became of the payment. What the provider still owes follows with a later payout; the rest is booked on the customer, or on the account of costs or exchange differences.',
			nl: 'Kijk op het dashboard wat er van de betaling geworden is. Wat de provider nog schuldig is, volgt met een latere uitbetaling; de rest wordt op de klant geboekt, of op de rekening voor kosten of koersverschillen.',
		},
	},
	GIFT_CARD_BALANCE: {
		facts: {
			...{ account: 'text', opening: 'cents', sold: 'cents', spent: 'cents' },
			...{ givenBack: 'cents', shop: 'cents', books: 'cents' },
		},
		found: {
			en: 'Gift card account {account}: {opening} at first, sold {sold}, spent {spent}, given back {givenBack}; that is {shop}, and it holds {books}.',
			nl: 'Rekening voor cadeaubonnen {account}: eerst {opening}, verkocht {sold}, besteed {spent}, teruggegeven {givenBack}; dat is {shop}, en er staat {books} op.',
		},
		tip: {
			en: 'This is what customers may still spend. The next period begins with it.',
			nl: 'Dit mogen klanten nog besteden. De volgende periode begint ermee.',
		},
	},
	GIFT_CARD_BALANCE_DIFFERS: {
		facts: {
			...{ opening: 'cents', sold: 'cents', spent: 'cents' },
			...{ givenBack: 'cents', shop: 'cents', books: 'cents' },
		},
		found: {
			en: 'Gift cards: {opening} at first, sold {sold}, spent {spent}, given back {givenBack}; that is {shop}, and the account holds {books}.',
			nl: 'Cadeaubonnen: eerst {opening}, verkocht {sold}, besteed {spent}, teruggegeven {givenBack}; dat is {shop}, en op de rekening staat {books}.',
		},
		cause: {
			en: 'What a card paid is not booked yet, a card was sold or spent outside this shop, it was booked by hand, or a difference of an earlier month was not mended.',
			nl: 'Wat een bon betaalde is nog niet geboekt, een bon is buiten deze winkel verkocht of besteed, er is met de hand geboekt, of een verschil van een eerdere maand is niet hersteld.',
		},
		tip: {
			en: 'Look on the dashboard for payments by gift card that need attention, then at the card of the account (grootboekkaart) in SnelStart.',
			nl: 'Zoek op het dashboard naar betalingen met een cadeaubon die aandacht vragen, en kijk dan naar de grootboekkaart van de rekening in SnelStart.',
		},
	},
	GIFT_CARDS_DIFFER: {
		facts: { sold: 'cents', spent: 'cents', givenBack: 'cents', shop: 'cents', books: 'cents' },
		found: {
			en: 'Gift cards: sold {sold}, spent {spent}, given back {givenBack}; that is {shop}, and the account moved {books}.',
			nl: 'Cadeaubonnen: verkocht {sold}, besteed {spent}, teruggegeven {givenBack}; dat is {shop}, en de rekening veranderde met {books}.',
		},
		cause: {
			en: 'What a card paid is not booked yet, a card was sold or spent outside this shop, or it was booked by hand.',
			nl: 'Wat een bon betaalde is nog niet geboekt, een bon is buiten deze winkel verkocht of besteed, of er is met de hand geboekt.',
		},
		tip: {
			en: 'Look on the dashboard for payments by gift card that need attention, then at the card of the account (grootboekkaart) in SnelStart.',
			nl: 'Zoek op het dashboard naar betalingen met een cadeaubon die aandacht vragen, en kijk dan naar de grootboekkaart van de rekening in SnelStart.',
		},
	},
	OPEN_ITEM_DIFFERS: {
		cases: {
			open: {
				facts: { invoice: 'text', shop: 'cents', books: 'cents' },
				en: '{books} of {invoice} is open in SnelStart; the shop says that {shop} is unpaid.',
				nl: 'Van {invoice} staat in SnelStart {books} open; de winkel zegt dat {shop} onbetaald is.',
				cause: {
					en: 'A payment or refund is not booked yet, or its entry was deleted in SnelStart.',
					nl: 'Een betaling of terugbetaling is nog niet geboekt, of de boeking ervan is in SnelStart verwijderd.',
				},
			},
			settled: {
				facts: { invoice: 'text', shop: 'cents', books: 'cents' },
				en: '{books} of {invoice} is open in SnelStart; the shop says that {shop} is unpaid.',
				nl: 'Van {invoice} staat in SnelStart {books} open; de winkel zegt dat {shop} onbetaald is.',
				cause: {
					en: 'A payment was booked by hand or from the bank and the shop does not know of it, or it was booked twice.',
					nl: 'Een betaling is met de hand of vanuit de bank geboekt en de winkel weet er niet van, of zij is dubbel geboekt.',
				},
			},
		},
		tip: {
			en: 'Look at the payments of the order on the dashboard, and at the card of the customer (debiteurenkaart) in SnelStart.',
			nl: 'Kijk op het dashboard naar de betalingen van de bestelling, en naar de debiteurenkaart van de klant in SnelStart.',
		},
	},
	ORDER_NOT_BOOKABLE: {
		cases: aboutDocument,
		cause: { en: 'The order needs attention.', nl: 'De bestelling vraagt aandacht.' },
		tip: {
			en: 'Follow the tip at the order on the dashboard.',
			nl: 'Volg de tip bij de bestelling op het dashboard.',
		},
	},
	OSS_ENTRY_ON_OTHER_CARD: {
		cases: {
			country: {
				facts: { invoice: 'text', country: 'country', card: 'country' },
				en: '{invoice} is a distance sale to {country}, and stands on a card in {card}.',
				nl: '{invoice} is een afstandsverkoop naar {country}, en staat op een kaart in {card}.',
			},
			unknown: {
				facts: { invoice: 'text', country: 'country' },
				en: '{invoice} is a distance sale to {country}, and stands on another card than it was booked on.',
				nl: '{invoice} is een afstandsverkoop naar {country}, en staat op een andere kaart dan waarop zij geboekt is.',
			},
		},
		cause: {
			en: 'The card or the entry was changed in SnelStart.',
			nl: 'De kaart of de boeking is in SnelStart gewijzigd.',
		},
		tip: {
			en: 'SnelStart declares the VAT in the country of the card: put the entry on a card of the right country.',
			nl: 'SnelStart geeft de btw aan in het land van de kaart: zet de boeking op een kaart van het juiste land.',
		},
	},
	PAYMENT_ACCOUNT_DIFFERS: {
		facts: { invoice: 'text', amount: 'cents', books: 'names', settings: 'names' },
		found: {
			en: 'The payment of {amount} on {invoice} stands on {books}; the settings put it on {settings}.',
			nl: 'De betaling van {amount} op {invoice} staat op {books}; volgens de instellingen hoort zij op {settings}.',
		},
		cause: {
			en: 'The entry was made or changed by hand, or the settings were changed after it was booked.',
			nl: 'De boeking is met de hand gemaakt of gewijzigd, of de instellingen zijn gewijzigd nadat er geboekt is.',
		},
		tip: {
			en: 'Put the payment on the account that the payouts of the provider are booked on; else neither comes to zero.',
			nl: 'Zet de betaling op de rekening waarop de uitbetalingen van de aanbieder geboekt worden; anders komt geen van beide op nul uit.',
		},
	},
	PERIOD_COMPARED: {
		facts: { documents: 'count', agreed: 'count', differences: 'count', other: 'cents' },
		found: {
			en: 'Documents: {documents}; agree: {agreed}; differences: {differences}; turnover under other numbers: {other}',
			nl: 'Documenten: {documents}; sluiten aan: {agreed}; verschillen: {differences}; omzet onder andere nummers: {other}',
		},
		tip: {
			en: 'Look at the differences one by one.',
			nl: 'Bekijk de verschillen één voor één.',
		},
	},
	PERIOD_COMPARED_WAITING: {
		facts: {
			...{ documents: 'count', agreed: 'count', waiting: 'count', amount: 'cents' },
			...{ differences: 'count', other: 'cents' },
		},
		found: {
			en: 'Documents: {documents}; agree: {agreed}; wait for their total: {waiting}, {amount} together; differences: {differences}; turnover under other numbers: {other}',
			nl: 'Documenten: {documents}; sluiten aan: {agreed}; wachten op hun totaal: {waiting}, samen {amount}; verschillen: {differences}; omzet onder andere nummers: {other}',
		},
		tip: {
			en: 'Look at the differences one by one. Compare the period again once the totals are booked, and before its VAT return is filed.',
			nl: 'Bekijk de verschillen één voor één. Vergelijk de periode opnieuw als de totalen geboekt zijn, en voordat de btw-aangifte ingediend wordt.',
		},
	},
	RECONCILE_INPUT: {
		cases: {
			accounts: {
				en: "The input 'Accounts' holds no ledger accounts",
				nl: "De invoer 'Accounts' bevat geen grootboekrekeningen",
				tip: {
					en: 'Connect SnelStart: Ledger Account, Get Many, with Return All and Simplify',
					nl: 'Sluit SnelStart: Ledger Account, Get Many aan, met Return All en Simplify',
				},
			},
			amount: {
				facts: { input: 'text', field: 'text', item: 'count' },
				en: "The input '{input}' holds no number in '{field}' of item {item}",
				nl: "De invoer '{input}' bevat geen getal in '{field}' van item {item}",
				tip: {
					en: 'Connect what the node before gives as it is; amounts that were made text cannot be compared',
					nl: 'Sluit aan wat de node ervoor geeft, ongewijzigd; bedragen die tekst zijn geworden, zijn niet te vergelijken',
				},
			},
			day: {
				facts: { field: 'text' },
				en: "'{field}' is not a day",
				nl: "'{field}' is geen dag",
				tip: { en: 'Write it like 2026-10-01', nl: 'Schrijf het als 2026-10-01' },
			},
			document: {
				facts: { item: 'count' },
				en: "The input 'Documents' holds an item that is no drafted order or refund: item {item}",
				nl: "De invoer 'Documents' bevat een item dat geen bestelling of terugbetaling met concept is: item {item}",
				tip: {
					en: 'Connect Draft Period and Transform Refunds to it, not the orders themselves',
					nl: 'Sluit er Draft Period en Transform Refunds op aan, niet de bestellingen zelf',
				},
			},
			notSimplified: {
				facts: { input: 'text' },
				en: "The input '{input}' holds SnelStart's own fields",
				nl: "De invoer '{input}' bevat de eigen velden van SnelStart",
			},
		},
		tip: {
			en: "Switch 'Simplify' on in the SnelStart node before it",
			nl: "Zet 'Simplify' aan in de SnelStart-node ervoor",
		},
	},
	SALE_WITHOUT_ORDER: {
		facts: { invoice: 'text', amount: 'cents' },
		found: {
			en: '{amount} is booked under {invoice}, and the shop has no such order.',
			nl: 'Onder {invoice} is {amount} geboekt, en de winkel heeft die bestelling niet.',
		},
		cause: {
			en: "It was made by hand with a number of the shop's, or the order was deleted in the shop.",
			nl: 'De boeking is met de hand gemaakt met een nummer van de winkel, of de bestelling is in de winkel verwijderd.',
		},
		tip: {
			en: 'Look in SnelStart what was sold; reverse the entry if it was nothing.',
			nl: 'Kijk in SnelStart wat er verkocht is; boek de boeking tegen als dat niets was.',
		},
	},
	WITHDRAWN_NOT_CREDITED: {
		cases: {
			cancelled: {
				facts: { invoice: 'text', left: 'cents' },
				en: 'The order was cancelled in the shop after {invoice} was booked; {left} of it is still in the books.',
				nl: 'De bestelling is in de winkel geannuleerd nadat {invoice} geboekt was; {left} daarvan staat nog in de boekhouding.',
			},
			trashed: {
				facts: { invoice: 'text', left: 'cents' },
				en: 'The order was moved to the trash of the shop after {invoice} was booked; {left} of it is still in the books.',
				nl: 'De bestelling is in de winkel in de prullenbak gelegd nadat {invoice} geboekt was; {left} daarvan staat nog in de boekhouding.',
				tip: {
					en: 'Restore the order in the shop; or cancel it there, and Nightly status review credits it.',
					nl: 'Zet de bestelling in de winkel terug; of annuleer haar daar, dan crediteert Nightly status review haar.',
				},
			},
			deleted: {
				facts: { invoice: 'text', left: 'cents' },
				en: 'The shop has no order for {invoice} any more; {left} of it is still in the books.',
				nl: 'De winkel heeft geen bestelling meer bij {invoice}; {left} daarvan staat nog in de boekhouding.',
				tip: {
					en: 'Leave it if the sale was real; else credit the entry in SnelStart.',
					nl: 'Laat het zo als er echt verkocht is; crediteer de boeking anders in SnelStart.',
				},
			},
		},
		tip: {
			en: 'Nightly status review credits it when no money was kept; look on the dashboard what it says of the order.',
			nl: 'Nightly status review crediteert haar als er geen geld is gehouden; kijk op het dashboard wat er bij de bestelling staat.',
		},
	},
	WAITS_FOR_TOTAL: {
		cases: {
			payout: {
				en: 'It waits until a payout names it, and is then booked in the total of that payout.',
				nl: 'Dit wacht tot een uitbetaling het noemt, en wordt dan geboekt in het totaal van die uitbetaling.',
			},
			total: {
				facts: { total: 'text' },
				en: 'It will be booked in {total}, which is not in the books yet.',
				nl: 'Dit wordt geboekt in {total}, dat nog niet in de boekhouding staat.',
			},
		},
		cause: {
			en: 'The shop is booked in totals, and this one is not closed.',
			nl: 'De winkel wordt in totalen geboekt, en dit totaal is nog niet gesloten.',
		},
		tip: {
			en: 'Nothing has to be done as long as its row in WebshopOrders is gathered. Compare the period again once the total is booked.',
			nl: 'Er is niets te doen zolang de rij in WebshopOrders op gathered staat. Vergelijk de periode opnieuw als het totaal geboekt is.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
