/** A row of the order table, as far as claims look at it. */
export interface ClaimRow {
	orderKey: string;
	claimId: string;
}

/**
 * Decides which orders a run may book. Every run first writes its claim on the rows it wants and
 * then reads all rows of those orders: it may go on only with orders on which no other run has a
 * claim. Of two runs the one that reads later sees the earlier claim, so at most one goes on,
 * also when the table holds an order twice (D-CLAIM, HC-17).
 *
 * @param rows every row of the orders, read after the claims were written.
 * @param claimId the claim of this run.
 * @returns the order keys that this run may book, and those it must give back.
 */
export function decideClaims(
	rows: readonly ClaimRow[],
	claimId: string,
): { mine: Set<string>; toGiveBack: Set<string> } {
	const claimed = rows.filter((row) => row.claimId !== '');
	const wanted = new Set(
		claimed.filter((row) => row.claimId === claimId).map(({ orderKey }) => orderKey),
	);
	const contested = new Set(
		claimed.filter((row) => row.claimId !== claimId).map(({ orderKey }) => orderKey),
	);
	return {
		mine: new Set([...wanted].filter((key) => !contested.has(key))),
		toGiveBack: new Set([...wanted].filter((key) => contested.has(key))),
	};
}
