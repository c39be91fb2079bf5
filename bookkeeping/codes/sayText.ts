import { sayFact, type FactKinds, type Language, type Spoken, type ValuesOf } from './facts';
import { retell } from './register';

/** A sentence in both languages, with the facts that it is told with. */
export interface SpokenEntry extends Spoken {
	facts?: FactKinds;
}

/** The facts that a sentence of a register is told with: nothing for one without. */
export type FactsIn<Entry> = Entry extends { facts: infer F } ? [facts: ValuesOf<F>] : [];

/**
 * A sentence with its facts.
 *
 * @throws RangeError for a fact that is not of its kind.
 */
export function sayText(
	entry: SpokenEntry,
	language: Language,
	facts: Readonly<Record<string, unknown>> = {},
): string {
	return entry[language].replace(/\{(\w+)\}/g, (_, fact: string) =>
		sayIn(language, entry.facts?.[fact], facts[fact]),
	);
}

/** The same in both languages. */
export const sayInBoth = (
	entry: SpokenEntry,
	facts?: Readonly<Record<string, unknown>>,
): Spoken => ({ en: sayText(entry, 'en', facts), nl: sayText(entry, 'nl', facts) });

function sayIn(language: Language, kind: FactKinds[string] | undefined, value: unknown): string {
	const { code = '', facts } = (value ?? {}) as { code?: string; facts?: unknown };
	const said =
		kind === 'reason'
			? retell(code, facts, language)?.message
			: kind && sayFact(kind, value, language);
	if (said !== undefined) return said;
	throw new RangeError(`A fact of a text is not a ${kind ?? 'fact'} of it`);
}
