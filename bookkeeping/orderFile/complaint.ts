import { reason, type FactsOf, type Reason } from '../codes/register';

/** Why a row of a file is not understood. Thrown by what reads rows, caught where a row begins. */
export class Complaint extends Error {
	constructor(
		/** As a spreadsheet counts rows: the headings are row 1. */
		readonly row: number,
		readonly why: Reason,
	) {
		super(why.code);
	}
}

type RowFacts = FactsOf<'ORDER_FILE_ROW'>;

/** A complaint on one row. */
export function complaint(row: number, facts: RowFacts): Complaint {
	return new Complaint(row, reason('ORDER_FILE_ROW', facts));
}
