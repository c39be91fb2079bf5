import type { CodeEntry } from './code';

const BY_HAND = {
	en: 'The order was not booked here. Book the credit note by hand.',
	nl: 'De bestelling is hier niet geboekt. Boek de creditnota met de hand.',
};
const ENTER_AGAIN = {
	en: 'Delete this refund in the shop and enter it there again with the right lines, or as an amount only, without paying back once more: then it is booked, and so are later refunds of the order.',
	nl: 'Verwijder deze terugbetaling in de winkel en voer haar daar opnieuw in met de juiste regels, of als alleen een bedrag, zonder nog eens terug te betalen: dan wordt zij geboekt, en latere terugbetalingen van de bestelling ook.',
};
const NOTHING = { en: 'Nothing has to be booked.', nl: 'Er hoeft niets geboekt te worden.' };

/** Why a refund, cancellation or correction gives no credit note (creditnota). */
export const refundCodes = {
	BOOKED_DRAFT_INVALID: {
		cases: {
			otherOrder: {
				en: 'The booked draft belongs to another order.',
				nl: 'Het geboekte concept hoort bij een andere bestelling.',
			},
			field: {
				facts: { field: 'text' },
				en: 'The booked draft cannot be read: {field}.',
				nl: 'Het geboekte concept is niet te lezen: {field}.',
			},
			creditNote: {
				en: 'An earlier credit note is not one, or belongs to another order.',
				nl: 'Een eerdere creditnota is er geen, of hoort bij een andere bestelling.',
			},
			currency: {
				facts: { now: 'text', then: 'text' },
				en: 'The order is in {now}, but was booked from {then}.',
				nl: 'De bestelling is in {now}, maar werd geboekt vanuit {then}.',
			},
			noRate: {
				facts: { now: 'text', then: 'text' },
				en: 'The order is in {now}, but was booked from {then} without an exchange rate.',
				nl: 'De bestelling is in {now}, maar werd geboekt vanuit {then} zonder wisselkoers.',
			},
		},
		tip: {
			en: 'Hand over the draft exactly as the transformer made it, or leave it out: then it is made again from the order.',
			nl: 'Geef het concept precies zo mee als de transformer het maakte, of laat het weg: dan wordt het opnieuw van de bestelling gemaakt.',
		},
	},
	BOOKED_ENTRY_GONE: {
		facts: { number: 'text' },
		found: {
			en: '{number} was booked, but its entry is not in SnelStart any more.',
			nl: '{number} is geboekt, maar de boeking staat niet meer in SnelStart.',
		},
		tip: {
			en: 'Somebody deleted it in SnelStart. Was that right, there is nothing to credit: set the state of this row to nothingToBook. If not, book the order again there and credit it by hand.',
			nl: 'Iemand heeft die in SnelStart verwijderd. Klopt dat, dan valt er niets te crediteren: zet de state van deze rij op nothingToBook. Zo niet, boek de bestelling daar dan opnieuw en crediteer haar met de hand.',
		},
	},
	BOOKED_ENTRY_NOT_READ: {
		facts: { number: 'text', answer: 'text' },
		found: {
			en: 'SnelStart did not give the entry of {number} ({answer}).',
			nl: 'SnelStart gaf de boeking van {number} niet ({answer}).',
		},
		tip: {
			en: 'A credit note follows what was booked, and every run asks for it again. Nothing to do when SnelStart was away for a while; when the code in brackets is about a key or a right, do what is said of that code.',
			nl: 'Een creditnota volgt wat er geboekt is, en elke run vraagt er opnieuw om. Er is niets te doen als SnelStart even weg was; gaat de code tussen haakjes over een sleutel of een recht, doe dan wat er bij die code staat.',
		},
	},
	BOOKED_ENTRY_UNCLEAR: {
		facts: { number: 'text', field: 'text' },
		found: {
			en: 'The entry of {number} in SnelStart holds something that a draft cannot say: {field}.',
			nl: 'De boeking van {number} in SnelStart bevat iets wat een concept niet kan zeggen: {field}.',
		},
		tip: {
			en: 'Somebody changed the entry in SnelStart. Book the credit note by hand, on the same ledger accounts.',
			nl: 'Iemand heeft de boeking in SnelStart gewijzigd. Boek de creditnota met de hand, op dezelfde grootboekrekeningen.',
		},
	},
	CREDITED_IN_FULL: {
		cases: {
			order: {
				en: 'Nothing is left of the order.',
				nl: 'Er is niets meer over van de bestelling.',
			},
			books: {
				en: 'The whole order is credited in the books.',
				nl: 'De hele bestelling is in de boekhouding gecrediteerd.',
			},
		},
		tip: {
			en: 'Nothing has to be booked: earlier credit notes cover the whole order.',
			nl: "Er hoeft niets geboekt te worden: eerdere creditnota's dekken de hele bestelling.",
		},
	},
	CREDIT_OF_SALES_ORDER: {
		found: {
			en: 'The order is booked as a sales order.',
			nl: 'De bestelling is als verkooporder geboekt.',
		},
		tip: {
			en: 'A sales order becomes an invoice in SnelStart, by hand. Credit that invoice there.',
			nl: 'Een verkooporder wordt in SnelStart met de hand een factuur. Crediteer die factuur daar.',
		},
	},
	CREDIT_OF_TWO_ENTRIES: {
		facts: { invoice: 'text', beside: 'text', cards: 'cents' },
		found: {
			en: 'The order is booked in two entries: {invoice}, and {beside} for {cards} without VAT.',
			nl: 'De bestelling is in twee boekingen geboekt: {invoice}, en {beside} voor {cards} zonder btw.',
		},
		tip: {
			en: 'Which of them is taken back is not known for certain. Book the credit note by hand: of what bears VAT on {invoice}, of the rest on {beside}.',
			nl: 'Welke van de twee wordt teruggenomen, is niet zeker. Boek de creditnota met de hand: van wat btw draagt op {invoice}, van de rest op {beside}.',
		},
	},
	EARLIER_REFUND_UNCLEAR: {
		facts: { refund: 'text', why: 'reason' },
		found: {
			en: 'Refund {refund} came before. {why}',
			nl: 'Terugbetaling {refund} ging eraan vooraf. {why}',
		},
		tip: {
			en: 'What is left of the order depends on that refund. Do what its own row says; this one is then booked by itself.',
			nl: 'Wat er van de bestelling over is, hangt af van die terugbetaling. Doe wat er bij haar eigen regel staat; daarna wordt deze vanzelf geboekt.',
		},
	},
	PAID_AND_CANCELLED: {
		cases: {
			dated: {
				facts: { amount: 'cents', date: 'date' },
				en: 'The order was cancelled, but it was paid on {date} and {amount} of it was not refunded.',
				nl: 'De bestelling is geannuleerd, maar is op {date} betaald en {amount} daarvan is niet terugbetaald.',
			},
			undated: {
				facts: { amount: 'cents' },
				en: 'The order was cancelled, but it was paid and {amount} of it was not refunded.',
				nl: 'De bestelling is geannuleerd, maar is betaald en {amount} daarvan is niet terugbetaald.',
			},
		},
		tip: {
			en: "The sale stays in the books until you decide. Was it cancelled by mistake, give it its former status in the shop. Does the money go back, enter the refund in the shop: that is credited. Choose Credit It in 'Paid and Cancelled' of the client settings to credit such orders without asking.",
			nl: "De verkoop blijft in de boekhouding staan tot u beslist. Is zij per ongeluk geannuleerd, geef haar dan in de winkel haar vorige status terug. Gaat het geld terug, voer dan in de winkel de terugbetaling in: die wordt gecrediteerd. Kies Credit It bij 'Paid and Cancelled' in 'Client settings' om zulke bestellingen zonder vragen te crediteren.",
		},
	},
	REFUND_AMOUNT_DIFFERS: {
		facts: { amount: 'cents', ofLines: 'cents' },
		found: {
			en: 'The amount of the refund is {amount}, its lines make {ofLines}.',
			nl: 'Het bedrag van de terugbetaling is {amount}, haar regels komen uit op {ofLines}.',
		},
		tip: {
			en: "Correct the refund in the shop, book the credit note by hand, or choose Book in 'Refund Amount Differs From Its Lines' of the client settings.",
			nl: "Verbeter de terugbetaling in de winkel, boek de creditnota met de hand, of kies Book bij 'Refund Amount Differs From Its Lines' in 'Client settings'.",
		},
	},
	REFUND_EMPTY: {
		found: { en: 'The refund is € 0.00.', nl: 'De terugbetaling is € 0,00.' },
		tip: NOTHING,
	},
	REFUND_EXCEEDS_ORDER: {
		cases: {
			total: {
				facts: { refund: 'cents', left: 'cents' },
				en: 'The refund is {refund}, left of the order is {left}.',
				nl: 'De terugbetaling is {refund}, van de bestelling is nog {left} over.',
			},
			free: {
				facts: { refund: 'cents' },
				en: 'The refund is {refund}, the order is free.',
				nl: 'De terugbetaling is {refund}, de bestelling is gratis.',
			},
			rate: {
				facts: {
					...{ rate: 'percentage', net: 'cents', vat: 'cents' },
					...{ netLeft: 'cents', vatLeft: 'cents' },
				},
				en: 'At {rate} the refund takes back {net} and VAT {vat}; left are {netLeft} and VAT {vatLeft}.',
				nl: 'Bij {rate} neemt de terugbetaling {net} en {vat} btw terug; over zijn {netLeft} en {vatLeft} btw.',
				tip: ENTER_AGAIN,
			},
			amount: {
				facts: { rate: 'percentage', gross: 'cents', left: 'cents' },
				en: 'At {rate} the refund takes back {gross}; left is {left}.',
				nl: 'Bij {rate} neemt de terugbetaling {gross} terug; over is {left}.',
				tip: ENTER_AGAIN,
			},
			noLine: {
				facts: { part: 'part', rate: 'percentage' },
				en: 'The refund has a {part} at {rate}, the order has nothing at that rate.',
				nl: 'De terugbetaling heeft een regel ({part}) met {rate}; de bestelling heeft niets met dat tarief.',
				tip: ENTER_AGAIN,
			},
			noVat: {
				facts: { rate: 'percentage' },
				en: 'The refund takes back VAT at {rate}, the order has none at that rate.',
				nl: 'De terugbetaling neemt btw van {rate} terug; de bestelling heeft geen btw met dat tarief.',
				tip: ENTER_AGAIN,
			},
		},
		tip: {
			en: 'More was refunded than is left of the order. Compare the refunds with the order and book this credit note by hand.',
			nl: 'Er is meer terugbetaald dan er van de bestelling over is. Vergelijk de terugbetalingen met de bestelling en boek deze creditnota met de hand.',
		},
	},
	REFUND_GIFT_CARD: {
		found: {
			en: 'A gift card paid a part of the order, and the refund has no lines.',
			nl: 'Een deel van de bestelling is met een cadeaubon betaald, en de terugbetaling heeft geen regels.',
		},
		tip: {
			en: 'The shop does not say whether the gift card gets its part back. Book this credit note by hand, or refund the lines in the shop.',
			nl: 'De winkel zegt niet of de cadeaubon zijn deel terugkrijgt. Boek deze creditnota met de hand, of betaal in de winkel de regels terug.',
		},
	},
	REFUND_LINE_UNCLEAR: {
		cases: {
			vat: {
				facts: { part: 'part', rate: 'percentage', vat: 'cents', net: 'cents' },
				en: 'A {part} line at {rate} is refunded with VAT {vat} over {net}.',
				nl: 'Een regel ({part}) met {rate} is terugbetaald met {vat} btw over {net}.',
			},
			vatAlone: {
				facts: { part: 'part', rate: 'percentage', vat: 'cents' },
				en: 'Of a {part} line at {rate} only the VAT of {vat} is refunded.',
				nl: 'Van een regel ({part}) met {rate} is alleen de btw van {vat} terugbetaald.',
				tip: {
					en: 'Without that VAT it is another sale, and SnelStart takes no VAT without turnover. Book by hand a credit note of these lines with their VAT and an entry of them as they should have been: without VAT for a business abroad that owes it itself (ICP, with its VAT number), else at the right rate. Later refunds of the order wait until this one is deleted in the shop.',
					nl: 'Zonder die btw is het een andere verkoop, en SnelStart neemt geen btw zonder omzet aan. Boek met de hand een creditnota van deze regels met hun btw en een boeking ervan zoals het had gemoeten: zonder btw voor een bedrijf in het buitenland dat die zelf verschuldigd is (ICP, met zijn btw-nummer), anders met het goede tarief. Latere terugbetalingen van de bestelling wachten tot deze in de winkel verwijderd is.',
				},
			},
			untaxed: {
				facts: { part: 'part', rates: 'percentages' },
				en: 'A {part} line is refunded without VAT, but VAT was paid on it at {rates}.',
				nl: 'Een regel ({part}) is terugbetaald zonder btw, maar er is btw van {rates} over betaald.',
			},
		},
		tip: ENTER_AGAIN,
	},
	REFUND_OF_EARLIER_ORDER: {
		facts: { why: 'reason', refunded: 'date' },
		found: {
			en: '{why} The refund is of {refunded}.',
			nl: '{why} De terugbetaling is van {refunded}.',
		},
		tip: BY_HAND,
	},
	REFUND_ONLY_VAT: {
		found: {
			en: 'The credit note would hold VAT only.',
			nl: 'De creditnota zou alleen btw bevatten.',
		},
		tip: {
			en: 'SnelStart needs a line beside the VAT. Book this credit note by hand.',
			nl: 'SnelStart vraagt naast de btw om een regel. Boek deze creditnota met de hand.',
		},
	},
	REFUND_ORDER_NOT_BOOKED: {
		facts: { status: 'status' },
		found: {
			en: 'The status of the order is "{status}", which is not booked.',
			nl: 'De status van de bestelling is "{status}"; die wordt niet geboekt.',
		},
		tip: {
			en: 'Nothing to do yet: the refund is booked once the status of the order says that the order is booked.',
			nl: 'Nog niets te doen: de terugbetaling wordt geboekt zodra de bestelling door haar status geboekt wordt.',
		},
	},
	REFUND_ORDER_SKIPPED: {
		cases: {
			unpaid: {
				facts: { status: 'status' },
				en: 'The status of the order is "{status}", which is not booked.',
				nl: 'De status van de bestelling is "{status}"; die wordt niet geboekt.',
			},
			paid: {
				facts: { status: 'status' },
				en: 'The status of the order is "{status}", which is not booked. It was paid, so it may have been booked before.',
				nl: 'De status van de bestelling is "{status}"; die wordt niet geboekt. Ze is betaald, dus ze kan eerder geboekt zijn.',
			},
		},
		tip: {
			en: 'Nothing has to be booked if the order was never booked. If it was, hand over the draft that was booked.',
			nl: 'Er hoeft niets geboekt te worden als de bestelling nooit geboekt is. Is dat wel gebeurd, geef dan het geboekte concept mee.',
		},
	},
	REFUND_UNREADABLE: {
		found: {
			en: 'The item is not a refund: its field "id" is not a number.',
			nl: 'Het item is geen terugbetaling: zijn veld "id" is geen getal.',
		},
		tip: {
			en: 'The refund lacks a field that every refund has. Check the refund in the shop.',
			nl: 'De terugbetaling mist een veld dat elke terugbetaling heeft. Controleer haar in de winkel.',
		},
	},
	REFUND_NOT_READ: {
		cases: {
			refund: {
				facts: { answer: 'text' },
				en: 'The order names this refund, but the shop did not give it ({answer}).',
				nl: 'De bestelling noemt deze terugbetaling, maar de winkel gaf haar niet ({answer}).',
			},
			cancelled: {
				facts: { answer: 'text' },
				en: 'The shop did not give the refunds of this cancelled order ({answer}).',
				nl: 'De winkel gaf de terugbetalingen van deze geannuleerde bestelling niet ({answer}).',
				tip: {
					en: 'It is tried again next night. If it stays, open the order in the shop: a plugin of the shop may break on it.',
					nl: 'Het wordt de volgende nacht opnieuw geprobeerd. Blijft het zo, open dan de bestelling in de winkel: een plug-in kan erop stuklopen.',
				},
			},
		},
		tip: {
			en: 'Nothing to do yet: every run asks for it again. If it stays, open the order in the shop: a plugin of the shop may break on it.',
			nl: 'Nog niets te doen: elke run vraagt er opnieuw om. Blijft het zo, open dan de bestelling in de winkel: een plug-in kan erop stuklopen.',
		},
	},
	REFUNDS_INCOMPLETE: {
		facts: { refunds: 'names' },
		found: {
			en: 'The order names refund {refunds}, which was not handed over.',
			nl: 'De bestelling noemt terugbetaling {refunds}, die niet is meegegeven.',
		},
		tip: {
			en: 'Read all refunds of the order from the shop and hand them over; what is left depends on them.',
			nl: 'Lees alle terugbetalingen van de bestelling uit de winkel en geef ze mee; wat er over is, hangt ervan af.',
		},
	},
	REFUNDS_NOT_OFFERED: {
		facts: { shop: 'text' },
		found: {
			en: 'The shop "{shop}" sends no refunds.',
			nl: 'De winkel "{shop}" stuurt geen terugbetalingen.',
		},
		tip: {
			en: "This kind of shop sends no refunds. Use 'Cancel Orders', or book the credit note by hand.",
			nl: "Dit soort winkel stuurt geen terugbetalingen. Gebruik 'Cancel Orders', of boek de creditnota met de hand.",
		},
	},
	UNDO_CREDITED: {
		facts: { number: 'text', credits: 'names' },
		found: {
			en: '{number} was refunded: {credits}.',
			nl: 'Op {number} is terugbetaald: {credits}.',
		},
		tip: {
			en: 'Credit notes stand on this booking, so it was left as it is. Correct it in SnelStart: the accounts of the entry and of its credit notes alike. Where refunds of a day total are in a negative total, undo that first, and this one right after it.',
			nl: "Er staan creditnota's op deze boeking, dus die is gelaten zoals hij is. Verbeter hem in SnelStart: de rekeningen van de boeking en die van de creditnota's. Staan terugbetalingen van een dagomzet in een negatieve dagomzet, draai dan eerst die terug, en meteen daarna deze.",
		},
	},
	UNDO_IN_TOTAL: {
		facts: { number: 'text' },
		found: {
			en: 'The order is booked in the day total {number}, together with others.',
			nl: 'De bestelling is geboekt in de dagomzet {number}, samen met andere.',
		},
		tip: {
			en: 'A day total is undone as a whole: hand over the row of the total, as the form of Undo bookings does for each of its orders.',
			nl: 'Een dagomzet wordt in zijn geheel teruggedraaid: geef de rij van de dagomzet zelf, zoals het formulier van Undo bookings doet voor elk van haar bestellingen.',
		},
	},
	UNDO_NOT_RECORDED: {
		found: {
			en: 'No record of the booking is kept.',
			nl: 'Van de boeking is niets bewaard.',
		},
		tip: {
			en: 'It was booked by version 0.1.0, or its record was cleaned up. Credit it in SnelStart, and book it again there.',
			nl: 'Zij is geboekt door versie 0.1.0, of de gegevens ervan zijn opgeruimd. Crediteer haar in SnelStart, en boek haar daar ook opnieuw.',
		},
	},
	UNDO_PAID: {
		cases: {
			paid: {
				facts: { number: 'text', paid: 'cents' },
				en: '{paid} of {number} is paid or settled.',
				nl: 'Van {number} is {paid} betaald of verrekend.',
			},
			notKnown: {
				facts: { number: 'text' },
				en: 'SnelStart does not say what is still open of {number}.',
				nl: 'SnelStart zegt niet wat er van {number} nog openstaat.',
			},
		},
		tip: {
			en: 'A booking with a payment on it is never undone. Correct the accounts of the entry in SnelStart itself; or take the payment off there first (of a day total: the memorial with its payments), and undo it then.',
			nl: 'Een boeking met een betaling erop wordt nooit teruggedraaid. Verbeter de rekeningen van de boeking in SnelStart zelf; of haal daar eerst de betaling eraf (bij een dagomzet: de memoriaal met haar betalingen) en draai haar dan terug.',
		},
	},
	UNDO_PERIOD_CHECKED: {
		facts: { date: 'date', from: 'date', until: 'date' },
		found: {
			en: 'It is booked on {date}, and the books from {from} to {until} were compared with the shop.',
			nl: 'Zij is geboekt op {date}, en de boeken van {from} tot en met {until} zijn met de winkel vergeleken.',
		},
		tip: {
			en: 'Choose on the form to take in closed periods, and compare that period again afterwards.',
			nl: 'Kies op het formulier om afgesloten perioden mee te nemen, en vergelijk die periode daarna opnieuw.',
		},
	},
	UNDO_SALES_ORDER: {
		cases: {
			invoiced: {
				facts: { number: 'text' },
				en: 'Sales order {number} is invoiced.',
				nl: 'Verkooporder {number} is gefactureerd.',
			},
			handled: {
				facts: { number: 'text', status: 'text' },
				en: 'Somebody went on with sales order {number} in SnelStart: {status}.',
				nl: 'Aan verkooporder {number} is in SnelStart verder gewerkt: {status}.',
			},
			changed: {
				facts: { number: 'text', theirs: 'cents', total: 'cents' },
				en: 'Sales order {number} is {theirs} in SnelStart, and was made for {total}.',
				nl: 'Verkooporder {number} is in SnelStart {theirs}, en was gemaakt voor {total}.',
			},
			stillThere: {
				en: 'SnelStart did not delete the sales order.',
				nl: 'SnelStart heeft de verkooporder niet verwijderd.',
			},
		},
		tip: {
			en: 'Only a sales order that stands in SnelStart as it was made is deleted. Correct this one there: credit an invoice and make the sales order again by hand; put another status back to Order first, and undo it then.',
			nl: 'Alleen een verkooporder die in SnelStart staat zoals hij gemaakt is, wordt verwijderd. Verbeter deze daar: crediteer een factuur en maak de verkooporder met de hand opnieuw; zet een andere status eerst terug op Order en draai hem dan terug.',
		},
	},
	UNDO_SAME_SETTINGS: {
		facts: { version: 'count' },
		found: {
			en: 'It was booked by the settings of today (version {version}).',
			nl: 'Zij is geboekt met de instellingen van nu (versie {version}).',
		},
		tip: {
			en: 'Within the hour it would be booked in the same way again. Change the settings first; or choose on the form to take it in all the same, when the order was changed in the shop.',
			nl: 'Binnen een uur zou zij op dezelfde manier opnieuw geboekt worden. Wijzig eerst de instellingen; of kies op het formulier om haar toch mee te nemen, als de bestelling in de winkel is gewijzigd.',
		},
	},
	UNDO_STARTED: {
		found: {
			en: 'This booking is being undone.',
			nl: 'Deze boeking wordt teruggedraaid.',
		},
		tip: {
			en: 'Nothing to do while Undo bookings is at work. When this still stands here two hours later, its run broke off: undo this booking once more. It goes on where it was, and credits nothing twice.',
			nl: 'Er is niets te doen zolang Undo bookings bezig is. Staat dit er twee uur later nog, dan is die run afgebroken: draai deze bestelling nog een keer terug. Dat gaat verder waar het was, en crediteert niets dubbel.',
		},
	},
	UNDO_TOTAL: {
		cases: {
			cancelled: {
				facts: { number: 'text', orders: 'names' },
				en: 'In {number} orders are credited that were cancelled: {orders}.',
				nl: 'In {number} zijn bestellingen gecrediteerd die geannuleerd zijn: {orders}.',
			},
			others: {
				facts: { number: 'text', total: 'cents', members: 'count', amount: 'cents' },
				en: '{number} is {total}; the order table names {members} orders or refunds in it, which make {amount}.',
				nl: '{number} is {total}; de besteltabel noemt daarin {members} bestellingen of terugbetalingen, samen {amount}.',
			},
		},
		tip: {
			en: 'This total is never undone: what is in it could not be booked again in full. Correct the accounts of the entry in SnelStart.',
			nl: 'Deze dagomzet wordt nooit teruggedraaid: wat erin zit, zou niet volledig opnieuw geboekt kunnen worden. Verbeter de rekeningen van de boeking in SnelStart.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
