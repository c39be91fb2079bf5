import { tell, type CodeEntry, type FactsOfEntry, type Text } from './code';
import { documentCodes } from './documentCodes';
import type { Facts, Language } from './facts';
import { orderCodes } from './orderCodes';
import { paymentCodes } from './paymentCodes';
import { payoutCodes } from './payoutCodes';
import { programCodes } from './programCodes';
import { refundCodes } from './refundCodes';
import { vatCodes } from './vatCodes';

/**
 * Every code of the product, with its sentences and tips in every language. A code is stable: users
 * filter on it, tables keep it, and `docs/codes.md` lists it.
 */
export const codes = {
	...orderCodes,
	...vatCodes,
	...documentCodes,
	...refundCodes,
	...paymentCodes,
	...payoutCodes,
	...programCodes,
};
export type Code = keyof typeof codes;
export type FactsOf<C extends Code> = FactsOfEntry<(typeof codes)[C]>;

/** A code with the facts it is told with: everything that is needed to say it in any language. */
export interface Reason {
	readonly code: Code;
	readonly facts: Facts;
}

/** The facts of a code as an argument: none for a code that is told without. */
export type FactsArgument<C extends Code> = unknown extends FactsOf<C> ? [] : [facts: FactsOf<C>];

export function reason<C extends Code>(code: C, ...[facts]: FactsArgument<C>): Reason {
	return { code, facts: facts ?? {} };
}

/** A reason in words. */
export function textOf({ code, facts }: Reason, language: Language = 'en'): Text {
	const text = retell(code, facts, language);
	if (text) return text;
	throw new RangeError(`The facts of ${code} are not those it is told with`);
}

/**
 * What a table keeps of a reason, in words again.
 *
 * @param facts as they were kept: an object, or the JSON text of one.
 * @returns `undefined` for a code of another version, or facts that somebody changed.
 */
export function retell(code: string, facts: unknown, language: Language): Text | undefined {
	if (!Object.hasOwn(codes, code)) return undefined;
	const entry: CodeEntry = codes[code as Code];
	const kept = typeof facts === 'string' ? parsed(facts) : facts;
	return typeof kept === 'object' && kept !== null
		? tell(entry, kept as Record<string, unknown>, language, retell)
		: undefined;
}

function parsed(text: string): unknown {
	try {
		return text === '' ? {} : JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A reason as it stands on an item and in a table. */
export interface Told extends Text {
	code: Code | '';
	facts: Facts;
}

/** A reason as an item carries it; without one, a code that is empty. */
export function told(why?: Reason): Told {
	return why ? { ...why, ...textOf(why) } : { code: '', message: '', tip: '', facts: {} };
}
