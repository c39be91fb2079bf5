import { keptFacts, reason, textOf, type Code } from '../../bookkeeping';

/** The columns in which a row tells what was found. */
export interface Note {
	code: Code;
	message: string;
	tip: string;
	facts: string;
}

/** Nothing is to be told any more. */
export const noNote = { code: '', message: '', tip: '', facts: '' } as const;

/** A code by its name, for a comparison. */
export const codeName = <C extends Code>(code: C): C => code;

/** n8n reads a text as an expression when it begins with =. */
const withExpressions = (text: string): string => (text.includes('{{') ? `=${text}` : text);

/**
 * A code with its text from the register, as columns of a row. A fact that is a text may be an
 * expression: `{{ $json.topic }}`.
 */
export function note<C extends Code>(...args: Parameters<typeof reason<C>>): Note {
	const why = reason(...args);
	const { message, tip } = textOf(why);
	return {
		code: why.code,
		message: withExpressions(message),
		tip: withExpressions(tip),
		facts: withExpressions(keptFacts(why.code, why.facts)),
	};
}

/** A code with its text and what to do, as a run fails with it. Facts as in `note`. */
export function failure<C extends Code>(...args: Parameters<typeof reason<C>>): string {
	const why = reason(...args);
	const { message, tip } = textOf(why);
	return withExpressions(`${why.code}: ${message} ${tip}`);
}

/** An expression: what the error says that came in, else the text. */
export const whatItSaid = (otherwise: string): string =>
	`={{ $json.error?.message ?? $json.error ?? '${otherwise.replaceAll("'", "\\'")}' }}`;

/** The same columns, as an item of a node of ours tells them. */
export const toldInItem: Record<keyof Note, string> = {
	code: '={{ $json.code }}',
	message: '={{ $json.message }}',
	tip: '={{ $json.tip }}',
	facts: '={{ $json.facts }}',
};
