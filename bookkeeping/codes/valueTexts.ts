import type { Spoken } from './facts';
import { sayInBoth, type FactsIn, type SpokenEntry } from './sayText';

/** What is wrong with the form of a setting, said after its place. */
export const valueTexts = {
	missing: { en: 'is missing', nl: 'ontbreekt' },
	otherForm: { en: 'has a form that is not known', nl: 'heeft een vorm die niet bekend is' },
	text: { en: 'must be a text', nl: 'moet een tekst zijn' },
	rateText: {
		en: 'must be a text, such as "1.0850"',
		nl: 'moet een tekst zijn, zoals "1.0850"',
	},
	texts: { en: 'must be a list of texts', nl: 'moet een lijst van teksten zijn' },
	emptyText: { en: 'may not hold an empty text', nl: 'mag geen lege tekst bevatten' },
	empty: { en: 'may not be empty', nl: 'mag niet leeg zijn' },
	number: { en: 'must be a number', nl: 'moet een getal zijn' },
	whole: { en: 'must be a whole number', nl: 'moet een heel getal zijn' },
	least: {
		facts: { least: 'count' },
		en: 'must be {least} at least',
		nl: 'moet minstens {least} zijn',
	},
	most: { facts: { most: 'count' }, en: 'must be {most} at most', nl: 'mag hoogstens {most} zijn' },
	trueOrFalse: { en: 'must be true or false', nl: 'moet true of false zijn' },
	rows: { en: 'must be a list of rows', nl: 'moet een lijst van regels zijn' },
	object: { en: 'must be an object', nl: 'moet een object zijn' },
	oneOf: {
		facts: { values: 'text' },
		en: 'must be one of {values}',
		nl: 'moet een van deze zijn: {values}',
	},
	noShop: { en: 'Add at least one shop', nl: 'Voeg minstens één winkel toe' },
	noRate: {
		en: 'Add at least one row to VAT Mapping',
		nl: 'Voeg minstens één regel toe aan VAT Mapping',
	},
	shortName: {
		en: 'Use small letters, digits and dashes',
		nl: 'Gebruik kleine letters, cijfers en streepjes',
	},
	country: {
		en: 'A country is a two-letter code, such as NL',
		nl: 'Een land is een code van twee letters, zoals NL',
	},
	currency: {
		en: 'A currency is a three-letter code, such as USD',
		nl: 'Een valuta is een code van drie letters, zoals USD',
	},
	day: { en: 'Write a day as 2026-01-31', nl: 'Schrijf een dag als 2026-01-31' },
	notADay: {
		en: 'is not a day such as 2026-01-31',
		nl: 'is geen dag zoals 2026-01-31',
	},
	pathPart: {
		en: 'may hold letters, digits and dashes only',
		nl: 'mag alleen letters, cijfers en streepjes bevatten',
	},
	webAddress: {
		en: 'must be a whole address, with https:// in front, such as https://shop.example.com',
		nl: 'moet een heel adres zijn, met https:// ervoor, zoals https://winkel.voorbeeld.nl',
	},
	code: {
		en: 'Use letters, digits, dashes and underscores',
		nl: 'Gebruik letters, cijfers, streepjes en onderstrepingstekens',
	},
	longer: {
		facts: { most: 'count' },
		en: 'has more than {most} characters',
		nl: 'heeft meer dan {most} tekens',
	},
	totalPrefix: { en: 'Use 1 to 8 letters and digits', nl: 'Gebruik 1 tot 8 letters en cijfers' },
	address: {
		en: 'must be an address, such as https://vies.example.com',
		nl: 'moet een adres zijn, zoals https://vies.example.com',
	},
} as const satisfies Record<string, SpokenEntry>;
export type ValueTextName = keyof typeof valueTexts;

const said = new Map<string, Spoken>();

/**
 * The English of a text, as the message of a zod schema: those hold one text only, so which one it was
 * is remembered for `spokenValue`.
 */
export function valueText<Name extends ValueTextName>(
	name: Name,
	...[facts]: FactsIn<(typeof valueTexts)[Name]>
): string {
	const spoken = sayInBoth(valueTexts[name], facts);
	said.set(spoken.en, spoken);
	return spoken.en;
}

/** A message of a schema in both languages; what zod said itself is told in general. */
export const spokenValue = (message: string): Spoken => said.get(message) ?? valueTexts.otherForm;
