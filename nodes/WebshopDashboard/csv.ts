import { csvCell, formatCents, fromEuro, type Language } from '../../bookkeeping';

/** A cell of a file for a spreadsheet; left out: it is empty. */
export type Cell = string | number | Euro | undefined;
/** An amount that a spreadsheet can add up. */
export interface Euro {
	euro: number;
}

/** An amount in euro as a cell; empty while it is unknown. */
export const euroCell = (euro: number | undefined): Cell =>
	euro === undefined ? undefined : { euro };

function written(cell: Cell, language: Language): string {
	if (typeof cell !== 'object') return String(cell ?? '');
	const amount = formatCents(fromEuro(cell.euro));
	return language === 'nl' ? amount.replace('.', ',') : amount;
}

/** A file that the reader's spreadsheet opens: with semicolons in Dutch, where the comma is decimal. */
export function csvFile(
	heads: readonly string[],
	rows: ReadonlyArray<readonly Cell[]>,
	language: Language,
): string {
	const separator = language === 'nl' ? ';' : ',';
	const line = (cells: readonly Cell[]) =>
		cells.map((value) => csvCell(written(value, language))).join(separator);
	// The mark at the beginning tells Excel that this is UTF-8.
	return `\uFEFF${[heads, ...rows].map(line).join('\r\n')}\r\n`;
}
