import { codes, retell, type Code } from '../../bookkeeping/codes/register';

/** What to do about every code, in English. */
export const tips = Object.fromEntries(
	Object.entries(codes).map(([code, { tip }]) => [code, tip.en]),
) as Record<Code, string>;

/** Facts from which a code says this sentence, in English and in Dutch. */
function factsThatSay(code: string, message: string): unknown {
	return {
		asymmetricMatch: (facts: unknown) =>
			retell(code, facts, 'en')?.message === message && retell(code, facts, 'nl') !== undefined,
		toAsymmetricMatcher: () => `facts of ${code} that say "${message}"`,
	};
}

/** A code as an item carries it: with this sentence, its tip, and the facts that say it. */
export function told(code: string, message: string) {
	if (code === '') return { code, message, tip: '', facts: {} };
	return { code, message, tip: tips[code as Code], facts: factsThatSay(code, message) };
}

/** A fault of the program: its kind, and a place in our code. */
export const programFault = (error: string) => ({
	code: 'CONTENT_UNREADABLE',
	message: expect.stringMatching(
		new RegExp(`^The program failed: ${error} in .*bookkeeping/[\\w/]+\\.ts:\\d+`),
	) as string,
	tip: tips.CONTENT_UNREADABLE,
	facts: { error, place: expect.any(String) as string },
});
