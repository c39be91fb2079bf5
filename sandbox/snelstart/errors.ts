import type { Answer } from '../http';

/** SnelStart's published Dutch texts for the codes this stand-in can answer (reference section 9). */
const texts = {
	'ALG-0100': 'Het ID dient leeg te zijn',
	'ALG-0103': 'Het ID is ongeldig',
	'ALG-0106': 'De data in het request is leeg',
	'ART-0001': 'Artikel bestaat niet.',
	'ART-0002': 'Artikelcode is verplicht.',
	'ART-0003': 'Artikelcode is geen nummer.',
	'ART-0004': 'Artikelcode is te lang.',
	'ART-0005': 'Artikelcode bestaat al.',
	'ART-0006': 'Omschrijving is verplicht.',
	'ART-0007': 'Omschrijving is te lang.',
	'ART-0008': 'Artikelomzetgroep is verplicht.',
	'ART-0009': 'Opgegeven artikelomzetgroep bestaat niet.',
	'BOE-0001': 'Niet gevonden',
	'BOE-0008': 'De grootboekrekening is verwijderd en staat op nonactief in de administratie',
	'BOE-0019': 'De kostenplaats is niet gevonden',
	'BOE-0021': 'Het factuurnummer bestaat al',
	'BOE-0022': 'Bij de opgegeven grootboekrekening is een kostenplaats is verplicht',
	'BOE-0023': 'Er zijn geen boekingsregels',
	'BOE-0026': 'De kostenplaats is verwijderd en staat op nonactief',
	'BOE-0028': 'Een regelbedrag is nul',
	'BOE-0033': 'De boekdatum mag niet meer dan 5 jaar voor het huidig boekjaar liggen',
	'BOE-0037': 'Een grootboekrekening kon niet worden gevonden',
	'BOE-0039': 'De boeking is niet in balans',
	'BOE-0042': 'De boekdatum ligt in een geblokkeerde periode',
	'BOE-0054': 'De relatie is verwijderd en staat op nonactief',
	'BOE-0058': 'Het factuurnummer is verplicht en mag maximaal 25 tekens bevatten.',
	'BOE-0060': 'De opgegeven relatie is geen klant.',
	'BOE-0061': 'Er is een niet toegestane grootboekrekening gebruikt.',
	'BOE-0062': 'Btwverlegd mag niet worden gecombineerd met andere btwsoorten.',
	'BOE-0068': 'Het boekstuk mag maximaal 25 tekens lang zijn.',
	'BOE-0069': 'De opgegeven BTW is niet geldig',
	'BOE-0070': 'De opgegeven boekdatum is niet geldig',
	'BOE-0071': 'Een omschrijving mag maximaal 250 tekens lang zijn.',
	'BOE-0075': 'In de boekingsregels mag niet worden geboekt op memoriaal of een balans dagboek',
	'BOE-0080': 'Voor deze klant is boeken op een omzetrekening voor EU niet toegestaan.',
	'BOE-0082':
		'Een btw-soort ontbreekt, of komt niet overeen met de btwsoort van de grootboekrekening.',
	'BOE-0083': 'De factuur kan niet worden verwijderd omdat er betalingen zijn.',
	'KPL-0001': 'Kostenplaats niet gevonden',
	'REL-0001': "RelatieSoort mag niet 'geen' zijn",
	'REL-0003': 'Krediettermijn mag niet kleiner dan -365 of groter dan 1000 zijn',
	'REL-0005': 'Relatie niet gevonden',
	'REL-0006': 'KvkNummer is ongeldig',
	'REL-0007': 'Naam moet gevuld zijn',
	'REL-0008': 'Relatiecode reeds in gebruik',
	'REL-0010': 'Bic is ongeldig',
	'REL-0011': 'Iban is ongeldig',
	'REL-0012': 'MobieleTelefoon mag maximaal 25 karakters bevatten',
	'REL-0013': 'Telefoon mag maximaal 25 karakters bevatten',
	'REL-0015': 'WebSiteUrl dient een geldig URL te zijn',
	'REL-0017': 'Factuurrelatie bestaat niet',
	'REL-0018': 'Factuurrelatie is geen klant',
	'REL-0020': 'VestigingsAdres.Straat mag maximaal 50 karakters bevatten',
	'REL-0021': 'VestigingsAdres.Postcode mag maximaal 25 karakters bevatten',
	'REL-0022': 'VestigingsAdres.Plaats mag maximaal 50 karakters bevatten',
	'REL-0023': 'VestigingsAdres.Contactpersoon mag maximaal 50 karakters bevatten',
	'REL-0025': 'Correspondentie.Straat mag maximaal 50 karakters bevatten',
	'REL-0026': 'Correspondentie.Postcode mag maximaal 25 karakters bevatten',
	'REL-0027': 'Correspondentie.Plaats mag maximaal 50 karakters bevatten',
	'REL-0028': 'Correspondentie.Contactpersoon mag maximaal 50 karakters bevatten',
	'REL-0047': 'Het ID in het url en het ID van de relatie in het request komen niet overeen',
	'REL-0048': "RelatieSoort mag niet 'eigen' bevatten",
	'REL-0049': 'Klant heeft openstaande facturen',
	'REL-0055': 'CorrespondentieAdres.LandId niet gevonden',
	'REL-0056': 'VestigingsAdres.LandId niet gevonden',
	'REL-0057': 'BtwNummer mag maximaal 50 karakters bevatten',
	'REL-0058': 'BtwNummer moet minimaal 2 karakters bevatten',
	'REL-0059': 'BtwNummer mag alleen cijfers en letters bevatten',
	'REL-0060':
		'Indien een van de velden van VestigingsAdres gevuld is, meegegeven dienen alle velden gevuld zijn, uitgezonderd Contactpersoon',
	'REL-0061': 'Email dient een geldig emailadres te zijn.',
	'REL-0063': 'Het ID dient leeg te zijn.',
	'REL-0066':
		'De input is incompleet of incorrect. Controleer of de json valide is en de juiste properties bevat.',
	'REL-0084':
		'Email bevat één of meerdere ongeldige emailadressen. U kunt meerdere emailadressen opgeven door ze te scheiden met een puntkomma(;).',
	'REL-0085': 'Email mag maximaal 250 karakters bevatten',
	'REL-0087': 'De Btw landcode komt niet overeen met de landcode van het vestigingsadres',
	'REL-0088': 'Het opgegeven nummer is geen geldig btw-nummer',
	'REL-0103': 'Klant kan niet worden verwijderd omdat deze intern door SnelStart wordt gebruikt',
	'VOR-0002': 'De relatie is geen klant',
	'VOR-0005': 'Bij een nieuwe verkooporder moet het veld ordernummer leeg zijn',
	'VOR-0006': 'Straat mag maximaal 50 karakters bevatten',
	'VOR-0007': 'Postcode mag maximaal 25 karakters bevatten',
	'VOR-0008': 'Plaats mag maximaal 50 karakters bevatten',
	'VOR-0009': 'Contactpersoon mag maximaal 50 karakters bevatten',
	'VOR-0010': 'LandId niet gevonden',
	'VOR-0011': 'Orderreferentie mag maximaal 50 karakters bevatten',
} as const;
export type ErrorCode = keyof typeof texts;

/** Shape (a) of reference 4.1: business rules, an array that may hold several. */
export function refused(codes: Iterable<ErrorCode>): Answer {
	return {
		status: 400,
		json: [...new Set(codes)].map((errorCode) => ({
			errorCode,
			message: texts[errorCode],
			details: null,
		})),
	};
}

/** Shape (b) of reference 4.1: model binding, keys prefixed with the parameter's name. */
export function invalidModel(modelState: Record<string, string[]>): Answer {
	return { status: 400, json: { message: 'The request is invalid.', modelState } };
}

/** Shape (c) of reference 4.1: OData and the framework. */
export function badQuery(message: string): Answer {
	return { status: 400, json: { Message: message } };
}

/** The gateway's own answers (reference 1.3). */
export const gateway = {
	missingKey: (): Answer => ({
		status: 401,
		json: {
			statusCode: 401,
			message:
				'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
		},
	}),
	invalidKey: (): Answer => ({
		status: 401,
		json: {
			statusCode: 401,
			message:
				'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
		},
	}),
	rateLimited: (seconds: number): Answer => ({
		status: 429,
		headers: { 'Retry-After': String(seconds) },
		json: {
			statusCode: 429,
			message: `Rate limit is exceeded. Try again in ${seconds} seconds.`,
		},
	}),
	unknownPath: (): Answer => ({
		status: 404,
		json: { statusCode: 404, message: 'Resource not found' },
	}),
	urlTooLong: (): Answer => ({ status: 414, text: 'URI Too Long' }),
};

export const unauthorized = (): Answer => ({
	status: 401,
	json: { Message: 'Authorization has been denied for this request.' },
});

export const forbidden = (scope: string): Answer => ({
	status: 403,
	json: { Message: `Scope ${scope} is required for this request.` },
});

/** Only the status of an unknown id is known (reference 1.3). */
export const notFound = (): Answer => ({ status: 404 });
