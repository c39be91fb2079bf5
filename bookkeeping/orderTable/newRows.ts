import { claim } from './claims';

interface Keyed {
	orderKey: string;
}

/**
 * Parts the rows that are to be booked: what has no row yet gets one that this run has claimed
 * already, by one write for all of them; every other is recorded and claimed in the row it has.
 *
 * Another run may add a row between the reading and the writing. The order then stands there twice,
 * each row with a claim, and `decideClaims` lets neither run go on that has seen both.
 *
 * @param rows what is to be booked, in its order; of an order that comes twice only the first is new.
 * @param known all rows of these orders, read just before.
 * @param claimId the claim of this run.
 */
export function partNew<Row extends Keyed>(
	rows: readonly Row[],
	known: readonly Partial<Keyed>[],
	claimId: string,
): { added: Array<Row & ReturnType<typeof claim>>; there: Row[] } {
	const taken = new Set(known.map(({ orderKey }) => orderKey));
	const added: Array<Row & ReturnType<typeof claim>> = [];
	const there: Row[] = [];
	for (const row of rows) {
		if (taken.has(row.orderKey)) there.push(row);
		else added.push({ ...row, ...claim(claimId) });
		taken.add(row.orderKey);
	}
	return { added, there };
}
