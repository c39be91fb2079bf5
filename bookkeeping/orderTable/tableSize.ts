/** What n8n's data tables hold together when nobody raised it, in MB (NN-205). */
export const USUAL_LIMIT_MB = 200;
/** From this part of it on somebody has to know. */
const WARN_PERCENT = 70;
/** What a row takes, as measured: an order or a payment, and what is kept of its document. */
const ROW_BYTES = { orders: 449, records: 415 } as const;
const BYTES_PER_MB = 1024 * 1024;

/** How many rows the two tables have that grow with every order, of all clients together. */
export type TableRows = Record<keyof typeof ROW_BYTES, number>;

export interface TableSize {
	/** About how much they take, in MB. */
	usedMb: number;
	/** Of what n8n lets all tables hold. */
	percent: number;
	isFilling: boolean;
}

/**
 * About how full n8n's data tables are. Reached, n8n refuses every new row and every change of one,
 * so every sync of every client stops; a workflow cannot ask n8n how full they are.
 *
 * @param limitMb what they may hold together, in MB
 */
export function tableSize(rows: TableRows, limitMb: number): TableSize {
	const bytes = rows.orders * ROW_BYTES.orders + rows.records * ROW_BYTES.records;
	const percent = Math.floor((100 * bytes) / (limitMb * BYTES_PER_MB));
	return {
		usedMb: Math.round(bytes / BYTES_PER_MB),
		percent,
		isFilling: percent >= WARN_PERCENT,
	};
}
