import { retell, type Language } from '../../bookkeeping';
import { outlineToReader, retellToReader } from '../shared/toldToReader';

/** What a table keeps of a code. */
export interface Kept {
	code: string;
	message: string;
	/** Where it probably comes from. */
	cause?: string;
	tip: string;
	/** JSON text; empty when the code is told without facts, and in rows of before. */
	facts: string;
}

/** A code in the reader's language. */
export interface ToldAgain {
	message: string;
	cause: string;
	tip: string;
	/** What the table keeps in English and the sentence does not say; empty when it says all. */
	english: string;
}

/**
 * A code of a table in the reader's language. The kept text is English: it is shown as it is in
 * English, and beside the sentence when that cannot say everything.
 */
export function toldAgain(kept: Kept, language: Language): ToldAgain {
	const { code, message, cause = '', tip, facts } = kept;
	if (language === 'en') return { message, cause, tip, english: '' };
	const text = retellToReader(code, facts, language) ?? outlineToReader(code, facts, language);
	if (!text) {
		const english = [message, cause, tip].filter(Boolean).join(' ');
		return { message: '', cause: '', tip: '', english };
	}
	const saysAll = retell(code, facts, 'en')?.message === message;
	return { cause: '', ...text, english: saysAll ? '' : message };
}

/** The same for a page: an amount stays on one line with its sign. */
export function toldOnPage(kept: Kept, language: Language): ToldAgain {
	const { message, cause, tip, english } = toldAgain(kept, language);
	return {
		message: unbroken(message),
		cause: unbroken(cause),
		tip: unbroken(tip),
		english: unbroken(english),
	};
}

/** No line ends between the sign of the euro and its amount. */
export const unbroken = (sentence: string): string => sentence.replace(/€ (?=-?\d)/g, '€\u00a0');

/** Rows of one code as a sentence: what all of them say, else what they have in common. */
export function commonSentence(rows: readonly Kept[], language: Language): string {
	const [first, ...others] = rows.map((row) => toldAgain(row, language).message);
	if (first !== undefined && others.every((one) => one === first)) return first;
	const [{ code, facts } = { code: '', facts: '' }] = rows;
	return outlineToReader(code, facts, language)?.message ?? '';
}
