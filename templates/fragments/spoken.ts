import { languages, type Spoken } from '../../bookkeeping';

/** A text as JavaScript writes it. */
const quoted = (text: string): string =>
	`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const inEach = (text: Spoken): string =>
	`{ ${languages.map((language) => `${language}: ${quoted(text[language])}`).join(', ')} }`;

/**
 * Texts in the language that stands in a node; Dutch unless English is chosen.
 *
 * `spoken` is an expression: a text; with a condition, the first text when it holds and the other one
 * when it does not. `spokenUnless`: what is given, and where nothing is, a text.
 */
export function speaking(node: string) {
	const language = `$('${node}').first().json.language === 'en' ? 'en' : 'nl'`;
	return {
		spoken(text: Spoken, condition?: string, otherwise: Spoken = text): string {
			const texts =
				condition === undefined
					? inEach(text)
					: `${condition} ? ${inEach(text)} : ${inEach(otherwise)}`;
			return `={{ (${texts})[${language}] }}`;
		},
		spokenUnless: (given: string, text: Spoken): string =>
			`={{ ${given} ?? (${inEach(text)})[${language}] }}`,
	};
}

export const { spoken } = speaking('Your values');

/** An expression: whether somebody chose one of these on a form, in whatever language it is. */
export const isAnswer = (field: string, ...texts: Spoken[]): string => {
	const all = texts.flatMap((text) => languages.map((language) => quoted(text[language])));
	return `={{ [${all.join(', ')}].includes($json.${field}) }}`;
};

/** What stands in the field of a form, by its label in whatever language it is. */
export const answer = (from: string, label: Spoken): string =>
	`(${languages.map((language) => `${from}[${quoted(label[language])}]`).join(' ?? ')})`;
