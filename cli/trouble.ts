import {
	clientFileText,
	reason,
	textOf,
	type Code,
	type Language,
	type Reason,
	type Spoken,
} from '../bookkeeping';

/** Why the command stopped: a code for programs, a sentence and a tip for people. */
export class Trouble extends Error {
	readonly tip: string;

	/**
	 * @param status the HTTP status of n8n's answer, where there was one
	 * @param inDutch the same, where its facts hold sentences
	 */
	constructor(
		readonly why: Reason,
		readonly status?: number,
		readonly inDutch: Reason = why,
	) {
		const { message, tip } = textOf(why);
		super(message);
		this.tip = tip;
	}

	get code(): Code {
		return this.why.code;
	}
}

export { reason };

/** Complaints, each on a line of its own. */
export const asList = (complaints: readonly string[]): string =>
	complaints.map((complaint) => `\n  • ${complaint}`).join('');

/** A place in a client file, with what is wrong there in both languages. */
export const complaintAt = (place: string | Spoken, { en, nl }: Spoken): Spoken => {
	const at = typeof place === 'string' ? { en: place, nl: place } : place;
	return { en: `${at.en}: ${en}`, nl: `${at.nl}: ${nl}` };
};

/** Why a client file is not taken. */
export function refusedFile(
	complaints: readonly Spoken[],
	file: string | Spoken = clientFileText('theFile'),
): Trouble {
	return inBoth((language) =>
		reason('FILE_INVALID', {
			file: typeof file === 'string' ? file : file[language],
			complaints: listIn(language, complaints),
		}),
	);
}

/** Which names of a client file SnelStart has not. */
export function unknownNames(complaints: readonly Spoken[]): Trouble {
	return inBoth((language) =>
		reason('NAMES_UNKNOWN', { complaints: listIn(language, complaints) }),
	);
}

/** A command line that is not taken, in words of its own. */
export const usageTrouble = (words: Spoken): Trouble =>
	inBoth((language) => reason('USAGE', { case: 'words', words: words[language] }));

const listIn = (language: Language, complaints: readonly Spoken[]): string =>
	asList(complaints.map((complaint) => complaint[language]));

/** A trouble whose facts hold sentences, said in both languages. */
export const inBoth = (why: (language: Language) => Reason): Trouble =>
	new Trouble(why('en'), undefined, why('nl'));

/** What a terminal shows of a trouble. */
export function shown({ why, inDutch }: Trouble, language: Language): string {
	const { message, tip } = textOf(language === 'nl' ? inDutch : why, language);
	return `${why.code}: ${message}\n${tip}`;
}

/** The language of whoever runs the command, as the terminal says it. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
	return /^nl(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'nl' : 'en';
}
