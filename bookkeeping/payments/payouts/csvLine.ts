import type { CsvColumn } from './csvColumns';

/** A line of a report as it is written. */
export interface Line {
	/** As a spreadsheet counts lines: the headings are line 1. */
	place: number;
	row: readonly string[];
	field: (column: CsvColumn) => string;
	has: (column: CsvColumn) => boolean;
	/** By which its payment may be known. */
	ids: string[];
}
