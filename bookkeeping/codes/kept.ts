import { sentenceOf } from './code';
import { keepable, type FactKinds, type Facts, type ReasonFact } from './facts';
import { entryToldBy, factsIn } from './register';
import { remarkKinds } from './remarks';

/** Longer facts are not kept: a row has to stay small, and its English message says them. */
const MOST_CHARACTERS = 1000;

/**
 * The facts of a code as a table keeps them, so that it can be told again in any language: JSON
 * text, only facts that the code declares, and never what can hold personal data (W071).
 *
 * @param facts an object, or the JSON text of one.
 * @returns '' when there are none to keep.
 */
export function keptFacts(code: string, facts: unknown): string {
	const kept = keepableFacts(code, facts);
	const text = kept && Object.keys(kept).length > 0 ? JSON.stringify(kept) : '';
	return text.length > MOST_CHARACTERS ? '' : text;
}

function keepableFacts(code: string, facts: unknown): Facts | undefined {
	const all = factsIn(facts);
	const entry = all && entryToldBy(code, all);
	const sentence = entry && sentenceOf(entry, all);
	if (!sentence) return undefined;
	const kinds: FactKinds = { ...sentence.facts, ...remarkKinds };
	return Object.fromEntries(
		Object.entries(all).flatMap(([name, value]) => {
			const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
			if (kind === undefined) return [];
			const kept = kind === 'reason' ? keepableReasons(value) : keepable(kind, value);
			return [[name, kept]];
		}),
	);
}

/** A reason, or a list of them. */
function keepableReasons(value: Facts[string]): Facts[string] {
	if (Array.isArray(value)) return (value as readonly ReasonFact[]).map(keepableReason);
	return keepableReason(value as ReasonFact);
}

const keepableReason = ({ code, facts }: ReasonFact): ReasonFact => ({
	code,
	facts: keepableFacts(code, facts) ?? {},
});
