import type { Language } from '../../bookkeeping';

const words: Readonly<Record<Language, string>> = { en: 'line', nl: 'regel' };

/** What a line of a payout is called: its own number, or its place in a file that numbers none. */
export const payoutLineIn = (id: string, language: Language): string =>
	id.replace(/^line (?=\d+$)/, `${words[language]} `);
