import type { CodeEntry } from './code';
import type { Spoken } from './facts';

const oneInput: Spoken = {
	en: "Fill in 'Stock Quantity' or a price, with a point such as '12.95'",
	nl: "Vul 'Stock Quantity' of een prijs in, met een punt zoals '12.95'",
};
const tooSlow: Spoken = {
	en: "The shop took too long. Lower 'Page Size' under Options.",
	nl: "De winkel deed er te lang over. Verlaag 'Page Size' onder Options.",
};

/**
 * What a WooCommerce shop answers instead of data, and what is wrong with what was entered. An
 * answer with a code of the shop's own keeps that code, and is told as one of these.
 */
export const shopCodes = {
	INVOICE_NOT_GIVEN: {
		cases: {
			address: {
				facts: { address: 'text' },
				en: "'{address}' names no address of an invoice in this shop",
				nl: "'{address}' noemt geen adres van een factuur in deze winkel",
			},
			emptyField: {
				facts: { field: 'text' },
				en: "The order has no field '{field}', so the address of its invoice is not known",
				nl: "De bestelling heeft geen veld '{field}', dus het adres van de factuur is niet bekend",
			},
			elsewhere: {
				facts: { host: 'text' },
				en: 'The address of the invoice leads to {host}, which is not the shop',
				nl: 'Het adres van de factuur leidt naar {host}, en dat is niet de winkel',
			},
			http: {
				facts: { host: 'text' },
				en: 'The invoice would come over http from {host}, where everyone on the way can read it',
				nl: 'De factuur zou via http van {host} komen, waar iedereen onderweg haar kan lezen',
			},
			status: {
				facts: { status: 'count' },
				en: 'The shop answers HTTP {status} instead of the invoice',
				nl: 'De winkel antwoordt met HTTP {status} in plaats van met de factuur',
			},
			redirects: {
				en: 'The address of the invoice leads from one page to the next without an end',
				nl: 'Het adres van de factuur leidt eindeloos van pagina naar pagina',
			},
			noPdf: {
				en: 'What the shop gives at the address of the invoice is not a PDF',
				nl: 'Wat de winkel op het adres van de factuur geeft, is geen PDF',
			},
			tooLarge: {
				facts: { megabytes: 'count' },
				en: 'The invoice is larger than the {megabytes} MB that SnelStart takes',
				nl: 'De factuur is groter dan de {megabytes} MB die SnelStart aanneemt',
			},
			unreachable: {
				facts: { error: 'text' },
				en: 'The invoice could not be fetched: {error}',
				nl: 'De factuur was niet op te halen: {error}',
			},
		},
		tip: {
			en: "Check 'Invoice Address' in 'Client settings': opened in a private window of the browser it must show the PDF. PDF Invoices & Packing Slips shows it so only when its 'Document link access type' is Guest.",
			nl: "Controleer 'Invoice Address' in 'Client settings': in een privévenster van de browser moet het adres de PDF tonen. PDF Invoices & Packing Slips doet dat alleen als 'Document link access type' daar op Guest staat.",
		},
	},
	INPUT_ADDRESSES: {
		facts: { entry: 'text' },
		found: {
			en: "'Allowed Addresses' holds '{entry}', which is not an IP address or network",
			nl: "In 'Allowed Addresses' staat '{entry}', en dat is geen IP-adres of netwerk",
		},
		tip: {
			en: 'Write addresses as 203.0.113.7 or 2001:db8::1 and networks as 203.0.113.0/24, separated by commas',
			nl: 'Schrijf adressen als 203.0.113.7 of 2001:db8::1 en netwerken als 203.0.113.0/24, met komma’s ertussen',
		},
	},
	INPUT_AMOUNT: {
		cases: {
			amount: {
				facts: { field: 'text' },
				en: "'{field}' is not an amount",
				nl: "'{field}' is geen bedrag",
			},
			number: {
				facts: { field: 'text' },
				en: "'{field}' is not a number",
				nl: "'{field}' is geen getal",
				tip: oneInput,
			},
		},
		tip: {
			en: "Write it with a point and without a sign, such as '12.95'",
			nl: "Schrijf het met een punt en zonder teken, zoals '12.95'",
		},
	},
	INPUT_ID: {
		facts: { field: 'text' },
		found: {
			en: "'{field}' must hold a whole number",
			nl: "In '{field}' moet een heel getal staan",
		},
		tip: {
			en: 'It is the ID in WordPress, as the address of its page in the shop shows',
			nl: 'Het is het ID in WordPress, zoals het adres van de pagina in de winkel laat zien',
		},
	},
	INPUT_INCOMPLETE: {
		cases: {
			noChange: { en: 'No field is to be changed', nl: 'Er is geen veld om te wijzigen' },
			noProductChange: {
				en: 'No field is to be changed',
				nl: 'Er is geen veld om te wijzigen',
				tip: oneInput,
			},
			metaKey: { en: "A meta field has no 'Key'", nl: "Een metaveld heeft geen 'Key'" },
			nothingToWrite: {
				facts: { field: 'text' },
				en: "'{field}' is empty",
				nl: "'{field}' is leeg",
				tip: {
					en: 'Without it there is nothing to write to the shop',
					nl: 'Zonder dat is er niets om naar de winkel te schrijven',
				},
			},
			note: {
				en: "'Note' is empty",
				nl: "'Note' is leeg",
				tip: { en: 'Enter the text of the note', nl: 'Vul de tekst van de notitie in' },
			},
			empty: {
				facts: { field: 'text' },
				en: "'{field}' is empty",
				nl: "'{field}' is leeg",
				tip: {
					en: 'Fill in the expression of the template again: importing by hand can empty it',
					nl: 'Vul de expressie van het sjabloon weer in: met de hand importeren kan haar leegmaken',
				},
			},
			noList: {
				facts: { field: 'text' },
				en: "'{field}' is not a list",
				nl: "'{field}' is geen lijst",
				tip: {
					en: 'Fill in the expression of the template again: importing by hand can empty it',
					nl: 'Vul de expressie van het sjabloon weer in: met de hand importeren kan haar leegmaken',
				},
			},
		},
		tip: {
			en: "Fill it in under 'Update Fields'",
			nl: "Vul het in onder 'Update Fields'",
		},
	},
	INPUT_REQUEST: {
		cases: {
			method: {
				facts: { methods: 'names' },
				en: "'Method' is not known",
				nl: "'Method' is onbekend",
				tip: { en: 'Choose one of {methods}', nl: 'Kies een van deze: {methods}' },
			},
			json: {
				facts: { field: 'text' },
				en: "'{field}' is not JSON",
				nl: "'{field}' is geen JSON",
			},
			shopPath: {
				en: "'Path' is not a path below /wp-json",
				nl: "'Path' is geen pad onder /wp-json",
				tip: {
					en: "Enter what follows /wp-json/, such as 'wc/v3/orders', and the query apart",
					nl: "Vul in wat na /wp-json/ komt, zoals 'wc/v3/orders', en de query apart",
				},
			},
			snelStartPath: {
				en: "'Path' is not a path of SnelStart's API",
				nl: "'Path' is geen pad van de API van SnelStart",
				tip: {
					en: "Write it like /relaties, without host; what follows a '?' goes in the query",
					nl: "Schrijf het als /relaties, zonder host; wat na een '?' komt, hoort in de query",
				},
			},
		},
		tip: {
			en: 'Write it as { "name": "value" }',
			nl: 'Schrijf het als { "naam": "waarde" }',
		},
	},
	SHOP_ANSWERS_HTML: {
		facts: { status: 'count' },
		found: {
			en: 'The shop answered with a web page instead of data (HTTP {status})',
			nl: 'De winkel antwoordde met een webpagina in plaats van gegevens (HTTP {status})',
		},
		tip: {
			en: 'A firewall, a captcha, a maintenance page or a password in front of the shop answered. Let the host allow requests to /wp-json/wc/v3 from this server.',
			nl: 'Een firewall, een captcha, een onderhoudspagina of een wachtwoord voor de winkel gaf antwoord. Laat de hostingpartij verzoeken van deze server naar /wp-json/wc/v3 toestaan.',
		},
	},
	SHOP_ANSWER_CUT_OFF: {
		found: {
			en: 'The answer of the shop breaks off in the middle',
			nl: 'Het antwoord van de winkel breekt halverwege af',
		},
		tip: {
			en: 'Something in front of the shop cuts answers off: a proxy, a time limit, a disk that is full. The next run reads it again; when it stays, ask the host.',
			nl: 'Iets voor de winkel kapt antwoorden af: een proxy, een tijdslimiet, een volle schijf. De volgende uitvoering leest het opnieuw; blijft het, vraag dan de hostingpartij.',
		},
	},
	SHOP_API_NOT_FOUND: {
		found: {
			en: 'There is no WooCommerce API at this address',
			nl: 'Op dit adres is geen API van WooCommerce',
		},
		tip: {
			en: "Check 'Shop URL' in the credential and that WooCommerce is active. Under Settings, Permalinks anything but 'Plain' must be chosen; with 'Plain', end the 'Shop URL' with /index.php.",
			nl: "Controleer 'Shop URL' in de credential en of WooCommerce actief is. Onder Instellingen, Permalinks moet iets anders dan 'Eenvoudig' gekozen zijn; laat anders de 'Shop URL' eindigen op /index.php.",
		},
	},
	SHOP_BATCH_INCOMPLETE: {
		cases: {
			refused: {
				facts: { what: 'record', id: 'text', words: 'words' },
				en: 'The shop refused the change of {what} {id}: {words}',
				nl: 'De winkel weigerde de wijziging van {what} {id}: {words}',
			},
			noAnswer: {
				facts: { what: 'record', id: 'text' },
				en: 'The shop refused the change of {what} {id}: no answer',
				nl: 'De winkel weigerde de wijziging van {what} {id}: geen antwoord',
			},
		},
		tip: {
			en: 'Check the ID and the values of this item',
			nl: 'Controleer het ID en de waarden van dit item',
		},
	},
	SHOP_HAS_NOT: {
		cases: {
			order: { en: 'The shop has no such order', nl: 'De winkel heeft deze bestelling niet' },
			orderId: {
				facts: { id: 'text' },
				en: 'The shop has no order with the ID {id}',
				nl: 'De winkel heeft geen bestelling met het ID {id}',
				tip: {
					en: 'An order that was deleted for good cannot be read',
					nl: 'Een bestelling die definitief verwijderd is, kan niet gelezen worden',
				},
			},
			other: {
				facts: { what: 'record' },
				en: 'The shop has no such {what}',
				nl: 'De winkel heeft dit niet: {what}',
				tip: {
					en: 'Check the ID: the {what} may have been deleted, or belong to another record',
					nl: 'Controleer het ID: misschien is dit verwijderd ({what}), of hoort het ergens anders bij',
				},
			},
		},
		tip: {
			en: "Check 'Order': it takes the order's ID in WordPress, which may differ from its number. An order that was deleted for good cannot be read.",
			nl: "Controleer 'Order': daar hoort het ID van de bestelling in WordPress, dat van het nummer kan verschillen. Een bestelling die definitief verwijderd is, kan niet gelezen worden.",
		},
	},
	SHOP_KEY_MISTYPED: {
		cases: {
			swapped: {
				en: 'Consumer key and consumer secret are each in the field of the other',
				nl: 'Consumer key en consumer secret staan in elkaars veld',
			},
			notWhole: {
				facts: { field: 'text', length: 'count', start: 'text' },
				en: "The '{field}' is not whole: it has {length} characters, and WooCommerce makes 43 that begin with {start}",
				nl: "De '{field}' is niet heel: er staan {length} tekens, en WooCommerce maakt er 43 die met {start} beginnen",
			},
		},
		tip: {
			en: 'Copy both parts again. WooCommerce shows them once, when the key is made: Settings, Advanced, REST API',
			nl: 'Kopieer beide delen opnieuw. WooCommerce toont ze één keer, als de sleutel gemaakt wordt: Instellingen, Geavanceerd, REST API',
		},
	},
	SHOP_KEY_READ_ONLY: {
		found: {
			en: 'The key of the shop may only read',
			nl: 'De sleutel van de winkel mag alleen lezen',
		},
		tip: {
			en: 'Give the key the permission Read/Write in WooCommerce under Settings, Advanced, REST API',
			nl: 'Geef de sleutel in WooCommerce de machtiging Lezen/schrijven, onder Instellingen, Geavanceerd, REST API',
		},
	},
	SHOP_KEY_REFUSED: {
		found: {
			en: 'The shop does not accept the consumer key or secret',
			nl: 'De winkel accepteert de consumer key of het consumer secret niet',
		},
		tip: {
			en: 'Make a new key in WooCommerce under Settings, Advanced, REST API and copy both parts into the credential',
			nl: 'Maak in WooCommerce een nieuwe sleutel, onder Instellingen, Geavanceerd, REST API, en kopieer beide delen naar de credential',
		},
	},
	SHOP_KEY_RIGHTS: {
		cases: {
			change: {
				en: 'The shop does not let this key change this',
				nl: 'De winkel laat deze sleutel dit niet wijzigen',
			},
			read: {
				en: 'The shop does not let this key read this',
				nl: 'De winkel laat deze sleutel dit niet lezen',
			},
		},
		tip: {
			en: "Give the key to a user who may manage the shop. If the key is right, the web server drops the Authorization header: switch on 'Keys in Query' in the credential. Behind a proxy that ends https, WordPress must be told so with X-Forwarded-Proto.",
			nl: "Geef de sleutel aan een gebruiker die de winkel mag beheren. Klopt de sleutel, dan laat de webserver de header Authorization vallen: zet 'Keys in Query' aan in de credential. Achter een proxy die https afhandelt, moet WordPress dat horen met X-Forwarded-Proto.",
		},
	},
	SHOP_LIST_NOT_WHOLE: {
		facts: { what: 'record' },
		found: {
			en: 'The list of {what}s of the shop did not come together',
			nl: 'De lijst van de winkel ({what}) kwam niet compleet binnen',
		},
		tip: {
			en: "Run it again, when less is changed in the shop. If it stays, a plugin or a cache of the shop sorts its list otherwise, or gives the same part for every 'offset'.",
			nl: "Voer het opnieuw uit als er minder in de winkel verandert. Blijft het zo, dan sorteert een plugin of een cache van de winkel de lijst anders, of geeft steeds hetzelfde deel bij elke 'offset'.",
		},
	},
	SHOP_REDIRECTS: {
		cases: {
			to: {
				facts: { target: 'text' },
				en: 'The shop sends this request on to {target}, and keys never follow',
				nl: 'De winkel stuurt dit verzoek door naar {target}, en sleutels gaan nooit mee',
				tip: {
					en: "Use the address the shop itself uses as 'Shop URL' in the credential, '{target}' if that is the shop: the 'WordPress Address' under Settings, General (mind https and www)",
					nl: "Gebruik als 'Shop URL' in de credential het adres dat de winkel zelf gebruikt, '{target}' als dat de winkel is: het 'WordPress-adres' onder Instellingen, Algemeen (let op https en www)",
				},
			},
			somewhere: {
				en: 'The shop sends this request on to another address, and keys never follow',
				nl: 'De winkel stuurt dit verzoek door naar een ander adres, en sleutels gaan nooit mee',
			},
		},
		tip: {
			en: "Use the address the shop itself uses as 'Shop URL' in the credential: the 'WordPress Address' under Settings, General (mind https and www)",
			nl: "Gebruik als 'Shop URL' in de credential het adres dat de winkel zelf gebruikt: het 'WordPress-adres' onder Instellingen, Algemeen (let op https en www)",
		},
	},
	SHOP_NOT_REACHED: {
		found: {
			en: 'The shop gave no answer, and nothing says why',
			nl: 'De winkel gaf geen antwoord, en niets zegt waarom',
		},
		tip: {
			en: 'Check that the shop is online, then try again',
			nl: 'Controleer of de winkel online is, en probeer het dan opnieuw',
		},
	},
	SHOP_REFUNDS_MISSING: {
		facts: { refunds: 'names' },
		found: {
			en: 'The shop did not give refund {refunds}',
			nl: 'De winkel gaf terugbetaling {refunds} niet',
		},
		tip: {
			en: 'The order names a refund that is not in the list of its refunds. Run it again; if it stays, a cache or a plugin of the shop leaves refunds out.',
			nl: 'De bestelling noemt een terugbetaling die niet in de lijst van haar terugbetalingen staat. Voer het opnieuw uit; blijft het zo, dan laat een cache of plug-in van de winkel terugbetalingen weg.',
		},
	},
	SHOP_REFUSES: {
		cases: {
			words: {
				facts: { words: 'words', shopCode: 'text' },
				en: 'The shop refused the request: {words} ({shopCode})',
				nl: 'De winkel weigerde het verzoek: {words} ({shopCode})',
			},
			noReason: {
				facts: { shopCode: 'text' },
				en: 'The shop refused the request: no reason given ({shopCode})',
				nl: 'De winkel weigerde het verzoek zonder reden ({shopCode})',
			},
			parameters: {
				facts: { words: 'words', shopCode: 'text', details: 'words' },
				en: 'The shop refused the request: {words} ({shopCode})',
				nl: 'De winkel weigerde het verzoek: {words} ({shopCode})',
				tip: { en: '{details}', nl: 'De winkel zegt: {details}' },
			},
			unavailable: {
				facts: { words: 'words', shopCode: 'text' },
				en: 'The shop refused the request: {words} ({shopCode})',
				nl: 'De winkel weigerde het verzoek: {words} ({shopCode})',
				tip: {
					en: "Try again later. If it happens with many orders only, lower 'Page Size' under Options.",
					nl: "Probeer het later opnieuw. Gebeurt het alleen met veel bestellingen, verlaag dan 'Page Size' onder Options.",
				},
			},
		},
		tip: {
			en: 'Check the parameters of this node',
			nl: 'Controleer de parameters van deze node',
		},
	},
	SHOP_SIGNATURE_REFUSED: {
		found: {
			en: 'The shop does not accept the signature of this request',
			nl: 'De winkel accepteert de ondertekening van dit verzoek niet',
		},
		tip: {
			en: "Over http the request is signed with the shop's address: enter 'Site Address (URL)' from Settings, General exactly as 'Shop URL' (www, port), and check the consumer secret and the clock of this server. With https no signature is needed.",
			nl: "Over http wordt het verzoek ondertekend met het adres van de winkel: vul het 'Siteadres (URL)' uit Instellingen, Algemeen precies in als 'Shop URL' (www, poort), en controleer het consumer secret en de klok van deze server. Met https is geen ondertekening nodig.",
		},
	},
	SHOP_TOO_MANY_REQUESTS: {
		found: {
			en: 'The shop keeps asking to slow down (HTTP 429)',
			nl: 'De winkel blijft vragen om langzamer te gaan (HTTP 429)',
		},
		tip: {
			en: 'Run the workflow less often, or ask the host of the shop to allow more requests',
			nl: 'Voer de workflow minder vaak uit, of vraag de hostingpartij van de winkel om meer verzoeken toe te staan',
		},
	},
	SHOP_UNAVAILABLE: {
		facts: { status: 'count' },
		found: {
			en: 'The shop is not available now (HTTP {status})',
			nl: 'De winkel is nu niet beschikbaar (HTTP {status})',
		},
		tip: {
			en: "Try again later. If it happens with many orders only, lower 'Page Size' under Options.",
			nl: "Probeer het later opnieuw. Gebeurt het alleen met veel bestellingen, verlaag dan 'Page Size' onder Options.",
		},
	},
	SHOP_UNREACHABLE: {
		cases: {
			slow: {
				en: 'The shop cannot be reached',
				nl: 'De winkel is niet bereikbaar',
				tip: tooSlow,
			},
			notListening: {
				en: 'The shop cannot be reached',
				nl: 'De winkel is niet bereikbaar',
				tip: {
					en: "Nothing listens there: check 'Shop URL' in the credential, and its port",
					nl: "Daar luistert niets: controleer 'Shop URL' in de credential, en de poort",
				},
			},
			unknownName: {
				en: 'The shop cannot be reached',
				nl: 'De winkel is niet bereikbaar',
				tip: {
					en: "The name in 'Shop URL' is not known: check its spelling",
					nl: "De naam in 'Shop URL' is onbekend: controleer de spelling",
				},
			},
			certificate: {
				en: 'The shop cannot be reached',
				nl: 'De winkel is niet bereikbaar',
				tip: {
					en: "The certificate of the shop is not accepted: let the host renew it, or use the name it was issued for as 'Shop URL'",
					nl: "Het certificaat van de winkel wordt niet geaccepteerd: laat de hostingpartij het vernieuwen, of gebruik als 'Shop URL' de naam waarvoor het is uitgegeven",
				},
			},
			other: { en: 'The shop cannot be reached', nl: 'De winkel is niet bereikbaar' },
		},
		tip: {
			en: 'Check that the shop is online, then try again',
			nl: 'Controleer of de winkel online is, en probeer het dan opnieuw',
		},
	},
	SHOP_WRITE_UNKNOWN: {
		facts: { what: 'record' },
		found: {
			en: 'The shop did not say whether the {what} was made',
			nl: 'De winkel zei niet of dit gemaakt is: {what}',
		},
		tip: {
			en: 'Look in the shop before you run this again: the {what} may be there already',
			nl: 'Kijk in de winkel voordat je dit opnieuw uitvoert: misschien is het er al ({what})',
		},
	},
} as const satisfies Record<string, CodeEntry>;
