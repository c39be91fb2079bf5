import { csvCell, formatCents, fromEuro, type Language } from '../../bookkeeping';

type Cell = string | number | undefined;

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
	const line = (cells: readonly Cell[]) =>
		cells.map((value) => csvCell(String(value ?? ''))).join(separator);
	// The mark at the beginning tells Excel that this is UTF-8.
	return `\uFEFF${[heads, ...rows].map(line).join('\r\n')}\r\n`;
}
