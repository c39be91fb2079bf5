import type { Spoken } from './facts';
import { sayInBoth, type FactsIn, type SpokenEntry } from './sayText';

/** What is wrong with a client file, beside the form of its values; most are said after a place in it. */
export const clientFileTexts = {
	theFile: { en: 'The file', nl: 'Het bestand' },
	unknownField: { en: 'is not a field of this file', nl: 'is geen veld van dit bestand' },
	formula: {
		en: 'may not begin with =, because n8n takes such texts for formulas',
		nl: 'mag niet met = beginnen, want n8n leest zulke teksten als formules',
	},
	postgresFields: {
		en: 'needs host, database and user, or the name of a credential',
		nl: 'heeft host, database en user nodig, of de naam van een credential',
	},
	noFileShop: {
		en: 'the settings know no shop of the kind other, so nothing would be made',
		nl: 'de instellingen kennen geen winkel van de soort other, dus er zou niets gemaakt worden',
	},
	unknownShop: {
		en: 'the settings know no shop of this name',
		nl: 'de instellingen kennen geen winkel met deze naam',
	},
	unknownTemplate: {
		facts: { template: 'text' },
		en: 'there is no template "{template}"',
		nl: 'er is geen sjabloon "{template}"',
	},
	unknownValue: {
		facts: { template: 'text', known: 'names' },
		en: '"{template}" has no such value; it has {known}',
		nl: '"{template}" heeft deze waarde niet; wel {known}',
	},
	noValues: {
		facts: { template: 'text' },
		en: '"{template}" has no values at all',
		nl: '"{template}" heeft helemaal geen waarden',
	},
	needsId: {
		facts: { value: 'text' },
		en: '"{value}" is a number or name; a package needs the id',
		nl: '"{value}" is een nummer of naam; een pakket heeft het id nodig',
	},
	nameTwice: {
		facts: { value: 'text', named: 'names' },
		en: 'several are called "{value}": {named}; give its number or id',
		nl: 'er heten er meer "{value}": {named}; geef het nummer of id',
	},
	nameInactive: {
		facts: { value: 'text', named: 'names' },
		en: '"{value}" is inactive in SnelStart ({named})',
		nl: '"{value}" is niet actief in SnelStart ({named})',
	},
	nameUnknown: {
		facts: { what: 'record', value: 'text' },
		en: 'the administration has no {what} "{value}"',
		nl: 'de administratie heeft geen {what} "{value}"',
	},
} as const satisfies Record<string, SpokenEntry>;
export type ClientFileTextName = keyof typeof clientFileTexts;

/** What is wrong with a client file, in both languages. */
export const clientFileText = <Name extends ClientFileTextName>(
	name: Name,
	...[facts]: FactsIn<(typeof clientFileTexts)[Name]>
): Spoken => sayInBoth(clientFileTexts[name], facts);
