import type { CodeEntry } from './code';

/** Why a payment is not booked on the open item (openstaande post) of its order. */
export const paymentCodes = {
	BAD_DEBT_LEFT: {
		cases: {
			paid: {
				facts: { invoice: 'text' },
				en: 'Nothing is open of {invoice}.',
				nl: 'Van {invoice} staat niets open.',
			},
			early: {
				facts: { invoice: 'text', open: 'cents', from: 'date' },
				en: '{open} of {invoice} is open; its VAT can be claimed back from {from} on, one year after it was due.',
				nl: 'Van {invoice} staat {open} open; de btw kan worden teruggevraagd vanaf {from}, een jaar na de vervaldatum.',
			},
			noVat: {
				facts: { invoice: 'text', open: 'cents' },
				en: '{open} of {invoice} is open, and no Dutch VAT was charged on it.',
				nl: 'Van {invoice} staat {open} open, en er is geen Nederlandse btw over berekend.',
			},
			claimed: {
				facts: { invoice: 'text', claimed: 'cents' },
				en: '{claimed} of VAT on {invoice} was claimed back before, and nothing was paid since.',
				nl: 'Van {invoice} is {claimed} btw al teruggevraagd, en sindsdien is er niets betaald.',
			},
			unknown: {
				en: 'No booking record is kept of it, it was undone, or SnelStart does not say what is open of it.',
				nl: 'Er is geen boekingsgegeven van, ze is teruggedraaid, of SnelStart zegt niet wat ervan openstaat.',
			},
		},
		tip: {
			en: 'Nothing to do. VAT on what is never paid may be claimed earlier than after a year, by hand, when it is certain.',
			nl: 'Niets te doen. Staat vast dat er niet betaald wordt, dan mag de btw eerder dan na een jaar met de hand worden teruggevraagd.',
		},
	},
	BAD_DEBT_SETTING: {
		cases: {
			journal: {
				en: "No 'Set-Off Journal' is chosen, in which the memorial would be booked.",
				nl: "Er is geen 'Set-Off Journal' gekozen, waarin het memoriaal geboekt zou worden.",
			},
			account: {
				en: 'There is not exactly one ledger account with the function for bad debts (oninbare vorderingen).',
				nl: 'Er is niet precies één grootboekrekening met de functie oninbare vorderingen.',
			},
			vatAccount: {
				facts: { vatKind: 'text' },
				en: 'There is not exactly one ledger account with the function of the VAT owed ({vatKind}).',
				nl: 'Er is niet precies één grootboekrekening met de functie van de af te dragen btw ({vatKind}).',
			},
		},
		tip: {
			en: "Choose the journal in the client settings; name the account for bad debts in 'Your values' of the workflow 'Bad debts', or make one in SnelStart.",
			nl: "Kies het dagboek in 'Client settings'; noem de rekening voor oninbare vorderingen bij 'Your values' van de workflow 'Bad debts', of maak er een in SnelStart.",
		},
	},
	ENTRY_NOT_BALANCED: {
		cases: {
			sides: {
				facts: { gap: 'cents' },
				en: 'The entry is not valid: the sides differ by {gap}.',
				nl: 'De boeking klopt niet: debet en credit verschillen {gap}.',
			},
			receivedAndSpent: {
				en: 'The entry is not valid: both received and spent are filled.',
				nl: 'De boeking klopt niet: ontvangen en uitgegeven zijn allebei ingevuld.',
			},
			memorial: {
				en: 'The entry is not valid: a memorial neither receives nor spends.',
				nl: 'De boeking klopt niet: in een memoriaal wordt niets ontvangen of uitgegeven.',
			},
			memorialVat: {
				en: 'The entry is not valid: a memorial has no lines of VAT.',
				nl: 'De boeking klopt niet: een memoriaal heeft geen btw-regels.',
			},
			debitAndCredit: {
				en: 'The entry is not valid: a line needs either debit or credit.',
				nl: 'De boeking klopt niet: een regel heeft óf debet óf credit.',
			},
			tooFewLines: {
				en: 'The entry is not valid: it has too few lines.',
				nl: 'De boeking klopt niet: ze heeft te weinig regels.',
			},
			field: {
				facts: { field: 'text' },
				en: 'The entry is not valid: {field}.',
				nl: 'De boeking klopt niet: {field}.',
			},
			form: {
				en: 'The entry is not valid: its form.',
				nl: 'De boeking klopt niet: haar vorm.',
			},
		},
		tip: {
			en: 'The entry cannot be made to balance. Book it by hand and report the code.',
			nl: 'De boeking is niet sluitend te krijgen. Boek met de hand en meld de code.',
		},
	},
	GIFT_CARD_JOURNAL_MISSING: {
		facts: { amount: 'cents' },
		found: {
			en: 'A gift card or store credit paid {amount}, and no journal is chosen for it.',
			nl: 'Met een cadeaubon of tegoed is {amount} betaald, en daarvoor is geen dagboek gekozen.',
		},
		tip: {
			en: "Choose 'Gift Card Journal' in the client settings: the journal (memoriaal) in which it is booked on the open item of its order. Then press Process on the dashboard.",
			nl: "Kies 'Gift Card Journal' in 'Client settings': het memoriaal waarin het op de openstaande post van de bestelling wordt geboekt. Klik daarna op het dashboard op Verwerk.",
		},
	},
	PAID_AT_PROVIDER_ONLY: {
		cases: {
			notBooked: {
				facts: { amount: 'cents', date: 'date', order: 'text', status: 'status' },
				en: 'The provider has {amount} of {date} for order {order}, which is not booked: its status in the shop is "{status}".',
				nl: 'De provider heeft {amount} van {date} voor bestelling {order}, die niet geboekt is: de status in de winkel is "{status}".',
			},
			foreign: {
				facts: { amount: 'amount', date: 'date', order: 'text' },
				en: 'The provider has a payment of {amount} in another currency, of {date}, for order {order}; the shop does not call it paid.',
				nl: 'De provider heeft een betaling van {amount} in een andere valuta, van {date}, voor bestelling {order}; de winkel noemt die niet betaald.',
			},
		},
		tip: {
			en: 'The payment plugin of the shop did not hear of it. Look at the order in the shop: give it the status of a paid order, or pay the money back. Once the order is booked, its payment is too, and this row is struck off.',
			nl: 'De betaalplugin van de winkel heeft het niet gehoord. Bekijk de bestelling in de winkel: geef haar de status van een betaalde bestelling, of betaal het geld terug. Zodra de bestelling geboekt is, volgt de betaling, en deze rij vervalt.',
		},
	},
	PAYMENT_AT_PROVIDER_DIFFERS: {
		facts: { paid: 'cents', due: 'cents', payment: 'text' },
		found: {
			en: 'The shop has no payment; the provider has {paid} ({payment}), while {due} was to be paid.',
			nl: 'De winkel heeft geen betaling; de provider heeft {paid} ({payment}), terwijl er {due} te betalen was.',
		},
		tip: {
			en: 'Compare the order with the payment at the provider, and set it right in the shop; or book the payment by hand and set the state of this row to nothingToBook.',
			nl: 'Vergelijk de bestelling met de betaling bij de provider en zet het in de winkel goed; of boek de betaling met de hand en zet state van deze regel op nothingToBook.',
		},
	},
	PAYMENT_EXCEEDS_ORDER: {
		cases: {
			paid: {
				facts: { paid: 'cents', due: 'cents', excess: 'cents' },
				en: 'With this payment {paid} is paid on an order of {due}: {excess} too much.',
				nl: 'Met deze betaling is {paid} betaald op een bestelling van {due}: {excess} te veel.',
			},
			paidBack: {
				facts: { paidBack: 'cents', due: 'cents' },
				en: 'With this refund {paidBack} is paid back on an order of {due}.',
				nl: 'Met deze terugbetaling is {paidBack} terugbetaald op een bestelling van {due}.',
			},
		},
		tip: {
			en: 'More was paid, or paid back, than the order amounts to. Check the payments of the order and book this one by hand.',
			nl: 'Er is meer betaald of terugbetaald dan het bedrag van de bestelling. Controleer de betalingen van de bestelling en boek deze met de hand.',
		},
	},
	PAYMENT_FEE_UNREADABLE: {
		cases: {
			tooLarge: {
				facts: { fee: 'cents', amount: 'cents' },
				en: 'A fee of {fee} does not fit a payment of {amount}.',
				nl: 'Transactiekosten van {fee} passen niet bij een betaling van {amount}.',
			},
			field: {
				facts: { field: 'text' },
				en: 'The field "{field}" holds no fee.',
				nl: 'In het veld "{field}" staan geen transactiekosten.',
			},
		},
		tip: {
			en: "Check the fee in the order, or switch 'Book Fees' of this payment method off in the client settings.",
			nl: "Controleer de transactiekosten in de bestelling, of zet 'Book Fees' van deze betaalmethode uit in 'Client settings'.",
		},
	},
	PAYMENT_METHOD_AMBIGUOUS: {
		facts: { title: 'text', method: 'text' },
		found: {
			en: "Payment method \"{title}\" ({method}) fits both 'Payment Methods' and 'Fixed Debtors'.",
			nl: "Betaalmethode \"{title}\" ({method}) staat zowel in 'Payment Methods' als in 'Fixed Debtors'.",
		},
		tip: {
			en: "Keep one row for this payment method in 'Payment Methods' and 'Fixed Debtors' of the client settings.",
			nl: "Houd in 'Client settings' voor deze betaalmethode één regel over in 'Payment Methods' en 'Fixed Debtors' samen.",
		},
	},
	PAYMENT_METHOD_NOT_CONFIGURED: {
		facts: { method: 'text' },
		found: {
			en: 'Payment method "{method}" is not in \'Payment Methods\'.',
			nl: 'Betaalmethode "{method}" staat niet in \'Payment Methods\'.',
		},
		tip: {
			en: "Nothing has to be booked. Add the payment method to 'Payment Methods' in the client settings if its payments should be.",
			nl: "Er hoeft niets geboekt te worden. Moeten deze betalingen wel geboekt worden, voeg de betaalmethode dan toe aan 'Payment Methods' in 'Client settings'.",
		},
	},
	PAYMENT_WITHOUT_METHOD: {
		found: {
			en: 'The shop names no payment method for this order.',
			nl: 'De winkel noemt bij deze bestelling geen betaalmethode.',
		},
		tip: {
			en: 'Nothing is booked by itself. Was it paid, then book the payment in SnelStart, or choose the payment method at the order in the shop.',
			nl: 'Er wordt niets vanzelf geboekt. Is er wel betaald, boek de betaling dan in SnelStart, of kies de betaalmethode bij de bestelling in de winkel.',
		},
	},
	PAYMENT_NOT_YET: {
		found: {
			en: 'The shop has no payment yet.',
			nl: 'De winkel heeft nog geen betaling.',
		},
		tip: {
			en: 'Nothing to do: the payment is booked when the shop says that it was paid.',
			nl: 'Niets te doen: de betaling wordt geboekt zodra de winkel zegt dat er betaald is.',
		},
	},
	PAYMENT_ON_FIXED_DEBTOR: {
		facts: { method: 'text' },
		found: {
			en: 'Payment method "{method}" has a fixed debtor.',
			nl: 'Betaalmethode "{method}" heeft een vaste debiteur.',
		},
		tip: {
			en: 'Nothing has to be booked: payments of a fixed debtor are settled by hand.',
			nl: 'Er hoeft niets geboekt te worden: betalingen van een vaste debiteur worden met de hand afgeletterd.',
		},
	},
	PAYMENT_REFUND_OUTSIDE: {
		found: {
			en: 'The refund was not paid back through the payment provider.',
			nl: 'De terugbetaling liep niet via de betaalprovider.',
		},
		tip: {
			en: 'Nothing has to be booked here: the bank statement shows the money that was paid back.',
			nl: 'Hier hoeft niets geboekt te worden: het terugbetaalde geld staat op het bankafschrift.',
		},
	},
	PAYMENT_ORDER_NOT_BOOKED: {
		found: {
			en: 'The order of this payment is not booked now, so the payment waits.',
			nl: 'De bestelling van deze betaling is nu niet geboekt, dus de betaling wacht.',
		},
		tip: {
			en: 'Nothing to do when the order will be booked again, as after an undo: its payment follows by itself. When it will not be, write "nothingToBook" in the column "state" of this row.',
			nl: 'Niets te doen als de bestelling weer geboekt wordt, zoals na terugdraaien: de betaling volgt vanzelf. Wordt ze dat niet, schrijf dan "nothingToBook" in de kolom "state" van deze rij.',
		},
	},
	PAYMENT_CREDIT_GATHERED: {
		found: {
			en: 'The refund will be booked in the negative total of its day, so the money that went back waits for that.',
			nl: 'De terugbetaling wordt geboekt in het negatieve totaal van haar dag, dus het teruggegane geld wacht daarop.',
		},
		tip: {
			en: 'Nothing to do: once "Book day totals" has booked the total, the next run books it.',
			nl: 'Niets te doen: zodra "Book day totals" het totaal heeft geboekt, boekt de volgende run het.',
		},
	},
	PAYMENT_REFUND_UNCLEAR: {
		found: {
			en: 'Of the refund only the amount is known, not whether and when it was paid back.',
			nl: 'Van de terugbetaling is alleen het bedrag bekend, niet of en wanneer ze betaald is.',
		},
		tip: {
			en: 'Read the refunds of the order and put them in its field "refunds".',
			nl: 'Lees de terugbetalingen van de bestelling en zet ze in haar veld "refunds".',
		},
	},
	PAYMENT_TEST_MODE: {
		cases: {
			order: {
				facts: { field: 'text' },
				en: 'The field "{field}" says it was a test.',
				nl: 'Volgens het veld "{field}" was het een test.',
			},
			payment: {
				facts: { payment: 'text' },
				en: 'Payment {payment} was made in test mode.',
				nl: 'Betaling {payment} is in de testmodus gedaan.',
			},
		},
		tip: {
			en: 'No money was paid. Cancel the order in the shop, and credit it if it was booked.',
			nl: 'Er is geen geld betaald. Annuleer de bestelling in de winkel, en crediteer haar als ze geboekt is.',
		},
	},
	PAYMENT_TWICE: {
		facts: { payment: 'text' },
		found: {
			en: 'The order lists payment {payment} twice.',
			nl: 'De bestelling noemt betaling {payment} twee keer.',
		},
		tip: {
			en: 'The item lists the same payment twice. Check where its payments come from.',
			nl: 'Het item noemt dezelfde betaling twee keer. Ga na waar de betalingen vandaan komen.',
		},
	},
	PAYMENT_UNREADABLE: {
		cases: {
			noId: {
				en: 'A payment of the order has no field "id".',
				nl: 'Een betaling van de bestelling heeft geen veld "id".',
			},
			noAmount: {
				facts: { payment: 'text' },
				en: 'Payment {payment} holds no amount in euro.',
				nl: 'Betaling {payment} bevat geen bedrag in euro.',
			},
			noAmountOf: {
				facts: { payment: 'text', currency: 'text' },
				en: 'Payment {payment} holds no amount in euro or {currency}.',
				nl: 'Betaling {payment} bevat geen bedrag in euro of {currency}.',
			},
			refund: {
				en: 'A refund of the order holds no amount.',
				nl: 'Een terugbetaling van de bestelling bevat geen bedrag.',
			},
		},
		tip: {
			en: 'A payment needs an id, an amount in euro and a date. Check where the payments of the item come from.',
			nl: 'Een betaling heeft een id, een bedrag in euro en een datum nodig. Ga na waar de betalingen van het item vandaan komen.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
