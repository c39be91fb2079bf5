import { type RowKind, type State, whereState } from '../../bookkeeping';
import { is, isNot } from './table';

/** Rows of the order table in this state. */
export const stateIs = (state: State) => whereState([state])[0]!;

/** Rows of the order table about this. */
export const kindIs = (kind: RowKind) => is('kind', kind);
export const kindIsNot = (kind: RowKind) => isNot('kind', kind);

/** A list of words, to be written into an expression. */
export const listOf = (words: readonly string[]): string =>
	`[${words.map((word) => `'${word}'`).join(', ')}]`;
