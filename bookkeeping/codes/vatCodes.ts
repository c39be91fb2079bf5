import type { CodeEntry } from './code';

/** Why the VAT of an order cannot be booked as the shop charged it. */
export const vatCodes = {
	COUNTRY_MISSING: {
		found: {
			en: 'Neither the shipping nor the billing address has a country.',
			nl: 'Het bezorgadres en het factuuradres hebben allebei geen land.',
		},
		tip: {
			en: "Fill the country of the billing or shipping address in the shop. For a shop that sells over the counter without asking an address, switch on 'No Address Means Home' in the client settings.",
			nl: "Vul in de winkel het land van het factuuradres of het bezorgadres in. Zet voor een winkel die aan de toonbank verkoopt zonder een adres te vragen 'No Address Means Home' aan in 'Client settings'.",
		},
	},
	COUNTRY_UNKNOWN: {
		cases: {
			order: {
				facts: { country: 'text' },
				en: 'The country of delivery is "{country}", which is not a two-letter country code.',
				nl: 'Het land van levering is "{country}"; dat is geen landcode van twee letters.',
			},
			snelStart: {
				facts: { country: 'text' },
				en: "SnelStart does not know the country of the customer's address: {country}",
				nl: 'SnelStart kent het land van het adres van de klant niet: {country}',
				tip: {
					en: 'Correct the country in the shop, or add the relation in SnelStart with the same e-mail address',
					nl: 'Verbeter het land in de winkel, of voeg de relatie in SnelStart toe met hetzelfde e-mailadres',
				},
			},
		},
		tip: {
			en: 'Correct the country of the shipping or billing address in the shop: a two-letter code such as DE, or its name in Dutch, English or German.',
			nl: 'Verbeter in de winkel het land van het bezorgadres of factuuradres: een landcode van twee letters zoals DE, of de naam in het Nederlands, Engels of Duits.',
		},
	},
	CUSTOMER_NOT_READ: {
		cases: {
			oss: {
				facts: { country: 'country', answer: 'text' },
				en: "A company has an order with VAT of {country} (OSS), and the shop's record of the customer, which may hold a VAT number, could not be read: {answer}.",
				nl: 'Een bedrijf heeft een bestelling met btw van {country} (OSS), en de klantgegevens in de winkel, waarin een btw-nummer kan staan, konden niet worden gelezen: {answer}.',
			},
			noVat: {
				facts: { country: 'country', answer: 'text' },
				en: "Delivered to {country} without VAT and without a VAT number on the order, and the shop's record of the customer, which may hold one, could not be read: {answer}.",
				nl: 'Geleverd aan {country} zonder btw en zonder btw-nummer op de bestelling, en de klantgegevens in de winkel, waarin er een kan staan, konden niet worden gelezen: {answer}.',
				tip: {
					en: "It is read again tonight. If it stays: let the user of the shop's key see customers (a shop manager may), or fill the VAT number in on the order; then process the row again.",
					nl: 'Ze worden vannacht opnieuw gelezen. Blijft het: zorg dat de gebruiker van de sleutel klanten mag zien (een winkelmanager mag dat), of vul het btw-nummer in bij de bestelling; verwerk de regel daarna opnieuw.',
				},
			},
		},
		tip: {
			en: "OSS is for consumers only. Let the user of the shop's key see customers (a shop manager may), or choose Leave in 'VAT Numbers of Customers' of the shop in the client settings; then process the row again.",
			nl: "OSS is alleen voor consumenten. Zorg dat de gebruiker van de sleutel klanten mag zien (een winkelmanager mag dat), of kies Leave bij 'VAT Numbers of Customers' van de winkel in 'Client settings'; verwerk de regel daarna opnieuw.",
		},
	},
	OSS_THRESHOLD: {
		cases: {
			near: {
				facts: { year: 'count', sold: 'cents', threshold: 'cents' },
				en: 'Sold with Dutch VAT to consumers in other EU countries in {year}: {sold} of {threshold}, without VAT.',
				nl: 'Met Nederlandse btw verkocht aan consumenten in andere EU-landen in {year}: {sold} van {threshold}, zonder btw.',
			},
			passed: {
				facts: { year: 'count', sold: 'cents', threshold: 'cents' },
				en: 'Sold with Dutch VAT to consumers in other EU countries in {year}: {sold}, more than {threshold}, without VAT.',
				nl: 'Met Nederlandse btw verkocht aan consumenten in andere EU-landen in {year}: {sold}, meer dan {threshold}, zonder btw.',
			},
			yearBefore: {
				facts: { year: 'count', sold: 'cents', threshold: 'cents' },
				en: 'Sold with Dutch VAT to consumers in other EU countries in {year}: {sold}, more than {threshold}, without VAT. The threshold does not hold the year after either.',
				nl: 'Met Nederlandse btw verkocht aan consumenten in andere EU-landen in {year}: {sold}, meer dan {threshold}, zonder btw. De drempel geldt dan ook het jaar erna niet.',
			},
		},
		tip: {
			en: "Above € 10,000 a year the VAT of the customer's country is due, from the sale that passes it: ask the bookkeeper about OSS, set the rates in the shop and switch foreign VAT on in SnelStart.",
			nl: 'Boven € 10.000 per jaar is de btw van het land van de klant verschuldigd, vanaf de verkoop die erboven komt: overleg met de boekhouder over OSS, stel de tarieven in de winkel in en zet in SnelStart buitenlandse btw aan.',
		},
	},
	EXPORT_WITH_VAT: {
		cases: {
			country: {
				facts: { rates: 'percentages', country: 'country' },
				en: 'VAT at {rates} on a delivery to {country}.',
				nl: 'Btw van {rates} op een levering aan {country}.',
			},
			postcode: {
				facts: { rates: 'percentages', country: 'country', postcode: 'words' },
				en: 'VAT at {rates} on a delivery to {country} (postcode {postcode} in {country} lies outside the EU VAT area).',
				nl: 'Btw van {rates} op een levering aan {country} (postcode {postcode} in {country} ligt buiten het btw-gebied van de EU).',
			},
		},
		tip: {
			en: "Deliveries outside the EU carry 0 % VAT. Correct the tax settings of the shop and refund the VAT; if the client has a VAT registration there, add the rate to 'VAT Mapping' in the client settings as own registration.",
			nl: "Op leveringen buiten de EU rust 0 % btw. Verbeter de btw-instellingen van de winkel en betaal de btw terug; heeft de onderneming daar een btw-registratie, voeg het tarief dan aan 'VAT Mapping' in 'Client settings' toe als eigen registratie.",
		},
	},
	GOODS_WITHOUT_VAT_ABROAD: {
		facts: { amount: 'cents', country: 'country', vat: 'cents' },
		found: {
			en: 'Articles of {amount} went to {country} without VAT, while shipping or a fee bears VAT of {vat}.',
			nl: 'Artikelen van {amount} gingen zonder btw naar {country}, terwijl er {vat} btw op verzendkosten of een toeslag zit.',
		},
		tip: {
			en: 'VAT on shipping and fees follows the goods. To a business in another EU country (ICP) none of it bears VAT: correct the tax settings of the shop and refund that VAT. To a consumer all of it does: the shop should have charged it on the goods too.',
			nl: 'De btw op verzendkosten en toeslagen volgt de artikelen. Naar een bedrijf in een ander EU-land (ICP) zit nergens btw op: verbeter de btw-instellingen van de winkel en betaal die btw terug. Naar een consument zit overal btw op: dan had de winkel die ook over de artikelen moeten rekenen.',
		},
	},
	ICP_VAT_NUMBER_INVALID: {
		cases: {
			form: {
				facts: { country: 'country' },
				en: 'Delivered to {country} without VAT, but the VAT number does not have the form that its country uses.',
				nl: 'Geleverd aan {country} zonder btw, maar het btw-nummer heeft niet de vorm die dat land gebruikt.',
			},
			vies: {
				facts: { checkedAt: 'moment' },
				en: 'Delivered without VAT, but VIES said on {checkedAt} that the VAT number is not valid.',
				nl: 'Geleverd zonder btw, maar volgens VIES was het btw-nummer op {checkedAt} niet geldig.',
			},
			viesForm: {
				en: 'Delivered without VAT, but VIES does not take the VAT number for one (INVALID_INPUT).',
				nl: 'Geleverd zonder btw, maar VIES ziet het btw-nummer niet als een btw-nummer (INVALID_INPUT).',
			},
		},
		tip: {
			en: 'Ask the customer for the right VAT number and correct it in the shop; without one, Dutch VAT is due.',
			nl: 'Vraag de klant om het juiste btw-nummer en verbeter het in de winkel; zonder btw-nummer is Nederlandse btw verschuldigd.',
		},
	},
	ICP_VAT_NUMBER_MISSING: {
		facts: { country: 'country' },
		found: {
			en: 'Delivered to {country} without VAT, but the order has no VAT number.',
			nl: 'Geleverd aan {country} zonder btw, maar de bestelling heeft geen btw-nummer.',
		},
		tip: {
			en: "An EU delivery without VAT needs the VAT number of the customer. Fill it in the shop, or charge VAT. A client that charges none by law says so in 'Small-Business Scheme' or 'Exempt Products' of the client settings.",
			nl: "Een levering binnen de EU zonder btw kan niet zonder het btw-nummer van de klant. Vul het in de winkel in, of breng btw in rekening. Rekent de onderneming volgens de wet geen btw, geef dat dan aan in 'Small-Business Scheme' of 'Exempt Products' van 'Client settings'.",
		},
	},
	ICP_VAT_NUMBER_OF_DISPATCH: {
		facts: { country: 'country', home: 'country' },
		found: {
			en: 'Delivered to {country} without VAT, but the VAT number is one of {home}, where the goods are sent from.',
			nl: 'Geleverd aan {country} zonder btw, maar het btw-nummer is er een van {home}, waar de goederen vandaan komen.',
		},
		tip: {
			en: 'Without VAT the customer needs a VAT number of another member state than the one the goods leave from. Charge VAT, or ask for that number and correct it in the shop.',
			nl: 'Zonder btw heeft de klant een btw-nummer nodig van een andere lidstaat dan die waaruit de goederen vertrekken. Breng btw in rekening, of vraag om dat nummer en verbeter het in de winkel.',
		},
	},
	OSS_CARD_ELSEWHERE: {
		cases: {
			other: {
				facts: { country: 'country', relation: 'text', found: 'country' },
				en: 'VAT of {country} is booked by OSS, but the card of the customer (relation {relation}) is in {found}.',
				nl: 'Btw van {country} wordt via OSS geboekt, maar de relatiekaart van de klant (relatie {relation}) ligt in {found}.',
			},
			none: {
				facts: { country: 'country', relation: 'text' },
				en: 'VAT of {country} is booked by OSS, but the card of the customer (relation {relation}) is gone or has no country.',
				nl: 'Btw van {country} wordt via OSS geboekt, maar de relatiekaart van de klant (relatie {relation}) bestaat niet meer of heeft geen land.',
			},
		},
		tip: {
			en: 'SnelStart takes the country of the OSS VAT from the address of the card. Set the country of the card right in SnelStart for as long as this is booked, then process the row again.',
			nl: 'SnelStart haalt het land voor de OSS-btw van het adres op de relatiekaart. Zet in SnelStart het land van de kaart goed zolang dit geboekt wordt, en verwerk de regel daarna opnieuw.',
		},
	},
	OSS_FOR_BUSINESS: {
		facts: { country: 'country' },
		found: {
			en: 'VAT of {country} was charged to a customer with a VAT number.',
			nl: 'Een klant met een btw-nummer heeft btw van {country} betaald.',
		},
		tip: {
			en: 'OSS is for consumers only. Sell to businesses in other EU countries without VAT, or book this order by hand.',
			nl: 'OSS is alleen voor consumenten. Verkoop zonder btw aan bedrijven in andere EU-landen, of boek deze bestelling met de hand.',
		},
	},
	OSS_LINE_WITHOUT_VAT: {
		cases: {
			article: {
				facts: { amount: 'cents', country: 'country' },
				en: 'The order has VAT of {country} (OSS), and articles of {amount} without VAT.',
				nl: 'De bestelling heeft btw van {country} (OSS), en artikelen van {amount} zonder btw.',
				tip: {
					en: "SnelStart takes no line without VAT in an entry with OSS VAT. Choose a ledger account in 'OSS Account Without VAT' of the client settings, and process the row again: they are then booked in an entry of their own. Where VAT was due, let the shop charge it.",
					nl: "SnelStart neemt in een boeking met OSS-btw geen regel zonder btw aan. Kies een grootboekrekening bij 'OSS Account Without VAT' in 'Client settings' en verwerk de regel opnieuw: ze krijgen dan een eigen boeking. Was er btw verschuldigd, laat de winkel die dan rekenen.",
				},
			},
			charge: {
				facts: { part: 'part', amount: 'cents', country: 'country' },
				en: 'The order has VAT of {country} (OSS), and a {part} line of {amount} without VAT.',
				nl: 'De bestelling heeft btw van {country} (OSS), en een regel ({part}) van {amount} zonder btw.',
				tip: {
					en: "VAT on shipping and fees follows the goods: let the shop charge it. For this order choose Includes VAT in 'OSS Charge Without VAT' of the client settings, or an account in 'OSS Account Without VAT' where none was due, and process the row again.",
					nl: "De btw op verzending en toeslagen volgt de artikelen: laat de winkel die rekenen. Kies voor deze bestelling 'Includes VAT' bij 'OSS Charge Without VAT' in 'Client settings', of een rekening bij 'OSS Account Without VAT' als er geen btw verschuldigd was, en verwerk de regel opnieuw.",
				},
			},
			giftCard: {
				facts: { amount: 'cents', country: 'country' },
				en: 'A gift card or store credit of {amount} was sold together with goods that bear VAT of {country} (OSS).',
				nl: 'Er is een cadeaubon of winkeltegoed van {amount} verkocht samen met artikelen met btw van {country} (OSS).',
			},
			product: {
				facts: { amount: 'cents', country: 'country' },
				en: 'The order has VAT of {country} (OSS), and articles of {amount} without VAT.',
				nl: 'De bestelling heeft btw van {country} (OSS), en artikelen van {amount} zonder btw.',
			},
		},
		tip: {
			en: 'SnelStart takes no line without VAT in an entry with OSS VAT. Book this order by hand as two entries with numbers of their own: the lines with VAT on a card in that country, the others on a card without a country. In the shop, let such things be ordered apart.',
			nl: 'SnelStart neemt in een boeking met OSS-btw geen regel zonder btw aan. Boek deze bestelling met de hand als twee boekingen met eigen nummers: de regels met btw op een relatiekaart in dat land, de andere op een kaart zonder land. Laat zulke dingen in de winkel apart bestellen.',
		},
	},
	RATE_AMBIGUOUS: {
		facts: { place: 'place', vat: 'cents', gross: 'cents', rates: 'percentages' },
		found: {
			en: '{place} has VAT {vat} in {gross}, which fits {rates}.',
			nl: '{place} heeft {vat} btw in {gross}; dat past bij {rates}.',
		},
		tip: {
			en: 'The amounts of this line fit several VAT rates. Make the shop send the percentage, or book the order by hand.',
			nl: 'De bedragen van deze regel passen bij meer dan één btw-tarief. Laat de winkel het percentage meesturen, of boek de bestelling met de hand.',
		},
	},
	RATE_CONTRADICTS_AMOUNTS: {
		cases: {
			product: {
				facts: { rate: 'percentage', vat: 'cents', net: 'cents' },
				en: 'A product line at {rate} has VAT {vat} over {net}.',
				nl: 'Een artikelregel met {rate} heeft {vat} btw over {net}.',
			},
			line: {
				facts: { place: 'place', rate: 'percentage', vat: 'cents', gross: 'cents' },
				en: '{place} states {rate}, but VAT {vat} in {gross}.',
				nl: '{place} noemt {rate}, maar heeft {vat} btw in {gross}.',
			},
		},
		tip: {
			en: "The VAT percentage of a line does not fit its amounts. Correct the line in the shop or book the order by hand. A shop that works out VAT in whole euros needs two decimals in its settings of prices; what it charged before is booked with 'VAT Off Its Rate' of the client settings.",
			nl: "Het btw-percentage van een regel past niet bij de bedragen. Verbeter de regel in de winkel of boek de bestelling met de hand. Een winkel die btw in hele euro’s uitrekent, moet in de prijsinstellingen op twee decimalen staan; wat al in rekening gebracht is, wordt geboekt met 'VAT Off Its Rate' in 'Client settings'.",
		},
	},
	SEVERAL_RATES_ON_LINE: {
		facts: { rates: 'percentages' },
		found: {
			en: 'A product line carries VAT at {rates}.',
			nl: 'Op een artikelregel staat btw van {rates}.',
		},
		tip: {
			en: 'Book this order by hand: one product carries several VAT rates.',
			nl: 'Boek deze bestelling met de hand: één artikel heeft verschillende btw-tarieven.',
		},
	},
	SMALL_BUSINESS_WITH_VAT: {
		facts: { rates: 'percentages' },
		found: {
			en: "VAT at {rates}, while 'Small-Business Scheme' of the settings applies.",
			nl: "Btw van {rates}, terwijl volgens 'Small-Business Scheme' de kleineondernemersregeling geldt.",
		},
		tip: {
			en: "Under the small-business scheme (KOR) no VAT may be charged. Correct the tax settings of the shop, or fill 'Until' of 'Small-Business Scheme' in the client settings if the client has left it.",
			nl: "Onder de kleineondernemersregeling (KOR) mag geen btw in rekening gebracht worden. Verbeter de btw-instellingen van de winkel, of vul 'Until' van 'Small-Business Scheme' in 'Client settings' in als de onderneming de regeling heeft beëindigd.",
		},
	},
	SPLIT_NOT_REPRODUCED: {
		cases: {
			noProducts: {
				facts: { place: 'place' },
				en: '{place} has no products to be split over.',
				nl: '{place}: er zijn geen artikelen om dit bedrag over te verdelen.',
			},
			otherVat: {
				facts: { place: 'place', gross: 'cents', vat: 'cents', expected: 'cents' },
				en: '{place} of {gross} carries VAT {vat}; over the products it would be {expected}.',
				nl: '{place} van {gross} draagt {vat} btw; verdeeld over de artikelen zou dat {expected} zijn.',
			},
			otherRates: {
				facts: { place: 'place', net: 'cents' },
				en: '{place} of {net} without VAT carries VAT that does not follow from its rates.',
				nl: '{place} van {net} zonder btw draagt btw die niet uit de tarieven volgt.',
			},
		},
		tip: {
			en: "The VAT of the shipping, discount or fee does not follow from the VAT rates of the products. Check the tax settings of the shop for shipping, discounts and fees, and that costs are entered with a point and two decimals. What was charged already can be booked with 'VAT Off Its Rate' of the client settings.",
			nl: "De btw op de verzendkosten, de korting of de toeslag volgt niet uit de btw-tarieven van de artikelen. Controleer de btw-instellingen van de winkel voor verzendkosten, kortingen en toeslagen, en of kosten met een punt en twee decimalen ingevuld zijn. Wat al in rekening gebracht is, kan geboekt worden met 'VAT Off Its Rate' in 'Client settings'.",
		},
	},
	TAX_LINE_MISSING: {
		cases: {
			percentage: {
				facts: { rate: 'text' },
				en: 'The VAT rate {rate} of the order has no percentage.',
				nl: 'Het btw-tarief {rate} van de bestelling heeft geen percentage.',
			},
			rate: {
				facts: { place: 'place', rateId: 'text' },
				en: '{place} names VAT rate id {rateId}, which the order does not describe.',
				nl: '{place} verwijst naar btw-tarief {rateId}, dat de bestelling niet omschrijft.',
			},
		},
		tip: {
			en: 'A line names a VAT rate that the order does not describe. Save the order again in the shop.',
			nl: 'Een regel verwijst naar een btw-tarief dat de bestelling niet omschrijft. Sla de bestelling in de winkel opnieuw op.',
		},
	},
	TERRITORY_UNCLEAR: {
		found: {
			en: 'Delivered to Northern Ireland (the postcode is in Northern Ireland).',
			nl: 'Geleverd aan Noord-Ierland (de postcode ligt in Noord-Ierland).',
		},
		tip: {
			en: 'Goods for businesses in Northern Ireland need a VAT number that starts with XI and carry no VAT. Correct the order, or book it by hand.',
			nl: 'Voor goederen aan bedrijven in Noord-Ierland is een btw-nummer nodig dat met XI begint, en er rust geen btw op. Verbeter de bestelling, of boek haar met de hand.',
		},
	},
	UNKNOWN_VAT_RATE: {
		cases: {
			home: {
				facts: {
					rate: 'percentage',
					country: 'country',
					date: 'date',
					inCountry: 'percentages',
				},
				en: 'VAT at {rate}: no such rate was in force in {country} on {date}, but {inCountry}.',
				nl: 'Btw van {rate}: zo’n tarief gold op {date} niet in {country}, wel {inCountry}.',
			},
			abroad: {
				facts: {
					rate: 'percentage',
					country: 'country',
					home: 'country',
					date: 'date',
					inCountry: 'percentages',
					atHome: 'percentages',
				},
				en: 'VAT at {rate}: no such rate was in force in {country} or {home} on {date}, but in {country} {inCountry} and in {home} {atHome}.',
				nl: 'Btw van {rate}: zo’n tarief gold op {date} niet in {country} of {home}, wel {inCountry} in {country} en {atHome} in {home}.',
			},
			amounts: {
				facts: { place: 'place', vat: 'cents', gross: 'cents' },
				en: '{place} has VAT {vat} in {gross}, which fits no VAT rate.',
				nl: '{place} heeft {vat} btw in {gross}; dat past bij geen enkel btw-tarief.',
			},
		},
		tip: {
			en: 'No such VAT rate is in force in that country. Correct the tax settings of the shop.',
			nl: 'Dit btw-tarief geldt niet in dat land. Verbeter de btw-instellingen van de winkel.',
		},
	},
	UNTAXED_NEGATIVE_FEE: {
		facts: { fee: 'words', amount: 'cents', rates: 'percentages' },
		found: {
			en: 'The line "{fee}" takes {amount} off without VAT, while the goods bear {rates}.',
			nl: 'De regel "{fee}" haalt {amount} zonder btw van de bestelling af, terwijl op de artikelen {rates} rust.',
		},
		tip: {
			en: "Such a line is a discount, or a payment such as a gift card or a deposit that was paid earlier. Choose Discount in 'Negative Fee Without VAT' of the client settings if it is always the former; book this order by hand if it is a payment.",
			nl: "Zo'n regel is een korting, of een betaling zoals een cadeaubon of een eerdere aanbetaling. Kies Discount bij 'Negative Fee Without VAT' in 'Client settings' als het altijd een korting is; boek deze bestelling met de hand als het een betaling is.",
		},
	},
	VAT_NUMBER_ELSEWHERE: {
		facts: { field: 'text' },
		found: {
			en: 'The field "{field}" holds what looks like a VAT number; with it the order would be treated differently.',
			nl: 'In het veld "{field}" staat iets dat op een btw-nummer lijkt; daarmee zou de bestelling anders behandeld worden.',
		},
		tip: {
			en: "If it is the VAT number of the customer, add the field to 'VAT Number Fields' in 'Fields of Orders' of the client settings; if it is something else, add it to 'Ignored Fields' there.",
			nl: "Is het het btw-nummer van de klant, zet het veld dan bij 'VAT Number Fields' in 'Fields of Orders' van 'Client settings'; is het iets anders, zet het daar dan bij 'Ignored Fields'.",
		},
	},
	VAT_NUMBER_NOT_CHECKED: {
		cases: {
			notAsked: {
				en: 'VIES did not say whether the VAT number is valid: it was not asked.',
				nl: 'VIES heeft niet gezegd of het btw-nummer geldig is: het is niet gevraagd.',
			},
			noAnswer: {
				en: 'VIES did not say whether the VAT number is valid: it could not be reached or did not answer in time.',
				nl: 'VIES heeft niet gezegd of het btw-nummer geldig is: het was niet bereikbaar of antwoordde niet op tijd.',
			},
			notUnderstood: {
				en: 'VIES did not say whether the VAT number is valid: its answer could not be read.',
				nl: 'VIES heeft niet gezegd of het btw-nummer geldig is: het antwoord was niet te lezen.',
			},
			addressBlocked: {
				en: 'VIES did not say whether the VAT number is valid: it has blocked the internet address of this n8n (IP_BLOCKED).',
				nl: 'VIES heeft niet gezegd of het btw-nummer geldig is: het blokkeert het internetadres van deze n8n (IP_BLOCKED).',
			},
			numberBlocked: {
				en: 'VIES did not say whether the VAT number is valid: it has blocked the VAT number that asks (VAT_BLOCKED).',
				nl: 'VIES heeft niet gezegd of het btw-nummer geldig is: het blokkeert het btw-nummer van de vrager (VAT_BLOCKED).',
			},
			ownNumber: {
				en: 'VIES did not say whether the VAT number is valid: it asks for an own VAT number (INVALID_REQUESTER_INFO).',
				nl: 'VIES heeft niet gezegd of het btw-nummer geldig is: het vraagt om een eigen btw-nummer (INVALID_REQUESTER_INFO).',
			},
			answered: {
				facts: { answer: 'text' },
				en: 'VIES did not say whether the VAT number is valid: it answered {answer}.',
				nl: 'VIES heeft niet gezegd of het btw-nummer geldig is: het antwoord was {answer}.',
			},
		},
		tip: {
			en: "Try the order again when VIES answers. What happens until then is set by 'When VIES Does Not Say' in the client settings.",
			nl: "Bied de bestelling opnieuw aan zodra VIES antwoordt. Wat er tot dan gebeurt, staat in 'When VIES Does Not Say' in 'Client settings'.",
		},
	},
	VAT_OF_OTHER_COUNTRY: {
		cases: {
			delivered: {
				facts: {
					vat: 'cents',
					rates: 'percentages',
					charged: 'names',
					address: 'text',
					owed: 'country',
				},
				en: 'VAT of {vat} at {rates} was charged by a rate of {charged}, but the goods go to {address} and are not picked up, so that it would be VAT of {owed}.',
				nl: 'Er is {vat} btw ({rates}) berekend met een tarief van {charged}, maar de goederen gaan naar {address} en worden niet afgehaald; daarmee zou het btw van {owed} zijn.',
			},
			pickedUp: {
				facts: {
					vat: 'cents',
					rates: 'percentages',
					charged: 'names',
					address: 'text',
					owed: 'country',
				},
				en: 'VAT of {vat} at {rates} was charged by a rate of {charged}, but the customer (address in {address}) picks the goods up at the shop, so that it would be VAT of {owed}.',
				nl: 'Er is {vat} btw ({rates}) berekend met een tarief van {charged}, maar de klant (adres in {address}) haalt de goederen bij de winkel af; daarmee zou het btw van {owed} zijn.',
			},
		},
		tip: {
			en: "Find out where the goods went. Are they picked up in a way that is not known here, add its shipping method to 'Pick-Up Methods' in 'Fields of Orders' of the client settings; else correct the address or the tax settings in the shop.",
			nl: "Ga na waar de goederen heen zijn gegaan. Worden zij afgehaald op een manier die hier niet bekend is, zet de verzendmethode dan bij 'Pick-Up Methods' in 'Fields of Orders' van 'Client settings'; verbeter anders het adres of de btw-instellingen in de winkel.",
		},
	},
	VAT_TOTAL_MISMATCH: {
		cases: {
			orderRate: {
				facts: { rate: 'percentage', stated: 'cents', ofLines: 'cents' },
				en: 'VAT at {rate}: the order states {stated}, its lines {ofLines}.',
				nl: 'Btw van {rate}: de bestelling noemt {stated}, haar regels {ofLines}.',
			},
			refundRate: {
				facts: { rate: 'percentage', stated: 'cents', ofLines: 'cents' },
				en: 'VAT at {rate}: the refund states {stated}, its lines {ofLines}.',
				nl: 'Btw van {rate}: de terugbetaling noemt {stated}, haar regels {ofLines}.',
			},
			order: {
				facts: { stated: 'cents', ofLines: 'cents' },
				en: 'The order states VAT {stated}, its lines {ofLines}.',
				nl: 'De bestelling noemt {stated} btw, haar regels {ofLines}.',
			},
		},
		tip: {
			en: 'The VAT of the lines does not add up to the VAT of the order. Check the order in the shop.',
			nl: 'De btw van de regels telt niet op tot de btw van de bestelling. Controleer de bestelling in de winkel.',
		},
	},
} as const satisfies Record<string, CodeEntry>;
