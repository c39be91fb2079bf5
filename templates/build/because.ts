/** Expressions that may be long, with the reason; a test looks that no others are. */
const reasons = new Map<string, string>();

/**
 * An expression that is longer than a reader likes, and why it is all the same.
 *
 * @param reason why it is neither shorter nor the work of a node.
 */
export function because(reason: string, expression: string): string {
	reasons.set(expression, reason);
	return expression;
}

/** Why an expression may be long; `undefined` when nobody said so. */
export const reasonFor = (expression: string): string | undefined => reasons.get(expression);
