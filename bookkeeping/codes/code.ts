import { sayFact, type FactKinds, type Language, type Spoken, type ValuesOf } from './facts';

/** A sentence with its facts between braces: `The total is {total}.` */
interface Sentence extends Spoken {
	facts?: FactKinds;
}

/**
 * A code of the product: what was found and what to do about it, in every language, made from facts.
 * A code that can be found in several ways has a sentence per case; the fact `case` tells which.
 */
export type CodeEntry = { tip: Spoken } & (
	| { facts?: FactKinds; found: Spoken }
	| { cases: Readonly<Record<string, Sentence>> }
);

type DeclaredIn<D> = D extends { facts: infer F } ? ValuesOf<F> : unknown;

/** The facts a code is told with. */
export type FactsOfEntry<E> = E extends { cases: infer Cases }
	? { [Case in keyof Cases]: { readonly case: Case } & DeclaredIn<Cases[Case]> }[keyof Cases]
	: DeclaredIn<E>;

export interface Text {
	message: string;
	tip: string;
}

/** The sentence of a code and the kinds of its facts; `undefined` for a case that does not exist. */
function sentenceOf(
	entry: CodeEntry,
	facts: Readonly<Record<string, unknown>>,
): Sentence | undefined {
	if ('found' in entry) return { facts: entry.facts, ...entry.found };
	const { case: name } = facts;
	return typeof name === 'string' && Object.hasOwn(entry.cases, name)
		? entry.cases[name]
		: undefined;
}

/** Tells a code that is a fact of another one. */
export type TellAgain = (code: string, facts: unknown, language: Language) => Text | undefined;

/** A code in words; `undefined` when the facts are not those of the code. */
export function tell(
	entry: CodeEntry,
	facts: Readonly<Record<string, unknown>>,
	language: Language,
	again: TellAgain,
): Text | undefined {
	const sentence = sentenceOf(entry, facts);
	if (!sentence) return undefined;
	const said = wordsOf(sentence.facts ?? {}, facts, language, again);
	const remark =
		'totalAmount' in facts ? wordsOf(STATED_TOTAL.facts, facts, language, again) : undefined;
	if (!said) return undefined;
	const message = fill(sentence[language], said);
	return {
		message: remark ? `${message} ${fill(STATED_TOTAL[language], remark)}` : message,
		tip: fill(entry.tip[language], said),
	};
}

/**
 * What may be added to every sentence: the total of an order in another currency that was not read
 * further, and so has no amount in euro beside it.
 */
const STATED_TOTAL = {
	facts: { totalCurrency: 'text', totalAmount: 'amount' },
	en: 'The total is {totalCurrency} {totalAmount}.',
	nl: 'Het totaal is {totalCurrency} {totalAmount}.',
} as const satisfies Sentence;
export type StatedTotal = ValuesOf<typeof STATED_TOTAL.facts>;

function wordsOf(
	kinds: FactKinds,
	facts: Readonly<Record<string, unknown>>,
	language: Language,
	again: TellAgain,
): Map<string, string> | undefined {
	const words = new Map<string, string>();
	for (const [name, kind] of Object.entries(kinds)) {
		const value = facts[name];
		const said =
			kind === 'reason' ? sayReason(value, language, again) : sayFact(kind, value, language);
		if (said === undefined) return undefined;
		words.set(name, said);
	}
	return words;
}

function sayReason(value: unknown, language: Language, again: TellAgain): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { code, facts } = value as { code?: unknown; facts?: unknown };
	return again(String(code), facts, language)?.message;
}

function fill(pattern: string, words: ReadonlyMap<string, string>): string {
	return pattern.replace(/\{(\w+)\}/g, (token, name: string) => words.get(name) ?? token);
}
