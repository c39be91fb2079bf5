import {
	LEFT_OUT,
	sayFact,
	type FactKinds,
	type Language,
	type Spoken,
	type TellAgain,
	type Text,
	type ValuesOf,
} from './facts';
import { withRemarks } from './remarks';

/** A sentence with its facts between braces: `The total is {total}.`, and a tip of its own. */
export interface Sentence extends Spoken {
	facts?: FactKinds;
	tip?: Spoken;
	cause?: Spoken;
}

/**
 * A code of the product: what was found and what to do about it, in every language, made from facts.
 * A code that can be found in several ways has a sentence per case; the fact `case` tells which.
 */
export type CodeEntry = {
	tip: Spoken;
	/** Where it probably comes from, when that is no part of what was found. */
	cause?: Spoken;
} & ({ facts?: FactKinds; found: Spoken } | { cases: Readonly<Record<string, Sentence>> });

type DeclaredIn<D> = D extends { facts: infer F } ? ValuesOf<F> : unknown;

/** The facts a code is told with. */
export type FactsOfEntry<E> = E extends { cases: infer Cases }
	? { [Case in keyof Cases]: { readonly case: Case } & DeclaredIn<Cases[Case]> }[keyof Cases]
	: DeclaredIn<E>;

/** The sentence of a code and the kinds of its facts; `undefined` for a case that does not exist. */
export function sentenceOf(
	entry: CodeEntry,
	facts: Readonly<Record<string, unknown>>,
): Sentence | undefined {
	if ('found' in entry) return { facts: entry.facts, ...entry.found };
	const { case: name } = facts;
	return typeof name === 'string' && Object.hasOwn(entry.cases, name)
		? entry.cases[name]
		: undefined;
}

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
	if (!said) return undefined;
	const cause = sentence.cause ?? entry.cause;
	const text = {
		...(cause && { cause: fill(cause[language], said) }),
		message: fill(sentence[language], said),
		tip: fill((sentence.tip ?? entry.tip)[language], said),
	};
	return withRemarks(text, facts, language, again);
}

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

/**
 * A code in words as the manual has it, with `…` for every fact. Of a code with cases the facts may
 * tell which; else it has a tip only.
 */
export function outline(
	entry: CodeEntry,
	facts: Readonly<Record<string, unknown>>,
	language: Language,
): Text {
	const sentence = sentenceOf(entry, facts);
	const bare = (pattern = '') => pattern.replace(/\{\w+\}/g, LEFT_OUT);
	const cause = sentence?.cause ?? entry.cause;
	return {
		...(cause && { cause: bare(cause[language]) }),
		message: bare(sentence?.[language]),
		tip: bare((sentence?.tip ?? entry.tip)[language]),
	};
}
