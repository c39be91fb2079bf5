import { languages, type Spoken } from '../../bookkeeping';

/** A text as JavaScript writes it. */
const quoted = (text: string): string =>
	`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const inEach = (text: Spoken): string =>
	`{ ${languages.map((language) => `${language}: ${quoted(text[language])}`).join(', ')} }`;

/**
 * An expression: a text in the language that stands in "Your values"; with a condition, the first
 * text when it holds and the other one when it does not. Dutch unless English is chosen.
 */
export function spoken(text: Spoken, condition?: string, otherwise: Spoken = text): string {
	const texts =
		condition === undefined
			? inEach(text)
			: `${condition} ? ${inEach(text)} : ${inEach(otherwise)}`;
	return `={{ (${texts})[$('Your values').first().json.language === 'en' ? 'en' : 'nl'] }}`;
}

/** An expression: whether somebody chose one of these on a form, in whatever language it is. */
export const isAnswer = (field: string, ...texts: Spoken[]): string => {
	const all = texts.flatMap((text) => languages.map((language) => quoted(text[language])));
	return `={{ [${all.join(', ')}].includes($json.${field}) }}`;
};

/** What stands in the field of a form, by its label in whatever language it is. */
export const answer = (from: string, label: Spoken): string =>
	`(${languages.map((language) => `${from}[${quoted(label[language])}]`).join(' ?? ')})`;
