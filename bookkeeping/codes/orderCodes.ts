import type { CodeEntry } from './code';

const NOTHING = { en: 'Nothing has to be booked.', nl: 'Er hoeft niets geboekt te worden.' };

/** Why an order is not booked as it stands in the shop: its status, phase, fields and amounts. */
export const orderCodes = {
	BEFORE_FIRST_DATE: {
		facts: { date: 'date', bookFrom: 'date' },
		found: {
			en: 'The order is of {date}; orders are booked from {bookFrom}.',
			nl: 'De bestelling is van {date}; er wordt geboekt vanaf {bookFrom}.',
		},
		tip: {
			en: "Nothing has to be booked. Change 'Book From' in the client settings if it should be.",
			nl: "Er hoeft niets geboekt te worden. Moet dat wel, pas dan 'Book From' in 'Client settings' aan.",
		},
	},
	BOOKED_BEFORE: {
		facts: { invoice: 'text', bookFrom: 'date' },
		found: {
			en: 'Another connector booked the order as invoice {invoice}; what happened before {bookFrom} is in its books.',
			nl: 'Een andere koppeling boekte de bestelling als factuur {invoice}; wat er voor {bookFrom} gebeurde, heeft die geboekt.',
		},
		tip: {
			en: "Nothing has to be booked. If it is not in SnelStart, book it by hand. The days and invoices stand at 'Book From' and 'Invoices of Another Connector' in the client settings.",
			nl: "Er hoeft niets geboekt te worden. Staat het niet in SnelStart, boek het dan met de hand. De dag en de facturen staan bij 'Book From' en 'Invoices of Another Connector' in 'Client settings'.",
		},
	},
	CATEGORIES_NOT_STATED: {
		cases: {
			toBook: {
				en: "A product of the order states no categories, but 'Categories to Book' is filled.",
				nl: "Bij een artikel van de bestelling staan geen categorieën, maar 'Categories to Book' is ingevuld.",
			},
			accounts: {
				en: "A product of the order states no categories, but 'Product Accounts' has rows by category.",
				nl: "Bij een artikel van de bestelling staan geen categorieën, maar 'Product Accounts' heeft regels per categorie.",
			},
		},
		tip: {
			en: "Put the categories of each product in the field 'categories' of its order line, or remove the categories from 'Product Accounts' and 'Categories to Book' in the client settings.",
			nl: "Zet de categorieën van elk artikel in het veld 'categories' van de orderregel, of haal de categorieën uit 'Product Accounts' en 'Categories to Book' in 'Client settings'.",
		},
	},
	CATEGORY_NOT_LIVE: {
		facts: { categories: 'names' },
		found: {
			en: 'No product is in a category that is booked; booked are {categories}.',
			nl: 'Geen artikel valt in een categorie die geboekt wordt; geboekt worden {categories}.',
		},
		tip: {
			en: "Nothing has to be booked. Add the category to 'Categories to Book' of the shop in the client settings if it should be.",
			nl: "Er hoeft niets geboekt te worden. Moet dat wel, voeg de categorie dan toe aan 'Categories to Book' van de winkel in 'Client settings'.",
		},
	},
	CATEGORY_PARTLY_LIVE: {
		facts: { live: 'count', products: 'count', categories: 'names' },
		found: {
			en: '{live} of {products} products are in a category that is booked; booked are {categories}.',
			nl: '{live} van de {products} artikelen vallen in een categorie die geboekt wordt; geboekt worden {categories}.',
		},
		tip: {
			en: "Book this order by hand, or add the categories of all its products to 'Categories to Book' of the shop in the client settings.",
			nl: "Boek deze bestelling met de hand, of voeg de categorieën van al haar artikelen toe aan 'Categories to Book' van de winkel in 'Client settings'.",
		},
	},
	CHOSEN_ORDER_NOT_FOUND: {
		facts: { number: 'text' },
		found: {
			en: 'Order {number} was chosen for the preview and is not among the orders that the shop gave.',
			nl: 'Bestelling {number} is gekozen voor het voorbeeld en staat niet tussen de bestellingen die de winkel gaf.',
		},
		tip: {
			en: "Check the number: it is the one that the customer sees. For an older order raise 'months' in 'Your values'.",
			nl: "Controleer het nummer: het is het nummer dat de klant ziet. Verhoog voor een oudere bestelling 'months' bij 'Your values'.",
		},
	},
	CUSTOMER_NAME_MISSING: {
		found: {
			en: 'The billing address has neither a company nor a name.',
			nl: 'Het factuuradres heeft geen bedrijfsnaam en geen naam.',
		},
		tip: {
			en: "Fill the name of the customer in the shop, or give the payment method a debtor for all its orders in 'Fixed Debtors' of the client settings.",
			nl: "Vul in de winkel de naam van de klant in, of geef de betaalmethode bij 'Fixed Debtors' in 'Client settings' één debiteur voor al haar bestellingen.",
		},
	},
	DATE_UNREADABLE: {
		cases: {
			order: {
				en: 'The order has no date that can be read.',
				nl: 'De bestelling heeft geen leesbare datum.',
			},
			field: {
				facts: { field: 'text' },
				en: 'The field "{field}", which the entry is dated by, holds no date that can be read.',
				nl: 'Het veld "{field}", dat de boekdatum geeft, bevat geen leesbare datum.',
			},
			correction: {
				en: 'The day to book the credit note on is not a date.',
				nl: 'De dag om de creditnota op te boeken is geen datum.',
			},
		},
		tip: {
			en: 'Check the date of the order in the shop.',
			nl: 'Controleer de datum van de bestelling in de winkel.',
		},
	},
	DISCOUNT_UNCLEAR: {
		facts: { total: 'cents' },
		found: {
			en: 'The total {total} fits both with and without the discount.',
			nl: 'Het totaal van {total} klopt zowel met als zonder de korting.',
		},
		tip: {
			en: 'The total fits neither with nor without the discount, or with both. Compare the order with its payment and correct it in the shop.',
			nl: 'Het totaal klopt met en zonder de korting, of met geen van beide. Vergelijk de bestelling met de betaling en verbeter haar in de winkel.',
		},
	},
	ENTRY_DATE_NOT_YET: {
		cases: {
			paid: {
				en: 'It is dated on the day it is paid, and the shop says no such day yet.',
				nl: 'De boekdatum is de dag van betaling, en de winkel noemt die nog niet.',
			},
			completed: {
				en: 'It is dated on the day it is completed, and the shop says no such day yet.',
				nl: 'De boekdatum is de dag waarop de bestelling is afgerond, en de winkel noemt die nog niet.',
			},
			field: {
				facts: { field: 'text' },
				en: 'It is dated by the field "{field}", which is still empty.',
				nl: 'De boekdatum staat in het veld "{field}", dat nog leeg is.',
			},
		},
		tip: {
			en: "Nothing to do: it is booked when the shop says the day. To book it before, choose another 'Entry Date' in the settings.",
			nl: "Niets te doen: de bestelling wordt geboekt zodra de winkel de dag noemt. Kies in de instellingen een andere 'Entry Date' om eerder te boeken.",
		},
	},
	FREE_ORDER: {
		cases: {
			order: { en: 'The order is free.', nl: 'De bestelling is gratis.' },
			payment: { en: 'Nothing was paid.', nl: 'Er is niets betaald.' },
		},
		tip: NOTHING,
	},
	INVOICE_NUMBER_MISSING: {
		facts: { field: 'text' },
		found: {
			en: 'The field "{field}" that holds the number is empty.',
			nl: 'Het veld "{field}" waarin het nummer staat is leeg.',
		},
		tip: {
			en: 'There is no number. Check the order or the refund in the shop.',
			nl: 'Er is geen nummer. Controleer de bestelling of de terugbetaling in de winkel.',
		},
	},
	INVOICE_NUMBER_TOO_LONG: {
		cases: {
			invoice: {
				facts: { number: 'text', length: 'count' },
				en: 'The invoice number "{number}" has {length} characters.',
				nl: 'Het factuurnummer "{number}" is {length} tekens lang.',
			},
			creditNote: {
				facts: { number: 'text', length: 'count' },
				en: 'The credit note number "{number}" has {length} characters.',
				nl: 'Het nummer van de creditnota, "{number}", is {length} tekens lang.',
			},
		},
		tip: {
			en: "SnelStart takes 25 characters. Shorten 'Invoice Number Prefix' in the client settings.",
			nl: "SnelStart neemt 25 tekens aan. Kort 'Invoice Number Prefix' in 'Client settings' in.",
		},
	},
	AWAITS_APPROVAL: {
		cases: {
			withoutNotes: {
				facts: { number: 'text', date: 'date', total: 'cents' },
				en: 'Entry {number} of {date}, {total}, can be booked and waits for approval.',
				nl: 'Boeking {number} van {date}, {total}, kan geboekt worden en wacht op goedkeuring.',
			},
			withNotes: {
				facts: { number: 'text', date: 'date', total: 'cents', notes: 'count' },
				en: 'Entry {number} of {date}, {total}, can be booked and waits for approval. Notes to read first: {notes}; they stand on its page of the dashboard.',
				nl: 'Boeking {number} van {date}, {total}, kan geboekt worden en wacht op goedkeuring. Opmerkingen om eerst te lezen: {notes}; ze staan op de pagina van de bestelling op het dashboard.',
			},
		},
		tip: {
			en: "Approve it on the dashboard. 'Approve First' of the shop, in the client settings, says that orders wait for that.",
			nl: "Keur de bestelling goed op het dashboard. Bij 'Approve First' van de winkel, in 'Client settings', staat dat bestellingen daarop wachten.",
		},
	},
	MARKETPLACE_ORDER: {
		cases: {
			parent: {
				en: 'A marketplace plugin divided this order into sub-orders, one for each vendor.',
				nl: 'Een marktplaatsplug-in heeft deze bestelling verdeeld in deelbestellingen, één per verkoper.',
			},
			subOrder: {
				facts: { parent: 'text' },
				en: 'This is a sub-order of order {parent}, as a marketplace plugin makes one for each vendor.',
				nl: 'Dit is een deelbestelling van bestelling {parent}; een marktplaatsplug-in maakt er één per verkoper.',
			},
		},
		tip: {
			en: "The order and its sub-orders are one sale, which goes into the books once. Choose in 'Marketplace Orders' of the shop, in the client settings, which of them are booked.",
			nl: "De bestelling en haar deelbestellingen zijn samen één verkoop, die één keer geboekt wordt. Kies bij 'Marketplace Orders' van de winkel, in 'Client settings', welke geboekt worden.",
		},
	},
	MARKETPLACE_ORDER_SKIPPED: {
		cases: {
			parent: {
				en: 'The sub-orders of this marketplace order are booked, not the order itself.',
				nl: 'De deelbestellingen van deze marktplaatsbestelling worden geboekt, niet de bestelling zelf.',
			},
			subOrder: {
				facts: { parent: 'text' },
				en: 'This is a sub-order of marketplace order {parent}, which is booked itself.',
				nl: 'Dit is een deelbestelling van marktplaatsbestelling {parent}, die zelf geboekt wordt.',
			},
		},
		tip: {
			en: "Nothing to do: 'Marketplace Orders' of the client settings says so.",
			nl: "U hoeft niets te doen: dat staat zo bij 'Marketplace Orders' in 'Client settings'.",
		},
	},
	ORDER_HAS_REFUNDS: {
		facts: { refunds: 'count' },
		found: {
			en: 'The order has {refunds} refund(s).',
			nl: 'De bestelling heeft {refunds} terugbetaling(en).',
		},
		tip: {
			en: "Book the order and its credit note by hand. When a flow of yours books refunds with 'Transform Refunds', choose Book in 'Orders With Refunds' of the client settings.",
			nl: "Boek de bestelling en haar creditnota met de hand. Boekt een eigen workflow terugbetalingen met 'Transform Refunds', kies dan Book bij 'Orders With Refunds' in 'Client settings'.",
		},
	},
	ORDER_UNREADABLE: {
		cases: {
			noId: {
				en: 'The item is not an order: it has no field "id".',
				nl: 'Het item is geen bestelling: het heeft geen veld "id".',
			},
			noAmount: {
				facts: { place: 'place', field: 'text' },
				en: '{place}: field "{field}" holds no amount.',
				nl: '{place}: in het veld "{field}" staat geen bedrag.',
			},
			noPercentage: {
				facts: { place: 'place', field: 'text' },
				en: '{place}: field "{field}" holds no percentage.',
				nl: '{place}: in het veld "{field}" staat geen percentage.',
			},
			kind: {
				facts: { place: 'place', kinds: 'names' },
				en: '{place}: field "kind" must be one of {kinds}.',
				nl: '{place}: het veld "kind" moet een van deze zijn: {kinds}.',
			},
			vatWithoutPercentage: {
				facts: { place: 'place' },
				en: '{place} has VAT but no field "percentage".',
				nl: '{place} heeft btw, maar geen veld "percentage".',
			},
		},
		tip: {
			en: 'The order lacks a field that every order has. Check the order in the shop.',
			nl: 'De bestelling mist een veld dat elke bestelling heeft. Controleer de bestelling in de winkel.',
		},
	},
	PAYMENT_METHOD_NOT_LIVE: {
		facts: { method: 'text', methods: 'names' },
		found: {
			en: 'The payment method is "{method}"; booked are {methods}.',
			nl: 'De betaalmethode is "{method}"; geboekt worden {methods}.',
		},
		tip: {
			en: "Nothing has to be booked. Add the payment method to 'Payment Methods to Book' of the shop in the client settings if it should be.",
			nl: "Er hoeft niets geboekt te worden. Moet dat wel, voeg de betaalmethode dan toe aan 'Payment Methods to Book' van de winkel in 'Client settings'.",
		},
	},
	SHOP_NOT_IN_SETTINGS: {
		facts: { shop: 'text' },
		found: {
			en: 'The settings have no shop "{shop}".',
			nl: 'In de instellingen staat geen winkel "{shop}".',
		},
		tip: {
			en: "Add the shop to 'Shops' in the client settings and run 'Client settings'.",
			nl: "Voeg de winkel toe aan 'Shops' in 'Client settings' en voer die workflow uit.",
		},
	},
	STATUS_NOT_YET: {
		facts: { status: 'status', statuses: 'statuses' },
		found: {
			en: 'The status is "{status}"; booked from {statuses}.',
			nl: 'De status is "{status}"; geboekt wordt vanaf {statuses}.',
		},
		tip: {
			en: 'Nothing to do: the order is booked when its status says so.',
			nl: 'Niets te doen: de bestelling wordt geboekt zodra haar status dat zegt.',
		},
	},
	STATUS_SKIPPED: {
		cases: {
			order: {
				facts: { status: 'status' },
				en: 'The status is "{status}", which is not booked.',
				nl: 'De status is "{status}"; die wordt niet geboekt.',
			},
			payment: {
				facts: { status: 'status' },
				en: 'Not paid, and the status is "{status}".',
				nl: 'Niet betaald, en de status is "{status}".',
			},
		},
		tip: NOTHING,
	},
	TOTAL_MISMATCH: {
		cases: {
			twoTotals: {
				facts: { total: 'cents', other: 'cents' },
				en: 'The order states two totals: {total} and {other}.',
				nl: 'De bestelling noemt twee totalen: {total} en {other}.',
			},
			noLines: {
				facts: { total: 'cents' },
				en: 'The order of {total} has no lines.',
				nl: 'De bestelling van {total} heeft geen regels.',
			},
			gap: {
				facts: { made: 'cents', total: 'cents', gap: 'cents' },
				en: 'Lines and VAT make {made}, the total is {total}: a gap of {gap}.',
				nl: 'Regels en btw komen uit op {made}, het totaal is {total}: een verschil van {gap}.',
			},
			giftCard: {
				facts: { made: 'cents', total: 'cents', gap: 'cents' },
				en: 'Lines and VAT make {made}, the total is {total}: a gap of {gap}, perhaps paid in part with a gift card or store credit.',
				nl: 'Regels en btw komen uit op {made}, het totaal is {total}: een verschil van {gap}, misschien deels betaald met een cadeaubon of winkeltegoed.',
			},
			linesWithVat: {
				facts: { made: 'cents', total: 'cents' },
				en: 'The lines with VAT make {made}, the total is {total}.',
				nl: 'De regels met btw komen uit op {made}, het totaal is {total}.',
			},
		},
		tip: {
			en: 'Compare the order with what the customer paid, and correct the order in the shop or book it by hand.',
			nl: 'Vergelijk de bestelling met wat de klant betaald heeft, en verbeter haar in de winkel of boek haar met de hand.',
		},
	},
	UNEXPLAINED_AMOUNT: {
		cases: {
			field: {
				facts: { place: 'place', field: 'text' },
				en: '{place} has an amount in the field "{field}".',
				nl: '{place} heeft een bedrag in het veld "{field}".',
			},
			giftCard: {
				facts: { field: 'text' },
				en: 'A gift card paid, but the order has no field "{field}" that says how much.',
				nl: 'Er is met een cadeaubon betaald, maar de bestelling heeft geen veld "{field}" dat zegt hoeveel.',
			},
			voucher: {
				en: 'A voucher that was redeemed adds to the order, or carries VAT.',
				nl: 'Een ingewisselde waardebon verhoogt de bestelling, of draagt btw.',
			},
		},
		tip: {
			en: 'The order holds an amount that this version does not know. Book the order by hand and report the name of the field.',
			nl: 'De bestelling bevat een bedrag dat deze versie niet kent. Boek haar met de hand en meld de naam van het veld.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
