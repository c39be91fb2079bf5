import { type RowKind, SECOND_MISSING, type State, whereState } from '../../bookkeeping';
import type { Node } from '../build/flow';
import { is, isNot } from './table';

/** Rows of the order table in this state. */
export const stateIs = (state: State) => whereState([state])[0]!;

/** Rows of the order table about this. */
export const kindIs = (kind: RowKind) => is('kind', kind);
export const kindIsNot = (kind: RowKind) => isNot('kind', kind);

/** Rows of one kind of the client and the shop that the first item of this node names. */
export const ofShop = (values: Node, kind: RowKind) => [
	is('client', values.first('client')),
	is('shop', values.first('shop')),
	kindIs(kind),
];

/** Rows of documents of which SnelStart refused the second entry. */
export const lacksSecond = () => is('code', SECOND_MISSING);

/** An expression: whether an item is in one of these states, and not without its second entry. */
export const isWholeIn = (column: 'state' | 'result', states: readonly string[]): string =>
	`${listOf(states)}.includes($json.${column}) && $json.code !== '${SECOND_MISSING}'`;

/** A list of words, to be written into an expression. */
export const listOf = (words: readonly string[]): string =>
	`[${words.map((word) => `'${word}'`).join(', ')}]`;
