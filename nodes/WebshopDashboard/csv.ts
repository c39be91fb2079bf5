import { formatCents, fromEuro, type Language } from '../../bookkeeping';

type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula: order numbers and names come from whoever ordered. */
const FORMULA = /^[=+@\t\r-]/;
const NUMBER = /^[+-]?[0-9.,]+$/;

/** An amount in euro as a cell; empty while it is unknown. */
export function euroCell(euro: number | undefined, language: Language): string {
	if (euro === undefined) return '';
	const written = formatCents(fromEuro(euro));
	return language === 'nl' ? written.replace('.', ',') : written;
}

/** A file that the reader's spreadsheet opens: with semicolons in Dutch, where the comma is decimal. */
export function csvFile(
	heads: readonly string[],
	rows: ReadonlyArray<readonly Cell[]>,
	language: Language,
): string {
	const separator = language === 'nl' ? ';' : ',';
	const line = (cells: readonly Cell[]) => cells.map(cell).join(separator);
	// The mark at the beginning tells Excel that this is UTF-8.
	return `\uFEFF${[heads, ...rows].map(line).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
	const text = value === undefined ? '' : String(value);
	const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
	return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
