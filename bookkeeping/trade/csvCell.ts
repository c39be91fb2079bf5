/** What a spreadsheet would take for a formula: order numbers and names come from whoever ordered. */
export const FORMULA = /^[=+@\t\r-]/;
/** Begins as a formula does, and is none. */
export const SIGNED_NUMBER = /^[+-]?[0-9.,]+$/;

/** A text as a cell of a CSV file: what a spreadsheet would take for a formula is marked as text. */
export function csvCell(text: string): string {
	const safe = FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
	return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
