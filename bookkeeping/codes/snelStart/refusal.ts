import type { Spoken } from '../facts';

/** What one of SnelStart's own codes says (SS-903). It comes without facts. */
export interface Refusal {
	found: Spoken;
	tip: Spoken;
}
export type Refusals = Readonly<Record<string, Refusal>>;

/** A refusal in English and Dutch. */
export const says = (en: string, nl: string, tip: Spoken): Refusal => ({ found: { en, nl }, tip });

/** Several codes that say the same. */
export const all = (codes: readonly string[], refusal: Refusal): Refusals =>
	Object.fromEntries(codes.map((code) => [code, refusal]));

/** `REF-0007` up to and including `REF-0015`. */
export const numbered = (prefix: string, from: number, to: number): string[] =>
	Array.from(
		{ length: to - from + 1 },
		(_, index) => `${prefix}-${String(from + index).padStart(4, '0')}`,
	);
