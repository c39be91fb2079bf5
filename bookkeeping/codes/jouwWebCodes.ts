import type { CodeEntry } from './code';

/** What JouwWeb answers instead of data, and what is wrong with its credential. */
export const jouwWebCodes = {
	JOUWWEB_BASE_URL: {
		found: {
			en: "The 'Base URL' of the JouwWeb credential is not a web address",
			nl: "De 'Base URL' van de credential van JouwWeb is geen webadres",
		},
		tip: {
			en: "Enter the address of the API as JouwWeb gave it, starting with 'https://'",
			nl: "Vul het adres van de API in zoals JouwWeb het gaf, beginnend met 'https://'",
		},
	},
	JOUWWEB_ENDLESS_LIST: {
		facts: { pages: 'count' },
		found: {
			en: 'The list of JouwWeb has no end after {pages} pages',
			nl: "De lijst van JouwWeb heeft na {pages} pagina's nog geen einde",
		},
		tip: {
			en: "Set 'Created After', or a larger 'Page Size' under 'API Layout' in the credential",
			nl: "Stel 'Created After' in, of een grotere 'Page Size' onder 'API Layout' in de credential",
		},
	},
	JOUWWEB_FIELD_NAMES: {
		found: {
			en: "'Field Names' of the JouwWeb credential cannot be read",
			nl: "'Field Names' van de credential van JouwWeb is niet te lezen",
		},
		tip: {
			en: "Write every field as 'our name = their name', with commas between",
			nl: "Schrijf elk veld als 'onze naam = hun naam', met komma's ertussen",
		},
	},
	JOUWWEB_NO_LIST: {
		facts: { fields: 'text' },
		found: {
			en: 'There is no list in the answer of JouwWeb (its fields: {fields})',
			nl: 'In het antwoord van JouwWeb staat geen lijst (de velden: {fields})',
		},
		tip: {
			en: "Name the field that holds the list as 'List Key' under 'API Layout' in the credential",
			nl: "Vul het veld waarin de lijst staat in als 'List Key' onder 'API Layout' in de credential",
		},
	},
	JOUWWEB_NOT_ALLOWED: {
		facts: { status: 'count' },
		found: {
			en: 'JouwWeb does not allow this (HTTP {status})',
			nl: 'JouwWeb staat dit niet toe (HTTP {status})',
		},
		tip: {
			en: 'Connect the credential again, and check that its token or scope may read orders',
			nl: 'Verbind de credential opnieuw, en controleer of het token of de scope bestellingen mag lezen',
		},
	},
	JOUWWEB_NOT_DATA: {
		facts: { status: 'count' },
		found: {
			en: 'JouwWeb answered with something other than data (HTTP {status})',
			nl: 'JouwWeb antwoordde met iets anders dan gegevens (HTTP {status})',
		},
		tip: {
			en: "Check 'Base URL' in the credential: it must be the address of the API, not of the shop",
			nl: "Controleer 'Base URL' in de credential: het moet het adres van de API zijn, niet dat van de winkel",
		},
	},
	JOUWWEB_NOT_FOUND: {
		facts: { path: 'text' },
		found: { en: 'JouwWeb has nothing at {path}', nl: 'JouwWeb heeft niets op {path}' },
		tip: {
			en: "Check the website and the order, then 'Base URL' and the paths under 'API Layout' in the credential",
			nl: "Controleer de website en de bestelling, en dan 'Base URL' en de paden onder 'API Layout' in de credential",
		},
	},
	JOUWWEB_ORDER_WITHOUT_ID: {
		found: {
			en: 'JouwWeb sent an order without an ID',
			nl: 'JouwWeb stuurde een bestelling zonder ID',
		},
		tip: {
			en: "Name the field that holds it under 'Field Names' in the credential, for example 'id = orderId'",
			nl: "Noem het veld waarin het staat onder 'Field Names' in de credential, bijvoorbeeld 'id = orderId'",
		},
	},
	JOUWWEB_OTHER_HOST: {
		cases: {
			path: {
				en: 'The path of the call leads to another host than the credential names',
				nl: 'Het pad van de aanroep leidt naar een andere host dan in de credential staat',
				tip: {
					en: "Enter a path below the 'Base URL' of the credential, for example '/websites'",
					nl: "Vul een pad onder de 'Base URL' van de credential in, bijvoorbeeld '/websites'",
				},
			},
			nextPage: {
				en: 'The next page of the list is at another address than the credential names',
				nl: 'De volgende pagina van de lijst staat op een ander adres dan in de credential',
			},
		},
		tip: {
			en: "Check 'Base URL' in the credential, or choose another 'Paging' under its 'API Layout'",
			nl: "Controleer 'Base URL' in de credential, of kies een andere 'Paging' onder 'API Layout'",
		},
	},
	JOUWWEB_LIST_NOT_WHOLE: {
		facts: { times: 'count' },
		found: {
			en: 'The pages of the list of JouwWeb did not come together in {times} readings',
			nl: "De pagina's van de lijst van JouwWeb sloten in {times} keer lezen niet op elkaar aan",
		},
		tip: {
			en: 'Run it again, when less is changed in the shop: nothing was handed over, and nothing is lost. If it stays, JouwWeb lists its orders in another order each time: say so in a problem report.',
			nl: 'Voer het opnieuw uit als er minder in de winkel verandert: er is niets doorgegeven en niets verloren. Blijft het zo, dan geeft JouwWeb zijn bestellingen telkens in een andere volgorde: meld dat.',
		},
	},
	JOUWWEB_NEXT_UNREADABLE: {
		found: {
			en: 'JouwWeb names a next page in a way that cannot be read',
			nl: 'JouwWeb noemt een volgende pagina op een manier die niet te lezen is',
		},
		tip: {
			en: "Choose under 'API Layout' in the credential how lists go on: 'Paging', and as 'Next Key' the place where the address or the cursor of the next page stands. Nothing was handed over.",
			nl: "Kies onder 'API Layout' in de credential hoe lijsten verdergaan: 'Paging', en als 'Next Key' de plek waar het adres of de cursor van de volgende pagina staat. Er is niets doorgegeven.",
		},
	},
	JOUWWEB_PAGE_REPEATED: {
		found: {
			en: 'JouwWeb sent the same records again when asked for the next page',
			nl: 'JouwWeb stuurde dezelfde gegevens opnieuw toen om de volgende pagina gevraagd werd',
		},
		tip: {
			en: "Choose how lists go on as 'Paging' under 'API Layout' in the credential: 'None' if one answer holds everything, else the right 'Page Parameter' or 'Cursor Parameter'",
			nl: "Kies als 'Paging' onder 'API Layout' in de credential hoe lijsten verdergaan: 'None' als alles in één antwoord staat, anders de juiste 'Page Parameter' of 'Cursor Parameter'",
		},
	},
	JOUWWEB_REDIRECTS: {
		cases: {
			to: {
				facts: { target: 'text' },
				en: "JouwWeb's address leads on to {target}, and keys never follow",
				nl: 'Het adres van JouwWeb verwijst door naar {target}, en sleutels gaan nooit mee',
			},
			somewhere: {
				en: "JouwWeb's address leads on to another one, and keys never follow",
				nl: 'Het adres van JouwWeb verwijst door naar een ander adres, en sleutels gaan nooit mee',
			},
		},
		tip: {
			en: "If that is JouwWeb's own address, enter it as 'Base URL' in the credential",
			nl: "Is dat het eigen adres van JouwWeb, vul het dan in als 'Base URL' in de credential",
		},
	},
	JOUWWEB_REFUSED: {
		facts: { status: 'count' },
		found: {
			en: 'JouwWeb refused the request (HTTP {status})',
			nl: 'JouwWeb weigerde het verzoek (HTTP {status})',
		},
		tip: {
			en: "Check the names under 'API Layout' in the credential against JouwWeb's own information",
			nl: "Vergelijk de namen onder 'API Layout' in de credential met wat JouwWeb zelf opgeeft",
		},
	},
	JOUWWEB_TOO_MANY_REQUESTS: {
		found: {
			en: 'JouwWeb keeps asking to slow down (HTTP 429)',
			nl: 'JouwWeb blijft vragen om langzamer te gaan (HTTP 429)',
		},
		tip: {
			en: 'Run the workflow less often',
			nl: 'Voer de workflow minder vaak uit',
		},
	},
	JOUWWEB_UNAVAILABLE: {
		facts: { status: 'count' },
		found: {
			en: 'JouwWeb is not available now (HTTP {status})',
			nl: 'JouwWeb is nu niet beschikbaar (HTTP {status})',
		},
		tip: { en: 'Try again later', nl: 'Probeer het later opnieuw' },
	},
	JOUWWEB_UNREACHABLE: {
		found: {
			en: 'JouwWeb cannot be reached',
			nl: 'JouwWeb is niet bereikbaar',
		},
		tip: {
			en: "Check 'Base URL' in the credential, then try again",
			nl: "Controleer 'Base URL' in de credential, en probeer het dan opnieuw",
		},
	},
} as const satisfies Record<string, CodeEntry>;
