import type { CodeEntry } from './code';
import { tips } from './snelStart/tips';

/** What SnelStart's gateway, its token service and the network answer, and codes it gives unasked. */
export const connectionCodes = {
	ADDRESS_WITHOUT_SCHEME: {
		facts: { field: 'text' },
		found: {
			en: "The '{field}' of the credential does not begin with https://",
			nl: "De '{field}' van de credential begint niet met https://",
		},
		tip: {
			en: 'Enter the whole address, as it stands in the address bar of a browser',
			nl: 'Vul het hele adres in, zoals het in de adresbalk van een browser staat',
		},
	},
	BATCH_OUT_OF_TIME: {
		facts: { minutes: 'count' },
		found: {
			en: 'This run has sent for {minutes} minutes, and sends nothing more before its claims end',
			nl: 'Deze uitvoering heeft {minutes} minuten lang verstuurd, en verstuurt niets meer voordat haar claims verlopen',
		},
		tip: {
			en: 'Nothing to do: the next run goes on with it',
			nl: 'Je hoeft niets te doen: de volgende uitvoering gaat ermee verder',
		},
	},
	BASE_URL_UNKNOWN: {
		found: {
			en: "SnelStart accepts the key, but has nothing at the 'Base URL' of the credential",
			nl: "SnelStart accepteert de sleutel, maar heeft niets op de 'Base URL' van de credential",
		},
		tip: {
			en: "Enter 'https://b2bapi.snelstart.nl/v2', with '/v2' at its end",
			nl: "Vul 'https://b2bapi.snelstart.nl/v2' in, met '/v2' aan het eind",
		},
	},
	CLIENT_KEY_REFUSED: {
		found: {
			en: "SnelStart does not accept the 'Client Key (Koppelsleutel)'",
			nl: "SnelStart accepteert de 'Client Key (Koppelsleutel)' niet",
		},
		tip: {
			en: 'Copy the key again from SnelStart Web (Instellingen, Koppelingen) into the credential. A key that was renewed or deleted there stops working at once',
			nl: 'Kopieer de sleutel opnieuw uit SnelStart Web (Instellingen, Koppelingen) naar de credential. Een sleutel die daar vernieuwd of verwijderd is, werkt meteen niet meer',
		},
	},
	CONNECTION_LOST: {
		found: {
			en: 'The connection with SnelStart was broken before an answer came',
			nl: 'De verbinding met SnelStart werd verbroken voordat er antwoord kwam',
		},
		tip: tips.later,
	},
	FILTER_NOT_UNDERSTOOD: {
		facts: { words: 'words' },
		found: { en: 'SnelStart says: {words}', nl: 'SnelStart zegt: {words}' },
		tip: {
			en: "Write field names as SnelStart does (e.g. Email, ModifiedOn) and text in 'single quotes'",
			nl: "Schrijf veldnamen zoals SnelStart dat doet (bijvoorbeeld Email, ModifiedOn) en tekst tussen 'enkele aanhalingstekens'",
		},
	},
	KEYS_OVER_HTTP: {
		facts: { host: 'text', field: 'text' },
		found: {
			en: 'The keys are not sent to {host} over http',
			nl: 'De sleutels worden niet over http naar {host} verstuurd',
		},
		tip: {
			en: "Enter an address that begins with https as '{field}' of the credential. For a test system in your own network, switch on 'Allow HTTP' there: everyone on the way can then read the keys.",
			nl: "Vul bij '{field}' van de credential een adres in dat met https begint. Zet voor een testsysteem in je eigen netwerk daar 'Allow HTTP' aan: iedereen onderweg kan de sleutels dan lezen.",
		},
	},
	NO_ACCESS_TOKEN: {
		facts: { status: 'count' },
		found: {
			en: 'SnelStart gave no access token (HTTP {status})',
			nl: 'SnelStart gaf geen toegangstoken (HTTP {status})',
		},
		tip: {
			en: "Check the 'Token URL' of the credential, and try again later when it is right",
			nl: "Controleer de 'Token URL' van de credential, en probeer het later opnieuw als die klopt",
		},
	},
	NO_CONNECTION: {
		found: { en: 'SnelStart cannot be reached', nl: 'SnelStart is niet bereikbaar' },
		tip: {
			en: "Check the internet connection and the 'Base URL' of the credential, then try again",
			nl: "Controleer de internetverbinding en de 'Base URL' van de credential, en probeer het dan opnieuw",
		},
	},
	NO_ID_RETURNED: {
		found: {
			en: 'SnelStart answered without naming the record',
			nl: 'SnelStart antwoordde zonder te zeggen wat er gemaakt is',
		},
		tip: { en: 'Look the record up in SnelStart', nl: 'Zoek het op in SnelStart' },
	},
	NOT_ACCEPTED: {
		found: {
			en: 'SnelStart did not accept the request',
			nl: 'SnelStart nam het verzoek niet aan',
		},
		tip: {
			en: 'Try again later; if it stays, report the code together with the order number',
			nl: 'Probeer het later opnieuw; blijft het zo, meld dan de code met het ordernummer',
		},
	},
	NOT_FOUND: {
		found: {
			en: 'SnelStart has no record with this ID',
			nl: 'SnelStart heeft niets met dit ID',
		},
		tip: tips.pickAgain,
	},
	QUOTA_USED_UP: {
		found: {
			en: 'The calls that SnelStart allows in this period are used up',
			nl: 'De aanroepen die SnelStart in deze periode toestaat, zijn op',
		},
		tip: {
			en: 'Wait until the period is over; fewer runs or a bigger subscription prevent it',
			nl: 'Wacht tot de periode voorbij is; minder vaak uitvoeren of een groter abonnement voorkomt het',
		},
	},
	RATE_LIMITED: {
		found: {
			en: 'SnelStart asks to slow down, for longer than this run can wait',
			nl: 'SnelStart vraagt om langer te wachten dan deze uitvoering kan',
		},
		tip: {
			en: 'Try again later; plan runs apart from each other',
			nl: 'Probeer het later opnieuw; plan uitvoeringen niet tegelijk',
		},
	},
	REDIRECTED: {
		cases: {
			to: {
				facts: { field: 'text', target: 'text' },
				en: "The '{field}' of SnelStart leads on to {target}, and keys never follow",
				nl: "De '{field}' van SnelStart verwijst door naar {target}, en sleutels gaan nooit mee",
			},
			somewhere: {
				facts: { field: 'text' },
				en: "The '{field}' of SnelStart leads on to another address, and keys never follow",
				nl: "De '{field}' van SnelStart verwijst door naar een ander adres, en sleutels gaan nooit mee",
			},
		},
		tip: {
			en: "Enter 'https://b2bapi.snelstart.nl/v2' as 'Base URL' and 'https://auth.snelstart.nl/b2b/token' as 'Token URL' of the credential; for a test system the address that was named, if you trust it",
			nl: "Vul in de credential 'https://b2bapi.snelstart.nl/v2' in als 'Base URL' en 'https://auth.snelstart.nl/b2b/token' als 'Token URL'; bij een testsysteem het genoemde adres, als je dat vertrouwt",
		},
	},
	REQUEST_BLOCKED: {
		found: {
			en: 'A gateway before SnelStart blocked the request',
			nl: 'Een gateway voor SnelStart hield het verzoek tegen',
		},
		tip: {
			en: 'Try again later; if it stays, ask SnelStart why its gateway blocks this',
			nl: 'Probeer het later opnieuw; blijft het zo, vraag SnelStart dan waarom de gateway dit tegenhoudt',
		},
	},
	REQUEST_INVALID: {
		facts: { fields: 'names' },
		found: {
			en: 'SnelStart does not accept the form of the request: {fields}',
			nl: 'SnelStart neemt de vorm van het verzoek niet aan: {fields}',
		},
		tip: {
			en: 'Correct the fields that are named; report it together with the order number when it is a draft that was booked',
			nl: 'Verbeter de genoemde velden; meld het met het ordernummer als er een concept geboekt werd',
		},
	},
	SCOPE_MISSING: {
		found: {
			en: "The 'Client Key (Koppelsleutel)' does not give access to this part of SnelStart",
			nl: "De 'Client Key (Koppelsleutel)' geeft geen toegang tot dit deel van SnelStart",
		},
		tip: {
			en: 'Give the coupling this right in SnelStart Web (Instellingen, Koppelingen)',
			nl: 'Geef de koppeling dit recht in SnelStart Web (Instellingen, Koppelingen)',
		},
	},
	SNELSTART_UNAVAILABLE: {
		found: {
			en: 'SnelStart is not available for the moment',
			nl: 'SnelStart is op dit moment niet beschikbaar',
		},
		tip: tips.later,
	},
	SUBSCRIPTION_KEY_REFUSED: {
		found: {
			en: "SnelStart does not accept the 'Subscription Key'",
			nl: "SnelStart accepteert de 'Subscription Key' niet",
		},
		tip: {
			en: 'Copy the key again from the SnelStart developer portal; a development key ends after 90 days',
			nl: 'Kopieer de sleutel opnieuw uit het ontwikkelaarsportaal van SnelStart; een ontwikkelsleutel verloopt na 90 dagen',
		},
	},
	TIMED_OUT: {
		found: {
			en: 'SnelStart did not answer in time',
			nl: 'SnelStart antwoordde niet op tijd',
		},
		tip: tips.later,
	},
	TOKEN_REFUSED: {
		found: {
			en: 'SnelStart does not accept the access token, even after renewing it',
			nl: 'SnelStart accepteert het toegangstoken niet, ook niet nadat het vernieuwd is',
		},
		tip: {
			en: "Check the 'Client Key (Koppelsleutel)' and the 'Base URL' of the credential",
			nl: "Controleer de 'Client Key (Koppelsleutel)' en de 'Base URL' van de credential",
		},
	},
	PROBE_REFUSED: {
		cases: {
			bookings: {
				en: 'This administration has bookings, and the probe books and removes entries',
				nl: 'Deze administratie bevat boekingen, en de proef boekt en verwijdert',
			},
			name: {
				en: 'This administration has bookings, and its name was not given as SnelStart shows it',
				nl: 'Deze administratie bevat boekingen, en haar naam is niet opgegeven zoals SnelStart hem toont',
			},
			ids: {
				facts: { ids: 'names' },
				en: 'The probe knows no assumption called {ids}',
				nl: 'De proef kent geen aanname met de naam {ids}',
			},
			noAnswer: {
				facts: { words: 'words' },
				en: 'The probe could not begin: {words}',
				nl: 'De proef kon niet beginnen: {words}',
			},
		},
		tip: {
			en: 'Nothing was booked. Use an administration made for trying; only when its bookings do not matter either, say so and give its exact name too (manual: probe)',
			nl: 'Er is niets geboekt. Gebruik een administratie die voor het proberen gemaakt is; alleen als ook haar boekingen er niet toe doen, zeg dat en geef haar exacte naam erbij (handleiding: probe)',
		},
	},
	UNEXPECTED_ANSWER: {
		found: {
			en: 'Something other than SnelStart answered',
			nl: 'Iets anders dan SnelStart gaf antwoord',
		},
		tip: {
			en: "Check the 'Base URL' of the credential, and any proxy between this machine and SnelStart",
			nl: "Controleer de 'Base URL' van de credential, en een eventuele proxy tussen deze machine en SnelStart",
		},
	},
	UNKNOWN_SNELSTART_CODE: {
		cases: {
			words: {
				facts: { words: 'words' },
				en: 'SnelStart says: {words}',
				nl: 'SnelStart zegt: {words}',
			},
			noWords: {
				facts: { snelStartCode: 'text' },
				en: 'SnelStart refuses this with code {snelStartCode}',
				nl: 'SnelStart weigert dit met code {snelStartCode}',
			},
		},
		tip: {
			en: 'Look the code up in the SnelStart documentation, or ask SnelStart what it means',
			nl: 'Zoek de code op in de documentatie van SnelStart, of vraag SnelStart wat ze betekent',
		},
	},
} as const satisfies Record<string, CodeEntry>;
