import { reason, textOf, type Code, type Language, type Reason } from '../bookkeeping';

/** Why the command stopped: a code for programs, a sentence and a tip for people. */
export class Trouble extends Error {
	readonly tip: string;

	/** @param status the HTTP status of n8n's answer, where there was one */
	constructor(
		readonly why: Reason,
		readonly status?: number,
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

/** What a terminal shows of a trouble. */
export function shown({ why }: Trouble, language: Language): string {
	const { message, tip } = textOf(why, language);
	return `${why.code}: ${message}\n${tip}`;
}

/** The language of whoever runs the command, as the terminal says it. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
	return /^nl(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'nl' : 'en';
}
